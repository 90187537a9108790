#pragma once
#include <string_view>

#include "ledger/values/text.hpp"

namespace app {

/// Is `part` in `text`, letter case aside? Nothing is in everything.
bool contains_name(std::string_view text, std::string_view part);

}  // namespace app
