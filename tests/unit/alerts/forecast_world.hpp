#pragma once
#include <algorithm>
#include <vector>

#include "alerts/forecast/forecast.hpp"

namespace forecast_world {

using namespace alerts;
using ledger::Days;
using ledger::make_date;

enum Key : std::uint32_t { salary = 1, rent = 2, shop = 3 };

/// A year of a plain household: salary on the 10th, rent on the 1st, shopping on most days. Amounts in cents.
struct Household {
    Date today = make_date(2026, 3, 20);
    Date first = make_date(2025, 3, 1);
    Date last_salary = make_date(2026, 12, 31);  ///< none comes after this day
    bool rent_known = false;
    std::int64_t balance = 90'000;
    std::vector<KnownFlow> flows{};

    AccountInput input() const
    {
        AccountInput input{7, balance, first, {}, flows};
        Random random{99};
        for (Date day = first; day <= today; day += Days{1}) {
            if (ledger::day_of_month(day) == 10 && day <= last_salary)
                input.movements.push_back({day, 250'000, salary, false});
            if (ledger::day_of_month(day) == 1) input.movements.push_back({day, -110'000, rent, rent_known});
            input.movements.push_back({day, -2'000 - static_cast<std::int64_t>(random.unit() * 4'000), shop, false});
        }
        return input;
    }
};

inline AccountForecast look_ahead(const Household& household, int days = 60)
{
    return forecast(household.input(), {household.today}, days);
}

}  // namespace forecast_world
