#pragma once
#include <vector>

#include "db/store.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// Sums for reports. Transfers between own accounts are left out; a split entry counts by its parts.
std::vector<Total> totals_by(SQLite::Database& database, const EntryFilter& filter, GroupBy by);

}  // namespace db
