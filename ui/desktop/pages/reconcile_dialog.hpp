#pragma once
#include <set>

#include <wx/dialog.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/viewmodel/reconcile.hpp"

namespace desktop {

/// An account beside its statement: the balance that is typed, what the ledger has, the difference, and the entries no
/// statement has confirmed. A chosen entry can be left out. "Reconcile" closes it when both agree; an adjusting entry
/// is made only when it is asked for.
class ReconcileDialog : public wxDialog {
public:
    using Look = std::function<view::ReconcileModel(const view::Reconcile&)>;
    using Accept = std::function<std::string(const view::Reconcile&)>;  ///< empty = done, else what is wrong

    ReconcileDialog(wxWindow* parent, const wording::Words& words, ledger::AccountId account, const std::string& date,
                    Look look, Accept accept);
    wxTextCtrl& balance() { return *balance_; }
    Table& table() { return *table_; }
    const view::ReconcileModel& model() const { return model_; }
    void look();
    void leave_out();
    void accept(bool adjust);

private:
    view::Reconcile wanted() const;
    ledger::AccountId account_;
    Look look_;
    Accept accept_;
    view::ReconcileModel model_;
    std::set<ledger::EntryId> left_out_;
    wxTextCtrl *balance_, *date_;
    Paragraph *said_, *wrong_;
    Table* table_;
    wxButton *ok_, *adjust_;
};

}  // namespace desktop
