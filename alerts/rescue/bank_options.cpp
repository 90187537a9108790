#include <algorithm>

#include "alerts/rescue/options.hpp"
#include "ledger/balances/card_bills.hpp"
#include "ledger/balances/card_cost.hpp"
#include "ledger/balances/instalment.hpp"

namespace alerts::options {

namespace {

using ledger::Date;
using ledger::Days;
using ledger::Money;
using ledger::PlanKind;

constexpr ledger::Rate usual_fee{6'000'000};  ///< 0.6 % a part: common among old list prices
constexpr int terms[] = {3, 6, 9, 12, 18, 24};

std::vector<ledger::ScheduledPart> scheduled(const ledger::Instalments& parts)
{
    std::vector<ledger::ScheduledPart> out;
    for (const auto& p : parts)
        if (p.amount().positive()) out.push_back({p.due, p.amount()});
    return out;
}

WhatIf::Move pay_now_only(const Case& c, Money amount)
{
    return {.bill = c.duty.bill,
            .occurrence = c.duty.occurrence,
            .due = c.overdue() ? std::optional{c.pay_on} : std::nullopt,
            .amount = amount};
}

void pay_later(const Case& c, Option& option, Date day, Money amount)
{
    if (day <= c.prover.end() && amount.positive())
        option.what_if.flows.push_back({c.duty.pay_from, std::max(day, c.today.date + Days{1}), -amount});
}

std::optional<ledger::CardBill> statement(const Case& c)
{
    if (!c.card) return std::nullopt;
    return card_bill_on(c.book, c.history, *c.card, c.duty.occurrence, c.today);
}

/// What the statement would cost beyond what is owed, if besides what was paid `amount` is paid on `day`; without the
/// late fee where the bank agreed to that day.
Money cost_of(const Case& c, Money amount, Date day, bool agreed)
{
    const auto bill = statement(c);
    if (!bill && c.is_card_bill()) {  // no card terms are known: the rest at the usual daily rate until the day it is
                                      // paid, or for a month
        const Money rest = c.owed - amount;
        const int late = std::max(0, ledger::days_between(c.duty.due, day));
        return times(amount, ledger::CardTerms{}.daily_rate, late) + times(rest, ledger::CardTerms{}.daily_rate, 30);
    }
    if (!bill) return c.zero;
    auto payments = bill->credits;
    payments.push_back({day, amount});
    const auto cost = card_cost(*c.card->card, owed_statement(c.book, c.history, *c.card, *bill), payments);
    return agreed ? cost.interest : cost.total();
}

Date next_due(const Case& c)
{
    if (const auto bill = statement(c)) return next_cycle(*c.card->card, bill->cycle).due;
    return ledger::add_months(c.duty.due, 1, ledger::day_of_month(c.duty.due));
}

/// The first payment comes with the next statement, or a month later.
Date first_instalment(const Case& c)
{
    return std::max(next_due(c), working_days_after(c.today.date, c.policy.bank_days));
}

/// On the day after the income that makes it possible, as such a plan is negotiated freely.
Date first_of_plan(const Case& c)
{
    const Date soonest = working_days_after(c.today.date, c.policy.bank_days);
    for (const auto& income : c.prover.incomes(c.duty.pay_from, times(c.afford.income, {ledger::Rate::one / 3})))
        if (income.date >= soonest) return income.date + Days{1};
    return first_instalment(c);
}

void in_parts(const Case& c, Option& option, const ledger::Instalments& parts)
{
    option.months = static_cast<int>(parts.size());
    for (const auto& p : parts) option.monthly = std::max(option.monthly, p.amount());
    option.first_payment = parts.front().due;
    option.schedule = scheduled(parts);
    option.total_cost = total_charge(parts);
    option.apr = yearly_cost(parts).nominal;
    option.what_if.moves = {pay_now_only(c, c.zero)};
    for (const auto& p : parts) pay_later(c, option, p.due, p.amount());
}

Option put_off(const Case& c, PlanKind kind, Date day, const Coming& income)
{
    auto option = start(c, kind, true);
    option.total_cost = kind == PlanKind::extension ? cost_of(c, c.owed, day, true) : c.zero;
    option.monthly = c.owed;
    option.months = 1;
    option.first_payment = day;
    option.schedule = {{day, c.owed}};
    option.why.push_back({OptionWhy::income_after_due, income.amount, income.date, {}});
    option.risks.push_back({OptionRisk::bank_decides, c.zero, {}, {}});
    if (kind == PlanKind::move_due_date)
        option.risks.push_back({OptionRisk::only_from_next_cycle, c.zero, c.duty.due, {}});
    if (kind == PlanKind::extension && c.is_debt()) {
        option.risks.push_back({OptionRisk::interest_may_run, option.total_cost, {}, {}});
        option.risks.push_back({OptionRisk::record_possible, c.zero, {}, {}});
    }
    option.what_if.moves = {{.bill = c.duty.bill, .occurrence = c.duty.occurrence, .due = day, .amount = {}}};
    return option;
}

/// What the plan costs if the bank does not agree to stop the interest: the card's daily rate on what is left, simple,
/// to the last payment.
Money interest_if_it_runs(const Case& c, const std::vector<ledger::ScheduledPart>& schedule)
{
    const auto rate = c.card && c.card->card ? c.card->card->daily_rate : ledger::CardTerms{}.daily_rate;
    Money left = c.owed;
    Money cost = c.zero;
    Date from = c.duty.due;
    for (const auto& part : schedule) {
        cost += times(left, rate, std::max(0, ledger::days_between(from, part.due)));
        left -= part.amount;
        from = std::max(from, part.due);
    }
    return cost;
}

}  // namespace

std::optional<Option> minimum(const Case& c)
{
    const Money least = c.duty.minimum_still_owed();
    if (!least.positive() || least >= c.owed) return std::nullopt;
    auto option = start(c, PlanKind::pay_minimum, false);
    const Money rest = c.owed - least;
    option.total_cost = cost_of(c, least, c.overdue() ? c.today.date : c.pay_on, false);
    option.monthly = least;
    option.months = 1;
    option.first_payment = c.pay_on;
    option.schedule = {{c.pay_on, least}};
    option.why.push_back({OptionWhy::minimum_is_enough, least, c.duty.due, {}});
    option.risks.push_back({OptionRisk::rest_bears_interest, option.total_cost, next_due(c), {}});
    option.what_if.moves = {pay_now_only(c, least)};
    const auto terms = c.card ? *c.card->card : ledger::CardTerms{};
    const Money next = c.is_card_bill() ? minimum_due(terms, rest) + option.total_cost : rest;
    pay_later(c, option, next_due(c), next);
    return option;
}

std::vector<Option> later(const Case& c)
{
    std::vector<Option> out;
    const Money least{std::max<std::int64_t>(1, c.missing.minor / 2), c.zero.currency};
    for (const auto& income : c.prover.incomes(c.duty.pay_from, least)) {
        const Date day = income.date + Days{1};
        if (day <= c.pay_on || income.date < c.duty.due) continue;
        if (ledger::days_between(std::max(c.duty.due, c.today.date), day) > longest_extension) break;
        const bool timing = !c.overdue() && ledger::days_between(c.duty.due, day) <= 15;
        if (timing && c.is_debt()) out.push_back(put_off(c, PlanKind::move_due_date, day, income));
        out.push_back(put_off(c, PlanKind::extension, day, income));
    }
    return out;
}

std::vector<Option> bill_instalments(const Case& c)
{
    std::vector<Option> out;
    if (!c.is_card_bill() || c.overdue() || c.duty.projected) return out;
    const bool known = !c.request.instalment_fees.empty();
    for (const int n : terms) {
        const auto at = c.request.instalment_fees.find(n);
        if (known && at == c.request.instalment_fees.end()) continue;
        auto option = start(c, PlanKind::bill_instalment, true);
        in_parts(c, option, with_flat_fee(c.owed, n, known ? at->second : usual_fee, first_instalment(c)));
        if (option.monthly > c.afford.amount()) continue;
        option.why.push_back({OptionWhy::spread_over_months, option.monthly, option.first_payment, {}});
        option.why.push_back({OptionWhy::within_affordable, c.afford.amount(), {}, {}});
        option.risks.push_back({OptionRisk::bank_decides, c.zero, {}, {}});
        option.risks.push_back({OptionRisk::ask_before_due, c.zero, c.duty.due, {}});
        option.risks.push_back({known ? OptionRisk::fee_is_a_list_price : OptionRisk::fee_is_a_guess, c.zero, {}, {}});
        out.push_back(std::move(option));
    }
    return out;
}

std::vector<Option> personalised(const Case& c)
{
    std::vector<Option> out;
    const Money can = c.afford.amount();
    if (!c.is_debt() || c.duty.projected || !can.positive() || c.owed <= can) return out;
    for (int n = ledger::usual_term(months_needed(c.owed, can)); n != 0 && n <= most_months;
         n = ledger::usual_term(n + 1))
        if (auto option = personal_plan(c, n); option.monthly <= can) out.push_back(std::move(option));
    return out;
}

Option personal_plan(const Case& c, int months)
{
    auto option = start(c, PlanKind::personal_instalment, true);
    in_parts(c, option, in_equal_parts(c.owed, months, first_of_plan(c)));
    option.total_cost = interest_if_it_runs(c, option.schedule);
    option.apr.reset();
    option.why.push_back({OptionWhy::spread_over_months, option.monthly, option.first_payment, {}});
    option.why.push_back({OptionWhy::within_affordable, c.afford.amount(), {}, {}});
    option.risks = {{OptionRisk::bank_decides, c.zero, {}, {}},
                    {OptionRisk::interest_may_run, option.total_cost, {}, {}},
                    {OptionRisk::no_new_cards, c.zero, {}, {}},
                    {OptionRisk::missing_one_ends_it, c.zero, {}, {}},
                    {OptionRisk::record_possible, c.zero, {}, {}}};
    return option;
}

std::vector<Option> where_nothing_is_left(const Case& c)
{
    std::vector<Option> out;
    const Money can = c.afford.amount();
    const bool too_long = can.positive() && months_needed(c.owed, can) > most_months;
    if (!c.is_debt() || !c.afford.income_seen || (can.positive() && !too_long)) return out;
    for (const auto kind : {PlanKind::interest_freeze, PlanKind::counselling}) {
        auto option = start(c, kind, kind == PlanKind::interest_freeze);
        option.why.push_back({OptionWhy::nothing_is_left, abs(c.afford.left()), {}, {}});
        if (kind == PlanKind::interest_freeze) {
            option.risks.push_back({OptionRisk::bank_decides, c.zero, {}, {}});
            option.risks.push_back({OptionRisk::record_possible, c.zero, {}, {}});
        }
        option.what_if.moves = {pay_now_only(c, c.zero)};
        out.push_back(std::move(option));
    }
    return out;
}

Option offered(const Case& c, const ledger::Offer& offer)
{
    auto option = start(c, PlanKind::bill_instalment, true);
    in_parts(c, option, with_flat_fee(c.owed, offer.months, offer.fee, offer.first.value_or(first_instalment(c))));
    option.why.push_back({OptionWhy::spread_over_months, option.monthly, option.first_payment, {}});
    if (option.monthly > c.afford.amount())
        option.risks.push_back({OptionRisk::above_affordable, c.afford.amount(), {}, {}});
    else option.why.push_back({OptionWhy::within_affordable, c.afford.amount(), {}, {}});
    option.risks.push_back({OptionRisk::missing_one_ends_it, c.zero, {}, {}});
    return option;
}

}  // namespace alerts::options
