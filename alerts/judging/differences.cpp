#include "alerts/judging/differences.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "alerts/forecast/occurrences.hpp"

namespace alerts {
namespace {

using ledger::days_between;

/// Sorts the paths that carry streams into short and enough, and compares what a source moved on them.
class Comparison {
public:
    Comparison(const Spread& there, std::int64_t needed, int paths) : paths_{static_cast<std::size_t>(paths)}
    {
        for (std::size_t path = 0; path < paths_; ++path)
            short_.push_back(there.value[path] < static_cast<double>(needed) - 0.5);
    }

    Difference of(Source source, std::uint32_t id, Date date, const std::vector<double>& moved) const
    {
        double sums[2] = {};
        double counts[2] = {};
        for (std::size_t path = 0; path < paths_; ++path) {
            sums[short_[path]] += moved[path];
            counts[short_[path]] += 1;
        }
        const double usual = (sums[0] + sums[1]) / static_cast<double>(paths_);
        const auto mean = [&](int which) { return counts[which] > 0 ? sums[which] / counts[which] : usual; };
        return {source, id, date, std::llround(usual), std::llround(mean(1)), std::llround(mean(0))};
    }

private:
    std::size_t paths_;
    std::vector<bool> short_{};
};

/// What the draws move on each path up to and with day `ahead`, incomes of that day left out.
std::vector<double> moved_until(const std::vector<PathDraw>& draws, int paths, int ahead)
{
    std::vector<double> moved(static_cast<std::size_t>(paths));
    for (const PathDraw& draw : draws)
        if (draw.day < ahead || (draw.day == ahead && draw.minor < 0))
            moved[static_cast<std::size_t>(draw.path)] += draw.minor;
    return moved;
}

}  // namespace

Sources::Sources(const AccountForecast& forecast) : forecast_{forecast}
{
    const LearnedPaths& learned = *forecast.learned;
    for (const Stream& stream : learned.streams)
        streams_.push_back(draw_stream(stream, learned.days, learned.with_streams, learned.seed, forecast.today,
                                       learned.stream_survival));
    for (const KnownFlow& flow : forecast.flows) {
        auto& draws = flows_.emplace_back();
        const auto all = draw_flow(flow, learned.seed, forecast.today, learned.with_streams);
        for (std::size_t path = 0; path < all.size(); ++path)
            if (all[path].happens) draws.push_back({static_cast<int>(path), all[path].day, all[path].minor});
    }
}

std::vector<Difference> Sources::differences(const Spread& there, Date due, std::int64_t needed,
                                             std::span<const std::uint32_t> unpaid) const
{
    std::vector<Difference> found;
    if (!forecast_.enough_history()) return found;
    const LearnedPaths& learned = *forecast_.learned;
    const int ahead = days_between(forecast_.today, due);
    const int paths = learned.with_streams;
    const Comparison comparison{there, needed, paths};
    const auto keep = [&](const Difference& d) {
        if (d.usual != 0 || d.when_short != 0 || d.when_enough != 0) found.push_back(d);
    };
    std::vector<double> rest(static_cast<std::size_t>(paths));
    for (std::size_t path = 0; path < rest.size(); ++path)
        rest[path] = there.value[path] - static_cast<double>(forecast_.balance_today);
    const auto tell = [&](Source source, std::uint32_t id, Date date, const std::vector<PathDraw>& draws) {
        const auto moved = moved_until(draws, paths, ahead);
        keep(comparison.of(source, id, date, moved));
        for (std::size_t path = 0; path < rest.size(); ++path) rest[path] -= moved[path];
    };
    for (std::uint32_t i = 0; i < streams_.size(); ++i)
        if (!learned.streams[i].ended && ahead > 0) tell(Source::stream, i, learned.streams[i].next(), streams_[i]);
    for (std::size_t i = 0; i < flows_.size(); ++i) {
        const KnownFlow& flow = forecast_.flows[i];
        if (std::find(unpaid.begin(), unpaid.end(), flow.id) == unpaid.end())
            tell(Source::known, flow.id, flow.date, flows_[i]);
    }
    keep(comparison.of(Source::everyday, 0, due, rest));
    std::sort(found.begin(), found.end(), [](const Difference& a, const Difference& b) {
        return std::tuple{-std::abs(a.weight()), a.usual, a.source, a.id} <
               std::tuple{-std::abs(b.weight()), b.usual, b.source, b.id};
    });
    return found;
}

std::vector<Difference> differences(const AccountForecast& forecast, Date due, std::int64_t needed,
                                    std::span<const std::uint32_t> unpaid)
{
    return Sources{forecast}.differences(forecast.to_pay_with(due, unpaid), due, needed, unpaid);
}

}  // namespace alerts
