#pragma once
#include "alerts/findings.hpp"

namespace alerts {

/// Is this the time to speak of it? Overdue always; at risk or worse by the paying account alone, whether or not a move
/// of money would mend it (a plan's payment: tight or worse), when the last day to act is no more than `lead_days`
/// away.
bool worth_telling(const Finding& finding, ledger::Today today, const ledger::Preferences& preferences);

/// Are these the hours in which no notification is shown? From 22 to 8 runs over midnight; equal hours mean never.
bool quiet(const ledger::Preferences& preferences, ledger::Moment now);

}  // namespace alerts
