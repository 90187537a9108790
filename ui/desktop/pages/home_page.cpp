#include "ui/desktop/pages/home_page.hpp"

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

HomePage::HomePage(wxWindow* parent, view::Send send) : wxPanel{parent}, send_{std::move(send)}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap), near = FromDIP(space::near);
    card_ = new Card{this, send_};
    note_ = faint(this);
    offer_ = new wxPanel{this};
    offer_text_ = new Paragraph{offer_};
    offer_actions_ = new ActionRow{offer_, send_, false};
    auto* offer = new wxBoxSizer{wxHORIZONTAL};
    offer->Add(offer_text_, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    offer->Add(offer_actions_, 0, wxALIGN_CENTER_VERTICAL);
    offer_->SetSizer(offer);
    follow_ups_ = new FollowUpList{this, send_, false};
    figures_ = new wxPanel{this};
    figures_->SetSizer(new wxBoxSizer{wxHORIZONTAL});
    rest_ = new wxPanel{this};
    bills_title_ = heading(rest_);
    no_bills_ = faint(rest_);
    bills_ = new Table{rest_, {}};
    bills_->SetMinSize(FromDIP(wxSize{300, 130}));
    chart_title_ = heading(rest_);
    account_ = choice(rest_, {}, -1);
    chart_ = new FanChart{rest_};
    chart_->SetMinSize(FromDIP(wxSize{300, 180}));

    auto* over_chart = new wxBoxSizer{wxHORIZONTAL};
    over_chart->Add(chart_title_, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    over_chart->Add(account_, 0, wxALIGN_CENTER_VERTICAL);
    auto* below = new wxBoxSizer{wxVERTICAL};
    below->Add(bills_title_, 0, wxEXPAND | wxBOTTOM, near);
    below->Add(no_bills_, 0, wxEXPAND | wxBOTTOM, near);
    below->Add(bills_, 4, wxEXPAND);
    below->Add(over_chart, 0, wxEXPAND | wxTOP, gap);
    below->Add(chart_, 5, wxEXPAND | wxTOP, near);
    rest_->SetSizer(below);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(card_, 0, wxEXPAND | wxALL, edge);
    all->Add(follow_ups_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(offer_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(figures_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(note_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(rest_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    SetSizer(all);

    bills_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        const int row = bills_->selected();
        if (row < 0) return;
        const auto duty = model_.bills[static_cast<std::size_t>(row)].duty;
        const bool calm = model_.bills[static_cast<std::size_t>(row)].cells.front().level == view::Level::safe;
        CallAfter([this, duty, calm] { calm ? send_(view::ShowBill{duty}) : send_(view::ShowWarning{duty}); });
    });
    account_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(account_->GetSelection());
        if (at < model_.accounts.size()) CallAfter([this, id = model_.accounts[at]] { send_(view::ShowOutlook{id}); });
    });
}

void HomePage::show(const view::HomeModel& model)
{
    model_ = model;
    card_->show(model.level, model.headline, model.advice, model.actions);
    note_->set(model.note);
    note_->Show(!model.note.empty());
    follow_ups_->show(model.follow_ups);
    offer_->Show(model.offer.has_value());
    if (model.offer) {
        offer_text_->set(model.offer->text);
        offer_actions_->show(model.offer->actions);
        offer_->Layout();
    }
    show_figures(*figures_, model.empty ? std::vector<view::Figure>{} : model.figures);
    rest_->Show(!model.empty);
    bills_title_->set(model.bills_title);
    set_accessible(*bills_, wx(model.bills_title));
    no_bills_->set(model.no_bills);
    no_bills_->Show(model.bills.empty());
    bills_->set_columns(model.columns);
    std::vector<view::Row> rows;
    for (const auto& bill : model.bills) rows.push_back(bill.cells);
    bills_->show(rows);
    chart_title_->set(model.fan.title);
    fill(*account_, model.account.labels, model.account.chosen);
    account_->Show(model.accounts.size() > 1);
    set_accessible(*account_, wx(model.fan.title));
    chart_->show(model.fan);
    layout_page(*bills_);
}

}  // namespace desktop
