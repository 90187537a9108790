#pragma once
#include <optional>
#include <vector>

#include "ledger/balances/card_cycle.hpp"

namespace ledger {

/// Something on a card statement that may bear interest when the statement is not paid in full.
struct CardCharge {
    Date posted{};
    Money amount{};                    ///< positive
    CardRow kind = CardRow::spending;  ///< a fee bears none; cash bears it whether or not the statement is paid in full
};

/// One statement of a card, with all that its cost depends on.
struct OwedStatement {
    CardCycle cycle{};
    Date next_statement{};  ///< on it the cost is charged
    Money balance{};        ///< positive = owed; the charges sum to it
    Money minimum{};
    std::vector<CardCharge> charges{};  ///< by date; what was brought forward stands first, from this closing on: until
                                        ///< then it was charged already
    std::vector<CardCharge>
        spent_since{};      ///< after closing: cash, and purchases where the terms charge those from their own date
    int missed_before = 0;  ///< see CardBill
};

enum class CostKind { interest, late_fee, cash_fee };

/// One line of the arithmetic, so that a person can check it: amount × rate × days = result.
struct CostStep {
    CostKind kind{};
    Money amount{};
    Rate rate{};
    int days = 0;  ///< 0 for a fee
    Money result{};
    std::optional<Money> floor{}, cap{};  ///< set where the bound decided the fee
    int miss = 0;                         ///< a fixed fee for the n-th miss in a row; 0 = a share
};

/// What the statement costs on the next one.
struct CardCost {
    Money interest{};
    Money late_fee{};
    Money carried_forward{};  ///< what stays unpaid of the statement itself
    Date on_statement{};
    bool in_full = false;      ///< counts as paid in full and in time (grace and tolerance allowed for)
    bool minimum_met = false;  ///< nothing is overdue
    std::vector<CostStep> steps{};
    Money total() const { return interest + late_fee; }
};

/// What paying `payments` and nothing else would cost on the next statement; nothing where it counts as paid in full.
/// A payment reduces the oldest charge first; so does a refund, which is no payment of the minimum. The posting day
/// counts, the day of payment and the statement day do not. Interest stands apart from the late fee, which bears none.
/// Grace days and tolerance change this cost and never a due date. Each line is rounded once, as the terms say. Unpaid
/// interest bears interest from the statement on which it is printed: monthly compounding. Paying more never costs
/// more; the full-amount method never costs less than the unpaid-part method. Source: examples E1–E6, E15, E16 and E19
/// of the product's worked examples, from issuers' published sums.
CardCost card_cost(const CardTerms& terms, const OwedStatement& statement, std::vector<CardPayment> payments);

/// The late fee for `unpaid` of the minimum, once for a missed due date: rate × unpaid, not under the floor, not above
/// the cap; zero where nothing is unpaid. Where the terms list fixed fees (Taiwan: 300, 400, 500), the one for so many
/// misses just before, and none after the last.
Money late_fee(const CardTerms& terms, Money unpaid, int missed_before = 0);

/// Cash from a card bears interest from the day it is taken, with no free period: the fee, and the interest until
/// `until`. Source: E11.
struct CashAdvanceCost {
    Money fee{};
    Money interest{};
    std::vector<CostStep> steps{};
};
CashAdvanceCost cash_advance_cost(const CardTerms& terms, Money amount, Date taken, Date until);

/// The statement as the ledger knows it: charges from the card's entries, the rest brought forward from the statement
/// before.
OwedStatement owed_statement(const Book& book, const History& history, const Account& card, const CardBill& bill);

/// What the statements show beside each card bill.
struct CardOutlook {
    Money interest_if_minimum{};
    Money late_fee_if_missed{};
    Money cost_if_missed{};  ///< interest and late fee when nothing more is paid
};
CardOutlook card_outlook(const Book& book, const History& history, const Account& card, const CardBill& bill,
                         Today today);

}  // namespace ledger
