#pragma once
#include <cstdint>
#include <vector>

#include "alerts/forecast/known_flow.hpp"
#include "alerts/forecast/spending.hpp"

namespace alerts {

/// One known flow on one path.
struct Draw {
    bool happens = false;
    int day = 0;  ///< days after today; 0 = today
    double minor = 0;
};

/// `flow` on each of `paths` paths. What is overdue moves today if it goes out and tomorrow if it comes in;
/// of a jittery flow only the days still to come are drawn, or else one of the next three.
std::vector<Draw> draw_flow(const KnownFlow& flow, std::uint64_t seed, Date today, int paths);

/// One occurrence of a stream on one path.
struct PathDraw {
    int path = 0;
    int day = 0;  ///< days after today, 1 = tomorrow
    double minor = 0;
};

/// The occurrences of `stream` on each of `paths` paths in the next `days` days; none of an ended stream.
/// `survival`: the chance that a stream that just came goes on to its next slot.
std::vector<PathDraw> draw_stream(const Stream& stream, int days, int paths, std::uint64_t seed, Date today,
                                  double survival);

/// Adds them to every path of `flows`.
void add_stream(Flows& flows, const Stream& stream, std::uint64_t seed, Date today, double survival);

}  // namespace alerts
