#pragma once
#include <cstdint>
#include <vector>

#include "ledger/values/date.hpp"

namespace alerts {

using ledger::Date;

/// Money that is known to move: an occurrence of a confirmed bill or income, a card payment, a planned transfer, a
/// one-off.
struct KnownFlow {
    std::uint32_t id = 0;  ///< one number per occurrence; it keeps its random numbers whatever else changes
    Date date{};
    std::int64_t minor = 0;     ///< in positive, out negative
    std::vector<int> jitter{};  ///< days late (negative: early) it may be, each equally likely; empty: on the day
    double happens = 1;
    std::vector<std::int64_t> amounts{};  ///< if not empty: each equally likely, in place of `minor`
    bool usual = false;  ///< it went on in the past too (its rows are marked known), so the balance's habits include it
    bool insured = false;  ///< on the paths without streams habits tell it (its rows are marked insured), so that it is
                           ///< not added there
    std::uint32_t line = 0;  ///< flows of one line (the same income month after month) go on or have ended together,
                             ///< path by path; 0 = alone
    double alive = 1;        ///< chance that the line has not ended
};

}  // namespace alerts
