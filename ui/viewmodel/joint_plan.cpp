#include "ui/viewmodel/joint_plan.hpp"

#include <algorithm>

#include "ui/wording/follow_up.hpp"
#include "ui/wording/rescue.hpp"

namespace view {

namespace {

using alerts::AdviceKind;
using alerts::JointPlan;
using wording::Words;

std::vector<std::string> moves(const JointPlan& t, const ledger::Book& book, const Words& words)
{
    std::vector<std::string> out;
    for (const auto& m : t.moving)
        out.push_back(words.fill("Move {amount} from {account} on {date}.", fmt::arg("amount", words.money(m.amount)),
                                 fmt::arg("account", account_name(book, m.from)), fmt::arg("date", words.date(m.on))));
    if (!t.waits.empty())
        out.push_back(
            words.fill("Do without, a month: {what}.", fmt::arg("what", wording::trimmed(words, book, t.waits))));
    return out;
}

JointPlanRow row_of(const alerts::Part& part, const ledger::Book& book, const Words& words)
{
    const auto& duty = part.duty;
    JointPlanRow row{.duty = {duty.bill, duty.occurrence}, .ask = part.option && part.option->needs_bank};
    const auto gets = part.option ? wording::option_words(words, book, *part.option).title : words("paid in full");
    row.cells = {Cell{duty.payee}, Cell{words.date(duty.due)},
                 Cell{(duty.estimate || duty.projected ? "≈ " : "") + words.money(duty.still_owed)},
                 Cell{gets, part.option ? Level::tight : Level::safe, Tone::plain, part.option.has_value()}};
    return row;
}

JointPlanView plan_of(const JointPlan& t, std::size_t index, const ledger::Book& book, const Words& words)
{
    const auto said = wording::joint_plan_words(words, book, t);
    JointPlanView plan;
    plan.advice = said.advice;
    plan.moves = moves(t, book, words);
    if (!plan.moves.empty()) plan.moves_title = words("What to do with your own money");
    plan.bills_title = words("What each bill gets");
    plan.columns = {{words("Payee"), 96, false, true},
                    {words("Due"), 96},
                    {words("Still owed"), 96, true},
                    {words("In this plan"), 230, false, true, true}};
    int banks = 0;
    for (const auto& part : t.parts) {
        plan.rows.push_back(row_of(part, book, words));
        banks += plan.rows.back().ask;
    }
    if (t.moves() == 0) return plan;
    plan.outcome =
        words.fill("The whole plan {holds}; it {cost}.", fmt::arg("holds", said.holds), fmt::arg("cost", said.cost));
    if (t.affordable.positive())
        plan.affordable = words.fill("Affordable a month for all debts together, reckoned from your ledger: {amount}.",
                                     fmt::arg("amount", words.money(t.affordable)));
    plan.after = banks > 0 ? words.plural("{n} bank has to agree; until it does, the old due date stands.",
                                          "{n} banks have to agree; until they do, the old due dates stand.", banks)
                           : words(
                                 "Nobody has to be asked. Duewatch moves no money: do it in your bank's app, and the "
                                 "plan is remembered here.");
    plan.accept = Action{words("Accept this plan for all bills"), AcceptJointPlan{index}};
    return plan;
}

}  // namespace

JointPlanModel joint_plan(const std::vector<JointPlan>& plans, const app::State& state, const Words& words)
{
    JointPlanModel model{.title = words("One plan for all bills")};
    for (std::size_t i = 0; i < plans.size(); ++i) model.plans.push_back(plan_of(plans[i], i, state.book, words));
    if (model.plans.empty()) model.nothing = words("Nothing is due in the next 60 days.");
    return model;
}

}  // namespace view
