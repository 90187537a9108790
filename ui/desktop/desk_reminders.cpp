#include <algorithm>

#include "alerts/telling/reminder.hpp"
#include "alerts/to_tell.hpp"
#include "ui/app/journeys/notices.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/wording/follow_up.hpp"

namespace desktop {

std::optional<Reminder> Desk::reminder(ledger::Moment now)
{
    const auto& preferences = state().book.preferences;
    if (!preferences.notify || alerts::quiet(preferences, now)) return std::nullopt;
    const auto today = state().today;
    const auto news = alerts::only_fresh(alerts::to_tell(state().book, state().history, session_.assessment()));
    if (news.empty()) return std::nullopt;
    const auto& fresh = news.findings;
    const auto& late = news.late_incomes;
    const auto& agreed = news.follow_ups;  // plans and promises: each of two reminders once
    Reminder out{.about = news.keys()};
    out.urgent = std::any_of(fresh.begin(), fresh.end(), [](const auto& f) { return f.what.urgent; });
    const auto add = [&](const std::string& line) { out.body += (out.body.empty() ? "" : "\n") + line; };
    const auto say_late = [&] {
        for (const auto& [income, key, is_new, told_on] : late)
            add(wording::late_income_headline(words_, income, view::account_name(state().book, income.account)));
    };
    const auto say_agreed = [&] {
        for (const auto& follow_up : agreed) add(wording::follow_up_words(words_, follow_up.what).title);
    };
    if (fresh.empty() && late.empty()) {
        out.title = words_.fill("{payee} needs a look", fmt::arg("payee", agreed.front().what.payee));
        say_agreed();
        if (agreed.size() == 1) add(wording::follow_up_words(words_, agreed.front().what).action);
        return out;
    }
    if (fresh.empty()) {
        out.title = words_.fill("{payer} is late", fmt::arg("payer", late.front().what.payer));
        say_late();
        add(wording::late_income_advice(words_, late.front().what));
        say_agreed();
        return out;
    }
    const auto headline = [&](const alerts::Finding& f) {
        return wording::finding_headline(words_, f, view::account_name(state().book, f.duty.pay_from));
    };
    const auto& first = fresh.front().what;
    out.duty = {first.duty.bill, first.duty.occurrence};
    if (fresh.size() == 1) {
        out.title = words_.fill("{payee} needs a look", fmt::arg("payee", first.duty.payee));
        out.body = headline(first) + "\n" + wording::finding_advice(words_, first, today);
    }
    else {
        out.title =
            words_.plural("{n} bill needs a look", "{n} bills need a look", static_cast<std::int64_t>(fresh.size()));
        for (const auto& finding : fresh) add(headline(finding.what));
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
