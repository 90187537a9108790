#pragma once
#include <functional>
#include <vector>

#include <wx/checkbox.h>
#include <wx/panel.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/viewmodel/follow_up_form.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// The form in which a talk is noted. What does not belong to the outcome that was chosen is not shown.
class FollowUpForm : public wxPanel {
public:
    FollowUpForm(wxWindow* parent, const wording::Words& words, const view::FollowUpFormModel& model,
                 view::DutyKey duty, std::function<void()> grown);

    view::LogContact read() const;

    struct Boxes {
        wxChoice *outcome = nullptr, *agreed = nullptr, *channel = nullptr, *promise = nullptr;
        wxTextCtrl *new_due = nullptr, *months = nullptr, *fee = nullptr, *first = nullptr, *when = nullptr,
                   *waited = nullptr, *agent = nullptr, *reference = nullptr, *amount = nullptr, *by = nullptr,
                   *note = nullptr, *follow_up = nullptr;
        wxCheckBox* they_called = nullptr;
        std::vector<wxCheckBox*> rules{};
    };
    Boxes& boxes() { return boxes_; }
    void follow();  ///< shows what belongs to what was chosen

private:
    wxWindow* labelled(Form& form, const std::string& label, wxWindow* box);
    void show(wxWindow* box, bool shown);

    wording::Words words_;
    view::FollowUpFormModel model_;
    view::DutyKey duty_;
    std::function<void()> grown_;
    Boxes boxes_;
    std::vector<std::pair<wxWindow*, wxWindow*>> labels_;  ///< a box and its label
    Paragraph* rules_title_;
};

}  // namespace desktop
