#pragma once
#include <string>
#include <vector>

#include "ui/app/journeys/journey.hpp"

namespace app {

/// Was somebody told of this before, or has seen it (`alerts::Telling::key`, say)?
bool told(const ledger::Book& book, const std::string& about);

/// Remembers that these warnings were given, so that nobody is told the same thing twice. Trouble: nothing_to_do when
/// all were given before.
ledger::Result<ledger::Change> note_told(const State& state, const std::vector<std::string>& about, ledger::Moment at);

}  // namespace app
