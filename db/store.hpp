#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "db/queries.hpp"
#include "db/storage_error.hpp"
#include "ledger/balances/history.hpp"
#include "ledger/facts/change.hpp"
#include "ledger/import/drafts/learning.hpp"

namespace db {

struct Migration;  // db/file/migrations.hpp

/// A ledger file on disk. One Store, one connection; not for several threads at once.
/// Every call throws StorageError when the disk or the database fails, and has then changed nothing.
class Store {
public:
    /// Opens the file, or makes it (mode 0600, its folder 0700) with the categories that come with the program.
    /// An older schema is brought up to date after a verified copy was put beside it.
    static Store open(const std::filesystem::path& file);
    static Store open(const std::filesystem::path& file,
                      std::span<const Migration> migrations);  ///< for tests: with another list of schema steps
    static Store in_memory();                                  ///< for tests and what-if
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    ledger::Book load() const;
    ledger::History history(ledger::Date from) const;

    /// Records the whole Change in one transaction, and how to undo it. Needs a Change that `validate` found sound, and
    /// that takes away no account, category or batch that entries still name: ask `count`. One that does is refused as
    /// a StorageError. Returns false, with nothing written, when another process has recorded since `revision`: reload
    /// and try again.
    bool record(const ledger::Change& change, std::int64_t revision, ledger::Moment at);

    /// Takes the last recorded Change back; nothing when there is none. The caller loads the Book again.
    std::optional<Undoable> undo();
    std::vector<Undoable> undo_list(int most = 50) const;
    ledger::BatchId newest_import()
        const;  ///< the batch that the last recorded Change brought in; 0 when that was something else

    /// The entries that waited to be booked until this import booked them, as they were before it, but for what was
    /// edited since. Found in what is kept for undoing: nothing where that is forgotten.
    std::vector<ledger::Entry> booked_by(ledger::BatchId batch) const;

    bool changed_elsewhere()
        const;  ///< has another process written since we last loaded or recorded? Stays true until `load`

    std::optional<ledger::Entry> entry(ledger::EntryId id) const;
    std::vector<ledger::Entry> entries(const EntryFilter& filter) const;  ///< by (date, id)
    void for_each_entry(const EntryFilter& filter,
                        const std::function<void(const ledger::Entry&)>& show) const;  ///< the same, one after another
    std::vector<RegisterRow> page(const EntryFilter& filter, std::int64_t offset, std::int64_t limit,
                                  bool newest_first = false) const;
    std::int64_t count(const EntryFilter& filter) const;
    /// Transfers between own accounts left out; split entries by their parts. By month, category and account of whole
    /// months, the cost does not grow with the entries.
    std::vector<Flow> flows(const EntryFilter& filter, GroupBy by) const;
    std::vector<MonthSum> month_sums() const;  ///< by month; transfers are in; cost as of flows
    /// Its cost grows with what is entered for later days only.
    std::vector<AccountTotal> account_totals(ledger::Today today) const;

    std::int64_t turnover()
        const;  ///< at least what all amounts sum to, signs aside; cheap but for ledgers of billions

    /// What the user usually does with this payee: the category chosen most often, else the one most used; 0 when there
    /// is none.
    ledger::CategoryId usual_category(const std::string& payee) const;

    /// What categories were given to entries so far: the newest ones, oldest first. Its cost does not grow with the
    /// ledger.
    std::vector<ledger::Lesson> lessons(int most = 20000) const;
    std::optional<ledger::Entry> last_with(
        const std::string& payee) const;  ///< the newest entry of this payee that is no transfer, letter case aside
    std::vector<std::string> payees_like(const std::string& start, int most = 10) const;

    FileInfo info() const;
    std::vector<std::string> verify() const;  ///< integrity, foreign keys, totals against a recount; empty = sound

    /// A verified copy of 0600, whole or not at all, in place of a ledger that is there; a file that is no ledger is
    /// not written over. `progress` hears 0–1 and says whether to go on; false comes back when it said stop, and
    /// nothing is left.
    bool backup(const std::filesystem::path& to, const std::function<bool(double)>& progress = {}) const;
    void compact();  ///< gives room no longer used back to the disk

private:
    struct Inside;
    explicit Store(std::unique_ptr<Inside>);
    std::unique_ptr<Inside> inside_;
};

/// Puts the copy in place of the ledger, after verifying it, and keeps the ledger that was there beside it. Returns
/// where that one is now, empty when there was none. No Store may have the ledger open: that is refused as locked. The
/// copy is only read.
std::filesystem::path restore(const std::filesystem::path& copy, const std::filesystem::path& ledger_file);

}  // namespace db
