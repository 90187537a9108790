#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/entry.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The imports, as rows. All SQL about them is in batch.cpp and nowhere else.
class BatchTable {
public:
    explicit BatchTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Batch> load(Unread& unread) const;
    void put(const ledger::Batch& batch);  ///< inserts, or replaces the one with this id
    void remove(ledger::BatchId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
