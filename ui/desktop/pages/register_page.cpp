#include "ui/desktop/pages/register_page.hpp"

#include <wx/textcompleter.h>

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

namespace {

/// Offers the payees of the ledger while one is typed.
class Payees : public wxTextCompleterSimple {
public:
    explicit Payees(RegisterPage::Complete complete) : complete_{std::move(complete)} {}
    void GetCompletions(const wxString& start, wxArrayString& found) override
    {
        if (start.empty() || !complete_) return;
        for (const auto& payee : complete_(utf8(start))) found.Add(wx(payee));
    }

private:
    RegisterPage::Complete complete_;
};

}  // namespace

RegisterPage::RegisterPage(wxWindow* parent, view::Send send, const wording::Words& words, Complete complete,
                           Usual usual)
    : wxPanel{parent}, send_{std::move(send)}, words_{words}, complete_{std::move(complete)}, usual_{std::move(usual)}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap), near = FromDIP(space::near);
    account_ = choice(this, {}, -1);
    set_accessible(*account_, wx(words_("Account")));
    search_ = new wxSearchCtrl{this, wxID_ANY};
    search_->SetDescriptiveText(wx(words_("Search everything")));
    search_->ShowCancelButton(true);
    search_->SetMinSize(FromDIP(wxSize{220, -1}));
    set_accessible(*search_, wx(words_("Search everything")));
    balance_ = heading(this);
    count_ = new wxStaticText{this, wxID_ANY, {}};
    count_->SetForegroundColour(palette().faint);
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    top->Add(account_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    top->Add(balance_, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    top->Add(count_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    top->Add(search_, 0, wxALIGN_CENTER_VERTICAL);
    line_ = new wxPanel{this};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    build_line(*line);
    line_->SetSizer(line);
    nothing_ = faint(this);
    first_steps_ = new ActionRow{this, send_};
    deeds_ = new ActionRow{this, send_, false};
    table_ = new Table{this, wx(words_("Register")), true};
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(top, 0, wxEXPAND | wxALL, edge);
    all->Add(line_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(nothing_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(first_steps_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(table_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(deeds_, 0, wxEXPAND | wxLEFT | wxRIGHT, edge);
    SetSizer(all);
    (void)near;
    listen();
}

void RegisterPage::build_line(wxSizer& into)
{
    const auto add = [&](wxWindow* control, const std::string& name, int share, int width) {
        auto* column = new wxBoxSizer{wxVERTICAL};
        auto* label = new wxStaticText{line_, wxID_ANY, plain_label(name)};
        label->SetForegroundColour(palette().faint);
        label->MoveBeforeInTabOrder(control);
        label_for(*label, *control);
        control->SetMinSize(FromDIP(wxSize{width, -1}));
        column->Add(label, 0, wxBOTTOM, FromDIP(space::hair));
        column->Add(control, 1, wxEXPAND);
        into.Add(column, share, wxEXPAND | wxRIGHT, FromDIP(space::near));
    };
    date_ = text_box(line_, {}, words_("like 5, 12-05 or +3"));
    payee_ = text_box(line_);
    payee_->AutoComplete(new Payees{complete_});
    category_ = choice(line_, {}, -1);
    memo_ = text_box(line_);
    side_ = choice(line_, {words_("spent"), words_("received")}, 0);
    amount_ = text_box(line_, {}, "0.00");
    add(date_, words_("Date"), 0, 105);
    add(payee_, words_("Payee"), 3, 120);
    add(category_, words_("Category"), 2, 120);
    add(memo_, words_("Memo"), 2, 80);
    add(side_, words_("Side"), 0, 90);
    add(amount_, words_("Amount"), 0, 100);
    save_ = new wxButton{line_, wxID_ANY, plain_label(words_("Add"))};
    cancel_ = new wxButton{line_, wxID_ANY, plain_label(words_("Cancel"))};
    cancel_->Hide();
    into.Add(save_, 0, wxALIGN_BOTTOM);
    into.Add(cancel_, 0, wxALIGN_BOTTOM | wxLEFT, FromDIP(space::near));
}

void RegisterPage::listen()
{
    account_->Bind(wxEVT_CHOICE,
                   [this](wxCommandEvent&) { CallAfter([this] { send_(view::ShowAccount{account()}); }); });
    search_->Bind(wxEVT_TEXT,
                  [this](wxCommandEvent&) { CallAfter([this] { send_(view::Search{utf8(search_->GetValue())}); }); });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { search_->Clear(); });
    for (auto* box : {date_, payee_, memo_, amount_})
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { save(); }); });
    payee_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        propose();
    });
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { save(); }); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { clear_line(); });
    table_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const auto* row = selected()) CallAfter([this, id = row->entry.id] { send_(view::EditEntry{id}); });
    });
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { CallAfter([this] { show_deeds(); }); });
    table_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const auto* row = selected();
        if (event.GetKeyCode() == WXK_DELETE && !event.HasAnyModifiers() && table_->GetSelectedItemsCount() > 0)
            CallAfter([this] { remove_chosen(); });
        else if (row && event.GetKeyCode() == WXK_F2)
            CallAfter([this, id = row->entry.id] { send_(view::EditEntry{id}); });
        else event.Skip();
    });
}

void RegisterPage::propose()
{
    if (editing_ || !usual_ || payee_->IsEmpty()) return;
    const auto usual = usual_(utf8(payee_->GetValue()));
    if (category_->GetSelection() <= 0)
        for (std::size_t i = 1; usual.category && i < model_.categories.size(); ++i)
            if (model_.categories[i] == usual.category) category_->SetSelection(static_cast<int>(i));
    if (amount_->IsEmpty() && !usual.amount.empty()) {
        amount_->ChangeValue(wx(usual.amount));
        amount_->SelectAll();  // the first key typed there takes its place
        side_->SetSelection(usual.money_in ? 1 : 0);
    }
}

std::vector<ledger::Entry> RegisterPage::chosen()
{
    std::vector<ledger::Entry> out;
    for (const int row : table_->all_selected())
        if (const auto* at = rows_.at(row)) out.push_back(at->entry);
    return out;
}

void RegisterPage::choose(const std::vector<int>& rows)
{
    table_->choose(rows);
    show_deeds();
}

void RegisterPage::remove_chosen()
{
    view::RemoveEntries gone;
    for (const auto& entry : chosen()) gone.entries.push_back(entry.id);
    if (gone.entries.size() == 1) send_(view::RemoveEntry{gone.entries.front()});
    else if (!gone.entries.empty()) send_(gone);
}

void RegisterPage::show_deeds()
{
    // What has to be read to be changed stays within a moment; more than that is for `entry edit --search`.
    constexpr int most = 20'000;
    const auto entries = table_->GetSelectedItemsCount() <= most ? chosen() : std::vector<ledger::Entry>{};
    auto deeds = entries.empty() ? model_.deeds : view::deeds_for(entries, words_);
    if (!entries.empty()) deeds.insert(deeds.end(), model_.deeds.begin(), model_.deeds.end());
    deeds_->show(deeds);
    layout_page(*deeds_);
}

ledger::AccountId RegisterPage::account() const
{
    const auto at = static_cast<std::size_t>(account_->GetSelection());
    return at < model_.accounts.size() ? model_.accounts[at] : ledger::AccountId{};
}

const db::RegisterRow* RegisterPage::selected()
{
    const int row = table_->selected();
    return row < 0 ? nullptr : rows_.at(row);
}

void RegisterPage::show(const view::RegisterModel& model, view::RegisterRows rows,
                        std::function<view::Row(const db::RegisterRow&)> cells)
{
    const auto chosen_before = category_->GetSelection();
    const bool same_categories = model.category_labels == model_.category_labels;
    model_ = model;
    rows_ = std::move(rows);
    cells_ = std::move(cells);
    shown_row_ = -1;
    fill(*account_, model.account.labels, model.account.chosen);
    fill(*category_, model.category_labels, same_categories ? chosen_before : 0);
    balance_->set(model.balance);
    count_->SetLabelText(wx(model.count));
    const bool none = model.accounts.empty();
    for (wxWindow* part : {static_cast<wxWindow*>(account_), static_cast<wxWindow*>(search_),
                           static_cast<wxWindow*>(line_), static_cast<wxWindow*>(table_)})
        part->Show(!none);
    nothing_->set(model.nothing);
    nothing_->Show(none || rows_.count() == 0);
    first_steps_->show(model.first_steps);
    if (date_->IsEmpty()) date_->ChangeValue(wx(model.line.date));
    table_->set_columns(model.columns);
    table_->show(static_cast<unsigned>(rows_.count()), [this](unsigned row) -> const view::Row* {
        if (static_cast<std::int64_t>(row) != shown_row_) {
            const auto* at = rows_.at(row);
            if (!at) return nullptr;
            shown_ = cells_(*at);
            shown_row_ = row;
        }
        return &shown_;
    });
    table_->UnselectAll();  // other entries may stand in these rows now
    line_->Show(!none && !model.all);
    show_deeds();
    layout_page(*table_);
}

void RegisterPage::edit(const view::EntryLine& line)
{
    editing_ = line.entry;
    editing_account_ = line.account;
    date_->ChangeValue(wx(line.date));
    payee_->ChangeValue(wx(line.payee));
    memo_->ChangeValue(wx(line.memo));
    amount_->ChangeValue(wx(line.amount));
    side_->SetSelection(line.money_in ? 1 : 0);
    category_->SetSelection(line.category);
    for (wxWindow* part : {static_cast<wxWindow*>(amount_), static_cast<wxWindow*>(category_),
                           static_cast<wxWindow*>(side_), static_cast<wxWindow*>(date_)})
        part->Enable(!line.locked);
    save_->SetLabel(plain_label(words_("Save")));
    cancel_->Show();
    line_->Show();
    line_->Layout();
    layout_page(*line_);
    payee_->SetFocus();
}

void RegisterPage::clear_line()
{
    editing_ = {};
    line_->Show(!model_.all);
    for (auto* box : {payee_, memo_, amount_}) box->ChangeValue({});
    for (wxWindow* part : {static_cast<wxWindow*>(amount_), static_cast<wxWindow*>(category_),
                           static_cast<wxWindow*>(side_), static_cast<wxWindow*>(date_)})
        part->Enable();
    category_->SetSelection(0);
    side_->SetSelection(0);
    save_->SetLabel(plain_label(words_("Add")));
    cancel_->Hide();
    line_->Layout();
}

void RegisterPage::focus_line()
{
    if (model_.all) send_(view::ShowAccount{model_.accounts.front()});  // a new entry belongs to one account
    payee_->SetFocus();
}
void RegisterPage::focus_search()
{
    search_->SetFocus();
}

void RegisterPage::save()
{
    const auto at = static_cast<std::size_t>(std::max(category_->GetSelection(), 0));
    view::SaveEntry entry;
    entry.entry = editing_;
    entry.account = editing_ ? editing_account_ : account();
    entry.date = utf8(date_->GetValue());
    entry.payee = utf8(payee_->GetValue());
    entry.memo = utf8(memo_->GetValue());
    entry.amount = utf8(amount_->GetValue());
    entry.money_in = side_->GetSelection() == 1;
    if (at < model_.categories.size()) entry.category = model_.categories[at];
    send_(entry);
}

}  // namespace desktop
