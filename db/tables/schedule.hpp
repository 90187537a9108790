#pragma once
#include <vector>

#include "ledger/facts/bill.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The payments agreed for a bill or in a plan, as rows. All SQL about them is in schedule.cpp and nowhere else.
class ScheduleTable {
public:
    struct Sql {
        const char *table, *load, *clear, *add;
    };
    ScheduleTable(SQLite::Database& database, Sql sql) : database_{database}, sql_{sql} {}
    std::vector<ledger::ScheduledPart> load(std::int64_t owner) const;
    void put(std::int64_t owner,
             const std::vector<ledger::ScheduledPart>& parts);  ///< in place of those that were there

private:
    SQLite::Database& database_;
    Sql sql_;
};

ScheduleTable schedule_of_bills(SQLite::Database& database);
ScheduleTable schedule_of_plans(SQLite::Database& database);

}  // namespace db
