#include "ledger/balances/instalment.hpp"

#include <cassert>
#include <cmath>

namespace ledger {

namespace {

Date month_after(Date first, int k)
{
    return add_months(first, k, day_of_month(first));
}

double present_value(std::span<const Money> payments, double a_month)
{
    double value = 0, factor = 1;
    for (const auto& p : payments) {
        factor /= 1 + a_month;
        value += static_cast<double>(p.minor) * factor;
    }
    return value;
}

}  // namespace

Money total_charge(const Instalments& parts)
{
    assert(!parts.empty());
    Money total{0, parts.front().charge.currency};
    for (const auto& p : parts) total += p.charge;
    return total;
}

Money total_paid(const Instalments& parts)
{
    assert(!parts.empty());
    Money total{0, parts.front().charge.currency};
    for (const auto& p : parts) total += p.amount();
    return total;
}

Instalments in_equal_parts(Money debt, int n, Date first)
{
    return with_flat_fee(debt, n, {}, first);
}

Instalments with_flat_fee(Money debt, int n, Rate fee_a_part, Date first)
{
    assert(n >= 1 && !debt.negative());
    const Money part{debt.minor / n, debt.currency};
    const Money fee = times(debt, fee_a_part);
    Instalments parts;
    for (int k = 0; k < n; ++k) parts.push_back({month_after(first, k), part, fee});
    parts.back().principal.minor += debt.minor % n;
    return parts;
}

Instalments annuity(Money debt, int n, Rate a_month, Date first)
{
    assert(n >= 1 && !debt.negative());
    if (a_month.nano == 0) return in_equal_parts(debt, n, first);
    // The usual payment needs a power, so it is found in floating point and then fixed to the minor unit; the schedule
    // is exact from there.
    const double r = static_cast<double>(a_month.nano) / static_cast<double>(Rate::one);
    const Money payment{std::llround(static_cast<double>(debt.minor) * r / (1 - std::pow(1 + r, -n))), debt.currency};
    Instalments parts;
    Money left = debt;
    for (int k = 0; k < n; ++k) {
        const Money interest = times(left, a_month);
        const Money principal = k + 1 == n ? left : std::min(left, payment - interest);
        parts.push_back({month_after(first, k), principal, interest});
        left -= principal;
    }
    return parts;
}

Instalments equal_principal(Money debt, int n, Rate a_month, Date first)
{
    auto parts = in_equal_parts(debt, n, first);
    Money left = debt;
    for (auto& p : parts) {
        p.charge = times(left, a_month);
        left -= p.principal;
    }
    return parts;
}

Instalments interest_only(Money debt, int n, Rate a_month, Date first)
{
    assert(n >= 1);
    Instalments parts;
    for (int k = 0; k < n; ++k) parts.push_back({month_after(first, k), {0, debt.currency}, times(debt, a_month)});
    parts.back().principal = debt;
    return parts;
}

YearlyCost yearly_cost(Money debt, std::span<const Money> payments)
{
    assert(debt.positive());
    const auto target = static_cast<double>(debt.minor);
    double low = 0, high = 1;  // 100 % a month is beyond any offer that passes validation
    if (present_value(payments, 0) <= target) return {};
    while (present_value(payments, high) > target && high < 1e6) high *= 2;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (present_value(payments, middle) > target ? low : high) = middle;
    }
    return {.nominal = 12 * low, .effective = std::pow(1 + low, 12) - 1};
}

YearlyCost yearly_cost(const Instalments& parts)
{
    assert(!parts.empty());
    Money debt{0, parts.front().principal.currency};
    std::vector<Money> payments;
    for (const auto& p : parts) {
        debt += p.principal;
        payments.push_back(p.amount());
    }
    return yearly_cost(debt, payments);
}

Rate monthly_of_effective(Rate yearly)
{
    const double y = static_cast<double>(yearly.nano) / static_cast<double>(Rate::one);
    return {std::llround((std::pow(1 + y, 1.0 / 12) - 1) * static_cast<double>(Rate::one))};
}

int months_needed(Money debt, Money a_month)
{
    assert(debt.positive() && a_month.positive() && debt.currency == a_month.currency);
    return static_cast<int>((debt.minor + a_month.minor - 1) / a_month.minor);
}

int usual_term(int months)
{
    for (const int term : {6, 12, 18, 24, 36, 48, 60})
        if (months <= term) return term;
    return 0;
}

}  // namespace ledger
