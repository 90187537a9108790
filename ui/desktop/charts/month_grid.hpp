#pragma once
#include <functional>

#include <wx/geometry.h>
#include <wx/panel.h>

#include "ui/viewmodel/month.hpp"

namespace desktop {

/// A month in whole weeks, drawn. The arrow keys walk through the days, Page Up and Page Down through the months, Enter
/// opens what is due; a screen reader hears the day under the cursor.
class MonthGrid : public wxPanel {
public:
    explicit MonthGrid(wxWindow* parent);

    void show(view::MonthModel model);
    void set_cursor(std::size_t day);  ///< index into MonthModel::days
    std::size_t cursor() const { return cursor_; }
    std::string read_out() const;  ///< what is said of the day under the cursor

    void on_open(std::function<void(view::DutyKey)> open) { open_ = std::move(open); }
    void on_turn(std::function<void(int months)> turn) { turn_ = std::move(turn); }

    bool AcceptsFocus() const override { return true; }
    wxSize DoGetBestClientSize() const override;

private:
    void paint();
    void on_key(wxKeyEvent& event);
    void open_day();
    wxRect2DDouble box(std::size_t day) const;
    std::size_t weeks() const { return model_.days.size() / 7; }

    view::MonthModel model_;
    std::size_t cursor_ = 0;
    std::function<void(view::DutyKey)> open_;
    std::function<void(int)> turn_;
};

}  // namespace desktop
