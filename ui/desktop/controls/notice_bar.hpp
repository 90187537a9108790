#pragma once
#include <optional>

#include <wx/panel.h>

#include "ui/desktop/controls/controls.hpp"

namespace desktop {

/// A line over the page that says what was done or what went wrong, with one button ("Undo"). It never stands in the
/// way.
class NoticeBar : public wxPanel {
public:
    NoticeBar(wxWindow* parent, view::Send send, const std::string& close_label);
    void say(const std::string& text, bool wrong, const std::optional<view::Action>& action = {});
    void hide();
    const std::string& text() const { return said_; }

private:
    view::Send send_;
    view::Action action_;
    std::string said_;
    Paragraph* text_;
    wxButton* button_;
    wxButton* close_;
};

}  // namespace desktop
