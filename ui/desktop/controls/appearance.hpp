#pragma once
#include <array>

#include <wx/bmpbndl.h>
#include <wx/colour.h>
#include <wx/graphics.h>

#include "ui/viewmodel/level.hpp"

namespace desktop {

/// What the person asked for in the settings.
enum class Theme { system, light, dark };

/// Asks GTK for the theme. It works only as the first thing in OnInit(), before any window: wx reads the colours once
/// and is not told when they change, so a change in the settings holds from the next start.
void apply_theme(Theme theme);

/// Whether the windows are dark, as the system or apply_theme() made them.
bool is_dark();

/// The colours we draw with ourselves. What GTK draws keeps GTK's colours.
/// Every colour that carries text or a mark stands out from `paper` by at least 4.5 : 1 (WCAG 2.1, 1.4.3), and the four
/// levels differ in lightness as well as in hue, for people who do not tell red from green.
struct Palette {
    bool dark = false;
    wxColour paper;                                 ///< behind charts and cards
    wxColour ink;                                   ///< text and axes
    wxColour faint;                                 ///< second-rank text
    wxColour grid;                                  ///< lines that should hardly be seen
    wxColour line;                                  ///< the most likely balance
    wxColour band_outer;                            ///< 5 % – 95 %, over `paper`
    wxColour band_inner;                            ///< 25 % – 75 %, over `band_outer`
    wxColour below;                                 ///< the zone below zero, laid over what is there
    wxColour zero;                                  ///< the zero line
    std::array<wxColour, view::levels> level;       ///< marks and words
    std::array<wxColour, view::levels> level_soft;  ///< a tint to put `ink` on

    const wxColour& of(view::Level l) const { return level[static_cast<std::size_t>(l)]; }
    const wxColour& soft(view::Level l) const { return level_soft[static_cast<std::size_t>(l)]; }
};

Palette palette(bool dark);
Palette palette();  ///< the one for is_dark()

/// How far two colours stand apart: 1 (the same) to 21 (black on white). Source: WCAG 2.1, contrast ratio.
double contrast(const wxColour& a, const wxColour& b);

/// Draws the sign of a level, a shape of its own each, within a square with its centre at x, y:
/// safe: disc · tight: diamond · at risk: triangle · will miss: a square with a cross.
void draw_level(wxGraphicsContext& g, view::Level level, double x, double y, double size, const Palette& colours);

/// The sign of a level for lists and labels, sharp at every scale.
wxBitmapBundle level_bitmap(view::Level level, const Palette& colours, int size = 16);

/// Distances between things, in DIPs: pass them through wxWindow::FromDIP().
namespace space {
inline constexpr int hair = 2;    ///< between a sign and its word
inline constexpr int near = 6;    ///< between things that belong together
inline constexpr int gap = 12;    ///< between things of one group
inline constexpr int group = 20;  ///< between groups
inline constexpr int edge = 16;   ///< between a page and its window
}  // namespace space

}  // namespace desktop
