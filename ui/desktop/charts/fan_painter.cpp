#include "ui/desktop/charts/fan_painter.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>

#include <wx/bitmap.h>
#include <wx/dcmemory.h>

#include "ui/desktop/charts/fan_strokes.hpp"
#include "ui/desktop/controls/text.hpp"

namespace desktop {

namespace {

using namespace strokes;

constexpr double sign_size = 10;  ///< of the level sign on a flag
constexpr double longest_label = 150;
constexpr int most_lanes = 3;

/// One drawing of one fan: what every part of it needs.
struct Drawing {
    wxGraphicsContext& g;
    const view::Fan& fan;
    const FanCanvas& canvas;
    FanFrame frame;
    double line = 0;  ///< height of a line of text

    const Palette& colours() const { return canvas.colours; }
    wxRect2DDouble plot() const { return frame.plot; }
};

// ---- flags

struct Flag {
    const view::FanMark* mark;
    wxString text;
    double pole;
    view::FlagPlace place;
};

std::vector<Flag> flags_with(const Drawing& d, bool amounts, int lanes, double left, double right)
{
    std::vector<Flag> flags;
    std::vector<view::FlagWish> wishes;
    const double column = (right - left) / static_cast<double>(d.frame.columns);
    d.g.SetFont(d.canvas.font, d.colours().ink);
    for (const view::FanMark& mark : d.fan.marks) {
        if (mark.day >= d.fan.days.size()) continue;
        wxString text = shortened(d.g, wx(mark.label), longest_label);
        if (amounts && !mark.amount.empty()) text += "  " + wx(mark.amount);
        const double pole = left + column * static_cast<double>(d.fan.past.size() + mark.day);
        wishes.push_back({pole, sign_size / 2 + 4 + measure(d.g, text).width, mark.level});
        flags.push_back({&mark, text, pole, {}});
    }
    const auto places = view::place_flags(wishes, left - sign_size, right, lanes, sign_size);
    for (std::size_t i = 0; i < flags.size(); ++i) flags[i].place = places[i];
    return flags;
}

/// With amounts where all of them find room so, else without.
std::vector<Flag> hang_flags(const Drawing& d, int lanes, double left, double right)
{
    auto flags = flags_with(d, true, lanes, left, right);
    if (std::all_of(flags.begin(), flags.end(), [](const Flag& f) { return f.place.shown; })) return flags;
    return flags_with(d, false, lanes, left, right);
}

void draw_flag(const Drawing& d, const Flag& flag)
{
    const wxColour& colour = d.colours().of(flag.mark->level);
    const double x = crisp(flag.pole);
    const double top =
        flag.place.shown ? d.plot().m_y - pad - (flag.place.lane + 0.5) * d.line : d.plot().m_y - pad / 2;
    hairline(d.g, colour, x, top, x, d.plot().m_y);
    d.g.SetPen(wxPen(colour, 1, wxPENSTYLE_SHORT_DASH));
    d.g.StrokeLine(x, d.plot().m_y, x, d.plot().GetBottom());
    draw_level(d.g, flag.mark->level, x, top, sign_size, d.colours());
    if (!flag.place.shown) return;
    d.g.SetFont(d.canvas.font, colour);
    const Extent e = measure(d.g, flag.text);
    const double reach = sign_size / 2 + 4;
    d.g.DrawText(flag.text, flag.place.left ? x - reach - e.width : x + reach, top - e.height / 2);
}

// ---- axes

void draw_amounts(const Drawing& d)
{
    d.g.SetFont(d.canvas.font, d.colours().faint);
    for (const view::FanTick& tick : d.frame.scale.ticks) {
        const double y = crisp(d.frame.y(tick.value));
        if (tick.value != 0) hairline(d.g, d.colours().grid, d.plot().m_x, y, d.plot().GetRight(), y);
        const Extent e = measure(d.g, wx(tick.label));
        d.g.DrawText(wx(tick.label), d.plot().m_x - pad - e.width, y - e.height / 2);
    }
}

struct DayTick {
    std::size_t column;
    wxString text;
    double left, right;
};

std::vector<DayTick> day_ticks(const Drawing& d)
{
    std::vector<DayTick> out;
    for (std::size_t c = 0; c < d.frame.columns; ++c) {
        const std::size_t past = d.fan.past.size();
        const std::string& tick = c < past ? d.fan.past[c].tick : d.fan.days[c - past].tick;
        if (tick.empty()) continue;
        const double half = measure(d.g, wx(tick)).width / 2;
        out.push_back({c, wx(tick), d.frame.middle(c) - half, d.frame.middle(c) + half});
    }
    return out;
}

/// Every n-th of the ticks, n as small as keeps them apart.
std::vector<DayTick> thinned(const std::vector<DayTick>& all)
{
    for (std::size_t n = 1; n <= all.size(); ++n) {
        std::vector<DayTick> some;
        for (std::size_t i = 0; i < all.size(); i += n) some.push_back(all[i]);
        const auto close = [](const DayTick& a, const DayTick& b) { return a.right + 2 * pad > b.left; };
        if (std::adjacent_find(some.begin(), some.end(), close) == some.end()) return some;
    }
    return all;
}

void draw_days(const Drawing& d)
{
    const double y = d.plot().GetBottom() + pad;
    double from = 0, to = 0;  // what the word for today takes
    const double now = d.frame.x(d.fan.past.size());
    if (!d.fan.today.empty()) {
        d.g.SetFont(d.canvas.font.Bold(), d.colours().ink);
        const double width = measure(d.g, wx(d.fan.today)).width;
        from = std::max(d.plot().m_x, now - width / 2);
        to = from + width;
        d.g.DrawText(wx(d.fan.today), from, y);
    }
    if (!d.fan.past.empty())
        hairline(d.g, d.colours().faint, crisp(now), d.plot().m_y, crisp(now), d.plot().GetBottom() + pad / 2);
    d.g.SetFont(d.canvas.font, d.colours().faint);
    for (const DayTick& tick : thinned(day_ticks(d))) {
        if (tick.right + pad > from && tick.left - pad < to) continue;
        if (tick.left < 0 || tick.right > d.canvas.width) continue;
        const double x = crisp(d.frame.middle(tick.column));
        hairline(d.g, d.colours().faint, x, d.plot().GetBottom(), x, d.plot().GetBottom() + pad / 2);
        d.g.DrawText(tick.text, tick.left, y);
    }
}

// ---- balances

using Amount = std::function<std::int64_t(std::size_t day)>;

/// Adds the steps of the days ahead, from the first to the last, or back.
void add_steps(const Drawing& d, wxGraphicsPath& path, const Amount& amount, bool back)
{
    const std::size_t past = d.fan.past.size();
    const std::size_t n = d.fan.days.size();
    for (std::size_t k = 0; k < n; ++k) {
        const std::size_t day = back ? n - 1 - k : k;
        const double y = d.frame.y(amount(day));
        path.AddLineToPoint(d.frame.x(past + day + (back ? 1 : 0)), y);
        path.AddLineToPoint(d.frame.x(past + day + (back ? 0 : 1)), y);
    }
}

void draw_band(const Drawing& d, const Amount& low, const Amount& high, const wxColour& colour)
{
    auto path = d.g.CreatePath();
    path.MoveToPoint(d.frame.x(d.fan.past.size()), d.frame.y(low(0)));
    add_steps(d, path, low, false);
    add_steps(d, path, high, true);
    path.CloseSubpath();
    d.g.SetPen(*wxTRANSPARENT_PEN);
    d.g.SetBrush(wxBrush(colour));
    d.g.FillPath(path);
}

void draw_median(const Drawing& d)
{
    const auto& days = d.fan.days;
    auto path = d.g.CreatePath();
    const std::int64_t start = d.fan.past.empty() ? days.front().p50 : d.fan.past.back().balance;
    path.MoveToPoint(d.frame.x(d.fan.past.size()), d.frame.y(start));
    add_steps(
        d, path, [&](std::size_t i) { return days[i].p50; }, false);
    d.g.SetPen(wxPen(d.colours().line, 2));
    d.g.StrokePath(path);
}

void draw_past(const Drawing& d)
{
    if (d.fan.past.empty()) return;
    auto path = d.g.CreatePath();
    path.MoveToPoint(d.frame.x(0), d.frame.y(d.fan.past.front().balance));
    for (std::size_t c = 0; c < d.fan.past.size(); ++c) {
        const double y = d.frame.y(d.fan.past[c].balance);
        path.AddLineToPoint(d.frame.x(c), y);
        path.AddLineToPoint(d.frame.x(c + 1), y);
    }
    d.g.SetPen(wxPen(d.colours().ink, 2));
    d.g.StrokePath(path);
}

void draw_below_zero(const Drawing& d)
{
    const double zero = d.frame.y(0);
    if (zero >= d.plot().GetBottom() - 0.5) return;
    d.g.SetPen(*wxTRANSPARENT_PEN);
    d.g.SetBrush(wxBrush(d.colours().below));
    d.g.DrawRectangle(d.plot().m_x, zero, d.plot().m_width, d.plot().GetBottom() - zero);
}

void draw_lowest(const Drawing& d)
{
    if (!d.fan.lowest || d.fan.lowest->day >= d.fan.days.size()) return;
    const std::size_t day = d.fan.lowest->day;
    const double x = d.frame.middle(d.fan.past.size() + day);
    const double y = d.frame.y(d.fan.days[day].p50);
    d.g.SetBrush(wxBrush(d.colours().paper));
    d.g.SetPen(wxPen(d.colours().ink, 2));
    d.g.DrawEllipse(x - 4, y - 4, 8, 8);
    if (d.fan.lowest->label.empty()) return;
    d.g.SetFont(d.canvas.font, d.colours().ink);
    const wxString text = wx(d.fan.lowest->label);
    const Extent e = measure(d.g, text);
    const double width = e.width + 2 * pad;
    const double height = e.height + 4;
    const double left =
        std::clamp(x - width / 2, d.plot().m_x + 2, std::max(d.plot().m_x + 2, d.plot().GetRight() - width - 2));
    const bool under = y + 10 + height < d.plot().GetBottom();
    const double top = under ? y + 10 : y - 10 - height;
    d.g.SetPen(wxPen(d.colours().faint, 1));
    d.g.DrawRoundedRectangle(crisp(left), crisp(top), std::round(width), std::round(height), 4);
    d.g.DrawText(text, left + pad, top + 2);
}

// ---- the key

bool has_key(const view::FanKey& key)
{
    return !(key.past.empty() && key.median.empty() && key.inner.empty() && key.outer.empty());
}

void draw_key(const Drawing& d, double y)
{
    double x = d.plot().m_x;
    d.g.SetFont(d.canvas.font, d.colours().faint);
    const auto part = [&](const std::string& word, const wxColour& colour, double thick) {
        if (word.empty()) return;
        d.g.SetPen(*wxTRANSPARENT_PEN);
        d.g.SetBrush(wxBrush(colour));
        d.g.DrawRectangle(x, std::round(y + d.line / 2 - thick / 2), 18, thick);
        d.g.DrawText(wx(word), x + 18 + pad, y);
        x += 18 + pad + measure(d.g, wx(word)).width + 3 * pad;
    };
    if (!d.fan.past.empty()) part(d.fan.key.past, d.colours().ink, 2);
    part(d.fan.key.median, d.colours().line, 2);
    part(d.fan.key.inner, d.colours().band_inner, 10);
    part(d.fan.key.outer, d.colours().band_outer, 10);
}

// ---- the whole

void draw_nothing(const Drawing& d)
{
    d.g.SetFont(d.canvas.font, d.colours().faint);
    const Extent e = measure(d.g, wx(d.fan.nothing));
    d.g.DrawText(wx(d.fan.nothing), (d.canvas.width - e.width) / 2, (d.canvas.height - e.height) / 2);
}

int lanes_used(const std::vector<Flag>& flags)
{
    int lanes = 0;
    for (const Flag& flag : flags)
        if (flag.place.shown) lanes = std::max(lanes, flag.place.lane + 1);
    return lanes;
}

double widest_amount(const Drawing& d)
{
    double width = 0;
    for (const view::FanTick& tick : d.frame.scale.ticks) width = std::max(width, measure(d.g, wx(tick.label)).width);
    return width;
}

/// Gives every part its place. The flags are hung on the way, because they decide how high the plot may reach.
std::vector<Flag> arrange(Drawing& d)
{
    const double foot = pad + d.line + (has_key(d.fan.key) ? d.line + pad : 0) + pad;
    const int lanes = std::clamp(static_cast<int>(d.canvas.height / (6 * d.line)), 1, most_lanes);
    const double room = d.canvas.height - foot - lanes * d.line - 2 * pad;
    d.frame.scale = view::scale(d.fan, std::clamp(static_cast<int>(room / (2.2 * d.line)), 3, 9));
    const double left = std::ceil(widest_amount(d) + 2 * pad);
    const double right = d.canvas.width - 2 * pad;
    auto flags = hang_flags(d, lanes, left, right);
    const double top = pad + lanes_used(flags) * d.line + (flags.empty() ? d.line / 2 : pad);
    d.frame.plot = {left, top, std::max(1.0, right - left), std::max(1.0, d.canvas.height - foot - top)};
    return flags;
}

void draw_balances(const Drawing& d)
{
    const auto& days = d.fan.days;
    d.g.PushState();
    d.g.Clip(d.plot().m_x, d.plot().m_y, d.plot().m_width, d.plot().m_height);
    if (!days.empty()) {
        draw_band(
            d, [&](std::size_t i) { return days[i].p05; }, [&](std::size_t i) { return days[i].p95; },
            d.colours().band_outer);
        draw_band(
            d, [&](std::size_t i) { return days[i].p25; }, [&](std::size_t i) { return days[i].p75; },
            d.colours().band_inner);
    }
    draw_below_zero(d);
    draw_past(d);
    if (!days.empty()) draw_median(d);
    d.g.PopState();
    const double zero = crisp(d.frame.y(0));
    hairline(d.g, d.colours().zero, d.plot().m_x, zero, d.plot().GetRight(), zero);
}

}  // namespace

double FanFrame::x(std::size_t column) const
{
    return plot.m_x + plot.m_width * static_cast<double>(column) / static_cast<double>(columns);
}

double FanFrame::y(std::int64_t amount) const
{
    const double share =
        static_cast<double>(amount - scale.range.low) / static_cast<double>(scale.range.high - scale.range.low);
    return plot.GetBottom() - plot.m_height * share;
}

std::optional<std::size_t> FanFrame::column_at(double px) const
{
    if (columns == 0 || px < plot.m_x || px >= plot.GetRight()) return {};
    const double column = (px - plot.m_x) / plot.m_width * static_cast<double>(columns);
    return std::min(columns - 1, static_cast<std::size_t>(column));
}

FanFrame render_fan(wxGraphicsContext& g, const view::Fan& fan, const FanCanvas& canvas)
{
    g.DisableOffset();  // else wx moves odd pens by half a pixel on top of crisp(), and every line is a blur
    Drawing d{g, fan, canvas, {}, 0};
    g.SetPen(*wxTRANSPARENT_PEN);
    g.SetBrush(wxBrush(canvas.colours.paper));
    g.DrawRectangle(0, 0, canvas.width, canvas.height);
    d.frame.columns = view::columns(fan);
    if (d.frame.columns == 0) {
        draw_nothing(d);
        return {};
    }
    g.SetFont(canvas.font, canvas.colours.ink);
    d.line = std::ceil(measure(g, wxString::FromUTF8("Áy国")).height);
    const std::vector<Flag> flags = arrange(d);
    draw_amounts(d);
    draw_balances(d);
    draw_days(d);
    for (const Flag& flag : flags) draw_flag(d, flag);
    draw_lowest(d);
    if (has_key(fan.key)) draw_key(d, canvas.height - pad - d.line);
    return d.frame;
}

wxImage fan_image(const view::Fan& fan, const FanCanvas& canvas, double scale, std::optional<std::size_t> cursor)
{
    wxBitmap bitmap;
    bitmap.CreateWithDIPSize(wxSize(static_cast<int>(canvas.width), static_cast<int>(canvas.height)), scale, 24);
    {
        wxMemoryDC dc(bitmap);
        const std::unique_ptr<wxGraphicsContext> g(wxGraphicsContext::Create(dc));
        const FanFrame frame = render_fan(*g, fan, canvas);
        if (cursor && *cursor < frame.columns) render_fan_cursor(*g, fan, canvas, frame, *cursor);
    }
    return bitmap.ConvertToImage();
}

}  // namespace desktop
