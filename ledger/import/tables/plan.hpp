#pragma once
#include <optional>

#include "ledger/import/tables/table_plan.hpp"

namespace ledger {

/// The best way to read the table, if any has a date and an amount in it.
std::optional<TablePlan> plan_for(const Table&, const Layout&, const Surroundings&, const ReadHints&,
                                  const FormatMemory*);

}  // namespace ledger
