#include "ui/desktop/bills_page.hpp"

#include "ui/desktop/accessible.hpp"

namespace desktop {

using wording::N_;

BillsPage::BillsPage(wxWindow* parent, view::Send send, const wording::Words& words) : wxPanel{parent}, send_{std::move(send)}, words_{words}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap);
    auto* left = new wxBoxSizer{wxVERTICAL};
    auto* tools = new wxBoxSizer{wxHORIZONTAL};
    tools->Add(heading(this, words_("Bills")), 1, wxALIGN_CENTER_VERTICAL);
    tools->Add(button(this, words_("Add a bill…"), [this] { send_(view::NewBill{}); }));
    nothing_ = faint(this);
    table_ = new Table{this, wx(words_("Bills"))};
    left->Add(tools, 0, wxEXPAND | wxBOTTOM, gap);
    left->Add(nothing_, 0, wxEXPAND | wxBOTTOM, gap);
    left->Add(table_, 1, wxEXPAND);
    side_ = new wxSimplebook{this};
    side_->SetMinSize(FromDIP(wxSize{310, -1}));
    side_->AddPage(build_details(), {});
    side_->AddPage(build_form(), {});
    side_->AddPage(build_pay(), {});
    auto* all = new wxBoxSizer{wxHORIZONTAL};
    all->Add(left, 3, wxEXPAND | wxALL, edge);
    all->Add(side_, 2, wxEXPAND | wxTOP | wxRIGHT | wxBOTTOM, edge);
    SetSizer(all);
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        CallAfter([this] {
            side_->SetSelection(details_leaf);
            show_details();
        });
    });
    table_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const auto* row = selected(); row && row->can_edit) CallAfter([this, id = row->duty.bill] { send_(view::EditBill{id}); });
        else if (row && row->can_pay) CallAfter([this, form = row->pay] { pay(form); });
    });
}

wxWindow* BillsPage::build_details()
{
    details_ = new wxScrolledWindow{side_};
    details_->SetScrollRate(0, FromDIP(12));
    details_->SetSizer(new wxBoxSizer{wxVERTICAL});
    return details_;
}

wxWindow* BillsPage::build_form()
{
    auto* page = new wxScrolledWindow{side_};
    page->SetScrollRate(0, FromDIP(12));
    const int gap = FromDIP(space::gap);
    form_title_ = heading(page);
    auto* form = new Form{page};
    boxes_.payee = text_box(page);
    boxes_.amount = text_box(page, {}, "0.00");
    boxes_.due = text_box(page, {}, words_("like 5, 12-05 or +3"));
    boxes_.repeat = choice(page, {}, -1);
    boxes_.pay_from = choice(page, {}, -1);
    boxes_.minimum = text_box(page, {}, words_("if there is one"));
    form->add(words_("Payee"), boxes_.payee);
    form->add(words_("Amount"), boxes_.amount);
    form->add(words_("Due"), boxes_.due);
    form->add(words_("Comes"), boxes_.repeat);
    form->add(words_("Paid from"), boxes_.pay_from);
    form->add(words_("At least"), boxes_.minimum);
    boxes_.autopay = new wxCheckBox{page, wxID_ANY, plain_label(words_("Taken by direct debit"))};
    boxes_.estimate = new wxCheckBox{page, wxID_ANY, plain_label(words_("The amount is a guess"))};
    boxes_.essential = new wxCheckBox{page, wxID_ANY, plain_label(words_("Essential: never asked to wait"))};
    for (auto* box : {boxes_.autopay, boxes_.estimate, boxes_.essential}) form->add_line(box);
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(button(page, words_("Save"), [this] { save(); }), 0, wxRIGHT, FromDIP(space::near));
    buttons->Add(button(page, words_("Cancel"), [this] { done(); }));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(form_title_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(form, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(buttons);
    page->SetSizer(all);
    for (auto* box : {boxes_.payee, boxes_.amount, boxes_.due, boxes_.minimum})
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { save(); }); });
    return page;
}

wxWindow* BillsPage::build_pay()
{
    auto* page = new wxPanel{side_};
    const int gap = FromDIP(space::gap);
    pay_title_ = heading(page);
    pay_note_ = faint(page);
    auto* form = new Form{page};
    pay_amount_ = text_box(page);
    pay_date_ = text_box(page);
    pay_account_ = choice(page, {}, -1);
    form->add(words_("Amount"), pay_amount_);
    form->add(words_("Paid on"), pay_date_);
    form->add(words_("Paid from"), pay_account_);
    auto* explain = faint(page, words_("This notes in the ledger that you have paid. It moves no money itself."));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(button(page, words_("Note the payment"), [this] { save_payment(); }), 0, wxRIGHT, FromDIP(space::near));
    buttons->Add(button(page, words_("Cancel"), [this] { done(); }));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(pay_title_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(form, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(pay_note_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(explain, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(buttons);
    page->SetSizer(all);
    for (auto* box : {pay_amount_, pay_date_}) box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { save_payment(); }); });
    return page;
}

const view::BillsRow* BillsPage::selected() const
{
    const int row = table_->selected();
    return row < 0 || row >= static_cast<int>(model_.rows.size()) ? nullptr : &model_.rows[static_cast<std::size_t>(row)];
}

void BillsPage::show_details()
{
    details_->GetSizer()->Clear(true);
    const auto* row = selected();
    if (!row) return;
    const int gap = FromDIP(space::gap);
    auto* all = details_->GetSizer();
    all->Add(heading(details_, row->title, 1.25), 0, wxEXPAND | wxBOTTOM, gap);
    auto* list = new wxFlexGridSizer{2, FromDIP(wxSize{space::gap, space::near})};
    list->AddGrowableCol(1, 1);
    for (const auto& detail : row->details) {
        auto* name = new wxStaticText{details_, wxID_ANY, plain_label(detail.name)};
        name->SetForegroundColour(palette().faint);
        list->Add(name);
        list->Add(new Paragraph{details_, detail.value}, 1, wxEXPAND);
    }
    all->Add(list, 0, wxEXPAND | wxBOTTOM, gap);
    auto* buttons = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    const auto add = [&](const char* label, std::function<void()> pressed) {
        buttons->Add(button(details_, words_(label), std::move(pressed)), 0, wxRIGHT | wxBOTTOM, FromDIP(space::near));
    };
    const auto duty = row->duty;
    if (row->can_pay) add(N_("Note a payment…"), [this, form = row->pay] { pay(form); });
    if (row->can_edit) add(N_("Change…"), [this, duty] { send_(view::EditBill{duty.bill}); });
    if (row->can_skip) add(N_("Skip this time"), [this, duty] { send_(view::SkipBill{duty}); });
    if (row->can_edit) add(N_("It has ended"), [this, duty] { send_(view::EndBill{duty.bill}); });
    if (row->can_pay) add(N_("What you can do"), [this, duty] { send_(view::ShowWarning{duty}); });
    all->Add(buttons, 0, wxEXPAND);
    details_->FitInside();
    details_->Layout();
}

void BillsPage::show(const view::BillsModel& model)
{
    const auto* before = selected();
    const auto duty = before ? before->duty : view::DutyKey{};
    model_ = model;
    nothing_->set(model.nothing);
    nothing_->Show(model.rows.empty());
    table_->set_columns(model.columns);
    std::vector<view::Row> rows;
    for (const auto& row : model.rows) rows.push_back(row.cells);
    table_->show(rows);
    fill(*boxes_.repeat, model.repeats, std::max(boxes_.repeat->GetSelection(), 0));
    fill(*boxes_.pay_from, model.pay_from, std::max(boxes_.pay_from->GetSelection(), 0));
    fill(*pay_account_, model.account_labels, std::max(pay_account_->GetSelection(), 0));
    choose(duty);
    layout_page(*table_);
}

void BillsPage::choose(view::DutyKey duty)
{
    int at = model_.rows.empty() ? -1 : 0;
    for (std::size_t i = 0; i < model_.rows.size(); ++i)
        if (model_.rows[i].duty == duty || (model_.rows[i].duty.bill == duty.bill && model_.rows[static_cast<std::size_t>(at)].duty != duty)) at = static_cast<int>(i);
    table_->select(at);
    show_details();
}

void BillsPage::write(const view::BillForm& form)
{
    form_ = form;
    form_title_->set(form.title);
    boxes_.payee->ChangeValue(wx(form.payee));
    boxes_.amount->ChangeValue(wx(form.amount));
    boxes_.due->ChangeValue(wx(form.due));
    boxes_.minimum->ChangeValue(wx(form.minimum));
    boxes_.repeat->SetSelection(form.repeat);
    boxes_.pay_from->SetSelection(form.pay_from);
    boxes_.autopay->SetValue(form.autopay);
    boxes_.estimate->SetValue(form.estimate);
    boxes_.essential->SetValue(form.essential);
    side_->SetSelection(form_leaf);
    layout_page(*boxes_.payee);
    boxes_.payee->SetFocus();
}

void BillsPage::pay(const view::PayForm& form)
{
    payment_ = form;
    pay_title_->set(form.title);
    pay_note_->set(form.minimum);
    pay_note_->Show(!form.minimum.empty());
    pay_amount_->ChangeValue(wx(form.amount));
    pay_date_->ChangeValue(wx(form.date));
    pay_account_->SetSelection(form.from);
    side_->SetSelection(pay_leaf);
    layout_page(*pay_amount_);
    pay_amount_->SetFocus();
    pay_amount_->SelectAll();
}

void BillsPage::done()
{
    side_->SetSelection(details_leaf);
    show_details();
    table_->SetFocus();
}

void BillsPage::save()
{
    view::SaveBill bill;
    bill.bill = form_.bill;
    bill.payee = utf8(boxes_.payee->GetValue());
    bill.amount = utf8(boxes_.amount->GetValue());
    bill.due = utf8(boxes_.due->GetValue());
    bill.minimum = utf8(boxes_.minimum->GetValue());
    bill.repeat = boxes_.repeat->GetSelection();
    const auto from = boxes_.pay_from->GetSelection();
    if (from > 0 && from <= static_cast<int>(model_.accounts.size())) bill.pay_from = model_.accounts[static_cast<std::size_t>(from - 1)];
    bill.autopay = boxes_.autopay->GetValue();
    bill.estimate = boxes_.estimate->GetValue();
    bill.essential = boxes_.essential->GetValue();
    send_(bill);
}

void BillsPage::save_payment()
{
    view::PayBill payment;
    payment.duty = payment_.duty;
    payment.amount = utf8(pay_amount_->GetValue());
    payment.date = utf8(pay_date_->GetValue());
    const auto from = pay_account_->GetSelection();
    if (from >= 0 && from < static_cast<int>(model_.accounts.size())) payment.from = model_.accounts[static_cast<std::size_t>(from)];
    send_(payment);
}

}  // namespace desktop
