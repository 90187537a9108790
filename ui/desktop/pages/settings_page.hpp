#pragma once
#include <wx/checkbox.h>
#include <wx/scrolwin.h>
#include <wx/spinctrl.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/viewmodel/settings.hpp"

namespace desktop {

/// How the program is to behave, in four groups, and where the data lie.
class SettingsPage : public wxScrolledWindow {
public:
    SettingsPage(wxWindow* parent, view::Send send);
    void show(const view::SettingsModel& model);
    void save();

    wxChoice& language() { return *language_; }
    wxTextCtrl& buffer() { return *buffer_; }

private:
    view::Send send_;
    view::SettingsModel model_;
    wxChoice *language_ = nullptr, *theme_ = nullptr, *region_ = nullptr, *currency_ = nullptr;
    wxTextCtrl *buffer_ = nullptr, *name_ = nullptr, *watched_ = nullptr;
    wxSpinCtrl *lead_ = nullptr, *quiet_from_ = nullptr, *quiet_to_ = nullptr;
    wxCheckBox *notify_ = nullptr, *autostart_ = nullptr, *watch_ = nullptr;
};

}  // namespace desktop
