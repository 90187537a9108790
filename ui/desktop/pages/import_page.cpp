#include "ui/desktop/pages/import_page.hpp"

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

using view::ImportStage;

ImportPage::ImportPage(wxWindow* parent, view::Send send, Cells cells, std::function<int()> progress)
    : wxPanel{parent}, send_{std::move(send)}, cells_{std::move(cells)}, progress_{std::move(progress)}
{
    const int edge = FromDIP(space::edge), near = FromDIP(space::near);
    sentence_ = heading(this, {}, 1.25);
    waiting_ = faint(this);
    remarks_ = new wxPanel{this};
    remarks_->SetSizer(new wxBoxSizer{wxVERTICAL});
    questions_ = new wxPanel{this};
    questions_->SetSizer(new wxBoxSizer{wxVERTICAL});
    build_lock();
    gauge_ = new wxGauge{this, wxID_ANY, 100};
    build_into();
    reading_ = new ReadingPanel{this, send_};
    reading_->Hide();
    table_ = new Table{this, {}};
    build_row_tools();
    actions_ = new ActionRow{this, send_};
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(sentence_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, edge);
    all->Add(waiting_, 0, wxEXPAND | wxLEFT | wxRIGHT, edge);
    all->AddSpacer(near);
    all->Add(questions_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(remarks_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(lock_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(gauge_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(into_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(reading_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(table_, 2, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(tools_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(actions_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    SetSizer(all);
    listen();
}

void ImportPage::build_lock()
{
    const int near = FromDIP(space::near);
    lock_ = new wxPanel{this};
    password_label_ = new wxStaticText{lock_, wxID_ANY, {}};
    password_ = new wxTextCtrl{
        lock_, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize{200, -1}), wxTE_PASSWORD | wxTE_PROCESS_ENTER};
    label_for(*password_label_, *password_);
    unlock_ = button(lock_, {}, [this] { unlock(); });
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    line->Add(password_label_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    line->Add(password_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    line->Add(unlock_, 0, wxALIGN_CENTER_VERTICAL);
    lock_->SetSizer(line);
    password_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { unlock(); });
}

void ImportPage::unlock()
{
    const auto password = utf8(password_->GetValue());
    password_->Clear();  // it is not kept
    if (!password.empty()) CallAfter([this, password] { send_(view::UnlockFile{password}); });
}

void ImportPage::build_into()
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    into_ = new wxPanel{this};
    account_label_ = new wxStaticText{into_, wxID_ANY, {}};
    account_ = choice(into_, {}, -1);
    label_for(*account_label_, *account_);
    account_note_ = faint(into_);
    filter_label_ = new wxStaticText{into_, wxID_ANY, {}};
    filter_ = choice(into_, {}, -1);
    label_for(*filter_label_, *filter_);
    open_reading_ = button(into_, {}, [this] { show_reading(!reading_->IsShown()); });
    auto* into = new wxBoxSizer{wxHORIZONTAL};
    into->Add(account_label_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    into->Add(account_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    into->Add(account_note_, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    into->Add(open_reading_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    into->Add(filter_label_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    into->Add(filter_, 0, wxALIGN_CENTER_VERTICAL);
    into_->SetSizer(into);
}

void ImportPage::build_row_tools()
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    tools_ = new wxPanel{this};
    category_label_ = new wxStaticText{tools_, wxID_ANY, {}};
    category_ = choice(tools_, {}, -1);
    label_for(*category_label_, *category_);
    keys_ = faint(tools_);
    auto* tools = new wxBoxSizer{wxHORIZONTAL};
    tools->Add(keys_, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    tools->Add(category_label_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    tools->Add(category_, 0, wxALIGN_CENTER_VERTICAL);
    tools_->SetSizer(tools);
}

void ImportPage::listen()
{
    account_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(account_->GetSelection());
        if (at >= model_.accounts.size()) return;
        CallAfter([this, id = model_.accounts[at]] { id ? send_(view::ImportInto{id}) : send_(view::NewAccount{}); });
    });
    filter_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        CallAfter([this, at = filter_->GetSelection()] { send_(view::ShowRows{at}); });
    });
    category_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(category_->GetSelection());
        const auto* line = selected();
        if (!line || at >= model_.categories.size()) return;
        table_->SetFocus();
        CallAfter([this, to = view::RowCategory{line->line, model_.categories[at]}] { send_(to); });
    });
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_row_tools(); });
    table_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.HasAnyModifiers() || !key(event.GetKeyCode())) event.Skip();
    });
    pulse_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        const int done = progress_();
        if (done > 0) gauge_->SetValue(std::min(done, 100));
        else gauge_->Pulse();
    });
}

const view::ImportLine* ImportPage::selected() const
{
    const int row = table_->selected();
    return row >= 0 && static_cast<std::size_t>(row) < model_.lines.size()
               ? &model_.lines[static_cast<std::size_t>(row)]
               : nullptr;
}

bool ImportPage::key(int code)
{
    const auto* line = selected();
    if (!line) return false;
    const bool row = line->of == view::ImportLine::Of::row;
    if (code == WXK_SPACE && row) CallAfter([this, to = view::TakeRow{line->line}] { send_(to); });
    else if (code == 'C' && row) category_->SetFocus();
    else if (code == 'T' && line->transfer >= 0)
        CallAfter(
            [this, to = view::TakeTransfer{
                       line->line, model_.transfer_entries[static_cast<std::size_t>(line->transfer)]}] { send_(to); });
    else return code == WXK_SPACE;  // in a list of GTK it would do something else
    return true;
}

void ImportPage::answer(std::size_t question, std::size_t answer)
{
    if (question < model_.questions.size() && answer < model_.questions[question].answers.size())
        send_(model_.questions[question].answers[answer].intent);
}

void ImportPage::show_reading(bool open)
{
    wants_reading_ = open;
    reading_->Show(open && !model_.reading.choices.empty());
    Layout();
    layout_page(*table_);
}

void ImportPage::show_questions()
{
    questions_->GetSizer()->Clear(true);
    for (const auto& asked : model_.questions) {
        auto* line = new wxPanel{questions_};
        auto* text = new Paragraph{line, asked.sentence};
        text->set_style(1.05, true);
        auto* answers = new ActionRow{line, send_};
        answers->show(asked.answers);
        auto* row = new wxBoxSizer{wxVERTICAL};
        row->Add(text, 0, wxEXPAND | wxBOTTOM, FromDIP(space::hair));
        row->Add(answers, 0, wxEXPAND);
        line->SetSizer(row);
        questions_->GetSizer()->Add(line, 0, wxEXPAND);
    }
    questions_->Show(!model_.questions.empty());
}

void ImportPage::show_remarks()
{
    remarks_->GetSizer()->Clear(true);
    const bool matter = model_.stage != ImportStage::choose && model_.stage != ImportStage::reading;
    for (std::size_t i = 0; i < model_.remarks.size(); ++i) {
        auto* line = matter ? new Paragraph{remarks_, model_.remarks[i]} : faint(remarks_, model_.remarks[i]);
        if (i + 1 == model_.remarks.size() && model_.balance_level != view::Level::safe)
            line->set_colour(palette().of(model_.balance_level));
        remarks_->GetSizer()->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::hair));
    }
    remarks_->Show(!model_.remarks.empty());
}

void ImportPage::show_row_tools()
{
    const auto* line = selected();
    const bool row = line && line->of == view::ImportLine::Of::row;
    category_->Enable(row);
    if (!row) return;
    const auto category = model_.line_categories[static_cast<std::size_t>(line - model_.lines.data())];
    const auto at = std::find(model_.categories.begin(), model_.categories.end(), category);
    category_->SetSelection(at == model_.categories.end() ? 0 : static_cast<int>(at - model_.categories.begin()));
}

void ImportPage::show(const view::ImportModel& model)
{
    const bool preview = model.stage == ImportStage::preview, reading = model.stage == ImportStage::reading;
    const bool came = preview && previewed_ != model.file;
    if (!reading) previewed_ = preview ? model.file : std::string{};
    if (came) wants_reading_ = false;
    model_ = model;
    sentence_->set(model.sentence);
    waiting_->set(model.waiting);
    waiting_->Show(!model.waiting.empty());
    show_questions();
    show_remarks();
    const bool locked = !model.password_label.empty();
    password_label_->SetLabel(plain_label(model.password_label));
    unlock_->SetLabel(plain_label(model.unlock_label));
    lock_->Show(locked);
    gauge_->Show(reading);
    if (reading) pulse_.Start(120);
    else pulse_.Stop();
    into_->Show(preview);
    tools_->Show(preview);
    table_->Show(preview);
    reading_->Show(preview && wants_reading_ && !model.reading.choices.empty());
    if (preview) {
        account_label_->SetLabel(plain_label(model.account_label));
        fill(*account_, model.account.labels, model.account.chosen);
        account_note_->set(model.account_note);
        filter_label_->SetLabel(plain_label(model.filter_label));
        fill(*filter_, model.filter.labels, model.filter.chosen);
        open_reading_->SetLabel(plain_label(model.reading.title));
        into_->Layout();
        reading_->show(model.reading);
        category_label_->SetLabel(plain_label(model.category_label));
        fill(*category_, model.category_names, category_->GetSelection());
        keys_->set(model.keys_note);
        set_accessible(*table_, wx(model.sentence), wx(model.keys_note));
        table_->set_columns(model.columns);
        table_->show(static_cast<unsigned>(model_.lines.size()), [this](unsigned row) -> const view::Row* {
            if (row >= model_.lines.size()) return nullptr;
            shown_ = cells_(model_.lines[row]);
            return &shown_;
        });
        show_row_tools();
    }
    std::vector<view::Action> actions = model.after;
    if (model.can_import) actions.push_back(model.import);
    if (!reading) actions.push_back(model.other);
    if (preview || reading || !model.waiting.empty()) actions.push_back(model.drop);
    actions_->show(actions);
    layout_page(*table_);
    if (locked && IsShownOnScreen()) password_->SetFocus();
    if (came && model.can_import && IsShownOnScreen() && !actions_->buttons().empty())
        actions_->buttons().front()->SetFocus();  // Enter imports
}

}  // namespace desktop
