#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ledger/balances/transfers.hpp"
#include "ledger/import/draft.hpp"
#include "ui/app/session.hpp"

namespace app {

/// What the user says about a file, beside what it says itself. Nothing given = found out.
struct ImportWish {
    ledger::AccountId account{};
    std::string file{};                      ///< name without folder, for the batch list
    std::optional<std::string> encoding{};
    std::optional<char> delimiter{};
    std::optional<std::string> date_order{}; ///< ymd, dmy, mdy
    std::optional<char> decimal{};
    std::optional<std::string> format{};     ///< id of a known format
    std::map<std::string, int> columns{};    ///< role → column from 1
    std::function<bool(double)> progress{};  ///< 0…1; false cancels, with nothing written
};

/// A file as it would come in: the draft that is shown is the very one that `record_import` records.
struct ImportPreview {
    ImportWish wish{};
    ledger::Draft draft{};
    std::vector<ledger::Entry> existing{};   ///< this account's entries around the statement's days
    std::vector<ledger::Entry> elsewhere{};  ///< the other accounts' entries around them, for meeting transfers
};

/// Reads the bytes and holds them against the ledger. Writes nothing.
/// Trouble: whatever `read_statement` says of the file; no_such for the account.
ledger::Result<ImportPreview> preview_import(const State& state, const db::Store& store, std::string_view bytes, const ImportWish& wish);

/// What recording the preview would do besides adding rows.
struct ImportEffects {
    std::vector<ledger::TransferPair> transfers{};   ///< sure ones are linked, the others only proposed
    std::vector<ledger::Settlement> settlements{};   ///< payments of open bills that the new rows are
};

/// The whole import as one Change: batch, new entries, sure transfers linked, bills settled. Trouble: nothing_to_do where no row is new.
ledger::Result<ledger::Change> record_import(const State& state, const ImportPreview& preview, ledger::Moment at, ImportEffects* effects = nullptr);

/// Takes one import back, with the links of its entries. `entries`: those of the batch and the other sides of their transfers.
ledger::Result<ledger::Change> undo_import(const State& state, ledger::BatchId batch, const std::vector<ledger::Entry>& entries);

/// The account that the file names by its number, or whose earlier files had the same header; 0 = has to be asked.
ledger::AccountId account_of(const ledger::Book& book, const ledger::Statement& statement);

}  // namespace app
