#pragma once
#include "ledger/import/reading/statement_rows.hpp"
#include "ledger/values/problem.hpp"

namespace ledger {

/// Takes out the rows with which the amounts of the file, signs aside, would pass what every sum of a ledger can hold,
/// and says which they are. The sums of what stays fit.
void refuse_beyond_sums(StatementRows& rows, Problems& rejected);

}  // namespace ledger
