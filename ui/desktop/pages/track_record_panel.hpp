#pragma once
#include <wx/panel.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/viewmodel/track_record.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// Said against happened: one dot for each group of answers, larger where there were more. On the diagonal all is well.
class CurveChart : public wxPanel {
public:
    explicit CurveChart(wxWindow* parent);
    void show(const view::RecordModel& model);

private:
    void paint();
    view::RecordModel model_;
};

/// How right the forecast was on the user's own past.
class RecordPanel : public wxPanel {
public:
    RecordPanel(wxWindow* parent, view::Send send, const wording::Words& words);
    void show(const view::RecordModel& model);
    Paragraph& sentence() { return *sentence_; }
    Table& table() { return *table_; }

private:
    view::Send send_;
    view::RecordModel model_;
    Paragraph* title_;
    Paragraph* sentence_;
    Paragraph* explanation_;
    Paragraph* verdict_;
    wxChoice* account_;
    wxPanel* figures_;
    Paragraph* curve_title_;
    CurveChart* curve_;
    Table* table_;
};

}  // namespace desktop
