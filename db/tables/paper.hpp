#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/rescue.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The supporting papers, as rows. All SQL about them is in paper.cpp and nowhere else.
class PaperTable {
public:
    explicit PaperTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Paper> load(Unread& unread) const;
    void put(const ledger::Paper& paper);  ///< inserts, or replaces the one with this id
    void remove(ledger::PaperId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
