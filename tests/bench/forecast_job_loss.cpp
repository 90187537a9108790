// How soon a lost income shows, on account histories; and how often the rule of a late income cries for nothing.
//
//   forecast_job_loss FOLDER [some]      (some: a late income is in doubt only on the paths with streams)
//
// From each account the largest income (a stream of at least 35 % of what comes in) is taken away after a day on which
// the chance of falling below the account's lower quartile within 30 days was under one half. Then each day is judged
// until that chance reaches one half, or 60 days have passed. The rule "an income is late" is asked every day, with the
// income taken away (delay) and as it really went (false alarms).
#include <algorithm>
#include <set>

#include "tests/bench/histories.hpp"

namespace {

using namespace alerts;
using bench::Account;
using ledger::Days;

constexpr int ahead = 30, watched = 60, cases_apart = 180;

struct Case {
    int until_half = -1, until_third = -1;  ///< days after the first missed pay day; -1 = never within the time watched
    int rule = -1, short_after = -1;
};

/// The account without what `key` brings after `day`, as far as it looks like `usual`.
Account without(const Account& account, std::uint32_t key, std::int64_t usual, Date day)
{
    Account changed = account;
    std::erase_if(changed.movements, [&](const Movement& m) {
        return m.key == key && m.date > day && m.minor * 2 > usual && m.minor < 2 * usual;
    });
    return changed;
}

std::int64_t lower_quartile(const Account& account, Date day)
{
    auto all = bench::balances(account, std::max(account.opened, day - Days{365}), day);
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 4), all.end());
    return all[all.size() / 4];
}

const Stream* largest_income(const std::vector<Stream>& streams, const AccountInput& input, Date day)
{
    double all = 0;
    for (const Movement& m : input.movements)
        if (m.minor > 0 && m.date > day - Days{365}) all += static_cast<double>(m.minor);
    const Stream* best = nullptr;
    double most = 0.35 * all;
    for (const Stream& s : streams) {
        if (!s.income() || s.ended || s.misses > 0) continue;
        double sum = 0;
        for (const auto i : s.members)
            if (input.movements[i].date > day - Days{365}) sum += static_cast<double>(input.movements[i].minor);
        if (sum > most) most = sum, best = &s;
    }
    return best;
}

bool rule_fires(const std::vector<Stream>& streams, std::uint32_t key, Date today)
{
    const auto late = late_incomes(streams, today);
    return std::any_of(late.begin(), late.end(), [&](const LateIncome& l) { return l.key == key; });
}

Case follow(const Account& lost, const Stream& stream, Date pay_day, std::int64_t level, const ForecastPolicy& policy)
{
    Case found;
    const auto after = bench::balances(lost, lost.opened, pay_day + Days{watched});
    for (int late = 0; late <= watched && found.short_after < 0; ++late)
        if (after[static_cast<std::size_t>(ledger::days_between(lost.opened, pay_day) + late)] < level)
            found.short_after = late;
    for (int late = 0; late <= watched; ++late) {
        const Date today = pay_day + Days{late};
        const auto input = bench::input_on(lost, today);
        const auto seen = forecast(input, {today}, ahead, policy);
        if (found.rule < 0 && rule_fires(seen.learned->streams, stream.key, today)) found.rule = late;
        const double p = *seen.probability_below(today + Days{ahead}, level);
        if (found.until_third < 0 && p >= 0.3) found.until_third = late;
        if (found.until_half < 0 && p >= 0.5) found.until_half = late;
        if (found.until_half >= 0 && found.rule >= 0) break;
    }
    return found;
}

void say(const char* what, std::vector<int> days)
{
    for (int& d : days)
        if (d < 0) d = 999;
    std::sort(days.begin(), days.end());
    const auto at = [&](double q) { return days[static_cast<std::size_t>(q * static_cast<double>(days.size() - 1))]; };
    const auto never = std::count(days.begin(), days.end(), 999);
    std::printf("%-34s median %3d, 75 %% %3d, 90 %% %3d days; never in %d days: %td of %zu\n", what, at(.5), at(.75),
                at(.9), watched, never, days.size());
}

struct Alarms {
    double stream_years = 0;
    int fired = 0, came = 0;  ///< episodes; of them those in which the income then came within 15 days
};

/// The rule on the account as it went, day by day.
void count_alarms(const Account& account, Alarms& alarms)
{
    std::map<std::pair<std::uint32_t, Date>, Date> episodes;
    const Date last = account.movements.back().date - Days{15};
    for (Date today = account.opened + Days{180}; today <= last; today += Days{1}) {
        const auto input = bench::input_on(account, today);
        const auto streams = find_streams(input.movements, today);
        for (const Stream& s : streams) alarms.stream_years += (s.income() && !s.ended) / 365.25;
        for (const LateIncome& l : late_incomes(streams, today)) episodes.try_emplace({l.key, l.expected}, today);
    }
    for (const auto& [what, fired] : episodes) {
        ++alarms.fired;
        alarms.came += std::any_of(account.movements.begin(), account.movements.end(),
                                   [&, fired = fired, key = what.first](const Movement& m) {
                                       return m.key == key && m.date > fired && m.date <= fired + Days{15};
                                   });
    }
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) return std::fprintf(stderr, "usage: forecast_job_loss FOLDER\n"), 64;
    ForecastPolicy policy;
    if (argc > 2) policy.late_income_everywhere = std::string{argv[2]} != "some";
    std::vector<int> half, third, rule, harm;
    Alarms alarms;
    for (const auto& [name, account] : bench::read_accounts(argv[1])) {
        if (account.movements.empty()) continue;
        count_alarms(account, alarms);
        const Date last = account.movements.back().date - Days{watched};
        for (Date day = account.opened + Days{240}; day <= last; day += Days{cases_apart}) {
            const auto input = bench::input_on(account, day);
            const auto streams = find_streams(input.movements, day);
            const Stream* income = largest_income(streams, input, day);
            if (!income) continue;
            const Date pay_day = income->next();
            const auto level = lower_quartile(account, day);
            const Account lost = without(account, income->key, income->usual(), day);
            const Date eve = pay_day - Days{1};
            if (*forecast(bench::input_on(lost, eve), {eve}, ahead, policy)
                     .probability_below(eve + Days{ahead}, level) >= 0.5)
                continue;
            const Case c = follow(lost, *income, pay_day, level, policy);
            rule.push_back(c.rule);
            if (c.short_after < 0) continue;  // there was enough to live on: nothing to foresee
            half.push_back(c.until_half), third.push_back(c.until_third), harm.push_back(c.short_after);
        }
    }
    std::printf(
        "%zu lost incomes, days after the first missed pay day; the chances on the %zu after which the balance fell "
        "below the level\n",
        rule.size(), half.size());
    say("chance of being short >= .3", third);
    say("chance of being short >= .5", half);
    say("rule: this income is late", rule);
    say("balance falls below the level", harm);
    std::printf(
        "the rule on %.0f income streams x years as they went: %d times, in %d of them the income came within 15 days: "
        "%.2f false alarms a stream-year\n",
        alarms.stream_years, alarms.fired, alarms.came, alarms.came / alarms.stream_years);
    return 0;
}
