#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/facts/bill.hpp"

namespace alerts {

/// Changes to try before anything is written.
struct WhatIf {
    struct Move {
        ledger::BillId bill{};
        ledger::Date occurrence{};
        std::optional<ledger::Date> due{};
        std::optional<ledger::Money> amount{};
    };
    struct Flow {
        ledger::AccountId account{};
        ledger::Date date{};
        ledger::Money amount{};
    };
    std::vector<Move> moves{};
    std::vector<Flow> flows{};  ///< money in (positive) or out (negative)
    std::vector<ledger::BillId> dropped{};
    std::vector<ledger::IncomeId> lost{};  ///< confirmed incomes that come no more
    struct Payer {
        ledger::AccountId account{};
        std::string name{};
    };
    std::vector<Payer> lost_payers{};  ///< the same for incomes that were learnt
    double spending = 0;               ///< everyday spending differs by this share: -0.2 = a fifth less
    bool nothing() const
    {
        return moves.empty() && flows.empty() && dropped.empty() && lost.empty() && lost_payers.empty() &&
               spending == 0;
    }
};

}  // namespace alerts
