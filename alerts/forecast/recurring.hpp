#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "ledger/values/date.hpp"
#include "ledger/values/recurrence.hpp"

namespace alerts {

using ledger::Date;

/// Money that moved on one account: what the forecast learns from.
struct Movement {
    Date date{};
    std::int64_t minor = 0;  ///< in positive, out negative
    std::uint32_t key =
        0;  ///< who, and in which direction: payee and sign as one number; 0 = nobody, never part of a stream
    bool known =
        false;  ///< its future is told by a KnownFlow (a confirmed bill, say), so nothing may be learned from it
    bool insured = false;  ///< known, but habits may go on telling it on the paths without streams: insurance against a
                           ///< fact that does not hold
};

/// How steady something must be to count as recurring. Source of every default: 142 real accounts, tried one by one.
struct RecurringPolicy {
    int window = 800;             ///< days looked back
    int seen_within = 400;        ///< days; payees not seen since are not looked at
    int fitted = 12;              ///< the last so many occurrences decide
    int least = 3;                ///< occurrences before anything is called recurring
    double monthly_jitter = 1.6;  ///< mean distance from the expected day, in days
    double weekly_jitter = 1.2;
    double least_hits = 0.75;  ///< share of the expected days on which it came
    double fading = 0.85;      ///< an occurrence counts this much less than the one after it
    double amount_fading = 0.7;
    int amounts = 6;       ///< the last so many amounts may come again
    double ending = 0.04;  ///< chance that a stream ends at any one occurrence, before it is seen to be missing
    int ended_after = 3;   ///< missed in a row
};

/// Where in its period a stream falls: "the last business day of the month", "every second Friday".
struct Anchor {
    bool monthly = true;
    int every = 1;  ///< months or days
    int day = 1;    ///< monthly: 1–31, clamped to the month; -1 … -5: so many days before the last
    ledger::Shift shift = ledger::Shift::none;  ///< monthly: what a weekend does
    Date first{};                               ///< the anchor's date for its slot 0
    Date date(int slot) const;                  ///< slot may be negative
};

struct LikelyAmount {
    std::int64_t minor = 0;
    double up_to = 1;  ///< share of the weight of this and the amounts before it: 1 for the last
};

/// Something that comes again and again: a salary, rent, a subscription.
struct Stream {
    std::uint32_t key = 0;
    Anchor anchor{};                       ///< slot 0 is the last one that came
    std::vector<int> jitter{};             ///< days late (negative: early) as observed, oldest first
    std::vector<LikelyAmount> amounts{};   ///< oldest first
    double p_next = 0;                     ///< chance that it comes at the next slot, if it has not ended
    double alive = 1;                      ///< chance that it has not ended
    int misses = 0;                        ///< slots since the last one that came whose time is surely over
    bool ended = false;                    ///< missed too often: not expected again
    Date last{};                           ///< when it last came
    std::vector<std::uint32_t> members{};  ///< which movements, ascending

    bool income() const { return !amounts.empty() && amounts.back().minor > 0; }
    int widest_jitter() const;  ///< the most days off in either direction
    int slack() const;          ///< days after the expected one until it counts as missed
    Date expected(int ahead) const { return anchor.date(ahead); }  ///< 1 = the slot after the last that came
    Date next() const { return expected(misses + 1); }
    std::int64_t usual()
        const;  ///< the weighted median amount: one that really came, and soon the new one after it changed
};

/// The recurring streams among `movements` (ascending by date, none after `today`), ordered by key, then by size of
/// amount. Ended streams come too, marked, if they were alive within the window. Order within a day does not matter.
std::vector<Stream> find_streams(std::span<const Movement> movements, Date today, const RecurringPolicy& policy = {});

/// An income that should have come by now.
struct LateIncome {
    std::uint32_t key = 0;
    Date expected{};
    int days_late = 0;        ///< beyond the latest it ever was
    std::int64_t minor = 0;   ///< as it usually is
    double still_coming = 0;  ///< chance that this one comes at all
};

/// Has this income not come on the day after the latest day on which it ever came?
bool is_late_income(const Stream& stream, Date today);

/// Fires on the day after the latest day on which it ever came. Ordered by size, largest first.
std::vector<LateIncome> late_incomes(std::span<const Stream> streams, Date today);

/// Chance that the occurrence expected at `expected`, not seen up to and including `today`, comes after it.
double still_coming(const Stream& stream, Date expected, Date today);

/// The same for something that came with chance `p` before and on the days of `jitter`.
double still_coming(double p, std::span<const int> jitter, Date expected, Date today);

}  // namespace alerts
