#include "db/tables/exchange_rate.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::ExchangeRate> ExchangeRateTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT id, date, from_currency, to_currency, rate FROM exchange_rates ORDER BY id
)"};
    return each_row<ledger::ExchangeRate>(statement, unread, [&](Reader& row, ledger::ExchangeRate& r) {
        row >> r.id >> r.date >> r.from >> r.to >> r.rate;
    });
}

void ExchangeRateTable::put(const ledger::ExchangeRate& r)
{
    run(database_, R"(
INSERT INTO exchange_rates (id, date, from_currency, to_currency, rate) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    date = excluded.date, from_currency = excluded.from_currency, to_currency = excluded.to_currency, rate = excluded.rate
)",
        r.id, r.date, r.from, r.to, r.rate);
}

void ExchangeRateTable::remove(ledger::ExchangeRateId id)
{
    run(database_, "DELETE FROM exchange_rates WHERE id = ?", id);
}

}  // namespace db
