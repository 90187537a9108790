#pragma once
#include <filesystem>
#include <functional>

#include "db/tables/rows.hpp"

namespace db {

/// Copies the whole database, as it is at this moment, into a file of its own: private, verified, written through, and
/// under its name only when it is whole. Takes the place of a ledger that is there. `progress` gets 0–1 and says
/// whether to go on. False when it said stop; nothing is left then.
bool copy_whole(SQLite::Database& source, const std::filesystem::path& to,
                const std::function<bool(double)>& progress = {});

/// The same under a temporary name in the folder of `beside`; returns that name, empty when stopped. For the caller to
/// rename.
std::filesystem::path copy_to_part(SQLite::Database& source, const std::filesystem::path& beside,
                                   const std::function<bool(double)>& progress = {});

}  // namespace db
