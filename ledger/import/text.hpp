#pragma once

// Questions that every reader of bytes asks of one character. ASCII only: no locale has a say.
namespace ledger {

inline constexpr bool digit(char c)
{
    return c >= '0' && c <= '9';
}

}  // namespace ledger
