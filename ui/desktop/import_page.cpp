#include "ui/desktop/import_page.hpp"

#include <wx/timer.h>

#include "ui/desktop/accessible.hpp"

namespace desktop {

using view::ImportStage;

ImportPage::ImportPage(wxWindow* parent, view::Send send) : wxPanel{parent}, send_{std::move(send)}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap), near = FromDIP(space::near);
    sentence_ = heading(this, {}, 1.25);
    remarks_ = new wxPanel{this};
    remarks_->SetSizer(new wxBoxSizer{wxVERTICAL});
    gauge_ = new wxGauge{this, wxID_ANY, 100};
    into_ = new wxPanel{this};
    account_label_ = new wxStaticText{into_, wxID_ANY, {}};
    account_ = choice(into_, {}, -1);
    label_for(*account_label_, *account_);
    counts_ = new Paragraph{into_};
    auto* into = new wxBoxSizer{wxHORIZONTAL};
    into->Add(account_label_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    into->Add(account_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, gap);
    into->Add(counts_, 1, wxALIGN_CENTER_VERTICAL);
    into_->SetSizer(into);
    table_ = new Table{this, {}};
    actions_ = new ActionRow{this, send_};
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(sentence_, 0, wxEXPAND | wxALL, edge);
    all->Add(remarks_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(gauge_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(into_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(table_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(actions_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    SetSizer(all);
    account_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(account_->GetSelection());
        if (at >= model_.accounts.size()) return;
        CallAfter([this, id = model_.accounts[at]] { id ? send_(view::ImportInto{id}) : send_(view::NewAccount{}); });
    });
    pulse_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { gauge_->Pulse(); });
}

void ImportPage::show(const view::ImportModel& model)
{
    model_ = model;
    const bool preview = model.stage == ImportStage::preview, reading = model.stage == ImportStage::reading;
    sentence_->set(model.sentence);
    remarks_->GetSizer()->Clear(true);
    for (const auto& remark : model.remarks) {
        auto* line = preview || model.stage == ImportStage::failed ? new Paragraph{remarks_, remark} : faint(remarks_, remark);
        remarks_->GetSizer()->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::hair));
    }
    remarks_->Show(!model.remarks.empty());
    gauge_->Show(reading);
    if (reading) pulse_.Start(120);
    else pulse_.Stop();
    into_->Show(preview);
    account_label_->SetLabel(plain_label(model.account_label));
    if (preview) fill(*account_, model.account.labels, model.account.chosen);
    into_->Layout();
    counts_->set(model.counts);
    table_->Show(preview);
    set_accessible(*table_, wx(model.sentence));
    if (preview) {
        table_->set_columns(model.columns);
        table_->show(model.rows);
    }
    std::vector<view::Action> actions;
    if (model.can_import) actions.push_back(model.import);
    if (!reading) actions.push_back(model.other);
    if (preview || reading) actions.push_back(model.drop);
    actions_->show(actions);
    layout_page(*table_);
}

}  // namespace desktop
