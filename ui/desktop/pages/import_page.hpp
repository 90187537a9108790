#pragma once
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/timer.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/desktop/pages/reading_panel.hpp"
#include "ui/viewmodel/import_preview.hpp"

namespace desktop {

/// A statement on its way in: what was recognised, every row before anything is written, every choice about it, the
/// button that writes it, and what came of it.
class ImportPage : public wxPanel {
public:
    using Cells = std::function<view::Row(const view::ImportLine&)>;
    ImportPage(wxWindow* parent, view::Send send, Cells cells, std::function<int()> progress);
    void show(const view::ImportModel& model);

    const view::ImportModel& model() const { return model_; }
    Table& table() { return *table_; }
    ActionRow& actions() { return *actions_; }
    ReadingPanel& reading() { return *reading_; }
    void show_reading(bool open);  ///< the choices of how the file is read
    bool key(int code);            ///< what a key does to the row chosen in the table; false: nothing
    void answer(std::size_t question, std::size_t answer);
    wxTextCtrl& password() { return *password_; }
    void unlock();

private:
    void build_lock();
    void build_into();
    void build_row_tools();
    void listen();
    void show_questions();
    void show_remarks();
    void show_row_tools();
    const view::ImportLine* selected() const;

    view::Send send_;
    Cells cells_;
    std::function<int()> progress_;
    view::ImportModel model_;
    view::Row shown_;
    std::string previewed_;  ///< the file whose preview was shown last
    bool wants_reading_ = false;
    Paragraph* sentence_;
    Paragraph* waiting_;
    wxPanel* remarks_;
    wxPanel* questions_;
    wxPanel* lock_;
    wxStaticText* password_label_;
    wxTextCtrl* password_;
    wxButton* unlock_;
    wxGauge* gauge_;
    wxTimer pulse_;
    wxPanel* into_;
    wxStaticText* account_label_;
    wxChoice* account_;
    Paragraph* account_note_;
    wxStaticText* filter_label_;
    wxChoice* filter_;
    wxButton* open_reading_;
    ReadingPanel* reading_;
    Table* table_;
    wxPanel* tools_;
    wxStaticText* category_label_;
    wxChoice* category_;
    Paragraph* keys_;
    ActionRow* actions_;
};

}  // namespace desktop
