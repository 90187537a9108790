#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace alerts {

/// What a balance may be at one moment: one value a path, each with its weight. Amounts in minor units.
struct Spread {
    std::vector<double> value{};
    std::vector<double> weight{};  ///< sums to 1
    double most_certain = 1;

    double below(std::int64_t amount) const;  ///< the chance of less than `amount`, kept away from 0 and 1
    std::int64_t quantile(double q) const;    ///< to the minor unit
    std::vector<double> quantiles(std::span<const double> qs) const;  ///< `qs` ascending in [0, 1]
    std::int64_t mean_missing(
        std::int64_t amount) const;  ///< what is missing on average in the cases that are below `amount`; ≥ 0
};

}  // namespace alerts
