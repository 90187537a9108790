#include "db/tables/dismissal.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Dismissal> DismissalTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, account, payee, category, currency, amount
FROM dismissals ORDER BY id
)"};
    return each_row<ledger::Dismissal>(statement, unread, [&](Reader& row, ledger::Dismissal& dismissal) {
        ledger::Currency currency;
        row >> dismissal.id >> dismissal.account >> dismissal.payee >> dismissal.category >> currency;
        row.in(currency) >> dismissal.amount;
    });
}

void DismissalTable::put(const ledger::Dismissal& dismissal)
{
    run(database_, R"(
INSERT INTO dismissals (
    id, account, payee, category, currency, amount
) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    account = excluded.account, payee = excluded.payee, category = excluded.category,
    currency = excluded.currency, amount = excluded.amount
)",
        dismissal.id, dismissal.account, dismissal.payee, dismissal.category, dismissal.amount.currency,
        dismissal.amount);
}

void DismissalTable::remove(ledger::DismissalId id)
{
    run(database_, "DELETE FROM dismissals WHERE id = ?", id);
}

}  // namespace db
