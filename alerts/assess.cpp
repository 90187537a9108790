#include "alerts/assess.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "alerts/causes.hpp"
#include "alerts/inputs.hpp"

namespace alerts {

namespace {

using ledger::AccountId;
using ledger::Date;
using ledger::Days;
using ledger::Money;
using Forecasts = std::map<AccountId, AccountForecast>;

Date working_days_before(Date day, int n)
{
    while (n > 0) {
        day -= Days{1};
        if (ledger::weekday_of(day) <= 5) --n;
    }
    return day;
}

Level level_of(double p, const Policy& policy)
{
    return p >= policy.will_miss ? Level::will_miss : p >= policy.at_risk ? Level::at_risk : p >= policy.tight ? Level::tight : Level::safe;
}

class Judge {
public:
    Judge(const ledger::Book& book, const ledger::History& history, ledger::Today today, const Policy& policy, const Inputs& inputs, const Forecasts& forecasts)
        : book_{book}, history_{history}, today_{today}, policy_{policy}, inputs_{inputs}, forecasts_{forecasts}
    {
    }

    std::vector<Finding> findings() const
    {
        std::vector<Finding> out;
        for (std::size_t i = 0; i < inputs_.dues.size(); ++i) out.push_back(judge(i));
        std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) {
            if (a.level != b.level) return a.level > b.level;
            return a.duty.due < b.duty.due;
        });
        return out;
    }

private:
    /// This duty and those paid after it on the same day from the same account have not been paid yet.
    std::vector<std::uint32_t> unpaid_from(std::size_t i) const
    {
        std::vector<std::uint32_t> flows;
        const auto& first = inputs_.dues[i];
        for (std::size_t k = i; k < inputs_.dues.size() && inputs_.dues[k].pay_on == first.pay_on; ++k)
            if (inputs_.dues[k].duty.pay_from == first.duty.pay_from) flows.push_back(inputs_.dues[k].flow);
        return flows;
    }

    Finding judge(std::size_t i) const
    {
        const auto& due = inputs_.dues[i];
        const Money zero{0, due.duty.amount.currency};
        Finding finding{.duty = due.duty, .expected_shortfall = zero, .balance_before = zero, .because = {}};
        finding.act_by = act_by(due.duty);
        finding.urgent = finding.act_by <= today_.date + Days{3};
        const auto at = forecasts_.find(due.duty.pay_from);
        if (at == forecasts_.end()) {  // nothing to pay it from
            finding.level = Level::at_risk;
            finding.expected_shortfall = due.duty.still_owed;
            return finding;
        }
        const auto& forecast = at->second;
        const Spread there = forecast.to_pay_with(due.pay_on, unpaid_from(i));
        const auto needed = due.duty.still_owed.minor;
        finding.balance_before.minor = there.quantile(0.5);
        finding.expected_shortfall.minor = there.mean_missing(needed);
        if (forecast.enough_history()) {
            finding.p_short = there.below(needed);
            if (due.duty.minimum_still_owed().positive()) finding.p_short_minimum = there.below(due.duty.minimum_still_owed().minor);
            finding.level = level_of(*finding.p_short, policy_);
            const auto& buffer = book_.preferences.buffer;
            if (finding.level == Level::safe && buffer.positive() && buffer.currency == zero.currency &&
                there.below(needed + buffer.minor) >= policy_.at_risk)
                finding.level = Level::tight;
        } else {
            finding.level = finding.balance_before.minor < needed ? Level::at_risk : Level::safe;
        }
        mind_the_status(finding);
        finding.because = causes(book_, history_, today_, inputs_, forecast, due, finding.balance_before.minor);
        return finding;
    }

    /// Overdue is never safe; where the minimum is paid the rest is costly but not overdue.
    static void mind_the_status(Finding& finding)
    {
        if (finding.duty.status == ledger::DutyStatus::overdue) {
            finding.level = std::max(finding.level, Level::at_risk);
            finding.urgent = true;
        }
        if (finding.duty.status == ledger::DutyStatus::minimum_paid) finding.level = std::min(finding.level, Level::tight);
    }

    /// The due date less the time that moving money or hearing from the bank takes, whichever is longer.
    Date act_by(const ledger::Duty& duty) const
    {
        const bool bank = duty.source != ledger::BillSource::entered || !duty.issuer.empty();
        const Date day = working_days_before(duty.due, bank ? std::max(policy_.bank_days, policy_.transfer_days) : policy_.transfer_days);
        return std::max(day, today_.date);
    }

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    const Policy& policy_;
    const Inputs& inputs_;
    const Forecasts& forecasts_;
};

AccountOutlook outlook(const ledger::Book& book, AccountId id, const AccountForecast& forecast)
{
    AccountOutlook out{.account = id, .balance = {forecast.balance_today, find<ledger::Account>(book, id)->currency}};
    out.history_days = forecast.learned->history_days;
    out.enough_history = forecast.enough_history();
    for (int day = 1; day <= forecast.days(); ++day) {
        const Date date = forecast.today + Days{day};
        const Spread end = forecast.at_end_of(date);
        const auto q = end.quantiles(std::array{0.05, 0.25, 0.5, 0.75, 0.95});
        const auto at = [&](std::size_t i) { return static_cast<std::int64_t>(std::llround(q[i])); };
        out.daily.push_back({.date = date, .p05 = at(0), .p25 = at(1), .p50 = at(2), .p75 = at(3), .p95 = at(4), .p_negative = end.below(0)});
    }
    return out;
}

std::optional<LowPoint> lowest(const ledger::Book& book, const Assessment& a, const Inputs& inputs)
{
    std::optional<LowPoint> low;
    for (const auto& account : a.accounts) {
        const auto currency = find<ledger::Account>(book, account.account)->currency;
        if (currency != book.preferences.currency && a.accounts.size() > 1) continue;  // amounts of two currencies are not compared
        for (const auto& day : account.daily)
            if (!low || day.p50 < low->p50.minor) low = LowPoint{.account = account.account, .date = day.date, .p50 = {day.p50, currency}, .because = {}};
    }
    if (!low) return low;
    std::int64_t largest = 0;
    for (const auto& flow : inputs.named)
        if (flow.account == low->account && flow.minor < largest && flow.date <= low->date && flow.date > low->date - Days{7})
            largest = flow.minor, low->because = flow.name;
    return low;
}

/// The account whose bills weigh most.
AccountId main_account(const Inputs& inputs)
{
    std::map<AccountId, std::int64_t> owed;
    for (const auto& due : inputs.dues) owed[due.duty.pay_from] += due.duty.still_owed.minor;
    AccountId best{};
    for (const auto& [id, sum] : owed)
        if (inputs.accounts.contains(id) && (!best || sum > owed[best])) best = id;
    if (!best && !inputs.accounts.empty()) best = inputs.accounts.begin()->first;
    return best;
}

Date next_income(const Inputs& inputs, const AccountForecast& forecast, AccountId id, Date end)
{
    Date next = end;
    for (const auto& flow : inputs.named)
        if (flow.account == id && flow.minor > 0) next = std::min(next, flow.date);
    for (const auto& stream : forecast.learned->streams)
        if (stream.income() && !stream.ended && stream.next() > forecast.today && stream.usual() * 10 > forecast.balance_today) next = std::min(next, stream.next());
    return next;
}

std::optional<SafeToSpend> safe_to_spend(const ledger::Book& book, const Inputs& inputs, const Forecasts& forecasts, const Policy& policy)
{
    const auto id = main_account(inputs);
    const auto at = forecasts.find(id);
    if (at == forecasts.end() || !at->second.enough_history()) return std::nullopt;
    const auto& forecast = at->second;
    const Date until = next_income(inputs, forecast, id, forecast.today + Days{forecast.days()});
    Spread least;  // of each path, the lowest evening until then
    for (Date day = forecast.today + Days{1}; day < until || least.value.empty(); day += Days{1}) {
        Spread end = forecast.at_end_of(day);
        for (std::size_t i = 0; i < least.value.size(); ++i) end.value[i] = std::min(end.value[i], least.value[i]);
        least = std::move(end);
        if (day >= forecast.today + Days{forecast.days()}) break;
    }
    const auto currency = find<ledger::Account>(book, id)->currency;
    const auto buffer = book.preferences.buffer.currency == currency ? book.preferences.buffer.minor : 0;
    return SafeToSpend{.amount = {std::max<std::int64_t>(0, least.quantile(1 - policy.confidence) - buffer), currency}, .until = until, .confidence = policy.confidence};
}

std::string period_name(const Anchor& anchor)
{
    if (!anchor.monthly) return anchor.every == 7 ? "weekly" : "every-" + std::to_string(anchor.every / 7) + "-weeks";
    if (anchor.every == 12) return "yearly";
    return anchor.every == 1 ? "monthly" : "every-" + std::to_string(anchor.every) + "-months";
}

void learnt(const ledger::Book& book, const ledger::History& history, AccountId id, const AccountForecast& forecast, std::vector<Learnt>& out)
{
    const auto currency = find<ledger::Account>(book, id)->currency;
    const auto late = late_incomes(forecast.learned->streams, forecast.today);
    for (const auto& stream : forecast.learned->streams) {
        const bool is_late = std::any_of(late.begin(), late.end(), [&](const auto& l) { return l.key == stream.key; });
        out.push_back({.account = id, .payee = name_of_key(history, book, stream.key), .period = period_name(stream.anchor), .next = stream.next(),
                       .amount = {stream.usual(), currency}, .confidence = stream.p_next * stream.alive, .late = is_late, .ended = stream.ended});
    }
}

Forecasts forecasts_of(const Inputs& inputs, ledger::Today today, int days)
{
    Forecasts out;
    for (const auto& [id, input] : inputs.accounts) out.emplace(id, forecast(input, today, days));
    return out;
}

}  // namespace

Assessment assess(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days, const Policy& policy, const WhatIf& what_if)
{
    const Inputs inputs = gather(book, history, today, days, what_if);
    const Forecasts forecasts = forecasts_of(inputs, today, days);
    Assessment out{.today = today, .days = days};
    out.findings = Judge{book, history, today, policy, inputs, forecasts}.findings();
    for (const auto& [id, forecast] : forecasts) {
        out.accounts.push_back(outlook(book, id, forecast));
        learnt(book, history, id, forecast, out.learnt);
    }
    out.lowest = lowest(book, out, inputs);
    out.safe_to_spend = safe_to_spend(book, inputs, forecasts, policy);
    out.incomes = expected_incomes(book, history, today.date + Days{1}, today.date + Days{days});
    return out;
}

std::vector<Below> balances_below(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days, AccountId account,
                                  std::vector<Below> questions, const Policy&)
{
    const Inputs inputs = gather(book, history, today, days, {});
    const auto at = inputs.accounts.find(account);
    if (at == inputs.accounts.end()) return questions;
    const auto made = forecast(at->second, today, days);
    for (auto& q : questions)
        if (q.date >= today.date && q.date <= today.date + Days{days}) q.p = made.probability_below(q.date, q.amount.minor);
    return questions;
}

}  // namespace alerts
