#pragma once
#include <wx/combobox.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/viewmodel/register.hpp"

namespace desktop {

/// One account's entries, newest first, with the balance after each; a line above to type the next one. Enter saves.
class RegisterPage : public wxPanel {
public:
    using Complete = std::function<std::vector<std::string>(const std::string& start)>;  ///< payees that start so
    using Usual = std::function<view::Proposal(const std::string& payee)>;               ///< what this payee usually is

    RegisterPage(wxWindow* parent, view::Send send, const wording::Words& words, Complete complete, Usual usual);

    /// `rows` is read as they come into sight; `cells` turns one into what is shown.
    void show(const view::RegisterModel& model, view::RegisterRows rows,
              std::function<view::Row(const db::RegisterRow&)> cells);
    void edit(const view::EntryLine& line);  ///< puts an entry into the line
    void clear_line();                       ///< after it was saved; the date and the account stay
    void focus_line();
    void focus_search();

    Table& table() { return *table_; }
    ActionRow& deeds() { return *deeds_; }
    wxChoice& accounts() { return *account_; }
    wxTextCtrl& date() { return *date_; }
    wxTextCtrl& payee() { return *payee_; }
    wxTextCtrl& amount() { return *amount_; }
    wxTextCtrl& memo() { return *memo_; }
    wxChoice& category() { return *category_; }
    wxSearchCtrl& search() { return *search_; }
    void save();
    void propose();                             ///< fills in what the payee usually is, where nothing was typed yet
    void choose(const std::vector<int>& rows);  ///< marks them, and offers what can be done with them

private:
    void build_line(wxSizer& into);
    void listen();
    ledger::AccountId account() const;
    const db::RegisterRow* selected();
    std::vector<ledger::Entry> chosen();
    void show_deeds();
    void remove_chosen();

    view::Send send_;
    wording::Words words_;
    Complete complete_;
    Usual usual_;
    view::RegisterModel model_;
    view::RegisterRows rows_;
    std::function<view::Row(const db::RegisterRow&)> cells_;
    view::Row shown_;
    std::int64_t shown_row_ = -1;
    ledger::EntryId editing_{};
    ledger::AccountId editing_account_{};

    wxChoice* account_;
    wxSearchCtrl* search_;
    Paragraph* balance_;
    wxStaticText* count_;
    wxPanel* line_;
    wxTextCtrl* date_;
    wxTextCtrl* payee_;
    wxChoice* category_;
    wxTextCtrl* memo_;
    wxChoice* side_;
    wxTextCtrl* amount_;
    wxButton* save_;
    wxButton* cancel_;
    Paragraph* nothing_;
    ActionRow* first_steps_;
    ActionRow* deeds_;
    Table* table_;
};

}  // namespace desktop
