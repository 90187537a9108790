#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "alerts/forecast/forecast.hpp"
#include "alerts/forecast/occurrences.hpp"

namespace alerts {

enum class Source { stream, known, everyday };

/// How much one source moves the account until a bill is paid, on the paths that come out short and on the others.
struct Difference {
    Source source{};
    std::uint32_t id = 0;          ///< stream: index into `LearnedPaths::streams`; known: the flow's id; everyday: 0
    Date date{};                   ///< when it is expected; everyday: the due date
    std::int64_t usual = 0;        ///< mean over all paths, minor units, in positive
    std::int64_t when_short = 0;   ///< mean over the paths that are short; as usual where there is none
    std::int64_t when_enough = 0;  ///< mean over the others; as usual where there is none

    std::int64_t weight() const
    {
        return when_enough - when_short;
    }  ///< what it contributes to the gap between enough and short
};

/// What moves one account, source by source, on the paths with streams. Drawn once and asked about each bill.
class Sources {
public:
    explicit Sources(const AccountForecast& forecast);

    /// What makes the difference on `due`, the weightiest first; where every path (or none) is short, the largest
    /// outflow first. From the same paths as the probability, those with streams. Sources that move nothing until then
    /// are left out. Nothing where there is too little history to tell. `there` is what is there to pay with, the flows
    /// in `unpaid` not paid.
    std::vector<Difference> differences(const Spread& there, Date due, std::int64_t needed,
                                        std::span<const std::uint32_t> unpaid = {}) const;

private:
    const AccountForecast& forecast_;
    std::vector<std::vector<PathDraw>> streams_{};  ///< by index of LearnedPaths::streams
    std::vector<std::vector<PathDraw>> flows_{};    ///< by index of AccountForecast::flows
};

/// The same for one bill alone.
std::vector<Difference> differences(const AccountForecast& forecast, Date due, std::int64_t needed,
                                    std::span<const std::uint32_t> unpaid = {});

}  // namespace alerts
