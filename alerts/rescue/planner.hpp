#pragma once
#include <optional>
#include <vector>

#include "alerts/rescue/proposal.hpp"

namespace alerts {

/// Ways out for one duty. Nothing is offered that overdraws the paying account within 14 days, that makes an essential
/// bill fail, or whose monthly payment is above what is affordable. Needs an open duty. The same facts on the same day
/// give the same answer.
Proposal propose(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                 const ledger::Duty& duty, const PlanRequest& request = {}, const Policy& policy = {});

/// The same for every open duty of the coming 60 days that is not safe, essential ones first, then by due date.
std::vector<Proposal> propose_for_all(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                      const PlanRequest& request = {}, const Policy& policy = {});

/// What a bank offered for a duty, proved like our own options; `n` is 0. It may ask for more than is affordable, and
/// then says so among its risks. Needs an open duty, and months and fee as a Contact may hold them.
Option offered_option(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                      const ledger::Duty& duty, const ledger::Offer& offer, const PlanRequest& request = {},
                      const Policy& policy = {});

/// `ours`: the option the user chose (`chosen`, by number); else the first that asks the bank and holds; else the first
/// that pays.
Comparison compare(const Option& theirs, const Proposal& proposal, std::optional<int> chosen = {},
                   const Policy& policy = {});

/// One plan for every open duty of the coming 60 days, one for each currency; empty where nothing is due. In this
/// order, and no further than is needed: money from other accounts, spending that can wait, the minimum on debts (the
/// cheapest to carry first; none gets less than its minimum while another gets more than its own), another day or
/// instalments from the bank for debts, a plan shared by all debts in proportion to what is owed. Essential bills are
/// always paid in full and first.
std::vector<JointPlan> joint_plans(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                   const PlanRequest& request = {}, const Policy& policy = {});

}  // namespace alerts
