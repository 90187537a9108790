#include "ui/desktop/pages/reconcile_dialog.hpp"

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

ReconcileDialog::ReconcileDialog(wxWindow* parent, const wording::Words& words, ledger::AccountId account,
                                 const std::string& date, Look look, Accept accept)
    : wxDialog{parent,
               wxID_ANY,
               wx(words("Reconcile with a statement")),
               wxDefaultPosition,
               wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      account_{account},
      look_{std::move(look)},
      accept_{std::move(accept)}
{
    const int edge = FromDIP(space::edge), near = FromDIP(space::near);
    auto* form = new Form{this};
    form->add(words("Closing balance on the statement"), balance_ = text_box(this, {}, "0.00"), false);
    form->add(words("Its last day"), date_ = text_box(this, date), false);
    said_ = heading(this);
    wrong_ = new Paragraph{this};
    wrong_->set_colour(palette().of(view::Level::will_miss));
    table_ = new Table{this, wx(words("Entries that no statement has confirmed"))};
    auto* leave = button(this, words("On the statement, or not"), [this] { leave_out(); });
    ok_ = new wxButton{this, wxID_OK, plain_label(words("Reconcile"))};
    adjust_ = new wxButton{this, wxID_ANY, plain_label(words("Reconcile with an adjusting entry"))};
    auto* cancel = new wxButton{this, wxID_CANCEL, plain_label(words("Cancel"))};
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(leave);
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, near);
    buttons->Add(adjust_, 0, wxRIGHT, near);
    buttons->Add(ok_);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(form, 0, wxEXPAND | wxALL, edge);
    all->Add(said_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(table_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(wrong_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    SetSizer(all);
    SetSize(FromDIP(wxSize{760, 560}));
    CentreOnParent();
    ok_->SetDefault();
    for (auto* box : {balance_, date_}) {
        box->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { this->look(); });
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { this->accept(false); });
    }
    ok_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->accept(false); });
    adjust_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->accept(true); });
    table_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { CallAfter([this] { leave_out(); }); });
    this->look();
    balance_->SetFocus();
}

view::Reconcile ReconcileDialog::wanted() const
{
    return {account_, utf8(balance_->GetValue()), utf8(date_->GetValue()), {left_out_.begin(), left_out_.end()}, false};
}

void ReconcileDialog::look()
{
    model_ = look_(wanted());
    said_->set(model_.said);
    wrong_->set({});
    table_->set_columns(model_.columns);
    table_->show(model_.rows);
    ok_->Enable(model_.agrees);
    adjust_->Enable(model_.understood && !model_.agrees);
    Layout();
}

void ReconcileDialog::leave_out()
{
    const int row = table_->selected();
    if (row < 0 || static_cast<std::size_t>(row) >= model_.entries.size()) return;
    const auto id = model_.entries[static_cast<std::size_t>(row)];
    if (!left_out_.erase(id)) left_out_.insert(id);
    look();
    table_->select(row);
}

void ReconcileDialog::accept(bool adjust)
{
    auto asked = wanted();
    asked.adjust = adjust;
    const auto wrong = accept_(asked);
    if (wrong.empty()) return EndModal(wxID_OK);
    wrong_->set(wrong);
    Layout();
}

}  // namespace desktop
