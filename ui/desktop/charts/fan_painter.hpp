#pragma once
#include <cstddef>
#include <optional>

#include <wx/font.h>
#include <wx/geometry.h>
#include <wx/graphics.h>
#include <wx/image.h>

#include "ui/desktop/controls/appearance.hpp"
#include "ui/viewmodel/fan_layout.hpp"

namespace desktop {

/// What a fan is drawn on. Lengths are DIPs: the graphics context knows the scale of the screen.
struct FanCanvas {
    double width = 0, height = 0;
    wxFont font;
    Palette colours;
};

/// Where things came to stand, so that a mouse or a cursor finds them.
struct FanFrame {
    wxRect2DDouble plot;  ///< between the axes
    view::FanScale scale;
    std::size_t columns = 0;

    double x(std::size_t column) const;  ///< the left edge of a day; column == columns is the right edge of the last
    double middle(std::size_t column) const { return (x(column) + x(column + 1)) / 2; }
    double y(std::int64_t amount) const;
    std::optional<std::size_t> column_at(double px) const;  ///< none outside of the plot
};

/// Draws the whole chart but the cursor. A balance stays what it is until the next entry, so that everything is drawn
/// in steps.
FanFrame render_fan(wxGraphicsContext& g, const view::Fan& fan, const FanCanvas& canvas);

/// Draws the cursor on a day and what is to be read there, over a chart that has been drawn. Needs column <
/// frame.columns.
void render_fan_cursor(wxGraphicsContext& g, const view::Fan& fan, const FanCanvas& canvas, const FanFrame& frame,
                       std::size_t column);

/// The chart as a picture of canvas.width · scale by canvas.height · scale pixels, for files and for tests.
wxImage fan_image(const view::Fan& fan, const FanCanvas& canvas, double scale = 1,
                  std::optional<std::size_t> cursor = {});

}  // namespace desktop
