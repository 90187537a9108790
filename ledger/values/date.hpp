#pragma once
#include <date/date.h>

#include <optional>
#include <string>
#include <string_view>

#include "ledger/values/problem.hpp"

namespace ledger {

/// A calendar day, counted since 1970-01-01. Convert to `date::year_month_day` to speak of year, month and day.
using Date = date::sys_days;
using Days = date::days;

/// The years of a ledger: no fact has a date outside them, and what is counted on from one stays far from where days
/// end.
constexpr Date earliest_date{date::year{1900} / 1 / 1}, latest_date{date::year{2199} / 12 / 31};

/// The day on which judgements are made. Its own type, so that a due date cannot slip in where "now" is meant.
/// Only a `main()` asks the clock for it.
struct Today {
    Date date;
    friend auto operator<=>(Today, Today) = default;
};

/// A point in time as the user's wall clock showed it, in minutes since 1970-01-01 00:00.
struct Moment {
    std::int64_t minutes = 0;
    friend auto operator<=>(Moment, Moment) = default;
};

Date make_date(int year, unsigned month, unsigned day);  ///< needs a date that exists
std::string iso(Date);                                   ///< 2026-11-22
std::string iso(Moment);                                 ///< 2026-11-22T09:30
Moment moment(Date, int hour, int minute);
Date day_of(Moment);

/// Reads "2026-11-22", nothing else. Trouble: not_a_date, date_out_of_range.
Result<Date> parse_date(std::string_view text);

int year_of(Date);
unsigned month_of(Date);  ///< 1–12
unsigned day_of_month(Date);
unsigned weekday_of(Date);  ///< 1 = Monday … 7 = Sunday
Date first_of_month(Date);
Date last_of_month(Date);

/// The same day `months` later, moved back to the month's last day where the month is shorter (31 Jan + 1 = 28 or 29
/// Feb). `day` (1–31) is the day aimed at; month-ends are clamped here and nowhere else.
Date add_months(Date month, int months, unsigned day);

constexpr int days_between(Date from, Date to)
{
    return static_cast<int>((to - from).count());
}

}  // namespace ledger
