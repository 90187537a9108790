#include "db/tables/income.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Income> IncomeTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, payer, currency, amount, next, repeat_period, repeat_every, repeat_weekday, repeat_shift, repeat_until,
    repeat_times, to_account, category, ended, highest, learn_from
FROM incomes ORDER BY id
)"};
    return each_row<ledger::Income>(statement, unread, [&](Reader& row, ledger::Income& income) {
        ledger::Currency currency;
        row >> income.id >> income.payer >> currency;
        row.in(currency) >> income.amount >> income.next;
        row >> income.repeat.period >> income.repeat.every >> income.repeat.nth_weekday;
        row >> income.repeat.shift >> income.repeat.until >> income.repeat.times;
        row >> income.to >> income.category >> income.ended >> income.highest >> income.learn_from;
    });
}

void IncomeTable::put(const ledger::Income& income)
{
    run(database_, R"(
INSERT INTO incomes (
    id, payer, currency, amount, next, repeat_period, repeat_every, repeat_weekday, repeat_shift, repeat_until,
    repeat_times, to_account, category, ended, highest, learn_from
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    payer = excluded.payer, currency = excluded.currency, amount = excluded.amount, next = excluded.next,
    repeat_period = excluded.repeat_period, repeat_every = excluded.repeat_every,
    repeat_weekday = excluded.repeat_weekday, repeat_shift = excluded.repeat_shift,
    repeat_until = excluded.repeat_until, repeat_times = excluded.repeat_times, to_account = excluded.to_account,
    category = excluded.category, ended = excluded.ended, highest = excluded.highest,
    learn_from = excluded.learn_from
)",
        income.id, income.payer, income.amount.currency, income.amount, income.next, income.repeat.period,
        income.repeat.every, income.repeat.nth_weekday, income.repeat.shift, income.repeat.until, income.repeat.times,
        income.to, income.category, income.ended, income.highest, income.learn_from);
}

void IncomeTable::remove(ledger::IncomeId id)
{
    run(database_, "DELETE FROM incomes WHERE id = ?", id);
}

}  // namespace db
