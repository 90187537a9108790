#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "ledger/import/tables/table_plan.hpp"

namespace ledger {

/// A way to take the money, and what speaks for it.
struct MoneyCandidate {
    int amount = -1, debit = -1, credit = -1, direction = -1;
    bool by_kind = false;  ///< the direction follows from what kind of movement it is: sale, refund
    double words = 0;
    double prior = 0;
};

/// Every way to take the money from the columns that is worth trying: one column with or without a direction, or two
/// that share the rows.
std::vector<MoneyCandidate> money_candidates(const Table&, const Layout&, const Surroundings&, const TablePlan&);

/// The columns that may be a balance beside that way; -1 alone where there is none.
std::vector<int> balance_candidates(const Layout&, const TablePlan&, const MoneyCandidate& with);

/// May this column hold money at all?
bool is_money(const Layout&, std::size_t column, const TablePlan&);

/// One letter means one thing beside another: D and A are dare and avere, A and B af and bij, or alacak and borç.
std::map<std::string, Side> letters_of(const ColumnProfile&, const Surroundings&);

/// The directions of a column that names kinds of movement (sale, payment, refund, fee), by what they do to such an
/// account. Empty unless every kind is known and both directions are among them.
std::map<std::string, Side> kind_sides(const ColumnProfile&, const Surroundings&);

/// The only side that is ever written in this column: a blank cell means the other. None where both are, or other
/// words.
Side one_sided(const ColumnProfile&);

}  // namespace ledger
