#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "db/file/copies.hpp"
#include "db/file/errors.hpp"
#include "db/file/files.hpp"
#include "db/file/migrations.hpp"
#include "db/file/verify.hpp"

namespace db {

namespace fs = std::filesystem;

namespace {

using Kind = StorageError::Kind;

/// A verified copy of `copy` in the ledger's folder. `copy` itself is only read.
fs::path verified_part(const fs::path& copy, const fs::path& ledger_file)
{
    const auto there = glance(copy);
    if (there.looks == Looks::missing) throw StorageError{Kind::cannot_open, copy, "there is no such file"};
    if (there.looks == Looks::cut_short) throw StorageError{Kind::damaged, copy, "the file ends within its first page"};
    if (there.looks != Looks::like_a_ledger) throw StorageError{Kind::not_a_ledger, copy, "this file is not a ledger"};
    return guarded(copy, [&] {
        auto source = connect(copy);
        if (schema_version(source) > shipped_migrations().back().to)
            throw StorageError{Kind::newer_version, copy, "schema " + std::to_string(schema_version(source))};
        if (schema_version(source) == shipped_migrations().back().to)
            if (const auto wrong = find_contradictions(source); !wrong.empty())
                throw StorageError{Kind::damaged, copy, wrong.front()};
        return copy_to_part(source, ledger_file);
    });
}

/// Brings everything of the ledger into its one file, so that it can be moved. A file that is no longer readable is
/// left as it is.
void gather(const fs::path& ledger_file)
{
    try {
        guarded(ledger_file, [&] {
            auto database = connect(ledger_file);
            database.setBusyTimeout(500);
            database.exec("PRAGMA journal_mode = DELETE");  // refused while another program has the ledger open
        });
    }
    catch (const StorageError& failure) {
        if (failure.kind() != Kind::damaged && failure.kind() != Kind::not_a_ledger) throw;
    }
}

void move_or_throw(const fs::path& from, const fs::path& to)
{
    if (std::rename(from.c_str(), to.c_str()) != 0) throw storage_error(errno, to, "moving the ledger");
}

/// Moves the ledger aside under a name of its own, with what is beside it when it could not be gathered.
fs::path put_aside(const fs::path& ledger_file)
{
    const auto kept = name_beside(ledger_file, "before-restore");
    for (const auto* end : {"-wal", "-shm", "-journal"})
        if (fs::exists(ledger_file.string() + end)) move_or_throw(ledger_file.string() + end, kept.string() + end);
    // a second name first, so that there is a ledger at every moment; where the disk has no second names, a plain move
    if (::link(ledger_file.c_str(), kept.c_str()) != 0) move_or_throw(ledger_file, kept);
    return kept;
}

}  // namespace

fs::path restore(const fs::path& copy, const fs::path& ledger_file)
{
    std::error_code not_there;
    if (fs::equivalent(copy, ledger_file, not_there))
        throw StorageError{Kind::other, copy, "the ledger cannot be restored from itself"};
    const auto part = verified_part(copy, ledger_file);
    fs::path kept;
    try {
        if (fs::exists(ledger_file)) {
            gather(ledger_file);
            kept = put_aside(ledger_file);
        }
        move_or_throw(part, ledger_file);
    }
    catch (const StorageError&) {
        std::error_code ignored;
        fs::remove(part, ignored);
        throw;
    }
    flush_to_disk(ledger_file);
    return kept;
}

}  // namespace db
