#pragma once
#include <cstddef>
#include <string_view>

namespace ledger {

/// The cell without padding (blanks, tabs, no-break and ideographic spaces), ="…" and a lone leading apostrophe.
std::string_view trimmed(std::string_view cell);

/// Nothing, or one of the marks that stand for nothing: "-", "—", "--", "/", "N/A", "null".
bool blank(std::string_view cell);

/// The beginning of a text, at most so many bytes, no character cut in two.
std::string_view beginning(std::string_view text, std::size_t most);

}  // namespace ledger
