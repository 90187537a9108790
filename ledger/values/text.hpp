#pragma once
#include <string_view>

// Questions that every reader of text asks of one character. ASCII only: no locale has a say.
namespace ledger {

inline constexpr bool digit(char c)
{
    return c >= '0' && c <= '9';
}

inline constexpr bool is_ascii(std::string_view text)
{
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

}  // namespace ledger
