#include "db/recording.hpp"

#include <sqlite3.h>

#include <array>
#include <map>
#include <memory>

#include "db/tables/entry_text.hpp"

namespace db {

namespace {

constexpr std::array watched{"counters", "accounts",    "card_terms",      "categories", "batches",       "entries",     "splits",
                             "bills",    "bill_schedule", "hardships", "incomes",       "settlements", "adjustments",  "card_statements", "plans",
                             "plan_schedule", "contacts", "papers",        "notices",    "rules",         "statement_formats",
                             "statement_format_columns", "issuer_corrections", "exchange_rates", "preferences",
                             "card_late_steps", "bill_earlier", "holidays", "dismissals"};

struct Freed {
    void operator()(void* bytes) const { sqlite3_free(bytes); }
};
using Bytes = std::unique_ptr<void, Freed>;

void must(int result, const char* doing)
{
    if (result != SQLITE_OK) throw SQLite::Exception{doing, result};
}

/// The entries whose text may change when this is taken back: their own rows, and those of their parts, begin with the entry's number.
std::map<ledger::EntryId, EntryText::Words> entries_in(std::string& changeset)
{
    sqlite3_changeset_iter* at = nullptr;
    must(sqlite3changeset_start(&at, static_cast<int>(changeset.size()), changeset.data()), "reading how to undo");
    std::map<ledger::EntryId, EntryText::Words> found;
    while (sqlite3changeset_next(at) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0, operation = 0, indirect = 0;
        sqlite3changeset_op(at, &table, &columns, &operation, &indirect);
        if (const std::string_view name{table}; name != "entries" && name != "splits") continue;
        sqlite3_value* number = nullptr;
        operation == SQLITE_INSERT ? sqlite3changeset_new(at, 0, &number) : sqlite3changeset_old(at, 0, &number);
        if (number) found.try_emplace(ledger::EntryId{sqlite3_value_int64(number)});
    }
    must(sqlite3changeset_finalize(at), "reading how to undo");
    return found;
}

}  // namespace

Recording::Recording(SQLite::Database& database) : database_{database}
{
    must(sqlite3session_create(database_.getHandle(), "main", &session_), "watching the ledger");
    for (const auto* table : watched) must(sqlite3session_attach(session_, table), "watching the ledger");
}

Recording::~Recording() { sqlite3session_delete(session_); }

std::string Recording::inverse()
{
    int size = 0, inverse_size = 0;
    void *bytes = nullptr, *inverse_bytes = nullptr;
    must(sqlite3session_changeset(session_, &size, &bytes), "noting what changed");
    const Bytes forward{bytes};
    must(sqlite3changeset_invert(size, bytes, &inverse_size, &inverse_bytes), "noting how to undo");
    const Bytes backward{inverse_bytes};
    return inverse_size ? std::string{static_cast<const char*>(inverse_bytes), static_cast<std::size_t>(inverse_size)} : std::string{};
}

void take_back(SQLite::Database& database, const std::string& inverse)
{
    if (inverse.empty()) return;
    const auto stop_at_conflict = [](void*, int, sqlite3_changeset_iter*) -> int { return SQLITE_CHANGESET_ABORT; };
    auto bytes = inverse;  // the extension takes a pointer to what it does not change
    EntryText text{database};
    auto before = entries_in(bytes);
    for (auto& [id, words] : before) words = text.words(id);
    // Without a savepoint of its own: the caller's transaction goes back as a whole, and one round a large import made each row
    // cost as much as all before it together (20 000 rows: 4 s, now 0.2 s).
    const int result = sqlite3changeset_apply_v2(database.getHandle(), static_cast<int>(bytes.size()), bytes.data(), nullptr, stop_at_conflict, nullptr,
                                                 nullptr, nullptr, SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
    if (result == SQLITE_ABORT) throw Unreadable{"the ledger is no longer as the recorded change left it"};
    if (result != SQLITE_OK) throw SQLite::Exception{database.getHandle(), result};
    for (const auto& [id, words] : before) text.change(id, words, text.words(id));
}

}  // namespace db
