#include "alerts/forecast/confirmed.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

namespace alerts {
namespace {

using ledger::Days;
using ledger::days_between;
using ledger::Period;

constexpr int looked_back = 400;      ///< days over which "how often" is counted
constexpr double as_often = 1.5;      ///< times as often as scheduled still means the whole payee
constexpr double least_alike = 0.65;  ///< share of the confirmed amount from which an amount is alike
constexpr double most_alike = 1.35;
constexpr std::size_t last_days = 12;
constexpr std::size_t last_amounts = 6;

double days_a_period(const ledger::Recurrence& repeat)
{
    switch (repeat.period) {
        case Period::once: return 0;
        case Period::day: return repeat.every;
        case Period::week: return 7.0 * repeat.every;
        case Period::month: return 30.44 * repeat.every;
        case Period::year: break;
    }
    return 365.25 * repeat.every;
}

/// The schedule as if it had begun long ago. Twelve periods of months keep the day of the month as it is, 31 too.
Schedule from_long_ago(Schedule schedule, Date day)
{
    schedule.repeat.until.reset();
    schedule.repeat.times.reset();
    if (schedule.repeat.period == Period::once || day >= schedule.first) return schedule;
    const auto periods = static_cast<int>(days_between(day, schedule.first) / days_a_period(schedule.repeat)) + 2;
    const int step = schedule.repeat.period == Period::week || schedule.repeat.period == Period::day ? 1 : 12;
    schedule.first = nominal(schedule.repeat, schedule.first, -((periods + step - 1) / step) * step);
    return schedule;
}

bool alike(std::int64_t minor, std::int64_t confirmed)
{
    const auto share = static_cast<double>(minor) / static_cast<double>(confirmed);
    return share >= least_alike && share <= most_alike;
}

}  // namespace

std::vector<std::int64_t> Came::likely(std::int64_t typed) const
{
    if (amounts.empty()) return {};
    const auto [least, most] = std::minmax_element(amounts.begin(), amounts.end());
    return typed < *least || typed > *most ? std::vector<std::int64_t>{} : amounts;
}

int reach(const ledger::Recurrence& repeat)
{
    if (repeat.period == Period::once) return 10;
    return std::min(10, static_cast<int>(days_a_period(repeat) / 2));
}

std::optional<Date> nearest_date(const Schedule& schedule, Date day)
{
    const auto wide = from_long_ago(schedule, day - Days{20});
    const int half =
        schedule.repeat.period == Period::once ? 15 : static_cast<int>(days_a_period(schedule.repeat) / 2) + 4;
    std::optional<Date> best;
    for (const Date date : dates(wide.repeat, wide.first, day - Days{half}, day + Days{half}))
        if (!best || std::abs(days_between(date, day)) < std::abs(days_between(*best, day))) best = date;
    return best;
}

Came told_by(std::span<const Movement> movements, std::span<const std::uint32_t> candidates, const Schedule& schedule,
             Date today)
{
    Came told;
    if (schedule.repeat.period == Period::once || schedule.minor == 0 || candidates.empty()) return told;
    std::set<Date> days;
    for (const std::uint32_t i : candidates)
        if (movements[i].date > today - Days{looked_back}) days.insert(movements[i].date);
    const Date since = std::max(today - Days{looked_back}, movements[candidates.front()].date);
    const double expected = days_between(since, today) / days_a_period(schedule.repeat) + 1;
    const bool whole = static_cast<double>(days.size()) <= as_often * expected;

    std::map<Date, std::pair<int, std::uint32_t>> nearest;  // by occurrence: days off, movement
    for (const std::uint32_t i : candidates) {
        const auto date = nearest_date(schedule, movements[i].date);
        if (whole) told.members.push_back(i);
        if (!date) continue;
        const int off = days_between(*date, movements[i].date);
        if (std::abs(off) > reach(schedule.repeat) || (!whole && !alike(movements[i].minor, schedule.minor))) continue;
        const auto [at, fresh] = nearest.try_emplace(*date, off, i);
        if (!fresh && std::abs(off) < std::abs(at->second.first)) at->second = {off, i};
    }
    for (const auto& [date, seen] : nearest) {
        if (!whole) told.members.push_back(seen.second);
        told.jitter.push_back(seen.first);
        told.amounts.push_back(movements[seen.second].minor);
    }
    std::sort(told.members.begin(), told.members.end());
    if (told.jitter.size() > last_days) told.jitter.erase(told.jitter.begin(), told.jitter.end() - last_days);
    if (told.amounts.size() > last_amounts) told.amounts.erase(told.amounts.begin(), told.amounts.end() - last_amounts);
    return told;
}

}  // namespace alerts
