#include "db/tables/adjustment.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Adjustment> AdjustmentTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, bill, due, skipped, moved_to, currency, amount, income
FROM adjustments ORDER BY id
)"};
    return each_row<ledger::Adjustment>(statement, unread, [&](Reader& row, ledger::Adjustment& adjustment) {
        std::optional<ledger::Currency> currency;
        row >> adjustment.id >> adjustment.bill >> adjustment.due >> adjustment.skipped >> adjustment.moved_to >>
            currency;
        row.in(currency.value_or(ledger::Currency{})) >> adjustment.amount >> adjustment.income;
    });
}

void AdjustmentTable::put(const ledger::Adjustment& adjustment)
{
    run(database_, R"(
INSERT INTO adjustments (
    id, bill, due, skipped, moved_to, currency, amount, income
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    bill = excluded.bill, due = excluded.due, skipped = excluded.skipped, moved_to = excluded.moved_to,
    currency = excluded.currency, amount = excluded.amount, income = excluded.income
)",
        adjustment.id, adjustment.bill, adjustment.due, adjustment.skipped, adjustment.moved_to,
        currency_of(adjustment.amount), adjustment.amount, adjustment.income);
}

void AdjustmentTable::remove(ledger::AdjustmentId id)
{
    run(database_, "DELETE FROM adjustments WHERE id = ?", id);
}

}  // namespace db
