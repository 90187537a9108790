#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/tables/rows.hpp"

struct sqlite3_session;

namespace db {

/// Watches every row of the facts that changes while it lives, so that the whole can be taken back. Uses SQLite's
/// session extension: it costs one look at each changed row and knows of no table by name but in the list in
/// recording.cpp. Not watched: `meta` (the revision counts on), `undo` itself, and `month_totals` and `flow_totals`,
/// which their triggers keep right also when a Change is taken back, nor the index of texts, which `take_back` keeps
/// itself.
class Recording {
public:
    explicit Recording(SQLite::Database& database);
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    /// Entries under the `count` numbers from `first` on are about to be added, and nothing else until `go_on`. They
    /// are not watched row by row: nothing was there before, so their numbers are enough to take them back, and a
    /// million of them cost no memory.
    void pass_over(ledger::EntryId first, std::int64_t count);
    void go_on();

    /// What takes back all that happened since; for `take_back`.
    std::string inverse();

private:
    SQLite::Database& database_;
    sqlite3_session* session_ = nullptr;
    std::string numbers_{};
};

/// Entries that are taken back by their numbers.
struct NewEntries {
    ledger::EntryId first{};
    std::int64_t count = 0;
};
std::vector<NewEntries> new_entries(const std::string& inverse);

/// An entry that waited to be booked, and was booked by the recorded Change.
struct Booked {
    ledger::EntryId id{};
    std::optional<ledger::Date> posted{}, posted_before{};
    std::string bank_id{}, bank_id_before{};
};
/// Those of the Change that brought the batch in; nothing where this inverse is another's.
std::vector<Booked> booked_with(const std::string& inverse, ledger::BatchId batch);

/// Puts every row back as it was. Throws when the rows are no longer as the Change left them; the caller's transaction
/// then goes back.
void take_back(SQLite::Database& database, const std::string& inverse);

}  // namespace db
