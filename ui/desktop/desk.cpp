#include "ui/desktop/desk.hpp"

#include <algorithm>
#include <cstdlib>

#include "ui/app/journeys/entries.hpp"
#include "ui/viewmodel/search.hpp"
#include "ui/wording/problems.hpp"

namespace desktop {

using ledger::Problem;
using ledger::Trouble;

namespace {

/// The language of the system, as far as we speak it. Source: POSIX, LC_MESSAGES; GNU, LANGUAGE.
std::string system_language()
{
    for (const auto* variable : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto* value = std::getenv(variable);
        const std::string text = value ? value : "";
        if (text.starts_with("zh_TW") || text.starts_with("zh_HK") || text.starts_with("zh_Hant")) return "zh_TW";
        if (text.starts_with("zh")) return "zh_CN";
        if (!text.empty()) return "en";
    }
    return "en";
}

}  // namespace

Desk::Desk(app::Session session, Options options, std::function<ledger::Moment()> now, app::Later later)
    : session_{std::move(session)}, options_{std::move(options)}, now_{std::move(now)}, background_{std::move(later)}
{
    choose_language();
}

void Desk::choose_language()
{
    const auto& preferred = state().book.preferences.language;
    const auto language = !options_.language.empty() ? options_.language
                          : !preferred.empty()       ? preferred
                                                     : system_language();
    if (language != words_.language()) words_ = wording::Words{language};
}

// Answers

Answer Desk::refused(const Problem& problem) const
{
    return {false, wording::beside_field(problem, words_), {}};
}

Answer Desk::refused(const ledger::Problems& problems) const
{
    return problems.empty() ? Answer{false, words_("Nothing was changed."), {}} : refused(problems.front());
}

Answer Desk::failed(const app::Mishap& trouble) const
{
    return {false, wording::sentence(trouble.kind, trouble.file, trouble.what, words_), {}};
}

Answer Desk::answer(const app::Outcome& outcome, bool undoable)
{
    if (outcome.trouble) return failed(*outcome.trouble);
    if (!outcome.problems.empty()) return refused(outcome.problems);
    Answer out{true, {}, {}};
    if (const auto last = ask([](const db::Store& store) { return store.undo_list(1); }); !last.empty()) {
        out.text = wording::deed_done(words_, last.front().deed, last.front().about);
        if (undoable) out.action = view::Action{words_("Undo"), view::Undo{}};
    }
    return out;
}

// Models

view::HomeModel Desk::home()
{
    auto model = view::home(state(), session_.assessment(), words_, shown_outlook_);
    model.offer = offer();
    model.follow_ups = view::first_of(view::follow_ups(state(), session_.assessment(), words_), 3, words_);
    return model;
}

db::EntryFilter Desk::filter() const
{
    db::EntryFilter filter;
    if (!shown_all_) filter.account = shown_account_;
    filter.words = view::search_words(search_, state().book, words_);
    return filter;
}

view::RegisterModel Desk::register_model()
{
    const auto accounts = view::register_accounts(state().book, closed_too_);
    if (std::find(accounts.begin(), accounts.end(), shown_account_) == accounts.end())
        shown_account_ = accounts.empty() ? ledger::AccountId{} : accounts.front();
    const auto fits = [&](const db::Store& store) { return store.count(filter()); };
    const auto count = accounts.empty() ? 0 : ask(fits);
    return view::entries(state().book, state().history, state().today, words_, register_wish(), count);
}

view::RegisterRows Desk::register_rows()
{
    if (!shown_account_) return {};
    const auto count = ask([&](const db::Store& store) { return store.count(filter()); });
    return {count, [this, filter = filter()](std::int64_t offset, std::int64_t limit) {
                return ask([&](const db::Store& store) { return store.page(filter, offset, limit, true); });
            }};
}

view::BillsModel Desk::bills()
{
    return view::bills(state(), session_.assessment(), words_);
}
view::WarningsModel Desk::warnings()
{
    auto model = view::warnings(state(), session_.assessment(), words_);
    model.follow_ups = view::follow_ups(state(), session_.assessment(), words_);
    return model;
}
view::SettingsModel Desk::settings(const view::Surroundings& around)
{
    return view::settings(state().book.preferences, words_, around);
}

int Desk::warnings_count()
{
    const auto& findings = session_.assessment().findings;
    return static_cast<int>(std::count_if(findings.begin(), findings.end(), [&](const auto& f) {
        return view::is_warning(f) && (f.level >= alerts::Level::at_risk || f.duty.late());
    }));
}

view::DutyKey Desk::first_warning()
{
    const auto model = warnings();
    return model.rows.empty() ? view::DutyKey{} : model.rows.front().duty;
}

std::optional<view::EntryLine> Desk::entry_line(ledger::EntryId entry)
{
    const auto found = ask([&](const db::Store& store) { return store.entry(entry); });
    return found ? std::optional{view::entry_line(*found, register_model())} : std::nullopt;
}

std::optional<view::BillForm> Desk::bill_form(ledger::BillId bill)
{
    const auto* found = ledger::find<ledger::Bill>(state().book, bill);
    if (!found) return std::nullopt;
    const auto duty = ledger::current_duty(state().book, state().history, bill, state().today);
    return view::bill_form(*found, duty ? duty->occurrence : found->first_due, bills(), words_);
}

std::optional<view::BillForm> Desk::income_form(ledger::IncomeId income)
{
    const auto* found = ledger::find<ledger::Income>(state().book, income);
    if (!found) return std::nullopt;
    for (const auto& next : ledger::expected_incomes(state().book, state().history, state().today.date,
                                                     state().today.date + ledger::Days{400}))
        if (next.income == income) return view::income_form(*found, next.occurrence, bills(), words_);
    return view::income_form(*found, found->next, bills(), words_);
}

// Deeds

Answer Desk::save(const view::SaveEntry& wanted)
{
    const auto* account = ledger::find<ledger::Account>(state().book, wanted.account);
    if (!account) return refused(Problem{Trouble::no_such, "account", {}, {}});
    const auto date = view::read_day(wanted.date, state().today, words_);
    if (!date) return refused(date.problems());
    const auto amount = view::line_amount(wanted, account->currency);
    if (!amount) return refused(amount.problems());
    if (wanted.entry) return change(wanted, *date, *amount);
    app::AddEntry entry;
    entry.account = wanted.account;
    entry.date = *date;
    entry.amount = *amount;
    entry.payee = wanted.payee;
    entry.category = wanted.category;
    entry.memo = wanted.memo;
    return run([&](const app::State& s, const db::Store& store) {
        return app::add_entry(s, entry, [&](const std::string& payee) { return store.usual_category(payee); });
    });
}

Answer Desk::change(const view::SaveEntry& wanted, ledger::Date date, ledger::Money amount)
{
    return run([&](const app::State& s, const db::Store& store) -> ledger::Result<ledger::Change> {
        const auto before = store.entry(wanted.entry);
        if (!before) return Problem{Trouble::no_such, "entry", {}, {}};
        auto entry = *before;
        entry.payee = wanted.payee;
        entry.memo = wanted.memo;
        if (!before->transfer && before->splits.empty()) {
            entry.date = date;
            entry.amount = amount;
            entry.category = wanted.category;
        }
        return app::edit_entry(s, *before, entry);
    });
}

Answer Desk::remove(ledger::EntryId id)
{
    return run([&](const app::State& s, const db::Store& store) -> ledger::Result<ledger::Change> {
        const auto entry = store.entry(id);
        if (!entry) return Problem{Trouble::no_such, "entry", {}, {}};
        std::vector<ledger::Entry> gone{*entry};
        if (entry->transfer) {  // its other side goes with it
            db::EntryFilter around;
            around.from = entry->date - ledger::Days{10};
            around.to = entry->date + ledger::Days{10};
            for (const auto& other : store.entries(around))
                if (other.transfer == entry->transfer && other.id != id) gone.push_back(other);
        }
        return app::remove_entries(s, gone);
    });
}

Answer Desk::save(const view::SaveSettings& wanted)
{
    auto preferences = wanted.preferences;
    const auto buffer = view::read_amount(wanted.buffer.empty() ? "0" : wanted.buffer, preferences.currency);
    if (!buffer) return refused(buffer.problems());
    preferences.buffer = *buffer;
    if (preferences == state().book.preferences) return {true, {}, {}};
    auto out = answer(session_.record({ledger::Deed::preferences, {}, {preferences}}));
    options_.language.clear();  // what was chosen here wins from now on
    choose_language();
    out.text = out.done ? wording::deed_done(words_, ledger::Deed::preferences, {}) : out.text;
    if (out.action) out.action->label = words_("Undo");
    return out;
}

Answer Desk::undo()
{
    // That the person was told of something is no deed of theirs: it is passed over, and noted again.
    const auto notices = state().book.notices;
    auto undone = session_.undo();
    bool passed = false;
    for (; undone && *undone && (*undone)->deed == ledger::Deed::notice; undone = session_.undo()) passed = true;
    ledger::Change again{ledger::Deed::notice, {}, {}};
    for (const auto& [id, notice] : notices)
        if (!state().book.notices.contains(id)) again.steps.push_back(ledger::Put<ledger::Notice>{notice});
    if (passed && !again.steps.empty()) session_.record(again);
    choose_language();
    if (!undone) return failed(undone.trouble());
    const auto& last = *undone;
    return last ? Answer{true, wording::deed_undone(words_, last->deed, last->about), {}}
                : Answer{false, words_("There is nothing to take back."), {}};
}

Answer Desk::back_up(const std::filesystem::path& to)
{
    const auto done = session_.ask([&](const db::Store& store) { return store.backup(to); });
    if (!done) return failed(done.trouble());
    return {true, words_.fill("A verified copy is in {file}.", fmt::arg("file", to.string())), {}};
}

bool Desk::look_around(ledger::Today today)
{
    // When the other program is still writing, or the disk is away for the moment, the next look finds out.
    const auto before = state().today;
    session_.set_today(today);
    const bool anew = session_.refresh().value_or(false) || state().today != before;
    if (anew) choose_language();
    return anew;
}

}  // namespace desktop
