#pragma once
#include "alerts/findings.hpp"

namespace alerts {

/// Is it one to act on, sooner or later? Overdue always; at risk or worse by the paying account alone, whether or not a
/// move of money would mend it; a plan's payment: tight or worse.
bool is_danger(const Finding& finding);

/// … and is this the time to speak of it? When it is overdue, or the last day to act is no more than `lead_days` away.
bool worth_telling(const Finding& finding, ledger::Today today, const ledger::Preferences& preferences);

/// From which day on a danger that is not overdue is told.
ledger::Date speaks_on(const Finding& finding, const ledger::Preferences& preferences);

/// Are these the hours in which no notification is shown? From 22 to 8 runs over midnight; equal hours mean never.
bool quiet(const ledger::Preferences& preferences, ledger::Moment now);

}  // namespace alerts
