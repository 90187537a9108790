#pragma once
#include <wx/dialog.h>
#include <wx/scrolwin.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/viewmodel/account_form.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// An account, new or changed. `check` carries it out and says what is wrong, or nothing when it is done; the dialog
/// stays open until then.
class AccountDialog : public wxDialog {
public:
    using Check = std::function<std::string(const view::SaveAccount&)>;
    AccountDialog(wxWindow* parent, const wording::Words& words, const view::AccountForm& form, Check check);

    wxTextCtrl& name() { return *name_; }
    wxChoice& type() { return *type_; }
    wxChoice& region() { return *region_; }
    wxTextCtrl& statement_day() { return *statement_day_; }
    wxTextCtrl& due_day() { return *due_day_; }
    wxTextCtrl& daily_rate() { return *daily_rate_; }
    void choose_type(ledger::AccountType type);
    void choose_region(int at);
    void accept();

private:
    wxWindow* build_card();
    void show_card(bool card);
    void write(const view::SaveAccount& wanted);
    view::SaveAccount read() const;

    wording::Words words_;
    view::AccountForm form_;
    Check check_;
    wxTextCtrl* name_;
    wxChoice* type_;
    wxTextCtrl* currency_;
    wxTextCtrl* opening_;
    wxTextCtrl* number_;
    wxScrolledWindow* card_;
    wxTextCtrl *statement_day_ = nullptr, *due_day_ = nullptr, *due_after_ = nullptr, *limit_ = nullptr;
    wxChoice *pay_from_ = nullptr, *region_ = nullptr, *interest_ = nullptr;
    wxTextCtrl *minimum_rate_ = nullptr, *minimum_floor_ = nullptr, *daily_rate_ = nullptr, *late_rate_ = nullptr,
               *late_floor_ = nullptr, *late_cap_ = nullptr, *grace_days_ = nullptr, *tolerance_ = nullptr,
               *overdue_since_ = nullptr, *overdue_amount_ = nullptr;
    Paragraph* source_ = nullptr;
    Paragraph* wrong_;
};

}  // namespace desktop
