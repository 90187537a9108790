#pragma once
#include <vector>

#include "alerts/findings.hpp"
#include "alerts/policy.hpp"
#include "alerts/what_if.hpp"

namespace alerts {

/// Judges every open duty of the coming `days` and the balances on which they depend. The same facts on the same day
/// give the same answer.
Assessment assess(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days = 60,
                  const Policy& policy = {}, const WhatIf& what_if = {});

/// Answers questions about one account's balance directly.
std::vector<Below> balances_below(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                  int days, ledger::AccountId account, std::vector<Below> questions);

}  // namespace alerts
