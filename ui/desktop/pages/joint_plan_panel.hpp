#pragma once
#include <functional>

#include <wx/panel.h>
#include <wx/scrolwin.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/viewmodel/joint_plan.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// One plan for all bills: what to do, what each bill gets, and one button to take it.
class JointPlanPanel : public wxPanel {
public:
    JointPlanPanel(wxWindow* parent, view::Send send, const wording::Words& words, std::function<void()> closed);
    void show(const view::JointPlanModel& model);
    const view::JointPlanModel& model() const { return model_; }
    const std::vector<ActionRow*>& accepts() const { return accepts_; }

private:
    void add(const view::JointPlanView& plan);

    view::Send send_;
    wording::Words words_;
    view::JointPlanModel model_;
    Paragraph* title_;
    wxScrolledWindow* page_;
    wxButton* close_;
    std::vector<ActionRow*> accepts_;
};

}  // namespace desktop
