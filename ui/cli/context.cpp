#include "ui/cli/context.hpp"

#include <cstdlib>

#include "ui/app/home_currency.hpp"

namespace cli {

namespace fs = std::filesystem;

namespace {

ledger::Problems problems_of(const app::Outcome& outcome)
{
    if (outcome.trouble) throw db::StorageError{outcome.trouble->kind, outcome.trouble->file, outcome.trouble->what};
    return outcome.problems;
}

}  // namespace

fs::path Context::file() const
{
    const auto environment = [](const char* name) -> std::string {
        const char* value = std::getenv(name);
        return value ? value : "";
    };
    if (!db_file.empty()) return db_file;
    if (const auto named = environment("DUEWATCH_DB"); !named.empty()) return named;
    const auto data = environment("XDG_DATA_HOME");
    const fs::path folder = !data.empty() && fs::path{data}.is_absolute()
                                ? fs::path{data}
                                : fs::path{environment("HOME")} / ".local" / "share";
    return folder / "duewatch" / "ledger.duewatch";
}

ledger::Moment Context::now() const
{
    // The day is the one on which judgements are made; the time of day is the clock's.
    return {ledger::moment(today_.date, 0, 0).minutes + clock.minutes -
            ledger::moment(ledger::day_of(clock), 0, 0).minutes};
}

app::Session& Context::opened()
{
    if (!session_)
        session_.emplace(app::Session::open(
            file(), today_, [this] { return now(); }, app::Session::Load::book_only,
            app::currency_of_country(words.country()).value_or(ledger::Currency{})));
    return *session_;
}

app::Session& Context::session()
{
    problems_of(opened().load_history());
    return *session_;
}

app::Session& Context::session_for_import()
{
    auto& session = opened();
    if (!session.state().book.bills.empty()) problems_of(session.load_history());
    return session;
}

ledger::Problems Context::run(app::Session& session, const app::Journey& journey)
{
    return problems_of(session.run(journey));
}

ledger::Problems Context::run(app::Session& session, const app::Lookup& journey)
{
    return problems_of(session.run(journey));
}

db::FileInfo Context::info()
{
    return ask([](const db::Store& store) { return store.info(); });
}

void Context::compact()
{
    problems_of(opened().compact());
}

}  // namespace cli
