#pragma once
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/simplebook.h>

#include "ui/desktop/controls/table.hpp"
#include "ui/desktop/pages/bill_form.hpp"
#include "ui/viewmodel/bills.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// All bills and expected incomes on the left; on the right what is known of one, or the form to write one, to pay it,
/// or to enter what a card's issuer printed.
class BillsPage : public wxPanel {
public:
    BillsPage(wxWindow* parent, view::Send send, const wording::Words& words);
    void show(const view::BillsModel& model);
    void choose(view::DutyKey duty);
    void write(const view::BillForm& form);  ///< opens the form
    void pay(const view::PayForm& form);
    void enter(const view::StatementForm& form);
    void done();  ///< what was asked is done: back to the details

    Table& table() { return *table_; }
    BillFormPanel::Boxes& boxes() { return form_->boxes(); }
    void save();

private:
    enum Leaf { details_leaf, form_leaf, pay_leaf, statement_leaf };
    wxWindow* build_details();
    wxWindow* build_pay();
    wxWindow* build_statement();
    void show_details();
    void save_payment();
    void save_statement();
    void add_buttons(const view::BillsRow& row);
    void edit(const view::BillsRow& row);
    const view::BillsRow* selected() const;

    view::Send send_;
    wording::Words words_;
    view::BillsModel model_;
    view::PayForm payment_;
    Paragraph* nothing_;
    Table* table_;
    wxSimplebook* side_;
    wxScrolledWindow* details_;
    BillFormPanel* form_ = nullptr;
    view::StatementForm statement_;
    Paragraph* statement_title_ = nullptr;
    wxTextCtrl *closed_ = nullptr, *due_ = nullptr, *owed_ = nullptr, *least_ = nullptr;
    Paragraph* pay_title_ = nullptr;
    Paragraph* pay_note_ = nullptr;
    wxTextCtrl* pay_amount_ = nullptr;
    wxTextCtrl* pay_date_ = nullptr;
    wxChoice* pay_account_ = nullptr;
};

}  // namespace desktop
