#include "alerts/rescue/proof.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>

namespace alerts {

namespace {

using ledger::Date;
using ledger::Days;
using ledger::Money;

constexpr int overdraft_days = 14;
constexpr double unlucky = 0.05;  ///< what is missing or can be spared is reckoned for the twentieth unluckiest future
constexpr std::uint32_t what_if_kind = 3;  ///< the kind in the number of a flow that was tried

bool tried(std::uint32_t flow)
{
    return flow >> 30 == what_if_kind;
}

}  // namespace

Prover::Prover(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days,
               std::optional<Money> income_change)
    : book_{book}, history_{history}, today_{today}, days_{days}, inputs_{gather(book, history, today, days, {})}
{
    for (const auto& [id, input] : inputs_.accounts) base_.emplace(id, forecast(input, today, days));
    if (income_change && !income_change->zero()) change_income(*income_change);
    for (const auto& [id, f] : base_)
        for (int day = 0; day <= days_; ++day) {
            const auto q = f.at_end_of(today.date + Days{day}).quantiles(std::array{unlucky, 0.5});
            unlucky_[id].push_back(std::llround(q[0]));
            if (day <= overdraft_days) medians_[id].push_back(std::llround(q[1]));
        }
}

void Prover::change_income(Money change)
{
    const Money some{1, change.currency};
    ledger::AccountId account{};
    Coming largest{};
    for (const auto& [id, f] : base_) {
        if (find<ledger::Account>(book_, id)->currency != change.currency) continue;
        for (const auto& income : incomes(id, some))
            if (!account || income.amount > largest.amount) {
                account = id;
                largest = income;
            }
    }
    if (!account) return;
    for (int month = 0; month * 28 <= days_; ++month) {
        const Date day = ledger::add_months(largest.date, month, ledger::day_of_month(largest.date));
        if (day <= today_.date + Days{days_}) income_changes_.push_back({account, day, change});
    }
    inputs_ = gather(book_, history_, today_, days_, {.moves = {}, .flows = income_changes_, .dropped = {}});
    for (auto& [id, f] : base_) f = with_flows(f, inputs_.accounts.at(id).flows);
}

const AccountForecast* Prover::of(ledger::AccountId account) const
{
    const auto at = base_.find(account);
    return at == base_.end() ? nullptr : &at->second;
}

/// One payment from the account, as it would be under the changes.
struct Prover::Changed {
    struct Payment {
        Date on{};
        std::int64_t minor = 0;  ///< positive
        bool essential = false;
    };
    std::vector<Payment> payments{};  ///< in the order in which they are paid
    std::vector<double> moved{};      ///< [day]: what the changes add to the balance up to the end of the day
    std::vector<double> other_out{};  ///< [day]: ≤ 0, what else is known to go out that day, before the payments
};

Prover::Changed Prover::changed(ledger::AccountId account, const WhatIf& what_if) const
{
    Changed out;
    const auto size = static_cast<std::size_t>(days_) + 1;
    out.moved.resize(size);
    out.other_out.resize(size);
    const auto day_of = [&](Date date) { return static_cast<std::size_t>(ledger::days_between(today_.date, date)); };
    std::set<std::uint32_t> of_dues;
    for (const auto& due : inputs_.dues) {
        if (due.duty.pay_from != account) continue;
        of_dues.insert(due.flow);
        if (due.at_once > 0) of_dues.insert(due.at_once_flow);
        Date pay_on = due.pay_on;
        std::int64_t minor = due.duty.still_owed.minor, at_once = due.at_once;
        for (const auto& move : what_if.moves) {
            if (move.bill != due.duty.bill || (move.occurrence != Date{} && move.occurrence != due.duty.occurrence))
                continue;
            if (move.due) pay_on = std::max(*move.due, today_.date + Days{1});
            if (move.amount) minor = move.amount->minor;
            at_once = 0;
        }
        if (std::find(what_if.dropped.begin(), what_if.dropped.end(), due.duty.bill) != what_if.dropped.end())
            minor = at_once = 0;
        const Date tomorrow = today_.date + Days{1};
        out.moved[day_of(tomorrow)] += static_cast<double>(due.at_once - at_once);
        out.moved[day_of(due.pay_on)] += static_cast<double>(due.duty.still_owed.minor - due.at_once);
        if (at_once > 0) out.payments.push_back({tomorrow, at_once, due.duty.essential});
        minor -= at_once;
        if (minor <= 0 || pay_on > end()) continue;
        out.moved[day_of(pay_on)] -= static_cast<double>(minor);
        out.payments.push_back({pay_on, minor, due.duty.essential});
    }
    for (const auto& flow : what_if.flows) {
        if (flow.account != account || flow.date <= today_.date || flow.date > end()) continue;
        out.moved[day_of(flow.date)] += static_cast<double>(flow.amount.minor);
        if (flow.amount.negative()) out.payments.push_back({flow.date, -flow.amount.minor, false});
    }
    for (const auto& flow : inputs_.named)
        if (flow.account == account && flow.minor < 0 && !of_dues.contains(flow.flow))
            out.other_out[day_of(flow.date)] += static_cast<double>(flow.minor);
    for (std::size_t day = 1; day < size; ++day) out.moved[day] += out.moved[day - 1];
    std::stable_sort(out.payments.begin(), out.payments.end(), [](const auto& a, const auto& b) {
        return a.on != b.on ? a.on < b.on : a.essential > b.essential;
    });
    return out;
}

namespace {

/// The paths of one account under changes, and in which of them something has failed so far.
class Futures {
public:
    Futures(const AccountForecast& base, const std::vector<double>& moved)
        : base_{base},
          learned_{*base.learned},
          moved_{moved},
          paths_{static_cast<std::size_t>(learned_.paths)},
          failed_(paths_, 0)
    {
    }

    /// A payment on this day: `needed` in all that day, `out` (≤ 0) besides. Answers how likely it is that it fails.
    double pay(std::size_t day, double needed, double out)
    {
        double short_here = 0;
        for (std::size_t path = 0; path < paths_; ++path) {
            if (evening(day - 1, path) + static_cast<double>(learned_.dip[day * paths_ + path]) + out >= needed - 0.5)
                continue;
            short_here += weight(day, path);
            fail(day, path);
        }
        return short_here;
    }

    /// The months after the last day; see `months_hold`.
    void go_on(const MonthlyBudget& budget, const std::vector<std::int64_t>& payments)
    {
        const std::size_t last = moved_.size() - 1;
        std::vector<double> balance(paths_);
        for (std::size_t path = 0; path < paths_; ++path) balance[path] = evening(last, path);
        const auto holds = months_hold(std::move(balance), budget, payments, learned_.seed);
        for (std::size_t path = 0; path < paths_; ++path)
            if (!holds[path]) fail(last, path);
    }

    double fails() const { return fails_; }

    /// Share in which some evening up to this day ends below zero.
    double overdrawn(std::size_t until) const
    {
        double share = 0;
        for (std::size_t path = 0; path < paths_; ++path)
            for (std::size_t day = 1; day <= until; ++day)
                if (evening(day, path) < -0.5) {
                    share += weight(day, path);
                    break;
                }
        return share;
    }

private:
    double evening(std::size_t day, std::size_t path) const { return base_.end[day * paths_ + path] + moved_[day]; }
    double weight(std::size_t day, std::size_t path) const
    {
        return learned_.group_weight[day * 3 + static_cast<std::size_t>(learned_.group_of(static_cast<int>(path)))];
    }
    void fail(std::size_t day, std::size_t path)
    {
        if (failed_[path]) return;
        failed_[path] = 1;
        fails_ += weight(day, path);
    }

    const AccountForecast& base_;
    const LearnedPaths& learned_;
    const std::vector<double>& moved_;
    std::size_t paths_;
    std::vector<char> failed_;
    double fails_ = 0;
};

/// What the plan asks for in each of the nine months between the end of the forecast and the end of the year that
/// begins today.
std::vector<std::int64_t> months_of(const std::vector<ledger::ScheduledPart>& parts, Date end, Date year_end)
{
    std::vector<std::int64_t> months(9);
    for (const auto& part : parts)
        if (part.due > end && part.due <= year_end)
            months[std::min<std::size_t>(months.size() - 1,
                                         static_cast<std::size_t>(ledger::days_between(end, part.due) - 1) / 31)] +=
                part.amount.minor;
    return months;
}

}  // namespace

Proof Prover::prove(ledger::AccountId account, const ToProve& asked) const
{
    Proof proof;
    const auto* base = of(account);
    if (!base) return proof;
    proof.known = base->enough_history();
    const auto under = changed(account, asked.what_if);
    Futures futures{*base, under.moved};
    Date day_before{};
    double spent = 0;
    for (const auto& payment : under.payments) {
        if (payment.on > asked.until) break;
        if (payment.on != day_before) spent = 0;
        day_before = payment.on;
        spent += static_cast<double>(payment.minor);
        const auto day = static_cast<std::size_t>(ledger::days_between(today_.date, payment.on));
        const double fails = futures.pay(day, spent, under.other_out[day]);
        if (payment.essential) proof.essential_short = std::max(proof.essential_short, fails);
    }
    if (asked.budget && !asked.beyond.empty()) {
        auto budget = *asked.budget;
        if (asked.spared.positive()) budget.surplus += asked.spared;
        futures.go_on(budget, months_of(asked.beyond, end(), today_.date + Days{365}));
    }
    const double least = proof.known ? 1 - base->most_certain : 0;
    proof.holds = 1 - std::clamp(futures.fails(), least, 1 - least);
    const auto soon = static_cast<std::size_t>(std::min(overdraft_days, days_));
    proof.overdrawn = futures.overdrawn(soon);
    proof.lowest = {INT64_MAX, find<ledger::Account>(book_, account)->currency};
    for (std::size_t day = 1; day <= soon; ++day)
        proof.lowest.minor =
            std::min(proof.lowest.minor, medians_.at(account)[day] + static_cast<std::int64_t>(under.moved[day]));
    return proof;
}

Spread Prover::before(const ledger::Duty& duty) const
{
    const auto* base = of(duty.pay_from);
    const Date pay_on = std::max(duty.due, today_.date + Days{1});
    std::vector<std::uint32_t> unpaid;
    bool found = false;
    for (const auto& due : inputs_.dues) {
        if (due.pay_on != pay_on || due.duty.pay_from != duty.pay_from) continue;
        found = found || (due.duty.bill == duty.bill && due.duty.occurrence == duty.occurrence);
        if (found) due.flows_into(unpaid);
    }
    return base->to_pay_with(std::min(pay_on, today_.date + Days{days_}), unpaid);
}

Money Prover::missing(const ledger::Duty& duty) const
{
    if (!of(duty.pay_from)) return duty.still_owed;
    const auto there = before(duty).quantile(unlucky);
    return {std::max<std::int64_t>(0, duty.still_owed.minor - there), duty.still_owed.currency};
}

Money Prover::usually_missing(const ledger::Duty& duty) const
{
    if (!of(duty.pay_from)) return duty.still_owed;
    return {before(duty).mean_missing(duty.still_owed.minor), duty.still_owed.currency};
}

double Prover::p_short(const ledger::Duty& duty) const
{
    return of(duty.pay_from) ? before(duty).below(duty.still_owed.minor) : 1;
}

Money Prover::lowest_evening(ledger::AccountId account, Date until, const WhatIf& what_if) const
{
    const auto& evenings = unlucky_.at(account);
    const auto under = changed(account, what_if);
    std::int64_t least = evenings.front();
    for (std::size_t day = 1; day < evenings.size() && today_.date + Days{static_cast<int>(day)} <= until; ++day)
        least = std::min(least, evenings[day] + static_cast<std::int64_t>(under.moved[day]));
    return {least, find<ledger::Account>(book_, account)->currency};
}

Money Prover::spare(ledger::AccountId account, Date until, const WhatIf& what_if) const
{
    const Money nothing{0, find<ledger::Account>(book_, account)->currency};
    return of(account) ? std::max(nothing, lowest_evening(account, until, what_if)) : nothing;
}

Money Prover::falls_short(ledger::AccountId account, Date until, const WhatIf& what_if) const
{
    const Money nothing{0, find<ledger::Account>(book_, account)->currency};
    return of(account) ? std::max(nothing, -lowest_evening(account, until, what_if)) : nothing;
}

std::vector<Coming> Prover::incomes(ledger::AccountId account, Money least) const
{
    std::vector<Coming> out;
    for (const auto& flow : inputs_.named)
        if (flow.account == account && !tried(flow.flow) && flow.minor >= least.minor && flow.minor > 0)
            out.push_back({flow.date, {flow.minor, least.currency}});
    if (const auto* base = of(account))
        for (const auto& stream : base->learned->streams) {
            if (!stream.income() || stream.ended || stream.usual() < least.minor) continue;
            for (int ahead = stream.misses + 1; stream.expected(ahead) <= today_.date + Days{days_}; ++ahead)
                if (stream.expected(ahead) > today_.date)
                    out.push_back({stream.expected(ahead) + Days{stream.slack()}, {stream.usual(), least.currency}});
        }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    for (const auto& change : income_changes_)  // on the day of the largest income of its month
        for (auto& income : out)
            if (change.account == account && std::abs(ledger::days_between(income.date, change.date)) <= 5) {
                income.amount += change.amount;
                break;
            }
    std::erase_if(out, [&](const Coming& income) { return income.amount < least; });
    return out;
}

}  // namespace alerts
