#include "db/file/errors.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace db {

namespace {

bool no_room(int error)
{
    return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

}  // namespace

StorageError storage_error(const SQLite::Exception& failure, const std::filesystem::path& file,
                           SQLite::Database* database)
{
    using Kind = StorageError::Kind;
    const auto kind = [&] {
        switch (failure.getErrorCode() & 0xff) {
            case SQLITE_CANTOPEN: return Kind::cannot_open;
            case SQLITE_NOTADB: return Kind::not_a_ledger;
            case SQLITE_CORRUPT: return Kind::damaged;
            case SQLITE_BUSY:
            case SQLITE_LOCKED:
            case SQLITE_PROTOCOL: return Kind::locked;
            case SQLITE_FULL: return Kind::disk_full;
            case SQLITE_READONLY:
            case SQLITE_PERM: return Kind::read_only;
            default: break;
        }
        if (failure.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ) return Kind::damaged;  // the file ends too early
        // SQLite names only ENOSPC a full disk; a quota, a limit and the growing of -shm come as failed writes
        const auto failed = failure.getExtendedErrorCode();
        const int error = database ? sqlite3_system_errno(database->getHandle()) : 0;
        const bool writing =
            failed == SQLITE_IOERR_WRITE || failed == SQLITE_IOERR_SHMSIZE || failed == SQLITE_IOERR_TRUNCATE;
        return no_room(error) || (writing && error != EIO) ? Kind::disk_full : Kind::other;
    }();
    return {kind, file, failure.what()};
}

StorageError storage_error(int error, const std::filesystem::path& file, const std::string& doing)
{
    using Kind = StorageError::Kind;
    auto kind = Kind::cannot_open;
    if (no_room(error)) kind = Kind::disk_full;
    else if (error == EROFS) kind = Kind::read_only;
    else if (error == EIO) kind = Kind::other;
    return {kind, file, doing + ": " + std::strerror(error)};
}

Unit::Unit(SQLite::Database& database, Kind kind) : database_{database}
{
    database_.exec(kind == Kind::writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

Unit::~Unit()
{
    // SQLite may have rolled back by itself already, on a full disk for example
    if (open_ && sqlite3_get_autocommit(database_.getHandle()) == 0)
        sqlite3_exec(database_.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Unit::commit()
{
    database_.exec("COMMIT");
    open_ = false;
}

}  // namespace db
