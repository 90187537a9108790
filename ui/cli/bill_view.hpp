#pragma once
#include "ledger/balances/card_cost.hpp"
#include "ledger/balances/duties.hpp"
#include "ui/app/session.hpp"
#include "ui/cli/commands.hpp"

namespace cli {

/// What `bill list` shows: every open duty up to `horizon`, however long overdue, and those of the last month that are
/// paid or in a plan. A statement that has not closed yet is left out unless `projected`.
std::vector<ledger::Duty> listed_duties(const app::State& state, ledger::Date horizon, bool projected);

/// The card statement behind this duty; nothing for other bills.
std::optional<ledger::CardBill> statement_of(const app::State& state, const ledger::Duty& duty);

Json duty_json(const app::State& state, const ledger::Duty& duty);

/// The occurrence of the bill that is due on this day, by its day in the rule; a problem is said where there is none.
std::optional<ledger::Date> occurrence_due(Reader& in, Context& context, ledger::BillId bill, const std::string& day);

/// The open occurrence of the bill, for what add, pay, skip and edit answer.
Json current_json(Context& context, ledger::BillId bill);

// The rest of the group `bill`, each in a file of its own.
void add_payment_commands(CLI::App& bill, Context& context);    ///< pay, payments, match, unmatch
void add_card_cost_commands(CLI::App& bill, Context& context);  ///< cost, statement

}  // namespace cli
