#include "db/file/locks.hpp"

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstdarg>

namespace db {

namespace {

int by_open_file(int command)
{
    switch (command) {
        case F_SETLK: return F_OFD_SETLK;
        case F_SETLKW: return F_OFD_SETLKW;
        case F_GETLK: return F_OFD_GETLK;
        default: return command;
    }
}

/// `fcntl` as SQLite calls it.
int locking_fcntl(int file, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    void* argument = va_arg(arguments, void*);
    va_end(arguments);
    const int ours = by_open_file(command);
    if (ours == command) return fcntl(file, command, argument);
    auto* lock = static_cast<struct flock*>(argument);
    lock->l_pid = 0;  // must be so
    const int done = fcntl(file, ours, lock);
    // A file system that knows no such locks: then the process's own, as before.
    return done == -1 && errno == EINVAL ? fcntl(file, command, lock) : done;
}

}  // namespace

void hold_locks_by_open_file()
{
    auto* files = sqlite3_vfs_find(nullptr);
    if (files != nullptr && files->iVersion >= 3 && files->xSetSystemCall != nullptr)
        files->xSetSystemCall(files, "fcntl", reinterpret_cast<sqlite3_syscall_ptr>(&locking_fcntl));
}

void must_be_in_place(SQLite::Database& database, const std::filesystem::path& file)
{
    int moved = 0;
    const bool told = sqlite3_file_control(database.getHandle(), nullptr, SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK;
    auto journal = file;
    journal += "-wal";
    std::error_code error;
    const bool journal_there = std::filesystem::exists(journal, error) || error;
    if ((!told || moved == 0) && journal_there) return;
    throw StorageError{StorageError::Kind::moved, file, "the file that was opened is no longer in its place"};
}

}  // namespace db
