#pragma once
#include <cstdint>
#include <vector>

#include "alerts/forecast.hpp"

namespace alerts {

/// One known flow on one path.
struct Draw {
    bool happens = false;
    int day = 0;       ///< days after today; 0 = today
    double minor = 0;
};

/// `flow` on each of `paths` paths. What is overdue moves today if it goes out and tomorrow if it comes in;
/// of a jittery flow only the days still to come are drawn, or else one of the next three.
std::vector<Draw> draw_flow(const KnownFlow& flow, std::uint64_t seed, Date today, int paths);

/// Adds the occurrences of `stream` to every path of `flows`; an ended stream adds nothing.
/// `survival`: the chance that a stream that just came goes on to its next slot.
void add_stream(Flows& flows, const Stream& stream, std::uint64_t seed, Date today, double survival);

}  // namespace alerts
