#pragma once
#include <optional>
#include <vector>

#include "ledger/balances/card_cycle.hpp"

namespace ledger {

/// The statements of `card` that fall due in [from, to], by the due date that counts: the printed one where there is
/// one. What the issuer printed for the closing day nearest to the rule's (10 days at most) wins. Needs an account with
/// card terms.
///
/// None is made up that closed before the day on which the account begins: what is owed then belongs to the next one,
/// unless the issuer's figures of the last one are known. A minimum that is not met by its due date is in arrears until
/// payments cover it, the oldest first; the statements after it contain it. What the holder said was overdue when the
/// card was typed in stands for all due dates before. Where no statement has closed since, it asks as one of its own,
/// due on the day since which it is overdue.
std::vector<CardBill> card_bills(const Book& book, const History& history, const Account& card, Date from, Date to,
                                 Today today);

/// The one that a card's duty is about, by the due date of the rule.
std::optional<CardBill> card_bill_on(const Book& book, const History& history, const Account& card, Date occurrence,
                                     Today today);

}  // namespace ledger
