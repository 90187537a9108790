#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/bill.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// What card issuers printed, as rows. All SQL about them is in card_statement.cpp and nowhere else.
class CardStatementTable {
public:
    explicit CardStatementTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::CardStatement> load(Unread& unread) const;
    void put(const ledger::CardStatement& printed);  ///< inserts, or replaces the one with this id
    void remove(ledger::CardStatementId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
