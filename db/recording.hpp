#pragma once
#include <string>

#include "db/tables/rows.hpp"

struct sqlite3_session;

namespace db {

/// Watches every row of the facts that changes while it lives, so that the whole can be taken back. Uses SQLite's session
/// extension: it costs one look at each changed row and knows of no table by name but in the list in recording.cpp.
/// Not watched: `meta` (the revision counts on), `undo` itself, and `month_totals` and `flow_totals`, which their triggers keep
/// right also when a Change is taken back, nor the index of texts, which `take_back` keeps itself.
class Recording {
public:
    explicit Recording(SQLite::Database& database);
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    /// What takes back all that happened since; for `take_back`.
    std::string inverse();

private:
    SQLite::Database& database_;
    sqlite3_session* session_ = nullptr;
};

/// Puts every row back as it was. Throws when the rows are no longer as the Change left them; the caller's transaction then goes back.
void take_back(SQLite::Database& database, const std::string& inverse);

}  // namespace db
