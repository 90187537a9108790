#include "ui/desktop/controls/icon.hpp"

#include <cassert>
#include <cmath>
#include <memory>
#include <string_view>

#include <wx/brush.h>
#include <wx/graphics.h>

#include "ui/desktop/controls/appearance.hpp"

std::string_view duewatch_assets(std::string_view file);  // made at build time from ui/assets

namespace desktop {

wxBitmapBundle app_icon(int size)
{
    const std::string_view svg = duewatch_assets("duewatch.svg");
    assert(!svg.empty());
    return wxBitmapBundle::FromSVG(reinterpret_cast<const wxByte*>(svg.data()), svg.size(), wxSize(size, size));
}

wxIconBundle window_icons()
{
    wxIconBundle icons;
    for (const int size : {16, 24, 32, 48, 64, 128}) icons.AddIcon(app_icon(size).GetIcon(wxSize(size, size)));
    return icons;
}

wxImage icon_image(int size, std::optional<view::Level> level)
{
    wxImage image = app_icon(size).GetBitmap(wxSize(size, size)).ConvertToImage();
    if (!image.HasAlpha()) image.InitAlpha();
    if (!level) return image;
    {
        const std::unique_ptr<wxGraphicsContext> g(wxGraphicsContext::Create(image));
        const Palette colours = palette(false);  // strong colours: panels may be light or dark
        const double sign = std::ceil(size * 0.46);
        const double disc = sign * 0.6;  // of paper, half its width: keeps the sign apart from the picture
        const double centre = size - disc;
        g->SetPen(*wxTRANSPARENT_PEN);
        g->SetBrush(wxBrush(colours.paper));
        g->DrawEllipse(centre - disc, centre - disc, 2 * disc, 2 * disc);
        draw_level(*g, *level, centre, centre, sign * 0.8, colours);
    }  // the picture is written back when the context goes
    return image;
}

}  // namespace desktop
