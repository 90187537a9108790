#pragma once
#include <functional>

#include <wx/collpane.h>
#include <wx/panel.h>
#include <wx/radiobut.h>
#include <wx/scrolwin.h>
#include <wx/simplebook.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/pages/follow_up_form.hpp"
#include "ui/viewmodel/contact.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// The guided talk with a bank in six steps: why, what to ask for, papers, by what way, what to say, what came of it.
/// Each choice changes what follows. By keyboard: Enter on a choice goes on, Ctrl+Enter from anywhere, Escape goes
/// back.
class ContactPanel : public wxPanel {
public:
    ContactPanel(wxWindow* parent, view::Send send, const wording::Words& words, std::function<void()> closed);
    void show(const view::ContactModel& model);

    int step() const { return step_; }
    void go(int step);
    void next();                         ///< says what is missing where a choice has to be made first
    view::ContactChoice choice() const;  ///< what was chosen so far
    std::string words_to_say() const;
    const view::ContactModel& model() const { return model_; }
    static constexpr int steps = 6;
    static constexpr int form_width = 480;  ///< DIPs: boxes as wide as the page would be hard to read
    static constexpr int after = 5;         ///< the step that notes what came of it
    wxChoice& channel() { return *channel_; }
    FollowUpForm* follow_up_form() { return follow_up_form_; }  ///< on the last step
    wxTextCtrl* words_box() { return say_; }                    ///< on the fifth
    ActionRow* answers() { return answers_; }                   ///< to a counter-offer, on the last step
    std::string said() const { return said_text_; }             ///< what is missing

private:
    void build_step();
    void focus_first();
    bool walk(int by);
    void why(wxSizer& all);
    void hardship(wxSizer& all);
    void what(wxSizer& all);
    void papers(wxSizer& all);
    void paper(wxSizer& all, std::size_t index);
    void way(wxSizer& all);
    void number(wxSizer& all);
    void say(wxSizer& all);
    void afterwards(wxSizer& all);
    void offer(wxSizer& all, const view::OfferModel& offer);
    void conduct(wxSizer& all);
    void radios(wxSizer& all, view::Choice& choice, const std::vector<std::string>& notes);
    void pairs(wxSizer& all, const std::vector<std::pair<std::string, std::string>>& list);
    void chosen();
    void fold(wxSizer& all, const std::string& title, const std::vector<std::string>& lines);
    void tell(const std::string& text);
    void fit();

    view::Send send_;
    wording::Words words_;
    std::function<void()> closed_;
    view::ContactModel model_;
    int step_ = 0;
    std::string said_text_;
    Paragraph* title_;
    Paragraph* step_title_;
    wxScrolledWindow* page_;
    Paragraph* said_;
    Paragraph* beware_;
    wxButton* back_;
    wxButton* next_;
    wxChoice* channel_ = nullptr;
    wxTextCtrl* say_ = nullptr;
    FollowUpForm* follow_up_form_ = nullptr;
    ActionRow* answers_ = nullptr;
};

}  // namespace desktop
