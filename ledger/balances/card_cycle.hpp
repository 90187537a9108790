#pragma once
#include <optional>
#include <set>
#include <vector>

#include "ledger/balances/history.hpp"

namespace ledger {

/// One billing cycle of a card.
struct CardCycle {
    Date opened{};  ///< the day after the statement before
    Date closed{};  ///< statement date; a purchase on this day belongs to this statement
    Date due{};
};

/// The cycle that closes on or after `day`.
CardCycle cycle_at(const CardTerms& terms, Date day);
CardCycle next_cycle(const CardTerms& terms, const CardCycle& cycle);
CardCycle previous_cycle(const CardTerms& terms, const CardCycle& cycle);

/// What a statement is made of, where the minimum treats its parts differently. All positive or zero.
struct StatementParts {
    Money general{};          ///< purchases and what else is asked at the general rate
    Money older{};            ///< what was revolved before, where it is asked at a rate of its own
    Money instalments{};      ///< parts of instalments due in this period
    Money earlier_minimum{};  ///< what is unpaid of earlier minimums
    Money over_limit{};
    Money charges{};  ///< fees and interest
    Money total() const { return general + older + instalments + earlier_minimum + over_limit + charges; }
};

/// How an issuer works a minimum out: a share of the balance, and everything else in full.
struct MinimumRule {
    Rate general{};
    Rate older{};
    std::optional<Money> floor{};
    bool floor_on_share =
        false;  ///< the floor is under the share alone, and the rest is added to it (Taiwan); else under the whole
    bool charges_in_full = true;  ///< else they are asked at the general rate
    bool share_of_charges =
        false;  ///< in full and in the share as well (United States: 1 % of the new balance and the interest)
    std::int64_t round_to = 1;  ///< the share is rounded half up to so many minor units
};

MinimumRule minimum_rule(const CardTerms& terms);

/// Rounded half up to the minor unit, never above the sum of the parts. All parts in one currency.
/// Source: the product's worked examples E7, E16, E18, E19 and E21, from issuers' published rules.
Money minimum_due(const MinimumRule& rule, const StatementParts& parts);

/// The least to pay on a statement balance of which nothing else is known: all of it is general.
Money minimum_due(const CardTerms& terms, Money balance);

/// What the terms and the entries give, kept beside what the issuer printed.
struct CardFormula {
    Date closed{}, due{};
    Money balance{}, minimum{};
};

struct CardPayment {
    Date on{};
    Money amount{};       ///< positive
    bool refund = false;  ///< lowers what is owed and bears no interest any more; the minimum is asked all the same
};

/// A card statement as the ledger has it: closing balance and what came towards it since.
struct CardBill {
    CardCycle cycle{};
    Money balance{};   ///< positive = owed at closing
    Money minimum{};   ///< what was in arrears at closing is part of it
    Money paid{};      ///< payments booked after closing, up to the next closing
    Money refunded{};  ///< purchases of this statement or an earlier one that were taken back in that time
    std::vector<CardPayment> credits{};  ///< both, one by one; a payment counts from the day it left the payer
    bool printed = false;                ///< figures of the issuer rather than of the formula
    bool projected = false;  ///< not closed yet: spent so far, usually spent until it closes, and what an unpaid
                             ///< statement before costs by then
    Date next_closed{};      ///< when the next statement closes, on which this one's cost is charged
    CardFormula formula{};
    StatementParts parts{};   ///< of the formula's balance
    Money brought_forward{};  ///< what the statement before left unpaid; it bore interest up to this closing already
    int missed_before = 0;    ///< statements in a row, just before this one, whose minimum was not paid in time
    Money unmet{};            ///< what of the minimum this statement added is not covered to this day
    bool superseded = false;  ///< a later statement closed since, and contains what this one left unpaid
    Money arrears{};          ///< of the one that asks: what of all minimums whose due date has passed is not covered
    std::optional<Date> late_since{};   ///< … and the oldest of those due dates
    std::optional<Date> earlier_due{};  ///< … a due date of an earlier statement that is still ahead and not met
    std::set<EntryId> undone{};         ///< rows of the card that only take a payment back: no spending
};

/// What a row of a card is, as its category and the payee's words say it.
enum class CardRow {
    spending,
    instalment,  ///< a part of an instalment plan: asked in full with the minimum, bears interest as spending does
    cash,        ///< money moved from the card to another own account
    interest,
    fee  ///< late fees and other charges: never bear interest (PBoC notice 2016)
};
CardRow card_row(const Book& book, const History& history, const HistoryRow& row);

}  // namespace ledger
