#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/facts/change.hpp"
#include "ledger/import/drafts/draft_rows.hpp"
#include "ledger/import/drafts/known_entries.hpp"
#include "ledger/import/drafts/learning.hpp"
#include "ledger/import/drafts/payee.hpp"
#include "ledger/import/reading/reading.hpp"

// The door of the import wing, second half: a Statement meets the ledger. What the draft shows is what `record` writes.
namespace ledger {

/// A statement beside the ledger, ready to be shown, changed and recorded.
struct Draft {
    AccountId account{};
    Reading reading{};
    DraftRows rows{};  ///< in file order
    std::vector<SetAside> neutral{}, furniture{}, needs_review{};
    Problems rejected{};
    int fresh = 0, duplicates = 0, reviews = 0, left_out = 0;  ///< of `rows`
    std::optional<Date> first{}, last{};                       ///< of fresh and duplicate rows
    Money sum_in{}, sum_out{};                                 ///< over fresh and duplicate rows alike, both positive
    std::optional<Money> closing{};                            ///< the file's last balance, where it has one
    friend bool operator==(const Draft&, const Draft&) = default;
};

/// How far around a statement existing entries are needed to find duplicates: some days before its first and after its
/// last row.
std::pair<Date, Date> range_to_compare(const Statement&);

/// What the ledger knows that helps to read a file for this account.
ReadHints hints_for(const Book&, const Account&, Today);

/// Marks each row. `known`: the entries of this account within `range_to_compare`.
/// Duplicates are met one to one: the k-th identical row meets the k-th existing entry, so that two coffees stay two.
/// Identity: the bank's own number where both have one; else day, amount and the text as the file had it (not as it was
/// edited since). Categories come from the user's rules, then from what was `learned`, then from how the bank calls it,
/// then from words everybody uses.
Draft draft(Statement, const Account&, const KnownEntries& known, const Book&, const Learned& learned);
/// The same; where nothing was learned, `existing` teaches.
Draft draft(const Statement&, const Account&, const std::vector<Entry>& existing, const Book&,
            const Learned& learned = {});

/// Counts and sums of the draft anew, after the mark of a row was changed.
void recount(Draft&);

/// The Change that the draft stands for: one Batch and the fresh rows as Entries, made from the draft when they are
/// asked for; pending entries that were confirmed become cleared. Needs `draft` to stay as long as the Change. A format
/// whose file left no question open is remembered with it. No steps when there is nothing to add. `existing`: entries
/// that may be confirmed, those that are pending.
Change record(const Draft&, const Book&, const std::vector<Entry>& existing, const std::string& file, Moment at);
Change record(const Draft&&, const Book&, const std::vector<Entry>&, const std::string&, Moment) = delete;

/// A reading to be remembered for the next file with the same header.
StatementFormat format_to_remember(const Reading&, AccountId, FormatId, std::string name);

}  // namespace ledger
