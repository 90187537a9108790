#include "ledger/balances/card_cost.hpp"

#include <algorithm>
#include <cassert>

namespace ledger {

namespace {

Money rounded(Money amount, Rate rate, int days, LineRounding to)
{
    if (to.unit == 1) return times(amount, rate, days, 1, to.how);
    Money units = times(amount, rate, days, to.unit, to.how);
    units.minor *= to.unit;
    return units;
}

/// Takes `amount` off the charges, oldest first; what is more than they hold is lost.
void repay(std::vector<CardCharge>& charges, Money amount)
{
    for (auto& c : charges) {
        const Money part = std::min(c.amount, amount);
        c.amount -= part;
        amount -= part;
    }
}

Money sum(const std::vector<CardCharge>& charges, Currency currency)
{
    Money total{0, currency};
    for (const auto& c : charges) total += c.amount;
    return total;
}

/// Interest on the charges as they stand, each from its posting date, while `payments` repay them. One line for each charge and
/// each stretch between payments that touch it.
std::vector<CostStep> accrue(std::vector<CardCharge> charges, const std::vector<CardPayment>& payments, Rate rate, Date until, LineRounding to)
{
    std::vector<CostStep> steps;
    std::vector<Date> since;
    for (const auto& c : charges) since.push_back(c.posted);
    const auto line = [&](std::size_t i, Date end) {
        const int days = days_between(since[i], std::min(end, until));
        if (days <= 0 || !charges[i].amount.positive()) return;
        steps.push_back({CostKind::interest, charges[i].amount, rate, days, rounded(charges[i].amount, rate, days, to)});
        since[i] = end;
    };
    for (const auto& p : payments) {
        if (p.on >= until) break;
        Money rest = p.amount;
        for (std::size_t i = 0; i < charges.size() && rest.positive(); ++i) {
            const Money part = std::min(charges[i].amount, rest);
            if (!part.positive()) continue;
            line(i, p.on);
            charges[i].amount -= part;
            rest -= part;
        }
    }
    for (std::size_t i = 0; i < charges.size(); ++i) line(i, until);
    return steps;
}

Money sum(const std::vector<CostStep>& steps, Currency currency)
{
    Money total{0, currency};
    for (const auto& s : steps) total += s.result;
    return total;
}

/// Splitting a line at a payment can round a cent up. Paying must never cost more than paying less, so that cent is taken off again.
void cap(std::vector<CostStep>& steps, Money most)
{
    Money over = sum(steps, most.currency) - most;
    for (auto s = steps.rbegin(); s != steps.rend() && over.positive(); ++s) {
        const Money off = std::min(over, s->result);
        s->result -= off;
        over -= off;
    }
}

std::vector<CostStep> full_amount(const CardTerms& terms, const OwedStatement& s, const std::vector<CardPayment>& payments, LineRounding to)
{
    auto steps = accrue(s.charges, {}, terms.daily_rate, s.next_statement, to);
    std::vector<CardPayment> some;
    for (const auto& p : payments) {
        some.push_back(p);
        const Money most = sum(steps, s.balance.currency);
        steps = accrue(s.charges, some, terms.daily_rate, s.next_statement, to);
        cap(steps, most);
    }
    return steps;
}

/// Only what is unpaid at the deadline accrues, but from its posting date.
std::vector<CostStep> unpaid_part(const CardTerms& terms, const OwedStatement& s, const std::vector<CardPayment>& payments, Date deadline,
                                  LineRounding to)
{
    auto charges = s.charges;
    std::vector<CardPayment> later;
    for (const auto& p : payments) {
        if (p.on <= deadline) repay(charges, p.amount);
        else later.push_back(p);
    }
    auto steps = accrue(charges, {}, terms.daily_rate, s.next_statement, to);
    for (std::size_t n = 1; n <= later.size(); ++n) {
        const Money most = sum(steps, s.balance.currency);
        steps = accrue(charges, {later.begin(), later.begin() + static_cast<std::ptrdiff_t>(n)}, terms.daily_rate, s.next_statement, to);
        cap(steps, most);
    }
    return steps;
}

/// The sum of each day's balance from the day after closing to the next statement, times the daily rate, rounded once.
std::vector<CostStep> average_daily(const CardTerms& terms, const OwedStatement& s, const std::vector<CardPayment>& payments, LineRounding to)
{
    const int days = days_between(s.cycle.closed, s.next_statement);
    if (days <= 0) return {};
    Money day_sum{0, s.balance.currency};
    for (Date day = s.cycle.closed + Days{1}; day <= s.next_statement; day += Days{1}) {
        Money balance = s.balance;
        for (const auto& c : s.spent_since)
            if (c.posted <= day) balance += c.amount;
        for (const auto& p : payments)
            if (p.on <= day) balance -= p.amount;
        if (balance.positive()) day_sum += balance;
    }
    const Money average = times(day_sum, {Rate::one}, 1, days);
    if (!average.positive()) return {};
    return {{CostKind::interest, average, terms.daily_rate, days, rounded(day_sum, terms.daily_rate, 1, to)}};
}

std::vector<CostStep> interest_lines(const CardTerms& terms, const OwedStatement& s, const std::vector<CardPayment>& payments, Date deadline,
                                     LineRounding to)
{
    if (terms.interest == InterestMethod::adb) return average_daily(terms, s, payments, to);
    auto unpaid = unpaid_part(terms, s, payments, deadline, to);
    if (terms.interest == InterestMethod::unpaid) return unpaid;
    auto full = full_amount(terms, s, payments, to);
    return sum(full, s.balance.currency) < sum(unpaid, s.balance.currency) ? unpaid : full;
}

}  // namespace

Money late_fee(const CardTerms& terms, Money unpaid)
{
    if (!unpaid.positive()) return {0, unpaid.currency};
    Money fee = times(unpaid, terms.late_rate);
    if (terms.late_floor) fee = std::max(fee, *terms.late_floor);
    if (terms.late_cap) fee = std::min(fee, *terms.late_cap);
    return fee;
}

Money late_fee_ladder(std::span<const Money> fees, int missed_in_a_row)
{
    assert(!fees.empty());
    Money total{0, fees.front().currency};
    for (std::size_t i = 0; i < fees.size() && static_cast<int>(i) < missed_in_a_row; ++i) total += fees[i];
    return total;
}

CashAdvanceCost cash_advance_cost(Money amount, Rate fee_rate, Money least_fee, Rate daily_rate, int days)
{
    return {.fee = std::max(times(amount, fee_rate), least_fee), .interest = times(amount, daily_rate, days)};
}

CardCost card_cost(const CardTerms& terms, const OwedStatement& s, std::vector<CardPayment> payments, LineRounding to)
{
    assert(sum(s.charges, s.balance.currency) == s.balance);
    std::stable_sort(payments.begin(), payments.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    const Date deadline = s.cycle.due + Days{terms.grace_days};
    const Money none{0, s.balance.currency};
    Money in_time = none, all = none;
    for (const auto& p : payments) {
        if (p.on <= deadline) in_time += p.amount;
        if (p.on <= s.next_statement) all += p.amount;
    }
    CardCost cost{.interest = none, .late_fee = none, .carried_forward = std::max(none, s.balance - all), .on_statement = s.next_statement};
    const Money short_by = s.balance - in_time;
    cost.in_full = !short_by.positive() || (terms.tolerance && short_by <= *terms.tolerance);
    cost.minimum_met = cost.in_full || in_time >= s.minimum;
    if (cost.in_full) return cost;
    cost.steps = interest_lines(terms, s, payments, deadline, to);
    cost.interest = sum(cost.steps, s.balance.currency);
    if (!cost.minimum_met) {
        const Money unpaid = s.minimum - in_time;
        cost.late_fee = late_fee(terms, unpaid);
        CostStep step{CostKind::late_fee, unpaid, terms.late_rate, 0, cost.late_fee};
        const Money plain = times(unpaid, terms.late_rate);
        if (terms.late_floor && plain < *terms.late_floor) step.floor = terms.late_floor;
        if (terms.late_cap && plain > *terms.late_cap) step.cap = terms.late_cap;
        cost.steps.push_back(step);
    }
    return cost;
}

OwedStatement owed_statement(const History& history, const Account& card, const CardBill& bill)
{
    assert(card.card);
    OwedStatement s{.cycle = bill.cycle, .next_statement = next_cycle(*card.card, bill.cycle).closed, .balance = bill.balance, .minimum = bill.minimum};
    const Date before = bill.cycle.opened - Days{1};
    std::vector<CardCharge> charges{{before, {0, card.currency}}};
    if (const auto at = history.accounts.find(card.id); at != history.accounts.end())
        for (const auto& row : at->second.rows) {
            if (row.minor >= 0) continue;
            const CardCharge charge{row.date, {-row.minor, card.currency}};
            if (row.date >= bill.cycle.opened && row.date <= bill.cycle.closed) charges.push_back(charge);
            else if (row.date > bill.cycle.closed && row.date <= s.next_statement) s.spent_since.push_back(charge);
        }
    const Money rest = s.balance - sum(charges, card.currency);
    if (rest.positive()) charges.front().amount = rest;
    else repay(charges, -rest);
    std::erase_if(charges, [](const CardCharge& c) { return !c.amount.positive(); });
    s.charges = std::move(charges);
    return s;
}

std::vector<CardPayment> payments_made(const History& history, const Account& card, const CardBill& bill, Today today)
{
    std::vector<CardPayment> paid;
    const auto at = history.accounts.find(card.id);
    if (at == history.accounts.end()) return paid;
    const Date until = std::min(today.date, next_cycle(*card.card, bill.cycle).closed);
    for (const auto& row : at->second.rows)
        if (row.minor > 0 && row.date > bill.cycle.closed && row.date <= until) paid.push_back({row.date, {row.minor, card.currency}});
    return paid;
}

CardOutlook card_outlook(const History& history, const Account& card, const CardBill& bill, Today today)
{
    const auto statement = owed_statement(history, card, bill);
    auto paid = payments_made(history, card, bill, today);
    const auto missed = card_cost(*card.card, statement, paid);
    Money already{0, card.currency};
    for (const auto& p : paid) already += p.amount;
    if (bill.minimum > already) paid.push_back({std::max(bill.cycle.due, today.date), bill.minimum - already});
    const auto minimum = card_cost(*card.card, statement, paid);
    return {.interest_if_minimum = minimum.interest, .late_fee_if_missed = missed.late_fee, .cost_if_missed = missed.total()};
}

}  // namespace ledger
