#include "ui/desktop/pages/contact_panel.hpp"

#include <gtk/gtk.h>

#include <algorithm>

#include <wx/gbsizer.h>

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

namespace {

/// Every control below `window` that a key can reach, in their order.
void reachable(const wxWindow& window, std::vector<wxWindow*>& out)
{
    for (auto* child : window.GetChildren()) {
        if (!child->IsShown()) continue;
        if (child->AcceptsFocusFromKeyboard() && !child->IsTopLevel() && child->GetChildren().empty() &&
            !dynamic_cast<wxStaticText*>(child))
            out.push_back(child);
        reachable(*child, out);
    }
}

}  // namespace

ContactPanel::ContactPanel(wxWindow* parent, view::Send send, const wording::Words& words, std::function<void()> closed)
    : wxPanel{parent}, send_{std::move(send)}, words_{words}, closed_{std::move(closed)}
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    title_ = heading(this, {}, 1.2);
    step_title_ = faint(this);
    page_ = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
    page_->SetScrollRate(0, FromDIP(12));
    page_->SetSizer(new wxBoxSizer{wxVERTICAL});
    said_ = new Paragraph{this};
    said_->set_colour(palette().of(view::Level::will_miss));
    beware_ = faint(this);
    back_ = button(this, words_("Back"), [this] { step_ > 0 && !model_.only_after ? go(step_ - 1) : closed_(); });
    next_ = button(this, words_("Next"), [this] { next(); });
    next_->SetToolTip("Ctrl+Enter");
    auto* close = button(this, words_("Close"), [this] { closed_(); });
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(back_, 0, wxRIGHT, near);
    buttons->Add(next_, 0, wxRIGHT, near);
    buttons->AddStretchSpacer();
    buttons->Add(close);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(title_, 0, wxEXPAND | wxBOTTOM, near);
    all->Add(step_title_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(page_, 1, wxEXPAND | wxBOTTOM, near);
    all->Add(said_, 0, wxEXPAND | wxBOTTOM, near);
    all->Add(beware_, 0, wxEXPAND | wxBOTTOM, near);
    all->Add(buttons, 0, wxEXPAND);
    SetSizer(all);
    said_->Hide();
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (enter && (event.ControlDown() || dynamic_cast<wxRadioButton*>(wxWindow::FindFocus())))
            CallAfter([this] { next(); });
        else if (event.GetKeyCode() == WXK_TAB && say_ && wxWindow::FindFocus() == say_)
            say_->Navigate(event.ShiftDown() ? 0 : int{wxNavigationKeyEvent::IsForward});
        else if (event.GetKeyCode() == WXK_DOWN && walk(1)) return;
        else if (event.GetKeyCode() == WXK_UP && walk(-1)) return;
        else if (event.GetKeyCode() == WXK_ESCAPE)
            CallAfter([this] { step_ > 0 && !model_.only_after ? go(step_ - 1) : closed_(); });
        else event.Skip();
    });
}

void ContactPanel::show(const view::ContactModel& model)
{
    const bool same = model.duty == model_.duty && model.only_after == model_.only_after;
    model_ = model;
    if (!same) step_ = 0;
    if (model.only_after) step_ = after;
    title_->set(model.title);
    build_step();
    if (!same) focus_first();
}

void ContactPanel::go(int step)
{
    step_ = model_.only_after ? after : std::clamp(step, 0, steps - 1);
    build_step();
    page_->Scroll(0, 0);
    focus_first();
}

void ContactPanel::next()
{
    if (step_ == 0 && model_.reason.chosen < 0) return tell(model_.reason_missing);
    if (step_ + 1 < steps) go(step_ + 1);
    else closed_();
}

std::string ContactPanel::words_to_say() const
{
    return model_.say;
}

void ContactPanel::tell(const std::string& text)
{
    said_text_ = text;
    said_->set(text);
    said_->Show(!text.empty());
    layout_page(*title_);
}

void ContactPanel::fit()
{
    page_->FitInside();
    page_->Layout();
}

/// Builds the step anew from the model. Whoever works with the keyboard stays where they were.
void ContactPanel::build_step()
{
    std::vector<wxWindow*> before, now;
    reachable(*page_, before);
    const auto focus = std::find(before.begin(), before.end(), wxWindow::FindFocus()) - before.begin();
    const bool had_focus = focus < static_cast<std::ptrdiff_t>(before.size());
    page_->Freeze();
    page_->GetSizer()->Clear(true);
    channel_ = nullptr;
    say_ = nullptr;
    follow_up_form_ = nullptr;
    answers_ = nullptr;
    if (step_ < static_cast<int>(model_.step_titles.size()))
        step_title_->set(model_.only_after ? model_.closed : model_.step_titles[static_cast<std::size_t>(step_)]);
    using Build = void (ContactPanel::*)(wxSizer&);
    constexpr Build builds[steps] = {&ContactPanel::why, &ContactPanel::what, &ContactPanel::papers,
                                     &ContactPanel::way, &ContactPanel::say,  &ContactPanel::afterwards};
    (this->*builds[step_])(*page_->GetSizer());
    if (!model_.only_after) fold(*page_->GetSizer(), words_("All warnings against fraud"), model_.warnings);
    beware_->set(model_.beware);
    beware_->Show(!model_.beware.empty());
    tell({});
    next_->SetLabel(plain_label(step_ + 1 < steps ? words_("Next") : words_("Done")));
    fit();
    page_->Thaw();
    layout_page(*title_);
    if (!had_focus) return;
    reachable(*page_, now);
    if (focus < static_cast<std::ptrdiff_t>(now.size())) now[static_cast<std::size_t>(focus)]->SetFocus();
}

void ContactPanel::focus_first()
{
    std::vector<wxWindow*> all;
    reachable(*page_, all);
    for (auto* window : all)  // of radio buttons, the one that is chosen
        if (auto* radio = dynamic_cast<wxRadioButton*>(window); radio && radio->GetValue()) return window->SetFocus();
    (all.empty() ? next_ : all.front())->SetFocus();
}

/// From one radio button to the next, choosing it: in a page that scrolls the arrow keys do not reach them. False where
/// none has the focus.
bool ContactPanel::walk(int by)
{
    std::vector<wxWindow*> all;
    reachable(*page_, all);
    std::erase_if(all, [](wxWindow* window) { return !dynamic_cast<wxRadioButton*>(window); });
    const auto at = std::find(all.begin(), all.end(), wxWindow::FindFocus()) - all.begin();
    const auto to = at + by;
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    if (at == count) return false;
    if (to < 0 || to >= count) return true;
    auto* next = static_cast<wxRadioButton*>(all[static_cast<std::size_t>(to)]);
    next->SetFocus();
    next->SetValue(true);
    wxCommandEvent said{wxEVT_RADIOBUTTON, next->GetId()};
    said.SetEventObject(next);
    next->GetEventHandler()->ProcessEvent(said);
    return true;
}

view::ContactChoice ContactPanel::choice() const
{
    view::ContactChoice choice;
    choice.duty = model_.duty;
    if (model_.reason.chosen >= 0 && model_.reason.chosen < static_cast<int>(model_.reason_ids.size()))
        choice.reason = model_.reason_ids[static_cast<std::size_t>(model_.reason.chosen)];
    choice.rather_not = model_.reason.chosen == 0;
    if (model_.option.chosen >= 0 && model_.option.chosen < static_cast<int>(model_.option_numbers.size()))
        choice.option = model_.option_numbers[static_cast<std::size_t>(model_.option.chosen)];
    if (model_.channel.chosen >= 0 && model_.channel.chosen < static_cast<int>(model_.channels.size()))
        choice.channel = model_.channels[static_cast<std::size_t>(model_.channel.chosen)];
    return choice;
}

void ContactPanel::chosen()
{
    CallAfter([send = send_, choice = choice()] { send(choice); });
}

/// What is good to know but need not be read: behind a title, one key opens it.
void ContactPanel::fold(wxSizer& all, const std::string& title, const std::vector<std::string>& lines)
{
    if (lines.empty()) return;
    auto* pane = new wxCollapsiblePane{page_,         wxID_ANY,          plain_label(title), wxDefaultPosition,
                                       wxDefaultSize, wxCP_NO_TLW_RESIZE};
    auto* inside = new wxBoxSizer{wxVERTICAL};
    for (const auto& line : lines)
        inside->Add(new Paragraph{pane->GetPane(), "•  " + line}, 0, wxEXPAND | wxBOTTOM, FromDIP(space::near));
    pane->GetPane()->SetSizer(inside);
    pane->Bind(wxEVT_COLLAPSIBLEPANE_CHANGED, [this](wxCollapsiblePaneEvent&) { fit(); });
    all.Add(pane, 0, wxEXPAND | wxTOP, FromDIP(space::near));
}

/// A choice with a line below each of its labels. GTK wants one of a group chosen: where none is, a hidden one is.
void ContactPanel::radios(wxSizer& all, view::Choice& choice, const std::vector<std::string>& notes)
{
    const int near = FromDIP(space::near);
    auto* none = new wxRadioButton{page_, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxRB_GROUP};
    none->SetValue(choice.chosen < 0);
    none->Hide();
    const auto rows = static_cast<int>((choice.labels.size() + 1) / 2);
    auto* columns = notes.empty() ? new wxGridBagSizer{near, FromDIP(space::group)}
                                  : nullptr;  // short labels stand in two columns, to be read down
    if (columns) all.Add(columns, 0, wxBOTTOM, near);
    for (std::size_t i = 0; i < choice.labels.size(); ++i) {
        auto* box = new wxRadioButton{page_, wxID_ANY, plain_label(choice.labels[i])};
        box->SetValue(static_cast<int>(i) == choice.chosen);
        box->Bind(wxEVT_RADIOBUTTON, [this, i, &choice](wxCommandEvent&) {
            choice.chosen = static_cast<int>(i);
            chosen();
        });
        const int n = static_cast<int>(i);
        if (columns) {
            columns->Add(box, {n % rows, n / rows});
            continue;
        }
        all.Add(box, 0, wxBOTTOM, FromDIP(space::hair));
        if (i < notes.size() && !notes[i].empty())
            all.Add(faint(page_, notes[i]), 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(24));
        else all.AddSpacer(near - FromDIP(space::hair));
    }
}

void ContactPanel::pairs(wxSizer& all, const std::vector<std::pair<std::string, std::string>>& shown)
{
    auto* list = new wxFlexGridSizer{2, FromDIP(wxSize{space::gap, space::near})};
    list->AddGrowableCol(1, 1);
    for (const auto& [name, value] : shown) {
        auto* label = new wxStaticText{page_, wxID_ANY, plain_label(name)};
        label->SetForegroundColour(palette().faint);
        list->Add(label);
        list->Add(new Paragraph{page_, value}, 1, wxEXPAND);
    }
    all.Add(list, 0, wxEXPAND | wxBOTTOM, FromDIP(space::gap));
}

void ContactPanel::why(wxSizer& all)
{
    const int near = FromDIP(space::near);
    radios(all, model_.reason, {});
    if (!model_.reason_note.empty())
        all.Add(new Paragraph{page_, model_.reason_note}, 0, wxEXPAND | wxTOP | wxBOTTOM, near);
    hardship(all);
    auto* more = new ActionRow{page_, send_, false};
    more->show({{words_("What may come when…"), view::ShowGuide{view::GuideKind::stages, model_.duty}},
                {words_("When it is too much…"), view::ShowGuide{view::GuideKind::care, model_.duty}}});
    all.Add(more, 0, wxEXPAND | wxTOP, near);
}

/// Since when, until when, how much less, how much now: asked once a reason is chosen; all of it may stay empty.
void ContactPanel::hardship(wxSizer& all)
{
    const auto& said = model_.hardship;
    if (said.note.empty()) return;
    const int near = FromDIP(space::near);
    auto* form = new Form{page_};
    auto* less = text_box(page_, said.less);
    auto* since = text_box(page_, said.since, words_("like 5, 12-05 or +3"));
    auto* until = text_box(page_, said.until, words_("like 5, 12-05 or +3"));
    auto* now = text_box(page_, said.pay_now);
    form->add(words_("Less income a month"), less);
    form->add(words_("Since"), since);
    form->add(words_("Better from"), until);
    form->add(words_("You can pay at once"), now);
    const auto save = [=, this] {
        send_(view::SaveHardship{choice(), utf8(since->GetValue()), utf8(until->GetValue()), utf8(now->GetValue()),
                                 utf8(less->GetValue())});
    };
    for (auto* box : {less, since, until, now})
        box->Bind(wxEVT_TEXT_ENTER, [this, save](wxCommandEvent&) { CallAfter(save); });
    form->SetMinSize(FromDIP(wxSize{form_width, -1}));
    all.Add(faint(page_, said.note), 0, wxEXPAND | wxBOTTOM, near);
    all.Add(form, 0, wxBOTTOM, near);
    all.Add(button(page_, words_("Reckon with it"), save), 0, wxBOTTOM, FromDIP(space::gap));
}

void ContactPanel::what(wxSizer& all)
{
    radios(all, model_.option, model_.option_notes);
}

void ContactPanel::say(wxSizer& all)
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    all.Add(heading(page_, model_.say_title, 1.0), 0, wxEXPAND | wxBOTTOM, near);
    say_ = new wxTextCtrl{
        page_, wxID_ANY, wx(model_.say), wxDefaultPosition, FromDIP(wxSize{-1, 260}), wxTE_MULTILINE | wxTE_BESTWRAP};
    auto* view = GTK_TEXT_VIEW(gtk_bin_get_child(GTK_BIN(say_->GetHandle())));
    gtk_text_view_set_left_margin(view, FromDIP(space::near));
    gtk_text_view_set_right_margin(view, FromDIP(space::near));
    gtk_text_view_set_top_margin(view, FromDIP(space::near));
    set_accessible(*say_, wx(model_.say_title));
    all.Add(say_, 0, wxEXPAND | wxBOTTOM, near);
    auto* tools = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    tools->Add(button(page_, words_("Print or PDF…"),
                      [this] {
                          if (say_)
                              send_(view::ShowDocument{model_.duty, view::DocumentKind::text, utf8(say_->GetValue())});
                      }),
               0, wxRIGHT, near);
    tools->Add(button(page_, words_("Save as…"),
                      [this] {
                          if (say_) send_(view::SaveText{utf8(say_->GetValue()), model_.file_name});
                      }),
               0, wxRIGHT, near);
    tools->Add(button(page_, words_("Copy"),
                      [this] {
                          if (say_) send_(view::CopyText{utf8(say_->GetValue())});
                      }),
               0, wxRIGHT, near);
    tools->Add(button(page_, model_.budget, [this] {
        send_(view::ShowDocument{model_.duty, view::DocumentKind::budget, {}});
    }));
    all.Add(tools, 0, wxEXPAND | wxBOTTOM, gap);
    if (!model_.questions.empty()) {
        all.Add(heading(page_, model_.questions_title, 1.0), 0, wxEXPAND | wxBOTTOM, near);
        for (const auto& question : model_.questions)
            all.Add(new Paragraph{page_, "•  " + question}, 0, wxEXPAND | wxBOTTOM, near);
    }
    if (!model_.disclaimer.empty()) all.Add(faint(page_, model_.disclaimer), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
}

}  // namespace desktop
