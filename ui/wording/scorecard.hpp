#pragma once
#include <string>
#include <vector>

#include "alerts/judging/backtest.hpp"
#include "ui/wording/words.hpp"

namespace wording {

/// What was said in the past against what happened, in plain words, one sentence a line: what was asked, of the known
/// bills, of the balance, how far the chances can be trusted. `account` is the name of the account.
std::vector<std::string> scorecard(const Words& words, const alerts::Backtest& backtest, const std::string& account);

/// "Of 12 bills that the account could not pay, 9 were warned of; 3 came without a warning." Empty where nothing was
/// asked.
std::string tally_of_bills(const Words& words, const alerts::Tally& tally);

/// "When it said about 25 %, it came so 12 of 40 times."
std::string reliability(const Words& words, const alerts::Reliability& group);

/// One sentence on whether the chances were too high, too low or about right.
std::string verdict(const Words& words, const alerts::Backtest& backtest);

}  // namespace wording
