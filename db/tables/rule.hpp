#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/settings.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The rules for entries, as rows. All SQL about them is in rule.cpp and nowhere else.
class RuleTable {
public:
    explicit RuleTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Rule> load(Unread& unread) const;
    void put(const ledger::Rule& rule);  ///< inserts, or replaces the one with this id
    void remove(ledger::RuleId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
