#pragma once
#include <wx/panel.h>

#include "ui/desktop/charts/month_grid.hpp"
#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// A month of dues and incomes as a picture, and the same as a list.
class MonthPanel : public wxPanel {
public:
    MonthPanel(wxWindow* parent, view::Send send, const wording::Words& words);
    void show(const view::MonthModel& model);
    MonthGrid& grid() { return *grid_; }
    Table& list() { return *list_; }
    void turn(int months);

private:
    view::Send send_;
    wording::Words words_;
    view::MonthModel model_;
    Paragraph* title_;
    Paragraph* summary_;
    MonthGrid* grid_;
    Table* list_;
};

}  // namespace desktop
