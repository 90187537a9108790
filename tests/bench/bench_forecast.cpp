// How long a forecast takes: five accounts with three years of everyday life each, 90 days ahead. The goal is 50 ms for
// all five.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "alerts/forecast/forecast.hpp"

namespace {

using namespace alerts;
using ledger::Days;

constexpr Date today = ledger::Date{Days{20'000}};

AccountInput household(std::int64_t account, int rows_a_day)
{
    AccountInput input;
    input.account = account;
    input.first_day = today - Days{3 * 365};
    input.balance_today = 250'000;
    Random random{static_cast<std::uint64_t>(account)};
    for (Date day = input.first_day + Days{1}; day <= today; day += Days{1}) {
        if (ledger::day_of_month(day) == 10) input.movements.push_back({day, 1'200'000, 1, false});
        for (std::uint32_t bill = 0; bill < 12; ++bill) {
            if (ledger::day_of_month(day) == 1 + 2 * bill)
                input.movements.push_back({day, -20'000 - 1'000 * static_cast<int>(bill), 2 + bill, false});
        }
        for (int row = 0; row < rows_a_day; ++row) {
            input.movements.push_back({day, -static_cast<std::int64_t>(random.unit() * 20'000),
                                       100 + static_cast<std::uint32_t>(random.unit() * 300), false});
        }
    }
    return input;
}

}  // namespace

int main()
{
    std::vector<AccountInput> inputs;
    for (int account = 1; account <= 5; ++account) inputs.push_back(household(account, 3));
    std::vector<double> forecasts, what_ifs;
    for (int run = 0; run < 15; ++run) {
        double taken = 0, again = 0, sum = 0;
        for (const AccountInput& input : inputs) {
            const auto begin = std::chrono::steady_clock::now();
            const AccountForecast seen = forecast(input, {today}, 90);
            const auto middle = std::chrono::steady_clock::now();
            const AccountForecast other = with_flows(seen, {{1, today + Days{10}, -50'000, {}, 1, {}, false}});
            const auto end = std::chrono::steady_clock::now();
            sum += other.end.back();
            taken += std::chrono::duration<double, std::milli>(middle - begin).count();
            again += std::chrono::duration<double, std::milli>(end - middle).count();
        }
        forecasts.push_back(taken + (sum == 0.125 ? 1 : 0));
        what_ifs.push_back(again);
    }
    std::sort(forecasts.begin(), forecasts.end());
    std::sort(what_ifs.begin(), what_ifs.end());
    std::printf(
        "5 accounts x 3 years x 90 days, %d paths: least %.1f ms, median %.1f ms; under other known flows: least %.1f "
        "ms\n",
        ForecastPolicy{}.paths, forecasts.front(), forecasts[forecasts.size() / 2], what_ifs.front());
    return 0;
}
