#include "ui/app/journeys/notices.hpp"

#include <algorithm>

#include "ui/wording/script_words.hpp"

namespace app {

using namespace ledger;

std::string notice_key(const alerts::Finding& f)
{
    const bool overdue = f.duty.status == DutyStatus::overdue;
    return "bill:" + std::to_string(f.duty.bill.value) + ":" + iso(f.duty.occurrence) + ":" +
           (overdue ? "overdue" : wording::key(f.level));
}

std::string notice_key(const alerts::FollowUp& f)
{
    const auto of = f.plan ? "plan:" + std::to_string(f.plan.value) : "contact:" + std::to_string(f.contact.value);
    return of + ":" + iso(f.date) + ":" + wording::key(f.kind);
}

std::string notice_key(const alerts::LateIncomeFound& late)
{
    const auto who = late.income ? std::to_string(late.income.value) : late.payer;
    return "income:" + std::to_string(late.account.value) + ":" + iso(late.expected) + ":" + who;
}

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
