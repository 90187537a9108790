#include "db/tables/card_statement.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::CardStatement> CardStatementTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, card, closed, due, currency, balance, minimum
FROM card_statements ORDER BY id
)"};
    return each_row<ledger::CardStatement>(statement, unread, [&](Reader& row, ledger::CardStatement& printed) {
        ledger::Currency currency;
        row >> printed.id >> printed.card >> printed.closed >> printed.due >> currency;
        row.in(currency) >> printed.balance >> printed.minimum;
    });
}

void CardStatementTable::put(const ledger::CardStatement& printed)
{
    run(database_, R"(
INSERT INTO card_statements (
    id, card, closed, due, currency, balance, minimum
) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    card = excluded.card, closed = excluded.closed, due = excluded.due, currency = excluded.currency,
    balance = excluded.balance, minimum = excluded.minimum
)",
        printed.id, printed.card, printed.closed, printed.due, printed.balance.currency, printed.balance,
        printed.minimum);
}

void CardStatementTable::remove(ledger::CardStatementId id)
{
    run(database_, "DELETE FROM card_statements WHERE id = ?", id);
}

}  // namespace db
