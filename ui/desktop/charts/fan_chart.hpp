#pragma once
#include <functional>
#include <optional>

#include <wx/bitmap.h>
#include <wx/panel.h>

#include "ui/desktop/charts/fan_painter.hpp"
#include "ui/viewmodel/fan.hpp"

namespace desktop {

/// A chart of balances that can be read with the eyes, with the mouse, with the keyboard (Left, Right, Home, End go
/// through the days, Page Up and Page Down from one due date to the next, Escape puts the cursor away) and with a
/// screen reader.
class FanChart : public wxPanel {
public:
    explicit FanChart(wxWindow* parent);

    void show(view::Fan fan);
    const view::Fan& fan() const { return fan_; }

    void set_cursor(
        std::optional<std::size_t> column);  ///< a column of the chart: first the past days, then the days ahead
    std::optional<std::size_t> cursor() const { return cursor_; }
    std::string read_out() const;  ///< what the cursor says; empty without a cursor

    /// Called when a day ahead is double-clicked, or Enter pressed on it; the index is one of Fan::days.
    void on_open(std::function<void(std::size_t day)> open) { open_ = std::move(open); }

    bool AcceptsFocus() const override { return true; }
    wxSize DoGetBestClientSize() const override;

private:
    void paint();
    void draw_picture();
    void on_key(wxKeyEvent& event);
    void open_day();
    FanCanvas canvas() const;
    std::optional<std::size_t> next_mark(int direction) const;
    void forget_picture();
    void describe();

    view::Fan fan_;
    FanFrame frame_;
    wxBitmap picture_;  ///< the chart without its cursor, so that moving the mouse draws little
    std::optional<std::size_t> cursor_;
    std::function<void(std::size_t)> open_;
};

}  // namespace desktop
