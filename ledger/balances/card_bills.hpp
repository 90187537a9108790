#pragma once
#include <vector>

#include "ledger/balances/card_cycle.hpp"

namespace ledger {

/// The statements of `card` that fall due in [from, to], by the due date that counts: the printed one where there is
/// one. What the issuer printed for the closing day nearest to the rule's (10 days at most) wins. Needs an account with
/// card terms.
std::vector<CardBill> card_bills(const Book& book, const History& history, const Account& card, Date from, Date to,
                                 Today today);

}  // namespace ledger
