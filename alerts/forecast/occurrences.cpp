#include "alerts/forecast/occurrences.hpp"

#include <algorithm>

#include "alerts/forecast/random.hpp"

namespace alerts {
namespace {

using ledger::Days;
using ledger::days_between;

template <class T>
const T& pick(const std::vector<T>& from, double unit)
{
    return from[std::min(from.size() - 1, static_cast<std::size_t>(unit * static_cast<double>(from.size())))];
}

/// The days (after today) on which something expected on day `expected` may still come.
std::vector<int> days_left(int expected, const std::vector<int>& jitter)
{
    std::vector<int> days;
    for (const int off : jitter) {
        if (expected + off > 0) days.push_back(expected + off);
    }
    if (days.empty()) days = {1, 2, 3};
    return days;
}

double pick_amount(const Stream& stream, double unit)
{
    for (const LikelyAmount& amount : stream.amounts) {
        if (unit <= amount.up_to) return static_cast<double>(amount.minor);
    }
    return static_cast<double>(stream.amounts.back().minor);
}

std::uint64_t stream_part(const Stream& stream)
{
    const auto size = static_cast<std::uint64_t>(stream.amounts.back().minor);
    return Random::part(Random::part(0x5eed, stream.key), size) ^
           static_cast<std::uint64_t>(days_between(Date{}, stream.last));
}

}  // namespace

std::vector<Draw> draw_flow(const KnownFlow& flow, std::uint64_t seed, Date today, int paths)
{
    Random random{Random::part(Random::part(seed, 0xf10e), flow.id)};
    const int expected = days_between(today, flow.date);
    const int overdue = flow.minor < 0 ? 0 : 1;
    const std::vector<int> days =
        flow.jitter.empty() ? std::vector<int>{expected >= 0 ? expected : overdue} : days_left(expected, flow.jitter);

    Random line{Random::part(Random::part(seed, 0x11fe), flow.line)};
    std::vector<Draw> draws(static_cast<std::size_t>(paths));
    for (Draw& draw : draws) {
        const double happens = random.unit();
        const double when = random.unit();
        const double how_much = random.unit();
        const bool alive = flow.line == 0 || line.unit() < flow.alive;
        draw.happens = alive && happens < flow.happens;
        draw.day = pick(days, when);
        draw.minor = static_cast<double>(flow.amounts.empty() ? flow.minor : pick(flow.amounts, how_much));
    }
    return draws;
}

std::vector<PathDraw> draw_stream(const Stream& stream, int days, int paths, std::uint64_t seed, Date today,
                                  double survival)
{
    std::vector<PathDraw> found;
    if (stream.ended || paths == 0) return found;
    Random random{Random::part(seed, stream_part(stream))};
    std::vector<bool> alive;
    for (int path = 0; path < paths; ++path) alive.push_back(random.unit() < stream.alive);

    for (int ahead = stream.misses + 1;; ++ahead) {
        const Date date = stream.expected(ahead);
        const int expected = days_between(today, date);
        if (expected - 8 > days) return found;
        const bool begun = expected <= stream.widest_jitter();  // it might have come already, and did not
        const double chance = begun ? still_coming(stream, date, today) : stream.p_next;
        std::vector<int> on;
        if (begun) on = days_left(expected, stream.jitter);
        else
            for (const int off : stream.jitter) on.push_back(expected + off);

        for (int path = 0; path < paths; ++path) {  // four numbers each, used or not, so that no path shifts another's
            const double happens = random.unit();
            const double when = random.unit();
            const double how_much = random.unit();
            const double ends = random.unit();
            const auto at = static_cast<std::size_t>(path);
            if (alive[at] && happens < chance) {
                const int day = pick(on, when);
                if (day >= 1 && day <= days) found.push_back({path, day, pick_amount(stream, how_much)});
            }
            if (ends >= survival) alive[at] = false;
        }
    }
}

void add_stream(Flows& flows, const Stream& stream, std::uint64_t seed, Date today, double survival)
{
    for (const PathDraw& draw : draw_stream(stream, flows.days(), flows.paths, seed, today, survival)) {
        const std::size_t at = flows.at(draw.day - 1, draw.path);
        flows.net[at] += draw.minor;
        flows.out[at] += std::min(0.0, draw.minor);
    }
}

}  // namespace alerts
