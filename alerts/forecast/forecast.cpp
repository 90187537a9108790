#include "alerts/forecast/forecast.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

#include "alerts/forecast/occurrences.hpp"

namespace alerts {
namespace {

using ledger::Days;
using ledger::days_between;

enum Group { with_streams, without_streams, single_days };

std::size_t cell(int day, int path, int paths)
{
    return static_cast<std::size_t>(day) * static_cast<std::size_t>(paths) + static_cast<std::size_t>(path);
}

/// Which movements belong to those of `streams` that `which` picks.
template <class Which>
std::vector<bool> members_of(std::span<const Stream> streams, std::size_t movements, Which which)
{
    std::vector<bool> members(movements);
    for (const Stream& stream : streams) {
        if (!which(stream)) continue;
        for (const std::uint32_t i : stream.members) members[i] = true;
    }
    return members;
}

/// The past by day, without what known flows and the streams of the `told` movements will tell.
Past past_of(const AccountInput& input, Date today, const std::vector<bool>& told, const std::vector<bool>& recurring,
             bool with_insured)
{
    const int days = std::max(0, days_between(input.first_day, today));
    Past past;
    past.first = input.first_day;
    past.balance.assign(static_cast<std::size_t>(days) + 1, 0);
    past.net = past.out = past.balance;
    past.everyday.assign(past.net.size(), 0);

    std::vector<double> moved(past.net.size());
    for (std::size_t i = 0; i < input.movements.size(); ++i) {
        const Movement& m = input.movements[i];
        if (m.date < input.first_day) continue;
        const auto day = static_cast<std::size_t>(days_between(input.first_day, m.date));
        const auto amount = static_cast<double>(m.minor);
        moved[day] += amount;
        if ((m.known && !(with_insured && m.insured)) || told[i]) continue;
        past.net[day] += amount;
        past.out[day] += std::min(0.0, amount);
        if (!recurring[i] && !m.known) past.everyday[day] += static_cast<float>(std::min(0.0, amount));
    }
    double balance = static_cast<double>(input.balance_today);
    for (std::size_t day = past.balance.size(); day-- > 0;) {
        past.balance[day] = balance;
        balance -= moved[day];
    }
    return past;
}

/// The flows that go on from the past, path by path: they move the balance that everyday money looks at.
std::vector<double> steady_flows(std::span<const KnownFlow> flows, std::uint64_t seed, Date today, int days,
                                 int first_path, int paths, bool by_habit)
{
    std::vector<double> steady;
    for (const KnownFlow& flow : flows) {
        if (!flow.usual || (flow.insured && by_habit)) continue;
        if (steady.empty()) steady.resize(static_cast<std::size_t>(days * paths));
        const auto draws = draw_flow(flow, seed, today, first_path + paths);
        for (int path = 0; path < paths; ++path) {
            const Draw& draw = draws[static_cast<std::size_t>(first_path + path)];
            if (draw.happens && draw.day >= 1 && draw.day <= days)
                steady[cell(draw.day - 1, path, paths)] += draw.minor;
        }
    }
    return steady;
}

/// Did the user say that this is no stream?
bool is_dismissed(const Stream& stream, const std::vector<NotRecurring>& dismissed)
{
    const std::int64_t size = std::abs(stream.usual());
    return std::any_of(dismissed.begin(), dismissed.end(), [&](const NotRecurring& d) {
        return d.key == stream.key && size * 2 >= std::abs(d.minor) && size <= 2 * std::abs(d.minor);
    });
}

/// What the past has to say: builds a LearnedPaths, one group of paths after the other.
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
        std::erase_if(learned_.streams, [&](const Stream& stream) { return is_dismissed(stream, input.dismissed); });
    }

    LearnedPaths learn() &&
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
        if (policy_.keep_everyday) learned_.everyday.resize(learned_.change.size());
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
        if (policy_.keep_everyday) learned_.everyday.resize(learned_.change.size());
        learned_.group_weight.assign(learned_.change.size() * 3, 1.0);
    }

    void draw_paths()
    {
        const int singles = learned_.paths - learned_.single_days;
        std::vector<Lane> lanes;
        lanes.push_back(lane(with_streams, 0, learned_.with_streams));
        lanes.push_back(lane(without_streams, learned_.with_streams, singles - learned_.with_streams));
        for (const Stream& stream : learned_.streams) {
            add_stream(lanes[0].flows, stream, learned_.seed, today_, policy_.stream_survival);
            if (in_doubt(stream))
                add_stream(lanes[1].flows, stream, Random::part(learned_.seed, without_streams), today_,
                           policy_.stream_survival);
        }
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
        const auto members = [&](auto of) { return members_of(learned_.streams, input_.movements.size(), of); };
        made.past = past_of(input_, today_,
                            members([&](const Stream& s) { return which == with_streams ? !s.ended : in_doubt(s); }),
                            members([](const Stream& s) { return !s.ended; }), which != with_streams);
        made.flows = Flows{learned_.days, paths, policy_.keep_everyday};
        made.steady =
            steady_flows(input_.flows, learned_.seed, today_, learned_.days, first_path, paths, which != with_streams);
        made.random = Random{Random::part(learned_.seed, which)};
        return made;
    }

    bool in_doubt(const Stream& stream) const
    {
        return policy_.late_income_everywhere && is_late_income(stream, today_);
    }

    void keep(const Flows& flows, int first_path)
    {
        for (int day = 1; day <= learned_.days; ++day) {
            const std::size_t before = cell(day - 1, first_path, learned_.paths),
                              here = cell(day, first_path, learned_.paths);
            const std::size_t from = flows.at(day - 1, 0);
            for (std::size_t path = 0; path < static_cast<std::size_t>(flows.paths); ++path) {
                learned_.change[here + path] = learned_.change[before + path] + flows.net[from + path];
                learned_.dip[here + path] = static_cast<float>(flows.out[from + path]);
                if (policy_.keep_everyday) learned_.everyday[here + path] = flows.everyday[from + path];
            }
        }
    }

    /// Streams tell more about the next days, habits more about the next months.
    void weigh(double single_share)
    {
        const int counts[] = {learned_.with_streams, learned_.paths - learned_.single_days - learned_.with_streams,
                              learned_.single_days};
        for (int day = 0; day <= learned_.days; ++day) {
            const double tilt = policy_.near_trust * (30 - std::min(day, 60)) / 30.0;
            const double shares[] = {(1 - single_share) * (1 + tilt) / 2, (1 - single_share) * (1 - tilt) / 2,
                                     single_share};
            for (int which = 0; which < 3; ++which)
                learned_.group_weight.push_back(counts[which] ? shares[which] / counts[which] : 0);
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
    LearnedPaths learned_{};
};

}  // namespace

Spread spread_of(const LearnedPaths& learned, const double* values, int day, double most_certain)
{
    Spread spread;
    spread.most_certain = most_certain;
    spread.value.assign(values, values + learned.paths);
    spread.weight.reserve(spread.value.size());
    const double* weight = &learned.group_weight[static_cast<std::size_t>(day) * 3];
    for (int path = 0; path < learned.paths; ++path) spread.weight.push_back(weight[learned.group_of(path)]);
    return spread;
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
        const double evening_before =
            ahead > 0 ? end[cell(ahead - 1, 0, learned->paths) + path] : static_cast<double>(balance_today);
        const std::size_t here = cell(ahead, 0, learned->paths) + path;
        value[path] = evening_before + static_cast<double>(learned->dip[here]);
        if (spending != 0) value[path] += spending * static_cast<double>(learned->everyday[here]);
    }
    for (const KnownFlow& flow : flows) {
        const bool skip = std::find(unpaid.begin(), unpaid.end(), flow.id) != unpaid.end();
        const auto draws = draw_flow(flow, learned->seed, today, learned->paths);
        for (std::size_t path = 0; path < static_cast<std::size_t>(learned->told_paths(flow)); ++path) {
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

std::optional<double> AccountForecast::probability_short(Date due, std::int64_t needed,
                                                         std::span<const std::uint32_t> unpaid) const
{
    if (!enough_history()) return std::nullopt;
    return to_pay_with(due, unpaid).below(needed);
}

AccountForecast with_flows(const AccountForecast& old, std::vector<KnownFlow> flows, double spending)
{
    assert(spending == 0 || old.learned->everyday.size() == old.learned->change.size());
    AccountForecast fresh;
    fresh.account = old.account;
    fresh.balance_today = old.balance_today;
    fresh.today = old.today;
    fresh.most_certain = old.most_certain;
    fresh.learned = old.learned;
    fresh.flows = std::move(flows);
    fresh.spending = spending;

    const LearnedPaths& learned = *fresh.learned;
    std::vector<double> moved(learned.change.size());
    for (const KnownFlow& flow : fresh.flows) {
        const auto draws = draw_flow(flow, learned.seed, fresh.today, learned.paths);
        for (int path = 0; path < learned.told_paths(flow); ++path) {
            const Draw& draw = draws[static_cast<std::size_t>(path)];
            if (draw.happens && draw.day <= learned.days) moved[cell(draw.day, path, learned.paths)] += draw.minor;
        }
    }
    if (spending != 0)
        for (std::size_t i = 0; i < moved.size(); ++i) moved[i] += spending * static_cast<double>(learned.everyday[i]);
    fresh.end.resize(moved.size());
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const auto paths = static_cast<std::size_t>(learned.paths);
        if (i >= paths) moved[i] += moved[i - paths];
        fresh.end[i] = static_cast<double>(fresh.balance_today) + learned.change[i] + moved[i];
    }
    return fresh;
}

AccountForecast forecast(const AccountInput& input, ledger::Today today, int days, const ForecastPolicy& policy,
                         std::uint64_t salt)
{
    assert(days >= 0);
    AccountForecast bare;
    bare.account = input.account;
    bare.balance_today = input.balance_today;
    bare.today = today.date;
    bare.most_certain = policy.most_certain;
    bare.learned = std::make_shared<const LearnedPaths>(Learner{input, today.date, days, policy, salt}.learn());
    return with_flows(bare, input.flows);
}

}  // namespace alerts
