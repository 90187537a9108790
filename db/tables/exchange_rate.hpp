#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/settings.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The exchange rates, as rows. All SQL about them is in exchange_rate.cpp and nowhere else.
class ExchangeRateTable {
public:
    explicit ExchangeRateTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::ExchangeRate> load(Unread& unread) const;
    void put(const ledger::ExchangeRate& rate);  ///< inserts, or replaces the one with this id
    void remove(ledger::ExchangeRateId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
