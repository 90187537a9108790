#include "ui/desktop/pages/reading_panel.hpp"

#include <wx/menu.h>

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

ReadingPanel::ReadingPanel(wxWindow* parent, view::Send send) : wxPanel{parent}, send_{std::move(send)}
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    choices_ = new wxPanel{this};
    choices_->SetSizer(new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES});
    note_ = faint(this);
    sample_ = new Table{this, {}};
    sample_->SetMinSize(FromDIP(wxSize{300, 120}));
    columns_ = new wxPanel{this};
    column_label_ = new wxStaticText{columns_, wxID_ANY, {}};
    column_ = choice(columns_, {}, -1);
    role_label_ = new wxStaticText{columns_, wxID_ANY, {}};
    role_ = choice(columns_, {}, -1);
    label_for(*column_label_, *column_);
    label_for(*role_label_, *role_);
    auto* columns = new wxBoxSizer{wxHORIZONTAL};
    columns->Add(column_label_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    columns->Add(column_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    columns->Add(role_label_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    columns->Add(role_, 0, wxALIGN_CENTER_VERTICAL);
    columns_->SetSizer(columns);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(choices_, 0, wxEXPAND | wxBOTTOM, near);
    all->Add(note_, 0, wxEXPAND | wxBOTTOM, near);
    all->Add(sample_, 1, wxEXPAND | wxBOTTOM, near);
    all->Add(columns_, 0, wxEXPAND);
    SetSizer(all);
    sample_->Bind(wxEVT_DATAVIEW_COLUMN_HEADER_CLICK, [this](wxDataViewEvent& event) {
        if (event.GetDataViewColumn())
            CallAfter(
                [this, column = static_cast<int>(event.GetDataViewColumn()->GetModelColumn())] { ask_role(column); });
    });
    column_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill_role(); });
    role_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto role = static_cast<std::size_t>(std::max(role_->GetSelection(), 0));
        if (role < model_.roles.size())
            CallAfter([this, to = view::MapColumn{column_->GetSelection() + 1, model_.roles[role]}] { send_(to); });
    });
}

void ReadingPanel::fill_role()
{
    const auto column = static_cast<std::size_t>(std::max(column_->GetSelection(), 0));
    fill(*role_, model_.role_names, column < model_.role_of.size() ? model_.role_of[column] : 0);
}

void ReadingPanel::show(const view::ImportReading& model)
{
    const int chosen = std::max(column_->GetSelection(), 0);
    model_ = model;
    if (lines_.size() != model.choices.size()) {
        choices_->GetSizer()->Clear(true);
        lines_.clear();
        for (std::size_t i = 0; i < model.choices.size(); ++i) {
            auto* label = new wxStaticText{choices_, wxID_ANY, {}};
            auto* box = choice(choices_, {}, -1);
            label_for(*label, *box);
            auto* pair = new wxBoxSizer{wxHORIZONTAL};
            pair->Add(label, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(space::near));
            pair->Add(box, 0, wxALIGN_CENTER_VERTICAL);
            choices_->GetSizer()->Add(pair, 0, wxRIGHT | wxBOTTOM, FromDIP(space::gap));
            box->Bind(wxEVT_CHOICE, [this, i](wxCommandEvent&) {
                const auto& of = model_.choices[i];
                const auto at = static_cast<std::size_t>(std::max(lines_[i].box->GetSelection(), 0));
                if (at < of.keys.size()) CallAfter([this, as = view::ReadAs{of.what, of.keys[at]}] { send_(as); });
            });
            lines_.push_back({label, box});
        }
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        lines_[i].label->SetLabel(plain_label(model.choices[i].label));
        fill(*lines_[i].box, model.choices[i].choice.labels, model.choices[i].choice.chosen);
    }
    const bool columns = !model.columns.empty();
    note_->set(model.columns_note);
    for (wxWindow* part :
         {static_cast<wxWindow*>(note_), static_cast<wxWindow*>(sample_), static_cast<wxWindow*>(columns_)})
        part->Show(columns);
    if (!columns) return;
    set_accessible(*sample_, wx(model.title));
    sample_->set_columns(model.columns);
    sample_->show(model.sample);
    column_label_->SetLabel(plain_label(model.column_label));
    role_label_->SetLabel(plain_label(model.role_label));
    fill(*column_, model.column_names, chosen < static_cast<int>(model.column_names.size()) ? chosen : 0);
    fill_role();
    columns_->Layout();
}

void ReadingPanel::ask_role(int column)
{
    if (column < 0 || static_cast<std::size_t>(column) >= model_.role_of.size()) return;
    column_->SetSelection(column);
    fill_role();
    wxMenu menu;
    for (std::size_t r = 0; r < model_.roles.size(); ++r) {
        auto* item = menu.AppendRadioItem(wxID_ANY, plain_label(model_.role_names[r]));
        item->Check(model_.role_of[static_cast<std::size_t>(column)] == static_cast<int>(r));
        menu.Bind(
            wxEVT_MENU,
            [this, column, role = model_.roles[r]](wxCommandEvent&) {
                CallAfter([this, to = view::MapColumn{column + 1, role}] { send_(to); });
            },
            item->GetId());
    }
    PopupMenu(&menu);
}

}  // namespace desktop
