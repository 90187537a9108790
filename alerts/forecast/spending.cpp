#include "alerts/forecast/spending.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>

namespace alerts {
namespace {

using ledger::Days;

/// How far into its month a day is, as a share of the month.
float month_phase(Date day)
{
    const auto length = static_cast<float>(ledger::day_of_month(ledger::last_of_month(day)));
    return static_cast<float>(ledger::day_of_month(day) - 1) / length;
}

double quantile_of(std::vector<double> values, double q)
{
    const double at = q * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::ptrdiff_t>(at);
    std::nth_element(values.begin(), values.begin() + low, values.end());
    const double here = values[static_cast<std::size_t>(low)];
    if (low + 1 >= std::ssize(values)) return here;
    return here + (*std::min_element(values.begin() + low + 1, values.end()) - here) * (at - static_cast<double>(low));
}

/// How much the balance usually swings, robust against single extremes; 1 for a balance that never moved.
double usual_swing(const Past& past)
{
    const std::vector<double> year(past.balance.end() - std::min<std::ptrdiff_t>(365, std::ssize(past.balance)),
                                   past.balance.end());
    double mean = 0;
    double variance = 0;
    for (const double b : year) mean += b;
    mean /= static_cast<double>(year.size());
    for (const double b : year) variance += (b - mean) * (b - mean);
    const double deviation = std::sqrt(variance / static_cast<double>(year.size()));
    if (deviation < 1e-9) return 1;
    return std::max((quantile_of(year, 0.9) - quantile_of(year, 0.1)) / 2.56, 0.05 * deviation);
}

/// exp(-x²/2), read off a table: hundreds of thousands are asked for. Good to six digits, and the same on every
/// machine.
class Bell {
public:
    Bell()
    {
        for (std::size_t i = 0; i < heights_.size(); ++i) {
            const double x = static_cast<double>(i) / steps;
            heights_[i] = static_cast<float>(std::exp(-0.5 * x * x));
        }
    }
    float operator()(float x) const
    {
        const float at = std::min(std::abs(x) * static_cast<float>(steps), static_cast<float>(widest * steps));
        const auto below = static_cast<std::size_t>(static_cast<int>(at));
        return heights_[below] + (heights_[below + 1] - heights_[below]) * (at - static_cast<float>(below));
    }

private:
    static constexpr int steps = 256, widest = 7;  // a height of e^-24 and less is none
    std::array<float, static_cast<std::size_t>(widest* steps) + 2> heights_{};
};

/// Draws the past day on which a run begins, given the day it is to stand for and the balance it would begin with.
class Starts {
public:
    Starts(const Past& past, const SpendingPolicy& policy)
        : past_{past},
          policy_{policy},
          low_{std::max(1, past.days() - policy.window)},
          count_{std::max(1, past.days() - policy.block + 2 - low_)},
          swing_{usual_swing(past)}
    {
        const double length = std::clamp(past.days() / 300.0, 0.2, 3.0);
        width_ = static_cast<float>(policy.balance_width * std::pow(length, -policy.narrowing));
        for (int i = 0; i < count_; ++i) {
            recency_.push_back(static_cast<float>(std::exp2(-(past.days() - low_ - i) / policy.half_life)));
            phase_.push_back(month_phase(past.first + Days{low_ + i}));
            standing_.push_back(standing(past.balance[static_cast<std::size_t>(low_ + i - 1)]));
        }
        const double now = past.balance.back() / swing_;
        const auto [least, most] = std::minmax_element(standing_.begin(), standing_.end());
        bottom_ = std::min<double>(*least, now) - 0.3;
        top_ = std::max<double>(*most, now) + 0.3;
        bins_.resize(static_cast<std::size_t>(policy.balance_bins));
        bins_each_ = policy.balance_bins / (top_ - bottom_);
    }

    /// From now on runs stand for the days from `target` (days after today, 0 = tomorrow).
    void aim(int target)
    {
        const int day = past_.days() + 1 + target;
        const float phase = month_phase(past_.first + Days{day});
        const auto days_a_width = static_cast<float>(30.4 / policy_.month_width);
        const auto floor = static_cast<float>(policy_.month_floor);
        const auto season = static_cast<float>(policy_.same_season);
        weight_.assign(padded(), 0);
        const auto a_width = static_cast<float>(1 / policy_.season_width);
        const int near = static_cast<int>(6 * policy_.season_width);
        int week = (day - low_) % 7,
            year = (day - low_) % 365;  // of the days between, counted down as the start comes nearer
        for (int i = 0; i < count_; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const float apart = std::abs(phase_[at] - phase);
            const int year_apart = std::min(year, 365 - year);
            float w = recency_[at] * (bell_(std::min(apart, 1 - apart) * days_a_width) + floor);
            if (week == 0) w *= static_cast<float>(policy_.same_weekday);
            if (year_apart < near) w *= 1 + season * bell_(static_cast<float>(year_apart) * a_width);
            weight_[at] = w;
            week = week == 0 ? 6 : week - 1;
            year = year == 0 ? 364 : year - 1;
        }
        for (Bin& bin : bins_) bin.ready = false;
    }

    /// `unit` in [0, 1). `before`: the start of the run that has just ended, -1 for none. Comes back as an index into
    /// the past.
    int draw(double balance, double unit, int before)
    {
        const double place = (balance * a_swing_ - bottom_) * bins_each_;
        Bin& bin = bins_[static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(bins_.size() - 1)))];
        if (!bin.ready) prepare(bin);
        const double all = bin.sums.back();
        double target = unit * all;
        if (const int next = before - low_ + policy_.block; before >= 0 && next < count_) {
            const auto at = static_cast<std::size_t>(next);
            target += unit * policy_.carry_on * static_cast<double>(weight_[at] * bin.kernel[at]);
            if (target >= all) return low_ + next;
        }
        return low_ + std::min(count_ - 1, static_cast<int>(find(bin, target)));
    }

private:
    static constexpr std::size_t chunk = 8;    // starts summed together: short sums to search, and one chunk to walk
    static constexpr std::size_t guides = 64;  // where to begin the search, by share of the whole

    struct Bin {
        std::vector<float> kernel{};                    // likeness of each start's balance to the middle of the bin
        std::vector<double> sums{};                     // of weight × kernel up to and with each chunk
        std::array<std::uint16_t, guides + 1> guide{};  // the first chunk whose sum is past so many parts of the whole
        double parts_each = 0;                          // guides / the whole
        bool ready = false;
    };

    float standing(double balance) const { return static_cast<float>(balance / swing_); }
    std::size_t padded() const { return (static_cast<std::size_t>(count_) + chunk - 1) / chunk * chunk; }

    void prepare(Bin& bin)
    {
        if (bin.kernel.empty()) {
            const double step = (top_ - bottom_) / static_cast<double>(bins_.size());
            const auto middle = static_cast<float>(bottom_ + step * (static_cast<double>(&bin - bins_.data()) + 0.5));
            const float a_width = 1 / width_;
            bin.kernel.assign(padded(), 0);
            for (std::size_t i = 0; i < standing_.size(); ++i) {
                bin.kernel[i] = bell_((standing_[i] - middle) * a_width) + static_cast<float>(policy_.balance_floor);
            }
        }
        bin.sums.clear();
        double sum = 0;
        for (std::size_t begin = 0; begin < weight_.size(); begin += chunk) {
            float part[4] = {};
            for (std::size_t i = begin; i < begin + chunk; i += 4) {
                for (std::size_t k = 0; k < 4; ++k) part[k] += weight_[i + k] * bin.kernel[i + k];
            }
            sum += static_cast<double>((part[0] + part[1]) + (part[2] + part[3]));
            bin.sums.push_back(sum);
        }
        lay_guide(bin);
        bin.ready = true;
    }

    static void lay_guide(Bin& bin)
    {
        const double all = bin.sums.back();
        bin.parts_each = static_cast<double>(guides) / all;
        std::size_t which = 0;
        for (std::size_t part = 0; part <= guides; ++part) {
            const double from = all * static_cast<double>(part) / static_cast<double>(guides);
            while (which + 1 < bin.sums.size() && bin.sums[which] <= from) ++which;
            bin.guide[part] = static_cast<std::uint16_t>(which);
        }
    }

    std::size_t find(const Bin& bin, double target) const
    {
        std::size_t which = bin.guide[std::min(guides, static_cast<std::size_t>(target * bin.parts_each))];
        while (which > 0 && bin.sums[which - 1] > target) --which;  // the guide was laid with other roundings
        while (which < bin.sums.size() && bin.sums[which] <= target) ++which;
        if (which == bin.sums.size()) return weight_.size();
        double sum = which == 0 ? 0 : bin.sums[which - 1];
        std::size_t i = which * chunk;
        for (; i + 1 < (which + 1) * chunk; ++i) {
            sum += static_cast<double>(weight_[i] * bin.kernel[i]);
            if (sum > target) break;
        }
        return i;
    }

    const Past& past_;
    const SpendingPolicy& policy_;
    int low_, count_;  // the first start, and how many
    double swing_, a_swing_ = 1 / swing_;
    float width_ = 1;
    Bell bell_{};
    std::vector<float> recency_{}, phase_{}, standing_{}, weight_{};
    double bottom_ = 0, top_ = 1, bins_each_ = 1;
    std::vector<Bin> bins_{};
};

/// Where each path of a lane stands.
struct Walker {
    double balance = 0;
    int before = -1;
};

void walk(Lane& lane, std::vector<Walker>& walkers, Starts& starts, int begin, int length)
{
    Flows& flows = lane.flows;
    for (int path = 0; path < flows.paths; ++path) {
        Walker& walker = walkers[static_cast<std::size_t>(path)];
        walker.before = starts.draw(walker.balance, lane.random.unit(), walker.before);
        for (int day = 0; day < length; ++day) {
            const auto from = static_cast<std::size_t>(std::min(walker.before + day, lane.past.days()));
            const std::size_t to = flows.at(begin + day, path);
            flows.net[to] += lane.past.net[from];
            flows.out[to] += lane.past.out[from];
            if (!flows.everyday.empty()) flows.everyday[to] = lane.past.everyday[from];
            walker.balance += flows.net[to] + (lane.steady.empty() ? 0.0 : lane.steady[to]);
        }
    }
}

}  // namespace

void add_spending(std::span<Lane> lanes, const SpendingPolicy& policy)
{
    if (lanes.empty() || lanes.front().past.days() < 1) return;
    const Past& past = lanes.front().past;
    Starts starts{past, policy};
    std::vector<std::vector<Walker>> walkers;
    int days = 0;
    for (const Lane& lane : lanes) {
        assert(lane.steady.empty() || lane.steady.size() == lane.flows.net.size());
        assert(lane.past.days() == past.days());
        walkers.emplace_back(static_cast<std::size_t>(lane.flows.paths), Walker{past.balance.back(), -1});
        days = std::max(days, lane.flows.days());
    }
    for (int begin = 0; begin < days; begin += policy.block) {
        starts.aim(begin);
        for (std::size_t i = 0; i < lanes.size(); ++i)
            walk(lanes[i], walkers[i], starts, begin, std::min(policy.block, lanes[i].flows.days() - begin));
    }
}

void add_single_days(Lane& lane, int window)
{
    const int count = std::min(window, lane.past.days());
    if (count < 1) return;
    for (std::size_t to = 0; to < lane.flows.net.size(); ++to) {
        const auto from = static_cast<std::size_t>(lane.past.days() - static_cast<int>(lane.random.unit() * count));
        lane.flows.net[to] += lane.past.net[from];
        lane.flows.out[to] += lane.past.out[from];
        if (!lane.flows.everyday.empty()) lane.flows.everyday[to] = lane.past.everyday[from];
    }
}

}  // namespace alerts
