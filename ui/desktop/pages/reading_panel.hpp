#pragma once
#include <wx/panel.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/viewmodel/import_preview.hpp"

namespace desktop {

/// How a file was read, each choice changeable: encoding, separators, the order of dates, and what each column holds,
/// by a click on its title or by the two lists below.
class ReadingPanel : public wxPanel {
public:
    ReadingPanel(wxWindow* parent, view::Send send);
    void show(const view::ImportReading& model);

    Table& sample() { return *sample_; }
    void ask_role(int column);  ///< column from 0: opens the menu of what it may hold

private:
    struct Line {
        wxStaticText* label;
        wxChoice* box;
    };
    void fill_role();
    view::Send send_;
    view::ImportReading model_;
    wxPanel* choices_;
    std::vector<Line> lines_;
    Paragraph* note_;
    Table* sample_;
    wxPanel* columns_;
    wxStaticText* column_label_;
    wxChoice* column_;
    wxStaticText* role_label_;
    wxChoice* role_;
};

}  // namespace desktop
