#pragma once
#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/simplebook.h>
#include <wx/tglbtn.h>

#include "ui/desktop/charts/fan_chart.hpp"
#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/viewmodel/outlook.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// The balance ahead as a picture or a table, every bill before and after, and at the side what may be tried.
class WhatIfPanel : public wxPanel {
public:
    WhatIfPanel(wxWindow* parent, view::Send send, const wording::Words& words);
    void show(const view::OutlookModel& model);

    struct Boxes {
        wxChoice *kind, *bill, *income, *account;
        wxTextCtrl *name, *date, *amount, *share;
    };
    Boxes& boxes() { return boxes_; }
    Table& bills() { return *bills_; }
    Table& days() { return *days_; }
    FanChart& chart() { return *chart_; }
    wxListBox& trials() { return *trials_; }
    Paragraph& verdict() { return *verdict_; }
    void choose_kind(view::TrialKind kind);
    void try_out();

private:
    wxSizer* build_picture();
    wxSizer* build_trials();
    void show_kind();

    view::Send send_;
    wording::Words words_;
    view::OutlookModel model_;
    Paragraph* title_;
    wxChoice* account_;
    wxToggleButton* as_table_;
    wxSimplebook* picture_;
    FanChart* chart_;
    Table* days_;
    Table* bills_;
    Paragraph* verdict_;
    Form* form_;
    Boxes boxes_{};
    wxStaticText *bill_label_ = nullptr, *income_label_ = nullptr, *share_label_ = nullptr, *account_label_ = nullptr,
                 *name_label_ = nullptr, *date_label_ = nullptr, *amount_label_ = nullptr;
    wxListBox* trials_;
    wxButton *keep_ = nullptr, *forget_ = nullptr, *start_over_ = nullptr;
};

}  // namespace desktop
