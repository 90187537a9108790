#pragma once
#include <vector>

#include <wx/graphics.h>
#include <wx/panel.h>

#include "ui/viewmodel/reports.hpp"

namespace desktop {

/// The picture of a report: months side by side, everything else one below the other with its name. The table beside it
/// says the same; a screen reader hears the summary.
class BarChart : public wxPanel {
public:
    explicit BarChart(wxWindow* parent);
    void show(const view::ReportsModel& model);
    void mark(int bar);  ///< stands out; -1 = none
    std::size_t count() const { return bars_.size(); }

private:
    void paint();
    void paint_months(wxGraphicsContext& g);
    void paint_list(wxGraphicsContext& g);
    std::vector<view::Bar> bars_;
    bool by_month_ = false;
    int marked_ = -1;
};

}  // namespace desktop
