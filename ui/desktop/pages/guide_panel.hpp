#pragma once
#include <functional>

#include <wx/panel.h>
#include <wx/scrolwin.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/viewmodel/guide.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// A page to read: what may come when, or the one for somebody who can bear no more.
class GuidePanel : public wxPanel {
public:
    GuidePanel(wxWindow* parent, view::Send send, const wording::Words& words, std::function<void()> closed);
    void show(const view::GuideModel& model);
    const view::GuideModel& model() const { return model_; }

private:
    view::Send send_;
    view::GuideModel model_;
    Paragraph* title_;
    wxScrolledWindow* page_;
    ActionRow* other_;
    wxButton* close_;
};

}  // namespace desktop
