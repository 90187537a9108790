#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/values/problem.hpp"

namespace ledger {

/// An ISO 4217 code, three capital letters.
struct Currency {
    std::array<char, 3> code{'C', 'N', 'Y'};
    std::string_view text() const { return {code.data(), code.size()}; }
    int places() const;  ///< digits after the decimal point: 2, 0 for JPY, KRW and the like, 3 for KWD and the like.
                         ///< Source: ISO 4217
    std::string_view sign() const;  ///< "¥", "$", "€", …, or the code where no sign is in common use
    friend auto operator<=>(Currency, Currency) = default;
};

/// Three letters, either case. Trouble: not_a_currency.
Result<Currency> parse_currency(std::string_view text);

/// An exact amount: `minor` counts the currency's smallest unit (cents, fen; yen). Money in is positive, money out
/// negative. Mixing currencies and passing 10^15 minor units by our own arithmetic are bugs and assert; data is refused
/// before it gets here.
struct Money {
    std::int64_t minor = 0;
    Currency currency{};

    static constexpr std::int64_t largest = 1'000'000'000'000'000;  ///< the most that one fact may hold, in minor units

    /// The most that all entries and openings of a ledger may sum to, signs aside, and that a year of its bills and
    /// incomes may: whatever is summed of them, a forecast of years included, then fits in a number.
    static constexpr std::int64_t largest_sum = 10 * largest;

    bool zero() const { return minor == 0; }
    bool positive() const { return minor > 0; }
    bool negative() const { return minor < 0; }

    Money operator-() const { return {-minor, currency}; }
    Money& operator+=(Money);
    Money& operator-=(Money);
    friend Money operator+(Money a, Money b) { return a += b; }
    friend Money operator-(Money a, Money b) { return a -= b; }
    friend bool operator==(Money, Money) = default;
    friend std::strong_ordering operator<=>(Money, Money);  ///< asserts that the currencies agree
};

Money abs(Money);

/// "-1234.50": sign, digits, the currency's places. No grouping, no sign of currency: what scripts read.
std::string decimal(Money);

/// Reads "1234.5", "-0.07", "+12": a dot, no grouping, no more digits than the currency has.
/// Trouble: not_an_amount, too_many_decimals, amount_too_large.
Result<Money> parse_money(std::string_view text, Currency);

/// `m` in `n` parts that differ by at most one minor unit and sum to `m` exactly; the larger parts come first. Needs n
/// ≥ 1.
std::vector<Money> split(Money m, int n);

/// An exact decimal fraction: a rate a day, a share, a fee a period. Counts billionths, so 0.0005 is 500'000.
struct Rate {
    std::int64_t nano = 0;
    static constexpr std::int64_t one = 1'000'000'000;
    friend auto operator<=>(Rate, Rate) = default;
};

/// Reads "0.0005", at most nine digits after the dot. Trouble: not_a_rate.
Result<Rate> parse_rate(std::string_view text);
std::string decimal(Rate);  ///< "0.0005", no trailing zeros

enum class Rounding { half_up, down, up };  ///< half_up: away from zero at the half, as statements do

/// m × rate × count ÷ divisor, rounded once. `count` may be days or periods; `divisor` 365 turns a yearly rate into a
/// daily one.
Money times(Money m, Rate rate, std::int64_t count = 1, std::int64_t divisor = 1, Rounding = Rounding::half_up);

}  // namespace ledger
