#pragma once
#include <filesystem>
#include <stdexcept>
#include <string>

namespace db {

/// The disk, the file or the database failed; nothing was changed. Caught in one place, where a session runs its
/// effects.
class StorageError : public std::runtime_error {
public:
    enum class Kind { cannot_open, not_a_ledger, newer_version, damaged, locked, disk_full, read_only, moved, other };
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

}  // namespace db
