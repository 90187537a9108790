#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/app/journeys/journey.hpp"

namespace app {

/// The day on which somebody was told of this (`alerts::Telling::key`, say); nothing while nobody was.
std::optional<ledger::Date> told_on(const ledger::Book& book, const std::string& about);
/// Was somebody told of this before, or has seen it?
bool told(const ledger::Book& book, const std::string& about);

/// Remembers that these warnings were given, so that nobody is told the same thing twice. Trouble: nothing_to_do when
/// all were given before.
ledger::Result<ledger::Change> note_told(const State& state, const std::vector<std::string>& about, ledger::Moment at);

}  // namespace app
