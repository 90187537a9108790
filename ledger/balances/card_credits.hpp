#pragma once
#include <set>
#include <vector>

#include "ledger/balances/history.hpp"

namespace ledger {

/// Money that came to a card and stayed.
struct CardCredit {
    Date booked{};        ///< on the card: says which statement it falls under
    Date left{};          ///< the payer's account, where that was told and was earlier: says whether it was in time
    Money amount{};       ///< positive
    bool refund = false;  ///< lowers what is owed; the minimum is asked all the same
    bool plan = false;    ///< pays what was agreed in a plan, and nothing that the statements ask beside it
    Date of{};            ///< refund: the day of the purchase it takes back; its own day where none is known
};

/// All that came to a card up to one day.
struct CardCredits {
    std::vector<CardCredit> all{};     ///< by day
    std::vector<CardCredit> beside{};  ///< what the card's own rows do not show yet, by day: negative where a payment
                                       ///< came back on the payer's account alone
    std::set<EntryId> undone{};        ///< rows that only take a payment back
};

/// Payments, and refunds apart from them. A payment that came back is none. One that only the paying account's file has
/// told so far counts as well, until the card's own file tells the same amount within ten days.
/// Refund: money that is no transfer and no payment by its words, and is called a refund by its category or words, or
/// comes from a payee from whom as much was bought with the card in the half year before. What is neither counts as a
/// payment. Needs an account with card terms.
CardCredits card_credits(const Book& book, const History& history, const Account& card, Today today);

}  // namespace ledger
