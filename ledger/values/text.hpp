#pragma once
#include <string>
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

/// A to Z in lower case; other letters stay as they are.
inline std::string lower(std::string_view text)
{
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// For comparing names: in lower case, without blanks at both ends.
inline std::string plain_name(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return lower(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

}  // namespace ledger
