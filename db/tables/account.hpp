#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/account.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The accounts and the terms of the cards among them, as rows. All SQL about them is in account.cpp and nowhere else.
class AccountTable {
public:
    explicit AccountTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Account> load(Unread& unread) const;
    void put(const ledger::Account& account);  ///< inserts, or replaces the one with this id
    void remove(ledger::AccountId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
