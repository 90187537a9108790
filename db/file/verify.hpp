#pragma once
#include <string>
#include <vector>

#include "db/tables/rows.hpp"

namespace db {

/// Everything that contradicts itself in the file, one line each; empty = sound.
std::vector<std::string> find_contradictions(SQLite::Database& database);

/// The table, the row and the value that cannot be reckoned with.
std::string in_words(const ledger::LeftOut& one);

}  // namespace db
