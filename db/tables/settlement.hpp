#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/bill.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The payments of bills, as rows. All SQL about them is in settlement.cpp and nowhere else.
class SettlementTable {
public:
    explicit SettlementTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Settlement> load(Unread& unread) const;
    void put(const ledger::Settlement& settlement);  ///< inserts, or replaces the one with this id
    void remove(ledger::SettlementId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
