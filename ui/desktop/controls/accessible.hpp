#pragma once
#include <string>

#include <wx/stattext.h>
#include <wx/window.h>

namespace desktop {

/// What a screen reader says of a control. wxWindow::SetName() does not reach it on GTK; this does. Everything that has
/// no label of its own needs it: lists, charts, text boxes without a label, buttons that are only a picture.
void set_accessible(wxWindow& window, const wxString& name, const wxString& description = {});

/// Only the description: what is to be said after the name, such as the reading of a chart.
void set_accessible_description(wxWindow& window, const wxString& description);

/// `label` names `control`: a screen reader says so, and the label's Alt letter leads there.
void label_for(wxStaticText& label, wxWindow& control);

/// Joins every label in a form to the control that was made right after it. For dialogs of the usual label–control
/// build.
void label_form(wxWindow& form);

/// What a screen reader is told, in UTF-8; for the tests.
std::string accessible_name(wxWindow& window);
std::string accessible_description(wxWindow& window);
std::string accessible_label(wxWindow& window);  ///< the name of the label that names it, empty when none does

}  // namespace desktop
