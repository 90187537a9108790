#include "db/file/recording.hpp"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <map>
#include <memory>

#include "db/tables/entry.hpp"
#include "db/tables/entry_text.hpp"

namespace db {

namespace {

constexpr std::array watched{"counters",
                             "accounts",
                             "card_terms",
                             "categories",
                             "batches",
                             "entries",
                             "splits",
                             "bills",
                             "bill_schedule",
                             "hardships",
                             "incomes",
                             "settlements",
                             "adjustments",
                             "card_statements",
                             "plans",
                             "plan_schedule",
                             "contacts",
                             "papers",
                             "notices",
                             "rules",
                             "statement_formats",
                             "statement_format_columns",
                             "issuer_corrections",
                             "exchange_rates",
                             "preferences",
                             "card_late_steps",
                             "bill_earlier",
                             "holidays",
                             "dismissals"};

struct Freed {
    void operator()(void* bytes) const { sqlite3_free(bytes); }
};
using Bytes = std::unique_ptr<void, Freed>;

void must(int result, const char* doing)
{
    if (result != SQLITE_OK) throw SQLite::Exception{doing, result};
}

constexpr std::string_view by_number =
    "new ";  ///< a line of text before the changeset, which never begins so: "new FIRST COUNT"

/// The lines are taken off `inverse`; the changeset remains.
std::vector<NewEntries> take_numbers(std::string_view& inverse)
{
    std::vector<NewEntries> found;
    while (inverse.starts_with(by_number)) {
        const auto end = inverse.find('\n');
        if (end == std::string_view::npos) throw Unreadable{"the record of how to undo is cut short"};
        auto line = inverse.substr(by_number.size(), end - by_number.size());
        auto& one = found.emplace_back();
        for (auto* number : {&one.first.value, &one.count}) {
            const auto read = std::from_chars(line.data(), line.data() + line.size(), *number);
            line.remove_prefix(static_cast<std::size_t>(read.ptr - line.data()));
            if (read.ec != std::errc{}) throw Unreadable{"the record of how to undo is damaged"};
            if (!line.empty()) line.remove_prefix(1);
        }
        inverse.remove_prefix(end + 1);
    }
    return found;
}

/// The entries whose text may change when this is taken back: their own rows, and those of their parts, begin with the
/// entry's number.
std::map<ledger::EntryId, EntryText::Words> entries_in(std::string& changeset)
{
    sqlite3_changeset_iter* at = nullptr;
    must(sqlite3changeset_start(&at, static_cast<int>(changeset.size()), changeset.data()), "reading how to undo");
    std::map<ledger::EntryId, EntryText::Words> found;
    while (sqlite3changeset_next(at) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        sqlite3changeset_op(at, &table, &columns, &operation, &indirect);
        if (const std::string_view name{table}; name != "entries" && name != "splits") continue;
        sqlite3_value* number = nullptr;
        operation == SQLITE_INSERT ? sqlite3changeset_new(at, 0, &number) : sqlite3changeset_old(at, 0, &number);
        if (number) found.try_emplace(ledger::EntryId{sqlite3_value_int64(number)});
    }
    must(sqlite3changeset_finalize(at), "reading how to undo");
    return found;
}

/// The value of a column on one side of a change; nothing where the change leaves it alone.
template <int (*side)(sqlite3_changeset_iter*, int, sqlite3_value**)>
sqlite3_value* value(sqlite3_changeset_iter* at, int column)
{
    sqlite3_value* found = nullptr;
    must(side(at, column, &found), "reading how to undo");
    return found;
}

std::string text_in(sqlite3_value* value)
{
    const auto* text = value ? sqlite3_value_text(value) : nullptr;
    return text ? std::string{reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_value_bytes(value))}
                : std::string{};
}

std::optional<ledger::Date> day_in(sqlite3_value* value)
{
    if (!value || sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
    return ledger::Date{ledger::Days{sqlite3_value_int(value)}};
}

/// The rows of the changeset as they were.
void take_back_rows(SQLite::Database& database, std::string_view inverse)
{
    if (inverse.empty()) return;
    // Whether each reference still leads somewhere is asked when the transaction ends: entries that go by their numbers
    // are there until then.
    const auto stop_at_conflict = [](void*, int what, sqlite3_changeset_iter*) -> int {
        return what == SQLITE_CHANGESET_FOREIGN_KEY ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
    };
    std::string bytes{inverse};  // the extension takes a pointer to what it does not change
    EntryText text{database};
    auto before = entries_in(bytes);
    for (auto& [id, words] : before) words = text.words(id);
    // Without a savepoint of its own: the caller's transaction goes back as a whole, and one round a large import made
    // each row cost as much as all before it together (20 000 rows: 4 s, now 0.2 s).
    const int result =
        sqlite3changeset_apply_v2(database.getHandle(), static_cast<int>(bytes.size()), bytes.data(), nullptr,
                                  stop_at_conflict, nullptr, nullptr, nullptr, SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
    if (result == SQLITE_ABORT) throw Unreadable{"the ledger is no longer as the recorded change left it"};
    if (result != SQLITE_OK) throw SQLite::Exception{database.getHandle(), result};
    for (const auto& [id, words] : before) text.change(id, words, text.words(id));
}

}  // namespace

Recording::Recording(SQLite::Database& database) : database_{database}
{
    must(sqlite3session_create(database_.getHandle(), "main", &session_), "watching the ledger");
    for (const auto* table : watched) must(sqlite3session_attach(session_, table), "watching the ledger");
}

Recording::~Recording()
{
    sqlite3session_delete(session_);
}

std::string Recording::inverse()
{
    int size = 0;
    int inverse_size = 0;
    void* bytes = nullptr;
    void* inverse_bytes = nullptr;
    must(sqlite3session_changeset(session_, &size, &bytes), "noting what changed");
    const Bytes forward{bytes};
    must(sqlite3changeset_invert(size, bytes, &inverse_size, &inverse_bytes), "noting how to undo");
    const Bytes backward{inverse_bytes};
    return numbers_ +
           (inverse_size ? std::string{static_cast<const char*>(inverse_bytes), static_cast<std::size_t>(inverse_size)}
                         : std::string{});
}

void Recording::pass_over(ledger::EntryId first, std::int64_t count)
{
    if (count > 0)
        numbers_ += std::string{by_number} + std::to_string(first.value) + ' ' + std::to_string(count) + '\n';
    sqlite3session_enable(session_, 0);
}

void Recording::go_on()
{
    sqlite3session_enable(session_, 1);
}

std::vector<NewEntries> new_entries(const std::string& inverse)
{
    std::string_view rest = inverse;
    return take_numbers(rest);
}

std::vector<Booked> booked_with(const std::string& inverse, ledger::BatchId batch)
{
    constexpr int id = 0, posted = 3, status = 8, bank_id = 11;  // columns of entries, db/schema/0001_ledger.sql
    std::string_view changeset = inverse;
    take_numbers(changeset);
    std::string bytes{changeset};
    sqlite3_changeset_iter* at = nullptr;
    must(sqlite3changeset_start(&at, static_cast<int>(bytes.size()), bytes.data()), "reading how to undo");
    std::vector<Booked> found;
    bool this_one = false;
    while (sqlite3changeset_next(at) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        sqlite3changeset_op(at, &table, &columns, &operation, &indirect);
        const std::string_view name{table};
        if (name == "batches" && operation == SQLITE_DELETE)
            this_one = this_one || sqlite3_value_int64(value<sqlite3changeset_old>(at, id)) == batch.value;
        if (name != "entries" || operation != SQLITE_UPDATE) continue;
        const auto* status_before =
            value<sqlite3changeset_new>(at, status);  // the inverse leads back: its new is the old
        if (!status_before || sqlite3_value_int(const_cast<sqlite3_value*>(status_before)) !=
                                  static_cast<int>(ledger::EntryStatus::pending))
            continue;
        found.push_back({{sqlite3_value_int64(value<sqlite3changeset_old>(at, id))},
                         day_in(value<sqlite3changeset_old>(at, posted)),
                         day_in(value<sqlite3changeset_new>(at, posted)),
                         text_in(value<sqlite3changeset_old>(at, bank_id)),
                         text_in(value<sqlite3changeset_new>(at, bank_id))});
    }
    must(sqlite3changeset_finalize(at), "reading how to undo");
    if (!this_one) found.clear();
    return found;
}

void take_back(SQLite::Database& database, const std::string& inverse)
{
    std::string_view changeset = inverse;
    const auto added = take_numbers(changeset);
    take_back_rows(database, changeset);
    EntryTable entries{database};
    for (const auto& range : added) entries.remove_all(range.first, range.count);
}

}  // namespace db
