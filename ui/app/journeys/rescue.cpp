#include "ui/app/journeys/rescue.hpp"

#include <algorithm>

namespace app {

using namespace ledger;

namespace {

/// Kinds that replace the payment by others; the rest leave the bill as it is.
bool reschedules(PlanKind kind)
{
    return kind == PlanKind::move_due_date || kind == PlanKind::bill_instalment || kind == PlanKind::extension ||
           kind == PlanKind::personal_instalment;
}

Bill plan_bill(const Book& book, BillId id, const Plan& plan)
{
    const auto& owed = *find<Bill>(book, plan.bill);
    const auto currency = plan.schedule.front().amount.currency;
    return {.id = id,
            .source = BillSource::plan,
            .payee = owed.payee,
            .amount = {0, currency},
            .first_due = plan.schedule.front().due,
            .pay_from = owed.pay_from,
            .essential = owed.essential,
            .issuer = owed.issuer,
            .category = owed.category,
            .card = owed.card,
            .plan = plan.id,
            .schedule = plan.schedule};
}

/// How many facts of this kind the Change makes new so far.
template <class Fact>
int made(const Book& book, const Change& change)
{
    return static_cast<int>(std::count_if(change.steps.begin(), change.steps.end(), [&](const auto& step) {
        const auto* put = std::get_if<Put<Fact>>(&step);
        return put && !find<Fact>(book, put->fact.id);
    }));
}

/// The plan in its new state, with the Bill that follows from it.
void put_plan(const Book& book, const Plan& plan, Change& change)
{
    change.steps.push_back(Put<Plan>{plan});
    const auto* bill = bill_of_plan(book, plan.id);
    if (plan.status == PlanStatus::active && !plan.schedule.empty() && !bill)
        change.steps.push_back(Put<Bill>{plan_bill(book, next_id<Bill>(book, made<Bill>(book, change)), plan)});
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

namespace {

/// A new plan replaces what was proposed for the same payment and has no answer yet.
void withdraw_proposals(const Book& book, const Plan& instead, Change& change)
{
    for (const auto& [id, plan] : book.plans) {
        if (plan.bill != instead.bill || plan.due != instead.due || plan.status != PlanStatus::proposed_to_bank)
            continue;
        Plan withdrawn = plan;
        withdrawn.status = PlanStatus::withdrawn;
        put_plan(book, withdrawn, change);
    }
}

std::optional<Problem> may_plan(const State& state, const Duty& duty)
{
    if (!duty.open()) return Problem{.trouble = Trouble::already_paid, .field = "bill", .text = duty.payee};
    for (const auto& [id, plan] : state.book.plans)
        if (plan.bill == duty.bill && plan.due == duty.occurrence && plan.status == PlanStatus::active &&
            !plan.schedule.empty())
            return Problem{.trouble = Trouble::name_taken, .field = "plan", .text = std::to_string(id.value)};
    return std::nullopt;
}

/// Needs a duty for which `may_plan` has no objection.
void add_plan(const State& state, const Duty& duty, const alerts::Option& option, const std::string& reason,
              PlanStatus status, Change& change)
{
    Plan plan{.id = next_id<Plan>(state.book, made<Plan>(state.book, change)),
              .bill = duty.bill,
              .due = duty.occurrence,
              .kind = option.kind,
              .total_cost = option.total_cost,
              .reason = reason,
              .accepted = state.today.date,
              .status = status};
    if (reschedules(option.kind)) plan.schedule = option.schedule;
    withdraw_proposals(state.book, plan, change);
    put_plan(state.book, plan, change);
}

Result<Change> accept(const State& state, const Duty& duty, const alerts::Option& option, const std::string& reason,
                      PlanStatus status)
{
    if (auto problem = may_plan(state, duty)) return *problem;
    Change change{.deed = Deed::accept_plan, .about = duty.payee};
    add_plan(state, duty, option, reason, status, change);
    return change;
}

const alerts::Option* option_numbered(const alerts::Proposal& proposal, int number)
{
    const auto at =
        std::find_if(proposal.options.begin(), proposal.options.end(), [&](const auto& o) { return o.n == number; });
    return at == proposal.options.end() ? nullptr : &*at;
}

Problem no_option(const alerts::Proposal& proposal, int number)
{
    return {.trouble = Trouble::out_of_range,
            .field = "option",
            .text = std::to_string(number),
            .detail = "1–" + std::to_string(proposal.options.size())};
}

PlanStatus status_of(const alerts::Option& option)
{
    return option.needs_bank ? PlanStatus::proposed_to_bank : PlanStatus::active;
}

std::string reason_of(const Book& book, BillId id)
{
    const auto* bill = find<Bill>(book, id);
    return bill && bill->hardship ? bill->hardship->reason : std::string{};
}

}  // namespace

Result<Change> accept_offer(const State& state, const alerts::Proposal& proposal, const alerts::Option& theirs,
                            const std::string& reason)
{
    return accept(state, proposal.duty, theirs, reason, PlanStatus::active);
}

Result<Change> accept_plan(const State& state, const alerts::Proposal& proposal, int number, const std::string& reason)
{
    const auto& duty = proposal.duty;
    if (auto problem = may_plan(state, duty)) return *problem;
    const auto* option = option_numbered(proposal, number);
    if (!option) return no_option(proposal, number);
    return accept(state, duty, *option, reason, status_of(*option));
}

Result<Change> accept_joint_plan(const State& state, const alerts::JointPlan& plan)
{
    Change change{.deed = Deed::accept_plan};
    const auto add = [&](const Duty& duty, const alerts::Option& option) {
        change.about += (change.about.empty() ? "" : ", ") + duty.payee;
        add_plan(state, duty, option, reason_of(state.book, duty.bill), status_of(option), change);
    };
    const auto planned = [&](const Duty& duty) {
        return std::any_of(state.book.plans.begin(), state.book.plans.end(), [&](const auto& entry) {
            const auto& known = entry.second;
            return known.bill == duty.bill && known.due == duty.occurrence && known.status == PlanStatus::active;
        });
    };
    bool own_money = !plan.moving.empty() || !plan.waits.empty();
    for (const auto& part : plan.parts) {
        if (may_plan(state, part.duty) || planned(part.duty)) continue;
        if (part.option) add(part.duty, *part.option);
        if (part.option || !own_money) continue;
        own_money = false;  // paid in full, with what is moved and spared
        add(part.duty, {.kind = plan.moving.empty() ? PlanKind::trim : PlanKind::transfer,
                        .total_cost = {0, part.duty.amount.currency}});
    }
    if (change.steps.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "plan"};
    return change;
}

namespace {

std::optional<Problem> wrong_with(const Contact& wanted, std::optional<Date> new_due, const std::optional<Duty>& duty)
{
    const auto day = day_of(wanted.at);
    if (wanted.offer && (wanted.offer->months < 1 || wanted.offer->months > 120))
        return Problem{.trouble = Trouble::out_of_range,
                       .field = "months",
                       .text = std::to_string(wanted.offer->months),
                       .detail = "1–120"};
    if (wanted.offer && wanted.offer->fee > Rate{50'000'000})
        return Problem{
            .trouble = Trouble::rate_too_high, .field = "fee", .text = decimal(wanted.offer->fee), .detail = "0.05"};
    if (wanted.follow_up && *wanted.follow_up < day)
        return Problem{.trouble = Trouble::end_before_start,
                       .field = "follow-up",
                       .text = iso(*wanted.follow_up),
                       .detail = iso(day)};
    if (wanted.promise && wanted.promise->by < day)
        return Problem{
            .trouble = Trouble::end_before_start, .field = "by", .text = iso(wanted.promise->by), .detail = iso(day)};
    if (!new_due) return std::nullopt;
    if (wanted.outcome != ledger::Outcome::agreed)
        return Problem{.trouble = Trouble::not_a_choice, .field = "outcome", .text = "--new-due", .detail = "agreed"};
    if (!duty || !duty->open())
        return Problem{.trouble = Trouble::already_paid, .field = "bill", .text = duty ? duty->payee : std::string{}};
    if (*new_due <= std::max(duty->due, day))
        return Problem{.trouble = Trouble::out_of_range,
                       .field = "new-due",
                       .text = iso(*new_due),
                       .detail = "> " + iso(std::max(duty->due, day))};
    return std::nullopt;
}

constexpr int timing_days =
    15;  ///< a move of the due date by no more than this is a matter of timing; beyond, it is more time

/// The whole payment on another day, as a plan of one part: for a card too, whose own dates follow from its statements.
Plan another_day(const Book& book, const Duty& duty, Date new_due, Date today)
{
    const bool timing = duty.due >= today && days_between(duty.due, new_due) <= timing_days;
    return {.id = next_id<Plan>(book),
            .bill = duty.bill,
            .due = duty.occurrence,
            .kind = timing ? PlanKind::move_due_date : PlanKind::extension,
            .schedule = {{new_due, duty.still_owed}},
            .total_cost = {0, duty.still_owed.currency},
            .accepted = today,
            .status = PlanStatus::active};
}

/// An entered bill becomes smaller by what is waived, this time.
void lower(const Book& book, const Duty& duty, Money waived, Change& change)
{
    Adjustment now{.id = next_id<Adjustment>(book), .bill = duty.bill, .due = duty.occurrence};
    for (const auto& [id, a] : book.adjustments)
        if (a.bill == duty.bill && a.due == duty.occurrence) now = a;
    const Money rest = duty.amount - waived;
    now.amount = rest.positive() ? rest : Money{0, rest.currency};
    change.steps.push_back(Put<Adjustment>{now});
}

/// What a talk agreed to waive of an entered bill; on a card it is seen when it is credited.
void waive(const Book& book, const Bill& bill, const Duty& duty, const Contact& talk, Change& change)
{
    const bool waived = talk.outcome == ledger::Outcome::agreed && talk.promise &&
                        talk.promise->kind == PromiseKind::waiver && talk.promise->amount;
    if (waived && bill.source == BillSource::entered && duty.open() &&
        talk.promise->amount->currency == duty.amount.currency)
        lower(book, duty, *talk.promise->amount, change);
}

}  // namespace

Result<Change> log_agreement(const State& state, Contact wanted, const alerts::Proposal& proposal, int number)
{
    const auto* bill = find<Bill>(state.book, wanted.bill);
    if (!bill) return Problem{.trouble = Trouble::no_such, .field = "bill", .text = std::to_string(wanted.bill.value)};
    if (const auto problem = wrong_with(wanted, {}, proposal.duty)) return *problem;
    if (const auto problem = may_plan(state, proposal.duty)) return *problem;
    const auto* option = option_numbered(proposal, number);
    if (!option) return no_option(proposal, number);
    wanted.id = next_id<Contact>(state.book);
    Change change{.deed = Deed::log_contact, .about = bill->payee, .steps = {Put<Contact>{wanted}}};
    waive(state.book, *bill, proposal.duty, wanted, change);
    add_plan(state, proposal.duty, *option, reason_of(state.book, wanted.bill), PlanStatus::active, change);
    return change;
}

Result<Change> log_contact(const State& state, Contact wanted, std::optional<Date> new_due)
{
    const auto* bill = find<Bill>(state.book, wanted.bill);
    if (!bill) return Problem{.trouble = Trouble::no_such, .field = "bill", .text = std::to_string(wanted.bill.value)};
    const auto duty = current_duty(state.book, state.history, wanted.bill, state.today);
    if (const auto problem = wrong_with(wanted, new_due, duty)) return *problem;
    wanted.id = next_id<Contact>(state.book);
    Change change{.deed = Deed::log_contact, .about = bill->payee, .steps = {Put<Contact>{wanted}}};
    if (wanted.outcome != ledger::Outcome::agreed && wanted.outcome != ledger::Outcome::refused) return change;
    if (duty) waive(state.book, *bill, *duty, wanted, change);
    if (new_due) {
        const auto plan = another_day(state.book, *duty, *new_due, day_of(wanted.at));
        if (const auto problem = may_plan(state, *duty)) return *problem;
        withdraw_proposals(state.book, plan, change);
        put_plan(state.book, plan, change);
        return change;
    }
    for (const auto& [id, plan] : state.book.plans) {
        if (plan.bill != wanted.bill || plan.status != PlanStatus::proposed_to_bank) continue;
        Plan now = plan;
        now.status = wanted.outcome == ledger::Outcome::agreed ? PlanStatus::active : PlanStatus::withdrawn;
        put_plan(state.book, now, change);
        break;  // one answer is about one proposal
    }
    return change;
}

Result<Change> promise_kept(const State& state, ContactId id)
{
    const auto* contact = find<Contact>(state.book, id);
    if (!contact) return Problem{.trouble = Trouble::no_such, .field = "contact", .text = std::to_string(id.value)};
    if (!contact->promise || contact->promise->kept)
        return Problem{.trouble = Trouble::nothing_to_do, .field = "contact", .text = std::to_string(id.value)};
    Contact now = *contact;
    now.promise->kept = true;
    return Change{
        .deed = Deed::log_contact, .about = find<Bill>(state.book, contact->bill)->payee, .steps = {Put<Contact>{now}}};
}

Result<Change> say_hardship(const State& state, BillId id, const Hardship& hardship)
{
    const auto* bill = find<Bill>(state.book, id);
    if (!bill) return Problem{.trouble = Trouble::no_such, .field = "bill", .text = std::to_string(id.value)};
    if (bill->hardship == hardship)
        return Problem{.trouble = Trouble::nothing_to_do, .field = "reason", .text = bill->payee};
    Bill now = *bill;
    now.hardship = hardship;
    return Change{.deed = Deed::edit_bill, .about = bill->payee, .steps = {Put<Bill>{now}}};
}

Result<Change> attach_paper(const State& state, BillId bill, const std::string& document, const std::string& path)
{
    auto change = set_papers(state, bill, {document}, PaperState::have);
    if (!change) return change;
    auto whole = *change;
    for (auto& step : whole.steps)
        if (auto* put = std::get_if<Put<Paper>>(&step)) put->fact.path = path;
    return whole;
}

Result<Change> set_papers(const State& state, BillId bill, const std::vector<std::string>& documents,
                          PaperState paper_state)
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
    if (change.steps.empty())
        return Problem{.trouble = Trouble::nothing_to_do, .field = "documents", .text = about->payee};
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
