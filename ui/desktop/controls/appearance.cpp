#include "ui/desktop/controls/appearance.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include <gtk/gtk.h>
#include <wx/bitmap.h>
#include <wx/brush.h>
#include <wx/image.h>
#include <wx/pen.h>
#include <wx/settings.h>

namespace desktop {

namespace {

wxColour mixed(const wxColour& over, const wxColour& under, double share)
{
    const auto part = [share](unsigned char a, unsigned char b) {
        return static_cast<unsigned char>(std::lround(share * a + (1 - share) * b));
    };
    return {part(over.Red(), under.Red()), part(over.Green(), under.Green()), part(over.Blue(), under.Blue())};
}

double luminance(const wxColour& c)
{
    const auto linear = [](unsigned char byte) {
        const double v = byte / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.Red()) + 0.7152 * linear(c.Green()) + 0.0722 * linear(c.Blue());
}

void polygon(wxGraphicsContext& g, std::initializer_list<wxPoint2DDouble> corners)
{
    auto path = g.CreatePath();
    for (const auto* p = corners.begin(); p != corners.end(); ++p) {
        if (p == corners.begin()) path.MoveToPoint(*p);
        else path.AddLineToPoint(*p);
    }
    path.CloseSubpath();
    g.FillPath(path);
}

}  // namespace

void apply_theme(Theme theme)
{
    if (theme == Theme::system) return;
    g_object_set(gtk_settings_get_default(), "gtk-application-prefer-dark-theme", theme == Theme::dark ? TRUE : FALSE,
                 nullptr);
}

bool is_dark()
{
    return wxSystemSettings::GetAppearance().IsDark();
}

Palette palette(bool dark)
{
    Palette p;
    p.dark = dark;
    if (dark) {
        p.paper = wxColour(0x26, 0x26, 0x26);
        p.ink = wxColour(0xec, 0xec, 0xec);
        p.faint = wxColour(0xb4, 0xb4, 0xb4);
        p.grid = wxColour(0x3c, 0x3c, 0x3c);
        p.line = wxColour(0x8c, 0xc4, 0xff);
        p.zero = wxColour(0xd8, 0xd8, 0xd8);
        p.level = {wxColour(0x4f, 0xc9, 0xa5), wxColour(0xf4, 0xcf, 0x6b), wxColour(0xff, 0x9a, 0x5c),
                   wxColour(0xff, 0x7f, 0xa8)};
    }
    else {
        p.paper = wxColour(0xff, 0xff, 0xff);
        p.ink = wxColour(0x24, 0x24, 0x24);
        p.faint = wxColour(0x5c, 0x5c, 0x5c);
        p.grid = wxColour(0xe6, 0xe6, 0xe6);
        p.line = wxColour(0x0f, 0x4c, 0x91);
        p.zero = wxColour(0x40, 0x40, 0x40);
        p.level = {wxColour(0x00, 0x7a, 0x60), wxColour(0x80, 0x5a, 0x00), wxColour(0xc2, 0x3b, 0x00),
                   wxColour(0x8a, 0x0c, 0x3c)};
    }
    p.band_outer = mixed(p.line, p.paper, dark ? 0.22 : 0.17);
    p.band_inner = mixed(p.line, p.paper, dark ? 0.42 : 0.38);
    const wxColour& warning = p.of(view::Level::at_risk);
    p.below = wxColour(warning.Red(), warning.Green(), warning.Blue(), dark ? 38 : 26);
    for (std::size_t i = 0; i < p.level.size(); ++i) p.level_soft[i] = mixed(p.level[i], p.paper, dark ? 0.22 : 0.12);
    return p;
}

Palette palette()
{
    return palette(is_dark());
}

double contrast(const wxColour& a, const wxColour& b)
{
    const double one = luminance(a) + 0.05;
    const double two = luminance(b) + 0.05;
    return std::max(one, two) / std::min(one, two);
}

void draw_level(wxGraphicsContext& g, view::Level level, double x, double y, double size, const Palette& colours)
{
    const double r = size / 2;
    g.SetPen(*wxTRANSPARENT_PEN);
    g.SetBrush(wxBrush(colours.of(level)));
    switch (level) {
        case view::Level::safe: g.DrawEllipse(x - r, y - r, size, size); break;
        case view::Level::tight: polygon(g, {{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}); break;
        case view::Level::at_risk: polygon(g, {{x, y - r}, {x + r, y + r}, {x - r, y + r}}); break;
        case view::Level::will_miss: {
            g.DrawRoundedRectangle(x - r, y - r, size, size, size / 8);
            g.SetPen(wxPen(colours.paper, std::max(1, static_cast<int>(std::lround(size / 7)))));
            const double arm = size / 5;
            g.StrokeLine(x - arm, y - arm, x + arm, y + arm);
            g.StrokeLine(x - arm, y + arm, x + arm, y - arm);
            break;
        }
    }
}

wxBitmapBundle level_bitmap(view::Level level, const Palette& colours, int size)
{
    wxVector<wxBitmap> sizes;
    for (const int scale : {1, 2, 3}) {
        wxImage image(size * scale, size * scale);
        image.InitAlpha();
        std::fill_n(image.GetAlpha(), size * scale * size * scale, static_cast<unsigned char>(0));
        {
            const std::unique_ptr<wxGraphicsContext> g(wxGraphicsContext::Create(image));
            draw_level(*g, level, size * scale / 2.0, size * scale / 2.0, size * scale * 0.75, colours);
        }  // the picture is written back when the context goes
        sizes.push_back(wxBitmap(image));
    }
    return wxBitmapBundle::FromBitmaps(sizes);
}

}  // namespace desktop
