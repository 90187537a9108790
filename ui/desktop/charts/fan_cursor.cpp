#include "ui/desktop/charts/fan_painter.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/desktop/charts/fan_strokes.hpp"
#include "ui/desktop/controls/text.hpp"

namespace desktop {

namespace {

using namespace strokes;

std::vector<wxString> lines_of(const std::string& text)
{
    std::vector<wxString> out;
    for (std::size_t from = 0;;) {
        const std::size_t to = text.find('\n', from);
        out.push_back(wx(text.substr(from, to - from)));
        if (to == std::string::npos) return out;
        from = to + 1;
    }
}

/// The read-out: beside the cursor, in that half of the plot where the balance is not.
void draw_box(wxGraphicsContext& g, const std::vector<wxString>& lines, const FanCanvas& canvas, const FanFrame& frame,
              wxPoint2DDouble beside)
{
    const wxFont bold = canvas.font.Bold();
    Extent box;
    double line = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        g.SetFont(i == 0 ? bold : canvas.font, canvas.colours.ink);
        const Extent e = measure(g, lines[i]);
        box.width = std::max(box.width, e.width);
        line = std::max(line, e.height);
    }
    box = {box.width + 2 * pad + 4, line * static_cast<double>(lines.size()) + 2 * pad};
    const bool at_right = beside.m_x + 2 * pad + box.width < frame.plot.GetRight();
    const double left = std::max(2.0, at_right ? beside.m_x + 2 * pad : beside.m_x - 2 * pad - box.width);
    const bool at_foot = beside.m_y < frame.plot.GetCentre().m_y;
    const double top = std::max(2.0, at_foot ? frame.plot.GetBottom() - pad - box.height : frame.plot.m_y + pad);
    g.SetBrush(wxBrush(canvas.colours.paper));
    g.SetPen(wxPen(canvas.colours.faint, 1));
    g.DrawRoundedRectangle(crisp(left), crisp(top), std::round(box.width), std::round(box.height), 4);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        g.SetFont(i == 0 ? bold : canvas.font, canvas.colours.ink);
        g.DrawText(lines[i], left + pad + 2, top + pad + line * static_cast<double>(i));
    }
}

}  // namespace

void render_fan_cursor(wxGraphicsContext& g, const view::Fan& fan, const FanCanvas& canvas, const FanFrame& frame,
                       std::size_t column)
{
    g.DisableOffset();
    const double x = frame.middle(column);
    hairline(g, canvas.colours.ink, crisp(x), frame.plot.m_y, crisp(x), frame.plot.GetBottom());
    const std::size_t past = fan.past.size();
    const double y = frame.y(column < past ? fan.past[column].balance : fan.days[column - past].p50);
    g.SetBrush(wxBrush(canvas.colours.line));
    g.SetPen(wxPen(canvas.colours.paper, 2));
    g.DrawEllipse(x - 5, y - 5, 10, 10);
    draw_box(g, lines_of(view::read_out(fan, column)), canvas, frame, {x, y});
}

}  // namespace desktop
