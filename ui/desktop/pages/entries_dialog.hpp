#pragma once
#include <wx/checkbox.h>
#include <wx/dialog.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// What the chosen entries shall have in common. What is not ticked stays as it is.
class EntriesDialog : public wxDialog {
public:
    EntriesDialog(wxWindow* parent, const wording::Words& words, std::size_t entries,
                  const std::vector<std::string>& category_labels, const std::vector<ledger::CategoryId>& categories);
    view::ChangeEntries wanted(std::vector<ledger::EntryId> entries) const;

private:
    std::vector<ledger::CategoryId> categories_;
    wxCheckBox *set_category_, *set_payee_;
    wxChoice* category_;
    wxTextCtrl* payee_;
};

}  // namespace desktop
