#include "ledger/values/money.hpp"

#include <algorithm>
#include <cassert>

#include "ledger/values/text.hpp"

namespace ledger {

namespace {

__extension__ using Wide = __int128;  // holds amount × rate × days without overflow

struct Decimal {
    bool negative = false;
    std::string_view whole, fraction;
};

/// [+-]digits[.digits], at least one digit in all.
bool read(std::string_view text, Decimal& out)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        out.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const auto dot = text.find('.');
    out.whole = text.substr(0, dot);
    out.fraction = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    const auto digits = [](std::string_view s) { return std::all_of(s.begin(), s.end(), digit); };
    return digits(out.whole) && digits(out.fraction) && !(out.whole.empty() && out.fraction.empty());
}

/// Digits as a number scaled to `places`; -1 when beyond `largest`.
std::int64_t scaled(const Decimal& d, int places, std::int64_t largest)
{
    Wide n = 0;
    const auto take = [&](char c) {
        n = n * 10 + (c - '0');
        return n <= largest;
    };
    for (char c : d.whole)
        if (!take(c)) return -1;
    for (int i = 0; i < places; ++i)
        if (!take(static_cast<std::size_t>(i) < d.fraction.size() ? d.fraction[static_cast<std::size_t>(i)] : '0'))
            return -1;
    return static_cast<std::int64_t>(n);
}

std::string fixed(std::int64_t n, int places)
{
    const bool negative = n < 0;
    const auto size = negative ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
    auto digits = std::to_string(size);
    if (places > 0) {
        if (digits.size() <= static_cast<std::size_t>(places))
            digits.insert(0, static_cast<std::size_t>(places) + 1 - digits.size(), '0');
        digits.insert(digits.size() - static_cast<std::size_t>(places), ".");
    }
    return (negative ? "-" : "") + digits;
}

}  // namespace

int Currency::places() const
{
    static constexpr std::string_view none[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                                "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
    static constexpr std::string_view three[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    if (std::find(std::begin(none), std::end(none), text()) != std::end(none)) return 0;
    if (std::find(std::begin(three), std::end(three), text()) != std::end(three)) return 3;
    return 2;
}

std::string_view Currency::sign() const
{
    static constexpr std::pair<std::string_view, std::string_view> signs[] = {
        {"CNY", "¥"},  {"JPY", "¥"},    {"USD", "$"},  {"EUR", "€"},  {"GBP", "£"}, {"TWD", "NT$"}, {"HKD", "HK$"},
        {"SGD", "S$"}, {"MOP", "MOP$"}, {"AUD", "A$"}, {"CAD", "C$"}, {"INR", "₹"}, {"KRW", "₩"}};
    for (const auto& [code_, sign_] : signs)
        if (code_ == text()) return sign_;
    return text();
}

Result<Currency> parse_currency(std::string_view text)
{
    Currency c;
    if (text.size() != 3) return Problem{.trouble = Trouble::not_a_currency, .text = std::string{text}};
    for (std::size_t i = 0; i < 3; ++i) {
        const char upper = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
        if (upper < 'A' || upper > 'Z') return Problem{.trouble = Trouble::not_a_currency, .text = std::string{text}};
        c.code[i] = upper;
    }
    return c;
}

Money& Money::operator+=(Money other)
{
    assert(currency == other.currency);
    [[maybe_unused]] const bool overflow = __builtin_add_overflow(minor, other.minor, &minor);
    assert(!overflow);
    return *this;
}

Money& Money::operator-=(Money other)
{
    assert(currency == other.currency);
    [[maybe_unused]] const bool overflow = __builtin_sub_overflow(minor, other.minor, &minor);
    assert(!overflow);
    return *this;
}

std::strong_ordering operator<=>(Money a, Money b)
{
    assert(a.currency == b.currency);
    return a.minor <=> b.minor;
}

Money abs(Money m)
{
    return m.negative() ? -m : m;
}

std::string decimal(Money m)
{
    return fixed(m.minor, m.currency.places());
}

Result<Money> parse_money(std::string_view text, Currency currency)
{
    const auto refuse = [&](Trouble trouble) {
        return Problem{.trouble = trouble, .field = "amount", .text = std::string{text}};
    };
    Decimal d;
    if (!read(text, d)) return refuse(Trouble::not_an_amount);
    const auto places = static_cast<std::size_t>(currency.places());
    if (d.fraction.size() > places && d.fraction.substr(places).find_first_not_of('0') != std::string_view::npos)
        return refuse(Trouble::too_many_decimals);
    const auto n = scaled(d, currency.places(), Money::largest);
    if (n < 0) return refuse(Trouble::amount_too_large);
    return Money{d.negative ? -n : n, currency};
}

std::vector<Money> split(Money m, int n)
{
    assert(n >= 1);
    const auto part = m.minor / n, rest = m.minor % n;
    std::vector<Money> parts(static_cast<std::size_t>(n), Money{part, m.currency});
    for (std::int64_t i = 0; i < (rest < 0 ? -rest : rest); ++i)
        parts[static_cast<std::size_t>(i)].minor += rest < 0 ? -1 : 1;
    return parts;
}

Result<Rate> parse_rate(std::string_view text)
{
    Decimal d;
    if (!read(text, d) || d.fraction.size() > 9)
        return Problem{.trouble = Trouble::not_a_rate, .text = std::string{text}};
    const auto n = scaled(d, 9, 1000 * Rate::one);
    if (n < 0) return Problem{.trouble = Trouble::not_a_rate, .text = std::string{text}};
    return Rate{d.negative ? -n : n};
}

std::string decimal(Rate rate)
{
    auto text = fixed(rate.nano, 9);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

Money times(Money m, Rate rate, std::int64_t count, std::int64_t divisor, Rounding rounding)
{
    assert(divisor > 0);
    const Wide product = static_cast<Wide>(m.minor) * rate.nano * count;
    const Wide unit = static_cast<Wide>(Rate::one) * divisor;
    const bool negative = product < 0;
    const Wide size = negative ? -product : product;
    Wide whole = size / unit;
    const Wide rest = size % unit;
    if ((rounding == Rounding::half_up && 2 * rest >= unit) || (rounding == Rounding::up && rest > 0)) ++whole;
    assert(whole <= INT64_MAX);
    return {static_cast<std::int64_t>(negative ? -whole : whole), m.currency};
}

}  // namespace ledger
