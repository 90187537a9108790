#include "ui/desktop/controls/controls.hpp"

#include <wx/dcbuffer.h>

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

wxString plain_label(const std::string& text)
{
    return wxControl::EscapeMnemonics(wx(text));
}

ActionRow::ActionRow(wxWindow* parent, view::Send send, bool first_stands_out)
    : wxPanel{parent}, send_{std::move(send)}, first_stands_out_{first_stands_out}
{
    SetSizer(new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES});
}

void ActionRow::show(const std::vector<view::Action>& actions)
{
    actions_ = actions;
    while (buttons_.size() > actions.size()) {
        buttons_.back()->Destroy();
        buttons_.pop_back();
    }
    while (buttons_.size() < actions.size()) {
        const auto n = buttons_.size();
        auto* b = new wxButton{this, wxID_ANY, {}};
        b->Bind(wxEVT_BUTTON, [this, n](wxCommandEvent&) {
            const auto intent = actions_[n].intent;  // the page may be shown anew while this is carried out
            CallAfter([send = send_, intent] { send(intent); });
        });
        if (n == 0 && first_stands_out_) {
            auto font = b->GetFont();
            b->SetFont(font.MakeBold());
        }
        GetSizer()->Add(b, 0, wxRIGHT | wxBOTTOM, FromDIP(space::near));
        buttons_.push_back(b);
    }
    for (std::size_t i = 0; i < actions.size(); ++i) {
        buttons_[i]->SetLabel(plain_label(actions[i].label));
        buttons_[i]->SetMinSize(wxDefaultSize);
        buttons_[i]->InvalidateBestSize();
    }
    Show(!actions.empty());
    InvalidateBestSize();
    Layout();
}

Card::Card(wxWindow* parent, view::Send send) : wxPanel{parent}
{
    const auto gap = FromDIP(space::gap);
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    sign_ = new wxPanel{this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize{36, 36})};
    sign_->SetBackgroundStyle(wxBG_STYLE_PAINT);
    sign_->DisableFocusFromKeyboard();  // there is nothing to do there
    headline_ = new Paragraph{this};
    headline_->set_style(1.25, true);
    advice_ = new Paragraph{this};
    advice_->set_style(1.05, false);
    actions_ = new ActionRow{this, std::move(send)};
    auto* words = new wxBoxSizer{wxVERTICAL};
    words->Add(headline_, 0, wxEXPAND);
    words->Add(advice_, 0, wxEXPAND | wxTOP, FromDIP(space::near));
    words->Add(actions_, 0, wxEXPAND | wxTOP, FromDIP(space::near + 2));
    auto* all = new wxBoxSizer{wxHORIZONTAL};
    all->Add(sign_, 0, wxTOP | wxLEFT, gap + FromDIP(2));
    all->Add(words, 1, wxEXPAND | wxALL, gap);
    SetSizer(all);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
    sign_->Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc{sign_};
        dc.SetBackground(wxBrush{palette().soft(level_)});
        dc.Clear();
        const auto size = sign_->GetClientSize();
        const std::unique_ptr<wxGraphicsContext> g{wxGraphicsContext::Create(dc)};
        if (g) draw_level(*g, level_, size.x / 2.0, size.y / 2.0, size.x * 0.85, palette());
    });
}

void Card::paint()
{
    wxAutoBufferedPaintDC dc{this};
    const auto colours = palette();
    dc.SetBackground(wxBrush{colours.soft(level_)});
    dc.Clear();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush{colours.of(level_)});
    dc.DrawRectangle(0, 0, FromDIP(5), GetClientSize().y);  // a bar in the colour of the level
}

void Card::show(view::Level level, const std::string& headline, const std::string& advice,
                const std::vector<view::Action>& actions)
{
    const auto colours = palette();
    level_ = level;
    headline_text_ = headline;
    SetBackgroundColour(colours.soft(level));
    actions_->SetBackgroundColour(colours.soft(level));
    headline_->set_colour(colours.ink);
    advice_->set_colour(colours.ink);
    headline_->set(headline);
    advice_->set(advice);
    actions_->show(actions);
    set_accessible(*this, wx(headline), wx(advice));
    Refresh();
    sign_->Refresh();
    layout_page(*actions_);
}

Form::Form(wxWindow* parent, int label_width)
    : wxFlexGridSizer{2, parent->FromDIP(wxSize{space::gap, space::near + 2})},
      parent_{parent},
      label_width_{parent->FromDIP(label_width)}
{
    AddGrowableCol(1, 1);
}

wxStaticText* Form::add(const std::string& label, wxWindow* control, bool wide)
{
    auto* text = new wxStaticText{parent_, wxID_ANY, plain_label(label)};
    text->MoveBeforeInTabOrder(control);
    label_for(*text, *control);
    text->SetMinSize({std::max(text->GetBestSize().x, label_width_), -1});
    Add(text, 0, wxALIGN_CENTER_VERTICAL);
    Add(control, wide ? 1 : 0, wide ? int{wxEXPAND} : int{wxALIGN_LEFT});
    return text;
}

void Form::add_line(wxWindow* control)
{
    AddSpacer(0);
    Add(control, 1, wxEXPAND);
}

wxButton* button(wxWindow* parent, const std::string& label, std::function<void()> pressed)
{
    auto* b = new wxButton{parent, wxID_ANY, plain_label(label)};
    // Not from within the event: what the button does may rebuild the page or open a dialog, and a screen reader
    // presses from inside D-Bus.
    b->Bind(wxEVT_BUTTON, [b, pressed = std::move(pressed)](wxCommandEvent&) { b->GetParent()->CallAfter(pressed); });
    return b;
}

wxTextCtrl* text_box(wxWindow* parent, const std::string& text, const std::string& hint, bool enter)
{
    auto* box =
        new wxTextCtrl{parent, wxID_ANY, wx(text), wxDefaultPosition, wxDefaultSize, enter ? wxTE_PROCESS_ENTER : 0};
    if (!hint.empty()) box->SetHint(wx(hint));
    return box;
}

wxChoice* choice(wxWindow* parent, const std::vector<std::string>& labels, int chosen)
{
    auto* box = new wxChoice{parent, wxID_ANY};
    fill(*box, labels, chosen);
    return box;
}

void fill(wxChoice& box, const std::vector<std::string>& labels, int chosen)
{
    wxArrayString items;
    for (const auto& label : labels) items.Add(wx(label));
    if (items != box.GetStrings()) {
        box.Set(items);
        box.InvalidateBestSize();
    }
    box.SetSelection(chosen);
}

Paragraph* heading(wxWindow* parent, const std::string& text, double scale)
{
    auto* p = new Paragraph{parent, text};
    p->set_style(scale, true);
    return p;
}

Paragraph* faint(wxWindow* parent, const std::string& text)
{
    auto* p = new Paragraph{parent, text};
    p->set_colour(palette().faint);
    return p;
}

void clear(wxWindow& window)
{
    window.SetSizer(nullptr);
    window.DestroyChildren();
}

void show_figures(wxPanel& place, const std::vector<view::Figure>& figures)
{
    place.GetSizer()->Clear(true);
    const auto colours = palette();
    for (const auto& figure : figures) {
        auto* name = faint(&place, figure.name);
        auto* value = heading(&place, figure.value, 1.45);
        auto* note = faint(&place, figure.note);
        if (figure.tone == view::Tone::bad) value->set_colour(colours.of(view::Level::will_miss));
        auto* column = new wxBoxSizer{wxVERTICAL};
        column->Add(name, 0, wxEXPAND);
        column->Add(value, 0, wxEXPAND);
        column->Add(note, 0, wxEXPAND);
        place.GetSizer()->Add(column, 1, wxRIGHT, place.FromDIP(space::gap));
    }
    place.Show(!figures.empty());
    place.InvalidateBestSize();
    place.Layout();
}

}  // namespace desktop
