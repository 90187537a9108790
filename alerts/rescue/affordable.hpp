#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/balances/duties.hpp"

namespace alerts {

enum class LineKind { income, essential, commitment, other_debt, buffer };
enum class LineSource {
    confirmed,  ///< a bill, income or card the user entered
    learnt,     ///< the median of whole months of entries
    rule        ///< the buffer
};

/// One line of what is affordable, with what it was made from, so that it can be corrected where it is wrong.
struct AffordableLine {
    LineKind kind{};
    LineSource source{};
    std::string name{};  ///< payer, payee or card; empty where `category` names it or nothing does (spending without a
                         ///< category)
    ledger::CategoryId category{};
    ledger::BillId bill{};
    ledger::IncomeId income{};
    ledger::Money amount{};               ///< a month, positive
    std::vector<ledger::Money> months{};  ///< learnt: the totals of the whole months looked at, oldest first
    std::vector<ledger::EntryId> rows{};  ///< learnt: the entries behind them
};

/// What can be paid towards a debt every month: dependable income − essentials − what is committed − other debts'
/// minimums − a buffer.
struct Affordable {
    ledger::Money income{}, essentials{}, commitments{}, other_debts{}, buffer{};
    std::vector<AffordableLine> lines{};
    int months_seen = 0;  ///< whole months of entries behind the learnt lines, at most six
    ledger::Money left() const
    {
        return income - essentials - commitments - other_debts - buffer;
    }  ///< negative where nothing is left
    ledger::Money amount() const { return left().positive() ? left() : ledger::Money{0, income.currency}; }
    bool income_seen = false;  ///< false: no dependable income is known, so nothing can be said
};

struct AffordableAsk {
    ledger::Currency currency{};
    std::vector<ledger::BillId> debts{};           ///< the debts to be planned for; their own payments do not count
    std::optional<ledger::Money> income_change{};  ///< a month, signed: what will be different from now on
    std::optional<ledger::Money> keep{};           ///< leave at least this
};

/// Confirmed incomes and bills first; what they do not tell is learnt from the last whole months (at most six): the
/// median of a payer's or category's monthly totals, of an income the lower of that and the median of the last three.
/// An income counts only when it came in at least two thirds of the months. Spending without a category counts as
/// essential until it is sorted. Money moved between own accounts counts nowhere. Buffer: the largest of 5 % of income,
/// the buffer of the preferences, `keep`, and 200 yuan where the currency is CNY. Source: example E10 of the product's
/// worked examples.
Affordable affordable(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                      const AffordableAsk& ask);

/// Spending a month on categories that can wait, by category, largest first.
std::vector<AffordableLine> spending_that_can_wait(const ledger::Book& book, const ledger::History& history,
                                                   ledger::Today today, ledger::AccountId account);

}  // namespace alerts
