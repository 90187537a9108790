#include "ledger/import/text/text.hpp"

#include <algorithm>
#include <array>

namespace ledger {

namespace {

constexpr std::array<std::string_view, 6> wide_blanks{"\xC2\xA0",     "\xE3\x80\x80", "\xE2\x80\xAF",
                                                      "\xE2\x80\x89", "\xEF\xBB\xBF", "\xE2\x80\x8B"};

std::string_view without_padding(std::string_view s)
{
    const auto narrow = [](char c) {
        return c == ' ' || c == '\t' || c == '\0' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
    };
    for (bool again = true; again && !s.empty();) {
        again = false;
        while (!s.empty() && narrow(s.front())) {
            s.remove_prefix(1);
            again = true;
        }
        while (!s.empty() && narrow(s.back())) {
            s.remove_suffix(1);
            again = true;
        }
        for (const auto w : wide_blanks) {
            if (s.starts_with(w)) {
                s.remove_prefix(w.size());
                again = true;
            }
            if (s.ends_with(w)) {
                s.remove_suffix(w.size());
                again = true;
            }
        }
    }
    return s;
}

}  // namespace

std::string_view trimmed(std::string_view s)
{
    for (;;) {  // wrapping in wrapping; never by calling itself: a cell may be a million quotes
        s = without_padding(s);
        const auto wrapped = [&](char c) { return s.size() >= 2 && s.front() == c && s.back() == c; };
        if (s.size() >= 3 && s.starts_with("=\"") && s.ends_with("\"")) s = s.substr(2, s.size() - 3);
        else if (wrapped('"') || wrapped('\'')) s = s.substr(1, s.size() - 2);
        else if (s.size() >= 2 && s.front() == '\'' && (s[1] == '-' || s[1] == '+' || (s[1] >= '0' && s[1] <= '9')))
            s.remove_prefix(1);
        else return s;
    }
}

bool blank(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s.empty()) return true;
    if (s.size() > 4) return false;
    for (const std::string_view mark : {"-", "--", "---", "\xE2\x80\x94", "\xE2\x80\x93", "/", "N/A", "n/a", "null",
                                        "NULL", "None", "nan", "NaN", "\xEF\xBC\x8D", "."})
        if (s == mark) return true;
    return false;
}

std::string_view beginning(std::string_view text, std::size_t most)
{
    auto size = std::min(text.size(), most);
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

}  // namespace ledger
