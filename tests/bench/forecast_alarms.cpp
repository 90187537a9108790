// What each threshold of Policy means in alarms, on account histories replayed week by week.
//
//   forecast_alarms FOLDER
//
// Each week from the 180th day on: will the balance be below the account's lower quartile (of the year before) in 7 or
// 14 days? An alarm is an episode: weeks in a row at or above the threshold; it is false when the balance was below on
// none of the days asked about. A fall is an episode of weeks in which it was so; it is foreseen when one of them was
// at or above the threshold.
#include <algorithm>
#include <array>

#include "tests/bench/histories.hpp"

namespace {

using namespace alerts;
using ledger::Days;

constexpr std::array thresholds{0.1, 0.3, 0.4, 0.85};

struct Counts {
    int alarms = 0, false_alarms = 0, falls = 0, foreseen = 0;
};

struct Week {
    double p = 0;
    bool below = false;
};

std::vector<Week> replay(const bench::Account& account)
{
    std::vector<Week> weeks;
    const Date last = account.movements.back().date - Days{14};
    const auto all = bench::balances(account, account.opened, last + Days{14});
    for (Date day = account.opened + Days{180}; day <= last; day += Days{7}) {
        const auto at = static_cast<std::size_t>(ledger::days_between(account.opened, day));
        std::vector<std::int64_t> year(all.begin() + static_cast<std::ptrdiff_t>(at > 365 ? at - 365 : 0),
                                       all.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        std::nth_element(year.begin(), year.begin() + static_cast<std::ptrdiff_t>(year.size() / 4), year.end());
        const auto level = year[year.size() / 4];
        const auto seen = forecast(bench::input_on(account, day), {day}, 14);
        const auto p = [&](int ahead) { return *seen.probability_below(day + Days{ahead}, level); };
        weeks.push_back({std::max(p(7), p(14)), all[at + 7] < level || all[at + 14] < level});
    }
    return weeks;
}

void count(const std::vector<Week>& weeks, double threshold, Counts& counts)
{
    bool alarm = false, alarm_true = false, fall = false, fall_seen = false;
    for (std::size_t i = 0; i <= weeks.size(); ++i) {
        const Week week = i < weeks.size() ? weeks[i] : Week{};
        const bool warned = week.p >= threshold;
        if (alarm && !warned) counts.false_alarms += !alarm_true;
        if (warned && !alarm) ++counts.alarms, alarm_true = false;
        if (warned) alarm_true = alarm_true || week.below;
        alarm = warned;
        if (fall && !week.below) counts.foreseen += fall_seen;
        if (week.below && !fall) ++counts.falls, fall_seen = false;
        if (week.below) fall_seen = fall_seen || warned;
        fall = week.below;
    }
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) return std::fprintf(stderr, "usage: forecast_alarms FOLDER\n"), 64;
    std::array<Counts, thresholds.size()> counts{};
    double years = 0;
    for (const auto& [name, account] : bench::read_accounts(argv[1])) {
        if (account.movements.empty()) continue;
        const auto weeks = replay(account);
        years += static_cast<double>(weeks.size()) * 7 / 365.25;
        for (std::size_t i = 0; i < thresholds.size(); ++i) count(weeks, thresholds[i], counts[i]);
    }
    std::printf("%.0f account-years\n", years);
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        const Counts& c = counts[i];
        std::printf("threshold %.2f: %4.1f alarms a year, %4.1f of them false; %3d of %3d falls foreseen (%.0f %%)\n",
                    thresholds[i], c.alarms / years, c.false_alarms / years, c.foreseen, c.falls,
                    100.0 * c.foreseen / c.falls);
    }
    return 0;
}
