#include "ledger/values/typed_amount.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "ledger/values/text.hpp"

namespace ledger {

namespace {

__extension__ using Wide = __int128;

/// A number as it stands: its digits, and how many of them are behind the point.
struct Number {
    std::string digits;
    int places = 0;
};

/// What a run of digits and separators can mean.
struct Reading {
    std::optional<Number> decimal;  ///< the last separator is a decimal point
    std::optional<Number> grouped;  ///< every separator groups
};

/// Three digits behind each separator but the first part; in India two, and three at the end.
bool groups_well(const std::vector<std::string>& parts)
{
    if (parts.front().empty() || parts.front().size() > 3 || parts.front().front() == '0') return false;
    if (parts.back().size() != 3) return false;
    const auto inner = parts.size() > 2 ? parts[1].size() : 3;
    if (inner != 3 && inner != 2) return false;
    return std::all_of(parts.begin() + 1, parts.end() - 1, [&](const auto& part) { return part.size() == inner; });
}

std::string joined(const std::vector<std::string>& parts)
{
    return std::accumulate(parts.begin(), parts.end(), std::string{});
}

/// Digits in parts, and the separators between them.
struct Run {
    std::vector<std::string> parts{std::string{}};
    std::string separators;
};

Reading meanings(const Run& run)
{
    const auto& [parts, separators] = run;
    if (separators.empty()) return {Number{parts.front(), 0}, std::nullopt};
    Reading out;
    const bool all_alike =
        std::all_of(separators.begin(), separators.end(), [&](char c) { return c == separators.front(); });
    if (all_alike && groups_well(parts)) out.grouped = Number{joined(parts), 0};
    const bool point = separators.back() == '.' || separators.back() == ',';
    if (!point) return out;
    const std::vector<std::string> whole{parts.begin(), parts.end() - 1};
    const bool inner_alike = std::all_of(separators.begin(), separators.end() - 1,
                                         [&](char c) { return c == separators.front() && c != separators.back(); });
    if (inner_alike && (whole.size() == 1 || groups_well(whole)) && !(joined(parts).empty()))
        out.decimal = Number{joined(parts), static_cast<int>(parts.back().size())};
    return out;
}

/// An exact fraction. Arithmetic that would not fit says so by `bad`.
struct Fraction {
    Wide over = 0, under = 1;
    bool bad = false;
};

Wide common(Wide a, Wide b)
{
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

Fraction reduced(Fraction f)
{
    if (f.bad || f.under == 0) return {0, 1, true};
    const Wide by = common(f.over, f.under);
    const Wide sign = f.under < 0 ? -1 : 1;
    return {sign * f.over / by, sign * f.under / by, false};
}

Fraction product(const Fraction& a, const Fraction& b)
{
    Fraction out{0, 1, a.bad || b.bad};
    out.bad |= __builtin_mul_overflow(a.over, b.over, &out.over);
    out.bad |= __builtin_mul_overflow(a.under, b.under, &out.under);
    return reduced(out);
}

Fraction sum(const Fraction& a, const Fraction& b)
{
    Wide left = 0, right = 0;
    Fraction out{0, 1, a.bad || b.bad};
    out.bad |= __builtin_mul_overflow(a.over, b.under, &left);
    out.bad |= __builtin_mul_overflow(b.over, a.under, &right);
    out.bad |= __builtin_add_overflow(left, right, &out.over);
    out.bad |= __builtin_mul_overflow(a.under, b.under, &out.under);
    return reduced(out);
}

Fraction fraction_of(const Number& number)
{
    Fraction out;
    for (const char c : number.digits) {
        out.bad |= __builtin_mul_overflow(out.over, Wide{10}, &out.over);
        out.bad |= __builtin_add_overflow(out.over, Wide{c - '0'}, &out.over);
    }
    for (int i = 0; i < number.places; ++i) out.bad |= __builtin_mul_overflow(out.under, Wide{10}, &out.under);
    return reduced(out);
}

/// The marks of a currency that may stand at either end of an amount in it, longest first.
std::vector<std::string> marks_of(Currency currency)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> marks{{
        {"CNY", "RMB"}, {"CNY", "¥"},  {"CNY", "元"}, {"CNY", "块"},  {"TWD", "NT$"}, {"TWD", "元"},
        {"HKD", "HK$"}, {"HKD", "元"}, {"JPY", "¥"},  {"JPY", "円"},  {"KRW", "₩"},   {"KRW", "원"},
        {"GBP", "£"},   {"EUR", "€"},  {"INR", "₹"},  {"PLN", "zł"},  {"CZK", "Kč"},  {"SEK", "kr"},
        {"NOK", "kr"},  {"DKK", "kr"}, {"BRL", "R$"}, {"CHF", "Fr."},
    }};
    const std::string code{currency.text()};
    std::vector<std::string> out{code, std::string{currency.sign()}};
    for (const auto& [of, mark] : marks)
        if (of == code) out.emplace_back(mark);
    if (currency.sign().ends_with('$')) out.emplace_back("$");
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return out;
}

void trim(std::string_view& text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
}

bool same_letters(std::string_view a, std::string_view b)
{
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return upper(x) == upper(y); });
}

/// Without the currency's mark at its ends; a sign may stand before the mark.
std::string without_mark(std::string_view text, Currency currency)
{
    std::string sign;
    trim(text);
    if (text.starts_with('-') || text.starts_with('+')) {
        sign = text.front();
        text.remove_prefix(1);
        trim(text);
    }
    for (const auto& mark : marks_of(currency)) {
        if (text.size() <= mark.size()) continue;
        if (same_letters(text.substr(0, mark.size()), mark)) {
            text.remove_prefix(mark.size());
            break;
        }
        if (same_letters(text.substr(text.size() - mark.size()), mark)) {
            text.remove_suffix(mark.size());
            break;
        }
    }
    trim(text);
    return sign + std::string{text};
}

/// Reads a sum of products: + - * / and brackets, from the left.
class Reckoner {
public:
    Reckoner(std::string_view text, Currency currency) : left_{text}, currency_{currency} {}

    std::optional<Trouble> trouble;
    std::string readings;  ///< both, where a number has two
    bool reckons = false;  ///< an operator or a bracket stands in it
    int places = 0;        ///< of the number, where there is only one

    Fraction run()
    {
        const auto value = terms();
        skip();
        if (!left_.empty()) refuse(Trouble::not_an_amount);
        return value;
    }

private:
    void refuse(Trouble why)
    {
        if (!trouble) trouble = why;
    }

    void skip()
    {
        while (left_.starts_with(' ')) left_.remove_prefix(1);
    }

    bool eat(std::string_view sign)
    {
        skip();
        if (!left_.starts_with(sign)) return false;
        left_.remove_prefix(sign.size());
        return true;
    }

    Fraction terms()
    {
        auto value = factors();
        while (!trouble) {
            if (eat("+")) value = sum(value, factors());
            else if (eat("-")) value = sum(value, product({-1, 1}, factors()));
            else break;
            reckons = true;
        }
        return value;
    }

    Fraction factors()
    {
        auto value = signed_one();
        while (!trouble) {
            if (eat("*") || eat("×") || eat("x")) {
                value = product(value, signed_one());
            }
            else if (eat("/") || eat("÷")) {
                const auto by = signed_one();
                if (by.over == 0) refuse(Trouble::not_an_amount);
                value = product(value, {by.under, by.over, by.bad});
            }
            else {
                break;
            }
            reckons = true;
        }
        return value;
    }

    Fraction signed_one()
    {
        if (++depth_ > 50) refuse(Trouble::not_an_amount);
        if (trouble) return {};
        if (eat("-")) return product({-1, 1}, signed_one());
        if (eat("+")) return signed_one();
        if (!eat("(")) return number();
        const auto value = terms();
        if (!eat(")")) refuse(Trouble::not_an_amount);
        // An accountant's (12.50) is money out, another's is a bracket too many.
        if (!reckons) refuse(Trouble::not_an_amount);
        reckons = true;
        return value;
    }

    Run run_of_digits()
    {
        skip();
        Run run;
        while (!left_.empty()) {
            const char c = left_.front();
            if (digit(c)) {
                run.parts.back() += c;
                left_.remove_prefix(1);
                continue;
            }
            const bool mark = c == '.' || c == ',' || c == '\'' || c == ' ';
            const bool digit_follows = left_.size() > 1 && digit(left_[1]);
            if (!mark || (!digit_follows && (c == ' ' || c == '\''))) break;
            run.separators += c;
            run.parts.emplace_back();
            left_.remove_prefix(1);
        }
        return run;
    }

    Fraction number()
    {
        const auto reading = meanings(run_of_digits());
        const auto own = currency_.places();
        if (reading.decimal && reading.grouped && !clear(reading, own)) {
            refuse(Trouble::ambiguous);
            readings = written(*reading.grouped) + " | " + written(*reading.decimal);
            return {};
        }
        const auto& meant = chosen(reading, own);
        if (!meant || meant->digits.empty()) {
            refuse(Trouble::not_an_amount);
            return {};
        }
        places = significant(*meant);
        return fraction_of(*meant);
    }

    /// Where both could be: a currency without places has no decimal point, one with three writes it as a dot.
    bool clear(const Reading&, int own) const { return own == 0 || (own == 3 && dotted_); }

    std::optional<Number> chosen(const Reading& reading, int own) const
    {
        if (reading.decimal && reading.grouped) return own == 0 ? reading.grouped : reading.decimal;
        return reading.decimal ? reading.decimal : reading.grouped;
    }

    static int significant(const Number& n)
    {
        int places = n.places;
        for (auto at = n.digits.rbegin(); places > 0 && *at == '0'; ++at) --places;
        return places;
    }

    static std::string written(const Number& n)
    {
        auto text = n.digits;
        if (n.places > 0) text.insert(text.size() - static_cast<std::size_t>(n.places), ".");
        return text;
    }

    std::string_view left_;
    Currency currency_;
    int depth_ = 0;
    bool dotted_ = left_.find(',') == std::string_view::npos;
};

/// In the currency's smallest unit, half away from zero; nothing where it is beyond what an amount may be.
std::optional<std::int64_t> minor_of(const Fraction& value, int places)
{
    Wide scale = 1;
    for (int i = 0; i < places; ++i) scale *= 10;
    const auto scaled = product(value, {scale, 1});
    if (scaled.bad) return std::nullopt;
    const Wide size = scaled.over < 0 ? -scaled.over : scaled.over;
    Wide units = size / scaled.under;
    if (2 * (size % scaled.under) >= scaled.under) ++units;
    if (units > Money::largest) return std::nullopt;
    return static_cast<std::int64_t>(scaled.over < 0 ? -units : units);
}

}  // namespace

std::string narrowed(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> alike{{
        {"\u00A0", " "},
        {"\u202F", " "},
        {"\u2009", " "},
        {"\u2007", " "},
        {"\u3000", " "},
        {"\u2212", "-"},
        {"\u2013", "-"},
        {"\u2010", "-"},
        {"\u2011", "-"},
        {"\u2019", "'"},
        {"\uFFE5", "¥"},
        {"\t", " "},
    }};
    std::string out;
    while (!text.empty()) {
        const auto known =
            std::find_if(alike.begin(), alike.end(), [&](const auto& a) { return text.starts_with(a.first); });
        if (known != alike.end()) {
            out += known->second;
            text.remove_prefix(known->first.size());
            continue;
        }
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
        if (text.size() > 2 && byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD) && byte(2) >= 0x80) {
            const int code = ((byte(1) - 0xBC) << 6) + (byte(2) - 0x80);  // U+FF00 + code
            if (code >= 0x01 && code <= 0x5E) {
                out += static_cast<char>(code + 0x20);
                text.remove_prefix(3);
                continue;
            }
        }
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

Result<Money> typed_amount(std::string_view text, Currency currency)
{
    const auto refuse = [&](Trouble why, std::string detail = {}) {
        return Problem{.trouble = why, .field = "amount", .text = std::string{text}, .detail = std::move(detail)};
    };
    const auto plain = without_mark(narrowed(text), currency);
    if (plain.size() > 200) return refuse(Trouble::not_an_amount);
    Reckoner reckoner{plain, currency};
    const auto value = reckoner.run();
    if (reckoner.trouble) return refuse(*reckoner.trouble, reckoner.readings);
    if (!reckoner.reckons && reckoner.places > currency.places()) return refuse(Trouble::too_many_decimals);
    const auto minor = minor_of(value, currency.places());
    if (!minor) return refuse(Trouble::amount_too_large);
    return Money{*minor, currency};
}

Result<Rate> typed_rate(std::string_view text)
{
    auto plain = narrowed(text);
    std::erase(plain, ' ');
    if (std::count(plain.begin(), plain.end(), ',') == 1 && plain.find('.') == std::string::npos)
        std::replace(plain.begin(), plain.end(), ',', '.');
    auto rate = parse_rate(plain);
    if (rate) return rate;
    return Problem{.trouble = Trouble::not_a_rate, .text = std::string{text}};
}

}  // namespace ledger
