#pragma once
#include "alerts/assess.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"

namespace view {

/// One payment or income that was found to come again. `index` is its place in `Assessment::learnt`, which `app::confirm_stream` and
/// `app::dismiss_stream` take.
struct RecurringLine {
    std::size_t index = 0;
    Row cells{};                  ///< as in RecurringModel::columns
    bool can_confirm = false;     ///< not of what has ended, nor of money between own accounts
};

struct RecurringModel {
    std::string title{};
    std::vector<Column> columns{};
    std::vector<RecurringLine> rows{};
    std::string nothing{};                    ///< said in place of an empty list
    std::string confirm{}, dismiss{};         ///< words on the buttons
    std::vector<std::string> late{};          ///< incomes that should have come by now, one sentence each
};

RecurringModel recurring(const app::State& state, const alerts::Assessment& assessment, const wording::Words& words);

}  // namespace view
