#pragma once
#include "alerts/rescue/proposal.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// What one bill gets in the plan for all.
struct JointPlanRow {
    DutyKey duty{};
    Row cells{};       ///< as in JointPlanView::columns
    bool ask = false;  ///< its bank has to agree
};

/// One plan for all bills of one currency.
struct JointPlanView {
    std::string advice{};
    std::string moves_title{};
    std::vector<std::string> moves{};  ///< money to move, spending to leave out
    std::string bills_title{};
    std::vector<Column> columns{};
    std::vector<JointPlanRow> rows{};  ///< essential bills first
    std::string outcome{};             ///< how sure, what it costs
    std::string affordable{};
    std::string after{};             ///< what is still to be done once it is accepted
    std::optional<Action> accept{};  ///< nothing where there is nothing to do, or no way
};

struct JointPlanModel {
    std::string title{};
    std::string nothing{};               ///< said where no bill is due
    std::vector<JointPlanView> plans{};  ///< one for each currency
};

JointPlanModel joint_plan(const std::vector<alerts::JointPlan>& plans, const app::State& state,
                          const wording::Words& words);

}  // namespace view
