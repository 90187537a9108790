#pragma once
#include <set>

#include "ledger/import/drafts/draft_rows.hpp"
#include "ledger/import/drafts/known_entries.hpp"

namespace ledger {

constexpr int days_around = 10;  ///< a booking may come so many days after the pending row

/// Meets the rows of the draft and the entries that are there, each at most once, and marks the rows: duplicates first
/// by the bank's number, then by day, amount and text, then what was noted by hand within five days: of the same payee,
/// or the payment of a bill (`pays_a_bill`) that only one row can be; then a pending entry that a later row books. What
/// only looks alike is named and stays new.
void meet(DraftRows& rows, const KnownEntries& known, const std::set<EntryId>& pays_a_bill = {});

}  // namespace ledger
