#include "ui/viewmodel/fan_layout.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>

namespace view {

namespace {

std::string written(const Fan& fan, std::int64_t amount)
{
    return fan.format ? fan.format(amount) : std::to_string(amount);
}

FanRange shown_amounts(const Fan& fan)
{
    FanRange r;
    const auto take = [&r](std::int64_t v) {
        r.low = std::min(r.low, v);
        r.high = std::max(r.high, v);
    };
    for (const PastDay& day : fan.past) take(day.balance);
    for (const FanDay& day : fan.days) {
        take(day.p05);
        take(day.p95);
    }
    for (const FanTick& tick : fan.ticks) take(tick.value);
    return r;
}

/// The smallest round number that is at least `least`.
std::int64_t round_step(std::int64_t least)
{
    for (std::int64_t power = 1;; power *= 10)
        for (const std::int64_t times : {1, 2, 5})
            if (times * power >= least) return times * power;
}

std::int64_t floor_to(std::int64_t value, std::int64_t step)
{
    const std::int64_t down = value / step * step;
    return down > value ? down - step : down;
}

/// Where flags may hang.
struct Sky {
    double left, right;
    int lanes;
    double apart;
};

struct Span {
    double from, to;
    bool holds(double x) const { return x > from && x < to; }
    bool meets(Span other) const { return from < other.to && other.from < to; }
};

Span span_of(const FlagWish& wish, bool to_the_left, double apart)
{
    return to_the_left ? Span{wish.pole - wish.width - apart, wish.pole + apart}
                       : Span{wish.pole - apart, wish.pole + wish.width + apart};
}

/// Whether flag `i` in this place keeps clear of all that hang already. Poles reach up to their own flag's row.
bool is_clear(const std::vector<FlagWish>& wishes, const std::vector<FlagPlace>& hung, std::size_t i, FlagPlace place,
              double apart)
{
    const Span mine = span_of(wishes[i], place.left, apart);
    for (std::size_t j = 0; j < hung.size(); ++j) {
        if (j == i || !hung[j].shown) continue;
        const Span theirs = span_of(wishes[j], hung[j].left, 0);
        if (hung[j].lane == place.lane && mine.meets(theirs)) return false;
        if (hung[j].lane > place.lane && mine.holds(wishes[j].pole)) return false;
        if (hung[j].lane < place.lane && theirs.holds(wishes[i].pole)) return false;
    }
    return true;
}

FlagPlace first_free(const std::vector<FlagWish>& wishes, const std::vector<FlagPlace>& hung, std::size_t i, Sky sky)
{
    for (const bool to_the_left : {false, true})
        for (int lane = 0; lane < sky.lanes; ++lane) {
            const Span span = span_of(wishes[i], to_the_left, 0);
            if (span.from < sky.left || span.to > sky.right) continue;
            const FlagPlace place{true, to_the_left, lane};
            if (is_clear(wishes, hung, i, place, sky.apart)) return place;
        }
    return {};
}

/// The one to leave out so that there is room: the calmest of the stuck flag and those that hang beside it.
std::size_t calmest_near(const std::vector<FlagWish>& wishes, const std::vector<FlagPlace>& hung, std::size_t stuck,
                         double apart)
{
    std::size_t out = stuck;
    const Span around{wishes[stuck].pole - wishes[stuck].width - apart,
                      wishes[stuck].pole + wishes[stuck].width + apart};
    for (std::size_t j = 0; j < hung.size(); ++j)
        if (hung[j].shown && span_of(wishes[j], hung[j].left, apart).meets(around) &&
            wishes[j].level < wishes[out].level)
            out = j;
    return out;
}

}  // namespace

FanScale scale(const Fan& fan, int at_most)
{
    assert(at_most >= 2);
    FanScale out{shown_amounts(fan), fan.ticks};
    if (!fan.ticks.empty()) {
        if (out.range.low == out.range.high) out.range.high = out.range.low + 1;
        return out;
    }
    std::int64_t low = out.range.low, high = out.range.high;
    if (low == high) high = low + 100;
    std::int64_t step = round_step(std::max<std::int64_t>(1, (high - low) / at_most));
    const auto lowest_tick = [&] { return -floor_to(-low, step); };
    const auto highest_tick = [&] { return floor_to(high, step); };
    while ((highest_tick() - lowest_tick()) / step + 1 > at_most) step = round_step(step + 1);
    if (highest_tick() == lowest_tick()) (high >= -low ? high : low) = high >= -low ? step : -step;
    // A little air beyond what is shown, but not up to the next tick: a picture that is half empty says little.
    const std::int64_t air = (high - low) / 20;
    out.range = {low < 0 ? low - air : low, high > 0 ? high + air : high};
    for (std::int64_t v = lowest_tick(); v <= highest_tick(); v += step) out.ticks.push_back({v, written(fan, v)});
    return out;
}

std::size_t columns(const Fan& fan)
{
    return fan.past.size() + fan.days.size();
}

std::string read_out(const Fan& fan, std::size_t column)
{
    assert(column < columns(fan));
    if (column < fan.past.size()) {
        const PastDay& day = fan.past[column];
        return day.read_out.empty() ? day.label + "\n" + written(fan, day.balance) : day.read_out;
    }
    const std::size_t ahead = column - fan.past.size();
    const FanDay& day = fan.days[ahead];
    std::string text = day.read_out;
    if (text.empty())
        text = day.label + "\n" + written(fan, day.p50) + "  (" + written(fan, day.p05) + " – " +
               written(fan, day.p95) + ")";
    for (const FanMark& mark : fan.marks)
        if (mark.day == ahead) text += "\n" + mark.label + (mark.amount.empty() ? "" : "  " + mark.amount);
    return text;
}

std::vector<FlagPlace> place_flags(const std::vector<FlagWish>& wishes, double left, double right, int lanes,
                                   double apart)
{
    assert(lanes >= 0);
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wishes[a].pole > wishes[b].pole; });
    std::vector<bool> given_up(wishes.size(), false);
    for (;;) {
        std::vector<FlagPlace> out(wishes.size());
        std::optional<std::size_t> stuck;
        for (const std::size_t i : order) {
            if (given_up[i]) continue;
            out[i] = first_free(wishes, out, i, Sky{left, right, lanes, apart});
            if (!out[i].shown) {
                stuck = i;
                break;
            }
        }
        if (!stuck) return out;
        given_up[calmest_near(wishes, out, *stuck, apart)] = true;
    }
}

}  // namespace view
