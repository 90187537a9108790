#pragma once
#include <string>
#include <variant>
#include <vector>

#include "db/queries.hpp"
#include "db/tables/rows.hpp"

namespace db {

/// An EntryFilter as a source of `entries e` and conditions on them, with the values they need, in order.
struct Conditions {
    std::string from = "entries e";
    std::string sql = "TRUE";
    std::vector<std::variant<std::int64_t, std::string>> values{};
    std::vector<std::int64_t> categories{};  ///< the one asked for and all below it; empty = any
    std::optional<std::int64_t> exactly{};   ///< so many entries fit, where that is known already

    void bind_to(Binder& binder) const
    {
        for (const auto& value : values) std::visit([&](const auto& v) { binder << v; }, value);
    }
};

/// `by_parts`: leave the category to the caller, who looks at the parts of split entries one by one.
/// A search is carried out here; the conditions hold for the queries made until the next call.
Conditions conditions(SQLite::Database& database, const EntryFilter& filter, bool by_parts = false);

/// Does the filter ask for nothing but an account, a currency and days? Then sums that are kept can answer it.
bool only_account_and_dates(const EntryFilter& filter);

}  // namespace db
