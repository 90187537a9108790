#pragma once
#include <wx/dialog.h>

#include "ui/desktop/parts.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// A new account. `check` carries it out and says what is wrong, or nothing when it is done; the dialog stays open until then.
class AccountDialog : public wxDialog {
public:
    using Check = std::function<std::string(const view::SaveAccount&)>;
    AccountDialog(wxWindow* parent, const wording::Words& words, const ledger::Book& book, const view::SaveAccount& suggested, Check check);

    wxTextCtrl& name() { return *name_; }
    void accept();

private:
    void show_card(bool card);
    wording::Words words_;
    Check check_;
    std::vector<ledger::AccountId> payers_;
    wxTextCtrl* name_;
    wxChoice* type_;
    wxTextCtrl* currency_;
    wxTextCtrl* opening_;
    wxTextCtrl* number_;
    wxPanel* card_;
    wxTextCtrl* statement_day_;
    wxTextCtrl* due_day_;
    wxTextCtrl* limit_;
    wxChoice* pay_from_;
    Paragraph* wrong_;
};

}  // namespace desktop
