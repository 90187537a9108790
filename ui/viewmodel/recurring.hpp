#pragma once
#include "ui/app/session.hpp"
#include "ui/viewmodel/bills_model.hpp"

namespace view {

/// What was found to come again and is not known yet, as rows to be confirmed or dismissed: dearest first. What has
/// ended, or only moves between own accounts, is left out: nothing can be made of it.
std::vector<BillsRow> learnt_rows(const app::State& state, const alerts::Assessment& assessment,
                                  const wording::Words& words);

}  // namespace view
