#include <algorithm>
#include <cassert>
#include <cctype>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ledger/import/text/text.hpp"
#include "ledger/import/words/vocabulary.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/values/text.hpp"
#include "ledger/values/word_files.hpp"

// Currencies as cells and headers write them, and the marks of a side beside an amount.
namespace ledger {

namespace {

using Byte = unsigned char;

std::size_t letters_at_start(std::string_view s)
{
    std::size_t n = 0;
    while (n < s.size() && std::isalpha(static_cast<Byte>(s[n])) != 0) ++n;
    return n;
}

/// An older or a bank's own code of the same money.
std::string settled(std::string code)
{
    if (code == "RUR") return "RUB";
    if (code == "CNH" || code == "RMB") return "CNY";
    return code;
}

/// The word files, ready to be looked up.
struct Tables {
    std::unordered_set<std::string_view> codes{};                   ///< ISO 4217, in use or lately in use
    std::vector<std::pair<std::string, std::string_view>> signs{};  ///< in lower case → code, the longest first
    std::vector<std::pair<std::string_view, std::string_view>>
        header_signs{};                                     ///< that mean one currency inside a header
    std::vector<std::pair<std::string_view, int>> sides{};  ///< beside an amount: -1 out, +1 in; the longest first
};

constexpr auto longest_first = [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); };

Tables build_tables()
{
    Tables t;
    for (const auto code : words_of("code")) t.codes.insert(code);
    for (const auto& section : word_sections("currency"))
        for (const auto word : section.words) t.signs.emplace_back(lower(word), section.meaning);
    for (const auto& section : word_sections("header_sign"))
        for (const auto word : section.words) t.header_signs.emplace_back(word, section.meaning);
    for (const auto& section : word_sections("side_mark")) {
        assert(section.meaning == "in" || section.meaning == "out");
        for (const auto word : section.words) t.sides.emplace_back(word, section.meaning == "in" ? 1 : -1);
    }
    std::stable_sort(t.signs.begin(), t.signs.end(), longest_first);
    std::stable_sort(t.sides.begin(), t.sides.end(), longest_first);
    return t;
}

const Tables& tables()
{
    static const Tables t = build_tables();
    return t;
}

}  // namespace

bool known_currency(std::string_view code)
{
    return tables().codes.contains(code);
}

std::size_t currency_prefix(std::string_view s, std::string& code)
{
    if (const auto n = letters_at_start(s); n == 3 && known_currency(upper(s.substr(0, 3)))) {
        code = settled(upper(s.substr(0, 3)));
        return 3;
    }
    for (const auto& [sign, of] : tables().signs)
        if (sign.size() <= s.size() && equal_lower(s.substr(0, sign.size()), sign)) {
            if (is_ascii(sign) && std::isalpha(static_cast<Byte>(sign.back())) != 0 && sign.size() < s.size() &&
                std::isalpha(static_cast<Byte>(s[sign.size()])) != 0)
                continue;
            if (!of.empty()) code = of;
            return sign.size();
        }
    return 0;
}

std::size_t currency_suffix(std::string_view s, std::string& code)
{
    if (s.size() >= 3 && known_currency(upper(s.substr(s.size() - 3))) &&
        (s.size() == 3 || std::isalpha(static_cast<Byte>(s[s.size() - 4])) == 0)) {
        code = settled(upper(s.substr(s.size() - 3)));
        return 3;
    }
    // "(CN)" and the like: a country behind the amount.
    if (s.size() > 4 && s.back() == ')') {
        const auto open = s.rfind('(');
        if (open != std::string_view::npos && open > 0 && s.size() - open <= 5 &&
            letters_at_start(s.substr(open + 1)) == s.size() - open - 2 && s.size() - open > 2)
            return s.size() - open;
    }
    for (const auto& [sign, of] : tables().signs)
        if (sign.size() < s.size() && equal_lower(s.substr(s.size() - sign.size()), sign)) {
            if (is_ascii(sign) && std::isalpha(static_cast<Byte>(sign.front())) != 0 &&
                std::isalpha(static_cast<Byte>(s[s.size() - sign.size() - 1])) != 0)
                continue;
            if (!of.empty()) code = of;
            return sign.size();
        }
    return 0;
}

bool same_currency(std::string_view a, std::string_view b)
{
    return settled(std::string{a}) == settled(std::string{b});
}

std::string currency_named(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s.empty() || s.size() > 40) return {};
    const bool one_case =
        upper(s) == s || std::none_of(s.begin(), s.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (one_case && known_currency(upper(s))) return settled(upper(s));  // "BOB", "bob", but not the name "Bob"
    for (const auto& [sign, of] : tables().signs)
        if (equal_lower(s, sign)) return std::string{of};
    return {};
}

std::string currency_in_header(std::string_view cell)
{
    const auto s = trimmed(cell);
    // A code of three capitals, standing alone: "(EUR)", "in CHF", "SALDO CHF".
    for (std::size_t i = 0; i + 3 <= s.size(); ++i) {
        if (i > 0 && std::isalnum(static_cast<Byte>(s[i - 1])) != 0) continue;
        if (i + 3 < s.size() && std::isalnum(static_cast<Byte>(s[i + 3])) != 0) continue;
        if (known_currency(s.substr(i, 3)) && s.size() > 3 && s.substr(i, 3) != "ALL" && s.substr(i, 3) != "TOP")
            return settled(std::string{s.substr(i, 3)});
    }
    for (const auto& [sign, code] : tables().header_signs)
        if (s.find(sign) != std::string_view::npos && s.size() > sign.size()) return std::string{code};
    return {};
}

std::size_t side_prefix(std::string_view s, int& side)
{
    for (const auto& [mark, way] : tables().sides)
        if (mark.size() < s.size() && equal_lower(s.substr(0, mark.size()), mark) &&
            !(mark.size() == 1 && s[1] != ' ')) {
            if (is_ascii(mark) && std::isalpha(static_cast<Byte>(s[mark.size()])) != 0) continue;
            side = way;
            return mark.size();
        }
    return 0;
}

std::size_t side_suffix(std::string_view s, int& side)
{
    for (const auto& [mark, way] : tables().sides)
        if (mark.size() < s.size() && equal_lower(s.substr(s.size() - mark.size()), mark)) {
            if (is_ascii(mark) && std::isalpha(static_cast<Byte>(s[s.size() - mark.size() - 1])) != 0) continue;
            side = way;
            return mark.size();
        }
    return 0;
}

}  // namespace ledger
