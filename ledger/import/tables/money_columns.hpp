#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/import/tables/balance_chain.hpp"
#include "ledger/import/tables/table_plan.hpp"

namespace ledger {

constexpr int places_for_comparing = 4;  ///< readings are compared without a currency, in hundredths of a hundredth
constexpr std::size_t rows_compared = 400;

/// +1 where the days of the file go up, -1 where they go down, 0 where they do not say.
int days_go(const Table&, const Layout&, int column);

/// Reads the money of one record as `plan` says, scaled to `places` decimals.
RowMoney money_of(const Record&, const TablePlan& plan, int places);

/// Does the direction column say the sign, or do the amounts carry it themselves (and the direction only repeats it)?
void settle_direction(const Table&, const Layout&, TablePlan&);

/// Tries every way to take the money from the columns and sets the best in the plan (amount, debit, credit, direction,
/// balance, fee). False when no column holds money.
bool choose_money(const Table&, const Layout&, const Surroundings&, TablePlan&);

/// Decides whether money out is written positive, from the balances, from words in the rows, from the header, from the
/// account.
void choose_sign(const Table&, const Layout&, const Surroundings&, const ReadHints&, TablePlan&);

}  // namespace ledger
