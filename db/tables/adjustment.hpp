#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/bill.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The occurrences that differ from their rule, as rows. All SQL about them is in adjustment.cpp and nowhere else.
class AdjustmentTable {
public:
    explicit AdjustmentTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Adjustment> load(Unread& unread) const;
    void put(const ledger::Adjustment& adjustment);  ///< inserts, or replaces the one with this id
    void remove(ledger::AdjustmentId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
