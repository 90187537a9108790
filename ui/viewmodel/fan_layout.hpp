#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ui/viewmodel/fan.hpp"

namespace view {

/// The amounts from the foot to the head of a chart.
struct FanRange {
    std::int64_t low = 0, high = 0;
};

/// Amounts that are round (1, 2 or 5 times a power of ten) and as close as `at_most` ticks allow. They cover everything
/// that the fan shows, and zero. Needs at_most ≥ 2. When the fan brings ticks of its own, these are kept and only the
/// range is widened to them.
struct FanScale {
    FanRange range;
    std::vector<FanTick> ticks;
};
FanScale scale(const Fan& fan, int at_most);

/// Columns are the past days and then the days ahead.
std::size_t columns(const Fan& fan);

/// What the cursor says there, with what falls due that day. The first line is the heading.
std::string read_out(const Fan& fan, std::size_t column);

/// A label that hangs like a flag on a pole that stands in the chart at `pole`; `width` is that of the flag.
struct FlagWish {
    double pole = 0, width = 0;
    Level level = Level::safe;
};
struct FlagPlace {
    bool shown = false;
    bool left = false;  ///< it hangs to the left of its pole, because there was no room at the right
    int lane = 0;       ///< the row it hangs in, 0 is nearest to the chart
};
/// Places flags in `lanes` rows between `left` and `right`, so that none touches another one or another's pole. Where
/// there is not room for all, the calmest go. One place for each wish, in the same order. Needs lanes ≥ 0.
std::vector<FlagPlace> place_flags(const std::vector<FlagWish>& wishes, double left, double right, int lanes,
                                   double apart);

}  // namespace view
