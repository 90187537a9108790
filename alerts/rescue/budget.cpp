#include "alerts/rescue/budget.hpp"

#include <algorithm>

namespace alerts {

namespace {

/// What a line's months add to the swings: income above the usual is better, spending above it is worse.
void add_swings(std::vector<std::int64_t>& swings, const AffordableLine& line, bool income)
{
    if (line.months.size() > swings.size()) swings.resize(line.months.size());
    const auto first = swings.size() - line.months.size();
    for (std::size_t i = 0; i < line.months.size(); ++i) {
        const auto more = line.months[i].minor - line.amount.minor;
        swings[first + i] +=
            income ? std::min<std::int64_t>(more, 0) : -more;  // a month that brought more is no promise
    }
}

}  // namespace

MonthlyBudget monthly_budget(const Affordable& afford, const std::vector<AffordableLine>& can_wait)
{
    MonthlyBudget out{.surplus = afford.income - afford.essentials - afford.commitments - afford.other_debts,
                      .income = afford.income};
    for (const auto& line : afford.lines)
        if (line.source == LineSource::learnt) add_swings(out.swings, line, line.kind == LineKind::income);
    for (const auto& line : can_wait) {
        if (line.amount.currency != afford.income.currency) continue;
        out.surplus -= line.amount;
        add_swings(out.swings, line, false);
    }
    return out;
}

std::vector<char> months_hold(std::vector<double> balance, const MonthlyBudget& budget,
                              const std::vector<std::int64_t>& payments, std::uint64_t seed)
{
    std::vector<char> holds(balance.size(), 1);
    const auto most = static_cast<double>(std::max<std::int64_t>(budget.income.minor, 0));
    Random random{Random::part(seed, 77)};
    for (const auto payment : payments)
        for (std::size_t path = 0; path < balance.size(); ++path) {
            double swing = 0;
            if (!budget.swings.empty())
                swing = static_cast<double>(budget.swings[random.next() % budget.swings.size()]);
            balance[path] = std::min(balance[path], std::max(most, 0.0)) + static_cast<double>(budget.surplus.minor) +
                            swing - static_cast<double>(payment);
            if (balance[path] < -0.5) holds[path] = 0;
        }
    return holds;
}

}  // namespace alerts
