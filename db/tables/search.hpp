#pragma once
#include <cstdint>
#include <vector>

#include "db/queries.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The entries that fit every one of these words, ascending. Needs at least one.
std::vector<std::int64_t> entries_with(SQLite::Database& database, const std::vector<SearchWord>& words);

/// Lets `is_found(e.id)` be asked in queries on this connection, for these entries, until it is called again.
void offer_found(SQLite::Database& database, const std::vector<std::int64_t>& entries);

}  // namespace db
