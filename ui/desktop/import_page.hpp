#pragma once
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/timer.h>

#include "ui/desktop/parts.hpp"
#include "ui/desktop/table.hpp"
#include "ui/viewmodel/import_preview.hpp"

namespace desktop {

/// A statement on its way in: what was recognised, every row before anything is written, and the button that writes it.
class ImportPage : public wxPanel {
public:
    ImportPage(wxWindow* parent, view::Send send);
    void show(const view::ImportModel& model);

    const view::ImportModel& model() const { return model_; }
    Table& table() { return *table_; }
    ActionRow& actions() { return *actions_; }

private:
    view::Send send_;
    view::ImportModel model_;
    Paragraph* sentence_;
    wxPanel* remarks_;
    wxGauge* gauge_;
    wxTimer pulse_;
    wxPanel* into_;
    wxStaticText* account_label_;
    wxChoice* account_;
    Paragraph* counts_;
    ActionRow* actions_;
    Table* table_;
};

}  // namespace desktop
