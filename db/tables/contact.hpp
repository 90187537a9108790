#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/rescue.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The talks with banks, as rows. All SQL about them is in contact.cpp and nowhere else.
class ContactTable {
public:
    explicit ContactTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Contact> load(Unread& unread) const;
    void put(const ledger::Contact& contact);  ///< inserts, or replaces the one with this id
    void remove(ledger::ContactId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
