#include "ui/app/journeys/notices.hpp"

#include <algorithm>

namespace app {

using namespace ledger;

bool told(const Book& book, const std::string& about)
{
    return std::any_of(book.notices.begin(), book.notices.end(),
                       [&](const auto& n) { return n.second.about == about; });
}

Result<Change> note_told(const State& state, const std::vector<std::string>& about, Moment at)
{
    Change change{.deed = Deed::notice, .about = about.empty() ? "" : about.front()};
    for (const auto& what : about) {
        if (told(state.book, what)) continue;
        change.steps.push_back(Put<Notice>{
            {.id = next_id<Notice>(state.book, static_cast<int>(change.steps.size())), .about = what, .at = at}});
    }
    if (change.steps.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "notice"};
    return change;
}

}  // namespace app
