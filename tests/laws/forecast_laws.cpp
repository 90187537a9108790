#include <algorithm>

#include <rapidcheck.h>

#include "alerts/forecast/forecast.hpp"
#include "tests/support/catch.hpp"

using namespace alerts;
using ledger::Days;

namespace {

const Date today = ledger::make_date(2026, 3, 20);

/// Any life of an account: 20 to 400 days, up to three rows a day, six payees.
AccountInput any_account()
{
    AccountInput input;
    const int days = *rc::gen::inRange(20, 400);
    input.account = 3;
    input.first_day = today - Days{days};
    input.balance_today = *rc::gen::inRange<std::int64_t>(-200'000, 500'000);
    Random random{*rc::gen::arbitrary<std::uint32_t>()};
    for (Date day = input.first_day; day <= today; day += Days{1}) {
        const int rows = static_cast<int>(random.unit() * 4) - 1;
        for (int row = 0; row < rows; ++row) {
            input.movements.push_back({day, static_cast<std::int64_t>(random.unit() * 40'000) - 20'000,
                                       1 + static_cast<std::uint32_t>(random.unit() * 6), random.unit() < 0.1});
        }
        if (ledger::day_of_month(day) == 10) input.movements.push_back({day, 200'000, 9, false});
    }
    return input;
}

KnownFlow any_flow(std::uint32_t id, std::int64_t least, std::int64_t most)
{
    KnownFlow flow{id, today + Days{*rc::gen::inRange(-5, 60)}, *rc::gen::inRange(least, most), {}, 1, {}, false};
    if (*rc::gen::arbitrary<bool>()) flow.jitter = {0, 1, 4};
    if (*rc::gen::arbitrary<bool>()) flow.happens = 0.7;
    return flow;
}

ForecastPolicy quick()
{
    ForecastPolicy policy;
    policy.paths = 120;
    return policy;
}

constexpr int horizon = 60;

/// P(below) on every tenth day, at one amount.
std::vector<double> risks(const AccountForecast& seen, std::int64_t amount)
{
    std::vector<double> found;
    for (int day = 0; day <= horizon; day += 10) {
        found.push_back(*seen.probability_below(today + Days{day}, amount));
        found.push_back(*seen.probability_short(today + Days{day}, amount));
    }
    return found;
}

void never_above(const std::vector<double>& low, const std::vector<double>& high)
{
    for (std::size_t i = 0; i < low.size(); ++i) RC_ASSERT(low[i] <= high[i] + 1e-12);
}

}  // namespace

TEST_CASE("the same account on the same day has the same future", "[forecast]")
{
    CHECK(rc::check([] {
        auto input = any_account();
        input.flows = {any_flow(1, -90'000, 90'000)};
        RC_ASSERT(forecast(input, {today}, horizon, quick()).end == forecast(input, {today}, horizon, quick()).end);
    }));
}

TEST_CASE("the order of rows within a day makes no difference", "[forecast]")
{
    CHECK(rc::check([] {
        const auto input = any_account();
        auto turned = input;
        std::reverse(turned.movements.begin(), turned.movements.end());
        std::stable_sort(turned.movements.begin(), turned.movements.end(),
                         [](const auto& a, const auto& b) { return a.date < b.date; });
        RC_ASSERT(forecast(input, {today}, horizon, quick()).end == forecast(turned, {today}, horizon, quick()).end);
    }));
}

TEST_CASE("more money in the account never raises a risk", "[forecast]")
{
    CHECK(rc::check([] {
        const auto poor = any_account();
        auto rich = poor;
        rich.balance_today += *rc::gen::inRange<std::int64_t>(0, 300'000);
        const auto amount = *rc::gen::inRange<std::int64_t>(-100'000, 500'000);
        never_above(risks(forecast(rich, {today}, horizon, quick()), amount),
                    risks(forecast(poor, {today}, horizon, quick()), amount));
    }));
}

TEST_CASE("one more bill never lowers a risk and one more income never raises one", "[forecast]")
{
    CHECK(rc::check([] {
        auto input = any_account();
        input.flows = {any_flow(1, -90'000, 90'000)};
        const auto before = forecast(input, {today}, horizon, quick());
        const auto amount = *rc::gen::inRange<std::int64_t>(-100'000, 500'000);
        auto more = input, richer = input;
        more.flows.push_back(any_flow(2, -90'000, -1));
        richer.flows.push_back(any_flow(3, 1, 90'000));
        never_above(risks(before, amount), risks(forecast(more, {today}, horizon, quick()), amount));
        never_above(risks(forecast(richer, {today}, horizon, quick()), amount), risks(before, amount));
    }));
}

TEST_CASE("trying a change gives what making it would give", "[forecast]")
{
    CHECK(rc::check([] {
        auto input = any_account();
        const auto before = forecast(input, {today}, horizon, quick());
        input.flows = {any_flow(1, -90'000, -1), any_flow(2, 1, 90'000)};
        RC_ASSERT(with_flows(before, input.flows).end == forecast(input, {today}, horizon, quick()).end);
    }));
}

TEST_CASE("a risk grows with the amount asked about and quantiles with their share", "[forecast]")
{
    CHECK(rc::check([] {
        const auto seen = forecast(any_account(), {today}, horizon, quick());
        const auto amount = *rc::gen::inRange<std::int64_t>(-100'000, 500'000);
        never_above(risks(seen, amount), risks(seen, amount + *rc::gen::inRange<std::int64_t>(0, 90'000)));
        const auto spread = seen.at_end_of(today + Days{*rc::gen::inRange(0, horizon + 1)});
        for (double q = 0.05; q < 0.95; q += 0.05) RC_ASSERT(spread.quantile(q) <= spread.quantile(q + 0.05));
    }));
}
