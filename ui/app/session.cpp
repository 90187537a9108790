#include "ui/app/session.hpp"

#include <map>
#include <utility>

#include "ledger/sound/validate.hpp"

namespace app {

namespace {

/// The entries that a Change touches, as they are before it: the History takes them out of its rows, and after
/// recording it is too late to ask.
std::map<ledger::EntryId, ledger::Entry> touched(const db::Store& store, const ledger::Book& book,
                                                 const ledger::Change& change)
{
    std::map<ledger::EntryId, ledger::Entry> out;
    const auto look_up = [&](ledger::EntryId id) {
        if (id > book.last_entry) return;
        if (auto entry = store.entry(id)) out.emplace(id, std::move(*entry));
    };
    for (const auto& step : change.steps) {
        if (const auto* put = std::get_if<ledger::Put<ledger::Entry>>(&step)) look_up(put->fact.id);
        else if (const auto* gone = std::get_if<ledger::Remove<ledger::Entry>>(&step)) look_up(gone->id);
    }
    return out;
}

/// Preferences that nobody has set yet begin with the currency the ledger is kept in, else with that of the country.
void begin_preferences(ledger::Book& book, ledger::Currency home)
{
    if (book.preferences != ledger::Preferences{}) return;
    book.preferences.currency = home;
    book.preferences.currency = ledger::usual_currency(book);
    book.preferences.buffer.currency = book.preferences.currency;
}

}  // namespace

Session::Session(db::Store store, ledger::Today today, std::function<ledger::Moment()> now, Load load,
                 ledger::Currency home)
    : store_{std::move(store)}, now_{std::move(now)}, has_history_{load == Load::all}, home_{home}
{
    state_.today = today;
    reload();
}

Session Session::open(const std::filesystem::path& file, ledger::Today today, std::function<ledger::Moment()> now,
                      Load load, ledger::Currency home)
{
    return {db::Store::open(file), today, std::move(now), load, home};
}

Session Session::in_memory(ledger::Today today)
{
    return {db::Store::in_memory(), today, [today] { return ledger::moment(today.date, 12, 0); }, Load::all};
}

void Session::reload()
{
    auto book = store_.load();
    begin_preferences(book, home_);
    if (has_history_) state_.history = store_.history(ledger::history_start(state_.today));
    state_.book = std::move(book);
    assessment_.reset();
    stale_ = false;
}

Outcome Session::load_history()
{
    if (has_history_) return {};
    auto history = ask([&](const db::Store& store) { return store.history(ledger::history_start(state_.today)); });
    if (!history) return {.trouble = history.trouble()};
    state_.history = *std::move(history);
    has_history_ = true;
    return {};
}

const alerts::Assessment& Session::assessment()
{
    if (!assessment_) assessment_ = alerts::assess(state_.book, state_.history, state_.today);
    return *assessment_;
}

Outcome Session::run(const Journey& journey)
{
    return run(Lookup{[&](const State& state, const db::Store&) { return journey(state); }});
}

Outcome Session::run(const Lookup& journey)
{
    auto done = guarded([&]() -> Outcome {
        if (stale_ || store_.changed_elsewhere()) reload();
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto made = journey(state_, store_);
            if (!made) return {.problems = made.problems()};
            const auto find_entry = [&](ledger::EntryId id) { return store_.entry(id); };
            const auto turnover = [&] { return store_.turnover(); };
            if (auto problems = ledger::validate(state_.book, *made, find_entry, turnover); !problems.empty())
                return {.problems = std::move(problems)};
            if (carried(*made)) return {};
            reload();  // another process was quicker: look again, once
        }
        return {.trouble = Mishap{.kind = db::StorageError::Kind::locked,
                                  .file = store_.info().file.string(),
                                  .what = "changed meanwhile"}};
    });
    return done ? *std::move(done) : Outcome{.trouble = done.trouble()};
}

/// Records the Change and applies it. False, with nothing done, when another process has recorded meanwhile.
bool Session::carried(const ledger::Change& made)
{
    const auto before = has_history_ ? touched(store_, state_.book, made) : std::map<ledger::EntryId, ledger::Entry>{};
    if (!store_.record(made, state_.book.revision, now_())) return false;
    if (!state_.book.left_out.empty()) {  // perhaps this mended it, and then there is more to see
        reload();
        return true;
    }
    const auto as_it_was = [&](ledger::EntryId id) {
        const auto at = before.find(id);
        return at == before.end() ? std::nullopt : std::optional{at->second};
    };
    if (has_history_) ledger::amend(state_.history, state_.book, made, as_it_was);
    state_.book = ledger::apply(std::move(state_.book), made);
    assessment_.reset();
    return true;
}

Outcome Session::record(const ledger::Change& change)
{
    return run([&](const State&) -> ledger::Result<ledger::Change> { return change; });
}

Asked<std::optional<db::Undoable>> Session::undo()
{
    return guarded([&] {
        auto undone = store_.undo();
        stale_ = stale_ || undone;
        if (stale_) reload();
        return undone;
    });
}

Asked<bool> Session::refresh()
{
    return guarded([&] {
        if (!stale_ && !store_.changed_elsewhere()) return false;
        reload();
        return true;
    });
}

Outcome Session::set_today(ledger::Today today)
{
    if (today == state_.today) return {};
    const auto from = ledger::history_start(today);
    if (has_history_ && from != ledger::history_start(state_.today)) {
        auto history = ask([&](const db::Store& store) { return store.history(from); });
        if (!history) return {.trouble = history.trouble()};
        state_.history = *std::move(history);
    }
    state_.today = today;
    assessment_.reset();
    return {};
}

Outcome Session::compact()
{
    const auto done = guarded([&] {
        store_.compact();
        return true;
    });
    return done ? Outcome{} : Outcome{.trouble = done.trouble()};
}

}  // namespace app
