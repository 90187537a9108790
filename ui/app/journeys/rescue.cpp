#include "ui/app/journeys/rescue.hpp"

#include <algorithm>

namespace app {

using namespace ledger;

namespace {

/// Kinds that replace the payment by others; the rest leave the bill as it is.
bool reschedules(PlanKind kind)
{
    return kind == PlanKind::move_due_date || kind == PlanKind::bill_instalment || kind == PlanKind::extension || kind == PlanKind::personal_instalment;
}

Bill plan_bill(const Book& book, BillId id, const Plan& plan)
{
    const auto& owed = *find<Bill>(book, plan.bill);
    const auto currency = plan.schedule.front().amount.currency;
    return {.id = id, .source = BillSource::plan, .payee = owed.payee, .amount = {0, currency}, .first_due = plan.schedule.front().due,
            .pay_from = owed.pay_from, .essential = owed.essential, .issuer = owed.issuer, .category = owed.category, .card = owed.card, .plan = plan.id,
            .schedule = plan.schedule};
}

/// The plan in its new state, with the Bill that follows from it.
void put_plan(const Book& book, const Plan& plan, Change& change)
{
    change.steps.push_back(Put<Plan>{plan});
    const auto* bill = bill_of_plan(book, plan.id);
    if (plan.status == PlanStatus::active && !plan.schedule.empty() && !bill) change.steps.push_back(Put<Bill>{plan_bill(book, next_id<Bill>(book), plan)});
    if (plan.status != PlanStatus::active && plan.status != PlanStatus::proposed_to_bank && bill) {
        Bill ended = *bill;
        ended.ended = true;
        change.steps.push_back(Put<Bill>{ended});
    }
}

}  // namespace

const Bill* bill_of_plan(const Book& book, PlanId plan)
{
    for (const auto& [id, bill] : book.bills)
        if (bill.source == BillSource::plan && bill.plan == plan) return &bill;
    return nullptr;
}

Result<Change> accept_plan(const State& state, const alerts::Proposal& proposal, int number, const std::string& reason)
{
    const auto& duty = proposal.duty;
    if (!duty.open()) return Problem{.trouble = Trouble::already_paid, .field = "bill", .text = duty.payee};
    const auto option = std::find_if(proposal.options.begin(), proposal.options.end(), [&](const auto& o) { return o.n == number; });
    if (option == proposal.options.end())
        return Problem{.trouble = Trouble::out_of_range, .field = "option", .text = std::to_string(number),
                       .detail = "1–" + std::to_string(proposal.options.size())};
    for (const auto& [id, plan] : state.book.plans)
        if (plan.bill == duty.bill && plan.due == duty.occurrence && plan.status == PlanStatus::active && !plan.schedule.empty())
            return Problem{.trouble = Trouble::name_taken, .field = "plan", .text = std::to_string(id.value)};
    Plan plan{.id = next_id<Plan>(state.book), .bill = duty.bill, .due = duty.occurrence, .kind = option->kind, .total_cost = option->total_cost,
              .reason = reason, .accepted = state.today.date, .status = option->needs_bank ? PlanStatus::proposed_to_bank : PlanStatus::active};
    if (reschedules(option->kind)) plan.schedule = option->schedule;
    Change change{.deed = Deed::accept_plan, .about = duty.payee};
    put_plan(state.book, plan, change);
    return change;
}

Result<Change> log_contact(const State& state, Contact wanted)
{
    const auto* bill = find<Bill>(state.book, wanted.bill);
    if (!bill) return Problem{.trouble = Trouble::no_such, .field = "bill", .text = std::to_string(wanted.bill.value)};
    if (wanted.offer && (wanted.offer->months < 1 || wanted.offer->months > 120))
        return Problem{.trouble = Trouble::out_of_range, .field = "months", .text = std::to_string(wanted.offer->months), .detail = "1–120"};
    if (wanted.follow_up && *wanted.follow_up < day_of(wanted.at))
        return Problem{.trouble = Trouble::end_before_start, .field = "follow-up", .text = iso(*wanted.follow_up), .detail = iso(day_of(wanted.at))};
    wanted.id = next_id<Contact>(state.book);
    Change change{.deed = Deed::log_contact, .about = bill->payee, .steps = {Put<Contact>{wanted}}};
    if (wanted.outcome != ledger::Outcome::agreed && wanted.outcome != ledger::Outcome::refused) return change;
    for (const auto& [id, plan] : state.book.plans) {
        if (plan.bill != wanted.bill || plan.status != PlanStatus::proposed_to_bank) continue;
        Plan now = plan;
        now.status = wanted.outcome == ledger::Outcome::agreed ? PlanStatus::active : PlanStatus::withdrawn;
        put_plan(state.book, now, change);
        break;  // one answer is about one proposal
    }
    return change;
}

Result<Change> set_papers(const State& state, BillId bill, const std::vector<std::string>& documents, PaperState paper_state)
{
    const auto* about = find<Bill>(state.book, bill);
    if (!about) return Problem{.trouble = Trouble::no_such, .field = "bill", .text = std::to_string(bill.value)};
    Change change{.deed = Deed::papers, .about = about->payee};
    int added = 0;
    for (const auto& document : documents) {
        Paper paper{.bill = bill, .document = document};
        for (const auto& [id, p] : state.book.papers)
            if (p.bill == bill && p.document == document) paper = p;
        if (!paper.id) paper.id = next_id<Paper>(state.book, added++);
        paper.state = paper_state;
        change.steps.push_back(Put<Paper>{paper});
    }
    if (change.steps.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "documents", .text = about->payee};
    return change;
}

Result<Change> end_plan(const State& state, PlanId id, PlanStatus how)
{
    const auto* plan = find<Plan>(state.book, id);
    if (!plan) return Problem{.trouble = Trouble::no_such, .field = "plan", .text = std::to_string(id.value)};
    if (plan->status != PlanStatus::active && plan->status != PlanStatus::proposed_to_bank)
        return Problem{.trouble = Trouble::nothing_to_do, .field = "plan", .text = std::to_string(id.value)};
    Plan now = *plan;
    now.status = how;
    Change change{.deed = Deed::end_plan, .about = find<Bill>(state.book, plan->bill)->payee};
    put_plan(state.book, now, change);
    return change;
}

}  // namespace app
