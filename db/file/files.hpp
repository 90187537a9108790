#pragma once
#include <filesystem>
#include <string_view>

#include "db/tables/rows.hpp"

namespace db {

constexpr int application_id = 0x44756557;  ///< "DueW": what makes an SQLite file a ledger

/// What can be told of a file without opening it as a database, which would already write beside it.
enum class Looks { missing, empty, like_a_ledger, like_something_else, cut_short };
struct Glance {
    Looks looks{};
    int version = 0;  ///< user_version, as far as it was written through to the file itself
};
Glance glance(const std::filesystem::path& file);

/// Makes the folder (0700) and an empty file (0600), whatever the umask is. False when the file was already there.
bool make_private(const std::filesystem::path& file);

/// Opens the database in the file and sets what every connection of ours has: foreign keys, patience with others,
/// caution with what the file brings along. Opens nothing that is not there.
SQLite::Database connect(const std::filesystem::path& file);
void set_up_connection(SQLite::Database& database);

/// Writes the file and its name through to the disk.
void flush_to_disk(const std::filesystem::path& file);

/// A name beside `file` that nothing has yet: "ledger.duewatch.before-v2-20261122T0931". The time is that of the last
/// change to the file, so that the name tells whose state it holds.
std::filesystem::path name_beside(const std::filesystem::path& file, std::string_view why);

}  // namespace db
