#pragma once
#include <wx/notebook.h>
#include <wx/panel.h>

#include "ui/desktop/pages/month_panel.hpp"
#include "ui/desktop/pages/track_record_panel.hpp"
#include "ui/desktop/pages/what_if_panel.hpp"

namespace desktop {

/// What lies ahead in three views: the balance and what would change it, the month, and how right such forecasts were
/// so far.
class OutlookPage : public wxPanel {
public:
    OutlookPage(wxWindow* parent, view::Send send, const wording::Words& words);

    enum Leaf { balance_leaf, month_leaf, record_leaf };
    void choose(Leaf leaf) { book_->SetSelection(static_cast<std::size_t>(leaf)); }
    WhatIfPanel& balance() { return *balance_; }
    MonthPanel& month() { return *month_; }
    RecordPanel& record() { return *record_; }

private:
    wxNotebook* book_;
    WhatIfPanel* balance_;
    MonthPanel* month_;
    RecordPanel* record_;
};

}  // namespace desktop
