#include "alerts/forecast.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

#include "alerts/occurrences.hpp"

namespace alerts {
namespace {

using ledger::Days;
using ledger::days_between;

enum Group { with_streams, without_streams, single_days };

std::size_t cell(int day, int path, int paths)
{
    return static_cast<std::size_t>(day) * static_cast<std::size_t>(paths) + static_cast<std::size_t>(path);
}

/// The past by day, without what streams and known flows will tell.
Past past_of(const AccountInput& input, Date today, std::span<const Stream> streams)
{
    const int days = std::max(0, days_between(input.first_day, today));
    Past past;
    past.first = input.first_day;
    past.balance.assign(static_cast<std::size_t>(days) + 1, 0);
    past.net = past.out = past.balance;

    std::vector<bool> told(input.movements.size());
    for (const Stream& stream : streams) {
        if (stream.ended) continue;
        for (const std::uint32_t i : stream.members) told[i] = true;
    }
    std::vector<double> moved(past.net.size());
    for (std::size_t i = 0; i < input.movements.size(); ++i) {
        const Movement& m = input.movements[i];
        if (m.date < input.first_day) continue;
        const auto day = static_cast<std::size_t>(days_between(input.first_day, m.date));
        const auto amount = static_cast<double>(m.minor);
        moved[day] += amount;
        if (m.known || told[i]) continue;
        past.net[day] += amount;
        past.out[day] += std::min(0.0, amount);
    }
    double balance = static_cast<double>(input.balance_today);
    for (std::size_t day = past.balance.size(); day-- > 0;) {
        past.balance[day] = balance;
        balance -= moved[day];
    }
    return past;
}

/// The flows that go on from the past, path by path: they move the balance that everyday money looks at.
std::vector<double> steady_flows(std::span<const KnownFlow> flows, std::uint64_t seed, Date today, int days, int first_path, int paths)
{
    std::vector<double> steady;
    for (const KnownFlow& flow : flows) {
        if (!flow.usual) continue;
        if (steady.empty()) steady.resize(static_cast<std::size_t>(days * paths));
        const auto draws = draw_flow(flow, seed, today, first_path + paths);
        for (int path = 0; path < paths; ++path) {
            const Draw& draw = draws[static_cast<std::size_t>(first_path + path)];
            if (draw.happens && draw.day >= 1 && draw.day <= days) steady[cell(draw.day - 1, path, paths)] += draw.minor;
        }
    }
    return steady;
}

/// What the past has to say: builds a Learned, one group of paths after the other.
class Learner {
public:
    Learner(const AccountInput& input, Date today, int days, const ForecastPolicy& policy, std::uint64_t salt)
        : input_{input}, today_{today}, policy_{policy}
    {
        learned_.days = days;
        learned_.history_days = std::max(0, days_between(input.first_day, today));
        learned_.enough_history = learned_.history_days >= policy.least_history;
        learned_.seed = Random::part(Random::part(salt, static_cast<std::uint64_t>(input.account)),
                                     static_cast<std::uint64_t>(days_between(Date{}, today)));
        learned_.stream_survival = policy.stream_survival;
        learned_.streams = find_streams(input.movements, today, policy.recurring);
    }

    Learned learn() &&
    {
        if (!learned_.enough_history) {
            nothing_but_known();
            return std::move(learned_);
        }
        const double share = single_days_share();
        learned_.single_days = static_cast<int>(std::lround(policy_.paths * share));
        learned_.with_streams = (policy_.paths - learned_.single_days) / 2;
        learned_.paths = policy_.paths;
        learned_.change.resize(cell(learned_.days + 1, 0, learned_.paths));
        learned_.dip.resize(learned_.change.size());
        draw_paths();
        weigh(share);
        widen();
        return std::move(learned_);
    }

private:
    double single_days_share() const
    {
        const double known = learned_.history_days;
        const double left = (policy_.short_history - known) / (policy_.short_history - policy_.single_days_from);
        return policy_.single_days_share * std::clamp(left, 0.0, 1.0);
    }

    void nothing_but_known()
    {
        learned_.paths = learned_.with_streams = 1;
        learned_.change.resize(static_cast<std::size_t>(learned_.days) + 1);
        learned_.dip.resize(learned_.change.size());
        learned_.group_weight.assign(learned_.change.size() * 3, 1.0);
    }

    void draw_paths()
    {
        const int singles = learned_.paths - learned_.single_days;
        std::vector<Lane> lanes;
        lanes.push_back(lane(with_streams, 0, learned_.with_streams));
        lanes.push_back(lane(without_streams, learned_.with_streams, singles - learned_.with_streams));
        for (const Stream& stream : learned_.streams) add_stream(lanes[0].flows, stream, learned_.seed, today_, policy_.stream_survival);
        add_spending(lanes, policy_.spending);
        keep(lanes[0].flows, 0);
        keep(lanes[1].flows, learned_.with_streams);
        if (learned_.single_days == 0) return;
        Lane single = lane(single_days, singles, learned_.single_days);
        add_single_days(single, policy_.single_days_from);
        keep(single.flows, singles);
    }

    Lane lane(Group which, int first_path, int paths) const
    {
        Lane made;
        made.past = past_of(input_, today_, which == with_streams ? std::span<const Stream>{learned_.streams} : std::span<const Stream>{});
        made.flows = Flows{learned_.days, paths};
        made.steady = steady_flows(input_.flows, learned_.seed, today_, learned_.days, first_path, paths);
        made.random = Random{Random::part(learned_.seed, which)};
        return made;
    }

    void keep(const Flows& flows, int first_path)
    {
        for (int day = 1; day <= learned_.days; ++day) {
            const std::size_t before = cell(day - 1, first_path, learned_.paths), here = cell(day, first_path, learned_.paths);
            const std::size_t from = flows.at(day - 1, 0);
            for (std::size_t path = 0; path < static_cast<std::size_t>(flows.paths); ++path) {
                learned_.change[here + path] = learned_.change[before + path] + flows.net[from + path];
                learned_.dip[here + path] = static_cast<float>(flows.out[from + path]);
            }
        }
    }

    /// Streams tell more about the next days, habits more about the next months.
    void weigh(double single_share)
    {
        const int counts[] = {learned_.with_streams, learned_.paths - learned_.single_days - learned_.with_streams, learned_.single_days};
        for (int day = 0; day <= learned_.days; ++day) {
            const double tilt = policy_.near_trust * (30 - std::min(day, 60)) / 30.0;
            const double shares[] = {(1 - single_share) * (1 + tilt) / 2, (1 - single_share) * (1 - tilt) / 2, single_share};
            for (int which = 0; which < 3; ++which) learned_.group_weight.push_back(counts[which] ? shares[which] / counts[which] : 0);
        }
    }

    void widen()
    {
        for (int day = 1; day <= learned_.days; ++day) {
            const Spread spread = spread_of(learned_, &learned_.change[cell(day, 0, learned_.paths)], day, 1);
            const double wider = 1 + (policy_.widen_tails - 1) * std::min(day, 60) / 60.0;
            const auto quartile = spread.quantiles(std::array{0.25, 0.75});
            for (int path = 0; path < learned_.paths; ++path) {
                double& change = learned_.change[cell(day, path, learned_.paths)];
                if (change < quartile[0]) change = quartile[0] + wider * (change - quartile[0]);
                if (change > quartile[1]) change = quartile[1] + wider * (change - quartile[1]);
            }
        }
    }

    const AccountInput& input_;
    Date today_;
    const ForecastPolicy& policy_;
    Learned learned_{};
};

}  // namespace

Spread spread_of(const Learned& learned, const double* values, int day, double most_certain)
{
    Spread spread;
    spread.most_certain = most_certain;
    spread.value.assign(values, values + learned.paths);
    spread.weight.reserve(spread.value.size());
    const double* weight = &learned.group_weight[static_cast<std::size_t>(day) * 3];
    for (int path = 0; path < learned.paths; ++path) spread.weight.push_back(weight[learned.group_of(path)]);
    return spread;
}

double Spread::below(std::int64_t amount) const
{
    double sum = 0;
    const double limit = static_cast<double>(amount) - 0.5;
    for (std::size_t i = 0; i < value.size(); ++i) sum += value[i] < limit ? weight[i] : 0.0;
    return std::clamp(sum, 1 - most_certain, most_certain);
}

/// Sorts into coarse bins by value, then looks only into the bins that hold an answer.
std::vector<double> Spread::quantiles(std::span<const double> qs) const
{
    assert(!value.empty());
    constexpr std::size_t bins = 256;
    double bottom = value.front(), top = value.front();
    for (const double v : value) bottom = std::min(bottom, v), top = std::max(top, v);
    const double bins_each = bins / std::max(top - bottom, 1e-9);
    std::vector<std::uint8_t> bin_of(value.size());
    std::array<double, bins> mass{};
    double total = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        bin_of[i] = static_cast<std::uint8_t>(std::min((value[i] - bottom) * bins_each, bins - 1.0));
        mass[bin_of[i]] += weight[i];
        total += weight[i];
    }

    std::vector<double> found;
    std::vector<std::pair<double, double>> inside;
    inside.reserve(64);
    for (const double q : qs) {
        double left = q * total;
        std::size_t bin = 0;
        while (bin + 1 < bins && left > mass[bin]) left -= mass[bin++];
        inside.clear();
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (bin_of[i] == bin) inside.emplace_back(value[i], weight[i]);
        }
        std::sort(inside.begin(), inside.end());
        double answer = inside.empty() ? top : inside.back().first;
        for (const auto& [v, w] : inside) {
            if (left <= w) {
                answer = v;
                break;
            }
            left -= w;
        }
        found.push_back(answer);
    }
    return found;
}

std::int64_t Spread::quantile(double q) const { return std::llround(quantiles(std::array{q}).front()); }

std::int64_t Spread::mean_missing(std::int64_t amount) const
{
    double missing = 0, cases = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const double gap = static_cast<double>(amount) - value[i];
        if (gap < 0.5) continue;
        missing += weight[i] * gap;
        cases += weight[i];
    }
    return cases > 0 ? std::llround(missing / cases) : 0;
}

Spread AccountForecast::at_end_of(Date day) const
{
    const int ahead = days_between(today, day);
    assert(ahead >= 0 && ahead <= days());
    return spread_of(*learned, &end[cell(ahead, 0, learned->paths)], ahead, most_certain);
}

Spread AccountForecast::to_pay_with(Date due, std::span<const std::uint32_t> unpaid) const
{
    const int ahead = days_between(today, due);
    assert(ahead >= 0 && ahead <= days());
    const auto paths = static_cast<std::size_t>(learned->paths);
    std::vector<double> value(paths);
    for (std::size_t path = 0; path < paths; ++path) {
        const double evening_before = ahead > 0 ? end[cell(ahead - 1, 0, learned->paths) + path] : static_cast<double>(balance_today);
        value[path] = evening_before + static_cast<double>(learned->dip[cell(ahead, 0, learned->paths) + path]);
    }
    for (const KnownFlow& flow : flows) {
        const bool skip = std::find(unpaid.begin(), unpaid.end(), flow.id) != unpaid.end();
        const auto draws = draw_flow(flow, learned->seed, today, learned->paths);
        for (std::size_t path = 0; path < paths; ++path) {
            const Draw& draw = draws[path];
            if (!draw.happens || draw.day > ahead) continue;
            if (skip && draw.day < ahead) value[path] -= draw.minor;
            if (!skip && draw.day == ahead && draw.minor < 0) value[path] += draw.minor;
        }
    }
    return spread_of(*learned, value.data(), ahead, most_certain);
}

std::optional<double> AccountForecast::probability_below(Date day, std::int64_t amount) const
{
    if (!enough_history()) return std::nullopt;
    return at_end_of(day).below(amount);
}

std::optional<double> AccountForecast::probability_short(Date due, std::int64_t needed, std::span<const std::uint32_t> unpaid) const
{
    if (!enough_history()) return std::nullopt;
    return to_pay_with(due, unpaid).below(needed);
}

AccountForecast with_flows(const AccountForecast& old, std::vector<KnownFlow> flows)
{
    AccountForecast fresh;
    fresh.account = old.account;
    fresh.balance_today = old.balance_today;
    fresh.today = old.today;
    fresh.most_certain = old.most_certain;
    fresh.learned = old.learned;
    fresh.flows = std::move(flows);

    const Learned& learned = *fresh.learned;
    std::vector<double> moved(learned.change.size());
    for (const KnownFlow& flow : fresh.flows) {
        const auto draws = draw_flow(flow, learned.seed, fresh.today, learned.paths);
        for (int path = 0; path < learned.paths; ++path) {
            const Draw& draw = draws[static_cast<std::size_t>(path)];
            if (draw.happens && draw.day <= learned.days) moved[cell(draw.day, path, learned.paths)] += draw.minor;
        }
    }
    fresh.end.resize(moved.size());
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const auto paths = static_cast<std::size_t>(learned.paths);
        if (i >= paths) moved[i] += moved[i - paths];
        fresh.end[i] = static_cast<double>(fresh.balance_today) + learned.change[i] + moved[i];
    }
    return fresh;
}

AccountForecast forecast(const AccountInput& input, ledger::Today today, int days, const ForecastPolicy& policy, std::uint64_t salt)
{
    assert(days >= 0);
    AccountForecast bare;
    bare.account = input.account;
    bare.balance_today = input.balance_today;
    bare.today = today.date;
    bare.most_certain = policy.most_certain;
    bare.learned = std::make_shared<const Learned>(Learner{input, today.date, days, policy, salt}.learn());
    return with_flows(bare, input.flows);
}

Spread together(const Spread& a, const Spread& b)
{
    if (a.value.size() == 1 || b.value.size() == 1) {  // one of them has too little history: it stands as it is scheduled
        Spread sum = a.value.size() == 1 ? b : a;
        const double fixed = a.value.size() == 1 ? a.value[0] : b.value[0];
        for (double& v : sum.value) v += fixed;
        return sum;
    }
    assert(a.value.size() == b.value.size());
    Spread sum = a;
    for (std::size_t i = 0; i < sum.value.size(); ++i) {
        sum.value[i] += b.value[i];
        sum.weight[i] = (a.weight[i] + b.weight[i]) / 2;
    }
    return sum;
}

}  // namespace alerts
