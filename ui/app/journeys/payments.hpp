#pragma once
#include <optional>

#include "ledger/balances/duties.hpp"
#include "ui/app/journeys/journey.hpp"

namespace app {

/// The occurrence that is meant: the named one, else the one that is open. Trouble: no_such, not_scheduled,
/// already_paid.
ledger::Result<ledger::Duty> open_duty(const State& state, ledger::BillId bill,
                                       std::optional<ledger::Date> occurrence = {});

struct PayBill {
    ledger::BillId bill{};
    std::optional<ledger::Money> amount{};  ///< positive, more than is owed too; nothing = all that is still owed
    std::optional<ledger::Date> date{};     ///< nothing = today
    ledger::AccountId from{};               ///< 0 = the account that usually pays
    std::optional<ledger::Date> occurrence{};
};

/// Books the payment of an occurrence: an entry and its link to the bill, or for a card a transfer to it.
/// Trouble: already_paid, no_such (no account can pay), amount_zero, wrong_sign, currency_differs, needs_type.
ledger::Result<ledger::Change> pay_bill(const State& state, const PayBill& wanted);

/// This entry, already in the register, paid that occurrence: links the two by hand. Trouble: wrong_sign,
/// currency_differs, in_use where the entry pays something already, needs_type for one side of a transfer to a card,
/// which pays the card by itself.
ledger::Result<ledger::Change> link_payment(const State& state, ledger::BillId bill, const ledger::Entry& entry,
                                            std::optional<ledger::Date> occurrence = {});

/// These payments did not pay it after all: the links go, the entries stay. Trouble: no_such where there is no link.
ledger::Result<ledger::Change> unlink_payments(const State& state, const std::vector<ledger::SettlementId>& links);

/// The links of one occurrence by payment date; without a day, of the last one that was paid.
std::vector<ledger::Settlement> payments_of(const ledger::Book& book, ledger::BillId bill,
                                            std::optional<ledger::Date> occurrence = {});

}  // namespace app
