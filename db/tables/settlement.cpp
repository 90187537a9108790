#include "db/tables/settlement.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Settlement> SettlementTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, bill, due, entry, currency, amount, paid_on, chosen
FROM settlements ORDER BY id
)"};
    return each_row<ledger::Settlement>(statement, unread, [&](Reader& row, ledger::Settlement& settlement) {
        ledger::Currency currency;
        row >> settlement.id >> settlement.bill >> settlement.due >> settlement.entry >> currency;
        row.in(currency) >> settlement.amount >> settlement.paid_on >> settlement.chosen;
    });
}

void SettlementTable::put(const ledger::Settlement& settlement)
{
    run(database_, R"(
INSERT INTO settlements (
    id, bill, due, entry, currency, amount, paid_on, chosen
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    bill = excluded.bill, due = excluded.due, entry = excluded.entry, currency = excluded.currency,
    amount = excluded.amount, paid_on = excluded.paid_on, chosen = excluded.chosen
)",
        settlement.id, settlement.bill, settlement.due, settlement.entry, settlement.amount.currency, settlement.amount,
        settlement.paid_on, settlement.chosen);
}

void SettlementTable::remove(ledger::SettlementId id)
{
    run(database_, "DELETE FROM settlements WHERE id = ?", id);
}

}  // namespace db
