#pragma once
#include "ledger/facts/book.hpp"
#include "ui/cli/json.hpp"

namespace cli {

/// An entry as every command prints it; with the balance after it where that is known.
Json entry_json(const ledger::Book& book, const ledger::Entry& entry, const std::optional<ledger::Money>& balance);

}  // namespace cli
