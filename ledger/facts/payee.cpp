#include "ledger/facts/payee.hpp"

#include <algorithm>
#include <string>

#include "ledger/values/text.hpp"

namespace ledger {

namespace {

bool letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// Letters and signs, not bytes: a Chinese one takes three.
auto signs(std::string_view text)
{
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

bool holds(std::string_view text, std::string_view part)
{
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        if (at == 0 || !letter(text[at - 1]) || !letter(part.front())) return true;
    return false;
}

}  // namespace

bool same_payee(std::string_view a, std::string_view b)
{
    const auto x = plain_name(a);
    const auto y = plain_name(b);
    if (x.empty() || y.empty()) return false;
    if (signs(x) < 2 || signs(y) < 2) return x == y;
    return holds(x, y) || holds(y, x);
}

}  // namespace ledger
