#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace ledger {

/// A text in which no table was found, written as one that can be read; nothing where it is none of these:
/// days as numbers under a header that says "date" (45322 of a spreadsheet, 240131), year, month and day in columns of
/// their own, or rows written as lines of "Name: value". Only for texts that cannot be read as they are: a number is a
/// day only where nothing else is.
std::optional<std::string> rewritten_as_table(std::string_view text);

}  // namespace ledger
