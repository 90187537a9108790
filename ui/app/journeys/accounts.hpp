#pragma once
#include <optional>
#include <string>

#include "ui/app/journeys/journey.hpp"

namespace app {

/// What the user says about a new account.
struct AddAccount {
    std::string name{};
    ledger::AccountType type = ledger::AccountType::checking;
    ledger::Currency currency{};
    ledger::Money opening{};
    ledger::Date opening_date{};
    std::string number{};                      ///< last digits
    std::optional<ledger::CardTerms> card{};   ///< type card only
    ledger::AccountId pay_from{};              ///< type card only
    std::optional<ledger::Overdue> overdue{};  ///< type card only; see `said_overdue`
};

/// That so much of a card's minimums has been overdue since that day, as it is said today. Of a new account it holds
/// for the day on which its balance is known, so that what is entered from then on counts towards it; of one that is
/// known, for today.
ledger::Overdue said_overdue(ledger::Date since, ledger::Money amount, ledger::Date known_from);

/// A card account with terms gets its Bill in the same Change, so that its statements are due like any other bill.
ledger::Result<ledger::Change> add_account(const State& state, const AddAccount& wanted);

/// The account as it shall be; its id says which. The Bill of a card follows it: made, renamed, ended.
ledger::Result<ledger::Change> edit_account(const State& state, const ledger::Account& wanted);

/// What the card's issuer printed on one statement. Replaces what was entered for the same closing day.
ledger::Result<ledger::Change> enter_statement(const State& state, const ledger::CardStatement& printed);

/// The Bill made with this card; nullptr when there is none.
const ledger::Bill* bill_of_card(const ledger::Book& book, ledger::AccountId card);

/// Puts an account away, or brings it back: it stays in reports and leaves the lists. Trouble: still_owed where bills
/// are paid from it, incomes come in on it, or the card's own bill is open; name them another account, or pay, first.
ledger::Result<ledger::Change> close_account(const State& state, ledger::AccountId account, bool closed);

}  // namespace app
