#pragma once
#include <optional>
#include <string>

#include "ui/app/journeys/holidays.hpp"
#include "ui/app/journeys/journey.hpp"

namespace app {

/// A new bill, once or again and again. The Bill's id is given here.
ledger::Result<ledger::Change> add_bill(const State& state, ledger::Bill wanted);

/// How far an edit of a bill reaches.
enum class Reach {
    following,  ///< this occurrence and all that follow; what was before stays as it was
    all         ///< the past too: what was written was wrong from the start
};

/// What shall be different about a bill; what is not named stays.
struct EditBill {
    ledger::BillId bill{};
    Reach reach = Reach::following;
    std::optional<ledger::Date>
        occurrence{};  ///< from which occurrence on, by its day in the rule; nothing = the open one
    std::optional<std::string> payee{};
    std::optional<ledger::Money> amount{};
    std::optional<ledger::Money> lowest{};  ///< goes with `amount`: a range; without it the amount is one
    std::optional<int> learn_from{};        ///< 0 = learnt no more
    std::optional<ledger::Date> due{};      ///< of the first occurrence that is changed
    std::optional<ledger::Recurrence> repeat{};
    std::optional<ledger::AccountId> pay_from{};
    std::optional<ledger::Money> minimum{};  ///< zero = none
    std::optional<bool> autopay{}, estimate{}, essential{}, ended{};
    std::optional<std::string> issuer{};
    std::optional<ledger::CategoryId> category{};
    std::optional<ledger::Date> owed_from{};  ///< asked for from this day on; the first due date = all of them
};

/// Of a card's bill only the paying account, autopay, essential and the issuer are the user's; the rest are the card's
/// terms (needs_type). Trouble: not_scheduled where there is no such occurrence; out_of_range for a due date that is
/// not after what stays.
ledger::Result<ledger::Change> edit_bill(const State& state, const EditBill& wanted);

/// Another day or amount for one occurrence only.
struct AdjustBill {
    ledger::BillId bill{};
    std::optional<ledger::Date> occurrence{};  ///< by its day in the rule; nothing = the open one
    std::optional<ledger::Date> due{};
    std::optional<ledger::Money> amount{};
    bool skip = false;
};

/// Trouble: already_paid, not_scheduled (no occurrence left), needs_type (a card's statement cannot be skipped or moved
/// here), nothing_to_do.
ledger::Result<ledger::Change> adjust_bill(const State& state, const AdjustBill& wanted);

ledger::Result<ledger::Change> add_income(const State& state, ledger::Income wanted);

struct EditIncome {
    ledger::IncomeId income{};
    std::optional<std::string> payer{};
    std::optional<ledger::Money> amount{};
    std::optional<ledger::Date> next{};
    std::optional<ledger::Recurrence> repeat{};
    std::optional<ledger::AccountId> to{};
    std::optional<bool> ended{};
    std::optional<ledger::Money> highest{};  ///< goes with `amount`: a range
    std::optional<int> learn_from{};
};
/// What is expected from now on. The past of an income is in the entries, so nothing of it is kept in the rule.
ledger::Result<ledger::Change> edit_income(const State& state, const EditIncome& wanted);

/// Another day or amount for the income's next occurrence only, or none at all.
struct AdjustIncome {
    ledger::IncomeId income{};
    std::optional<ledger::Date> occurrence{};
    std::optional<ledger::Date> date{};
    std::optional<ledger::Money> amount{};
    bool skip = false;
};
ledger::Result<ledger::Change> adjust_income(const State& state, const AdjustIncome& wanted);

}  // namespace app
