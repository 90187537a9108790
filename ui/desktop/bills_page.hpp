#pragma once
#include <wx/checkbox.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/simplebook.h>

#include "ui/desktop/parts.hpp"
#include "ui/desktop/table.hpp"
#include "ui/viewmodel/bills.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// All bills on the left; on the right what is known of one, or the form to write one, or to pay it.
class BillsPage : public wxPanel {
public:
    BillsPage(wxWindow* parent, view::Send send, const wording::Words& words);
    void show(const view::BillsModel& model);
    void choose(view::DutyKey duty);
    void write(const view::BillForm& form);  ///< opens the form
    void pay(const view::PayForm& form);
    void done();                             ///< what was asked is done: back to the details

    Table& table() { return *table_; }
    struct Boxes {
        wxTextCtrl *payee, *amount, *due, *minimum;
        wxChoice *repeat, *pay_from;
        wxCheckBox *autopay, *estimate, *essential;
    };
    Boxes& boxes() { return boxes_; }
    void save();

private:
    enum Leaf { details_leaf, form_leaf, pay_leaf };
    wxWindow* build_details();
    wxWindow* build_form();
    wxWindow* build_pay();
    void show_details();
    void save_payment();
    const view::BillsRow* selected() const;

    view::Send send_;
    wording::Words words_;
    view::BillsModel model_;
    view::BillForm form_;
    view::PayForm payment_;
    Paragraph* nothing_;
    Table* table_;
    wxSimplebook* side_;
    wxScrolledWindow* details_;
    Boxes boxes_{};
    Paragraph* form_title_ = nullptr;
    Paragraph* pay_title_ = nullptr;
    Paragraph* pay_note_ = nullptr;
    wxTextCtrl* pay_amount_ = nullptr;
    wxTextCtrl* pay_date_ = nullptr;
    wxChoice* pay_account_ = nullptr;
};

}  // namespace desktop
