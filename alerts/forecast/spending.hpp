#pragma once
#include <span>
#include <vector>

#include "alerts/forecast/random.hpp"
#include "alerts/forecast/recurring.hpp"

namespace alerts {

/// How past days are drawn to make future ones. Source of every default: real accounts, each figure changed alone and
/// kept only where it helped every dataset or harmed none; the result hardly moves when one is changed by a third.
struct SpendingPolicy {
    int block = 3;           ///< days drawn together
    double carry_on = 20;    ///< so many times more likely that a run goes on where the one before it ended
    int window = 730;        ///< days looked back
    double half_life = 180;  ///< days: a day this old is half as likely to be drawn
    double month_width = 2;  ///< days: days at a like place in the month are drawn
    double month_floor = 0.05;
    double same_weekday = 4;   ///< so many times more likely
    double same_season = 2;    ///< and so many times more likely again at the same time of the year
    double season_width = 15;  ///< days
    double balance_width =
        0.4;  ///< in usual swings of the balance, at 300 days of history: days that began with a like balance are drawn
    double narrowing = 0.2;  ///< the width goes with days of history to minus this (Silverman's rule)
    double balance_floor = 0.02;
    int balance_bins = 64;
};

/// An account's past by day. Index 0 is `first`, the last index is today. Amounts in minor units.
struct Past {
    Date first{};
    std::vector<double> balance{};  ///< at the end of the day
    std::vector<double> net{};      ///< what moved that day and is to be learned
    std::vector<double> out{};      ///< the outward part of it, ≤ 0
    std::vector<float> everyday{};  ///< the part of that which is neither known nor recurring

    int days() const { return static_cast<int>(balance.size()) - 1; }
};

/// Some paths of an account's future, day by day: [day × paths + path], day 0 = tomorrow.
struct Flows {
    int paths = 0;
    std::vector<double> net{};
    std::vector<double> out{};
    std::vector<float> everyday{};  ///< as in Past; empty where nobody asks for it

    Flows() = default;
    Flows(int days, int count, bool with_everyday = false)
        : paths{count},
          net(static_cast<std::size_t>(days) * static_cast<std::size_t>(count)),
          out(net.size()),
          everyday(with_everyday ? net.size() : 0)
    {
    }
    int days() const { return paths == 0 ? 0 : static_cast<int>(net.size()) / paths; }
    std::size_t at(int day, int path) const
    {
        return static_cast<std::size_t>(day) * static_cast<std::size_t>(paths) + static_cast<std::size_t>(path);
    }
};

/// Paths that learn from one past.
struct Lane {
    Past past{};
    Flows flows{};                 ///< holds already what is expected besides: streams
    std::vector<double> steady{};  ///< not the sampler's to add, but it moves the balance that spending looks at;
                                   ///< empty, or like flows.net
    Random random{0};
};

/// Adds everyday money to the flows of every lane by copying short runs of past days: runs from days that stood alike
/// in the month, the week and the year, are recent, and began with a like balance. The last is what makes top-ups,
/// sweeps to savings and "spend what is there" appear without a model of them. The lanes are of one account: the same
/// days and balances, so that the search is shared.
void add_spending(std::span<Lane> lanes, const SpendingPolicy& policy);

/// Adds days drawn one by one and blindly from the last `window` days: all that a short history can tell.
void add_single_days(Lane& lane, int window);

}  // namespace alerts
