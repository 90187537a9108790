#include "ui/desktop/contact_panel.hpp"

#include <gtk/gtk.h>

#include <algorithm>

#include "ui/desktop/accessible.hpp"

namespace desktop {

ContactPanel::ContactPanel(wxWindow* parent, view::Send send, const wording::Words& words, std::function<void()> closed)
    : wxPanel{parent}, send_{std::move(send)}, words_{words}, closed_{std::move(closed)}
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    title_ = heading(this, {}, 1.2);
    step_title_ = faint(this);
    page_ = new wxScrolledWindow{this};
    page_->SetScrollRate(0, FromDIP(12));
    page_->SetSizer(new wxBoxSizer{wxVERTICAL});
    back_ = button(this, words_("Back"), [this] { step_ > 0 ? go(step_ - 1) : closed_(); });
    next_ = button(this, words_("Next"), [this] { step_ + 1 < steps ? go(step_ + 1) : closed_(); });
    auto* close = button(this, words_("Close"), [this] { closed_(); });
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(back_, 0, wxRIGHT, near);
    buttons->Add(next_, 0, wxRIGHT, near);
    buttons->AddStretchSpacer();
    buttons->Add(close);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(title_, 0, wxEXPAND | wxBOTTOM, near);
    all->Add(step_title_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(page_, 1, wxEXPAND | wxBOTTOM, gap);
    all->Add(buttons, 0, wxEXPAND);
    SetSizer(all);
}

void ContactPanel::show(const view::ContactModel& model)
{
    const bool same = model.duty == model_.duty;
    model_ = model;
    if (!same) step_ = 0;
    title_->set(model.title);
    build_step();
}

void ContactPanel::go(int step)
{
    step_ = std::clamp(step, 0, steps - 1);
    build_step();
    page_->Scroll(0, 0);
}

std::string ContactPanel::words_to_say() const { return model_.say; }

void ContactPanel::build_step()
{
    page_->Freeze();
    page_->GetSizer()->Clear(true);
    channel_ = nullptr;
    say_ = nullptr;
    if (step_ < static_cast<int>(model_.step_titles.size())) step_title_->set(model_.step_titles[static_cast<std::size_t>(step_)]);
    using Build = void (ContactPanel::*)(wxSizer&);
    constexpr Build builds[steps] = {&ContactPanel::why, &ContactPanel::what, &ContactPanel::papers, &ContactPanel::way, &ContactPanel::say};
    (this->*builds[step_])(*page_->GetSizer());
    next_->SetLabel(plain_label(step_ + 1 < steps ? words_("Next") : words_("Done")));
    page_->FitInside();
    page_->Layout();
    page_->Thaw();
    layout_page(*title_);
}

view::ContactChoice ContactPanel::choice() const
{
    view::ContactChoice choice;
    choice.duty = model_.duty;
    if (model_.reason.chosen >= 0) choice.reason = model_.reason_ids[static_cast<std::size_t>(model_.reason.chosen)];
    if (model_.option.chosen >= 0) choice.option = model_.option_numbers[static_cast<std::size_t>(model_.option.chosen)];
    if (model_.channel.chosen >= 0) choice.channel = model_.channels[static_cast<std::size_t>(model_.channel.chosen)];
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
    auto* pane = new wxCollapsiblePane{page_, wxID_ANY, plain_label(title), wxDefaultPosition, wxDefaultSize, wxCP_NO_TLW_RESIZE};
    auto* inside = new wxBoxSizer{wxVERTICAL};
    for (const auto& line : lines) inside->Add(new Paragraph{pane->GetPane(), line}, 0, wxEXPAND | wxBOTTOM, FromDIP(space::near));
    pane->GetPane()->SetSizer(inside);
    pane->Bind(wxEVT_COLLAPSIBLEPANE_CHANGED, [this](wxCollapsiblePaneEvent&) {
        page_->FitInside();
        page_->Layout();
    });
    all.Add(pane, 0, wxEXPAND | wxTOP, FromDIP(space::near));
}

void ContactPanel::why(wxSizer& all)
{
    const int near = FromDIP(space::near);
    for (std::size_t i = 0; i < model_.reason.labels.size(); ++i) {
        auto* box = new wxRadioButton{page_, wxID_ANY, plain_label(model_.reason.labels[i]), wxDefaultPosition, wxDefaultSize, i == 0 ? wxRB_GROUP : 0};
        box->SetValue(static_cast<int>(i) == model_.reason.chosen);
        box->Bind(wxEVT_RADIOBUTTON, [this, i](wxCommandEvent&) {
            model_.reason.chosen = static_cast<int>(i);
            chosen();
        });
        all.Add(box, 0, wxBOTTOM, near);
    }
    if (!model_.reason_note.empty()) all.Add(faint(page_, model_.reason_note), 0, wxEXPAND | wxTOP, near);
    fold(all, model_.stage_title, model_.stage);
    fold(all, model_.care_title, model_.care);
}

void ContactPanel::what(wxSizer& all)
{
    const int near = FromDIP(space::near);
    for (std::size_t i = 0; i < model_.option.labels.size(); ++i) {
        auto* box = new wxRadioButton{page_, wxID_ANY, plain_label(model_.option.labels[i]), wxDefaultPosition, wxDefaultSize, i == 0 ? wxRB_GROUP : 0};
        box->SetValue(static_cast<int>(i) == model_.option.chosen);
        box->Bind(wxEVT_RADIOBUTTON, [this, i](wxCommandEvent&) {
            model_.option.chosen = static_cast<int>(i);
            chosen();
        });
        all.Add(box, 0);
        if (i < model_.option_notes.size() && !model_.option_notes[i].empty())
            all.Add(faint(page_, model_.option_notes[i]), 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(24));
        else all.AddSpacer(near);
    }
}

void ContactPanel::papers(wxSizer& all)
{
    const int near = FromDIP(space::near);
    if (!model_.papers_note.empty()) all.Add(new Paragraph{page_, model_.papers_note}, 0, wxEXPAND | wxBOTTOM, near);
    for (std::size_t i = 0; i < model_.papers.size(); ++i) {
        const auto& paper = model_.papers[i];
        auto* row = new wxBoxSizer{wxHORIZONTAL};
        row->Add(heading(page_, paper.name, 1.0), 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
        if (!paper.essential) static_cast<Paragraph*>(row->GetItem(std::size_t{0})->GetWindow())->set_style(1.0, false);
        auto* box = desktop::choice(page_, model_.paper_states, static_cast<int>(paper.state));
        set_accessible(*box, wx(paper.name), wx(paper.why));
        box->Bind(wxEVT_CHOICE, [this, i, box](wxCommandEvent&) {
            const view::SetPaper now{choice(), model_.papers[i].id, static_cast<ledger::PaperState>(std::max(box->GetSelection(), 0))};
            CallAfter([send = send_, now] { send(now); });
        });
        row->Add(box, 0, wxALIGN_CENTER_VERTICAL);
        all.Add(row, 0, wxEXPAND);
        if (!paper.why.empty()) all.Add(faint(page_, paper.why), 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(24));
        else all.AddSpacer(near);
    }
}

void ContactPanel::way(wxSizer& all)
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    channel_ = desktop::choice(page_, model_.channel.labels, model_.channel.chosen);
    channel_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        model_.channel.chosen = channel_->GetSelection();
        chosen();
    });
    set_accessible(*channel_, wx(words_("By what way")));
    all.Add(channel_, 0, wxBOTTOM, gap);
    auto* list = new wxFlexGridSizer{2, FromDIP(wxSize{space::gap, space::near})};
    list->AddGrowableCol(1, 1);
    for (const auto& [name, value] : model_.reach) {
        auto* label = new wxStaticText{page_, wxID_ANY, plain_label(name)};
        label->SetForegroundColour(palette().faint);
        list->Add(label);
        list->Add(new Paragraph{page_, value}, 1, wxEXPAND);
    }
    all.Add(list, 0, wxEXPAND | wxBOTTOM, gap);
    if (!model_.have_ready.empty()) {
        all.Add(heading(page_, model_.ready_title, 1.0), 0, wxEXPAND | wxBOTTOM, near);
        for (const auto& thing : model_.have_ready) all.Add(new Paragraph{page_, "•  " + thing}, 0, wxEXPAND | wxBOTTOM, near);
    }
    for (const auto& warning : model_.warnings) all.Add(faint(page_, "•  " + warning), 0, wxEXPAND | wxBOTTOM, near);
}

void ContactPanel::say(wxSizer& all)
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    all.Add(heading(page_, model_.say_title, 1.0), 0, wxEXPAND | wxBOTTOM, near);
    say_ = new wxTextCtrl{page_, wxID_ANY, wx(model_.say), wxDefaultPosition, FromDIP(wxSize{-1, 260}), wxTE_MULTILINE | wxTE_BESTWRAP};
    auto* view = GTK_TEXT_VIEW(gtk_bin_get_child(GTK_BIN(say_->GetHandle())));
    gtk_text_view_set_left_margin(view, FromDIP(space::near));
    gtk_text_view_set_right_margin(view, FromDIP(space::near));
    gtk_text_view_set_top_margin(view, FromDIP(space::near));
    set_accessible(*say_, wx(model_.say_title));
    all.Add(say_, 0, wxEXPAND | wxBOTTOM, near);
    auto* tools = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    tools->Add(button(page_, words_("Copy"), [this] { if (say_) send_(view::CopyText{utf8(say_->GetValue())}); }), 0, wxRIGHT, near);
    tools->Add(button(page_, words_("Save as…"), [this] { if (say_) send_(view::SaveText{utf8(say_->GetValue()), model_.file_name}); }), 0, wxRIGHT, near);
    tools->Add(button(page_, words_("Print or PDF…"), [this] {
        if (say_) send_(view::ShowDocument{model_.duty, view::DocumentKind::text, utf8(say_->GetValue())});
    }), 0, wxRIGHT, near);
    tools->Add(button(page_, model_.budget, [this] { send_(view::ShowDocument{model_.duty, view::DocumentKind::budget, {}}); }));
    all.Add(tools, 0, wxEXPAND | wxBOTTOM, gap);
    if (!model_.questions.empty()) {
        all.Add(heading(page_, model_.questions_title, 1.0), 0, wxEXPAND | wxBOTTOM, near);
        for (const auto& question : model_.questions) all.Add(new Paragraph{page_, "•  " + question}, 0, wxEXPAND | wxBOTTOM, near);
    }
    if (!model_.disclaimer.empty()) all.Add(faint(page_, model_.disclaimer), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
    log(all);
}

/// Afterwards: what came of it.
void ContactPanel::log(wxSizer& all)
{
    const int near = FromDIP(space::near);
    all.Add(heading(page_, model_.log_title, 1.0), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
    fold(all, words_("What to write down"), model_.record);
    auto* form = new Form{page_};
    auto* outcome = desktop::choice(page_, model_.outcome.labels, model_.outcome.chosen);
    auto* agent = text_box(page_);
    auto* reference = text_box(page_);
    auto* note = text_box(page_);
    auto* follow_up = text_box(page_, {}, words_("like 5, 12-05 or +3"));
    form->add(words_("What came of it"), outcome);
    form->add(words_("Spoke to"), agent);
    form->add(words_("Reference"), reference);
    form->add(words_("Note"), note);
    form->add(words_("Ask again on"), follow_up);
    all.Add(form, 0, wxEXPAND | wxBOTTOM, near);
    all.Add(button(page_, words_("Note it"), [=, this] {
        view::LogContact entry;
        entry.duty = model_.duty;
        if (model_.channel.chosen >= 0) entry.channel = model_.channels[static_cast<std::size_t>(model_.channel.chosen)];
        if (outcome->GetSelection() >= 0) entry.outcome = model_.outcomes[static_cast<std::size_t>(outcome->GetSelection())];
        entry.agent = utf8(agent->GetValue());
        entry.reference = utf8(reference->GetValue());
        entry.note = utf8(note->GetValue());
        entry.follow_up = utf8(follow_up->GetValue());
        send_(entry);
    }));
}

}  // namespace desktop
