#pragma once
#include <optional>
#include <string_view>

#include "ledger/values/date.hpp"

namespace ledger {

/// A year for dates that were written without one.
struct YearAnchor {
    int year = 0;         ///< 0 = unknown
    unsigned month = 12;  ///< months after this one belong to the year before
};

/// The latest month that a text above or below the table names (2024年01月, "31 Jan 2024", 202401), else the month of
/// `today`.
YearAnchor anchor_for(std::string_view head, std::string_view foot, const std::optional<Date>& today);

}  // namespace ledger
