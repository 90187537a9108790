#pragma once
#include <string>
#include <vector>

#include "alerts/planner.hpp"
#include "ui/app/session.hpp"

namespace app {

/// Accepts one way out for an open duty. What needs the bank waits as `proposed_to_bank` until a contact brings its yes; what spreads or moves
/// the payment then becomes a Bill of source plan. Transfers, trims and minimum payments leave the bill open as it is.
/// Trouble: not_found (no such option), already_paid, name_taken (a plan for it is running already).
ledger::Result<ledger::Change> accept_plan(const State& state, const alerts::Proposal& proposal, int option, const std::string& reason);

/// What was said and agreed. The contact's id is given here; `agreed` makes a proposed plan for the same bill active, `refused` withdraws it.
ledger::Result<ledger::Change> log_contact(const State& state, ledger::Contact wanted);

/// These papers are at hand (or in another state). Those not named stay as they are.
ledger::Result<ledger::Change> set_papers(const State& state, ledger::BillId bill, const std::vector<std::string>& documents, ledger::PaperState paper_state);

/// Stops a plan: kept to the end, broken or withdrawn. Its Bill ends with it.
ledger::Result<ledger::Change> end_plan(const State& state, ledger::PlanId plan, ledger::PlanStatus how);

/// The Bill made with this plan; nullptr when there is none.
const ledger::Bill* bill_of_plan(const ledger::Book& book, ledger::PlanId plan);

}  // namespace app
