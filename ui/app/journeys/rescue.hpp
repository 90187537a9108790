#pragma once
#include <optional>
#include <string>
#include <vector>

#include "alerts/rescue/planner.hpp"
#include "ui/app/journeys/journey.hpp"

namespace app {

/// Accepts one way out for an open duty. What needs the bank waits as `proposed_to_bank` until a contact brings its
/// yes; what spreads or moves the payment then becomes a Bill of source plan. Transfers, trims and minimum payments
/// leave the bill open as it is. Trouble: not_found (no such option), already_paid, name_taken (a plan for it is
/// running already).
ledger::Result<ledger::Change> accept_plan(const State& state, const alerts::Proposal& proposal, int option,
                                           const std::string& reason);

/// Takes a bank's offer as it stands: the plan runs at once, and what was proposed instead is withdrawn.
/// `theirs` is the offer as `alerts::offered_option` judged it. Trouble: as `accept_plan`.
ledger::Result<ledger::Change> accept_offer(const State& state, const alerts::Proposal& proposal,
                                            const alerts::Option& theirs, const std::string& reason);

/// Accepts one plan for all bills in a single Change: a Plan for each bill that gets something else than its whole
/// payment, and one for the money moved or spared, with the first bill that needs it. What needs a bank waits for its
/// yes. What was paid or planned in the meantime is passed over. Trouble: nothing_to_do (everything is paid in full
/// anyway, or is planned already).
ledger::Result<ledger::Change> accept_joint_plan(const State& state, const alerts::JointPlan& plan);

/// What was said and agreed. The contact's id is given here; `agreed` makes a proposed plan for the same bill active,
/// `refused` withdraws it. Agreed with `new_due`: the open payment waits until then, as a plan of one part. An agreed
/// waiver of an amount makes an entered bill smaller at once; on a card it is seen when it is credited. Trouble:
/// no_such, out_of_range (months of an offer, a new due date that is not later), end_before_start, rate_too_high (fee
/// of an offer), not_a_choice (a new due date without agreement), already_paid.
ledger::Result<ledger::Change> log_contact(const State& state, ledger::Contact wanted,
                                           std::optional<ledger::Date> new_due = {});

/// A talk in which the bank agreed to an option of the proposal: the talk and the running plan in one Change. Outcome
/// must be agreed. Trouble: as `log_contact` and `accept_plan`.
ledger::Result<ledger::Change> log_agreement(const State& state, ledger::Contact wanted,
                                             const alerts::Proposal& proposal, int option);

/// What the bank promised in this talk has been seen. Trouble: no_such, nothing_to_do.
ledger::Result<ledger::Change> promise_kept(const State& state, ledger::ContactId contact);

/// Keeps why the bill is hard to pay, so that it is asked once. Trouble: no_such, nothing_to_do where it is kept
/// already.
ledger::Result<ledger::Change> say_hardship(const State& state, ledger::BillId bill, const ledger::Hardship& hardship);

/// These papers are at hand (or in another state). Those not named stay as they are.
ledger::Result<ledger::Change> set_papers(const State& state, ledger::BillId bill,
                                          const std::vector<std::string>& documents, ledger::PaperState paper_state);

/// The file that holds this paper; it stays where it is. An empty path takes the reference away. The paper counts as at
/// hand with it.
ledger::Result<ledger::Change> attach_paper(const State& state, ledger::BillId bill, const std::string& document,
                                            const std::string& path);

/// Stops a plan: kept to the end, broken or withdrawn. Its Bill ends with it.
ledger::Result<ledger::Change> end_plan(const State& state, ledger::PlanId plan, ledger::PlanStatus how);

/// The Bill made with this plan; nullptr when there is none.
const ledger::Bill* bill_of_plan(const ledger::Book& book, ledger::PlanId plan);

}  // namespace app
