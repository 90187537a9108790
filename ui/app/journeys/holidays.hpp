#pragma once
#include "ledger/facts/presets.hpp"
#include "ui/app/journeys/journey.hpp"

namespace app {

/// Takes a shipped list into the ledger's own, day by day; days already there stay. Trouble: nothing_to_do where all
/// are there.
ledger::Result<ledger::Change> use_holidays(const State& state, const ledger::HolidayList& list);

/// A day of the user's own. Trouble: name_taken where it is there already.
ledger::Result<ledger::Change> add_holiday(const State& state, ledger::Date day, const std::string& name);
ledger::Result<ledger::Change> remove_holiday(const State& state, ledger::Date day);

/// The same Change, and with it the shipped list of the ledger's region where the repetition steps over holidays and
/// the ledger has none yet. The region is the one in the preferences, else that of the currency.
ledger::Result<ledger::Change> with_holidays(const State& state, ledger::Result<ledger::Change> change,
                                             const ledger::Recurrence& repeat);

}  // namespace app
