#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/bill.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// What is not to be expected again, as rows. All SQL about it is in dismissal.cpp and nowhere else.
class DismissalTable {
public:
    explicit DismissalTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Dismissal> load(Unread& unread) const;
    void put(const ledger::Dismissal& dismissal);  ///< inserts, or replaces the one with this id
    void remove(ledger::DismissalId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
