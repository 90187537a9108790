#pragma once
#include "ledger/facts/presets.hpp"

namespace db {

/// The regional customs of cards and the lists of holidays that come with the program (db/seed/card_presets.json,
/// holidays.json). The data is ours, so a fault in it is a fault of ours: it throws std::logic_error, and a test reads
/// it whole.
ledger::Presets load_presets();

}  // namespace db
