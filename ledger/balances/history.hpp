#pragma once
#include <map>
#include <string>
#include <vector>

#include "ledger/facts/change.hpp"

namespace ledger {

/// One entry as the analyser sees it.
struct HistoryRow {
    EntryId id{};
    Date date{};
    std::int64_t minor = 0;   ///< signed, in the account's currency
    std::uint32_t payee = 0;  ///< index into History::payees
    CategoryId category{};    ///< of the largest part, where the entry is split
    TransferId transfer{};
    EntryStatus status = EntryStatus::cleared;
};

/// One account's rows in the window, by (date, id).
struct AccountHistory {
    std::int64_t before = 0;  ///< balance in minor units before the first row of the window, opening balance included
    Date first{};  ///< day of the account's very first entry, which may lie before the window; the window's start where
                   ///< there is none
    std::vector<HistoryRow> rows{};
};

/// The last three years of all entries, and everything dated later: what the analyser and the cards' cycles read.
/// Loaded once by the store and amended by each Change, so that its cost does not grow with the ledger.
struct History {
    Date from{};  ///< start of the window
    std::map<AccountId, AccountHistory> accounts;
    std::vector<std::string> payees{""};  ///< interned; 0 is the empty name
    std::map<std::string, std::uint32_t> payee_index{{"", 0}};

    std::uint32_t intern(const std::string& payee);
};

/// The window that suits judgements made on `today`.
Date history_start(Today today);

/// The row as the window keeps it.
HistoryRow row_of(const Entry& entry, History& names);

/// The History after the Change. Entries dated before the window change only the balance they carry into it,
/// for which `find_entry` must still know the entry as it was.
void amend(History& history, const Book& before, const Change& change, const FindEntry& find_entry);

/// Balance at the end of `day`, entries on that day included.
Money balance_on(const Book& book, const History& history, AccountId account, Date day);

/// Sum of the rows in [from, to].
Money total_between(const Book& book, const History& history, AccountId account, Date from, Date to);

}  // namespace ledger
