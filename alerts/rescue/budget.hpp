#pragma once
#include <cstdint>
#include <vector>

#include "alerts/forecast/random.hpp"
#include "alerts/rescue/affordable.hpp"

namespace alerts {

/// A usual month of the household and how far its months stray from it: what is known of the time in which the forecast
/// no longer reaches.
struct MonthlyBudget {
    ledger::Money surplus{};  ///< dependable income − essentials − commitments − other debts − what is usually spent on
                              ///< the rest; may be negative
    ledger::Money income{};
    std::vector<std::int64_t>
        swings{};  ///< of each whole month seen, in minor units: how much better or worse than the usual one it was
};

/// `can_wait`: what is usually spent on the rest, a month (`spending_that_can_wait`).
MonthlyBudget monthly_budget(const Affordable& afford, const std::vector<AffordableLine>& can_wait);

/// Months beyond the forecast. In each the budget's surplus comes, a month of the past drawn at random makes it better
/// or worse, and the plan's payment goes. Nobody is taken to save: of what is left no more than a month's income is
/// carried on. `balance`: at the end of the forecast, in minor units, one a path; `payments`: of each month after it,
/// in minor units, positive. Answers for each path whether the balance stayed at zero or above.
std::vector<char> months_hold(std::vector<double> balance, const MonthlyBudget& budget,
                              const std::vector<std::int64_t>& payments, std::uint64_t seed);

}  // namespace alerts
