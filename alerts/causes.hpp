#pragma once
#include "alerts/inputs.hpp"

namespace alerts {

/// What makes the difference for one duty: what is there today, what comes and goes before it, what comes soon after.
/// At most five, today's balance first, then by size. `median_before` is the median of what is there to pay with.
std::vector<Cause> causes(const ledger::Book& book, const ledger::History& history, ledger::Today today, const Inputs& inputs,
                          const AccountForecast& forecast, const Due& due, std::int64_t median_before);

}  // namespace alerts
