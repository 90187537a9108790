#include "alerts/differences.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "alerts/occurrences.hpp"

namespace alerts {
namespace {

using ledger::days_between;

/// Sorts the paths that carry streams into short and enough, and compares what a source moved on them.
class Comparison {
public:
    Comparison(const AccountForecast& forecast, Date due, std::int64_t needed, std::span<const std::uint32_t> unpaid)
        : paths_{static_cast<std::size_t>(forecast.learned->with_streams)}
    {
        const Spread there = forecast.to_pay_with(due, unpaid);
        for (std::size_t path = 0; path < paths_; ++path) short_.push_back(there.value[path] < static_cast<double>(needed) - 0.5);
    }

    Difference of(Source source, std::uint32_t id, Date date, const std::vector<double>& moved) const
    {
        double sums[2] = {}, counts[2] = {};
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

/// What `stream` moves on each path up to and with day `ahead`, incomes of that day left out.
std::vector<double> moved_by(const Stream& stream, const AccountForecast& forecast, int ahead)
{
    const Learned& learned = *forecast.learned;
    Flows flows{ahead, learned.with_streams};
    add_stream(flows, stream, learned.seed, forecast.today, learned.stream_survival);
    std::vector<double> moved(static_cast<std::size_t>(learned.with_streams));
    for (int day = 0; day < ahead; ++day) {
        for (int path = 0; path < learned.with_streams; ++path) {
            const double flow = flows.net[flows.at(day, path)];
            if (day + 1 < ahead || flow < 0) moved[static_cast<std::size_t>(path)] += flow;
        }
    }
    return moved;
}

std::vector<double> moved_by(const KnownFlow& flow, const AccountForecast& forecast, int ahead)
{
    const Learned& learned = *forecast.learned;
    std::vector<double> moved(static_cast<std::size_t>(learned.with_streams));
    const auto draws = draw_flow(flow, learned.seed, forecast.today, learned.with_streams);
    for (std::size_t path = 0; path < moved.size(); ++path) {
        const Draw& draw = draws[path];
        if (draw.happens && (draw.day < ahead || (draw.day == ahead && draw.minor < 0))) moved[path] = draw.minor;
    }
    return moved;
}

}  // namespace

std::vector<Difference> differences(const AccountForecast& forecast, Date due, std::int64_t needed, std::span<const std::uint32_t> unpaid)
{
    std::vector<Difference> found;
    if (!forecast.enough_history()) return found;
    const Learned& learned = *forecast.learned;
    const int ahead = days_between(forecast.today, due);
    const Comparison comparison{forecast, due, needed, unpaid};
    const auto keep = [&](const Difference& d) {
        if (d.usual != 0 || d.when_short != 0 || d.when_enough != 0) found.push_back(d);
    };

    const Spread there = forecast.to_pay_with(due, unpaid);
    std::vector<double> rest(static_cast<std::size_t>(learned.with_streams));
    for (std::size_t path = 0; path < rest.size(); ++path) rest[path] = there.value[path] - static_cast<double>(forecast.balance_today);
    const auto take = [&](const std::vector<double>& moved) {
        for (std::size_t path = 0; path < rest.size(); ++path) rest[path] -= moved[path];
    };
    for (std::uint32_t i = 0; i < learned.streams.size(); ++i) {
        const Stream& stream = learned.streams[i];
        if (stream.ended || ahead == 0) continue;
        const auto moved = moved_by(stream, forecast, ahead);
        keep(comparison.of(Source::stream, i, stream.next(), moved));
        take(moved);
    }
    for (const KnownFlow& flow : forecast.flows) {
        if (std::find(unpaid.begin(), unpaid.end(), flow.id) != unpaid.end()) continue;
        const auto moved = moved_by(flow, forecast, ahead);
        keep(comparison.of(Source::known, flow.id, flow.date, moved));
        take(moved);
    }
    keep(comparison.of(Source::everyday, 0, due, rest));
    std::sort(found.begin(), found.end(), [](const Difference& a, const Difference& b) {
        return std::tuple{-std::abs(a.weight()), a.usual, a.source, a.id} < std::tuple{-std::abs(b.weight()), b.usual, b.source, b.id};
    });
    return found;
}

}  // namespace alerts
