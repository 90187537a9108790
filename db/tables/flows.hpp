#pragma once
#include <vector>

#include "db/queries.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// Sums for reports. Read from `flow_totals` where they can answer, and at most two months of entries at the ends; else
/// from the entries.
std::vector<Flow> flows_by(SQLite::Database& database, const EntryFilter& filter, GroupBy by);

}  // namespace db
