#include "alerts/judging/recurring_found.hpp"

#include <algorithm>
#include <cstdlib>

namespace alerts {

namespace {

using ledger::Date;
using ledger::Recurrence;

constexpr double differs = 0.02;  ///< share by which amounts may differ and still be called the same

std::string period_name(const Anchor& anchor)
{
    if (!anchor.monthly) return anchor.every == 7 ? "weekly" : "every-" + std::to_string(anchor.every / 7) + "-weeks";
    if (anchor.every == 12) return "yearly";
    return anchor.every == 1 ? "monthly" : "every-" + std::to_string(anchor.every) + "-months";
}

Recurrence rule_of(const Anchor& anchor)
{
    if (!anchor.monthly) return {.period = ledger::Period::week, .every = anchor.every / 7};
    if (anchor.every == 12) return {.period = ledger::Period::year, .every = 1, .shift = anchor.shift};
    return {.period = ledger::Period::month, .every = anchor.every, .shift = anchor.shift};
}

/// A date from which the rule counts: the next one, or where a short month clamps it the one before that shows the true
/// day.
Date anchor_of(const Stream& stream)
{
    Anchor plain = stream.anchor;
    plain.shift = ledger::Shift::none;
    const int next = stream.misses + 1;
    const Date date = plain.date(next);
    if (!plain.monthly || plain.day < 29) return date;
    for (int slot = next; slot > next - 4; --slot)
        if (static_cast<int>(ledger::day_of_month(plain.date(slot))) == plain.day) return plain.date(slot);
    return date;
}

bool amounts_differ(const Stream& stream)
{
    const auto [least, most] =
        std::minmax_element(stream.amounts.begin(), stream.amounts.end(),
                            [](const auto& a, const auto& b) { return std::abs(a.minor) < std::abs(b.minor); });
    return static_cast<double>(std::abs(most->minor)) > (1 + differs) * static_cast<double>(std::abs(least->minor));
}

using Rows = std::vector<const ledger::HistoryRow*>;  ///< in the order of the movements

/// The category that most of the stream's rows have.
ledger::CategoryId category_of(const Stream& stream, const Rows& rows)
{
    std::map<ledger::CategoryId, int> counts;
    for (const auto i : stream.members)
        if (rows[i]->category) ++counts[rows[i]->category];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? ledger::CategoryId{} : most->first;
}

bool moves_between_own_accounts(const Stream& stream, const Rows& rows)
{
    const auto linked = std::count_if(stream.members.begin(), stream.members.end(),
                                      [&](auto i) { return static_cast<bool>(rows[i]->transfer); });
    return linked * 2 > std::ssize(stream.members);
}

}  // namespace

std::vector<RecurringFound> recurring_found(const ledger::Book& book, const ledger::History& history,
                                            ledger::AccountId account, const AccountInput& input,
                                            const AccountForecast& forecast)
{
    std::vector<RecurringFound> out;
    Rows rows;
    if (const auto past = history.accounts.find(account); past != history.accounts.end())
        for (const auto& row : past->second.rows)
            if (row.date >= input.first_day && row.date <= forecast.today) rows.push_back(&row);
    const auto currency = find<ledger::Account>(book, account)->currency;
    for (const Stream& stream : forecast.learned->streams) {
        out.push_back({.account = account,
                       .payee = name_of_key(history, book, stream.key),
                       .key = stream.key,
                       .repeat = rule_of(stream.anchor),
                       .anchor = anchor_of(stream),
                       .category = category_of(stream, rows),
                       .times = static_cast<int>(stream.members.size()),
                       .last = stream.last,
                       .transfer = moves_between_own_accounts(stream, rows),
                       .varies = amounts_differ(stream),
                       .period = period_name(stream.anchor),
                       .next = stream.next(),
                       .amount = {stream.usual(), currency},
                       .confidence = stream.p_next * stream.alive,
                       .late = is_late_income(stream, forecast.today),
                       .ended = stream.ended});
    }
    std::stable_sort(out.begin(), out.end(), [](const RecurringFound& a, const RecurringFound& b) {
        return a.ended != b.ended ? b.ended : std::abs(a.amount.minor) > std::abs(b.amount.minor);
    });
    return out;
}

}  // namespace alerts
