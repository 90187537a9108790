#include "ui/desktop/charts/bar_chart.hpp"

#include <algorithm>
#include <memory>

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/controls/appearance.hpp"
#include "ui/desktop/controls/text.hpp"

namespace desktop {

namespace {

struct Range {
    double least = 0, most = 0;
    double span() const { return most > least ? most - least : 1; }
};

Range range_of(const std::vector<view::Bar>& bars)
{
    Range r;
    for (const auto& b : bars) {
        r.most = std::max({r.most, b.up, b.down});
        r.least = std::min({r.least, b.up, b.down});
    }
    return r;
}

/// Shortened to the width, with an ellipsis.
wxString fitted(wxGraphicsContext& g, wxString text, double width)
{
    double w = 0, h = 0;
    g.GetTextExtent(text, &w, &h);
    if (w <= width) return text;
    while (text.length() > 1) {
        text.RemoveLast();
        g.GetTextExtent(text + wxString::FromUTF8("…"), &w, &h);
        if (w <= width) break;
    }
    return text + wxString::FromUTF8("…");
}

}  // namespace

BarChart::BarChart(wxWindow* parent) : wxPanel{parent}
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize{260, 160}));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
}

void BarChart::show(const view::ReportsModel& model)
{
    bars_ = model.bars;
    by_month_ = model.by_month;
    marked_ = -1;
    set_accessible(*this, wx(model.title), wx(model.summary));
    Refresh();
}

void BarChart::mark(int bar)
{
    if (bar == marked_) return;
    marked_ = bar;
    Refresh();
}

void BarChart::paint()
{
    wxAutoBufferedPaintDC dc{this};
    const auto colours = palette();
    dc.SetBackground(wxBrush{colours.paper});
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> g{wxGraphicsContext::Create(dc)};
    if (!g || bars_.empty()) return;
    by_month_ ? paint_months(*g) : paint_list(*g);
}

void BarChart::paint_months(wxGraphicsContext& g)
{
    const auto colours = palette();
    const double edge = FromDIP(10), foot = FromDIP(22), width = GetClientSize().x - 2 * edge,
                 height = GetClientSize().y - 2 * edge - foot;
    const auto range = range_of(bars_);
    const auto y = [&](double value) { return edge + height * (range.most - value) / range.span(); };
    const double step = width / static_cast<double>(bars_.size());
    const double thick = std::max(2.0, std::min(step * 0.7, static_cast<double>(FromDIP(46))));
    g.SetFont(GetFont(), colours.faint);
    double shown_to = 0;
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        const auto& b = bars_[i];
        const double left = edge + step * static_cast<double>(i) + (step - thick) / 2;
        const bool both = b.down != 0;
        g.SetPen(static_cast<int>(i) == marked_ ? wxPen{colours.ink, FromDIP(2)} : *wxTRANSPARENT_PEN);
        g.SetBrush(wxBrush{both ? colours.of(view::Level::safe) : colours.line});
        g.DrawRectangle(left, std::min(y(b.up), y(0)), both ? thick / 2 : thick, std::abs(y(b.up) - y(0)));
        if (both) {
            g.SetBrush(wxBrush{colours.of(view::Level::will_miss)});
            g.DrawRectangle(left + thick / 2, y(0), thick / 2, y(b.down) - y(0));
        }
        const auto label = wx(b.label.size() == 7 ? b.label.substr(2) : b.label);
        double w = 0, h = 0;
        g.GetTextExtent(label, &w, &h);
        const double at = left + thick / 2 - w / 2;
        if (at < shown_to) continue;  // not over the one before
        g.DrawText(label, at, edge + height + FromDIP(4));
        shown_to = at + w + FromDIP(6);
    }
    g.SetPen(wxPen{colours.grid});
    g.StrokeLine(edge, y(0), edge + width, y(0));
}

void BarChart::paint_list(wxGraphicsContext& g)
{
    const auto colours = palette();
    const double edge = FromDIP(10), width = GetClientSize().x - 2 * edge;
    const double step = std::min<double>(
        FromDIP(38), std::max<double>(FromDIP(16), (GetClientSize().y - 2 * edge) / static_cast<double>(bars_.size())));
    const auto range = range_of(bars_);
    g.SetFont(GetFont(), colours.ink);
    double text_height = 0, w = 0, amount_width = 0;
    for (const auto& b : bars_) {
        g.GetTextExtent(wx(b.text), &w, &text_height);
        amount_width = std::max(amount_width, w);
    }
    const double names = width * 0.34, left = edge + names + FromDIP(8),
                 room = std::max<double>(FromDIP(20), width - names - amount_width - FromDIP(20));
    const auto x = [&](double value) { return left + room * (value - range.least) / range.span(); };
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        const auto& b = bars_[i];
        const double top = edge + step * static_cast<double>(i);
        if (top + step > GetClientSize().y) break;  // the table has the rest
        const double value = b.down != 0 && std::abs(b.down) > b.up ? b.down : b.up;
        const double text_top = top + (step - text_height) / 2;
        g.SetFont(GetFont(), colours.ink);
        g.DrawText(fitted(g, wx(b.label), names), edge, text_top);
        g.SetPen(static_cast<int>(i) == marked_ ? wxPen{colours.ink, FromDIP(2)} : *wxTRANSPARENT_PEN);
        g.SetBrush(wxBrush{value < 0     ? colours.of(view::Level::will_miss)
                           : b.down != 0 ? colours.of(view::Level::safe)
                                         : colours.line});
        g.DrawRectangle(std::min(x(value), x(0)), top + step * 0.18, std::max(1.0, std::abs(x(value) - x(0))),
                        step * 0.64);
        g.SetFont(GetFont(), colours.faint);
        g.GetTextExtent(wx(b.text), &w, &text_height);
        g.DrawText(wx(b.text), edge + width - w, text_top);
    }
}

}  // namespace desktop
