#pragma once
#include "ui/desktop/charts/bar_chart.hpp"
#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"

namespace desktop {

/// What was spent, earned and owned: choices above, the picture, and beside it the table with every figure.
class ReportsPage : public wxPanel {
public:
    ReportsPage(wxWindow* parent, view::Send send, const wording::Words& words);
    void show(const view::ReportsModel& model);

    Table& table() { return *table_; }
    BarChart& chart() { return *chart_; }
    wxChoice& report() { return *report_; }
    wxChoice& by() { return *by_; }
    wxChoice& currency() { return *currency_; }
    std::string title() const { return model_.title; }

private:
    void ask();
    view::Send send_;
    view::ReportsModel model_;
    wxChoice *report_ = nullptr, *by_ = nullptr, *period_ = nullptr, *account_ = nullptr, *currency_ = nullptr;
    Paragraph *title_ = nullptr, *total_ = nullptr, *notes_ = nullptr, *nothing_ = nullptr;
    BarChart* chart_ = nullptr;
    Table* table_ = nullptr;
};

}  // namespace desktop
