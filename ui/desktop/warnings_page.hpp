#pragma once
#include <optional>

#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/simplebook.h>

#include "ui/desktop/contact_panel.hpp"
#include "ui/desktop/parts.hpp"
#include "ui/desktop/table.hpp"
#include "ui/viewmodel/warnings.hpp"

namespace desktop {

/// What is at risk on the left; on the right why, what missing it would cost, what can be done, and the guided talk with the bank.
class WarningsPage : public wxPanel {
public:
    WarningsPage(wxWindow* parent, view::Send send, const wording::Words& words);
    void show(const view::WarningsModel& model);
    void show(const view::WarningDetail& detail);   ///< the warning that is chosen
    void show(const view::ContactModel& contact);   ///< opens the guided talk, or fills it anew for the choices made
    void close_contact();
    void choose(view::DutyKey duty);                ///< selects the row; sends no event
    bool talking() const;

    Table& table() { return *table_; }
    ContactPanel& contact() { return *contact_; }
    const std::optional<view::WarningDetail>& detail() const { return detail_; }

private:
    void add_way(const view::Way& way, const view::WarningDetail& detail);

    view::Send send_;
    wording::Words words_;
    view::WarningsModel model_;
    std::optional<view::WarningDetail> detail_;
    Paragraph* nothing_;
    Table* table_;
    wxSimplebook* side_;
    wxScrolledWindow* page_;
    ContactPanel* contact_;
};

}  // namespace desktop
