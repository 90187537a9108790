#pragma once
#include "alerts/rescue/planner.hpp"
#include "db/seed/knowledge.hpp"
#include "ui/desktop/desk.hpp"

namespace desktop {

/// What is proposed, kept while the facts stay as they are: the proof of every option costs a forecast.
struct Desk::Rescue {
    view::DutyKey duty{};
    std::int64_t revision = -1;
    ledger::Today today{};
    alerts::Proposal proposal{};
    std::optional<alerts::Option> theirs{};  ///< the counter-offer for the same duty
    std::int64_t joint_plan_revision = -1;
    ledger::Today joint_plan_today{};
    std::vector<alerts::JointPlan> joint_plans{};
    ledger::Knowledge knowledge = db::load_knowledge();
};

}  // namespace desktop
