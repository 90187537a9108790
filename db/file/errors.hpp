#pragma once
#include <filesystem>
#include <string>

#include "db/storage_error.hpp"
#include "db/tables/rows.hpp"

namespace db {

/// What a failure of SQLite means to the owner of the file. `database` knows more of a failure of the disk, where there
/// is one.
StorageError storage_error(const SQLite::Exception& failure, const std::filesystem::path& file,
                           SQLite::Database* database = nullptr);

/// The same for a failed system call; `error` is its errno.
StorageError storage_error(int error, const std::filesystem::path& file, const std::string& doing);

/// Runs `work`, and tells its failure as a StorageError about `file`.
template <class Work>
auto guarded(const std::filesystem::path& file, Work&& work, SQLite::Database* database = nullptr) -> decltype(work())
{
    try {
        return work();
    }
    catch (const SQLite::Exception& failure) {
        throw storage_error(failure, file, database);
    }
    catch (const Unreadable& failure) {
        throw StorageError{StorageError::Kind::damaged, file, failure.what()};
    }
}

/// A transaction that is rolled back unless it is committed.
class Unit {
public:
    enum class Kind { reading, writing };
    Unit(SQLite::Database& database, Kind kind);
    ~Unit();
    Unit(const Unit&) = delete;
    Unit& operator=(const Unit&) = delete;
    void commit();

private:
    SQLite::Database& database_;
    bool open_ = true;
};

}  // namespace db
