#include "ui/desktop/pages/reports_page.hpp"

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

ReportsPage::ReportsPage(wxWindow* parent, view::Send send, const wording::Words& words)
    : wxPanel{parent}, send_{std::move(send)}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap), near = FromDIP(space::near);
    auto* choices = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    const auto add = [&](wxChoice*& box, const std::string& name) {
        auto* column = new wxBoxSizer{wxVERTICAL};
        auto* label = new wxStaticText{this, wxID_ANY, plain_label(name)};
        label->SetForegroundColour(palette().faint);
        box = choice(this, {}, -1);
        label_for(*label, *box);
        column->Add(label, 0, wxBOTTOM, FromDIP(space::hair));
        column->Add(box);
        choices->Add(column, 0, wxRIGHT | wxBOTTOM, near);
        box->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { CallAfter([this] { ask(); }); });
    };
    add(report_, words("Report"));
    add(by_, words("Lines"));
    add(period_, words("Time"));
    add(account_, words("Account"));
    add(currency_, words("Currency"));
    title_ = heading(this, {}, 1.15);
    total_ = heading(this);
    notes_ = faint(this);
    nothing_ = faint(this);
    chart_ = new BarChart{this};
    table_ = new Table{this, wx(words("Figures of the report"))};
    auto* both = new wxBoxSizer{wxHORIZONTAL};
    both->Add(chart_, 1, wxEXPAND | wxRIGHT, gap);
    both->Add(table_, 1, wxEXPAND);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(choices, 0, wxEXPAND | wxTOP | wxLEFT | wxRIGHT, edge);
    all->Add(title_, 0, wxEXPAND | wxTOP | wxLEFT | wxRIGHT, edge);
    all->Add(total_, 0, wxEXPAND | wxTOP | wxLEFT | wxRIGHT, edge);
    all->Add(notes_, 0, wxEXPAND | wxTOP | wxLEFT | wxRIGHT, edge);
    all->Add(nothing_, 0, wxEXPAND | wxTOP | wxLEFT | wxRIGHT, edge);
    all->Add(both, 1, wxEXPAND | wxALL, edge);
    SetSizer(all);
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const auto* row = table_->selected() < 0 ? nullptr : table_->row(static_cast<unsigned>(table_->selected()));
        int bar = -1;
        for (std::size_t i = 0; row && i < model_.bars.size(); ++i)
            if (model_.bars[i].label == row->front().text) bar = static_cast<int>(i);
        chart_->mark(bar);
    });
}

void ReportsPage::show(const view::ReportsModel& model)
{
    model_ = model;
    desktop::fill(*report_, model.reports, model.chosen.report);
    desktop::fill(*by_, model.bys, model.chosen.by);
    desktop::fill(*period_, model.periods, model.chosen.period);
    desktop::fill(*account_, model.accounts, model.chosen.account);
    desktop::fill(*currency_, model.currencies, model.chosen.currency);
    const bool worth = model.chosen.report == 3;
    by_->Enable(!worth);
    account_->Enable(!worth);
    title_->set(model.title);
    total_->set(model.total);
    std::string notes;
    for (const auto& note : model.notes) notes += (notes.empty() ? "" : "\n") + note;
    notes_->set(notes);
    notes_->Show(!notes.empty());
    nothing_->set(model.nothing);
    nothing_->Show(!model.nothing.empty());
    chart_->show(model);
    chart_->Show(!model.bars.empty());
    table_->Show(!model.rows.empty());
    table_->set_columns(model.columns);
    table_->show(model.rows);
    layout_page(*table_);
}

void ReportsPage::ask()
{
    const auto at = [](const wxChoice* box) { return std::max(box->GetSelection(), 0); };
    send_(view::ShowReport{at(report_), at(by_), at(period_), at(account_), at(currency_)});
}

}  // namespace desktop
