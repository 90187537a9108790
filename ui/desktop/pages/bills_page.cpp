#include "ui/desktop/pages/bills_page.hpp"

#include <algorithm>

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

using wording::N_;

BillsPage::BillsPage(wxWindow* parent, view::Send send, const wording::Words& words)
    : wxPanel{parent}, send_{std::move(send)}, words_{words}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap);
    auto* left = new wxBoxSizer{wxVERTICAL};
    auto* tools = new wxBoxSizer{wxHORIZONTAL};
    tools->Add(heading(this, words_("Bills")), 1, wxALIGN_CENTER_VERTICAL);
    tools->Add(button(this, words_("Add a bill…"), [this] { send_(view::NewBill{}); }), 0, wxRIGHT,
               FromDIP(space::near));
    tools->Add(button(this, words_("Add an income…"), [this] { send_(view::NewIncome{}); }));
    nothing_ = faint(this);
    table_ = new Table{this, wx(words_("Bills"))};
    left->Add(tools, 0, wxEXPAND | wxBOTTOM, gap);
    left->Add(nothing_, 0, wxEXPAND | wxBOTTOM, gap);
    left->Add(table_, 1, wxEXPAND);
    side_ = new wxSimplebook{this};
    side_->SetMinSize(FromDIP(wxSize{310, -1}));
    side_->AddPage(build_details(), {});
    form_ = new BillFormPanel{side_, words_, [this] { save(); }, [this] { done(); }};
    side_->AddPage(form_, {});
    side_->AddPage(build_pay(), {});
    side_->AddPage(build_statement(), {});
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
        if (const auto* row = selected(); row && row->can_edit) edit(*row);
        else if (row && row->can_pay) CallAfter([this, form = row->pay] { pay(form); });
        else if (row && row->recurring)
            CallAfter([this, found = *row->recurring] { send_(view::ConfirmStream{found}); });
    });
    table_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const auto* row = selected();
        if (row && row->recurring && event.GetKeyCode() == WXK_DELETE && !event.HasAnyModifiers())
            CallAfter([this, found = *row->recurring] { send_(view::DismissStream{found}); });
        else event.Skip();
    });
}

wxWindow* BillsPage::build_details()
{
    details_ = new wxScrolledWindow{side_};
    details_->SetScrollRate(0, FromDIP(12));
    details_->SetSizer(new wxBoxSizer{wxVERTICAL});
    return details_;
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
    buttons->Add(button(page, words_("Note the payment"), [this] { save_payment(); }), 0, wxRIGHT,
                 FromDIP(space::near));
    buttons->Add(button(page, words_("Cancel"), [this] { done(); }));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(pay_title_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(form, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(pay_note_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(explain, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(buttons);
    page->SetSizer(all);
    for (auto* box : {pay_amount_, pay_date_})
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { save_payment(); }); });
    return page;
}

wxWindow* BillsPage::build_statement()
{
    auto* page = new wxPanel{side_};
    const int gap = FromDIP(space::gap);
    statement_title_ = heading(page);
    auto* form = new Form{page};
    closed_ = text_box(page);
    due_ = text_box(page);
    owed_ = text_box(page);
    least_ = text_box(page);
    form->add(words_("Statement date"), closed_);
    form->add(words_("Due"), due_);
    form->add(words_("Amount"), owed_);
    form->add(words_("At least"), least_);
    auto* explain = faint(page, words_("What the bank printed wins over what is reckoned here."));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(button(page, words_("Save"), [this] { save_statement(); }), 0, wxRIGHT, FromDIP(space::near));
    buttons->Add(button(page, words_("Cancel"), [this] { done(); }));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(statement_title_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(form, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(explain, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(buttons);
    page->SetSizer(all);
    for (auto* box : {closed_, due_, owed_, least_})
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { save_statement(); }); });
    return page;
}

const view::BillsRow* BillsPage::selected() const
{
    const int row = table_->selected();
    return row < 0 || row >= static_cast<int>(model_.rows.size()) ? nullptr
                                                                  : &model_.rows[static_cast<std::size_t>(row)];
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
    if (!row->note.empty()) all->Add(faint(details_, row->note), 0, wxEXPAND | wxBOTTOM, gap);
    add_buttons(*row);
    details_->FitInside();
    details_->Layout();
}

void BillsPage::edit(const view::BillsRow& row)
{
    if (row.income) CallAfter([this, id = row.income] { send_(view::EditIncome{id}); });
    else CallAfter([this, id = row.duty.bill] { send_(view::EditBill{id}); });
}

void BillsPage::add_buttons(const view::BillsRow& row)
{
    auto* buttons = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    const auto add = [&](const char* label, std::function<void()> pressed) {
        buttons->Add(button(details_, words_(label), std::move(pressed)), 0, wxRIGHT | wxBOTTOM, FromDIP(space::near));
    };
    const auto duty = row.duty;
    const auto income = row.income;
    if (row.recurring) {
        add(N_("Confirm (Enter)"), [this, found = *row.recurring] { send_(view::ConfirmStream{found}); });
        add(N_("Dismiss (Delete)"), [this, found = *row.recurring] { send_(view::DismissStream{found}); });
    }
    if (row.can_pay) add(N_("Note a payment…"), [this, form = row.pay] { pay(form); });
    if (row.can_edit && income) add(N_("Change…"), [this, income] { send_(view::EditIncome{income}); });
    else if (row.can_edit) add(N_("Change…"), [this, duty] { send_(view::EditBill{duty.bill}); });
    if (row.statement) {
        add(N_("Enter the statement…"), [this, form = *row.statement] { enter(form); });
        add(N_("The card's terms…"), [this, card = row.statement->card] { send_(view::EditAccount{card}); });
    }
    if (row.can_skip && income)
        add(N_("Skip this time"), [this, income, duty] { send_(view::SkipIncome{income, duty.occurrence}); });
    else if (row.can_skip) add(N_("Skip this time"), [this, duty] { send_(view::SkipBill{duty}); });
    if (row.paid) add(N_("That was not its payment"), [this, paid = *row.paid] { send_(view::UnmatchBill{paid}); });
    if (row.can_edit && income) add(N_("It has ended"), [this, income] { send_(view::EndIncome{income}); });
    else if (row.can_edit) add(N_("It has ended"), [this, duty] { send_(view::EndBill{duty.bill}); });
    if (row.can_pay) add(N_("What you can do"), [this, duty] { send_(view::ShowWarning{duty}); });
    details_->GetSizer()->Add(buttons, 0, wxEXPAND);
}

void BillsPage::show(const view::BillsModel& model)
{
    const auto* before = selected();
    const auto duty = before ? before->duty : view::DutyKey{};
    const int decided = before && before->recurring ? table_->selected() : -1;  // the next one takes its place
    model_ = model;
    nothing_->set(model.nothing);
    nothing_->Show(model.rows.empty());
    table_->set_columns(model.columns);
    std::vector<view::Row> rows;
    for (const auto& row : model.rows) rows.push_back(row.cells);
    table_->show(rows);
    form_->show_choices(model);
    fill(*pay_account_, model.account_labels, std::max(pay_account_->GetSelection(), 0));
    if (decided >= 0 && decided < static_cast<int>(model_.rows.size()) &&
        model_.rows[static_cast<std::size_t>(decided)].recurring) {
        table_->select(decided);
        show_details();
    }
    else {
        choose(duty);
    }
    layout_page(*table_);
}

void BillsPage::choose(view::DutyKey duty)
{
    const auto first = [&](auto fits) {
        const auto at = std::find_if(model_.rows.begin(), model_.rows.end(),
                                     [&](const view::BillsRow& row) { return !row.recurring && fits(row.duty); });
        return at == model_.rows.end() ? -1 : static_cast<int>(at - model_.rows.begin());
    };
    int at = first([&](const view::DutyKey& key) { return key == duty; });
    if (at < 0) at = first([&](const view::DutyKey& key) { return key.bill == duty.bill; });
    if (at < 0 && !model_.rows.empty()) at = 0;
    table_->select(at);
    show_details();
}

void BillsPage::write(const view::BillForm& form)
{
    side_->SetSelection(form_leaf);
    form_->write(form);
    layout_page(*form_->boxes().payee);
    form_->boxes().payee->SetFocus();
}

void BillsPage::enter(const view::StatementForm& form)
{
    statement_ = form;
    statement_title_->set(form.title);
    closed_->ChangeValue(wx(form.closed));
    due_->ChangeValue(wx(form.due));
    owed_->ChangeValue(wx(form.amount));
    least_->ChangeValue(wx(form.minimum));
    side_->SetSelection(statement_leaf);
    layout_page(*owed_);
    owed_->SetFocus();
    owed_->SelectAll();
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
    send_(form_->read());
}

void BillsPage::save_statement()
{
    send_(view::SaveStatement{statement_.card, utf8(closed_->GetValue()), utf8(due_->GetValue()),
                              utf8(owed_->GetValue()), utf8(least_->GetValue())});
}

void BillsPage::save_payment()
{
    view::PayBill payment;
    payment.duty = payment_.duty;
    payment.amount = utf8(pay_amount_->GetValue());
    payment.date = utf8(pay_date_->GetValue());
    const auto from = pay_account_->GetSelection();
    if (from >= 0 && from < static_cast<int>(model_.accounts.size()))
        payment.from = model_.accounts[static_cast<std::size_t>(from)];
    send_(payment);
}

}  // namespace desktop
