// Steps of the talk with a bank that have more to them: papers with their files, the way and its number, what came of
// it.
#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/controls/file_drop.hpp"
#include "ui/desktop/pages/contact_panel.hpp"

namespace desktop {

void ContactPanel::papers(wxSizer& all)
{
    if (!model_.papers_note.empty())
        all.Add(faint(page_, model_.papers_note), 0, wxEXPAND | wxBOTTOM, FromDIP(space::gap));
    for (std::size_t i = 0; i < model_.papers.size(); ++i) paper(all, i);
}

/// One paper: why it helps, where it stands, and the file that holds it. A file can be dropped on it.
void ContactPanel::paper(wxSizer& all, std::size_t index)
{
    const int near = FromDIP(space::near);
    const auto& paper = model_.papers[index];
    const auto id = paper.id;
    auto* place = new wxPanel{page_};
    place->SetDropTarget(new FileDrop{[this, id](std::vector<std::filesystem::path> files) {
        CallAfter([send = send_, wanted = view::AttachPaper{choice(), id, files.front()}] { send(wanted); });
    }});
    auto* name = heading(place, paper.name, 1.0);
    if (!paper.essential) name->set_style(1.0, false);
    auto* state = desktop::choice(place, model_.paper_states, static_cast<int>(paper.state));
    set_accessible(*state, wx(paper.name), wx(paper.why));
    state->Bind(wxEVT_CHOICE, [this, id, state](wxCommandEvent&) {
        const view::SetPaper now{choice(), id, static_cast<ledger::PaperState>(std::max(state->GetSelection(), 0))};
        CallAfter([send = send_, now] { send(now); });
    });
    auto* file = button(place, paper.file.empty() ? words_("File…") : words_("Another file…"), [this, id] {
        send_(view::ChoosePaper{choice(), id});
    });
    set_accessible(*file, file->GetLabelText() + ": " + wx(paper.name));
    auto* text = new wxBoxSizer{wxVERTICAL};
    text->Add(name, 0, wxEXPAND);
    if (!paper.why.empty()) text->Add(faint(place, paper.why), 0, wxEXPAND | wxTOP, FromDIP(space::hair));
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(text, 1, wxRIGHT, near);
    row->Add(state, 0, wxRIGHT, near);
    row->Add(file);
    auto* inside = new wxBoxSizer{wxVERTICAL};
    inside->Add(row, 0, wxEXPAND);
    if (!paper.file.empty()) {
        auto* held = new wxBoxSizer{wxHORIZONTAL};
        auto* said = new Paragraph{
            place, paper.gone.empty() ? words_.fill("In the file {file}", fmt::arg("file", paper.file)) : paper.gone};
        if (!paper.gone.empty()) said->set_colour(palette().of(view::Level::will_miss));
        auto* forget = button(place, words_("Leave it out"), [this, id] {
            send_(view::AttachPaper{choice(), id, {}});
        });
        set_accessible(*forget, forget->GetLabelText() + ": " + wx(paper.file));
        held->Add(said, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
        held->Add(forget, 0, wxALIGN_CENTER_VERTICAL);
        inside->Add(held, 0, wxEXPAND | wxTOP, FromDIP(space::hair));
    }
    place->SetSizer(inside);
    all.Add(place, 0, wxEXPAND | wxBOTTOM, FromDIP(space::gap));
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
    if (!model_.bank_unknown.empty()) number(all);
    pairs(all, model_.reach);
    if (!model_.have_ready.empty()) {
        all.Add(heading(page_, model_.ready_title, 1.0), 0, wxEXPAND | wxBOTTOM, near);
        for (const auto& thing : model_.have_ready)
            all.Add(new Paragraph{page_, "•  " + thing}, 0, wxEXPAND | wxBOTTOM, near);
    }
    if (model_.bank_unknown.empty()) number(all);
}

/// Which bank it is, where that is not known; and its number, to be corrected or said to be wrong.
void ContactPanel::number(wxSizer& all)
{
    const int near = FromDIP(space::near);
    const bool unknown = !model_.bank_unknown.empty();
    all.Add(heading(page_, unknown ? words_("Which bank?") : words_("The bank's number"), 1.0), 0,
            wxEXPAND | wxTOP | wxBOTTOM, near);
    all.Add(faint(page_, unknown ? model_.bank_unknown : model_.number_note), 0, wxEXPAND | wxBOTTOM, near);
    auto* form = new Form{page_};
    auto* bank = unknown ? text_box(page_) : nullptr;
    auto* number = text_box(page_, {}, words_("from the card or its letters"));
    if (bank) form->add(words_("Bank"), bank);
    form->add(unknown ? words_("Its number") : words_("The right number"), number);
    form->SetMinSize(FromDIP(wxSize{form_width, -1}));
    all.Add(form, 0, wxBOTTOM, near);
    const auto keep = [=, this] {
        if (bank && number->IsEmpty()) send_(view::NameBank{choice(), utf8(bank->GetValue())});
        else
            send_(view::CorrectNumber{
                choice(), bank ? utf8(bank->GetValue()) : std::string{}, utf8(number->GetValue()), {}});
    };
    for (auto* box : {bank, number})
        if (box) box->Bind(wxEVT_TEXT_ENTER, [this, keep](wxCommandEvent&) { CallAfter(keep); });
    auto* buttons = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    buttons->Add(button(page_, unknown ? words_("This is the bank") : words_("Keep this number"), keep), 0, wxRIGHT,
                 near);
    if (!unknown)
        buttons->Add(button(page_, words_("The number shown is wrong"), [this] {
            send_(view::ReportNumber{choice(), {}});
        }));
    all.Add(buttons, 0, wxEXPAND | wxBOTTOM, FromDIP(space::gap));
}

void ContactPanel::afterwards(wxSizer& all)
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    const auto& form = model_.follow_up;
    if (model_.offer) offer(all, *model_.offer);
    conduct(all);
    all.Add(heading(page_, form.title), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
    follow_up_form_ = new FollowUpForm{page_, words_, form, model_.duty, [this] { fit(); }};
    all.Add(follow_up_form_, 0, wxEXPAND | wxBOTTOM, near);
    all.Add(button(page_, words_("Note it"),
                   [this] {
                       if (follow_up_form_) send_(follow_up_form_->read());
                   }),
            0, wxBOTTOM, gap);
    fold(all, words_("What to write down"), form.record);
    if (!model_.after_agreement.empty()) fold(all, words_("Once it is agreed"), {model_.after_agreement});
    fold(all, form.before_title, form.before);
}

/// Theirs and ours side by side, with what differs, and the three answers.
void ContactPanel::offer(wxSizer& all, const view::OfferModel& offer)
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    all.Add(heading(page_, offer.title), 0, wxEXPAND | wxBOTTOM, near);
    all.Add(faint(page_, offer.when), 0, wxEXPAND | wxBOTTOM, near);
    auto* table = new wxFlexGridSizer{4, FromDIP(wxSize{space::group, space::near})};
    const auto cell = [&](const std::string& text, bool strong, bool right) {
        auto* shown = new wxStaticText{page_, wxID_ANY, plain_label(text)};
        if (strong) shown->SetFont(shown->GetFont().MakeBold());
        table->Add(shown, 0, right ? int{wxALIGN_RIGHT} : int{wxALIGN_LEFT});
        return shown;
    };
    cell({}, false, false);
    for (const auto* title : {&offer.theirs_title, &offer.ours_title, &offer.differs_title}) cell(*title, true, true);
    for (const auto& row : offer.rows) {
        cell(row.what, false, false)->SetForegroundColour(palette().faint);
        cell(row.theirs, false, true);
        cell(row.ours, false, true);
        cell(row.differs, true, true);
    }
    all.Add(table, 0, wxBOTTOM, gap);
    for (const auto& line : offer.ours_is) all.Add(new Paragraph{page_, line}, 0, wxEXPAND | wxBOTTOM, near);
    if (!offer.affordable.empty()) all.Add(new Paragraph{page_, offer.affordable}, 0, wxEXPAND | wxBOTTOM, near);
    all.Add(heading(page_, offer.verdict, 1.0), 0, wxEXPAND | wxBOTTOM, near);
    answers_ = new ActionRow{page_, send_, false};
    answers_->show(offer.actions);
    all.Add(answers_, 0, wxEXPAND | wxBOTTOM, gap);
}

void ContactPanel::conduct(wxSizer& all)
{
    const auto& form = model_.follow_up;
    if (form.not_kept.empty()) return;
    const int near = FromDIP(space::near);
    all.Add(heading(page_, form.conduct_title), 0, wxEXPAND | wxBOTTOM, near);
    for (const auto& line : form.not_kept) all.Add(new Paragraph{page_, line}, 0, wxEXPAND | wxBOTTOM, near);
    for (const auto& line : form.may_do) all.Add(new Paragraph{page_, "•  " + line}, 0, wxEXPAND | wxBOTTOM, near);
    if (!form.complaint.empty())
        all.Add(button(page_, words_("A letter about it…"),
                       [this] {
                           send_(view::ShowDocument{model_.duty, view::DocumentKind::text, model_.follow_up.complaint});
                       }),
                0, wxBOTTOM, FromDIP(space::gap));
}

}  // namespace desktop
