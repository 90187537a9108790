#pragma once
#include <string>
#include <variant>
#include <vector>

#include "db/store.hpp"
#include "db/tables/rows.hpp"

namespace db {

/// An EntryFilter as conditions on `entries e`, with the values they need, in order.
struct Conditions {
    std::string sql = "TRUE";
    std::vector<std::variant<std::int64_t, std::string>> values{};
    std::vector<std::int64_t> categories{};  ///< the one asked for and all below it; empty = any

    void bind_to(Binder& binder) const
    {
        for (const auto& value : values) std::visit([&](const auto& v) { binder << v; }, value);
    }
};

/// `by_parts`: leave the category to the caller, who looks at the parts of split entries one by one.
Conditions conditions(SQLite::Database& database, const EntryFilter& filter, bool by_parts = false);

/// "(1, 2, 3)"
std::string list_of(const std::vector<std::int64_t>& numbers);

}  // namespace db
