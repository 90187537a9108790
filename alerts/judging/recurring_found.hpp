#pragma once
#include "alerts/forecast/inputs.hpp"

namespace alerts {

/// The streams found on one account, in terms a person can confirm or dismiss: dearest first, the ended last.
std::vector<RecurringFound> recurring_found(const ledger::Book& book, const ledger::History& history,
                                            ledger::AccountId account, const AccountInput& input,
                                            const AccountForecast& forecast);

}  // namespace alerts
