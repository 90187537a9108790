#pragma once
#include <string>
#include <string_view>

namespace app {

/// For comparing names: ASCII letters lower, blanks at both ends off. Other letters stay as they are.
std::string folded(std::string_view text);

/// Is `part` in `text`, letter case aside? Nothing is in everything.
bool contains_folded(std::string_view text, std::string_view part);

}  // namespace app
