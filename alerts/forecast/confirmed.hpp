#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "alerts/forecast/recurring.hpp"

namespace alerts {

/// A bill or income as the user confirmed it: what to look for in the past.
struct Schedule {
    ledger::Recurrence repeat{};
    Date first{};            ///< any one of its dates
    std::int64_t minor = 0;  ///< signed, as it moves the account
};

/// What the past says of something confirmed.
struct Came {
    std::vector<std::uint32_t>
        members{};              ///< the movements it stands for, ascending: nothing is learnt from them besides
    std::vector<int> jitter{};  ///< days late (negative: early) of the last of them, oldest first
    std::vector<std::int64_t> amounts{};  ///< of the last of them, oldest first

    /// The amounts that may come again, where what was confirmed lies among them; else none, and it comes as it was
    /// typed.
    std::vector<std::int64_t> likely(std::int64_t typed) const;
};

/// Picks from `candidates` (of one payee and direction, by date) the movements that `schedule` stands for. A payee who
/// moves about as often as the schedule says is meant whole; one who moves more often only with what fell near an
/// expected day and is of a like amount, one an occurrence.
Came told_by(std::span<const Movement> movements, std::span<const std::uint32_t> candidates, const Schedule& schedule,
             Date today);

/// The schedule's date nearest to `day`, into the past as well as ahead; nothing where it comes only once and is
/// further off than half a month.
std::optional<Date> nearest_date(const Schedule& schedule, Date day);

/// Days around an expected date within which a payment may belong to it: half a period, at most ten.
int reach(const ledger::Recurrence& repeat);

}  // namespace alerts
