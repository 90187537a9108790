#pragma once
#include "ledger/facts/knowledge.hpp"

namespace db {

/// The directory of issuers and the hardship knowledge that come with the program (db/seed/*.json), read from inside
/// the program. The data is ours, so a fault in it is a fault of ours: it throws std::logic_error, and a test reads it
/// whole.
ledger::Knowledge load_knowledge();

}  // namespace db
