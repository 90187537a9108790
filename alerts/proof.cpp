#include "alerts/proof.hpp"

#include <algorithm>
#include <cstdlib>

namespace alerts {

namespace {

using ledger::Date;
using ledger::Days;
using ledger::Money;

constexpr int overdraft_days = 14;
constexpr std::uint32_t what_if_kind = 3;  ///< the kind in the number of a flow that was tried

bool tried(std::uint32_t flow) { return flow >> 30 == what_if_kind; }

}  // namespace

Prover::Prover(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days, std::optional<Money> income_change)
    : book_{book}, history_{history}, today_{today}, days_{days}, inputs_{gather(book, history, today, days, {})}
{
    for (const auto& [id, input] : inputs_.accounts) base_.emplace(id, forecast(input, today, days));
    if (income_change && !income_change->zero()) change_income(*income_change);
}

void Prover::change_income(Money change)
{
    const Money some{1, change.currency};
    ledger::AccountId account{};
    Coming largest{};
    for (const auto& [id, f] : base_) {
        if (find<ledger::Account>(book_, id)->currency != change.currency) continue;
        for (const auto& income : incomes(id, some))
            if (!account || income.amount > largest.amount) account = id, largest = income;
    }
    if (!account) return;
    for (int month = 0; month * 28 <= days_; ++month) {
        const Date day = ledger::add_months(largest.date, month, ledger::day_of_month(largest.date));
        if (day <= today_.date + Days{days_}) changed_.push_back({account, day, change});
    }
    inputs_ = gather(book_, history_, today_, days_, {.moves = {}, .flows = changed_, .dropped = {}});
    for (auto& [id, f] : base_) f = with_flows(f, inputs_.accounts.at(id).flows);
}

const AccountForecast* Prover::of(ledger::AccountId account) const
{
    const auto at = base_.find(account);
    return at == base_.end() ? nullptr : &at->second;
}

Proof Prover::prove(ledger::AccountId account, const WhatIf& what_if) const
{
    Proof proof;
    const auto* base = of(account);
    if (!base) return proof;
    WhatIf all = what_if;
    all.flows.insert(all.flows.begin(), changed_.begin(), changed_.end());
    const Inputs inputs = gather(book_, history_, today_, days_, all);
    const auto now = with_flows(*base, inputs.accounts.at(account).flows);
    proof.known = now.enough_history();
    double worst = 0;
    const auto pays = [&](Date day, std::vector<std::uint32_t> unpaid, std::int64_t amount, bool essential) {
        if (amount <= 0) return;
        const double p = now.to_pay_with(day, unpaid).below(amount);
        worst = std::max(worst, p);
        if (essential) proof.essential_short = std::max(proof.essential_short, p);
    };
    for (std::size_t i = 0; i < inputs.dues.size(); ++i) {
        const auto& due = inputs.dues[i];
        if (due.duty.pay_from != account || due.pay_on > today_.date + Days{days_}) continue;
        std::vector<std::uint32_t> unpaid;
        for (std::size_t k = i; k < inputs.dues.size() && inputs.dues[k].pay_on == due.pay_on; ++k)
            if (inputs.dues[k].duty.pay_from == account) unpaid.push_back(inputs.dues[k].flow);
        pays(due.pay_on, unpaid, due.duty.still_owed.minor, due.duty.essential);
    }
    auto not_payments = changed_.size();  // they come first among what is tried
    for (const auto& flow : inputs.named) {
        if (!tried(flow.flow)) continue;
        if (not_payments > 0) --not_payments;
        else if (flow.account == account && flow.minor < 0) pays(flow.date, {flow.flow}, -flow.minor, false);
    }
    proof.holds = 1 - worst;
    proof.lowest = {INT64_MAX, find<ledger::Account>(book_, account)->currency};
    for (int day = 1; day <= std::min(overdraft_days, days_); ++day)
        proof.lowest.minor = std::min(proof.lowest.minor, now.at_end_of(today_.date + Days{day}).quantile(0.5));
    return proof;
}

Spread Prover::before(const ledger::Duty& duty) const
{
    const auto* base = of(duty.pay_from);
    const Date pay_on = std::max(duty.due, today_.date + Days{1});
    std::vector<std::uint32_t> unpaid;
    bool found = false;
    for (const auto& due : inputs_.dues) {
        if (due.pay_on != pay_on || due.duty.pay_from != duty.pay_from) continue;
        found = found || (due.duty.bill == duty.bill && due.duty.occurrence == duty.occurrence);
        if (found) unpaid.push_back(due.flow);
    }
    return base->to_pay_with(std::min(pay_on, today_.date + Days{days_}), unpaid);
}

Money Prover::missing(const ledger::Duty& duty, double unlucky) const
{
    if (!of(duty.pay_from)) return duty.still_owed;
    const auto there = before(duty).quantile(unlucky);
    return {std::max<std::int64_t>(0, duty.still_owed.minor - there), duty.still_owed.currency};
}

Money Prover::usually_missing(const ledger::Duty& duty) const
{
    if (!of(duty.pay_from)) return duty.still_owed;
    return {before(duty).mean_missing(duty.still_owed.minor), duty.still_owed.currency};
}

double Prover::p_short(const ledger::Duty& duty) const { return of(duty.pay_from) ? before(duty).below(duty.still_owed.minor) : 1; }

std::int64_t Prover::lowest_evening(const AccountForecast& base, Date until, double unlucky) const
{
    std::int64_t least = base.balance_today;
    for (Date day = today_.date + Days{1}; day <= std::min(until, today_.date + Days{days_}); day += Days{1})
        least = std::min(least, base.at_end_of(day).quantile(unlucky));
    return least;
}

Money Prover::spare(ledger::AccountId account, Date until, double unlucky) const
{
    const auto* base = of(account);
    const auto currency = find<ledger::Account>(book_, account)->currency;
    return {base ? std::max<std::int64_t>(0, lowest_evening(*base, until, unlucky)) : 0, currency};
}

Money Prover::falls_short(ledger::AccountId account, Date until, double unlucky) const
{
    const auto* base = of(account);
    const auto currency = find<ledger::Account>(book_, account)->currency;
    return {base ? std::max<std::int64_t>(0, -lowest_evening(*base, until, unlucky)) : 0, currency};
}

std::vector<Coming> Prover::incomes(ledger::AccountId account, Money least) const
{
    std::vector<Coming> out;
    for (const auto& flow : inputs_.named)
        if (flow.account == account && !tried(flow.flow) && flow.minor >= least.minor && flow.minor > 0) out.push_back({flow.date, {flow.minor, least.currency}});
    if (const auto* base = of(account))
        for (const auto& stream : base->learned->streams) {
            if (!stream.income() || stream.ended || stream.usual() < least.minor) continue;
            for (int ahead = stream.misses + 1; stream.expected(ahead) <= today_.date + Days{days_}; ++ahead)
                if (stream.expected(ahead) > today_.date) out.push_back({stream.expected(ahead) + Days{stream.slack()}, {stream.usual(), least.currency}});
        }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    for (const auto& change : changed_)  // on the day of the largest income of its month
        for (auto& income : out)
            if (change.account == account && std::abs(ledger::days_between(income.date, change.date)) <= 5) {
                income.amount += change.amount;
                break;
            }
    std::erase_if(out, [&](const Coming& income) { return income.amount < least; });
    return out;
}

}  // namespace alerts
