#pragma once
#include "ledger/import/statement.hpp"
#include "ledger/import/tables/plan.hpp"

namespace ledger {

/// A year for dates that were written without one.
struct YearAnchor {
    int year = 0;         ///< 0 = unknown
    unsigned month = 12;  ///< months after this one belong to the year before
};

enum class RowsEnd {
    all,
    cancelled,
    too_many_bad,  ///< more rows that cannot be read than any statement has
};

/// Reads every record below the header as `plan` says, into `statement.rows` and the lists beside it.
RowsEnd read_rows(const TablePlan&, const Layout&, const YearAnchor&, Currency fallback, const ReadHints&,
                  int header_line, std::string_view text, Statement& statement);

}  // namespace ledger
