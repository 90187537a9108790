#include "alerts/assess.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "alerts/forecast/inputs.hpp"
#include "alerts/judging/causes.hpp"
#include "alerts/judging/household.hpp"
#include "alerts/judging/recurring_found.hpp"
#include "ledger/balances/card_bills.hpp"
#include "ledger/balances/card_cost.hpp"

namespace alerts {

namespace {

using ledger::AccountId;
using ledger::Date;
using ledger::Days;
using ledger::Money;
using Forecasts = std::map<AccountId, AccountForecast>;

Level level_of(double p, const Policy& policy)
{
    if (p >= policy.will_miss) return Level::will_miss;
    if (p >= policy.at_risk) return Level::at_risk;
    return p >= policy.tight ? Level::tight : Level::safe;
}

class Judge {
public:
    Judge(const ledger::Book& book, const ledger::History& history, ledger::Today today, const Policy& policy,
          const Inputs& inputs, const Forecasts& forecasts)
        : book_{book},
          history_{history},
          today_{today},
          policy_{policy},
          inputs_{inputs},
          forecasts_{forecasts},
          household_{book, inputs, forecasts, today, policy}
    {
    }

    /// In the order in which they are paid, since what is moved for one is not there for the next.
    std::vector<Finding> findings()
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
    Finding judge(std::size_t i)
    {
        const auto& due = inputs_.dues[i];
        const Money zero{0, due.duty.amount.currency};
        Finding finding{.duty = due.duty, .expected_shortfall = zero, .balance_before = zero, .because = {}};
        finding.act_by = act_by(due.duty);
        finding.urgent = finding.act_by <= today_.date + Days{3};
        finding.cost_if_missed = cost_of_missing(due.duty);
        const auto at = forecasts_.find(due.duty.pay_from);
        if (at == forecasts_.end()) {  // nothing to pay it from
            finding.level = finding.alone = Level::at_risk;
            finding.expected_shortfall = due.duty.still_owed;
            return finding;
        }
        const auto unpaid = unpaid_from(inputs_.dues, i);
        const Spread there = at->second.to_pay_with(due.pay_on, unpaid);
        stand_alone(finding, there, at->second.enough_history());
        count_the_moves(finding, due, there);
        mind_the_status(finding);
        finding.because = explainer(due.duty.pay_from, at->second).explain(due, there, unpaid);
        return finding;
    }

    /// How the paying account stands by itself.
    void stand_alone(Finding& finding, const Spread& there, bool enough_history) const
    {
        const auto& duty = finding.duty;
        const auto needed = duty.still_owed.minor;
        finding.balance_before.minor = there.quantile(0.5);
        finding.expected_shortfall.minor = there.mean_missing(needed);
        if (enough_history) {
            finding.p_short = there.below(needed);
            if (duty.minimum_still_owed().positive())
                finding.p_short_minimum = there.below(duty.minimum_still_owed().minor);
            finding.alone = level_of(*finding.p_short, policy_);
            const auto& buffer = book_.preferences.buffer;
            if (finding.alone == Level::safe && buffer.positive() && buffer.currency == duty.amount.currency &&
                there.below(needed + buffer.minor) >= policy_.at_risk)
                finding.alone = Level::tight;
        }
        else {
            finding.alone = finding.balance_before.minor < needed ? Level::at_risk : Level::safe;
        }
        finding.level = finding.alone;
        finding.p_short_after = finding.p_short;
    }

    /// … and once what other own accounts can spare has been moved in time.
    void count_the_moves(Finding& finding, const Due& due, const Spread& there)
    {
        if (finding.alone < Level::at_risk) return;
        const auto needed = due.duty.still_owed.minor;
        const auto unlucky = there.quantile(1 - policy_.confidence);
        finding.moves =
            household_.moves_for({&due, {std::max<std::int64_t>(0, needed - unlucky), due.duty.still_owed.currency}});
        const auto moved = household_.promised(due.duty.pay_from);
        if (moved == 0) return;
        auto after = unlucky + moved < needed ? Level::at_risk : Level::safe;
        if (finding.p_short) {
            finding.p_short_after = there.below(needed - moved);
            after = level_of(*finding.p_short_after, policy_);
        }
        finding.level = std::min(finding.alone, std::max(Level::tight, after));
    }

    /// Overdue is never safe; where the minimum is paid the rest is costly but not overdue.
    static void mind_the_status(Finding& finding)
    {
        if (finding.duty.status == ledger::DutyStatus::overdue) {
            finding.level = std::max(finding.level, Level::at_risk);
            finding.urgent = true;
        }
        if (finding.duty.status == ledger::DutyStatus::minimum_paid)
            finding.level = std::min(finding.level, Level::tight);
    }

    /// The due date less the time that moving money takes and, where a bank is to be asked, the time to reach it and
    /// for its answer.
    Date act_by(const ledger::Duty& duty) const
    {
        if (duty.late()) return today_.date;
        const bool bank = duty.source != ledger::BillSource::entered || !duty.issuer.empty();
        const int days = policy_.transfer_days + (bank ? policy_.bank_days + policy_.reach_days : 0);
        return std::max(working_days_before(duty.due, days), today_.date);
    }

    std::optional<Money> cost_of_missing(const ledger::Duty& duty) const
    {
        const auto* card = find<ledger::Account>(book_, duty.card);
        if (duty.source != ledger::BillSource::card || !card || !card->card || duty.projected) return std::nullopt;
        const auto bill = card_bill_on(book_, history_, *card, duty.occurrence, today_);
        if (!bill) return std::nullopt;
        return card_outlook(book_, history_, *card, *bill, today_).cost_if_missed;
    }

    const Explainer& explainer(AccountId account, const AccountForecast& forecast)
    {
        const auto at = explainers_.find(account);
        return at != explainers_.end()
                   ? at->second
                   : explainers_.emplace(account, Explainer{book_, history_, inputs_, forecast}).first->second;
    }

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    const Policy& policy_;
    const Inputs& inputs_;
    const Forecasts& forecasts_;
    Household household_;
    std::map<AccountId, Explainer> explainers_{};
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
        out.daily.push_back({.date = date,
                             .p05 = at(0),
                             .p25 = at(1),
                             .p50 = at(2),
                             .p75 = at(3),
                             .p95 = at(4),
                             .p_negative = end.below(0)});
    }
    return out;
}

std::optional<LowPoint> lowest(const ledger::Book& book, const Assessment& a, const Inputs& inputs)
{
    std::optional<LowPoint> low;
    for (const auto& account : a.accounts) {
        const auto currency = find<ledger::Account>(book, account.account)->currency;
        if (currency != book.preferences.currency && a.accounts.size() > 1)
            continue;  // amounts of two currencies are not compared
        for (const auto& day : account.daily)
            if (!low || day.p50 < low->p50.minor)
                low = LowPoint{.account = account.account, .date = day.date, .p50 = {day.p50, currency}, .because = {}};
    }
    if (!low) return low;
    std::int64_t largest = 0;
    for (const auto& flow : inputs.named)
        if (flow.account == low->account && flow.minor < largest && flow.date <= low->date &&
            flow.date > low->date - Days{7}) {
            largest = flow.minor;
            low->because = flow.name;
        }
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
        if (stream.income() && !stream.ended && stream.next() > forecast.today &&
            stream.usual() * 10 > forecast.balance_today)
            next = std::min(next, stream.next());
    return next;
}

std::optional<SafeToSpend> safe_to_spend(const ledger::Book& book, const Inputs& inputs, const Forecasts& forecasts,
                                         const Policy& policy)
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
    return SafeToSpend{.amount = {std::max<std::int64_t>(0, least.quantile(1 - policy.confidence) - buffer), currency},
                       .until = until,
                       .confidence = policy.confidence};
}

/// What came into accounts of this currency in the last three months, a month; money between own accounts does not
/// count.
std::int64_t monthly_income(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                            ledger::Currency currency)
{
    std::int64_t sum = 0;
    for (const auto& [id, past] : history.accounts) {
        const auto* account = find<ledger::Account>(book, id);
        if (!account || account->currency != currency || !pays_bills(account->type)) continue;
        for (const auto& row : past.rows)
            if (row.minor > 0 && !row.transfer && row.date > today.date - Days{90} && row.date <= today.date)
                sum += row.minor;
    }
    return sum / 3;
}

/// Those of the facts and those of the learnt streams, largest first. One is worth telling where it is a good part of
/// what comes in, or where a bill that is not safe hangs on it.
std::vector<LateIncomeFound> late_incomes_of(const ledger::Book& book, const ledger::History& history,
                                             ledger::Today today, const Inputs& inputs, const Forecasts& forecasts,
                                             const Assessment& a)
{
    auto out = inputs.late;
    const auto between_own = [&](AccountId id, const LateIncome& late) {
        return std::any_of(a.recurring.begin(), a.recurring.end(), [&](const RecurringFound& l) {
            return l.account == id && l.key == late.key && l.amount.minor == late.minor && l.transfer;
        });
    };
    for (const auto& [id, forecast] : forecasts) {
        const auto currency = find<ledger::Account>(book, id)->currency;
        for (const auto& late : late_incomes(forecast.learned->streams, forecast.today))
            if (!between_own(id, late))
                out.push_back({.account = id,
                               .payer = name_of_key(history, book, late.key),
                               .amount = {late.minor, currency},
                               .expected = late.expected,
                               .days_late = ledger::days_between(late.expected, forecast.today),
                               .still_coming = late.still_coming});
    }
    for (auto& late : out) {
        const bool large = late.amount.minor * 5 >= monthly_income(book, history, today, late.amount.currency);
        late.weighs = large || std::any_of(a.findings.begin(), a.findings.end(), [&](const Finding& f) {
                          return f.level != Level::safe && f.duty.pay_from == late.account &&
                                 std::any_of(f.because.begin(), f.because.end(), [&](const Cause& c) {
                                     return c.kind == CauseKind::income_late && c.name == late.payer;
                                 });
                      });
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& x, const auto& y) { return x.amount.minor > y.amount.minor; });
    return out;
}

Forecasts forecasts_of(const Inputs& inputs, ledger::Today today, int days)
{
    ForecastPolicy policy;
    policy.keep_everyday = inputs.spending != 0;
    Forecasts out;
    for (const auto& [id, input] : inputs.accounts) {
        auto made = forecast(input, today, days, policy);
        out.emplace(id, inputs.spending == 0 ? std::move(made) : with_flows(made, input.flows, inputs.spending));
    }
    return out;
}

}  // namespace

Assessment assess(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days,
                  const Policy& policy, const WhatIf& what_if)
{
    const Inputs inputs = gather(book, history, today, days, what_if);
    const Forecasts forecasts = forecasts_of(inputs, today, days);
    Assessment out{.today = today, .days = days};
    out.findings = Judge{book, history, today, policy, inputs, forecasts}.findings();
    for (const auto& [id, forecast] : forecasts) {
        out.accounts.push_back(outlook(book, id, forecast));
        auto found = recurring_found(book, history, id, inputs.accounts.at(id), forecast);
        out.recurring.insert(out.recurring.end(), std::make_move_iterator(found.begin()),
                             std::make_move_iterator(found.end()));
    }
    out.lowest = lowest(book, out, inputs);
    out.safe_to_spend = safe_to_spend(book, inputs, forecasts, policy);
    out.incomes = expected_incomes(book, history, today.date + Days{1}, today.date + Days{days});
    out.late_incomes = late_incomes_of(book, history, today, inputs, forecasts, out);
    return out;
}

std::vector<Below> balances_below(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                  int days, AccountId account, std::vector<Below> questions)
{
    const Inputs inputs = gather(book, history, today, days, {});
    const auto at = inputs.accounts.find(account);
    if (at == inputs.accounts.end()) return questions;
    const auto made = forecast(at->second, today, days);
    for (auto& q : questions)
        if (q.date >= today.date && q.date <= today.date + Days{days})
            q.p = made.probability_below(q.date, q.amount.minor);
    return questions;
}

}  // namespace alerts
