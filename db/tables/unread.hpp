#pragma once
#include <vector>

#include "ledger/facts/left_out.hpp"

namespace db {

/// The rows that could not be read, as they are met.
using Unread = std::vector<ledger::LeftOut>;

}  // namespace db
