#pragma once
#include <string>
#include <vector>

#include "db/store.hpp"
#include "ui/viewmodel/common.hpp"

namespace view {

/// What was typed into a search, as the store looks for it; the same for the window and the command line. Words are
/// parted by blanks, and an entry is found that fits every one; "in quotes" counts as one word. A word fits what is
/// written in the entry, the name of its category or account as the reader sees it, and its amount: 12.30 with either
/// sign, -12.30 and +12.30 with that one.
std::vector<db::SearchWord> search_words(const std::string& typed, const ledger::Book& book,
                                         const wording::Words& words);

}  // namespace view
