#include "ledger/values/typed_date.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/values/text.hpp"
#include "ledger/values/typed_amount.hpp"

namespace ledger {

namespace {

constexpr int furthest = 100'000;  ///< days; what lies beyond is out of range in any case

/// A group of digits, and what stands behind it.
struct Part {
    int value = 0;
    std::size_t digits = 0;
    std::string separator{};
};

std::vector<Part> parts_of(std::string_view text)
{
    std::vector<Part> parts;
    while (!text.empty()) {
        if (!digit(text.front())) {
            if (parts.empty()) return {};
            if (text.front() != ' ') parts.back().separator += text.front();
            text.remove_prefix(1);
            continue;
        }
        Part part;
        while (!text.empty() && digit(text.front()) && part.digits < 9) {
            part.value = part.value * 10 + (text.front() - '0');
            ++part.digits;
            text.remove_prefix(1);
        }
        parts.push_back(part);
    }
    return parts;
}

std::optional<Date> day(int year, int month, int day_of_it)
{
    if (year < 1 || year > 9999 || month < 1 || day_of_it < 1) return std::nullopt;
    const date::year_month_day d{date::year{year}, date::month{static_cast<unsigned>(month)},
                                 date::day{static_cast<unsigned>(day_of_it)}};
    return d.ok() ? std::optional{Date{d}} : std::nullopt;
}

/// The first of `days` (in any order) that lies in the direction, today included; else nothing.
std::optional<Date> nearest(const std::vector<std::optional<Date>>& days, Today today, Toward toward)
{
    std::optional<Date> best;
    for (const auto& d : days) {
        if (!d || (toward == Toward::future && *d < today.date) || (toward == Toward::past && *d > today.date))
            continue;
        if (!best || std::abs(days_between(today.date, *d)) < std::abs(days_between(today.date, *best))) best = d;
    }
    return best;
}

std::optional<Date> day_of_year(int month, int day_of_it, Today today, Toward toward)
{
    std::vector<std::optional<Date>> days;
    for (int years = -8; years <= 8; ++years)
        days.push_back(day(year_of(today.date) + years, month, day_of_it));  // 29 Feb
    return nearest(days, today, toward);
}

std::optional<Date> in_month(int day_of_it, Today today, Toward toward)
{
    std::vector<std::optional<Date>> days;
    for (int months = -2; months <= 2; ++months) {
        const auto month = add_months(today.date, months, 1);
        days.push_back(day(year_of(month), static_cast<int>(month_of(month)), day_of_it));
    }
    return nearest(days, today, toward);
}

std::optional<int> weekday_in(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> names{"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (text.size() >= 3 && names[i].starts_with(text)) return static_cast<int>(i) + 1;
    static constexpr std::array<std::string_view, 9> numerals{"一", "二", "三", "四", "五", "六", "日", "天", "7"};
    for (const std::string_view week : {"星期", "礼拜", "禮拜", "周", "週"})
        for (std::size_t i = 0; text.starts_with(week) && i < numerals.size(); ++i)
            if (text.substr(week.size()) == numerals[i]) return i < 7 ? static_cast<int>(i) + 1 : 7;
    return std::nullopt;
}

std::optional<Date> named(std::string_view text, Today today, Toward toward)
{
    static constexpr std::array<std::pair<std::string_view, int>, 12> days{{{"t", 0},
                                                                            {"today", 0},
                                                                            {"今天", 0},
                                                                            {"今日", 0},
                                                                            {"y", -1},
                                                                            {"yesterday", -1},
                                                                            {"昨天", -1},
                                                                            {"昨日", -1},
                                                                            {"tomorrow", 1},
                                                                            {"明天", 1},
                                                                            {"后天", 2},
                                                                            {"後天", 2}}};
    for (const auto& [word, off] : days)
        if (text == word) return today.date + Days{off};
    const auto weekday = weekday_in(text);
    if (!weekday) return std::nullopt;
    std::vector<std::optional<Date>> near;
    for (int off = -6; off <= 6; ++off)
        if (static_cast<int>(weekday_of(today.date + Days{off})) == *weekday) near.emplace_back(today.date + Days{off});
    return nearest(near, today, toward);
}

/// "+3", "-1", "+2w", "+1m", "-1y".
std::optional<Date> counted(std::string_view text, Today today)
{
    if (text.size() < 2 || (text.front() != '+' && text.front() != '-') || !digit(text[1])) return std::nullopt;
    const int sign = text.front() == '-' ? -1 : 1;
    const auto parts = parts_of(text.substr(1));
    if (parts.size() != 1 || parts[0].value > furthest) return std::nullopt;
    const int n = sign * parts[0].value;
    const auto& unit = parts[0].separator;
    const auto here = day_of_month(today.date);
    if (unit.empty() || unit == "d") return today.date + Days{n};
    if (unit == "w" && std::abs(n) < furthest / 7) return today.date + Days{7 * n};
    if (unit == "m" && std::abs(n) < 3000) return add_months(today.date, n, here);
    if (unit == "y" && std::abs(n) < 250) return add_months(today.date, 12 * n, here);
    return std::nullopt;
}

/// What numbers can mean: one day, two, or none.
struct Meant {
    std::optional<Date> day{}, other{};
};

/// Of two numbers that are day and month in one order or the other.
Meant either_way(int first, int second, DayOrder order, auto&& make)
{
    const std::optional<Date> month_first = make(first, second), day_first = make(second, first);
    if (order == DayOrder::month_first && month_first) return {month_first, {}};
    if (order == DayOrder::day_first && day_first) return {day_first, {}};
    if (month_first && day_first && month_first != day_first) return {month_first, day_first};
    return {month_first ? month_first : day_first, {}};
}

Meant of_three(const std::vector<Part>& p, DayOrder order)
{
    if (p[0].digits == 4) return {day(p[0].value, p[1].value, p[2].value), {}};
    const bool whole_year = p[2].digits == 4;
    if (!whole_year && p[2].digits != 2) return {};
    if (!whole_year && p[0].separator == "-") return {day(2000 + p[0].value, p[1].value, p[2].value), {}};
    const int year = whole_year ? p[2].value : 2000 + p[2].value;
    if (p[0].separator == "." && order == DayOrder::unknown) order = DayOrder::day_first;
    return either_way(p[0].value, p[1].value, order, [&](int month, int d) { return day(year, month, d); });
}

Meant of_two(const std::vector<Part>& p, Today today, Toward toward, DayOrder order)
{
    const auto make = [&](int month, int d) { return day_of_year(month, d, today, toward); };
    if (p[0].separator == "-" || p[0].separator == "月") return {make(p[0].value, p[1].value), {}};
    return either_way(p[0].value, p[1].value, order, make);
}

Meant of_one(const Part& p, Today today, Toward toward)
{
    if (p.digits == 8) return {day(p.value / 10'000, p.value / 100 % 100, p.value % 100), {}};
    if (p.digits > 2) return {};
    return {in_month(p.value, today, toward), {}};
}

bool separators_fit(const std::vector<Part>& parts)
{
    static constexpr std::array<std::string_view, 9> inner{"-", "/", ".", "年", "月", "日", "号", "號", ""};
    return std::all_of(parts.begin(), parts.end(), [&](const Part& p) {
        return std::find(inner.begin(), inner.end(), p.separator) != inner.end();
    });
}

}  // namespace

DayOrder day_order_of(std::string_view country)
{
    if (country.size() != 2) return DayOrder::unknown;
    for (const std::string_view both : {"CA", "HK", "MO", "ZA", "PR", "KE", "GH"})
        if (country == both) return DayOrder::unknown;
    for (const std::string_view month_first : {"US", "CN", "TW", "JP", "KR", "KP", "MN", "PH", "LT", "HU", "IR", "BT"})
        if (country == month_first) return DayOrder::month_first;
    return DayOrder::day_first;
}

std::string_view country_of(std::string_view locale)
{
    const auto bar = locale.find('_');
    if (bar == std::string_view::npos || locale.size() < bar + 3) return {};
    const auto country = locale.substr(bar + 1, 2);
    const bool letters = std::all_of(country.begin(), country.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return letters ? country : std::string_view{};
}

Result<Date> typed_date(std::string_view typed, Today today, Toward toward, DayOrder order)
{
    const auto text = plain_name(narrowed(typed));
    Meant meant{named(text, today, toward), {}};
    if (!meant.day) meant.day = counted(text, today);
    if (const auto parts = parts_of(text); !meant.day && separators_fit(parts)) {
        if (parts.size() == 3) meant = of_three(parts, order);
        if (parts.size() == 2) meant = of_two(parts, today, toward, order);
        if (parts.size() == 1) meant = of_one(parts[0], today, toward);
    }
    if (!meant.day) return Problem{Trouble::not_a_date, "date", std::string{typed}, {}};
    if (meant.other)
        return Problem{Trouble::ambiguous, "date", std::string{typed}, iso(*meant.day) + " | " + iso(*meant.other)};
    return parse_date(iso(*meant.day));
}

}  // namespace ledger
