#pragma once
#include <optional>
#include <vector>

#include "alerts/rescue/planner.hpp"

namespace alerts {

/// What is done about one duty in a plan for all of them.
struct Part {
    ledger::Duty duty{};
    std::optional<Option> option{};  ///< nothing: it is paid in full on its day
};

/// The smallest set of moves found that keeps every due date of one currency.
struct Together {
    ledger::Currency currency{};
    std::vector<Part> parts{};  ///< essential bills first, then others, then debts; by due date among themselves
    std::vector<Moving> moving{};
    std::vector<AffordableLine> waits{};  ///< spending to do without: how much of each category a month
    ledger::Money spared{};               ///< what that comes to a month
    double holds = 0;                     ///< chance that every payment works, on all paying accounts
    ledger::Money total_cost{};
    ledger::Money affordable{};  ///< a month, for all debts of the plan together
    Advice advice{};
    WhatIf what_if{};
    int moves() const;  ///< how many things have to be done
};

/// One plan for every open duty of the coming 60 days, one for each currency; empty where nothing is due. In this
/// order, and no further than is needed: money from other accounts, spending that can wait, the minimum on debts (the
/// cheapest to carry first; none gets less than its minimum while another gets more than its own), another day or
/// instalments from the bank for debts, a plan shared by all debts in proportion to what is owed. Essential bills are
/// always paid in full and first.
std::vector<Together> plan_together(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                    const PlanRequest& request = {}, const Policy& policy = {});

}  // namespace alerts
