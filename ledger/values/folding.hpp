#pragma once
#include <string>
#include <string_view>

namespace ledger {

/// Case, accents, width and punctuation removed: "Débit (EUR)" → "debit eur". Words are parted by single blanks.
std::string folded(std::string_view);
std::string narrow_digits(
    std::string_view);  ///< full-width, Arabic, Persian and Thai digits, and full-width signs, in ASCII
bool has_other_digits(std::string_view);  ///< may `narrow_digits` change it?

}  // namespace ledger
