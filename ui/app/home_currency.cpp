#include "ui/app/home_currency.hpp"

#include <unicode/ucurr.h>

#include <array>
#include <string>

namespace app {

std::optional<ledger::Currency> currency_of_country(std::string_view country)
{
    if (country.size() != 2) return std::nullopt;
    const auto locale = "und_" + std::string{country};
    std::array<UChar, 4> code{};
    UErrorCode error = U_ZERO_ERROR;
    const auto length = ucurr_forLocale(locale.c_str(), code.data(), static_cast<int32_t>(code.size()), &error);
    if (U_FAILURE(error) || error == U_USING_DEFAULT_WARNING || length != 3) return std::nullopt;
    const std::string text{static_cast<char>(code[0]), static_cast<char>(code[1]), static_cast<char>(code[2])};
    const auto currency = ledger::parse_currency(text);
    return currency ? std::optional{*currency} : std::nullopt;
}

}  // namespace app
