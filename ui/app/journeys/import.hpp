#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/store.hpp"
#include "ledger/balances/transfers.hpp"
#include "ledger/import/drafts/draft.hpp"
#include "ui/app/journeys/journey.hpp"

// How a statement comes in, in four steps that both faces take: `understand` (the bytes alone: may run beside the
// thread that owns the State), `gather` (what the store knows around those days), `compose` (the draft with its
// transfers), `record_import` (the draft as it is).
namespace app {

/// What the person said about one row, by its line in the file.
struct RowChoice {
    std::optional<bool> take{};  ///< false: leave it out; true: bring it in although it seems to be there
    std::optional<ledger::CategoryId> category{};
    friend bool operator==(const RowChoice&, const RowChoice&) = default;
};

/// Which transfer is meant: the line of the new row (0 = none of this file) and the entry it meets (0 = its other side
/// is made).
using TransferKey = std::pair<int, ledger::EntryId>;

/// What the user says about a file, beside what it says itself. Nothing given = found out.
struct ImportWish {
    ledger::AccountId account{};
    std::string file{};  ///< name without folder, for the batch list
    std::optional<std::string> encoding{};
    std::optional<char> delimiter{};
    std::optional<std::string> date_order{};  ///< ymd, dmy, mdy
    std::optional<char> decimal{};
    std::optional<bool> flip{};             ///< true: money out is written positive
    std::optional<std::string> format{};    ///< id of a known format
    std::map<std::string, int> columns{};   ///< role → column from 1
    std::optional<std::string> password{};  ///< of a locked archive; kept nowhere
    std::optional<std::string> member{};    ///< of an archive with several statements, the one that is meant
    std::vector<ledger::BankHint> banks{};  ///< that the user describes, see `own_banks`
    std::map<int, RowChoice> rows{};
    std::map<TransferKey, bool> transfers{};  ///< accepted or declined; the others as found: the sure ones are accepted
    bool looked_at = false;  ///< the person saw the preview: what it took where the file is ambiguous is the answer
    std::function<bool(double)> progress{};  ///< 0…1; false cancels, with nothing written
};

/// How it is known whose statement it is, the surest first.
enum class AccountBy { person, number, format, kind, nothing };

/// A file, read for an account but not yet held against the ledger.
struct ReadFile {
    ImportWish wish{};  ///< with the account, where one was found
    AccountBy account_by = AccountBy::nothing;
    ledger::Statement statement{};
};

/// The banks that the user describes in banks.txt beside the ledger; none where there is no such file.
std::vector<ledger::BankHint> own_banks(const db::Store& store);

/// Reads the bytes; where no account is given, finds the one they belong to. Pure; long for a long file.
/// Trouble: whatever `read_statement` says of the file; no_such for the account.
ledger::Result<ReadFile> understand(const ledger::Book& book, ledger::Today today, std::string_view bytes,
                                    const ImportWish& wish);

/// What a file is held against.
struct Surroundings {
    ledger::KnownEntries known{};            ///< the account's entries around the statement's days
    std::vector<ledger::Entry> whole{};      ///< of these, whole: what waits to be booked, sides of transfers that were
                                             ///< made, and what is as large as one elsewhere
    std::vector<ledger::Entry> elsewhere{};  ///< the other accounts' entries around them, for meeting transfers
    ledger::Learned learned{};
    ledger::Money balance{};  ///< of the account at the end of the statement's last day, before it comes in
};
Surroundings gather(const State& state, const db::Store& store, const ReadFile& file);

/// `Entry::bank_id` of the side of a transfer that was made and stands in no file.
inline constexpr auto made_side = "~made";

/// A movement between own accounts that the file tells of, or one half of which it holds.
struct ProposedTransfer {
    ledger::TransferPair pair{};           ///< new rows under the numbers they will have
    int line = 0;                          ///< of the new row; 0 = both sides, or the only one, are there already
    std::optional<ledger::Entry> other{};  ///< the side that is there already
    bool accepted = false;
    friend bool operator==(const ProposedTransfer&, const ProposedTransfer&) = default;
    TransferKey key() const { return {line, other ? other->id : ledger::EntryId{}}; }
};

/// A file as it would come in: the draft that is shown is the very one that `record_import` records.
struct ImportPreview {
    ImportWish wish{};
    AccountBy account_by = AccountBy::nothing;
    ledger::Draft draft{};
    std::string account_hint{};                      ///< number or last digits of the account, where the file has it
    std::optional<ledger::Currency> currency{};      ///< that the file names
    std::vector<std::vector<std::string>> sample{};  ///< the first records of the file as they are, cut into cells
    Surroundings around{};
    std::vector<ProposedTransfer> transfers{};
    std::int64_t revision = 0;  ///< of the Book it was made on

    /// The balance the file ends with, where it has one, and what the ledger will hold at the end of that day.
    std::optional<ledger::Money> file_balance() const;
    std::optional<ledger::Money> balance_after() const;  ///< nothing where the sums are absurd
};

/// Marks the rows, finds their categories and transfers. Pure.
ImportPreview compose(const ledger::Book& book, ReadFile file, Surroundings around);

/// All of the above. Writes nothing.
ledger::Result<ImportPreview> preview_import(const State& state, const db::Store& store, std::string_view bytes,
                                             const ImportWish& wish);

/// What the person says about a row or a transfer; the preview follows.
void decide(const ledger::Book& book, ImportPreview& preview, int line, const RowChoice& choice);
void decide(const ledger::Book& book, ImportPreview& preview, TransferKey transfer, bool accepted);

/// What recording the preview does besides adding rows.
struct ImportEffects {
    std::vector<ledger::TransferPair> transfers{};  ///< linked
    std::vector<ledger::Settlement> settlements{};  ///< payments of open bills that the new rows are
};

/// The whole import as one Change: batch, new entries, accepted transfers linked, bills settled, and what was learned
/// about the format. Trouble: nothing_to_do where no row is new; no_such without an account. Needs a preview made on
/// this Book's revision: on another one the numbers of its rows are not those that were shown.
ledger::Result<ledger::Change> record_import(const State& state, const ImportPreview& preview, ledger::Moment at,
                                             ImportEffects* effects = nullptr);

/// What taking an import back touches: its entries, the other sides of their transfers, and those it booked, waiting
/// again.
std::vector<ledger::Entry> batch_entries(const db::Store& store, ledger::BatchId batch);

/// Takes one import back, with the links of its entries. `entries`: as `batch_entries` gives them.
ledger::Result<ledger::Change> undo_import(const State& state, ledger::BatchId batch,
                                           const std::vector<ledger::Entry>& entries);

/// A remembered format is forgotten. Trouble: no_such.
ledger::Result<ledger::Change> forget_format(const State& state, const std::string& name);

}  // namespace app
