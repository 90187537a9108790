#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/rescue.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The ways out that were accepted, as rows. All SQL about them is in plan.cpp and nowhere else.
class PlanTable {
public:
    explicit PlanTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Plan> load(Unread& unread) const;
    void put(const ledger::Plan& plan);  ///< inserts, or replaces the one with this id
    void remove(ledger::PlanId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
