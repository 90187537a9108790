#pragma once
#include <optional>
#include <string_view>

#include "ledger/values/money.hpp"

namespace app {

/// The currency that is legal tender in a country (ISO 3166, "DE") today; nothing for a country that nobody knows.
/// Source: Unicode CLDR supplemental data, as ICU carries it.
std::optional<ledger::Currency> currency_of_country(std::string_view country);

}  // namespace app
