#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/settings.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The learned formats of banks' files, as rows. All SQL about them is in statement_format.cpp and nowhere else.
class StatementFormatTable {
public:
    explicit StatementFormatTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::StatementFormat> load(Unread& unread) const;
    void put(const ledger::StatementFormat& format);  ///< inserts, or replaces the one with this id
    void remove(ledger::FormatId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
