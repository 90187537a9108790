#pragma once
#include <string>

#include "alerts/assess.hpp"
#include "ui/wording/words.hpp"

namespace wording {

/// Every sentence here is whole, made from typed findings, calm, and promises nothing.

std::string level_name(const Words& words, alerts::Level level);  ///< "covered", "tight", "at risk", "not covered"
std::string status_name(const Words& words, ledger::DutyStatus status);  ///< "upcoming", "overdue" …
std::string account_type_name(const Words& words, ledger::AccountType type);
std::string repeat_name(const Words& words, const ledger::Recurrence& repeat,
                        std::optional<ledger::Date> first = {});  ///< with the first date a weekday has its name:
                                                                  ///< "once", "every month", "every 2 weeks"
std::string channel_name(const Words& words, ledger::Channel channel);
std::string outcome_name(const Words& words, ledger::Outcome outcome);
std::string deed_done(const Words& words, ledger::Deed deed, const std::string& about);  ///< "Added an entry: Lawson."
std::string deed_undone(const Words& words, ledger::Deed deed,
                        const std::string& about);  ///< "Taken back: an entry, Lawson."

/// "due today", "due in 3 days", "2 days overdue".
std::string due_in(const Words& words, ledger::Date due, ledger::Today today);

/// One of the things that make the difference: "Salary of ¥8,000.00 has not come yet; it was expected on Sat 5 Dec."
std::string cause(const Words& words, const alerts::Cause& cause);

/// How a duty stands, in one sentence: the one that matters most about it. `account` is the name of the paying account.
std::string finding_headline(const Words& words, const alerts::Finding& finding, const std::string& account);

/// What to do and by when, in one sentence.
std::string finding_advice(const Words& words, const alerts::Finding& finding, ledger::Today today);

/// "Move ¥910.00 from Savings to Checking by Fri 4 Dec; Savings can spare it." One sentence a move; empty where none is
/// needed or possible.
std::string finding_moves(const Words& words, const alerts::Finding& finding);

/// "ACME (¥8,000.00) should have come to Checking on Tue 10 Nov and has not."
std::string late_income_headline(const Words& words, const alerts::LateIncomeFound& late, const std::string& account);
std::string late_income_advice(const Words& words, const alerts::LateIncomeFound& late);

/// "Missing about ¥910.00, in 62 % of cases." Empty when the duty is covered; without a probability it says what the
/// plan alone shows.
std::string finding_shortage(const Words& words, const alerts::Finding& finding);

}  // namespace wording
