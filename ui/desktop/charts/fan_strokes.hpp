#pragma once
#include <cmath>

#include <wx/brush.h>
#include <wx/graphics.h>
#include <wx/pen.h>
#include <wx/string.h>

// What the chart and its cursor are both drawn with; for them alone.
namespace desktop::strokes {

inline constexpr double pad = 6;  ///< between a text and what it belongs to

struct Extent {
    double width = 0, height = 0;
};

inline Extent measure(wxGraphicsContext& g, const wxString& text)
{
    Extent e;
    g.GetTextExtent(text, &e.width, &e.height);
    return e;
}

/// Shortens a text to `longest` by leaving out its end.
inline wxString shortened(wxGraphicsContext& g, wxString text, double longest)
{
    const wxString more{wxUniChar(0x2026)};
    if (measure(g, text).width <= longest) return text;
    while (text.length() > 1 && measure(g, text + more).width > longest) text.RemoveLast();
    return text.Trim() + more;
}

/// Where a line of one pixel is sharp.
inline double crisp(double v)
{
    return std::floor(v) + 0.5;
}

inline void hairline(wxGraphicsContext& g, const wxColour& colour, double x1, double y1, double x2, double y2,
                     int width = 1)
{
    g.SetPen(wxPen(colour, width));
    g.StrokeLine(x1, y1, x2, y2);
}

}  // namespace desktop::strokes
