#pragma once
#include "ui/app/session.hpp"
#include "ui/viewmodel/bills_model.hpp"

namespace view {

BillsModel bills(const app::State& state, const alerts::Assessment& assessment, const wording::Words& words);

/// The form for a bill or an income that exists; `occurrence` is the one that is looked at.
BillForm bill_form(const ledger::Bill& bill, ledger::Date occurrence, const BillsModel& model,
                   const wording::Words& words);
BillForm income_form(const ledger::Income& income, ledger::Date occurrence, const BillsModel& model,
                     const wording::Words& words);

/// The repetition behind the n-th choice; `now` is kept where the choice is "as it is". Those by weekday take the place
/// of `first` in its month.
ledger::Recurrence repeat_of(int choice, ledger::Date first, const ledger::Recurrence& now = {});

}  // namespace view
