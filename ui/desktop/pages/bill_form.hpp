#pragma once
#include <wx/checkbox.h>
#include <wx/radiobut.h>
#include <wx/scrolwin.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/viewmodel/bills.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// Where a bill or an expected income is written: new, this one only, or this one and all that follow.
class BillFormPanel : public wxScrolledWindow {
public:
    BillFormPanel(wxWindow* parent, const wording::Words& words, std::function<void()> save,
                  std::function<void()> cancel);
    void show_choices(const view::BillsModel& model);
    void write(const view::BillForm& form);
    view::SaveBill read() const;

    struct Boxes {
        wxTextCtrl *payee, *amount, *due, *minimum, *until, *times, *learn;
        wxChoice *repeat, *shift, *pay_from;
        wxCheckBox *autopay, *estimate, *essential;
        wxRadioButton *following, *this_one, *all;
    };
    Boxes& boxes() { return boxes_; }

private:
    void build_boxes(Form& form);
    void show_what_fits();

    wording::Words words_;
    view::BillForm form_;
    std::vector<ledger::AccountId> accounts_;
    Boxes boxes_{};
    Paragraph* title_;
    Form* fields_;
    wxStaticText *payee_label_ = nullptr, *due_label_ = nullptr, *pay_from_label_ = nullptr, *minimum_label_ = nullptr;
    std::vector<wxWindow*> of_rule_;  ///< left out when only one occurrence changes
};

}  // namespace desktop
