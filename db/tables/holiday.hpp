#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/bill.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The days on which banks are closed, as rows. All SQL about them is in holiday.cpp and nowhere else.
class HolidayTable {
public:
    explicit HolidayTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Holiday> load(Unread& unread) const;
    void put(const ledger::Holiday& holiday);  ///< inserts, or replaces the one with this id
    void remove(ledger::HolidayId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
