#include "ui/wording/follow_up.hpp"
#include "ui/wording/rescue.hpp"

namespace wording {

namespace {

using alerts::AdviceKind;
using alerts::OptionRisk;
using alerts::OptionWhy;
using ledger::PlanKind;

const char* title(PlanKind kind)
{
    switch (kind) {
        case PlanKind::transfer: return N_("Move {amount} from {account}");
        case PlanKind::trim: return N_("Spend {amount} a month less on what can wait");
        case PlanKind::defer_spending: return N_("Put off spending that can wait: {amount}");
        case PlanKind::move_due_date: return N_("Ask to move the due date to {date}");
        case PlanKind::pay_minimum: return N_("Pay the minimum of {amount} for now");
        case PlanKind::bill_instalment: return N_("Ask for instalments: {n} of about {amount}");
        case PlanKind::extension: return N_("Ask for more time, until {date}");
        case PlanKind::personal_instalment: return N_("Ask for a personal plan: {n} payments of {amount}");
        case PlanKind::interest_freeze: return N_("Ask to stop new interest and fees");
        case PlanKind::counselling: return N_("Talk to a free debt adviser");
    }
    return "";
}

const char* sentence_of(OptionWhy why)
{
    switch (why) {
        case OptionWhy::spare_elsewhere: return N_("{name} can spare {amount} and still meet its own bills.");
        case OptionWhy::spending_waits: return N_("Half of the spending that is not essential comes to {amount}.");
        case OptionWhy::spare_and_waiting: return N_("Together with {amount} of spending that waits, it is enough.");
        case OptionWhy::income_after_due: return N_("{amount} is expected on {date}, after the due date.");
        case OptionWhy::minimum_is_enough: return N_("Paying {amount} by {date} keeps the bill from being overdue.");
        case OptionWhy::spread_over_months: return N_("It asks for {amount} a month from {date}.");
        case OptionWhy::within_affordable: return N_("That is within the {amount} a month that is affordable.");
        case OptionWhy::nothing_is_left:
            return N_(
                "Income does not cover the essentials: {amount} a month is missing. No plan would hold, so none is "
                "proposed.");
    }
    return "";
}

const char* sentence_of(OptionRisk risk)
{
    switch (risk) {
        case OptionRisk::rest_bears_interest:
            return N_("The rest bears interest: about {amount} on the next statement.");
        case OptionRisk::bank_decides: return N_("The bank decides; it may say no or offer something else.");
        case OptionRisk::ask_before_due: return N_("Ask before {date}: once a bill is overdue this is mostly closed.");
        case OptionRisk::fee_is_a_guess:
            return N_("The fee is a guess (0.6 % a payment): ask for the real one and its yearly rate.");
        case OptionRisk::fee_is_a_list_price:
            return N_("The fee is an old list price: ask for the real one and its yearly rate.");
        case OptionRisk::only_from_next_cycle:
            return N_("Until it is confirmed the old date, {date}, stands; it may only change from the next bill.");
        case OptionRisk::interest_may_run: return N_("Interest may run meanwhile: ask.");
        case OptionRisk::record_possible: return N_("Ask what will be reported to the credit register.");
        case OptionRisk::no_new_cards: return N_("New cards usually cannot be applied for until it is settled.");
        case OptionRisk::missing_one_ends_it:
            return N_("Missing one payment usually ends the plan: call before that happens.");
        case OptionRisk::above_affordable: return N_("It asks for more than the {amount} a month that is affordable.");
        case OptionRisk::other_account_gets_low: return N_("{name} will hold less.");
        case OptionRisk::needs_restraint: return N_("It holds only if {amount} of spending really waits.");
        case OptionRisk::may_not_hold: return N_("It may not hold: other payments come close as well.");
        case OptionRisk::little_history: return N_("There is too little history to say how likely it is to hold.");
    }
    return "";
}

template <class Kind>
std::string told(const Words& words, const alerts::Told<Kind>& t)
{
    return words.fill(sentence_of(t.kind), fmt::arg("amount", words.money(t.amount)),
                      fmt::arg("date", t.date ? words.date(*t.date) : std::string{}), fmt::arg("name", t.name));
}

}  // namespace

std::string cost_step(const ledger::CostStep& step)
{
    std::string text = fmt::format("{} x {}", decimal(step.amount), decimal(step.rate));
    if (step.kind == ledger::CostKind::interest) text += fmt::format(" x {} d", step.days);
    text += " = " + decimal(step.result);
    if (step.floor) text += fmt::format(" (not under {})", decimal(*step.floor));
    if (step.cap) text += fmt::format(" (not above {})", decimal(*step.cap));
    return text;
}

OptionWords option_words(const Words& words, const ledger::Book& book, const alerts::Option& option)
{
    OptionWords out;
    const auto* from = option.moving.empty() ? nullptr : find<ledger::Account>(book, option.moving.front().from);
    out.title = words.fill(title(option.kind), fmt::arg("amount", words.money(option.monthly)),
                           fmt::arg("account", from ? from->name : std::string{}),
                           fmt::arg("date", option.first_payment ? words.date(*option.first_payment) : std::string{}),
                           fmt::arg("n", option.months));
    for (const auto& why : option.why) out.why += (out.why.empty() || words.chinese() ? "" : " ") + told(words, why);
    if (!option.waits.empty())
        out.why += (words.chinese() ? "" : " ") +
                   words.fill("Less a month on: {what}.", fmt::arg("what", trimmed(words, book, option.waits)));
    for (const auto& risk : option.risks) out.risks.push_back(told(words, risk));
    if (option.kind == PlanKind::counselling || option.kind == PlanKind::interest_freeze) return out;
    out.holds =
        words.fill("holds in {chance} of the futures looked at", fmt::arg("chance", words.chance(option.holds)));
    if (option.total_cost.zero()) out.cost = words("costs nothing by the figures known");
    else if (option.kind == ledger::PlanKind::personal_instalment)
        out.cost = words.fill("costs up to {amount} if the bank does not stop the interest",
                              fmt::arg("amount", words.money(option.total_cost)));
    else if (option.apr)
        out.cost =
            words.fill("costs {amount} in all, {rate} % a year", fmt::arg("amount", words.money(option.total_cost)),
                       fmt::arg("rate", fmt::format("{:.2f}", *option.apr * 100)));
    else out.cost = words.fill("costs about {amount}", fmt::arg("amount", words.money(option.total_cost)));
    return out;
}

std::string advice_words(const Words& words, const alerts::Proposal& p)
{
    switch (p.advice.kind) {
        case AdviceKind::not_needed: return words("As things stand this bill is covered; nothing needs to be done.");
        case AdviceKind::choose: return words("Choose what suits you; the first one holds and costs least.");
        case AdviceKind::none_holds:
            if (!p.advice.amount.positive() || !p.advice.date)
                return words("None of these is as sure as nine in ten. Talk to the bank now, before the due date.");
            return words.fill(
                "None of these is as sure as nine in ten. About {amount} more by {date} would make it so. Talk to the "
                "bank now, before the due date.",
                fmt::arg("amount", words.money(p.advice.amount)), fmt::arg("date", words.date(*p.advice.date)));
        case AdviceKind::talk_to_somebody:
            return words(
                "There is no room for payments at present. Ask the bank to stop interest, and talk to a free adviser; "
                "food, housing, power and medicine come first.");
    }
    return {};
}

}  // namespace wording
