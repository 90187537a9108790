#pragma once
#include <string_view>

namespace ledger {

/// A guess at what an entry is, from words in its texts and the bank's own category: the key of a category that comes
/// with the program
/// ("groceries"), empty where nothing fits. The words are a table, the longest that fits wins. `folded` has ASCII
/// letters lower. It is a first guess for a ledger that knows nothing yet: the user's rules and habits come before it.
std::string_view category_hint(std::string_view folded, bool money_in);

}  // namespace ledger
