#pragma once
#include <string>
#include <vector>

#include "db/tables/rows.hpp"

namespace db {

/// Everything that contradicts itself in the file, one line each; empty = sound.
std::vector<std::string> find_contradictions(SQLite::Database& database);

}  // namespace db
