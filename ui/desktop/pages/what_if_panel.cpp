#include "ui/desktop/pages/what_if_panel.hpp"

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

using view::TrialKind;

WhatIfPanel::WhatIfPanel(wxWindow* parent, view::Send send, const wording::Words& words)
    : wxPanel{parent}, send_{std::move(send)}, words_{words}
{
    const int edge = FromDIP(space::edge);
    auto* all = new wxBoxSizer{wxHORIZONTAL};
    all->Add(build_picture(), 3, wxEXPAND | wxALL, edge);
    all->Add(build_trials(), 0, wxEXPAND | wxTOP | wxRIGHT | wxBOTTOM, edge);
    SetSizer(all);
}

wxSizer* WhatIfPanel::build_picture()
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    title_ = heading(this);
    account_ = choice(this, {}, -1);
    as_table_ = new wxToggleButton{this, wxID_ANY, plain_label(words_("As a table"))};
    picture_ = new wxSimplebook{this};
    chart_ = new FanChart{picture_};
    days_ = new Table{picture_, wx(words_("The balance ahead, day by day"))};
    picture_->AddPage(chart_, {});
    picture_->AddPage(days_, {});
    picture_->SetMinSize(FromDIP(wxSize{300, 180}));
    bills_ = new Table{this, wx(words_("Bills, as it is and as it would be"))};
    bills_->SetMinSize(FromDIP(wxSize{300, 130}));
    auto* tools = new wxBoxSizer{wxHORIZONTAL};
    tools->Add(title_, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    tools->Add(account_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    tools->Add(as_table_, 0, wxALIGN_CENTER_VERTICAL);
    auto* out = new wxBoxSizer{wxVERTICAL};
    out->Add(tools, 0, wxEXPAND | wxBOTTOM, near);
    out->Add(picture_, 3, wxEXPAND | wxBOTTOM, gap);
    out->Add(bills_, 2, wxEXPAND);
    as_table_->Bind(wxEVT_TOGGLEBUTTON,
                    [this](wxCommandEvent&) { picture_->SetSelection(as_table_->GetValue() ? 1 : 0); });
    account_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(account_->GetSelection());
        if (at < model_.accounts.size()) CallAfter([this, id = model_.accounts[at]] { send_(view::ShowOutlook{id}); });
    });
    bills_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const int row = bills_->selected(); row >= 0)
            CallAfter([this, duty = model_.bills[static_cast<std::size_t>(row)].duty] { send_(view::ShowBill{duty}); });
    });
    return out;
}

wxSizer* WhatIfPanel::build_trials()
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    auto* out = new wxBoxSizer{wxVERTICAL};
    out->SetMinSize(FromDIP(wxSize{300, -1}));
    out->Add(heading(this, words_("What if…")), 0, wxEXPAND | wxBOTTOM, near);
    verdict_ = new Paragraph{this};
    out->Add(verdict_, 0, wxEXPAND | wxBOTTOM, gap);
    form_ = new Form{this};
    boxes_.kind = choice(this, {}, -1);
    boxes_.bill = choice(this, {}, -1);
    boxes_.income = choice(this, {}, -1);
    boxes_.share = text_box(this, {}, "-20");
    boxes_.name = text_box(this);
    boxes_.amount = text_box(this, {}, "0.00");
    boxes_.date = text_box(this, {}, words_("like 5, 12-05 or +3"));
    boxes_.account = choice(this, {}, -1);
    form_->add(words_("Try"), boxes_.kind);
    bill_label_ = form_->add(words_("Bill"), boxes_.bill);
    income_label_ = form_->add(words_("Income"), boxes_.income);
    share_label_ = form_->add(words_("Per cent"), boxes_.share);
    name_label_ = form_->add(words_("What for"), boxes_.name);
    amount_label_ = form_->add(words_("Amount"), boxes_.amount);
    date_label_ = form_->add(words_("Day"), boxes_.date);
    account_label_ = form_->add(words_("Account"), boxes_.account);
    out->Add(form_, 0, wxEXPAND | wxBOTTOM, gap);
    out->Add(button(this, words_("Try it"), [this] { try_out(); }), 0, wxBOTTOM, gap);
    trials_ = new wxListBox{this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize{-1, 130})};
    set_accessible(*trials_, wx(words_("What is being tried")));
    out->Add(trials_, 0, wxEXPAND | wxBOTTOM, near);
    auto* buttons = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    const auto chosen = [this] { return static_cast<std::size_t>(std::max(trials_->GetSelection(), 0)); };
    keep_ = button(this, words_("Keep it"), [this, chosen] { send_(view::KeepTrial{chosen()}); });
    forget_ = button(this, words_("Take it out"), [this, chosen] { send_(view::ForgetTrial{chosen()}); });
    start_over_ = button(this, words_("Start over"), [this] { send_(view::ForgetTrials{}); });
    for (auto* each : {keep_, forget_, start_over_}) buttons->Add(each, 0, wxRIGHT | wxBOTTOM, near);
    out->Add(buttons, 0, wxEXPAND);
    boxes_.kind->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_kind(); });
    for (auto* box : {boxes_.name, boxes_.amount, boxes_.date, boxes_.share})
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { try_out(); }); });
    return out;
}

/// Only the boxes that this kind of change needs.
void WhatIfPanel::show_kind()
{
    const auto kind = static_cast<TrialKind>(std::max(boxes_.kind->GetSelection(), 0));
    const bool bill = kind == TrialKind::move_due || kind == TrialKind::leave_out;
    const bool money = kind == TrialKind::spend || kind == TrialKind::receive;
    const auto show = [](wxWindow* label, wxWindow* box, bool shown) {
        label->Show(shown);
        box->Show(shown);
    };
    show(bill_label_, boxes_.bill, bill);
    show(income_label_, boxes_.income, kind == TrialKind::lose_income);
    show(share_label_, boxes_.share, kind == TrialKind::spending);
    show(name_label_, boxes_.name, money);
    show(amount_label_, boxes_.amount, money);
    show(date_label_, boxes_.date, money || kind == TrialKind::move_due);
    show(account_label_, boxes_.account, money);
    Layout();
}

void WhatIfPanel::choose_kind(TrialKind kind)
{
    boxes_.kind->SetSelection(static_cast<int>(kind));
    show_kind();
}

void WhatIfPanel::try_out()
{
    view::TryOut out;
    out.kind = static_cast<TrialKind>(std::max(boxes_.kind->GetSelection(), 0));
    if (const auto at = boxes_.bill->GetSelection(); at >= 0 && at < static_cast<int>(model_.duties.size()))
        out.duty = model_.duties[static_cast<std::size_t>(at)];
    if (const auto at = boxes_.account->GetSelection(); at >= 0 && at < static_cast<int>(model_.accounts.size()))
        out.account = model_.accounts[static_cast<std::size_t>(at)];
    if (const auto at = boxes_.income->GetSelection(); at >= 0 && at < static_cast<int>(model_.incomes.size()))
        out.income = model_.incomes[static_cast<std::size_t>(at)];
    out.share = utf8(boxes_.share->GetValue());
    out.name = utf8(boxes_.name->GetValue());
    out.amount = utf8(boxes_.amount->GetValue());
    out.date = utf8(boxes_.date->GetValue());
    send_(out);
}

void WhatIfPanel::show(const view::OutlookModel& model)
{
    model_ = model;
    title_->set(model.fan.title);
    fill(*account_, model.account.labels, model.account.chosen);
    account_->Show(model.accounts.size() > 1);
    set_accessible(*account_, wx(model.fan.title));
    chart_->show(model.fan);
    days_->set_columns(model.day_columns);
    days_->show(model.days);
    bills_->set_columns(model.bill_columns);
    std::vector<view::Row> rows;
    for (const auto& bill : model.bills) rows.push_back(bill.cells);
    bills_->show(rows);
    verdict_->set(model.verdict);
    fill(*boxes_.kind, model.kinds, std::max(boxes_.kind->GetSelection(), 0));
    fill(*boxes_.bill, model.duty_labels, std::max(boxes_.bill->GetSelection(), 0));
    fill(*boxes_.income, model.income_labels, std::max(boxes_.income->GetSelection(), 0));
    fill(*boxes_.account, model.account_labels,
         std::max(boxes_.account->GetSelection(), std::max(model.account.chosen, 0)));
    trials_->Clear();
    for (const auto& trial : model.trials) trials_->Append(wx(trial));
    if (!model.trials.empty()) trials_->SetSelection(static_cast<int>(model.trials.size()) - 1);
    for (wxWindow* each : {static_cast<wxWindow*>(trials_), static_cast<wxWindow*>(keep_),
                           static_cast<wxWindow*>(forget_), static_cast<wxWindow*>(start_over_)})
        each->Show(!model.trials.empty());
    show_kind();
    layout_page(*bills_);
}

}  // namespace desktop
