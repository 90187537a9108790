#pragma once
#include <string>
#include <vector>

#include "db/store.hpp"
#include "ledger/facts/change.hpp"
#include "ui/wording/words.hpp"

namespace wording {

/// One line: where, what, and how to mend it. "--due-day 32: must be 1–31."
std::string sentence(const ledger::Problem& problem, const Words& words);

/// The same without the place, for a form that shows it beside its field.
std::string beside_field(const ledger::Problem& problem, const Words& words);

/// What happened to the file, what was kept, and what to do.
std::string sentence(db::StorageError::Kind kind, const std::string& file, const std::string& what, const Words& words);

/// That something of the file was left out, how much, which first, and that it is not lost. Needs at least one.
std::string left_out_sentence(const std::vector<ledger::LeftOut>& left_out, const Words& words);

}  // namespace wording
