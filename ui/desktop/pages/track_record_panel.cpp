#include "ui/desktop/pages/track_record_panel.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include <wx/dcbuffer.h>

#include "ui/desktop/charts/fan_strokes.hpp"
#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

CurveChart::CurveChart(wxWindow* parent)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxFULL_REPAINT_ON_RESIZE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(260, 220)));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
}

void CurveChart::show(const view::RecordModel& model)
{
    model_ = model;
    set_accessible(*this, wx(model.curve_title), wx(model.curve_summary));
    Refresh(false);
}

void CurveChart::paint()
{
    using namespace strokes;
    wxAutoBufferedPaintDC dc(this);
    const std::unique_ptr<wxGraphicsContext> g(wxGraphicsContext::Create(dc));
    const auto colours = palette();
    const wxSize size = GetClientSize();
    g->SetPen(*wxTRANSPARENT_PEN);
    g->SetBrush(wxBrush(colours.paper));
    g->DrawRectangle(0, 0, size.x, size.y);
    g->SetFont(GetFont(), colours.faint);
    const double line = measure(*g, "0").height;
    const double side = std::min(size.x - 90.0, size.y - 3.5 * line - 4 * pad);
    if (side < 40) return;
    const double left = 70, top = line + 2 * pad, bottom = top + side;
    for (int i = 0; i <= 4; ++i) {
        const double x = crisp(left + side * i / 4), y = crisp(bottom - side * i / 4);
        hairline(*g, colours.grid, left, y, left + side, y);
        hairline(*g, colours.grid, x, top, x, bottom);
        const auto text = wxString::Format("%d %%", i * 25);
        g->DrawText(text, left - pad - measure(*g, text).width, y - line / 2);
        g->DrawText(text, x - measure(*g, text).width / 2, bottom + pad / 2);
    }
    g->DrawText(wx(model_.happened), left - 30, pad / 2);
    g->DrawText(wx(model_.said), left + side - measure(*g, wx(model_.said)).width, bottom + line + pad / 2);
    hairline(*g, colours.zero, left, bottom, left + side, top);
    int most = 1;
    for (const auto& point : model_.curve) most = std::max(most, point.questions);
    g->SetPen(wxPen(colours.paper, 1));
    g->SetBrush(wxBrush(colours.line));
    for (const auto& point : model_.curve) {
        const double r = 4 + 7 * std::sqrt(static_cast<double>(point.questions) / most);
        g->DrawEllipse(left + side * point.said - r, bottom - side * point.happened - r, 2 * r, 2 * r);
    }
}

RecordPanel::RecordPanel(wxWindow* parent, view::Send send, const wording::Words& words)
    : wxPanel{parent}, send_{std::move(send)}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap), near = FromDIP(space::near);
    title_ = heading(this);
    account_ = choice(this, {}, -1);
    sentence_ = heading(this, {}, 1.25);
    explanation_ = faint(this);
    verdict_ = new Paragraph{this};
    figures_ = new wxPanel{this};
    figures_->SetSizer(new wxBoxSizer{wxHORIZONTAL});
    curve_title_ = heading(this);
    curve_ = new CurveChart{this};
    table_ = new Table{this, wx(words("Said and came, as a table"))};
    auto* tools = new wxBoxSizer{wxHORIZONTAL};
    tools->Add(title_, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    tools->Add(account_, 0, wxALIGN_CENTER_VERTICAL);
    auto* below = new wxBoxSizer{wxHORIZONTAL};
    below->Add(curve_, 3, wxEXPAND | wxRIGHT, gap);
    below->Add(table_, 2, wxEXPAND);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(tools, 0, wxEXPAND | wxALL, edge);
    all->Add(sentence_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(explanation_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(figures_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(verdict_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(curve_title_, 0, wxEXPAND | wxLEFT | wxRIGHT, edge);
    all->AddSpacer(near);
    all->Add(below, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    SetSizer(all);
    account_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(account_->GetSelection());
        if (at < model_.accounts.size()) CallAfter([this, id = model_.accounts[at]] { send_(view::LookBack{id}); });
    });
}

void RecordPanel::show(const view::RecordModel& model)
{
    model_ = model;
    const bool ready = model.stage == view::RecordModel::Stage::ready;
    title_->set(model.title);
    fill(*account_, model.account.labels, model.account.chosen);
    account_->Show(model.accounts.size() > 1);
    set_accessible(*account_, wx(model.title));
    sentence_->set(model.sentence);
    explanation_->set(model.explanation);
    verdict_->set(model.verdict);
    verdict_->Show(ready);
    show_figures(*figures_, model.figures);
    curve_title_->set(model.curve_title);
    curve_->show(model);
    table_->set_columns(model.columns);
    table_->show(model.rows);
    for (wxWindow* each : {static_cast<wxWindow*>(explanation_), static_cast<wxWindow*>(curve_title_),
                           static_cast<wxWindow*>(curve_), static_cast<wxWindow*>(table_)})
        each->Show(ready);
    layout_page(*table_);
}

}  // namespace desktop
