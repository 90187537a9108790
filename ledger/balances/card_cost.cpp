#include "ledger/balances/card_cost.hpp"

#include <algorithm>
#include <cassert>

namespace ledger {

namespace {

Money rounded(Money amount, Rate rate, int days, const CardTerms& terms)
{
    if (terms.round_to == 1) return times(amount, rate, days, 1, terms.rounding);
    Money units = times(amount, rate, days, terms.round_to, terms.rounding);
    units.minor *= terms.round_to;
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

/// On which charges interest is reckoned.
enum class Bearing { spending, cash };

/// Interest on the charges as they stand, each from its posting date, while `payments` repay them. One line for each
/// charge and each stretch between payments that touch it.
class Accrual {
public:
    Accrual(const CardTerms& terms, std::vector<CardCharge> charges, Bearing bearing, Date until)
        : terms_{terms}, charges_{std::move(charges)}, bearing_{bearing}, until_{until}
    {
        for (const auto& c : charges_) since_.push_back(c.posted);
    }

    std::vector<CostStep> run(const std::vector<CardPayment>& payments)
    {
        for (const auto& p : payments) {
            if (p.on >= until_) break;
            Money rest = p.amount;
            for (std::size_t i = 0; i < charges_.size() && rest.positive(); ++i) {
                const Money part = std::min(charges_[i].amount, rest);
                if (!part.positive()) continue;
                line(i, p.on);
                charges_[i].amount -= part;
                rest -= part;
            }
        }
        for (std::size_t i = 0; i < charges_.size(); ++i) line(i, until_);
        return std::move(steps_);
    }

private:
    bool bears(CardRow kind) const
    {
        return bearing_ == Bearing::cash ? kind == CardRow::cash : kind != CardRow::cash && kind != CardRow::fee;
    }

    void line(std::size_t i, Date end)
    {
        const auto& charge = charges_[i];
        const int days = days_between(since_[i], std::min(end, until_));
        if (days <= 0 || !charge.amount.positive() || !bears(charge.kind)) return;
        const Rate rate =
            charge.kind == CardRow::cash ? terms_.cash_rate.value_or(terms_.daily_rate) : terms_.daily_rate;
        steps_.push_back({CostKind::interest, charge.amount, rate, days, rounded(charge.amount, rate, days, terms_)});
        since_[i] = end;
    }

    const CardTerms& terms_;
    std::vector<CardCharge> charges_;
    Bearing bearing_;
    Date until_;
    std::vector<Date> since_;
    std::vector<CostStep> steps_;
};

/// What may bear interest on the next statement, each from the day on which it begins to.
std::vector<CardCharge> bearing_from(const CardTerms& terms, const OwedStatement& s)
{
    auto charges = s.charges;
    const bool from_statement = terms.interest_from == InterestStart::statement;
    for (auto& c : charges)
        if (from_statement || c.kind == CardRow::cash)
            c.posted = std::max(c.posted, s.cycle.closed);  // cash bore interest up to there already
    for (const auto& c : s.spent_since)
        if (from_statement || c.kind == CardRow::cash) charges.push_back(c);
    return charges;
}

Money sum(const std::vector<CostStep>& steps, Currency currency)
{
    Money total{0, currency};
    for (const auto& s : steps) total += s.result;
    return total;
}

/// Splitting a line at a payment can round a cent up. Paying must never cost more than paying less, so that cent is
/// taken off again.
void cap(std::vector<CostStep>& steps, Money most)
{
    Money over = sum(steps, most.currency) - most;
    for (auto s = steps.rbegin(); s != steps.rend() && over.positive(); ++s) {
        const Money off = std::min(over, s->result);
        s->result -= off;
        over -= off;
    }
}

/// Each payment in two: what clears charges whole, and what splits the line of one more. Only the second can make
/// rounding go up.
std::vector<CardPayment> pieces(std::vector<CardCharge> charges, const std::vector<CardPayment>& payments)
{
    std::vector<CardPayment> out;
    for (const auto& p : payments) {
        Money clears{0, p.amount.currency}, rest = p.amount;
        for (auto& c : charges) {
            if (rest < c.amount) break;
            clears += c.amount;
            rest -= c.amount;
            c.amount = {0, c.amount.currency};
        }
        repay(charges, rest);
        for (const Money piece : {clears, rest})
            if (piece.positive()) out.push_back({p.on, piece, p.refund});
    }
    return out;
}

/// The lines once all `payments` are made, none of them dearer than the one before allows.
std::vector<CostStep> in_turn(const CardTerms& terms, const std::vector<CardCharge>& charges, Bearing bearing,
                              const std::vector<CardPayment>& payments, Date until)
{
    auto steps = Accrual{terms, charges, bearing, until}.run({});
    std::vector<CardPayment> some;
    for (const auto& p : pieces(charges, payments)) {
        some.push_back(p);
        const Money most = sum(steps, p.amount.currency);
        steps = Accrual{terms, charges, bearing, until}.run(some);
        cap(steps, most);
    }
    return steps;
}

/// The same, and not dearer than with any of the payments left out either: where a line is split, rounding may go up,
/// but paying never costs.
std::vector<CostStep> lines(const CardTerms& terms, const std::vector<CardCharge>& charges, Bearing bearing,
                            const std::vector<CardPayment>& payments, Date until)
{
    constexpr std::size_t few = 4;  // more payments than that in one cycle are taken as they come
    auto steps = in_turn(terms, charges, bearing, payments, until);
    if (payments.size() < 2 || payments.size() > few) return steps;
    for (std::size_t left_in = 1; left_in + 1 < std::size_t{1} << payments.size(); ++left_in) {
        std::vector<CardPayment> fewer;
        for (std::size_t i = 0; i < payments.size(); ++i)
            if (left_in >> i & 1) fewer.push_back(payments[i]);
        cap(steps, sum(in_turn(terms, charges, bearing, fewer, until), payments.front().amount.currency));
    }
    return steps;
}

/// Only what is unpaid at the deadline accrues, but from its posting date.
std::vector<CostStep> unpaid_part(const CardTerms& terms, const OwedStatement& s,
                                  const std::vector<CardPayment>& payments, Date deadline)
{
    auto charges = bearing_from(terms, s);
    std::vector<CardPayment> later;
    for (const auto& p : payments) {
        if (p.on <= deadline) repay(charges, p.amount);
        else later.push_back(p);
    }
    return lines(terms, charges, Bearing::spending, later, s.next_statement);
}

/// The sum of each day's balance from the day after closing to the next statement, times the daily rate, rounded once.
/// Fees and cash are left out: those bear nothing, this is reckoned by itself.
std::vector<CostStep> average_daily(const CardTerms& terms, const OwedStatement& s,
                                    const std::vector<CardPayment>& payments)
{
    const int days = days_between(s.cycle.closed, s.next_statement);
    if (days <= 0) return {};
    auto charges = s.charges;
    charges.insert(charges.end(), s.spent_since.begin(), s.spent_since.end());
    Money day_sum{0, s.balance.currency};
    auto next = payments.begin();
    for (Date day = s.cycle.closed + Days{1}; day <= s.next_statement; day += Days{1}) {
        for (; next != payments.end() && next->on <= day; ++next) repay(charges, next->amount);
        for (const auto& c : charges)
            if (c.posted <= day && c.kind != CardRow::fee && c.kind != CardRow::cash) day_sum += c.amount;
    }
    const Money average = times(day_sum, {Rate::one}, 1, days);
    if (!average.positive()) return {};
    return {{CostKind::interest, average, terms.daily_rate, days, rounded(day_sum, terms.daily_rate, 1, terms)}};
}

/// On what was spent; nothing where the statement counts as paid in full.
std::vector<CostStep> spending_lines(const CardTerms& terms, const OwedStatement& s,
                                     const std::vector<CardPayment>& payments, Date deadline)
{
    if (terms.interest == InterestMethod::adb) return average_daily(terms, s, payments);
    auto unpaid = unpaid_part(terms, s, payments, deadline);
    if (terms.interest == InterestMethod::unpaid) return unpaid;
    auto full = lines(terms, bearing_from(terms, s), Bearing::spending, payments, s.next_statement);
    return sum(full, s.balance.currency) < sum(unpaid, s.balance.currency) ? unpaid : full;
}

std::vector<CostStep> interest_lines(const CardTerms& terms, const OwedStatement& s,
                                     const std::vector<CardPayment>& payments, Date deadline, bool in_full)
{
    auto steps = in_full ? std::vector<CostStep>{} : spending_lines(terms, s, payments, deadline);
    const auto cash = lines(terms, bearing_from(terms, s), Bearing::cash, payments, s.next_statement);
    steps.insert(steps.end(), cash.begin(), cash.end());
    return steps;
}

CostStep late_fee_step(const CardTerms& terms, Money unpaid, int missed_before)
{
    CostStep step{CostKind::late_fee, unpaid, terms.late_rate, 0, late_fee(terms, unpaid, missed_before)};
    if (!terms.late_steps.empty()) {
        step.miss = missed_before + 1;
        return step;
    }
    const Money plain = times(unpaid, terms.late_rate);
    if (terms.late_floor && plain < *terms.late_floor) step.floor = terms.late_floor;
    if (terms.late_cap && plain > *terms.late_cap) step.cap = terms.late_cap;
    return step;
}

}  // namespace

Money late_fee(const CardTerms& terms, Money unpaid, int missed_before)
{
    const Money none{0, unpaid.currency};
    if (!unpaid.positive()) return none;
    if (!terms.late_steps.empty()) {
        const auto at = static_cast<std::size_t>(missed_before);
        return at < terms.late_steps.size() ? terms.late_steps[at] : none;
    }
    Money fee = times(unpaid, terms.late_rate);
    if (terms.late_floor) fee = std::max(fee, *terms.late_floor);
    if (terms.late_cap) fee = std::min(fee, *terms.late_cap);
    return fee;
}

CashAdvanceCost cash_advance_cost(const CardTerms& terms, Money amount, Date taken, Date until)
{
    CashAdvanceCost cost{.fee = times(amount, terms.cash_fee_rate), .interest = {0, amount.currency}};
    CostStep fee{CostKind::cash_fee, amount, terms.cash_fee_rate, 0, cost.fee};
    if (terms.cash_fee_floor && cost.fee < *terms.cash_fee_floor) {
        cost.fee = fee.result = *terms.cash_fee_floor;
        fee.floor = terms.cash_fee_floor;
    }
    cost.steps.push_back(fee);
    for (const auto& step : Accrual{terms, {{taken, amount, CardRow::cash}}, Bearing::cash, until}.run({})) {
        cost.interest += step.result;
        cost.steps.push_back(step);
    }
    return cost;
}

CardCost card_cost(const CardTerms& terms, const OwedStatement& s, std::vector<CardPayment> payments)
{
    assert(sum(s.charges, s.balance.currency) == s.balance);
    std::stable_sort(payments.begin(), payments.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    const Date deadline = s.cycle.due + Days{terms.grace_days};
    const Money none{0, s.balance.currency};
    Money in_time = none, towards_minimum = none, all = none;
    for (const auto& p : payments) {
        if (p.on <= deadline) in_time += p.amount;
        if (p.on <= deadline && !p.refund) towards_minimum += p.amount;
        if (p.on <= s.next_statement) all += p.amount;
    }
    CardCost cost{.interest = none,
                  .late_fee = none,
                  .carried_forward = std::max(none, s.balance - all),
                  .on_statement = s.next_statement};
    const Money short_by = s.balance - in_time;
    cost.in_full = !short_by.positive() || (terms.tolerance && short_by <= *terms.tolerance);
    cost.minimum_met = cost.in_full || towards_minimum >= s.minimum;
    cost.steps = interest_lines(terms, s, payments, deadline, cost.in_full);
    cost.interest = sum(cost.steps, s.balance.currency);
    if (cost.minimum_met) return cost;
    cost.steps.push_back(late_fee_step(terms, s.minimum - towards_minimum, s.missed_before));
    cost.late_fee = cost.steps.back().result;
    return cost;
}

OwedStatement owed_statement(const Book& book, const History& history, const Account& card, const CardBill& bill)
{
    assert(card.card);
    OwedStatement s{.cycle = bill.cycle,
                    .next_statement = bill.next_closed,
                    .balance = bill.balance,
                    .minimum = bill.minimum,
                    .missed_before = bill.missed_before};
    const Money none{0, card.currency};
    const Date unknown = bill.cycle.opened - Days{1};
    std::vector<CardCharge> charges{{bill.cycle.closed, bill.brought_forward.positive() ? bill.brought_forward : none},
                                    {unknown, none}};
    if (const auto at = history.accounts.find(card.id); at != history.accounts.end())
        for (const auto& row : at->second.rows) {
            if (row.minor >= 0 || bill.undone.contains(row.id)) continue;
            const CardCharge charge{row.date, {-row.minor, card.currency}, card_row(book, history, row)};
            if (row.date >= bill.cycle.opened && row.date <= bill.cycle.closed) charges.push_back(charge);
            else if (row.date > bill.cycle.closed && row.date <= s.next_statement) s.spent_since.push_back(charge);
        }
    const Money rest = s.balance - sum(charges, card.currency);
    if (rest.positive()) charges[1].amount = rest;
    else repay(charges, -rest);
    std::erase_if(charges, [](const CardCharge& c) { return !c.amount.positive(); });
    s.charges = std::move(charges);
    return s;
}

CardOutlook card_outlook(const Book& book, const History& history, const Account& card, const CardBill& bill,
                         Today today)
{
    const auto statement = owed_statement(book, history, card, bill);
    auto paid = bill.credits;
    const auto missed = card_cost(*card.card, statement, paid);
    const Money least = std::min(bill.minimum - bill.paid, bill.balance - bill.paid - bill.refunded);
    if (least.positive()) paid.push_back({std::max(bill.cycle.due, today.date), least});
    const auto minimum = card_cost(*card.card, statement, paid);
    return {.interest_if_minimum = minimum.interest,
            .late_fee_if_missed = missed.late_fee,
            .cost_if_missed = missed.total()};
}

}  // namespace ledger
