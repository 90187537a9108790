#pragma once
#include <vector>

#include "alerts/findings.hpp"
#include "alerts/policy.hpp"

namespace alerts {

/// Plans are watched more strictly than bills: each payment is told of twice, and already when it is tight.
/// A waiver counts as seen when as much came in on the card (or an own account) since the talk, or when the user has
/// said so.
std::vector<FollowUp> follow_ups(const ledger::Book& book, const ledger::History& history, const Assessment& assessment,
                                 const Policy& policy = {});

}  // namespace alerts
