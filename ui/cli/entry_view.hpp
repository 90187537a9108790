#pragma once
#include <CLI/CLI.hpp>

#include "db/store.hpp"
#include "ledger/facts/book.hpp"
#include "ui/cli/json.hpp"
#include "ui/cli/reader.hpp"

namespace cli {

/// An entry as every command prints it; with the balance after it where that is known.
Json entry_json(const ledger::Book& book, const ledger::Entry& entry, const std::optional<ledger::Money>& balance);

/// Which entries a command is about.
struct FilterOptions {
    std::string account, from, to, category, search;
    bool any() const
    {
        return !account.empty() || !from.empty() || !to.empty() || !category.empty() || !search.empty();
    }
};
void bind_filter(CLI::App& command, FilterOptions& options, const wording::Words& words);
db::EntryFilter read_filter(Reader& in, Context& context, const FilterOptions& options);

/// The entries of a transfer's other sides, for what goes only together.
std::vector<ledger::Entry> with_other_sides(const db::Store& store, std::vector<ledger::Entry> entries);

}  // namespace cli
