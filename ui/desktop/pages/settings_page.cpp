#include "ui/desktop/pages/settings_page.hpp"

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

SettingsPage::SettingsPage(wxWindow* parent, view::Send send) : wxScrolledWindow{parent}, send_{std::move(send)}
{
    SetScrollRate(0, FromDIP(12));
}

void SettingsPage::show(const view::SettingsModel& model)
{
    Freeze();
    clear(*this);
    model_ = model;
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap), group = FromDIP(space::group);
    auto* all = new wxBoxSizer{wxVERTICAL};
    Form* form = nullptr;
    const auto start = [&](const std::string& title) {
        all->Add(heading(this, title, 1.15), 0, wxEXPAND | wxTOP | wxLEFT | wxRIGHT, edge);
        form = new Form{this, 190};
        all->Add(form, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, edge);
        all->AddSpacer(group - edge);
    };
    const auto note = [&](const std::string& text) {
        if (!text.empty()) form->add_line(faint(this, text));
    };
    const auto spin = [&](int value, int least, int most) {
        return new wxSpinCtrl{this,  wxID_ANY, {},   wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS,
                              least, most,     value};
    };
    const auto& p = model.preferences;
    start(model.look);
    form->add(model.language_label, language_ = choice(this, model.language.labels, model.language.chosen), false);
    form->add(model.theme_label, theme_ = choice(this, model.theme.labels, model.theme.chosen), false);
    note(model.theme_note);
    form->add(model.region_label, region_ = choice(this, model.region.labels, model.region.chosen), false);
    note(model.region_note);
    start(model.money);
    form->add(model.currency_label, currency_ = choice(this, model.currency.labels, model.currency.chosen), false);
    form->add(model.buffer_label, buffer_ = text_box(this, model.buffer), false);
    note(model.buffer_note);
    start(model.warning);
    form->add(model.lead_label, lead_ = spin(p.lead_days, 1, 60), false);
    note(model.lead_note);
    form->add_line(notify_ = new wxCheckBox{this, wxID_ANY, plain_label(model.notify_label)});
    notify_->SetValue(p.notify);
    form->add(model.quiet_label, quiet_from_ = spin(p.quiet_from, 0, 23), false);
    form->add(model.quiet_to_label, quiet_to_ = spin(p.quiet_to, 0, 23), false);
    form->add_line(autostart_ = new wxCheckBox{this, wxID_ANY, plain_label(model.autostart_label)});
    autostart_->SetValue(p.autostart);
    note(model.tray_note);
    start(model.data);
    form->add(model.name_label, name_ = text_box(this, p.holder_name), false);
    name_->SetMinSize(FromDIP(wxSize{220, -1}));
    note(model.name_note);
    form->add_line(watch_ = new wxCheckBox{this, wxID_ANY, plain_label(model.watch_label)});
    watch_->SetValue(!p.watched_folder.empty());
    form->add(model.watch_folder_label, watched_ = text_box(this, model.watch_folder), false);
    watched_->SetMinSize(FromDIP(wxSize{320, -1}));
    auto* choose = new ActionRow{this, send_, false};
    choose->show({model.choose_watched});
    form->add_line(choose);
    note(model.watch_note);
    auto* file = new Paragraph{this, model.file};
    form->add(model.file_label, file);
    auto* data = new ActionRow{this, send_, false};
    data->show({model.back_up, model.open});
    form->add_line(data);
    all->Add(button(this, model.save, [this] { save(); }), 0, wxALL, edge);
    (void)gap;
    SetSizer(all);
    FitInside();
    Layout();
    Thaw();
    // What is only chosen, not typed, holds at once.
    for (auto* box : {language_, theme_, region_, currency_})
        box->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { CallAfter([this] { save(); }); });
    for (auto* box : {notify_, autostart_, watch_})
        box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { CallAfter([this] { save(); }); });
    for (auto* box : {buffer_, name_, watched_})
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { save(); }); });
}

void SettingsPage::save()
{
    view::SaveSettings wanted;
    auto& p = wanted.preferences = model_.preferences;
    const auto picked = [](const std::vector<std::string>& keys, const wxChoice* box) {
        return keys[static_cast<std::size_t>(std::max(box->GetSelection(), 0))];
    };
    p.language = picked(model_.language_keys, language_);
    p.theme = picked(model_.theme_keys, theme_);
    p.region = picked(model_.region_keys, region_);
    if (const auto currency = ledger::parse_currency(picked(model_.currency_keys, currency_))) p.currency = *currency;
    p.lead_days = lead_->GetValue();
    p.quiet_from = quiet_from_->GetValue();
    p.quiet_to = quiet_to_->GetValue();
    p.notify = notify_->GetValue();
    p.autostart = autostart_->GetValue();
    p.holder_name = utf8(name_->GetValue());
    p.watched_folder = watch_->GetValue() ? utf8(watched_->GetValue()) : std::string{};
    wanted.buffer = utf8(buffer_->GetValue());
    send_(wanted);
}

}  // namespace desktop
