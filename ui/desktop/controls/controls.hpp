#pragma once
#include <vector>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include "ui/desktop/controls/appearance.hpp"
#include "ui/desktop/controls/text.hpp"
#include "ui/viewmodel/intent.hpp"
#include "ui/viewmodel/table.hpp"

namespace desktop {

/// A label that is shown as it is: "&" is no mnemonic.
wxString plain_label(const std::string& text);

/// A row of buttons that ask for what they say; the first stands out.
class ActionRow : public wxPanel {
public:
    ActionRow(wxWindow* parent, view::Send send, bool first_stands_out = true);
    void show(const std::vector<view::Action>& actions);
    std::vector<wxButton*> buttons() const { return buttons_; }

private:
    view::Send send_;
    bool first_stands_out_;
    std::vector<wxButton*> buttons_;
    std::vector<view::Action> actions_;
};

/// A coloured box with a sign of how things stand, a sentence, what to do, and its buttons.
class Card : public wxPanel {
public:
    Card(wxWindow* parent, view::Send send);
    void show(view::Level level, const std::string& headline, const std::string& advice,
              const std::vector<view::Action>& actions);
    std::string headline() const { return headline_text_; }
    ActionRow& actions() { return *actions_; }

private:
    void paint();
    wxWindow* sign_;
    Paragraph* headline_;
    Paragraph* advice_;
    ActionRow* actions_;
    view::Level level_ = view::Level::safe;
    std::string headline_text_;
};

/// Labels on the left, controls on the right. Each label names its control for screen readers.
class Form : public wxFlexGridSizer {
public:
    explicit Form(wxWindow* parent,
                  int label_width = 0);  ///< in DIPs, at least; so that several forms below each other line up
    wxStaticText* add(const std::string& label, wxWindow* control, bool wide = true);
    void add_line(wxWindow* control);  ///< without a label of its own

private:
    wxWindow* parent_;
    int label_width_;
};

wxButton* button(wxWindow* parent, const std::string& label, std::function<void()> pressed);
wxTextCtrl* text_box(wxWindow* parent, const std::string& text = {}, const std::string& hint = {}, bool enter = true);
wxChoice* choice(wxWindow* parent, const std::vector<std::string>& labels, int chosen);
void fill(wxChoice& box, const std::vector<std::string>& labels, int chosen);
Paragraph* heading(wxWindow* parent, const std::string& text = {}, double scale = 1.1);
Paragraph* faint(wxWindow* parent, const std::string& text = {});

/// Figures side by side in a panel that has a horizontal sizer; hides it where there are none.
void show_figures(wxPanel& place, const std::vector<view::Figure>& figures);

/// Clears a window of everything in it, so that it can be built anew in another language.
void clear(wxWindow& window);

}  // namespace desktop
