#include "db/tables/plan.hpp"

#include "db/tables/rows.hpp"
#include "db/tables/schedule.hpp"

namespace db {

std::vector<ledger::Plan> PlanTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, bill, due, kind, currency, total_cost, reason, accepted, status
FROM plans ORDER BY id
)"};
    return each_row<ledger::Plan>(statement, unread, [&](Reader& row, ledger::Plan& plan) {
        ledger::Currency currency;
        row >> plan.id >> plan.bill >> plan.due >> plan.kind >> currency;
        row.in(currency) >> plan.total_cost >> plan.reason >> plan.accepted >> plan.status;
        plan.schedule = schedule_of_plans(database_).load(plan.id.value);
    });
}

void PlanTable::put(const ledger::Plan& plan)
{
    run(database_, R"(
INSERT INTO plans (
    id, bill, due, kind, currency, total_cost, reason, accepted, status
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    bill = excluded.bill, due = excluded.due, kind = excluded.kind, currency = excluded.currency,
    total_cost = excluded.total_cost, reason = excluded.reason, accepted = excluded.accepted,
    status = excluded.status
)",
        plan.id, plan.bill, plan.due, plan.kind, plan.total_cost.currency, plan.total_cost, plan.reason, plan.accepted,
        plan.status);
    schedule_of_plans(database_).put(plan.id.value, plan.schedule);
}

void PlanTable::remove(ledger::PlanId id)
{
    schedule_of_plans(database_).put(id.value, {});
    run(database_, "DELETE FROM plans WHERE id = ?", id);
}

}  // namespace db
