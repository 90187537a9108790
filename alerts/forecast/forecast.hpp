#pragma once
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "alerts/forecast/known_flow.hpp"
#include "alerts/forecast/recurring.hpp"
#include "alerts/forecast/spending.hpp"
#include "alerts/forecast/spread.hpp"

namespace alerts {

struct ForecastPolicy {
    RecurringPolicy recurring{};
    SpendingPolicy spending{};
    int paths = 1000;
    int least_history = 14;     ///< days; under that no probability is given, anywhere
    int short_history = 150;    ///< days; under that, paths of days drawn one by one are mixed in
    int single_days_from = 90;  ///< days of history up to which they have their full share
    double single_days_share = 0.3;
    double near_trust =
        0.9;  ///< how much more the paths with streams count tomorrow, and less in 60 days, than those without
    double widen_tails = 1.6;  ///< in 60 days: distance from the quartile of what lies beyond it; grows from 1 tomorrow
    double stream_survival = 0.985;  ///< from one occurrence to the next
    bool late_income_everywhere =
        true;  ///< an income that is late by its own measure is in doubt on all paths, not only on those with streams
    bool keep_everyday =
        false;  ///< also keep what everyday spending takes on each path, so that it can be tried at another share
    double most_certain = 0.995;  ///< no probability is nearer to 0 or 1 than this leaves
};

/// A stream that the user said is none: whatever looks like it is everyday money.
struct NotRecurring {
    std::uint32_t key = 0;
    std::int64_t minor =
        0;  ///< as it usually was; a stream of the same key of less than half or more than twice this is another one
};

struct AccountInput {
    std::int64_t account = 0;
    std::int64_t balance_today = 0;     ///< with everything in `movements`
    Date first_day{};                   ///< since when the history is complete
    std::vector<Movement> movements{};  ///< ascending by date, none after today
    std::vector<KnownFlow> flows{};
    std::vector<NotRecurring> dismissed{};
};

/// What was learned from the past, as paths. Shared, unchanging, by all forecasts that differ only in what is known.
struct LearnedPaths {
    std::uint64_t seed = 0;
    double stream_survival = 1;
    int days = 0;  ///< looked ahead
    int history_days = 0;
    bool enough_history = false;  ///< if not: one path, on which nothing happens but what is known
    std::vector<Stream> streams{};
    int paths = 0, with_streams = 0,
        single_days = 0;           ///< in all; the first so many carry streams; the last so many are of single days
    std::vector<double> change{};  ///< [day × paths + path], day 0 = today: since today, at the end of the day
    std::vector<float> dip{};      ///< ≤ 0: how far the day's outflows alone take it below the evening before
    std::vector<float> everyday{};  ///< [day × paths + path], ≤ 0: what everyday spending takes that day; empty unless
                                    ///< it was to be kept
    std::vector<double> group_weight{};  ///< [day × 3 + group]: of one path: with streams, without, of single days

    int told_paths(const KnownFlow& flow) const
    {
        return flow.insured && with_streams > 0 ? with_streams : paths;
    }  ///< the first so many carry it
    int group_of(int path) const
    {
        if (path < with_streams) return 0;
        return path < paths - single_days ? 1 : 2;
    }
};

/// `values` of one day, one a path, with their weights.
Spread spread_of(const LearnedPaths& learned, const double* values, int day, double most_certain);

/// The future of one account. A value; cheap to copy.
struct AccountForecast {
    std::int64_t account = 0;
    std::int64_t balance_today = 0;
    Date today{};
    double most_certain = 0.995;
    std::shared_ptr<const LearnedPaths> learned{};
    std::vector<KnownFlow> flows{};
    double spending = 0;        ///< everyday spending is that much more (0.1) or less (-0.2) than usual, as a share
    std::vector<double> end{};  ///< [day × paths + path], day 0 = today: the balance at the end of the day

    int days() const { return learned->days; }
    bool enough_history() const { return learned->enough_history; }

    /// The balance at the end of `day`, which is today or one of the days looked ahead.
    Spread at_end_of(Date day) const;
    /// What is there to pay with on `due`: outflows of the day come first, incomes of the day do not count, and the
    /// flows in `unpaid` (the bill in question, and those that come after it) have not been paid.
    Spread to_pay_with(Date due, std::span<const std::uint32_t> unpaid = {}) const;

    /// The chance that the balance at the end of `day` is below `amount`; nothing where there is too little history.
    std::optional<double> probability_below(Date day, std::int64_t amount) const;
    std::optional<double> probability_short(Date due, std::int64_t needed,
                                            std::span<const std::uint32_t> unpaid = {}) const;
};

/// `salt` tells apart runs that must not share random numbers. The same input gives the same answer.
AccountForecast forecast(const AccountInput& input, ledger::Today today, int days, const ForecastPolicy& policy = {},
                         std::uint64_t salt = 0);

/// The same future under other known flows: what was learned stays, path by path, so that only what changed makes a
/// difference. `spending` other than 0 needs a forecast that kept its everyday money.
AccountForecast with_flows(const AccountForecast& forecast, std::vector<KnownFlow> flows, double spending = 0);

}  // namespace alerts
