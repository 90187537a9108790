#include "db/store.hpp"

#include <sqlite3.h>

#include "db/file/copies.hpp"
#include "db/file/errors.hpp"
#include "db/file/files.hpp"
#include "db/file/left_out.hpp"
#include "db/file/locks.hpp"
#include "db/file/migrations.hpp"
#include "db/file/recording.hpp"
#include "db/file/verify.hpp"
#include "db/tables/all.hpp"
#include "db/tables/entry.hpp"
#include "db/tables/entry_text.hpp"
#include "db/tables/flows.hpp"
#include "db/tables/history.hpp"
#include "db/tables/preferences.hpp"
#include "db/tables/register.hpp"
#include "db/tables/undo.hpp"
#include "ledger/sound/validate.hpp"

namespace db {

using ledger::Book;

namespace {

std::int64_t revision_of(SQLite::Database& database)
{
    return number(database, "SELECT value FROM meta WHERE key = 'revision'");
}

void count_revision(SQLite::Database& database)
{
    run(database, "UPDATE meta SET value = value + 1 WHERE key = 'revision'");
}

/// Changes whenever another connection has committed; never by our own writing.
std::int64_t data_version(SQLite::Database& database)
{
    return number(database, "PRAGMA data_version");
}

/// The numbers of rows that could not be read are not given again.
template <class Fact>
void fill(Book& book, SQLite::Database& database)
{
    Unread unread;
    auto& facts = ledger::shelf<Fact>(book);
    for (auto& fact : table<Fact>(database).load(unread)) facts.emplace_hint(facts.end(), fact.id, std::move(fact));
    for (auto& one : unread) {
        if (!one.part) ledger::keep_number(book, ledger::kind_of<Fact>(), one.row);
        book.left_out.push_back(std::move(one));
    }
}

template <class... Facts>
void fill_all(Book& book, SQLite::Database& database, const std::tuple<Facts...>*)
{
    (fill<Facts>(book, database), ...);
}

/// Writes the steps of a Change, whatever they are.
struct Writer {
    SQLite::Database& database;
    EntryTable& entries;
    Recording& recording;

    void operator()(const ledger::Bring& bring) const
    {
        recording.pass_over(bring.first, bring.count);
        for (std::int64_t n = 0; n < bring.count; ++n) entries.put(bring.at(n));
        recording.go_on();
    }
    void operator()(const ledger::Put<ledger::Entry>& put) const { entries.put(put.fact); }
    void operator()(const ledger::Remove<ledger::Entry>& gone) const { entries.remove(gone.id); }
    void operator()(const ledger::Preferences& preferences) const { PreferencesTable{database}.put(preferences); }
    template <class Fact>
    void operator()(const ledger::Put<Fact>& put) const
    {
        table<Fact>(database).put(put.fact);
    }
    template <class Fact>
    void operator()(const ledger::Remove<Fact>& gone) const
    {
        table<Fact>(database).remove(gone.id);
    }
};

/// Many entries touch every index: they are given more of the cache while they are written, and the memory is given
/// back.
class RoomForMany {
public:
    RoomForMany(SQLite::Database& database, std::int64_t entries) : database_{database}, needed_{entries > 10'000}
    {
        if (!needed_) return;
        usual_ = number(database_, "PRAGMA cache_size");
        database_.exec("PRAGMA cache_size = -64000");
    }
    ~RoomForMany()
    {
        if (!needed_) return;
        try {
            database_.exec("PRAGMA cache_size = " + std::to_string(usual_));
            sqlite3_db_release_memory(database_.getHandle());
        }
        catch (const SQLite::Exception&) {  // then it stays as it is: what was written is written
        }
    }
    RoomForMany(const RoomForMany&) = delete;
    RoomForMany& operator=(const RoomForMany&) = delete;

private:
    SQLite::Database& database_;
    bool needed_;
    std::int64_t usual_ = 0;
};

std::int64_t entries_brought(const ledger::Change& change)
{
    std::int64_t all = 0;
    for (const auto& step : change.steps)
        if (const auto* bring = std::get_if<ledger::Bring>(&step)) all += bring->count;
    return all;
}

}  // namespace

struct Store::Inside {
    std::filesystem::path file;
    mutable SQLite::Database database;
    mutable std::int64_t seen = 0;  ///< data_version when we last knew what is in the file
    mutable bool hidden = false;    ///< some of what is in the file is not shown

    template <class Work>
    auto guarded(Work&& work) const
    {
        return db::guarded(file, std::forward<Work>(work), &database);
    }

    /// Nothing is written into a file that nobody will find again.
    void must_be_kept() const
    {
        if (file != ":memory:") must_be_in_place(database, file);
    }
};

Store::Store(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::filesystem::path& file)
{
    return open(file, shipped_migrations());
}

Store Store::open(const std::filesystem::path& file, std::span<const Migration> migrations)
{
    hold_locks_by_open_file();
    const auto there = glance(file);
    switch (there.looks) {
        case Looks::like_something_else:
            throw StorageError{StorageError::Kind::not_a_ledger, file, "this file is not a ledger"};
        case Looks::cut_short:
            throw StorageError{StorageError::Kind::damaged, file, "the file ends within its first page"};
        default: break;
    }
    if (there.version > migrations.back().to)
        throw StorageError{StorageError::Kind::newer_version, file, "schema " + std::to_string(there.version)};
    const bool made = there.looks == Looks::missing && make_private(file);
    try {
        return db::guarded(file, [&] {
            auto inside = std::make_unique<Inside>(Inside{file, connect(file)});
            bring_up_to_date(inside->database, file, migrations);
            // only now: a new file is whole in itself before it has a log beside it
            inside->database.exec("PRAGMA journal_mode = WAL");
            inside->seen = data_version(inside->database);
            return Store{std::move(inside)};
        });
    }
    catch (const StorageError&) {
        std::error_code ignored;
        if (made)
            for (const auto* end : {"", "-journal", "-wal", "-shm"})
                std::filesystem::remove(file.string() + end, ignored);
        throw;
    }
}

Store Store::in_memory()
{
    return db::guarded(":memory:", [] {
        auto inside = std::make_unique<Inside>(
            Inside{":memory:", SQLite::Database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}});
        set_up_connection(inside->database);
        bring_up_to_date(inside->database, inside->file, shipped_migrations());
        return Store{std::move(inside)};
    });
}

Book Store::load() const
{
    return inside_->guarded([&] {
        auto& database = inside_->database;
        Unit one_moment{database, Unit::Kind::reading};
        if (inside_->hidden) show_all(database);
        Book book;
        fill_all(book, database, static_cast<const ledger::FactKinds*>(nullptr));
        book.preferences = PreferencesTable{database}.load(book.left_out);
        ledger::leave_out_unsound(book);
        inside_->hidden = hide_unsound(database, book);
        const EntryTable entries{database};
        book.last_entry = entries.last_entry();
        book.last_transfer = entries.last_transfer();
        book.revision = revision_of(database);
        inside_->seen = data_version(database);
        one_moment.commit();  // what was hidden stays so
        return book;
    });
}

ledger::History Store::history(ledger::Date from) const
{
    return inside_->guarded([&] {
        Unit one_moment{inside_->database, Unit::Kind::reading};
        return load_history(inside_->database, from);
    });
}

bool Store::record(const ledger::Change& change, std::int64_t revision, ledger::Moment at)
{
    return inside_->guarded([&] {
        auto& database = inside_->database;
        inside_->must_be_kept();
        const RoomForMany room{database, entries_brought(change)};
        Unit whole{database, Unit::Kind::writing};
        if (revision_of(database) != revision) return false;
        const auto seen = data_version(database);
        std::string inverse;
        {
            Recording recording{database};
            EntryTable entries{database};
            for (const auto& step : change.steps) std::visit(Writer{database, entries, recording}, step);
            entries.keep_counters();
            inverse = recording.inverse();
        }
        UndoTable{database}.add(change, at, inverse);
        count_revision(database);
        whole.commit();
        inside_->seen = seen;
        return true;
    });
}

std::optional<Undoable> Store::undo()
{
    return inside_->guarded([&]() -> std::optional<Undoable> {
        auto& database = inside_->database;
        inside_->must_be_kept();
        Unit whole{database, Unit::Kind::writing};
        UndoTable changes{database};
        const auto newest = changes.load(1);
        if (newest.empty()) return std::nullopt;
        take_back(database, changes.inverse(newest.front().number));
        changes.remove(newest.front().number);
        count_revision(database);
        whole.commit();
        return newest.front();
    });
}

std::vector<Undoable> Store::undo_list(int most) const
{
    return inside_->guarded([&] { return UndoTable{inside_->database}.load(most); });
}

ledger::BatchId Store::newest_import() const
{
    return inside_->guarded([&]() -> ledger::BatchId {
        auto& database = inside_->database;
        const UndoTable changes{database};
        const auto newest = changes.load(1);
        if (newest.empty() || newest.front().deed != ledger::Deed::import) return {};
        const auto added = new_entries(changes.inverse(newest.front().number));
        const auto first = added.empty() ? std::nullopt : EntryTable{database}.load(added.front().first);
        return first ? first->batch : ledger::BatchId{};
    });
}

std::vector<ledger::Entry> Store::booked_by(ledger::BatchId batch) const
{
    return inside_->guarded([&] {
        auto& database = inside_->database;
        const UndoTable changes{database};
        const EntryTable entries{database};
        std::vector<ledger::Entry> found;
        for (const auto& change : changes.load(UndoTable::most)) {
            if (change.deed != ledger::Deed::import) continue;
            for (const auto& was : booked_with(changes.inverse(change.number), batch)) {
                auto entry = entries.load(was.id);
                if (!entry || entry->status != ledger::EntryStatus::cleared || entry->posted != was.posted)
                    continue;  // edited since
                entry->status = ledger::EntryStatus::pending;
                entry->posted = was.posted_before;
                if (entry->bank_id == was.bank_id) entry->bank_id = was.bank_id_before;
                found.push_back(std::move(*entry));
            }
        }
        return found;
    });
}

bool Store::changed_elsewhere() const
{
    return inside_->guarded([&] {
        inside_->must_be_kept();
        return data_version(inside_->database) != inside_->seen;
    });
}

std::optional<ledger::Entry> Store::entry(ledger::EntryId id) const
{
    return inside_->guarded([&] { return EntryTable{inside_->database}.load(id); });
}

std::vector<ledger::Entry> Store::entries(const EntryFilter& filter) const
{
    return inside_->guarded([&] { return Register{inside_->database}.entries(filter); });
}

void Store::for_each_entry(const EntryFilter& filter, const std::function<void(const ledger::Entry&)>& show) const
{
    inside_->guarded([&] {
        Unit one_moment{inside_->database, Unit::Kind::reading};
        Register{inside_->database}.for_each(filter, show);
    });
}

std::vector<RegisterRow> Store::page(const EntryFilter& filter, std::int64_t offset, std::int64_t limit,
                                     bool newest_first) const
{
    return inside_->guarded([&] {
        Unit one_moment{inside_->database, Unit::Kind::reading};
        return Register{inside_->database}.page(filter, offset, limit, newest_first);
    });
}

std::int64_t Store::count(const EntryFilter& filter) const
{
    return inside_->guarded([&] { return Register{inside_->database}.count(filter); });
}

std::vector<Flow> Store::flows(const EntryFilter& filter, GroupBy by) const
{
    return inside_->guarded([&] {
        Unit one_moment{inside_->database, Unit::Kind::reading};
        return flows_by(inside_->database, filter, by);
    });
}

std::vector<MonthSum> Store::month_sums() const
{
    return inside_->guarded([&] { return Register{inside_->database}.month_sums(); });
}

std::vector<AccountTotal> Store::account_totals(ledger::Today today) const
{
    return inside_->guarded([&] { return Register{inside_->database}.account_totals(today); });
}

std::int64_t Store::turnover() const
{
    return inside_->guarded([&] { return Register{inside_->database}.turnover(); });
}

ledger::CategoryId Store::usual_category(const std::string& payee) const
{
    return inside_->guarded([&] { return Register{inside_->database}.usual_category(payee); });
}

std::vector<ledger::Lesson> Store::lessons(int most) const
{
    return inside_->guarded([&] { return Register{inside_->database}.lessons(most); });
}

std::optional<ledger::Entry> Store::last_with(const std::string& payee) const
{
    return inside_->guarded([&]() -> std::optional<ledger::Entry> {
        const auto id = Register{inside_->database}.last_with(payee);
        return id ? EntryTable{inside_->database}.load(id) : std::nullopt;
    });
}

std::vector<std::string> Store::payees_like(const std::string& start, int most) const
{
    return inside_->guarded([&] { return Register{inside_->database}.payees_like(start, most); });
}

FileInfo Store::info() const
{
    return inside_->guarded([&] {
        auto& database = inside_->database;
        std::error_code no_file;
        const auto bytes = std::filesystem::file_size(inside_->file, no_file);
        return FileInfo{.file = inside_->file,
                        .bytes = no_file ? 0 : bytes,
                        .schema = schema_version(database),
                        .entries = number(database, "SELECT sum(entries) FROM month_totals"),
                        .revision = revision_of(database),
                        .sqlite = sqlite3_libversion()};
    });
}

std::vector<std::string> Store::verify() const
{
    auto found = inside_->guarded([&] {
        Unit one_moment{inside_->database, Unit::Kind::reading};
        show_all(inside_->database);
        one_moment.commit();
        return find_contradictions(inside_->database);
    });
    for (const auto& one : load().left_out) found.push_back(in_words(one));  // and hides it again
    return found;
}

bool Store::backup(const std::filesystem::path& to, const std::function<bool(double)>& progress) const
{
    std::error_code not_there;
    if (std::filesystem::equivalent(to, inside_->file, not_there))
        throw StorageError{StorageError::Kind::other, to, "a copy cannot take the place of the ledger it is made from"};
    return copy_whole(inside_->database, to, progress);
}

void Store::compact()
{
    inside_->guarded([&] {
        EntryText{inside_->database}
            .make_anew();  // it keeps room for words that were taken out; newer SQLite a lot of it
        inside_->database.exec("VACUUM");
        inside_->database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    });
}

}  // namespace db
