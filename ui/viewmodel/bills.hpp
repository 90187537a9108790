#pragma once
#include "alerts/assess.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// A name and what stands behind it, for a list of details.
struct Detail {
    std::string name{}, value{};
};

/// The form in which a bill is written. Texts as they stand in the boxes.
struct BillForm {
    ledger::BillId bill{};  ///< 0 = a new one
    std::string title{}, payee{}, amount{}, due{}, minimum{};
    int repeat = 1;         ///< index into BillsModel::repeats
    int pay_from = 0;       ///< index into BillsModel::pay_from
    bool autopay = false, estimate = false, essential = false;
};

struct PayForm {
    DutyKey duty{};
    std::string title{}, amount{}, date{};
    int from = 0;           ///< index into BillsModel::accounts
    std::string minimum{};  ///< "The least is ¥240.00."; empty where there is no minimum
};

struct BillsRow {
    DutyKey duty{};
    Row cells{};
    std::string title{};
    std::vector<Detail> details{};
    PayForm pay{};
    bool can_pay = false, can_skip = false, can_edit = false;
};

/// All bills, each with its present occurrence: the overdue first, then what comes next.
struct BillsModel {
    std::vector<Column> columns{};
    std::vector<BillsRow> rows{};
    std::string nothing{};
    std::vector<std::string> repeats{};               ///< choices of the form; `repeat_of` reads them
    std::vector<ledger::AccountId> accounts{};        ///< that can pay
    std::vector<std::string> account_labels{};
    std::vector<std::string> pay_from{};              ///< "decide for me" and then account_labels
    BillForm fresh{};                                 ///< the empty form
};

BillsModel bills(const app::State& state, const alerts::Assessment& assessment, const wording::Words& words);

/// The form for a bill that exists.
BillForm bill_form(const ledger::Bill& bill, const BillsModel& model, const wording::Words& words);

/// The repetition behind the n-th choice; `now` is kept where the choice is "as it is".
ledger::Recurrence repeat_of(int choice, const ledger::Recurrence& now = {});

}  // namespace view
