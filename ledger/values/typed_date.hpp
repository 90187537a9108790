#pragma once
#include <string_view>

#include "ledger/values/date.hpp"
#include "ledger/values/problem.hpp"

namespace ledger {

/// Which of day and month a person writes first, where both are only numbers.
enum class DayOrder { unknown, day_first, month_first };

/// The order that is usual in a country (ISO 3166, "DE"). Unknown where both are in daily use (Canada, Hong Kong, …)
/// and where no country is given. Source: Unicode CLDR 44, dateFormat short.
DayOrder day_order_of(std::string_view country);

/// The country of a POSIX locale name: "de_DE.UTF-8" → "DE"; empty for "C", "POSIX" and a language alone.
std::string_view country_of(std::string_view locale);

/// Where a day lies that was typed without its year or month: a due date is still to come, an entry has been.
enum class Toward { past, future, either };

/// Reads a day as a person types it. "2026-12-05", "20261205", "2026/12/5", "2026年12月5日", "5.12.2026"; a day of the
/// year "12-05", "5/3" (as the order says), "12月5日"; a day of the month "5"; "today" or "t", "+3", "-1", "+2w"; a
/// weekday "mon", "monday", "周一". What is left open is the nearest such day in the direction asked for, today
/// included. Trouble: not_a_date, date_out_of_range, ambiguous (detail: the two days, parted by a blank, a bar and a
/// blank).
Result<Date> typed_date(std::string_view text, Today today, Toward toward, DayOrder order);

}  // namespace ledger
