#include "alerts/judging/household.hpp"

#include <algorithm>

namespace alerts {

namespace {

using ledger::AccountId;
using ledger::Date;
using ledger::Days;

/// Ten units of the currency: nobody moves 1,234.56.
std::int64_t ten(ledger::Currency currency)
{
    std::int64_t step = 10;
    for (int i = 0; i < currency.places(); ++i) step *= 10;
    return step;
}

}  // namespace

Date working_days_before(Date day, int n)
{
    while (n > 0) {
        day -= Days{1};
        if (ledger::weekday_of(day) <= 5) --n;
    }
    return day;
}

std::vector<std::uint32_t> unpaid_from(const std::vector<Due>& dues, std::size_t i)
{
    std::vector<std::uint32_t> flows;
    for (std::size_t k = i; k < dues.size() && dues[k].pay_on == dues[i].pay_on; ++k)
        if (dues[k].duty.pay_from == dues[i].duty.pay_from) dues[k].flows_into(flows);
    return flows;
}

/// The least that is left on any evening and after any bill, in all but the unluckiest share of the futures; never
/// negative.
std::int64_t Household::spare(AccountId from)
{
    const auto [at, fresh] = left_.try_emplace(from, 0);
    if (!fresh) return at->second;
    const auto& forecast = forecasts_.at(from);
    const double unlucky = 1 - policy_.confidence;
    std::int64_t least = forecast.balance_today;
    for (int day = 1; day <= forecast.days() && least > 0; ++day)
        least = std::min(least, forecast.at_end_of(today_.date + Days{day}).quantile(unlucky));
    for (std::size_t i = 0; i < inputs_.dues.size() && least > 0; ++i) {
        const auto& due = inputs_.dues[i];
        if (due.duty.pay_from != from) continue;
        least = std::min(least, forecast.to_pay_with(due.pay_on, unpaid_from(inputs_.dues, i)).quantile(unlucky) -
                                    due.duty.still_owed.minor);
    }
    const auto step = ten(book_.accounts.at(from).currency);
    return at->second = std::max<std::int64_t>(0, least) / step * step;
}

/// Savings first, then whoever can spare most.
std::vector<AccountId> Household::givers(AccountId to, ledger::Currency currency)
{
    std::vector<AccountId> found;
    for (const auto& [id, forecast] : forecasts_) {
        const auto& account = book_.accounts.at(id);
        if (id != to && account.currency == currency && account.type != ledger::AccountType::cash && spare(id) > 0)
            found.push_back(id);
    }
    const auto savings = [&](AccountId id) { return book_.accounts.at(id).type == ledger::AccountType::savings; };
    std::stable_sort(found.begin(), found.end(), [&](AccountId a, AccountId b) {
        return savings(a) != savings(b) ? savings(a) : left_.at(a) > left_.at(b);
    });
    return found;
}

std::vector<MoneyMove> Household::moves_for(const Need& need)
{
    std::vector<MoneyMove> moves;
    const auto& duty = need.due->duty;
    const auto to = duty.pay_from;
    const auto* receiver = find<ledger::Account>(book_, to);
    const bool overdue = duty.late() || duty.due <= today_.date;
    const Date by = overdue ? today_.date : working_days_before(duty.due, policy_.transfer_days);
    if (!receiver || by < today_.date) return moves;
    const auto currency = need.missing.currency;
    std::int64_t missing = need.missing.minor - promised(to);
    for (const auto from : givers(to, currency)) {
        if (missing <= 0) break;
        const auto step = ten(currency);
        const auto amount = std::min(left_.at(from), (missing + step - 1) / step * step);
        moves.push_back({.from = from,
                         .to = to,
                         .from_name = book_.accounts.at(from).name,
                         .to_name = receiver->name,
                         .amount = {amount, currency},
                         .by = by});
        left_.at(from) -= amount;
        promised_[to] += amount;
        missing -= amount;
    }
    return moves;
}

std::int64_t Household::promised(AccountId to) const
{
    const auto at = promised_.find(to);
    return at == promised_.end() ? 0 : at->second;
}

}  // namespace alerts
