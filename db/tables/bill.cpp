#include "db/tables/bill.hpp"

#include "db/tables/rows.hpp"
#include "db/tables/schedule.hpp"

namespace db {

namespace {

std::vector<ledger::EarlierRule> earlier_of(SQLite::Database& database, const ledger::Bill& bill)
{
    SQLite::Statement statement{database, R"(
SELECT until, amount, lowest, estimate, minimum, first_due, repeat_period, repeat_every, repeat_weekday, repeat_shift,
    repeat_until, repeat_times
FROM bill_earlier WHERE bill = ? ORDER BY part
)"};
    Binder{statement} << bill.id;
    std::vector<ledger::EarlierRule> found;
    while (statement.executeStep()) {
        auto& rule = found.emplace_back();
        Reader row{statement, "bill_earlier"};
        row.in(bill.amount.currency) >> rule.until >> rule.amount >> rule.lowest >> rule.estimate >> rule.minimum >>
            rule.first_due;
        row >> rule.repeat.period >> rule.repeat.every >> rule.repeat.nth_weekday;
        row >> rule.repeat.shift >> rule.repeat.until >> rule.repeat.times;
    }
    return found;
}

void put_earlier(SQLite::Database& database, const ledger::Bill& bill)
{
    run(database, "DELETE FROM bill_earlier WHERE bill = ?", bill.id);
    int part = 0;
    for (const auto& rule : bill.earlier)
        run(database, R"(
INSERT INTO bill_earlier (
    bill, part, until, amount, lowest, estimate, minimum, first_due, repeat_period, repeat_every, repeat_weekday,
    repeat_shift, repeat_until, repeat_times
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
)",
            bill.id, part++, rule.until, rule.amount, rule.lowest, rule.estimate, rule.minimum, rule.first_due,
            rule.repeat.period, rule.repeat.every, rule.repeat.nth_weekday, rule.repeat.shift, rule.repeat.until,
            rule.repeat.times);
}

std::optional<ledger::Hardship> hardship_of(SQLite::Database& database, ledger::BillId bill)
{
    SQLite::Statement statement{
        database, "SELECT reason, since, until, currency, income_change, pay_now FROM hardships WHERE bill = ?"};
    Binder{statement} << bill;
    if (!statement.executeStep()) return std::nullopt;
    ledger::Hardship h;
    ledger::Currency currency;
    Reader row{statement, "hardships"};
    row >> h.reason >> h.since >> h.until >> currency;
    row.in(currency) >> h.income_change >> h.pay_now;
    return h;
}

void put_hardship(SQLite::Database& database, const ledger::Bill& bill)
{
    run(database, "DELETE FROM hardships WHERE bill = ?", bill.id);
    if (!bill.hardship) return;
    const auto& h = *bill.hardship;
    run(database,
        "INSERT INTO hardships (bill, reason, since, until, currency, income_change, pay_now) VALUES (?, ?, ?, ?, ?, "
        "?, ?)",
        bill.id, h.reason, h.since, h.until, bill.amount.currency, h.income_change, h.pay_now);
}

}  // namespace

std::vector<ledger::Bill> BillTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, source, payee, currency, amount, estimate, first_due, repeat_period, repeat_every, repeat_weekday,
    repeat_shift, repeat_until, repeat_times, pay_from, minimum, autopay, essential, issuer, category, card, plan,
    ended, lowest, learn_from, owed_from
FROM bills ORDER BY id
)"};
    return each_row<ledger::Bill>(statement, unread, [&](Reader& row, ledger::Bill& bill) {
        ledger::Currency currency;
        row >> bill.id >> bill.source >> bill.payee >> currency;
        row.in(currency) >> bill.amount >> bill.estimate >> bill.first_due;
        row >> bill.repeat.period >> bill.repeat.every >> bill.repeat.nth_weekday;
        row >> bill.repeat.shift >> bill.repeat.until >> bill.repeat.times;
        row >> bill.pay_from >> bill.minimum >> bill.autopay >> bill.essential >> bill.issuer;
        row >> bill.category >> bill.card >> bill.plan >> bill.ended >> bill.lowest >> bill.learn_from >>
            bill.owed_from;
        bill.earlier = earlier_of(database_, bill);
        bill.schedule = schedule_of_bills(database_).load(bill.id.value);
        bill.hardship = hardship_of(database_, bill.id);
    });
}

void BillTable::put(const ledger::Bill& bill)
{
    run(database_, R"(
INSERT INTO bills (
    id, source, payee, currency, amount, estimate, first_due, repeat_period, repeat_every, repeat_weekday,
    repeat_shift, repeat_until, repeat_times, pay_from, minimum, autopay, essential, issuer, category, card, plan,
    ended, lowest, learn_from, owed_from
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    source = excluded.source, payee = excluded.payee, currency = excluded.currency, amount = excluded.amount,
    estimate = excluded.estimate, first_due = excluded.first_due, repeat_period = excluded.repeat_period,
    repeat_every = excluded.repeat_every, repeat_weekday = excluded.repeat_weekday,
    repeat_shift = excluded.repeat_shift, repeat_until = excluded.repeat_until,
    repeat_times = excluded.repeat_times, pay_from = excluded.pay_from, minimum = excluded.minimum,
    autopay = excluded.autopay, essential = excluded.essential, issuer = excluded.issuer,
    category = excluded.category, card = excluded.card, plan = excluded.plan, ended = excluded.ended,
    lowest = excluded.lowest, learn_from = excluded.learn_from, owed_from = excluded.owed_from
)",
        bill.id, bill.source, bill.payee, bill.amount.currency, bill.amount, bill.estimate, bill.first_due,
        bill.repeat.period, bill.repeat.every, bill.repeat.nth_weekday, bill.repeat.shift, bill.repeat.until,
        bill.repeat.times, bill.pay_from, bill.minimum, bill.autopay, bill.essential, bill.issuer, bill.category,
        bill.card, bill.plan, bill.ended, bill.lowest, bill.learn_from, bill.owed_from);
    put_earlier(database_, bill);
    schedule_of_bills(database_).put(bill.id.value, bill.schedule);
    put_hardship(database_, bill);
}

void BillTable::remove(ledger::BillId id)
{
    schedule_of_bills(database_).put(id.value, {});
    run(database_, "DELETE FROM bill_earlier WHERE bill = ?", id);
    run(database_, "DELETE FROM hardships WHERE bill = ?", id);
    run(database_, "DELETE FROM bills WHERE id = ?", id);
}

}  // namespace db
