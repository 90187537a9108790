#include "alerts/forecast/recurring.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <tuple>

namespace alerts {
namespace {

using ledger::Days;
using ledger::days_between;
using ledger::Shift;

constexpr int month_anchors = 36;  // days 1–31 clamped to the month's end, then 1–5 days before it
constexpr int shifts = 3;

int month_number(Date date)
{
    const date::year_month_day ymd{date};
    return static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
}

Date first_day(int month)
{
    return Date{date::year{month / 12} / date::month{static_cast<unsigned>(month % 12) + 1} / 1};
}

Date off_weekend(Date date, Shift shift)
{
    const unsigned weekday = ledger::weekday_of(date);
    if (weekday < 6 || shift == Shift::none) return date;
    if (shift == Shift::after) return date + Days{8 - static_cast<int>(weekday)};
    return date - Days{static_cast<int>(weekday) - 5};
}

Date anchor_date(int month, int day, Shift shift)
{
    const Date first = first_day(month);
    const int length = days_between(first, first_day(month + 1));
    const int offset = day > 0 ? std::min(day, length) - 1 : length - 1 + day;
    return off_weekend(first + Days{offset}, shift);
}

int anchor_day(int index)
{
    return index < 31 ? index + 1 : 30 - index;
}

/// Every anchor in every month of the window, worked out once.
class AnchorTable {
public:
    AnchorTable(Date from, Date to) : first_{month_number(from) - 2}
    {
        const int months = month_number(to) + 3 - first_;
        days_.reserve(static_cast<std::size_t>(months * month_anchors * shifts));
        for (int month = first_; month < first_ + months; ++month) {
            for (int index = 0; index < month_anchors; ++index) {
                for (const Shift shift : {Shift::none, Shift::after, Shift::before}) {
                    days_.push_back(days_between(Date{}, anchor_date(month, anchor_day(index), shift)));
                }
            }
        }
    }
    int at(int month, int index, int shift) const
    {
        return days_[static_cast<std::size_t>(((month - first_) * month_anchors + index) * shifts + shift)];
    }

private:
    int first_;
    std::vector<int> days_{};
};

struct Occurrence {
    int day = 0;  // since 1970
    std::int64_t minor = 0;
};

/// Which slot each occurrence falls into, and how far off.
struct Placing {
    Anchor anchor{};
    std::vector<int> slot{};
    std::vector<int> off{};
};

double median_gap(const std::vector<Occurrence>& seen)
{
    std::vector<int> gaps;
    for (std::size_t i = 1; i < seen.size(); ++i) gaps.push_back(seen[i].day - seen[i - 1].day);
    std::sort(gaps.begin(), gaps.end());
    const std::size_t half = gaps.size() / 2;
    return gaps.size() % 2 ? gaps[half] : 0.5 * (gaps[half - 1] + gaps[half]);
}

struct Range {
    int every, least, most;  // period; median gap in days
};

std::optional<int> period_for(double gap, std::span<const Range> ranges)
{
    for (const Range& range : ranges) {
        if (gap >= range.least && gap <= range.most) return range.every;
    }
    return std::nullopt;
}

struct MonthlyFit {
    double cost = 0;
    int index = 0;
    int shift = 0;
};

/// The distance from the anchor in the nearest of three months: {slot month, days off}.
std::pair<int, int> nearest_slot(int day, int month, int index, int shift, const AnchorTable& table)
{
    std::pair<int, int> best{month, 9999};
    for (int m = month - 1; m <= month + 1; ++m) {
        const int off = day - table.at(m, index, shift);
        if (std::abs(off) < std::abs(best.second)) best = {m, off};
    }
    return best;
}

std::optional<Placing> place_monthly(const std::vector<Occurrence>& seen, int every, const AnchorTable& table,
                                     const RecurringPolicy& policy)
{
    std::vector<int> months;
    std::vector<double> weight(seen.size(), 1.0);
    for (std::size_t i = seen.size() - 1; i-- > 0;) weight[i] = weight[i + 1] * policy.fading;
    const double total = std::accumulate(weight.begin(), weight.end(), 0.0);
    for (const Occurrence& o : seen) months.push_back(month_number(Date{Days{o.day}}));

    MonthlyFit best{.cost = policy.monthly_jitter + 0.001};  // what is no better than that is no month's rule
    for (int index = 0; index < month_anchors; ++index) {
        for (int shift = 0; shift < shifts; ++shift) {
            const double handicap = (shift ? 0.02 : 0.0) + (index >= 31 ? 0.01 : 0.0);  // the plainer rule wins a tie
            double cost = 0;
            for (std::size_t i = seen.size(); i-- > 0 && cost < (best.cost - handicap) * total;) {
                cost += weight[i] * std::abs(nearest_slot(seen[i].day, months[i], index, shift, table).second);
            }
            cost = cost / total + handicap;
            if (cost < best.cost) best = {cost, index, shift};
        }
    }
    if (best.cost > policy.monthly_jitter) return std::nullopt;

    Placing placing;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const auto [month, off] = nearest_slot(seen[i].day, months[i], best.index, best.shift, table);
        placing.slot.push_back(month);
        placing.off.push_back(off);
    }
    const int last = placing.slot.back();
    placing.anchor = {true, every, anchor_day(best.index),
                      std::array{Shift::none, Shift::after, Shift::before}[static_cast<std::size_t>(best.shift)],
                      first_day(last)};
    for (int& slot : placing.slot) slot = -((last - slot + every / 2) / every);
    return placing;
}

std::optional<Placing> place_weekly(const std::vector<Occurrence>& seen, int every, const RecurringPolicy& policy)
{
    const auto off_at = [&](int day, int phase) {
        return ((day - phase + every / 2) % every + every) % every - every / 2;
    };
    int best_phase = 0;
    int best_cost = 1 << 30;
    for (int phase = 0; phase < every; ++phase) {
        int cost = 0;
        for (const Occurrence& o : seen) cost += std::abs(off_at(o.day, phase));
        if (cost < best_cost) {
            best_cost = cost;
            best_phase = phase;
        }
    }
    if (best_cost > policy.weekly_jitter * static_cast<double>(seen.size())) return std::nullopt;

    Placing placing;
    for (const Occurrence& o : seen) placing.off.push_back(off_at(o.day, best_phase));
    const int last = seen.back().day - placing.off.back();
    for (std::size_t i = 0; i < seen.size(); ++i) placing.slot.push_back((seen[i].day - placing.off[i] - last) / every);
    placing.anchor = {false, every, 0, Shift::none, Date{Days{last}}};
    return placing;
}

std::optional<Placing> place(const std::vector<Occurrence>& seen, const AnchorTable& table,
                             const RecurringPolicy& policy)
{
    static constexpr std::array<Range, 5> months{
        {{1, 25, 36}, {2, 54, 68}, {3, 84, 98}, {6, 172, 192}, {12, 350, 380}}};
    static constexpr std::array<Range, 3> weeks{{{7, 6, 8}, {14, 12, 16}, {28, 27, 29}}};
    const double gap = median_gap(seen);
    if (const auto every = period_for(gap, months)) {
        if (auto placing = place_monthly(seen, *every, table, policy)) return placing;
    }
    if (const auto every = period_for(gap, weeks)) return place_weekly(seen, *every, policy);
    return std::nullopt;
}

/// The chance that the next slot is hit, from which of the past ones were; nothing if too few were.
/// The newest hit is there by construction and does not count.
std::optional<double> chance_of_next(const std::vector<int>& slots, const RecurringPolicy& policy)
{
    std::vector<int> hit = slots;
    std::sort(hit.begin(), hit.end());
    hit.erase(std::unique(hit.begin(), hit.end()), hit.end());
    const int span = 1 - hit.front();
    if (static_cast<int>(hit.size()) < policy.least || static_cast<double>(hit.size()) < policy.least_hits * span)
        return std::nullopt;
    double hits = 0;
    double all = 0;
    double weight = 1;
    for (int slot = 0; slot > -span; --slot, weight *= policy.fading) {
        all += weight;
        if (std::binary_search(hit.begin(), hit.end(), slot)) hits += weight;
    }
    return hits / (all + 0.15);  // the newest hit makes room for the prior: one hit, and 0.15 of a miss
}

std::vector<LikelyAmount> likely_amounts(const std::vector<Occurrence>& seen, const RecurringPolicy& policy)
{
    const std::size_t count = std::min(seen.size(), static_cast<std::size_t>(policy.amounts));
    std::vector<LikelyAmount> amounts;
    double total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        total += std::pow(policy.amount_fading, static_cast<double>(count - 1 - i));
        amounts.push_back({seen[seen.size() - count + i].minor, total});
    }
    for (LikelyAmount& amount : amounts) amount.up_to /= total;
    amounts.back().up_to = 1;
    return amounts;
}

void judge_misses(Stream& stream, Date today, const RecurringPolicy& policy)
{
    while (stream.misses < 6 && stream.next() + Days{stream.slack()} <= today) ++stream.misses;
    for (int i = 0; i < stream.misses; ++i) {
        const double silent = stream.alive * (1 - policy.ending) * (1 - stream.p_next);
        stream.alive = silent / (silent + 1 - stream.alive * (1 - policy.ending));
    }
    stream.ended = stream.misses >= policy.ended_after;
}

std::optional<Stream> fit(std::vector<Occurrence> seen, Date today, const AnchorTable& table,
                          const RecurringPolicy& policy)
{
    if (static_cast<int>(seen.size()) < policy.least) return std::nullopt;
    if (static_cast<int>(seen.size()) > policy.fitted) seen.erase(seen.begin(), seen.end() - policy.fitted);
    auto placing = place(seen, table, policy);
    if (!placing) return std::nullopt;
    const auto chance = chance_of_next(placing->slot, policy);
    if (!chance) return std::nullopt;

    Stream stream;
    stream.anchor = placing->anchor;
    stream.jitter = std::move(placing->off);
    stream.amounts = likely_amounts(seen, policy);
    stream.p_next = *chance;
    stream.last = Date{Days{seen.back().day}};
    judge_misses(stream, today, policy);
    return stream;
}

/// Same-day amounts of one payee are one occurrence.
std::vector<Occurrence> occurrences(std::span<const Movement> movements, const std::vector<std::uint32_t>& members)
{
    std::vector<Occurrence> seen;
    for (const std::uint32_t i : members) {
        const int day = days_between(Date{}, movements[i].date);
        if (seen.empty() || seen.back().day != day) seen.push_back({day, 0});
        seen.back().minor += movements[i].minor;
    }
    return seen;
}

/// Groups of like amounts: cut where the next is more than 15 % larger. Each group ascending by date.
std::vector<std::vector<std::uint32_t>> by_size(std::span<const Movement> movements, std::vector<std::uint32_t> members)
{
    const auto size = [&](std::uint32_t i) { return std::abs(movements[i].minor); };
    std::sort(members.begin(), members.end(),
              [&](auto a, auto b) { return size(a) != size(b) ? size(a) < size(b) : a < b; });
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i == 0 || size(members[i]) * 100 > size(members[i - 1]) * 115 + 100) groups.emplace_back();
        groups.back().push_back(members[i]);
    }
    for (auto& group : groups) std::sort(group.begin(), group.end());
    return groups;
}

class Finder {
public:
    Finder(std::span<const Movement> movements, Date today, const RecurringPolicy& policy)
        : movements_{movements},
          today_{today},
          policy_{policy},
          from_{today - Days{policy.window}},
          table_{from_, today}
    {
        if (!movements.empty()) history_ = std::min(policy.window, days_between(movements.front().date, today));
    }

    std::vector<Stream> all()
    {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < movements_.size(); ++i) {
            const Movement& m = movements_[i];
            assert(m.date <= today_ && (i == 0 || movements_[i - 1].date <= m.date));
            if (m.key != 0 && !m.known && m.date >= from_) order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return movements_[a].key < movements_[b].key; });
        for (std::size_t begin = 0; begin < order.size();) {
            std::size_t end = begin;
            while (end < order.size() && movements_[order[end]].key == movements_[order[begin]].key) ++end;
            one_payee(
                {order.begin() + static_cast<std::ptrdiff_t>(begin), order.begin() + static_cast<std::ptrdiff_t>(end)});
            begin = end;
        }
        return std::move(found_);
    }

private:
    void one_payee(const std::vector<std::uint32_t>& members)
    {
        if (static_cast<int>(members.size()) < policy_.least) return;
        if (days_between(movements_[members.back()].date, today_) > policy_.seen_within) return;
        const auto seen = occurrences(movements_, members);
        const bool everyday = static_cast<double>(seen.size()) > 3 + history_ / 5.0;
        auto whole = everyday ? std::nullopt : fit(seen, today_, table_, policy_);
        if (whole && !whole->ended) return keep(std::move(*whole), members);
        if (static_cast<int>(members.size()) > policy_.least) {
            for (const auto& group : by_size(movements_, members)) {
                if (static_cast<int>(group.size()) < policy_.least) continue;
                auto part = fit(occurrences(movements_, group), today_, table_, policy_);
                if (part && !(whole && part->ended)) keep(std::move(*part), group);
            }
        }
        if (whole) keep(std::move(*whole), members);
    }

    void keep(Stream stream, const std::vector<std::uint32_t>& members)
    {
        stream.key = movements_[members.front()].key;
        stream.members = members;
        found_.push_back(std::move(stream));
    }

    std::span<const Movement> movements_;
    Date today_;
    const RecurringPolicy& policy_;
    Date from_;
    AnchorTable table_;
    int history_ = 0;
    std::vector<Stream> found_{};
};

}  // namespace

Date Anchor::date(int slot) const
{
    if (!monthly) return first + Days{every * slot};
    return anchor_date(month_number(first) + every * slot, day, shift);
}

int Stream::widest_jitter() const
{
    int widest = 0;
    for (const int off : jitter) widest = std::max(widest, std::abs(off));
    return widest;
}

int Stream::slack() const
{
    return std::max(2, widest_jitter() + 2);
}

std::int64_t Stream::usual() const
{
    std::vector<std::pair<std::int64_t, double>> by_size;
    double before = 0;
    for (const LikelyAmount& amount : amounts) {
        by_size.emplace_back(amount.minor, amount.up_to - before);
        before = amount.up_to;
    }
    std::sort(by_size.begin(), by_size.end());
    double weight = 0;
    for (const auto& [minor, share] : by_size)
        if ((weight += share) >= 0.5) return minor;
    return by_size.empty() ? 0 : by_size.back().first;
}

std::vector<Stream> find_streams(std::span<const Movement> movements, Date today, const RecurringPolicy& policy)
{
    return Finder{movements, today, policy}.all();
}

double still_coming(const Stream& stream, Date expected, Date today)
{
    return still_coming(stream.p_next, stream.jitter, expected, today);
}

double still_coming(double p, std::span<const int> jitter, Date expected, Date today)
{
    const auto later =
        std::count_if(jitter.begin(), jitter.end(), [&](int off) { return expected + Days{off} > today; });
    const double on_the_day = expected >= today ? 1.0 : 0.0;
    const double share = jitter.empty() ? on_the_day : static_cast<double>(later) / static_cast<double>(jitter.size());
    const double left = std::max(share, expected + Days{4} > today ? 0.08 : 0.02);
    return p * left / (1 - p + p * left);
}

bool is_late_income(const Stream& stream, Date today)
{
    return stream.income() && !stream.ended && days_between(stream.expected(1), today) > stream.widest_jitter();
}

std::vector<LateIncome> late_incomes(std::span<const Stream> streams, Date today)
{
    std::vector<LateIncome> late;
    for (const Stream& stream : streams) {
        if (!is_late_income(stream, today)) continue;
        const Date expected = stream.expected(1);
        const int days = days_between(expected, today) - stream.widest_jitter();
        late.push_back(
            {stream.key, expected, days, stream.usual(), stream.alive * still_coming(stream, expected, today)});
    }
    std::sort(late.begin(), late.end(), [](const auto& a, const auto& b) {
        if (a.minor != b.minor) return a.minor > b.minor;
        return std::tie(a.key, a.expected) < std::tie(b.key, b.expected);
    });
    return late;
}

}  // namespace alerts
