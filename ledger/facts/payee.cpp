#include "ledger/facts/payee.hpp"

#include <algorithm>
#include <array>

#include "ledger/values/folding.hpp"
#include "ledger/values/text.hpp"

namespace ledger {

namespace {

bool begins_sign(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// Letters and signs, not bytes: a Chinese one takes three.
auto signs(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), begins_sign);
}

/// Of a script that writes words without blanks, or puts their endings on: Chinese, Japanese, Korean, Thai, Khmer,
/// Burmese. `at` is where the sign begins.
bool unparted(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    if (byte(at) >= 0xF0) return true;
    if ((byte(at) & 0xF0) != 0xE0) return false;
    const auto code = (byte(at) & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
    return code >= 0x2E80 || (code >= 0x0E00 && code < 0x0F00) || (code >= 0x1000 && code < 0x10A0) ||
           (code >= 0x1100 && code < 0x1200) || (code >= 0x1780 && code < 0x1800);
}

std::size_t sign_before(std::string_view text, std::size_t at)
{
    do --at;
    while (at > 0 && !begins_sign(text[at]));
    return at;
}

/// A number that stands before or after a word without a blank: 11RENT, RENT2026, and not Car2Go.
bool number_apart(std::string_view text, std::size_t at)
{
    const auto blank = text.rfind(' ', at - 1);
    const auto before = text.substr(blank + 1, at - (blank + 1));  // none: npos + 1 is 0
    const auto after = text.substr(at, std::min(text.find(' ', at), text.size()) - at);
    return std::all_of(before.begin(), before.end(), digit) != std::all_of(after.begin(), after.end(), digit);
}

/// Does a word begin or end here, between two signs?
bool parts_words(std::string_view text, std::size_t at)
{
    if (at == 0 || at == text.size() || text[at] == ' ' || text[at - 1] == ' ') return true;
    if (digit(text[at]) != digit(text[at - 1])) return number_apart(text, at);
    return unparted(text, at) || unparted(text, sign_before(text, at));
}

bool holds(std::string_view text, std::string_view part)
{
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        if (parts_words(text, at) && parts_words(text, at + part.size())) return true;
    return false;
}

/// As banks write it where they have no umlauts; empty where there are none.
std::string spelled_out(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> umlauts{
        {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}}};
    std::string out{name};
    bool any = false;
    for (const auto& [from, to] : umlauts)
        for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
            out.replace(at, from.size(), to), any = true;
    return any ? out : std::string{};
}

}  // namespace

PayeeName::PayeeName(std::string_view name)
{
    auto plain = folded(name);
    if (plain.empty()) return;
    single_ = signs(plain) < 2;
    ways_.push_back(std::move(plain));
    if (auto spelled = spelled_out(name); !spelled.empty()) ways_.push_back(folded(spelled));
}

bool PayeeName::fits(const PayeeName& other) const
{
    for (const auto& a : ways_)
        for (const auto& b : other.ways_) {
            if (a == b) return true;
            if (!single_ && !other.single_ && (a.size() > b.size() ? holds(a, b) : holds(b, a))) return true;
        }
    return false;
}

bool same_payee(std::string_view a, std::string_view b)
{
    return PayeeName{a}.fits(PayeeName{b});
}

}  // namespace ledger
