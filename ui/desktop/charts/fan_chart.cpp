#include "ui/desktop/charts/fan_chart.hpp"

#include <algorithm>
#include <memory>

#include <wx/dcbuffer.h>
#include <wx/dcmemory.h>

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

FanChart::FanChart(wxWindow* parent)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(320, 180)));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& e) { forget_picture(), e.Skip(); });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& e) { forget_picture(), e.Skip(); });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& e) { set_cursor(frame_.column_at(e.GetX())), e.Skip(); });
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent& e) { set_cursor({}), e.Skip(); });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& e) { SetFocus(), e.Skip(); });
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) { open_day(); });
    Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& e) { Refresh(false), e.Skip(); });
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& e) { Refresh(false), e.Skip(); });
    Bind(wxEVT_KEY_DOWN, &FanChart::on_key, this);
}

void FanChart::show(view::Fan fan)
{
    fan_ = std::move(fan);
    cursor_.reset();
    forget_picture();
    set_accessible(*this, wxString::FromUTF8(fan_.title));
    describe();
}

void FanChart::set_cursor(std::optional<std::size_t> column)
{
    if (column && *column >= view::columns(fan_)) column.reset();
    if (column == cursor_) return;
    cursor_ = column;
    Refresh(false);
    describe();
}

std::string FanChart::read_out() const
{
    return cursor_ ? view::read_out(fan_, *cursor_) : std::string{};
}

wxSize FanChart::DoGetBestClientSize() const
{
    return FromDIP(wxSize(720, 320));
}

/// A screen reader hears the day under the cursor, and without a cursor the sentence about the whole.
void FanChart::describe()
{
    std::string text = cursor_ ? read_out() : fan_.summary;
    std::replace(text.begin(), text.end(), '\n', ' ');
    set_accessible_description(*this, wxString::FromUTF8(text));
}

FanCanvas FanChart::canvas() const
{
    const wxSize size = GetClientSize();
    return {static_cast<double>(size.x), static_cast<double>(size.y), GetFont(), palette()};
}

void FanChart::forget_picture()
{
    picture_ = wxBitmap();
    Refresh(false);
}

void FanChart::draw_picture()
{
    picture_.CreateWithDIPSize(GetClientSize(), GetContentScaleFactor(), 24);
    wxMemoryDC dc(picture_);
    const std::unique_ptr<wxGraphicsContext> g(wxGraphicsContext::Create(dc));
    frame_ = render_fan(*g, fan_, canvas());
}

void FanChart::paint()
{
    wxAutoBufferedPaintDC dc(this);
    if (GetClientSize().x < 1 || GetClientSize().y < 1) return;
    if (!picture_.IsOk()) draw_picture();
    dc.DrawBitmap(picture_, 0, 0);
    const std::unique_ptr<wxGraphicsContext> g(wxGraphicsContext::Create(dc));
    const FanCanvas on = canvas();
    if (cursor_ && *cursor_ < frame_.columns) render_fan_cursor(*g, fan_, on, frame_, *cursor_);
    if (HasFocus()) {
        g->SetBrush(*wxTRANSPARENT_BRUSH);
        g->SetPen(wxPen(on.colours.line, 1, wxPENSTYLE_DOT));
        g->DrawRectangle(1.5, 1.5, on.width - 3, on.height - 3);
    }
}

void FanChart::on_key(wxKeyEvent& event)
{
    const std::size_t n = view::columns(fan_);
    if (n == 0 || event.HasModifiers()) {
        event.Skip();
        return;
    }
    const std::size_t today = fan_.past.empty() ? 0 : fan_.past.size() - 1;
    switch (event.GetKeyCode()) {
        case WXK_LEFT: set_cursor(cursor_ ? (*cursor_ > 0 ? *cursor_ - 1 : 0) : today); break;
        case WXK_RIGHT: set_cursor(cursor_ ? std::min(*cursor_ + 1, n - 1) : today); break;
        case WXK_HOME: set_cursor(0); break;
        case WXK_END: set_cursor(n - 1); break;
        case WXK_PAGEUP: set_cursor(next_mark(-1)); break;
        case WXK_PAGEDOWN: set_cursor(next_mark(+1)); break;
        case WXK_ESCAPE:
            if (!cursor_) event.Skip();
            set_cursor({});
            break;
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER: open_day(); break;
        case WXK_TAB:
            Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
            break;
        default: event.Skip();
    }
}

/// The next column with something due, or the cursor itself when there is none.
std::optional<std::size_t> FanChart::next_mark(int direction) const
{
    std::optional<std::size_t> best;
    for (const view::FanMark& mark : fan_.marks) {
        if (mark.day >= fan_.days.size()) continue;
        const std::size_t column = fan_.past.size() + mark.day;
        const bool beyond = !cursor_ || (direction > 0 ? column > *cursor_ : column < *cursor_);
        if (beyond && (!best || (direction > 0 ? column < *best : column > *best))) best = column;
    }
    return best ? best : cursor_;
}

void FanChart::open_day()
{
    if (open_ && cursor_ && *cursor_ >= fan_.past.size()) open_(*cursor_ - fan_.past.size());
}

}  // namespace desktop
