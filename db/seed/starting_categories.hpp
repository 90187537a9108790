#pragma once
#include <vector>

#include "ledger/facts/category.hpp"

namespace db {

/// The categories a new ledger begins with, numbered from 1, parents before their children. Names are English; they are
/// shown translated by their keys.
std::vector<ledger::Category> starting_categories();

}  // namespace db
