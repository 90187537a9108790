#include "db/file/copies.hpp"

#include <SQLiteCpp/Backup.h>

#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "db/file/errors.hpp"
#include "db/file/files.hpp"

namespace db {

namespace {

namespace fs = std::filesystem;

/// Takes the file away again, unless it is kept.
class Part {
public:
    explicit Part(fs::path file) : file_{std::move(file)} {}
    ~Part()
    {
        std::error_code ignored;
        if (!file_.empty())
            for (const auto* end : {"", "-journal", "-wal", "-shm"}) fs::remove(file_.string() + end, ignored);
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    const fs::path& file() const { return file_; }
    fs::path keep() { return std::exchange(file_, {}); }

private:
    fs::path file_;
};

fs::path new_part(const fs::path& beside)
{
    for (int n = 1;; ++n) {
        auto name = beside;
        name += ".part-" + std::to_string(::getpid()) + "-" + std::to_string(n);
        if (make_private(name)) return name;
    }
}

std::int64_t count_entries(SQLite::Database& database)
{
    return number(database, "SELECT count(*) FROM entries");
}

bool copy_pages(SQLite::Database& source, SQLite::Database& target, const std::function<bool(double)>& progress)
{
    SQLite::Backup backup{target, source};
    constexpr int pages_at_once = 1000;
    for (int result = SQLITE_OK; result != SQLITE_DONE;) {
        result = backup.executeStep(pages_at_once);
        const int total = backup.getTotalPageCount();
        const double share = total ? 1.0 - static_cast<double>(backup.getRemainingPageCount()) / total : 1.0;
        if (progress && !progress(share)) return false;
    }
    return true;
}

}  // namespace

fs::path copy_to_part(SQLite::Database& source, const fs::path& beside, const std::function<bool(double)>& progress)
{
    Part part{new_part(beside)};
    const bool whole = guarded(beside, [&] {
        Unit one_moment{source, Unit::Kind::reading};
        const auto entries = count_entries(source);
        SQLite::Database target{part.file().string(), SQLite::OPEN_READWRITE};
        if (!copy_pages(source, target, progress)) return false;
        target.exec("PRAGMA journal_mode = DELETE");  // one file, whole in itself
        SQLite::Statement check{target, "PRAGMA quick_check(1)"};
        if (!check.executeStep() || check.getColumn(0).getString() != "ok" || count_entries(target) != entries)
            throw StorageError{StorageError::Kind::damaged, beside, "the copy does not read back as it was written"};
        return true;
    });
    if (!whole) return {};
    flush_to_disk(part.file());
    return part.keep();
}

bool copy_whole(SQLite::Database& source, const fs::path& to, const std::function<bool(double)>& progress)
{
    const auto there = glance(to);
    if (there.looks == Looks::like_something_else)
        throw StorageError{StorageError::Kind::not_a_ledger, to, "this file is not a ledger and is not written over"};
    const auto part = copy_to_part(source, to, progress);
    if (part.empty()) return false;
    if (std::rename(part.c_str(), to.c_str()) != 0) {
        const int error = errno;
        Part gone{part};
        throw storage_error(error, to, "putting the copy in place");
    }
    flush_to_disk(to);
    return true;
}

}  // namespace db
