#pragma once
#include <optional>

#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/simplebook.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/desktop/pages/contact_panel.hpp"
#include "ui/desktop/pages/follow_up_list.hpp"
#include "ui/desktop/pages/guide_panel.hpp"
#include "ui/desktop/pages/joint_plan_panel.hpp"
#include "ui/viewmodel/warnings.hpp"

namespace desktop {

/// What is at risk on the left; on the right why, what missing it would cost, what can be done. The guided talk with
/// the bank, the plan for all bills and the pages to read take the whole width.
class WarningsPage : public wxPanel {
public:
    WarningsPage(wxWindow* parent, view::Send send, const wording::Words& words);
    void show(const view::WarningsModel& model);
    void show(const view::WarningDetail& detail);  ///< the warning that is chosen
    void show(const view::ContactModel& contact);  ///< opens the guided talk, or fills it anew for the choices made
    void show(const view::JointPlanModel& plan);
    void show(const view::GuideModel& guide);
    void close_side();  ///< back to the warning; from a page that was read during the talk, to the talk
    void back_to_list();
    void focus_ways();                ///< the keyboard goes on where the first thing to do is
    void choose(view::DutyKey duty);  ///< selects the row; sends no event
    bool talking() const;

    Table& table() { return *table_; }
    ContactPanel& contact() { return *contact_; }
    JointPlanPanel& joint_plan() { return *joint_plan_; }
    GuidePanel& guide() { return *guide_; }
    FollowUpList& follow_ups() { return *follow_ups_; }
    ActionRow& actions() { return *actions_; }
    enum Leaf { detail_leaf, contact_leaf, joint_plan_leaf, guide_leaf };
    int leaf() const { return side_->GetSelection(); }
    const std::optional<view::WarningDetail>& detail() const { return detail_; }

private:
    void add_option(const view::OptionRow& option, const view::WarningDetail& detail);

    view::Send send_;
    wording::Words words_;
    view::WarningsModel model_;
    std::optional<view::WarningDetail> detail_;
    void open(Leaf leaf);

    Paragraph* nothing_;
    FollowUpList* follow_ups_;
    ActionRow* actions_;
    wxButton* first_ = nullptr;  ///< the first thing that can be done
    int before_guide_ = 0;       ///< what was open before a page to read was
    Table* table_;
    wxSimplebook* side_;
    wxScrolledWindow* page_;
    ContactPanel* contact_;
    JointPlanPanel* joint_plan_;
    GuidePanel* guide_;
    wxSizer* left_;
};

}  // namespace desktop
