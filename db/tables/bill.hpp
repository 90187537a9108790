#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/bill.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The bills and what was agreed to be paid of them, as rows. All SQL about them is in bill.cpp and nowhere else.
class BillTable {
public:
    explicit BillTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Bill> load(Unread& unread) const;
    void put(const ledger::Bill& bill);  ///< inserts, or replaces the one with this id
    void remove(ledger::BillId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
