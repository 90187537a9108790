#include "alerts/telling/reminder.hpp"
#include "ui/app/journeys/notices.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/wording/follow_up.hpp"

namespace desktop {

std::optional<Reminder> Desk::reminder(ledger::Moment now)
{
    const auto& preferences = state().book.preferences;
    if (!preferences.notify || alerts::quiet(preferences, now)) return std::nullopt;
    const auto today = state().today;
    Reminder out;
    std::vector<const alerts::Finding*> fresh;
    for (const auto* finding : alerts::to_tell(session_.assessment(), preferences)) {
        const auto key = app::notice_key(*finding);
        if (app::told(state().book, key)) continue;
        out.about.push_back(key);
        fresh.push_back(finding);
        out.urgent = out.urgent || finding->urgent;
    }
    std::vector<const alerts::LateIncomeFound*> late;
    for (const auto* income : alerts::to_tell_incomes(session_.assessment())) {
        const auto key = app::notice_key(*income);
        if (app::told(state().book, key)) continue;
        out.about.push_back(key);
        late.push_back(income);
    }
    std::vector<alerts::FollowUp> agreed;  // plans and promises: each of two reminders once
    for (const auto& follow_up : alerts::follow_ups(state().book, state().history, session_.assessment())) {
        const auto key = app::notice_key(follow_up);
        if (app::told(state().book, key)) continue;
        out.about.push_back(key);
        agreed.push_back(follow_up);
    }
    const auto add = [&](const std::string& line) { out.body += (out.body.empty() ? "" : "\n") + line; };
    const auto say_late = [&] {
        for (const auto* income : late)
            add(wording::late_income_headline(words_, *income, view::account_name(state().book, income->account)));
    };
    const auto say_agreed = [&] {
        for (const auto& follow_up : agreed) add(wording::follow_up_words(words_, follow_up).title);
    };
    if (fresh.empty() && late.empty() && agreed.empty()) return std::nullopt;
    if (fresh.empty() && late.empty()) {
        out.title = words_.fill("{payee} needs a look", fmt::arg("payee", agreed.front().payee));
        say_agreed();
        if (agreed.size() == 1) add(wording::follow_up_words(words_, agreed.front()).action);
        return out;
    }
    if (fresh.empty()) {
        out.title = words_.fill("{payer} is late", fmt::arg("payer", late.front()->payer));
        say_late();
        add(wording::late_income_advice(words_, *late.front()));
        say_agreed();
        return out;
    }
    const auto headline = [&](const alerts::Finding& f) {
        return wording::finding_headline(words_, f, view::account_name(state().book, f.duty.pay_from), today);
    };
    const auto& first = *fresh.front();
    out.duty = {first.duty.bill, first.duty.occurrence};
    if (fresh.size() == 1) {
        out.title = words_.fill("{payee} needs a look", fmt::arg("payee", first.duty.payee));
        out.body = headline(first) + "\n" + wording::finding_advice(words_, first, today);
    }
    else {
        out.title =
            words_.plural("{n} bill needs a look", "{n} bills need a look", static_cast<std::int64_t>(fresh.size()));
        for (const auto* finding : fresh) out.body += (out.body.empty() ? "" : "\n") + headline(*finding);
    }
    say_late();
    say_agreed();
    return out;
}

void Desk::told(const Reminder& reminder)
{
    const auto at = now_();
    session_.run([&](const app::State& s) { return app::note_told(s, reminder.about, at); });
}

}  // namespace desktop
