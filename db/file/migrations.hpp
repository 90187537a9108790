#pragma once
#include <filesystem>
#include <span>
#include <string_view>

#include "db/tables/rows.hpp"

namespace db {

/// One step of the schema: what makes version `to` out of the version before it.
struct Migration {
    int to = 0;
    std::string_view sql{};
};

/// Every step there is, ascending: db/schema/*.sql.
std::span<const Migration> shipped_migrations();

/// Brings the database to the newest version: a new one in one go, with the categories that come with the program; an
/// older one step by step, each in a transaction of its own, after a verified copy was put beside the file. A step that
/// fails leaves the file as it was before that step. Throws StorageError newer_version for a file from a later program,
/// and writes nothing to it.
void bring_up_to_date(SQLite::Database& database, const std::filesystem::path& file,
                      std::span<const Migration> migrations);

/// The version of the schema in the file; 0 = nothing there yet.
int schema_version(SQLite::Database& database);

}  // namespace db
