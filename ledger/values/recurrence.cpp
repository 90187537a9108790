#include "ledger/values/recurrence.hpp"

#include <algorithm>
#include <cassert>

namespace ledger {

namespace {

Date nth_weekday(Date month, unsigned weekday, int nth)
{
    if (nth > 0) {
        const Date first = first_of_month(month);
        const auto ahead = (weekday + 7 - weekday_of(first)) % 7;
        return first + Days{static_cast<int>(ahead) + 7 * (nth - 1)};
    }
    const Date last = last_of_month(month);
    return last - Days{static_cast<int>((weekday_of(last) + 7 - weekday) % 7)};
}

Date shifted(Date day, Shift shift, const std::vector<Date>& holidays)
{
    if (shift == Shift::none) return day;
    const auto closed = [&](Date d) {
        return weekday_of(d) >= 6 || std::find(holidays.begin(), holidays.end(), d) != holidays.end();
    };
    while (closed(day)) day += Days{shift == Shift::after ? 1 : -1};
    return day;
}

/// Days in the longest period of its kind.
int longest(Period period)
{
    switch (period) {
        case Period::once: break;
        case Period::day: return 1;
        case Period::week: return 7;
        case Period::month: return 31;
        case Period::year: return 366;
    }
    return 1;
}

/// A k that is certainly not past the first date ≥ `from`.
int first_guess(const Recurrence& r, Date first, Date from)
{
    const int days = days_between(first, from);
    if (days <= 0 || r.period == Period::once) return 0;
    return std::max(0, days / (longest(r.period) * r.every) - 1);
}

}  // namespace

Date nominal(const Recurrence& r, Date first, int k)
{
    assert(r.every >= 1);
    switch (r.period) {
        case Period::once: return first;
        case Period::day: return first + Days{r.every * k};
        case Period::week: return first + Days{7 * r.every * k};
        case Period::month:
            if (r.nth_weekday == Recurrence::month_end) return last_of_month(add_months(first, r.every * k, 1));
            if (r.nth_weekday != 0)
                return nth_weekday(add_months(first, r.every * k, 1), weekday_of(first), r.nth_weekday);
            return add_months(first, r.every * k, day_of_month(first));
        case Period::year: return add_months(first, 12 * r.every * k, day_of_month(first));
    }
    return first;
}

std::vector<Occurrence> occurrences(const Recurrence& r, Date first, Date from, Date to,
                                    const std::vector<Date>& holidays)
{
    std::vector<Occurrence> out;
    for (int k = first_guess(r, first, from);; ++k) {
        if (r.period == Period::once && k > 0) break;
        if (r.times && k >= *r.times) break;
        const Date plain = nominal(r, first, k);
        if (plain > to + Days{14} || (r.until && plain > *r.until)) break;
        const Date day = shifted(plain, r.shift, holidays);
        if (day >= from && day <= to) out.push_back({plain, day});
    }
    return out;
}

std::vector<Date> dates(const Recurrence& r, Date first, Date from, Date to, const std::vector<Date>& holidays)
{
    std::vector<Date> out;
    for (const auto& o : occurrences(r, first, from, to, holidays)) out.push_back(o.day);
    return out;
}

}  // namespace ledger
