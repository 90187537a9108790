#include "ui/desktop/pages/entries_dialog.hpp"

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

EntriesDialog::EntriesDialog(wxWindow* parent, const wording::Words& words, std::size_t entries,
                             const std::vector<std::string>& category_labels,
                             const std::vector<ledger::CategoryId>& categories)
    : wxDialog{parent, wxID_ANY, wx(words("Change the chosen entries"))}, categories_{categories}
{
    const int edge = FromDIP(space::edge), near = FromDIP(space::near);
    auto* about = new Paragraph{this, words.plural("{n} entry is chosen. One undo takes the change back.",
                                                   "{n} entries are chosen. One undo takes the change back.",
                                                   static_cast<std::int64_t>(entries))};
    about->SetMinSize(FromDIP(wxSize{420, -1}));
    set_category_ = new wxCheckBox{this, wxID_ANY, plain_label(words("Give them the category"))};
    category_ = choice(this, category_labels, 0);
    set_accessible(*category_, wx(words("Category")));
    set_payee_ = new wxCheckBox{this, wxID_ANY, plain_label(words("Give them the payee"))};
    payee_ = text_box(this, {}, {}, false);
    set_accessible(*payee_, wx(words("Payee")));
    auto* ok = new wxButton{this, wxID_OK, plain_label(words("Change them"))};
    auto* cancel = new wxButton{this, wxID_CANCEL, plain_label(words("Cancel"))};
    ok->SetDefault();
    ok->Disable();
    const auto ticked = [this, ok](wxCommandEvent&) {
        ok->Enable(set_category_->GetValue() || set_payee_->GetValue());
    };
    set_category_->Bind(wxEVT_CHECKBOX, ticked);
    set_payee_->Bind(wxEVT_CHECKBOX, ticked);
    category_->Bind(wxEVT_CHOICE, [this, ok](wxCommandEvent&) { set_category_->SetValue(true), ok->Enable(); });
    payee_->Bind(wxEVT_TEXT, [this, ok](wxCommandEvent&) { set_payee_->SetValue(true), ok->Enable(); });
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, near);
    buttons->Add(ok);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(about, 0, wxEXPAND | wxALL, edge);
    for (wxWindow* part : {static_cast<wxWindow*>(set_category_), static_cast<wxWindow*>(category_),
                           static_cast<wxWindow*>(set_payee_), static_cast<wxWindow*>(payee_)})
        all->Add(part, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, near + edge / 2);
    all->Add(buttons, 0, wxEXPAND | wxALL, edge);
    SetSizerAndFit(all);
    CentreOnParent();
    category_->SetFocus();
}

view::ChangeEntries EntriesDialog::wanted(std::vector<ledger::EntryId> entries) const
{
    view::ChangeEntries out{.entries = std::move(entries)};
    if (set_category_->GetValue())
        out.category = categories_[static_cast<std::size_t>(std::max(category_->GetSelection(), 0))];
    if (set_payee_->GetValue()) out.payee = utf8(payee_->GetValue());
    return out;
}

}  // namespace desktop
