#pragma once
#include <array>
#include <optional>
#include <vector>

#include "alerts/policy.hpp"
#include "ledger/balances/history.hpp"

namespace alerts {

/// One group of questions that were answered alike: said on average, and happened in fact. Shares in [0, 1].
struct Reliability {
    int questions = 0;
    double said = 0;
    double happened = 0;
};

/// What the forecast would have said on each Monday-to-Monday step of the past, against what then happened. It is given only the entries up to
/// each day it speaks on; bills and incomes confirmed since then are left out, since they were not known. The question each time: will the
/// balance at the end of the day be below a level that this account is below one day in four?
struct Backtest {
    ledger::AccountId account{};
    ledger::Money level{};       ///< the level asked about
    int weeks = 0;               ///< steps that could be replayed
    int questions = 0;           ///< three a step: 7, 14 and 30 days ahead
    int hits = 0;                ///< warned, and it came so
    int false_alarms = 0;        ///< warned, and it did not
    int misses = 0;              ///< not warned, and it came so
    int quiet = 0;               ///< not warned, and rightly
    double brier = 0;            ///< mean squared error of the chance; 0 is perfect
    double brier_constant = 0;   ///< the same for always naming the share that happened: what there is to beat
    std::array<Reliability, 10> curve{};  ///< by the chance given: 0–10 %, 10–20 % …
};

/// Replays `weeks` weeks. Nothing where the account has too little history to replay any.
std::optional<Backtest> backtest(const ledger::Book& book, const ledger::History& history, ledger::Today today, ledger::AccountId account,
                                 int weeks = 26, const Policy& policy = {});

}  // namespace alerts
