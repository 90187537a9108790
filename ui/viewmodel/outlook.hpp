#pragma once
#include "alerts/assess.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/fan.hpp"
#include "ui/viewmodel/home.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// One change that is looked at before anything is written.
struct Trial {
    TrialKind kind{};
    DutyKey duty{};
    ledger::AccountId account{};
    std::string name{};  ///< what the money is for, or from
    ledger::Date date{};
    ledger::Money amount{};  ///< positive
    IncomeKey income{};
    int per_cent = 0;  ///< of everyday spending, signed
};

/// What was typed, read. Trouble: no_such (no bill, income or account chosen), out_of_range, and as read_day and
/// read_amount.
ledger::Result<Trial> read_trial(const TryOut& typed, const app::State& state, const wording::Words& words);

alerts::WhatIf what_if(const std::vector<Trial>& trials);

/// The balance ahead and every bill, as it is and as it would be.
struct OutlookModel {
    std::vector<ledger::AccountId> accounts{};
    Choice account{};
    Fan fan{};  ///< as it would be
    std::vector<Column> day_columns{};
    std::vector<Row> days{};  ///< the chart as a table
    std::vector<Column> bill_columns{};
    std::vector<BillLine> bills{};
    std::string verdict{};  ///< what the trials change, in one sentence
    std::vector<std::string> trials{};
    std::vector<std::string> kinds{};  ///< in the order of TrialKind
    std::vector<DutyKey> duties{};     ///< that can be moved or left out
    std::vector<std::string> duty_labels{};
    std::vector<IncomeKey> incomes{};
    std::vector<std::string> income_labels{};
    std::vector<std::string> account_labels{};  ///< of `accounts`
};

/// `before` and `after` are judged on the same day over the same days; `account` as in `home`.
OutlookModel outlook(const app::State& state, const alerts::Assessment& before, const alerts::Assessment& after,
                     const std::vector<Trial>& trials, const wording::Words& words, ledger::AccountId account = {});

}  // namespace view
