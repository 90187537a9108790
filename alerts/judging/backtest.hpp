#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "alerts/policy.hpp"
#include "ledger/balances/history.hpp"

namespace alerts {

/// What was said against what happened.
struct Tally {
    int hits = 0;          ///< warned, and it came so
    int false_alarms = 0;  ///< warned, and it did not
    int misses = 0;        ///< not warned, and it came so
    int quiet = 0;         ///< not warned, and rightly
    int questions() const { return hits + false_alarms + misses + quiet; }
};

/// One group of questions that were answered alike: said on average, and happened in fact. Shares in [0, 1].
struct Reliability {
    int questions = 0;
    double said = 0;
    double happened = 0;
};

/// One known bill of the past, and what would have been said of it.
struct ReplayedBill {
    ledger::BillId bill{};
    std::string payee{};
    ledger::Date due{};
    ledger::Money amount{};
    ledger::Date said_on{};
    double p_short = 0;  ///< the chance that would have been given that day
    bool warned = false;
    bool was_short = false;  ///< the paying account held less than the amount when it was to be paid
};

/// What the forecast would have said week by week in the past, against what then happened. Each time it is given only
/// what was known on that day: entries up to it, payments and statements of that time, bills and incomes that had
/// fallen due once before. Two kinds of question: of each known bill, a week or so before it was due, whether the
/// account would hold enough; and of the account itself, 7, 14 and 30 days ahead, whether its balance would be below a
/// level under which it is one day in four.
struct Backtest {
    ledger::AccountId account{};
    ledger::Money level{};                 ///< the level asked about
    int weeks = 0;                         ///< steps that could be replayed
    Tally bills{};                         ///< of known bills
    Tally balance{};                       ///< of the account's balance
    std::vector<ReplayedBill> replayed{};  ///< by due date
    int questions = 0;                     ///< of both kinds
    double brier = 0;                      ///< mean squared error of the chance; 0 is perfect
    double brier_constant = 0;            ///< the same for always naming the share that happened: what there is to beat
    std::array<Reliability, 10> curve{};  ///< by the chance given: 0–10 %, 10–20 % …

    Tally all() const;
};

/// Replays `weeks` weeks. Nothing where the account has too little history to replay any, or where `go_on`, asked
/// before each of them, says no.
std::optional<Backtest> backtest(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                 ledger::AccountId account, int weeks = 26, const Policy& policy = {},
                                 const std::function<bool()>& go_on = {});

/// The Book as far as it was known on `day`: bills and incomes that had fallen due by then (one that comes only once:
/// two weeks before), payments, statements and plans of that time. What was decided later — skipped, moved, dismissed —
/// is not in it.
ledger::Book known_on(const ledger::Book& book, ledger::Date day);

}  // namespace alerts
