#pragma once
#include <string>
#include <vector>

#include "alerts/assess.hpp"
#include "alerts/telling/follow_up.hpp"
#include "ui/app/journeys/journey.hpp"

namespace app {

/// What a warning is about: bill, occurrence and how serious. The same warning has the same key, a worse one another.
std::string notice_key(const alerts::Finding& finding);
std::string notice_key(const alerts::LateIncomeFound& late);

/// The same for what follows from a talk or a plan: each of two reminders has its own.
std::string notice_key(const alerts::FollowUp& follow_up);

bool told(const ledger::Book& book, const std::string& about);

/// Remembers that these warnings were given, so that nobody is told the same thing twice. Trouble: nothing_to_do when
/// all were given before.
ledger::Result<ledger::Change> note_told(const State& state, const std::vector<std::string>& about, ledger::Moment at);

}  // namespace app
