#pragma once
#include <filesystem>

#include "db/storage_error.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// Makes SQLite's locks belong to the open file and no longer to the process. By POSIX, a process loses all its locks
/// on a file as soon as anything in it closes that file, a file dialog that looks into the folder for example; the next
/// program then takes itself for the last user and removes the journal we write to. Call before a ledger is opened;
/// calling again does no harm. Source: fcntl(2), "Open file description locks"; SQLite, "How To Corrupt An SQLite
/// Database File", 2.2.
void hold_locks_by_open_file();

/// Throws `StorageError` of kind `moved` where the ledger that is open is no longer the file of that name on the disk
/// (it was moved, replaced or removed), or its journal is gone: what is written now would be kept by nobody.
void must_be_in_place(SQLite::Database& database, const std::filesystem::path& file);

}  // namespace db
