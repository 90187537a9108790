#pragma once
#include "ledger/import/tables/table_plan.hpp"

// The parts of a plan that each ask one question of the columns.
namespace ledger {

/// Which columns are dates, the best first; what the header calls a due date, a period or a print date comes last or
/// not at all. Of two that the header tells apart no better, the one that is never later is the day of the purchase,
/// the other its booking.
std::vector<int> date_columns(const Table&, const Layout&);

/// The order of day, month and year that the column's cells allow; where several do, the one under which the rows are
/// sorted and lie close together, then what the currency and the region are used to. Adds a question when it stays
/// open.
DateOrder date_order_of(const Table&, const Layout&, int column, const Surroundings&, const ReadHints&,
                        std::vector<OpenQuestion>&);

/// The decimal mark that the money columns vote for.
char decimal_of(const Layout&, char delimiter, const Surroundings&);

/// Sets who, what for, category, status, ids and the like.
void choose_texts(const Layout&, TablePlan&);

/// Columns from the user or from a remembered format, by role name; false when they name no date and no money.
bool take_columns(const std::map<std::string, int>&, std::size_t width, TablePlan&);

}  // namespace ledger
