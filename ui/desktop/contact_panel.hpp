#pragma once
#include <functional>

#include <wx/collpane.h>
#include <wx/panel.h>
#include <wx/radiobut.h>
#include <wx/scrolwin.h>
#include <wx/simplebook.h>

#include "ui/desktop/parts.hpp"
#include "ui/viewmodel/contact.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// The guided talk with a bank in five steps: why, what to ask for, papers, by what way, what to say. Each choice changes the words at the end.
class ContactPanel : public wxPanel {
public:
    ContactPanel(wxWindow* parent, view::Send send, const wording::Words& words, std::function<void()> closed);
    void show(const view::ContactModel& model);

    int step() const { return step_; }
    void go(int step);
    std::string words_to_say() const;
    static constexpr int steps = 5;
    wxChoice& channel() { return *channel_; }

private:
    void build_step();
    void why(wxSizer& all);
    void what(wxSizer& all);
    void papers(wxSizer& all);
    void way(wxSizer& all);
    void say(wxSizer& all);
    void log(wxSizer& all);
    void chosen();
    view::ContactChoice choice() const;
    void fold(wxSizer& all, const std::string& title, const std::vector<std::string>& lines);

    view::Send send_;
    wording::Words words_;
    std::function<void()> closed_;
    view::ContactModel model_;
    int step_ = 0;
    Paragraph* title_;
    Paragraph* step_title_;
    wxScrolledWindow* page_;
    wxButton* back_;
    wxButton* next_;
    wxChoice* channel_ = nullptr;
    wxTextCtrl* say_ = nullptr;
};

}  // namespace desktop
