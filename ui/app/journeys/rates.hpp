#pragma once
#include <string_view>
#include <vector>

#include "ui/app/journeys/journey.hpp"

namespace app {

/// Rates as they were entered or imported; one for the same two currencies and day takes the place of what was there.
ledger::Result<ledger::Change> add_rates(const State& state, const std::vector<ledger::ExchangeRate>& rates);
ledger::Result<ledger::Change> remove_rate(const State& state, ledger::ExchangeRateId rate);

/// Lines of date, from, to and rate ("2026-11-01,USD,CNY,7.12"), parted by comma, semicolon or tab; a first line of
/// names is passed over. Every line that cannot be read has a Problem with its number, and then nothing is taken.
ledger::Result<std::vector<ledger::ExchangeRate>> read_rates(std::string_view bytes);

}  // namespace app
