#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/category.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The categories, as rows. All SQL about them is in category.cpp and nowhere else.
class CategoryTable {
public:
    explicit CategoryTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Category> load(Unread& unread) const;
    void put(const ledger::Category& category);  ///< inserts, or replaces the one with this id
    void remove(ledger::CategoryId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
