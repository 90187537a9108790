#pragma once
#include "ledger/balances/card_cost.hpp"
#include "ledger/balances/duties.hpp"
#include "ui/app/session.hpp"
#include "ui/cli/json.hpp"

namespace cli {

/// What `bill list` shows: every open duty up to `horizon`, however long overdue, and those of the last month that are paid or in a plan.
/// A statement that has not closed yet is left out unless `projected`.
std::vector<ledger::Duty> listed_duties(const app::State& state, ledger::Date horizon, bool projected);

/// The card statement behind this duty; nothing for other bills.
std::optional<ledger::CardBill> statement_of(const app::State& state, const ledger::Duty& duty);

Json duty_json(const app::State& state, const ledger::Duty& duty);

}  // namespace cli
