#include "db/tables/schedule.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::ScheduledPart> ScheduleTable::load(std::int64_t owner) const
{
    SQLite::Statement statement{database_, sql_.load};
    Binder{statement} << owner;
    std::vector<ledger::ScheduledPart> parts;
    while (statement.executeStep()) {
        auto& part = parts.emplace_back();
        ledger::Currency currency;
        Reader row{statement, sql_.table};
        row >> part.due >> currency;
        row.in(currency) >> part.amount;
    }
    return parts;
}

void ScheduleTable::put(std::int64_t owner, const std::vector<ledger::ScheduledPart>& parts)
{
    run(database_, sql_.clear, owner);
    int number_of_part = 0;
    for (const auto& part : parts)
        run(database_, sql_.add, owner, number_of_part++, part.due, part.amount.currency, part.amount);
}

ScheduleTable schedule_of_bills(SQLite::Database& database)
{
    return {database,
            {.table = "bill_schedule",
             .load = "SELECT due, currency, amount FROM bill_schedule WHERE bill = ? ORDER BY part",
             .clear = "DELETE FROM bill_schedule WHERE bill = ?",
             .add = "INSERT INTO bill_schedule (bill, part, due, currency, amount) VALUES (?, ?, ?, ?, ?)"}};
}

ScheduleTable schedule_of_plans(SQLite::Database& database)
{
    return {database,
            {.table = "plan_schedule",
             .load = "SELECT due, currency, amount FROM plan_schedule WHERE plan = ? ORDER BY part",
             .clear = "DELETE FROM plan_schedule WHERE plan = ?",
             .add = "INSERT INTO plan_schedule (plan, part, due, currency, amount) VALUES (?, ?, ?, ?, ?)"}};
}

}  // namespace db
