#pragma once
#include "ledger/import/reading/reading.hpp"
#include "ledger/import/tables/table_plan.hpp"
#include "ledger/import/tables/year_anchor.hpp"

namespace ledger {

enum class RowsEnd {
    all,
    cancelled,
    too_many_bad,  ///< more rows that cannot be read than any statement has
};

/// Reads every record below the header as `plan` says, into `statement.rows` and the lists beside it.
RowsEnd read_rows(const TablePlan&, const Layout&, const YearAnchor&, Currency fallback, const ReadHints&,
                  int header_line, std::string_view text, Statement& statement);

}  // namespace ledger
