#include "ui/app/journeys/holidays.hpp"

#include <algorithm>

#include "db/seed/presets.hpp"

namespace app {

using namespace ledger;

namespace {

const Holiday* on(const Book& book, Date day)
{
    for (const auto& [id, holiday] : book.holidays)
        if (holiday.date == day) return &holiday;
    return nullptr;
}

}  // namespace

Result<Change> use_holidays(const State& state, const HolidayList& list)
{
    Change change{.deed = Deed::holidays, .about = list.region};
    for (const auto& [day, name] : list.days)
        if (!on(state.book, day))
            change.steps.push_back(
                Put<Holiday>{{next_id<Holiday>(state.book, static_cast<int>(change.steps.size())), day, name}});
    if (change.steps.empty())
        return Problem{.trouble = Trouble::nothing_to_do, .field = "holiday", .text = list.region};
    return change;
}

Result<Change> add_holiday(const State& state, Date day, const std::string& name)
{
    return Change{
        .deed = Deed::holidays, .about = iso(day), .steps = {Put<Holiday>{{next_id<Holiday>(state.book), day, name}}}};
}

Result<Change> remove_holiday(const State& state, Date day)
{
    const auto* holiday = on(state.book, day);
    if (!holiday) return Problem{.trouble = Trouble::no_such, .field = "date", .text = iso(day)};
    return Change{.deed = Deed::holidays, .about = iso(day), .steps = {Remove<Holiday>{holiday->id}}};
}

Result<Change> with_holidays(const State& state, Result<Change> change, const Recurrence& repeat)
{
    if (!change || repeat.shift == Shift::none || !state.book.holidays.empty()) return change;
    const auto presets = db::load_presets();
    const auto& preferences = state.book.preferences;
    const std::string region{preferences.region.empty() ? region_of(preferences.currency)
                                                        : std::string_view{preferences.region}};
    if (const auto* list = holidays_for(presets, region))
        if (const auto more = use_holidays(state, *list))
            change->steps.insert(change->steps.end(), more->steps.begin(), more->steps.end());
    return change;
}

}  // namespace app
