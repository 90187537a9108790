#pragma once
#include <functional>
#include <string>
#include <vector>

#include "ui/app/journeys/journey.hpp"

namespace app {

/// What the user usually does with a payee: the category most used with it, 0 when there is none.
/// `Store::usual_category` is one.
using PayeeMemory = std::function<ledger::CategoryId(const std::string& payee)>;

/// A new line of a register. Without a category and splits the payee's usual category is taken.
struct AddEntry {
    ledger::AccountId account{};
    ledger::Date date{};
    ledger::Money amount{};  ///< signed
    std::string payee{};
    ledger::CategoryId category{};
    std::string memo{};
    std::vector<ledger::EntrySplit> splits{};
    ledger::EntryStatus status = ledger::EntryStatus::cleared;
};

/// The entry gets the Book's next number. Where it pays an open bill, the same Change links the two.
/// Trouble: amount_zero, splits_do_not_sum; ambiguous where a category and splits are both given.
ledger::Result<ledger::Change> add_entry(const State& state, const AddEntry& wanted, const PayeeMemory& usual = {});

/// The entry as it shall be. One side of a transfer keeps its amount and account (linked_transfer).
ledger::Result<ledger::Change> edit_entry(const State& state, const ledger::Entry& before, const ledger::Entry& wanted);

/// Takes entries away with the links to bills they paid. `entries` must hold both sides of any transfer among them.
ledger::Result<ledger::Change> remove_entries(const State& state, const std::vector<ledger::Entry>& entries);

/// What several entries shall have in common; what is not given stays.
struct EditEntries {
    std::optional<ledger::CategoryId> category{};  ///< 0 = none
    std::optional<std::string> payee{}, memo{};
    std::optional<ledger::EntryStatus> status{};
};

/// Those of `entries` that this would change, as they would be. Transfers and split entries keep their category.
std::vector<ledger::Entry> entries_edited(const std::vector<ledger::Entry>& entries, const EditEntries& wanted);

/// One Change for all of them, so that one undo takes it back. Trouble: nothing_to_do when none would change.
ledger::Result<ledger::Change> edit_entries(const State& state, const std::vector<ledger::Entry>& entries,
                                            const EditEntries& wanted);

/// Money moved between two of the user's accounts.
struct AddTransfer {
    ledger::AccountId from{}, to{};
    ledger::Date date{};
    ledger::Money amount{};                   ///< positive, leaves `from`
    std::optional<ledger::Money> received{};  ///< positive, where `to` has another currency
    std::string memo{};
};

/// Two entries that belong together. Trouble: same_account, amount_zero, wrong_sign, currency_differs.
ledger::Result<ledger::Change> add_transfer(const State& state, const AddTransfer& wanted);

/// The two entries of a transfer, numbered `ahead` after the Book's last one.
std::vector<ledger::Entry> transfer_entries(const State& state, const AddTransfer& wanted);

}  // namespace app
