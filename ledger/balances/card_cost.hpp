#pragma once
#include <optional>
#include <span>
#include <vector>

#include "ledger/balances/card_cycle.hpp"

namespace ledger {

/// Something on a card statement that bears interest when the statement is not paid in full.
struct CardCharge {
    Date posted{};
    Money amount{};  ///< positive
};

struct CardPayment {
    Date on{};
    Money amount{};  ///< positive
};

/// One statement of a card, with all that its cost depends on.
struct OwedStatement {
    CardCycle cycle{};
    Date next_statement{};  ///< on it the cost is charged
    Money balance{};        ///< positive = owed; the charges sum to it
    Money minimum{};
    std::vector<CardCharge> charges{};      ///< by date; what was brought forward stands first, from the statement before
    std::vector<CardCharge> spent_since{};  ///< purchases after closing: only the average-daily-balance method asks for them
};

enum class CostKind { interest, late_fee };

/// One line of the arithmetic, so that a person can check it: amount × rate × days = result.
struct CostStep {
    CostKind kind{};
    Money amount{};
    Rate rate{};
    int days = 0;      ///< 0 for a fee
    Money result{};
    std::optional<Money> floor{}, cap{};  ///< set where the bound decided the fee
};

/// What the statement costs on the next one.
struct CardCost {
    Money interest{};
    Money late_fee{};
    Money carried_forward{};   ///< what stays unpaid of the statement itself
    Date on_statement{};
    bool in_full = false;      ///< counts as paid in full and in time (grace and tolerance allowed for)
    bool minimum_met = false;  ///< nothing is overdue
    std::vector<CostStep> steps{};
    Money total() const { return interest + late_fee; }
};

/// To what an amount on a statement is rounded, once per line.
struct LineRounding {
    Rounding how = Rounding::half_up;
    std::int64_t unit = 1;  ///< in minor units: 100 = whole dollars, as Taiwanese issuers print
};

/// What paying `payments` and nothing else would cost on the next statement; nothing where it counts as paid in full.
/// A payment reduces the oldest charge first. The posting day counts, the day of payment and the statement day do not.
/// Interest stands apart from the late fee, which bears none. Grace days and tolerance change this cost and never a due date.
/// Paying more never costs more; the full-amount method never costs less than the unpaid-part method.
/// Source: examples E1–E6, E15, E16 and E19 of the product's worked examples, from issuers' published sums.
CardCost card_cost(const CardTerms& terms, const OwedStatement& statement, std::vector<CardPayment> payments, LineRounding rounding = {});

/// The late fee for `unpaid` of the minimum: rate × unpaid, not under the floor, not above the cap; zero where nothing is unpaid.
Money late_fee(const CardTerms& terms, Money unpaid);

/// A fixed fee that rises with every month missed in a row (Taiwan: 300, 400, 500), for at most as many as are listed.
Money late_fee_ladder(std::span<const Money> fees, int missed_in_a_row);

/// Cash from a card bears interest from the day it is taken: fee and interest after `days`.
struct CashAdvanceCost {
    Money fee{};
    Money interest{};
};
CashAdvanceCost cash_advance_cost(Money amount, Rate fee_rate, Money least_fee, Rate daily_rate, int days);

/// The statement as the ledger knows it: charges from the card's entries, the rest brought forward from the statement before.
OwedStatement owed_statement(const History& history, const Account& card, const CardBill& bill);

/// What was paid towards it after closing and before the next statement.
std::vector<CardPayment> payments_made(const History& history, const Account& card, const CardBill& bill, Today today);

/// What the statements show beside each card bill.
struct CardOutlook {
    Money interest_if_minimum{};
    Money late_fee_if_missed{};
    Money cost_if_missed{};  ///< interest and late fee when nothing more is paid
};
CardOutlook card_outlook(const History& history, const Account& card, const CardBill& bill, Today today);

}  // namespace ledger
