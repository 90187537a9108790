#pragma once
#include <optional>
#include <vector>

#include "ledger/values/date.hpp"

namespace ledger {

enum class Period { once, week, month, year, day };
enum class Shift { none, before, after };  ///< what a date on a Saturday, Sunday or holiday does

/// When something comes again, seen from its first date. "Monthly from 31 January" means the last day of shorter
/// months.
struct Recurrence {
    Period period = Period::once;
    int every = 1;  ///< every n days, weeks, months or years; ≥ 1
    /// Month only: 1–4 = the nth such weekday as the first date, -1 = the last, `month_end` = the last day of the
    /// month; 0 = by day of month. The last business day is the last day, shifted before weekends and holidays.
    int nth_weekday = 0;
    static constexpr int month_end = -31;
    Shift shift = Shift::none;
    std::optional<Date> until{};  ///< no later than this, inclusive
    std::optional<int> times{};   ///< this many in all, the first included; ≥ 1
    bool by_weekday() const { return nth_weekday != 0 && nth_weekday != month_end; }
    friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

/// The k-th date (from 0) before any weekend shift and without regard to `until` and `times`.
Date nominal(const Recurrence&, Date first, int k);

/// One date of a recurrence: which it is by the rule, and on which day it falls once weekends and holidays are stepped
/// over.
struct Occurrence {
    Date plain{};
    Date day{};
    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// Those whose `day` lies in [from, to], ascending.
std::vector<Occurrence> occurrences(const Recurrence&, Date first, Date from, Date to,
                                    const std::vector<Date>& holidays = {});

/// Every date in [from, to], ascending, shifted off weekends and `holidays` where the recurrence says so.
std::vector<Date> dates(const Recurrence&, Date first, Date from, Date to, const std::vector<Date>& holidays = {});

}  // namespace ledger
