#include <algorithm>

#include "alerts/rescue/options.hpp"

namespace alerts::options {

namespace {

using ledger::Date;
using ledger::Days;
using ledger::Money;
using ledger::PlanKind;

constexpr ledger::Rate share_that_can_wait{ledger::Rate::one /
                                           2};  ///< of non-essential spending; judgement: nobody stops all of it

Date moving_day(const Case& c)
{
    const Date day = c.pay_on - Days{c.policy.transfer_days};
    return std::max(c.today.date, std::min(day, working_days_after(c.today.date, 1)));
}

/// Money that is there before the payment. What comes on the very day of a payment is not counted in the forecast, so
/// where the payment is due tomorrow it is made smaller instead, which leaves the same on the account.
void help_with(const Case& c, Option& option, Money amount, Date on)
{
    const Date day = std::max(on, c.today.date + Days{1});
    const bool in_time = day < c.pay_on || option.what_if.moves.size() > 0;
    const Money off = in_time ? c.zero : std::min(amount, c.owed);
    if (off.positive())
        option.what_if.moves = {
            {.bill = c.duty.bill, .occurrence = c.duty.occurrence, .due = {}, .amount = c.owed - off}};
    if (amount > off) option.what_if.flows.push_back({c.duty.pay_from, day, amount - off});
}

Money sum_of(const Case& c, const std::vector<AffordableLine>& lines)
{
    Money total = c.zero;
    for (const auto& line : lines) total += line.amount;
    return total;
}

/// What spending `a_month` less comes to until the evening before the payment.
Money until_due(const Case& c, Money a_month)
{
    const int days = ledger::days_between(c.today.date, c.pay_on) - 1;
    return times(a_month, {ledger::Rate::one}, std::clamp(days, 0, 31), 30, ledger::Rounding::down);
}

/// How much less has to be spent a month so that it comes to `amount` by the due date; rounded up a little.
Money a_month_for(const Case& c, Money amount)
{
    const int days = std::clamp(ledger::days_between(c.today.date, c.pay_on) - 1, 0, 31);
    return days == 0 ? amount : times(amount, {ledger::Rate::one}, 31, days, ledger::Rounding::up);
}

}  // namespace

Date working_days_after(Date day, int n)
{
    while (n > 0) {
        day += Days{1};
        if (ledger::weekday_of(day) <= 5) --n;
    }
    return day;
}

Money rounded_up(Money m)
{
    std::int64_t step = 10;
    for (int i = 0; i < m.currency.places(); ++i) step *= 10;
    return {(m.minor + step - 1) / step * step, m.currency};
}

Option start(const Case& c, PlanKind kind, bool needs_bank)
{
    return {.kind = kind, .total_cost = c.zero, .monthly = c.zero, .needs_bank = needs_bank};
}

std::vector<Moving> moving_from(const Case& c, Money wanted, bool or_less)
{
    std::vector<Moving> out;
    for (const auto& [id, account] : c.book.accounts) {
        if (id == c.duty.pay_from || account.archived || !pays_bills(account.type) ||
            account.currency != c.zero.currency)
            continue;
        const Money spare = c.prover.spare(id, c.today.date + Days{60});  // only what its own bills do not need
        if (spare.positive()) out.push_back({id, moving_day(c), spare});
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.amount > b.amount; });
    Money left = wanted;
    for (auto& m : out) {
        m.amount = std::min(m.amount, left);
        left -= m.amount;
    }
    std::erase_if(out, [](const Moving& m) { return !m.amount.positive(); });
    if (left.positive() && !or_less && sum(c, out) < c.missing) out.clear();
    return out;
}

Money sum(const Case& c, const std::vector<Moving>& moving)
{
    Money total = c.zero;
    for (const auto& m : moving) total += m.amount;
    return total;
}

std::vector<AffordableLine> trimming(const Case& c, Money a_month)
{
    std::vector<AffordableLine> out;
    Money found = c.zero;
    for (auto line : c.can_wait) {  // largest first
        if (found >= a_month) break;
        line.amount = times(line.amount, share_that_can_wait, 1, 1, ledger::Rounding::down);
        if (!line.amount.positive()) continue;
        found += line.amount;
        out.push_back(std::move(line));
    }
    return out;
}

void move_in(const Case& c, Option& option, const std::vector<Moving>& moving)
{
    const bool alone = option.kind == PlanKind::transfer;
    option.moving = moving;
    for (const auto& m : moving) {
        const auto& name = find<ledger::Account>(c.book, m.from)->name;
        option.what_if.flows.push_back({m.from, std::max(m.on, c.today.date + Days{1}), -m.amount});
        if (alone) option.schedule.push_back({m.on, m.amount});
        option.why.push_back({OptionWhy::spare_elsewhere, m.amount, m.on, name});
        option.risks.push_back({OptionRisk::other_account_gets_low, m.amount, {}, name});
    }
    if (alone) {
        option.first_payment = moving.front().on;
        option.monthly = sum(c, moving);
    }
    help_with(c, option, sum(c, moving), moving.front().on);
}

void spend_less(const Case& c, Option& option, const std::vector<AffordableLine>& halves)
{
    const Money a_month = sum_of(c, halves);
    const Money a_week = times(a_month, {ledger::Rate::one}, 7, 31, ledger::Rounding::down);
    for (int d = 7; d <= horizon; d += 7)
        option.what_if.flows.push_back({c.duty.pay_from, c.today.date + Days{d}, a_week});
    option.waits = halves;
    option.spared = a_month;
    option.why.push_back({OptionWhy::spending_waits, a_month, {}, {}});
    option.risks.push_back({OptionRisk::needs_restraint, a_month, {}, {}});
}

std::optional<Option> transfer(const Case& c)
{
    if (!c.missing.positive()) return std::nullopt;
    const auto moving = moving_from(c, rounded_up(c.missing));
    if (moving.empty()) return std::nullopt;
    auto option = start(c, PlanKind::transfer, false);
    move_in(c, option, moving);
    return option;
}

std::optional<Option> trim(const Case& c)
{
    if (!c.missing.positive() || c.overdue()) return std::nullopt;
    const auto halves = trimming(c, a_month_for(c, c.missing));
    const Money a_month = sum_of(c, halves);
    if (until_due(c, a_month) < c.missing) return std::nullopt;
    auto option = start(c, PlanKind::trim, false);
    spend_less(c, option, halves);
    // What is saved in the last days before the payment is not in whole weeks.
    const int days = ledger::days_between(c.today.date, c.pay_on) - 1;
    const Money rest =
        until_due(c, a_month) - times(a_month, {ledger::Rate::one}, 7 * (days / 7), 31, ledger::Rounding::down);
    if (rest.positive()) option.what_if.flows.push_back({c.duty.pay_from, c.pay_on - Days{1}, rest});
    option.monthly = a_month;
    return option;
}

std::optional<Option> defer_spending(const Case& c)
{
    if (!c.missing.positive() || c.overdue()) return std::nullopt;
    const auto incomes = c.prover.incomes(c.duty.pay_from, c.missing);
    const auto after =
        std::find_if(incomes.begin(), incomes.end(), [&](const Coming& income) { return income.date >= c.pay_on; });
    if (after == incomes.end()) return std::nullopt;  // nothing would come out of which it could be spent later
    const auto halves = trimming(c, a_month_for(c, c.missing));
    const Money waiting = until_due(c, sum_of(c, halves));
    if (waiting < c.missing) return std::nullopt;
    auto option = start(c, PlanKind::defer_spending, false);
    option.waits = halves;
    option.monthly = waiting;
    option.why.push_back({OptionWhy::spending_waits, waiting, c.duty.due, {}});
    option.why.push_back({OptionWhy::income_after_due, after->amount, after->date, {}});
    option.risks.push_back({OptionRisk::needs_restraint, c.missing, c.duty.due, {}});
    help_with(c, option, waiting, c.pay_on - Days{1});
    const Date then = after->date + Days{3};  // and then it is spent after all
    if (then <= c.prover.end()) option.what_if.flows.push_back({c.duty.pay_from, then, -waiting});
    return option;
}

std::optional<Option> transfer_and_trim(const Case& c)
{
    if (!c.missing.positive() || c.overdue()) return std::nullopt;
    const auto moving = moving_from(c, rounded_up(c.missing), true);
    if (moving.empty() || sum(c, moving) >= c.missing) return std::nullopt;
    const Money rest = c.missing - sum(c, moving);
    const auto halves = trimming(c, a_month_for(c, rest));
    const Money waiting = until_due(c, sum_of(c, halves));
    if (waiting < rest) return std::nullopt;
    auto option = start(c, PlanKind::transfer, false);
    move_in(c, option, moving);
    option.waits = halves;
    option.spared = sum_of(c, halves);
    option.why.push_back({OptionWhy::spare_and_waiting, waiting, c.duty.due, {}});
    option.risks.push_back({OptionRisk::needs_restraint, rest, c.duty.due, {}});
    if (c.pay_on - Days{1} > c.today.date)
        option.what_if.flows.push_back({c.duty.pay_from, c.pay_on - Days{1}, waiting});
    return option;
}

}  // namespace alerts::options
