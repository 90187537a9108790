#include "alerts/judging/backtest.hpp"

#include <algorithm>
#include <cstdlib>

#include "alerts/judging/household.hpp"
#include "ledger/balances/card_bills.hpp"
#include "ledger/facts/payee.hpp"

namespace alerts {

namespace {

using ledger::Date;
using ledger::Days;

constexpr std::array<int, 3> horizons = {7, 14, 30};
constexpr int week = 7;
constexpr int lead = 7;        ///< days before a bill is due by which it is asked about, at the last weekly step
constexpr int announced = 14;  ///< days before its due date from which a bill that comes only once counts as known

/// The history as it stood at the end of `day`.
ledger::History until(const ledger::History& history, Date day)
{
    ledger::History out = history;
    for (auto& [id, account] : out.accounts)
        std::erase_if(account.rows, [&](const auto& row) { return row.date > day; });
    return out;
}

/// The level under which the account lay at the end of one day in four of the last year.
std::int64_t low_level(const ledger::Book& book, const ledger::History& history, ledger::AccountId account,
                       ledger::Today today)
{
    std::vector<std::int64_t> balances;
    for (int back = 365; back >= 1; --back) {
        const Date day = today.date - Days{back};
        if (day >= history.accounts.at(account).first)
            balances.push_back(balance_on(book, history, account, day).minor);
    }
    if (balances.empty()) return 0;
    const auto quarter = balances.begin() + static_cast<std::ptrdiff_t>(balances.size() / 4);
    std::nth_element(balances.begin(), quarter, balances.end());
    return *quarter;
}

/// What was paid towards this occurrence, and when: {day, positive amount}.
std::vector<std::pair<Date, std::int64_t>> payments_of(const ledger::Book& book, const ledger::History& history,
                                                       const ledger::Duty& duty)
{
    std::vector<std::pair<Date, std::int64_t>> out;
    const auto* card = find<ledger::Account>(book, duty.card);
    if (duty.source == ledger::BillSource::card && card && card->card) {
        for (const auto& bill : card_bills(book, history, *card, duty.due, duty.due, {duty.due}))
            for (const auto& payment : bill.credits) out.emplace_back(payment.on, payment.amount.minor);
        return out;
    }
    for (const auto& [id, s] : book.settlements)
        if (s.bill == duty.bill && s.due == duty.occurrence) out.emplace_back(s.paid_on, s.amount.minor);
    if (out.empty())  // imported and never linked
        for (const auto& row : history.accounts.at(duty.pay_from).rows)
            if (row.minor == -duty.amount.minor && std::abs(ledger::days_between(row.date, duty.due)) <= 3 &&
                ledger::same_payee(duty.payee, history.payees[row.payee]))
                return {{row.date, -row.minor}};
    return out;
}

/// What was there to pay this occurrence with: the evening before, with what had been paid towards it, less the other
/// outflows of the day.
std::int64_t was_there(const ledger::Book& book, const ledger::History& history, const ledger::Duty& duty)
{
    std::int64_t there = balance_on(book, history, duty.pay_from, duty.due - Days{1}).minor;
    std::vector<std::int64_t> on_the_day;
    for (const auto& [date, amount] : payments_of(book, history, duty)) {
        if (date < duty.due) there += amount;
        if (date == duty.due) on_the_day.push_back(-amount);
    }
    for (const auto& row : history.accounts.at(duty.pay_from).rows) {
        if (row.date != duty.due || row.minor >= 0) continue;
        const auto own = std::find(on_the_day.begin(), on_the_day.end(), row.minor);
        if (own != on_the_day.end()) on_the_day.erase(own);
        else there += row.minor;
    }
    return there;
}

class Replay {
public:
    Replay(const ledger::Book& book, const ledger::History& history, ledger::Today today, ledger::AccountId account,
           const Policy& policy)
        : book_{book}, history_{history}, today_{today}, policy_{policy}
    {
        out_.account = account;
        out_.level = {low_level(book, history, account, today), find<ledger::Account>(book, account)->currency};
    }

    void step(ledger::Today origin)
    {
        const auto then = known_on(book_, origin.date);
        const auto past = until(history_, origin.date);
        const auto known = gather(then, past, origin, horizons.back(), {});
        const auto made = forecast(known.accounts.at(out_.account), origin, horizons.back());
        if (!made.enough_history()) return;
        ++out_.weeks;
        for (const int h : horizons) {
            const Date day = origin.date + Days{h};
            const auto p = made.probability_below(day, out_.level.minor);
            if (day <= today_.date && p)
                count(out_.balance, *p, balance_on(book_, history_, out_.account, day) < out_.level);
        }
        for (std::size_t i = 0; i < known.dues.size(); ++i) ask(known, i, made, origin);
    }

    std::optional<Backtest> result() &&
    {
        const auto all = out_.all();
        out_.questions = all.questions();
        if (out_.questions == 0) return std::nullopt;
        const double share = static_cast<double>(all.hits + all.misses) / out_.questions;
        out_.brier /= out_.questions;
        out_.brier_constant = share * (1 - share);
        for (auto& group : out_.curve) {
            if (!group.questions) continue;
            group.said /= group.questions;
            group.happened /= group.questions;
        }
        std::stable_sort(out_.replayed.begin(), out_.replayed.end(),
                         [](const auto& a, const auto& b) { return a.due < b.due; });
        return std::move(out_);
    }

private:
    /// A bill is asked about once.
    void ask(const Inputs& known, std::size_t i, const AccountForecast& made, ledger::Today origin)
    {
        const auto& due = known.dues[i];
        const int days = ledger::days_between(origin.date, due.duty.due);
        if (days < lead || days >= lead + week || due.duty.pay_from != out_.account || due.duty.projected ||
            due.duty.due > today_.date)
            return;
        const double p = made.to_pay_with(due.pay_on, unpaid_from(known.dues, i)).below(due.duty.still_owed.minor);
        const bool short_then = was_there(book_, history_, due.duty) < due.duty.amount.minor;
        count(out_.bills, p, short_then);
        out_.replayed.push_back({.bill = due.duty.bill,
                                 .payee = due.duty.payee,
                                 .due = due.duty.due,
                                 .amount = due.duty.amount,
                                 .said_on = origin.date,
                                 .p_short = p,
                                 .warned = p >= policy_.at_risk,
                                 .was_short = short_then});
    }

    void count(Tally& tally, double p, bool came)
    {
        const bool warned = p >= policy_.at_risk;
        if (warned) ++(came ? tally.hits : tally.false_alarms);
        else ++(came ? tally.misses : tally.quiet);
        out_.brier += (p - came) * (p - came);
        auto& group = out_.curve[std::min<std::size_t>(9, static_cast<std::size_t>(p * 10))];
        ++group.questions;
        group.said += p;
        group.happened += came;
    }

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    const Policy& policy_;
    Backtest out_{};
};

}  // namespace

Tally Backtest::all() const
{
    return {.hits = bills.hits + balance.hits,
            .false_alarms = bills.false_alarms + balance.false_alarms,
            .misses = bills.misses + balance.misses,
            .quiet = bills.quiet + balance.quiet};
}

ledger::Book known_on(const ledger::Book& book, Date day)
{
    ledger::Book then = book;
    std::erase_if(then.settlements, [&](const auto& s) { return s.second.paid_on > day; });
    std::erase_if(then.card_statements, [&](const auto& s) { return s.second.closed > day; });
    std::erase_if(then.plans, [&](const auto& p) { return p.second.accepted > day; });
    std::erase_if(then.adjustments, [&](const auto& a) { return a.second.due > day; });
    std::erase_if(then.incomes, [&](const auto& i) { return i.second.next > day; });
    std::erase_if(then.bills, [&](const auto& b) {
        const auto& bill = b.second;
        if (bill.source == ledger::BillSource::card) return false;
        if (bill.source == ledger::BillSource::plan) return !then.plans.contains(bill.plan);
        return bill.first_due > day + Days{bill.repeat.period == ledger::Period::once ? announced : 0};
    });
    for (auto& [id, bill] : then.bills) {  // an ended bill had not ended; an amount changed since is read from the last
                                           // payment of that time
        bill.ended = bill.ended && bill.source == ledger::BillSource::plan;
        const ledger::Settlement* last = nullptr;
        for (const auto& [sid, s] : then.settlements)
            if (s.bill == id && (!last || s.due > last->due)) last = &s;
        if (bill.source == ledger::BillSource::entered && bill.estimate && last && last->amount.positive())
            bill.amount = last->amount;
    }
    for (auto& [id, income] : then.incomes) income.ended = false;
    std::erase_if(then.settlements, [&](const auto& s) { return !then.bills.contains(s.second.bill); });
    then.dismissals.clear();
    return then;
}

std::optional<Backtest> backtest(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                 ledger::AccountId account, int weeks, const Policy& policy,
                                 const std::function<bool()>& go_on)
{
    if (!find<ledger::Account>(book, account) || !history.accounts.contains(account) ||
        history.accounts.at(account).rows.empty())
        return std::nullopt;
    Replay replay{book, history, today, account, policy};
    for (int back = weeks; back >= 1; --back) {
        if (go_on && !go_on()) return std::nullopt;
        replay.step({today.date - Days{week * back}});
    }
    return std::move(replay).result();
}

}  // namespace alerts
