#include "ui/app/journeys/notices.hpp"

#include <algorithm>

namespace app {

using namespace ledger;

std::optional<Date> told_on(const Book& book, const std::string& about)
{
    for (const auto& [id, notice] : book.notices)
        if (notice.about == about) return day_of(notice.at);
    return std::nullopt;
}

bool told(const Book& book, const std::string& about)
{
    return told_on(book, about).has_value();
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
