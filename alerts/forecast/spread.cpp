#include "alerts/forecast/spread.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace alerts {

double Spread::below(std::int64_t amount) const
{
    double sum = 0;
    const double limit = static_cast<double>(amount) - 0.5;
    for (std::size_t i = 0; i < value.size(); ++i) sum += value[i] < limit ? weight[i] : 0.0;
    return std::clamp(sum, 1 - most_certain, most_certain);
}

namespace {

struct Bounds {
    double least, most;
};

/// In four strands, which a processor follows at once.
Bounds bounds_of(const std::vector<double>& values)
{
    std::array<double, 4> least;
    std::array<double, 4> most;
    least.fill(values.front());
    most.fill(values.front());
    std::size_t i = 0;
    for (; i + 4 <= values.size(); i += 4) {
        for (std::size_t k = 0; k < 4; ++k) {
            least[k] = values[i + k] < least[k] ? values[i + k] : least[k];
            most[k] = values[i + k] > most[k] ? values[i + k] : most[k];
        }
    }
    for (; i < values.size(); ++i) {
        least[0] = std::min(least[0], values[i]);
        most[0] = std::max(most[0], values[i]);
    }
    return {*std::min_element(least.begin(), least.end()), *std::max_element(most.begin(), most.end())};
}

}  // namespace

/// Sorts into coarse bins by value, then looks only into the bins that hold an answer.
std::vector<double> Spread::quantiles(std::span<const double> qs) const
{
    assert(!value.empty());
    constexpr std::size_t bins = 256;
    const auto [bottom, top] = bounds_of(value);
    const double bins_each = bins / std::max(top - bottom, 1e-9);
    std::vector<std::uint8_t> bin_of(value.size());
    for (std::size_t i = 0; i < value.size(); ++i)
        bin_of[i] = static_cast<std::uint8_t>(static_cast<int>(std::min((value[i] - bottom) * bins_each, bins - 1.0)));
    std::array<std::array<double, bins>, 2> masses{};  // two, so that neighbours in one bin do not wait for each other
    for (std::size_t i = 0; i < value.size(); ++i) masses[i % 2][bin_of[i]] += weight[i];
    auto& mass = masses[0];
    double total = 0;
    for (std::size_t bin = 0; bin < bins; ++bin) total += mass[bin] += masses[1][bin];

    std::vector<double> found;
    std::vector<std::uint32_t> inside(value.size());
    for (const double q : qs) {
        double left = q * total;
        std::size_t bin = 0;
        while (bin + 1 < bins && left > mass[bin]) left -= mass[bin++];
        std::uint32_t many = 0;
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            inside[many] = i;
            many += bin_of[i] == bin;
        }
        std::sort(inside.begin(), inside.begin() + many,
                  [&](auto a, auto b) { return value[a] != value[b] ? value[a] < value[b] : weight[a] < weight[b]; });
        double answer = many == 0 ? top : value[inside[many - 1]];
        for (std::uint32_t i = 0; i < many; ++i) {
            if (left <= weight[inside[i]]) {
                answer = value[inside[i]];
                break;
            }
            left -= weight[inside[i]];
        }
        found.push_back(answer);
    }
    return found;
}

std::int64_t Spread::quantile(double q) const
{
    return std::llround(quantiles(std::array{q}).front());
}

std::int64_t Spread::mean_missing(std::int64_t amount) const
{
    double missing = 0;
    double cases = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const double gap = static_cast<double>(amount) - value[i];
        if (gap < 0.5) continue;
        missing += weight[i] * gap;
        cases += weight[i];
    }
    return cases > 0 ? std::llround(missing / cases) : 0;
}

}  // namespace alerts
