#include "ui/desktop/pages/month_panel.hpp"

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

MonthPanel::MonthPanel(wxWindow* parent, view::Send send, const wording::Words& words)
    : wxPanel{parent}, send_{std::move(send)}, words_{words}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap), near = FromDIP(space::near);
    title_ = heading(this);
    summary_ = faint(this);
    grid_ = new MonthGrid{this};
    list_ = new Table{this, wx(words_("What falls in this month"))};
    list_->SetMinSize(FromDIP(wxSize{300, 110}));
    auto* tools = new wxBoxSizer{wxHORIZONTAL};
    tools->Add(title_, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    tools->Add(button(this, words_("Month before"), [this] { turn(-1); }), 0, wxRIGHT, near);
    tools->Add(button(this, words_("Next month"), [this] { turn(+1); }));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(tools, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, edge);
    all->Add(summary_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(grid_, 3, wxEXPAND | wxLEFT | wxRIGHT, edge);
    all->Add(list_, 1, wxEXPAND | wxALL, edge);
    SetSizer(all);
    grid_->on_turn([this](int months) { turn(months); });
    grid_->on_open([this](view::DutyKey duty) { send_(view::ShowBill{duty}); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        const int row = list_->selected();
        if (row < 0) return;
        const auto duty = model_.row_duties[static_cast<std::size_t>(row)];
        if (duty.bill) CallAfter([this, duty] { send_(view::ShowBill{duty}); });
    });
}

void MonthPanel::turn(int months)
{
    send_(view::ShowMonth{ledger::add_months(model_.first, months, 1)});
}

void MonthPanel::show(const view::MonthModel& model)
{
    model_ = model;
    title_->set(model.title);
    summary_->set(model.summary);
    grid_->show(model);
    list_->set_columns(model.columns);
    list_->show(model.rows);
    layout_page(*list_);
}

}  // namespace desktop
