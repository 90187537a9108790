#pragma once
#include "ledger/balances/card_cost.hpp"
#include "ui/wording/words.hpp"

namespace wording {

/// One line of a card's cost as a person would say it: "¥10,000.00 for 35 days at 0.0005 a day: ¥175.00".
std::string cost_step(const Words& words, const ledger::CostStep& step);

}  // namespace wording
