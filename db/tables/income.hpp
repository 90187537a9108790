#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/bill.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The expected incomes, as rows. All SQL about them is in income.cpp and nowhere else.
class IncomeTable {
public:
    explicit IncomeTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Income> load(Unread& unread) const;
    void put(const ledger::Income& income);  ///< inserts, or replaces the one with this id
    void remove(ledger::IncomeId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
