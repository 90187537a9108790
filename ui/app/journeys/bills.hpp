#pragma once
#include <optional>
#include <string>

#include "ui/app/session.hpp"

namespace app {

/// A new bill, once or again and again. The Bill's id is given here.
ledger::Result<ledger::Change> add_bill(const State& state, ledger::Bill wanted);

/// What shall be different about a bill from now on; what is not named stays.
struct EditBill {
    ledger::BillId bill{};
    std::optional<std::string> payee{};
    std::optional<ledger::Money> amount{};
    std::optional<ledger::Date> due{};
    std::optional<ledger::Recurrence> repeat{};
    std::optional<ledger::AccountId> pay_from{};
    std::optional<ledger::Money> minimum{};
    std::optional<bool> autopay{}, estimate{}, essential{}, ended{};
    std::optional<std::string> issuer{};
    std::optional<ledger::CategoryId> category{};
};

/// Of a card's bill only the paying account, autopay, essential and the issuer are the user's; the rest are the card's terms (needs_type).
ledger::Result<ledger::Change> edit_bill(const State& state, const EditBill& wanted);

/// Another day or amount for the current occurrence only.
struct AdjustBill {
    ledger::BillId bill{};
    std::optional<ledger::Date> due{};
    std::optional<ledger::Money> amount{};
    bool skip = false;
};

/// Trouble: already_paid, not_scheduled (no occurrence left), needs_type (a card's statement cannot be skipped or moved here), nothing_to_do.
ledger::Result<ledger::Change> adjust_bill(const State& state, const AdjustBill& wanted);

struct PayBill {
    ledger::BillId bill{};
    std::optional<ledger::Money> amount{};  ///< positive; nothing = all that is still owed
    std::optional<ledger::Date> date{};     ///< nothing = today
    ledger::AccountId from{};               ///< 0 = the account that usually pays
};

/// Books the payment of the current occurrence: an entry and its link to the bill, or for a card a transfer to it.
/// Trouble: already_paid, no_such (no account can pay), amount_zero, wrong_sign, currency_differs, needs_type.
ledger::Result<ledger::Change> pay_bill(const State& state, const PayBill& wanted);

/// This entry, already in the register, paid that bill: links the two by hand.
ledger::Result<ledger::Change> link_payment(const State& state, ledger::BillId bill, const ledger::Entry& entry);
ledger::Result<ledger::Change> unlink_payment(const State& state, ledger::SettlementId settlement);

ledger::Result<ledger::Change> add_income(const State& state, ledger::Income wanted);

struct EditIncome {
    ledger::IncomeId income{};
    std::optional<std::string> payer{};
    std::optional<ledger::Money> amount{};
    std::optional<ledger::Date> next{};
    std::optional<ledger::Recurrence> repeat{};
    std::optional<ledger::AccountId> to{};
    std::optional<bool> ended{};
};
ledger::Result<ledger::Change> edit_income(const State& state, const EditIncome& wanted);

}  // namespace app
