#pragma once
#include <optional>
#include <string>
#include <vector>

#include "alerts/assess.hpp"
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
    int repeat = 1;    ///< index into BillsModel::repeats; -1 = as it is
    int pay_from = 0;  ///< index into BillsModel::pay_from
    bool autopay = false, estimate = false, essential = false;
    int shift = 0;  ///< index into BillsModel::shifts
    std::string until{}, times{}, learn{};
    ledger::Date occurrence{};  ///< the one that is looked at; none for a new bill
    bool is_income = false;
    ledger::IncomeId income{};
    std::string note{};  ///< what is not obvious about the form
};

/// What a card's issuer printed, to be entered.
struct StatementForm {
    ledger::AccountId card{};
    std::string title{}, closed{}, due{}, amount{}, minimum{};
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
    ledger::IncomeId income{};                          ///< an expected income, and no bill
    std::optional<StatementForm> statement{};           ///< of a card
    std::optional<alerts::RecurringFound> recurring{};  ///< found to come again, and neither bill nor income yet
    std::string note{};                                 ///< said above the buttons
    std::optional<DutyKey>
        paid{};  ///< the occurrence whose payments can be taken off: this one, else the last that was paid
    bool can_pay = false, can_skip = false, can_edit = false;
};

/// All bills and expected incomes, each with its present occurrence: the overdue first, then what comes next; below
/// them what was found to come again.
struct BillsModel {
    std::vector<Column> columns{};
    std::vector<BillsRow> rows{};
    std::string nothing{};
    std::vector<std::string> repeats{};         ///< choices of the form; `repeat_of` reads them
    std::vector<ledger::AccountId> accounts{};  ///< that can pay
    std::vector<std::string> account_labels{};
    std::vector<std::string> pay_from{};  ///< "decide for me" and then account_labels
    std::vector<std::string> shifts{};    ///< what a date on a weekend or holiday does
    BillForm fresh{}, fresh_income{};     ///< the empty forms
};

}  // namespace view
