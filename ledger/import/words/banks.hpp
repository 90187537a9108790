#pragma once
#include <string_view>
#include <vector>

#include "ledger/import/reading/reading.hpp"

namespace ledger {

/// Reads lines of `id; institution; mark | mark; country; card`; the last two may be left out, # begins a remark.
/// A line that is not so is passed over, and told in `problems` with its number.
std::vector<OwnBank> read_own_banks(std::string_view text, Problems* problems = nullptr);

/// A bank or app whose files have a look of their own. Only a hint: names the format, says where it is from.
struct BankHint {
    std::string_view id, institution,
        marks;                ///< marks: words parted by '|', all of which stand in title, header or file name
    std::string_view region;  ///< ISO 3166, decides the date order where the file cannot
    bool card = false;
};
const std::vector<BankHint>& bank_hints();
/// The first of them whose marks all stand in the head; nullptr where there is none.
const BankHint* known_bank(std::string_view folded_head);

}  // namespace ledger
