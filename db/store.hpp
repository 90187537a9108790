#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "ledger/balances/history.hpp"
#include "ledger/facts/change.hpp"
#include "ledger/import/drafts/learning.hpp"

namespace db {

struct Migration;  // db/migrations.hpp

/// The disk, the file or the database failed; nothing was changed. Caught in one place, where a session runs its
/// effects.
class StorageError : public std::runtime_error {
public:
    enum class Kind { cannot_open, not_a_ledger, newer_version, damaged, locked, disk_full, read_only, other };
    StorageError(Kind kind, std::filesystem::path file, const std::string& what)
        : std::runtime_error{what}, kind_{kind}, file_{std::move(file)}
    {
    }
    Kind kind() const { return kind_; }
    const std::filesystem::path& file() const { return file_; }

private:
    Kind kind_;
    std::filesystem::path file_;
};

/// One word of a search. An entry fits it when any of these does.
struct SearchWord {
    std::string text{};               ///< stands in its payee, its memo or the memo of a part, letter case aside
    std::vector<std::string> also{};  ///< or one of these does: other words for the same
    std::vector<ledger::CategoryId> categories{};  ///< it, or a part of it, is one of these
    std::vector<ledger::AccountId> accounts{};     ///< it is on one of these
    std::vector<ledger::Money> amounts{};          ///< it is exactly one of these, with its sign
};

/// Which entries a register shows. All bounds inclusive; nothing given = no bound.
struct EntryFilter {
    ledger::AccountId account{};
    std::optional<ledger::Date> from{}, to{};
    ledger::CategoryId category{};    ///< this one or one below it
    std::vector<SearchWord> words{};  ///< fits every one of them
    ledger::BatchId batch{};
    std::optional<ledger::Currency> currency{};  ///< of its account
    bool unreconciled = false;                   ///< only what no statement has confirmed yet
};

/// An entry with the balance of its account after it.
struct RegisterRow {
    ledger::Entry entry{};
    ledger::Money balance{};
};

enum class GroupBy { month, category, payee, account };

/// Money in and out under one category, in one currency, of one month, payee or account where that was asked for.
struct Flow {
    std::string month{};             ///< "2026-11", where asked by month
    ledger::CategoryId category{};   ///< always
    ledger::AccountId account{};     ///< where asked by account
    std::string payee{};             ///< where asked by payee; letter case aside
    ledger::Money in{}, out{};       ///< out is negative
    std::int64_t ins = 0, outs = 0;  ///< how many entries, or parts of split ones
};

/// What an account's entries of one month sum to.
struct MonthSum {
    ledger::AccountId account{};
    ledger::Date month{};  ///< its first day
    ledger::Money sum{};
};

struct AccountTotal {
    ledger::AccountId account{};
    ledger::Money balance{};  ///< opening and all entries
    std::int64_t entries = 0;
    std::optional<ledger::Date> first{}, last{};
};

/// One recorded Change in the undo list, newest first.
struct Undoable {
    std::int64_t number = 0;
    ledger::Deed deed{};
    std::string about{};
    ledger::Moment at{};
};

struct FileInfo {
    std::filesystem::path file{};
    std::uintmax_t bytes = 0;
    int schema = 0;  ///< user_version
    std::int64_t entries = 0;
    std::int64_t revision = 0;
    std::string sqlite{};  ///< the library's version
};

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
    std::vector<MonthSum> month_sums() const;          ///< by month; transfers are in; cost as of flows
    std::vector<AccountTotal> account_totals() const;  ///< cost does not grow with the entries

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

/// The data that comes with the program ("banks.json", "negotiation.json"); empty for an unknown name.
std::string_view seed(std::string_view file);

}  // namespace db
