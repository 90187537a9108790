#pragma once
#include <string_view>
#include <vector>

#include "ledger/import/draft.hpp"

namespace ledger {

constexpr int days_around = 10;  ///< a booking may come so many days after the pending row

/// Is this `Entry::bank_id` a mark of the text, and no number of the bank's?
inline bool is_mark(std::string_view id) { return id.starts_with('~'); }

/// Meets the rows of the draft and the entries that are there, each at most once, and marks the rows: duplicates first by the bank's
/// number, then by day, amount and text, then a pending entry that a later row books; what only looks alike is named and stays new.
void meet(Draft&, const std::vector<Entry>& existing);

}  // namespace ledger
