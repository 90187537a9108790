#include "alerts/backtest.hpp"

#include <algorithm>

#include "alerts/inputs.hpp"

namespace alerts {

namespace {

using ledger::Date;
using ledger::Days;

constexpr std::array<int, 3> ahead = {7, 14, 30};

/// The history as it stood at the end of `day`.
ledger::History until(const ledger::History& history, Date day)
{
    ledger::History out = history;
    for (auto& [id, account] : out.accounts)
        std::erase_if(account.rows, [&](const auto& row) { return row.date > day; });
    return out;
}

/// The level under which the account lay at the end of one day in four of the last year.
std::int64_t low_level(const ledger::Book& book, const ledger::History& history, ledger::AccountId account, ledger::Today today)
{
    std::vector<std::int64_t> balances;
    for (int back = 365; back >= 1; --back) {
        const Date day = today.date - Days{back};
        if (day >= history.accounts.at(account).first) balances.push_back(balance_on(book, history, account, day).minor);
    }
    if (balances.empty()) return 0;
    const auto quarter = balances.begin() + static_cast<std::ptrdiff_t>(balances.size() / 4);
    std::nth_element(balances.begin(), quarter, balances.end());
    return *quarter;
}

void count(Backtest& b, double p, bool came, const Policy& policy)
{
    const bool warned = p >= policy.at_risk;
    ++(warned ? came ? b.hits : b.false_alarms : came ? b.misses : b.quiet);
    ++b.questions;
    b.brier += (p - came) * (p - came);
    auto& group = b.curve[std::min<std::size_t>(9, static_cast<std::size_t>(p * 10))];
    ++group.questions;
    group.said += p;
    group.happened += came;
}

}  // namespace

std::optional<Backtest> backtest(const ledger::Book& book, const ledger::History& history, ledger::Today today, ledger::AccountId account, int weeks,
                                 const Policy& policy)
{
    const auto* fact = find<ledger::Account>(book, account);
    if (!fact || !history.accounts.contains(account) || history.accounts.at(account).rows.empty()) return std::nullopt;
    ledger::Book then = book;  // what was confirmed later was not known then
    then.bills.clear();
    then.incomes.clear();
    then.settlements.clear();
    Backtest out{.account = account, .level = {low_level(book, history, account, today), fact->currency}};
    for (int week = weeks; week >= 1; --week) {
        const ledger::Today origin{today.date - Days{7 * week}};
        const auto known = gather(then, until(history, origin.date), origin, ahead.back(), {});
        const auto made = forecast(known.accounts.at(account), origin, ahead.back());
        if (!made.enough_history()) continue;
        ++out.weeks;
        for (const int h : ahead) {
            const Date day = origin.date + Days{h};
            const auto p = made.probability_below(day, out.level.minor);
            if (day <= today.date && p) count(out, *p, balance_on(book, history, account, day) < out.level, policy);
        }
    }
    if (out.questions == 0) return std::nullopt;
    const double share = static_cast<double>(out.hits + out.misses) / out.questions;
    out.brier /= out.questions;
    out.brier_constant = share * (1 - share);
    for (auto& group : out.curve)
        if (group.questions) group.said /= group.questions, group.happened /= group.questions;
    return out;
}

}  // namespace alerts
