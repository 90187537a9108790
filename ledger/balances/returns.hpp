#pragma once
#include <optional>

#include "ledger/balances/history.hpp"

namespace ledger {

/// Does this payee's name say that a payment came back: a returned direct debit, a bounced payment, a reversal?
bool says_returned(std::string_view payee);

/// The row of the same account that took this one back, booked by `today`: the same amount the other way, within two
/// weeks where both name one payee, within ten where the words say that it came back (a SEPA debit may be refunded for
/// eight weeks). A row takes back one payment at most, the latest that it fits. Nothing while the payment stands.
std::optional<EntryId> taken_back_by(const History& history, AccountId account, const HistoryRow& payment, Today today);

/// Does the payment behind this link still stand? One that the window does not hold any more does.
bool stands(const History& history, const Settlement& settlement, Today today);

}  // namespace ledger
