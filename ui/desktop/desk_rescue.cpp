// Ways out of bills that are at risk: for one, and for all of them together.
#include "ui/desktop/desk_rescue.hpp"

#include "ui/app/journeys/rescue.hpp"
#include "ui/wording/rescue.hpp"

namespace desktop {

namespace {

std::string reason_of(const ledger::Book& book, ledger::BillId id)
{
    const auto* bill = ledger::find<ledger::Bill>(book, id);
    return bill && bill->hardship ? bill->hardship->reason : std::string{};
}

}  // namespace

Desk::Rescue& Desk::rescue()
{
    if (!rescue_) rescue_ = std::make_shared<Rescue>();
    return *rescue_;
}

alerts::PlanRequest Desk::request_for(const ledger::Duty& duty)
{
    alerts::PlanRequest request;
    if (const auto issuer = wording::issuer_of(rescue().knowledge, state().book, duty))
        request.instalment_fees = issuer->terms.instalment_fees;
    const auto* bill = ledger::find<ledger::Bill>(state().book, duty.bill);
    if (!bill || !bill->hardship) return request;
    request.reason = bill->hardship->reason;
    request.income_change = bill->hardship->income_change;
    return request;
}

const alerts::Proposal* Desk::proposal(view::DutyKey duty)
{
    const auto* finding = view::finding_of(session_.assessment(), duty);
    if (!finding || !finding->duty.open()) return nullptr;
    auto& r = rescue();
    if (r.duty == duty && r.revision == state().book.revision && r.today == state().today) return &r.proposal;
    r.proposal =
        alerts::propose(state().book, state().history, state().today, finding->duty, request_for(finding->duty));
    r.theirs.reset();
    r.duty = duty;
    r.revision = state().book.revision;
    r.today = state().today;
    return &r.proposal;
}

Answer Desk::nothing_open(ledger::BillId id) const
{
    const auto* bill = ledger::find<ledger::Bill>(state().book, id);
    if (!bill) return refused(ledger::Problem{.trouble = ledger::Trouble::no_such, .field = "bill"});
    return refused(ledger::Problem{.trouble = ledger::Trouble::already_paid, .field = "bill", .text = bill->payee});
}

std::optional<view::WarningDetail> Desk::warning(view::DutyKey duty)
{
    const auto* finding = view::finding_of(session_.assessment(), duty);
    const auto* proposed = proposal(duty);
    if (!finding || !proposed) return std::nullopt;
    std::vector<view::OptionRow> options;
    for (const auto& option : proposed->options) {
        const auto said = wording::option_words(words_, state().book, option);
        view::OptionRow row{option.n, said.title, {}, said.why, said.risks, option.needs_bank};
        row.figures = said.cost.empty() ? said.holds
                      : said.holds.empty()
                          ? said.cost
                          : words_.fill("{cost}; {holds}", fmt::arg("cost", said.cost), fmt::arg("holds", said.holds));
        options.push_back(std::move(row));
    }
    auto detail =
        view::warning_detail(state(), *finding, std::move(options), wording::advice_words(words_, *proposed), words_);
    if (view::standing_offer(state().book, duty))
        detail.offer = view::Action{words_("Look at what they offered…"), view::ContactStep{duty, 5}};
    return detail;
}

Answer Desk::accept(const view::AcceptOption& wanted)
{
    const auto* proposed = proposal(wanted.duty);
    if (!proposed) return nothing_open(wanted.duty.bill);
    return run([&](const app::State& s) {
        return app::accept_plan(s, *proposed, wanted.option, reason_of(s.book, wanted.duty.bill));
    });
}

Answer Desk::accept(const view::AcceptOffer& wanted)
{
    const auto* proposed = proposal(wanted.duty);
    if (!proposed) return nothing_open(wanted.duty.bill);
    const auto theirs = their_offer(wanted.duty);
    if (!theirs) return refused(ledger::Problem{.trouble = ledger::Trouble::nothing_to_do, .field = "offer"});
    return run([&](const app::State& s) {
        return app::accept_offer(s, *proposed, *theirs, reason_of(s.book, wanted.duty.bill));
    });
}

std::optional<alerts::Option> Desk::their_offer(view::DutyKey duty)
{
    const auto* contact = view::standing_offer(state().book, duty);
    const auto* proposed = contact ? proposal(duty) : nullptr;
    if (!proposed) return std::nullopt;
    auto& r = rescue();
    if (!r.theirs)
        r.theirs = alerts::offered_option(state().book, state().history, state().today, proposed->duty, *contact->offer,
                                          request_for(proposed->duty));
    return r.theirs;
}

const std::vector<alerts::JointPlan>& Desk::joint_plans()
{
    auto& r = rescue();
    if (r.joint_plan_revision == state().book.revision && r.joint_plan_today == state().today) return r.joint_plans;
    alerts::PlanRequest request;
    for (const auto& [id, bill] : state().book.bills)  // what was said of less money holds for the household
        if (!bill.ended && bill.hardship && bill.hardship->income_change && !request.income_change)
            request.income_change = bill.hardship->income_change;
    r.joint_plans = alerts::joint_plans(state().book, state().history, state().today, request);
    r.joint_plan_revision = state().book.revision;
    r.joint_plan_today = state().today;
    return r.joint_plans;
}

view::JointPlanModel Desk::joint_plan()
{
    return view::joint_plan(joint_plans(), state(), words_);
}

Answer Desk::accept(const view::AcceptJointPlan& wanted)
{
    const auto plans = joint_plans();
    if (wanted.index >= plans.size())
        return refused(ledger::Problem{.trouble = ledger::Trouble::nothing_to_do, .field = "plan"});
    return run([&](const app::State& s) { return app::accept_joint_plan(s, plans[wanted.index]); });
}

}  // namespace desktop
