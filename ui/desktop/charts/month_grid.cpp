#include "ui/desktop/charts/month_grid.hpp"

#include <algorithm>
#include <memory>

#include <wx/dcbuffer.h>

#include "ui/desktop/charts/fan_strokes.hpp"
#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/controls/appearance.hpp"
#include "ui/desktop/controls/text.hpp"

namespace desktop {

namespace {

using strokes::hairline;
using strokes::measure;
using strokes::pad;
using strokes::shortened;

constexpr double head = 26;  ///< above the weeks, for the names of the days

void draw_item(wxGraphicsContext& g, const view::DayItem& item, const wxFont& font, const Palette& colours,
               wxRect2DDouble at)
{
    const double sign = 9, middle = at.m_y + at.m_height / 2;
    const wxColour& colour = item.done     ? colours.faint
                             : item.income ? colours.of(view::Level::safe)
                             : item.level  ? colours.of(*item.level)
                                           : colours.ink;
    if (item.level && !item.done) draw_level(g, *item.level, at.m_x + sign / 2, middle, sign, colours);
    g.SetFont(font, colour);
    const auto prefix = item.income ? "+" : item.done ? "\xE2\x9C\x93" : item.level ? "" : "\xC2\xB7";
    if (*prefix) g.DrawText(wx(prefix), at.m_x, middle - measure(g, wx(prefix)).height / 2);
    const double left = at.m_x + sign + 4;
    const auto text = shortened(g, wx(item.text), at.GetRight() - left);
    g.DrawText(text, left, middle - measure(g, text).height / 2);
}

void draw_day(wxGraphicsContext& g, const view::DayBox& day, const wxFont& font, const Palette& colours,
              wxRect2DDouble at)
{
    g.SetFont(day.today ? font.Bold() : font, day.in_month ? colours.ink : colours.faint);
    const auto number = wx(day.number);
    const auto size = measure(g, number);
    if (day.today) {
        g.SetPen(wxPen(colours.line, 1));
        g.SetBrush(*wxTRANSPARENT_BRUSH);
        g.DrawRoundedRectangle(at.m_x + pad - 4, at.m_y + 3, size.width + 8, size.height + 2, 4);
    }
    g.DrawText(number, at.m_x + pad, at.m_y + 4);
    const double line = size.height + 2;
    double y = at.m_y + 6 + line;
    for (std::size_t i = 0; i < day.items.size(); ++i) {
        const bool last_line = y + 2 * line > at.GetBottom();
        if (last_line && i + 1 < day.items.size()) {
            g.SetFont(font, colours.faint);
            g.DrawText(wx("+" + std::to_string(day.items.size() - i)), at.m_x + pad, y);
            return;
        }
        draw_item(g, day.items[i], font, colours, {at.m_x + pad, y, at.m_width - 2 * pad, line});
        y += line;
    }
}

}  // namespace

MonthGrid::MonthGrid(wxWindow* parent)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& e) { Refresh(false), e.Skip(); });
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& e) { Refresh(false), e.Skip(); });
    Bind(wxEVT_KEY_DOWN, &MonthGrid::on_key, this);
    const auto point = [this](wxMouseEvent& e) {
        for (std::size_t i = 0; i < model_.days.size(); ++i)
            if (box(i).Contains(wxPoint2DDouble(e.GetX(), e.GetY()))) set_cursor(i);
    };
    Bind(wxEVT_LEFT_DOWN, [this, point](wxMouseEvent& e) { SetFocus(), point(e), e.Skip(); });
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) { open_day(); });
}

wxSize MonthGrid::DoGetBestClientSize() const
{
    return FromDIP(wxSize(560, 360));
}

void MonthGrid::show(view::MonthModel model)
{
    const bool same = !model_.days.empty() && model.first == model_.first;
    model_ = std::move(model);
    set_accessible(*this, wx(model_.title));
    if (same && cursor_ < model_.days.size()) return set_cursor(cursor_);
    const auto today =
        std::find_if(model_.days.begin(), model_.days.end(), [](const auto& d) { return d.today && d.in_month; });
    const auto first = std::find_if(model_.days.begin(), model_.days.end(), [](const auto& d) { return d.in_month; });
    set_cursor(static_cast<std::size_t>((today != model_.days.end() ? today : first) - model_.days.begin()));
}

void MonthGrid::set_cursor(std::size_t day)
{
    if (model_.days.empty()) return;
    cursor_ = std::min(day, model_.days.size() - 1);
    auto said = read_out();
    std::replace(said.begin(), said.end(), '\n', ' ');
    set_accessible_description(*this, wx(said));
    Refresh(false);
}

std::string MonthGrid::read_out() const
{
    return cursor_ < model_.days.size() ? model_.days[cursor_].read_out : std::string{};
}

wxRect2DDouble MonthGrid::box(std::size_t day) const
{
    const wxSize size = GetClientSize();
    const double width = size.x / 7.0,
                 height = (size.y - head) / static_cast<double>(std::max<std::size_t>(weeks(), 1));
    return {width * static_cast<double>(day % 7), head + height * static_cast<double>(day / 7), width, height};
}

void MonthGrid::paint()
{
    wxAutoBufferedPaintDC dc(this);
    const std::unique_ptr<wxGraphicsContext> g(wxGraphicsContext::Create(dc));
    const auto colours = palette();
    const wxSize size = GetClientSize();
    g->SetPen(*wxTRANSPARENT_PEN);
    g->SetBrush(wxBrush(colours.paper));
    g->DrawRectangle(0, 0, size.x, size.y);
    const wxFont font = GetFont();
    g->SetFont(font, colours.faint);
    for (std::size_t i = 0; i < 7 && !model_.days.empty(); ++i)
        g->DrawText(wx(model_.weekdays[i]), box(i).m_x + pad, 4);
    for (std::size_t i = 0; i < model_.days.size(); ++i) {
        const auto at = box(i);
        g->Clip(at.m_x, at.m_y, at.m_width, at.m_height);
        draw_day(*g, model_.days[i], font, colours, at);
        g->ResetClip();
        hairline(*g, colours.grid, at.m_x, strokes::crisp(at.m_y), at.GetRight(), strokes::crisp(at.m_y));
        if (i % 7) hairline(*g, colours.grid, strokes::crisp(at.m_x), at.m_y, strokes::crisp(at.m_x), at.GetBottom());
    }
    if (model_.days.empty()) return;
    const auto at = box(cursor_);
    g->SetBrush(*wxTRANSPARENT_BRUSH);
    g->SetPen(wxPen(colours.line, HasFocus() ? 2 : 1, HasFocus() ? wxPENSTYLE_SOLID : wxPENSTYLE_SHORT_DASH));
    g->DrawRectangle(at.m_x + 1, at.m_y + 1, at.m_width - 2, at.m_height - 2);
}

void MonthGrid::on_key(wxKeyEvent& event)
{
    if (model_.days.empty() || event.HasModifiers()) {
        event.Skip();
        return;
    }
    const auto step = [this](int days) {
        const auto to = static_cast<std::ptrdiff_t>(cursor_) + days;
        if (to < 0 || to >= static_cast<std::ptrdiff_t>(model_.days.size())) {
            if (turn_) turn_(days < 0 ? -1 : 1);
        }
        else set_cursor(static_cast<std::size_t>(to));
    };
    switch (event.GetKeyCode()) {
        case WXK_LEFT: step(-1); break;
        case WXK_RIGHT: step(+1); break;
        case WXK_UP: step(-7); break;
        case WXK_DOWN: step(+7); break;
        case WXK_PAGEUP:
            if (turn_) turn_(-1);
            break;
        case WXK_PAGEDOWN:
            if (turn_) turn_(+1);
            break;
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER: open_day(); break;
        case WXK_TAB:
            Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
            break;
        default: event.Skip();
    }
}

void MonthGrid::open_day()
{
    if (!open_ || cursor_ >= model_.days.size()) return;
    for (const auto& item : model_.days[cursor_].items)
        if (item.duty.bill) return open_(item.duty);
}

}  // namespace desktop
