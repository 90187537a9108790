#pragma once
#include "ledger/balances/history.hpp"

namespace ledger {

/// One billing cycle of a card.
struct CardCycle {
    Date opened{};   ///< the day after the statement before
    Date closed{};   ///< statement date; a purchase on this day belongs to this statement
    Date due{};
};

/// The cycle that closes on or after `day`.
CardCycle cycle_at(const CardTerms& terms, Date day);
CardCycle next_cycle(const CardTerms& terms, const CardCycle& cycle);
CardCycle previous_cycle(const CardTerms& terms, const CardCycle& cycle);

/// The least to pay on a statement balance, as a positive amount: rate × balance, not under the floor, never above the balance;
/// rounded half up to the minor unit. What the issuer printed wins (see `CardStatement`).
Money minimum_due(const CardTerms& terms, Money balance);

/// What a statement is made of, where the minimum treats its parts differently. All positive or zero.
struct StatementParts {
    Money general{};          ///< purchases and what else is asked at the general rate
    Money older{};            ///< what was revolved before, where it is asked at a rate of its own
    Money instalments{};      ///< parts of instalments due in this period
    Money earlier_minimum{};  ///< what is unpaid of earlier minimums
    Money over_limit{};
    Money charges{};          ///< fees and interest
};

/// How an issuer works a minimum out: a share of the balance, and everything else in full.
struct MinimumRule {
    Rate general{};
    Rate older{};
    std::optional<Money> floor{};
    bool floor_on_share = false;  ///< the floor is under the share alone, and the rest is added to it (Taiwan); else under the whole
};

/// Rounded half up to the minor unit, never above the sum of the parts. All parts in one currency.
/// Source: the product's worked examples E7, E16, E18, E19 and E21, from issuers' published rules.
Money minimum_due(const MinimumRule& rule, const StatementParts& parts);

/// A card statement as the ledger has it: closing balance and what was paid towards it since.
struct CardBill {
    CardCycle cycle{};
    Money balance{};   ///< positive = owed at closing
    Money minimum{};
    Money paid{};      ///< payments and refunds booked after closing, up to the next closing
    bool printed = false;    ///< figures of the issuer rather than of the formula
    bool projected = false;  ///< not closed yet: what has been spent so far and what is usually spent until it closes
};

/// The statements of `card` that fall due in [from, to]. Needs an account with card terms.
std::vector<CardBill> card_bills(const Book& book, const History& history, const Account& card, Date from, Date to, Today today);

}  // namespace ledger
