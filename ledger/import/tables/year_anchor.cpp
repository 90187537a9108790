#include "ledger/import/tables/year_anchor.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "ledger/import/words/words.hpp"
#include "ledger/values/text.hpp"

namespace ledger {

namespace {

/// The month that stands before a year, in digits: of "31 Jan ", "31.01.", "1/", "05/31/"; empty where there is none.
std::string month_before(std::string_view text)
{
    const auto skip = [&] {
        std::size_t marks = 0;
        while (!text.empty() && marks < 2 &&
               (text.back() == ' ' || text.back() == '.' || text.back() == '/' || text.back() == '-' ||
                text.back() == ',')) {
            text.remove_suffix(1);
            ++marks;
        }
        return marks > 0;
    };
    const auto take_digits = [&] {
        std::size_t n = 0;
        while (n < text.size() && n < 3 && digit(text[text.size() - 1 - n])) ++n;
        const auto digits = n > 2 ? std::string_view{} : text.substr(text.size() - n);
        text.remove_suffix(n);
        return digits;
    };
    if (!skip()) return {};
    if (const auto last = take_digits(); !last.empty()) {
        if (std::stoi(std::string{last}) <= 12) return std::string{last};
        const auto first = skip() ? take_digits() : std::string_view{};  // 05/31/2024, or "Jan 31, 2024"
        if (!first.empty()) return std::string{first};
    }
    std::size_t n = 0;
    while (n < text.size() && n < 24 &&
           (std::isalpha(static_cast<unsigned char>(text[text.size() - 1 - n])) != 0 ||
            static_cast<unsigned char>(text[text.size() - 1 - n]) >= 0x80))
        ++n;
    const auto month = month_named(text.substr(text.size() - n));
    return month == 0 ? std::string{} : std::to_string(month);
}

/// A month of a year named in a text: 2024年01月, 2024-01, 01/2024, 202401, else a year alone.
YearAnchor anchor_in(std::string_view text)
{
    YearAnchor best;
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        if ((i > 0 && digit(text[i - 1])) || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i),
                                                          text.begin() + static_cast<std::ptrdiff_t>(i) + 4, digit))
            continue;
        const int year = std::stoi(std::string{text.substr(i, 4)});
        if (year < 1990 || year > 2100) continue;
        auto rest = text.substr(i + 4);
        unsigned month = 12;
        const auto take_month = [&](std::string_view s) {
            if (s.size() < 1 || !digit(s[0])) return false;
            auto m = static_cast<unsigned>(s[0] - '0');
            if (s.size() > 1 && digit(s[1])) m = m * 10 + static_cast<unsigned>(s[1] - '0');
            if (m < 1 || m > 12) return false;
            month = m;
            return true;
        };
        bool found = false;
        if (rest.starts_with("\xE5\xB9\xB4")) found = take_month(rest.substr(3));
        else if (!rest.empty() && (rest[0] == '-' || rest[0] == '/' || rest[0] == '.' || rest[0] == '_'))
            found = take_month(rest.substr(1));
        else if (rest.size() >= 2 && digit(rest[0]) && digit(rest[1])) found = take_month(rest);
        else if (!rest.empty() && digit(rest[0])) continue;
        if (!found) found = take_month(month_before(text.substr(0, i)));
        if (found && (year > best.year || (year == best.year && (best.month == 12 || month > best.month))))
            best = {year, month};
        else if (!found && year > best.year) best = {year, 12};
    }
    return best;
}

}  // namespace

YearAnchor anchor_for(std::string_view head, std::string_view foot, const std::optional<Date>& today)
{
    auto a = anchor_in(head);
    if (a.year == 0) a = anchor_in(foot);
    if (a.year == 0 && today) {
        const date::year_month_day ymd{*today};
        a = {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month())};
    }
    return a;
}

}  // namespace ledger
