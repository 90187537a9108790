#include "ui/desktop/pages/guide_panel.hpp"

namespace desktop {

GuidePanel::GuidePanel(wxWindow* parent, view::Send send, const wording::Words& words, std::function<void()> closed)
    : wxPanel{parent}, send_{std::move(send)}
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    title_ = heading(this, {}, 1.2);
    page_ = new wxScrolledWindow{this};
    page_->SetScrollRate(0, FromDIP(12));
    page_->SetSizer(new wxBoxSizer{wxVERTICAL});
    other_ = new ActionRow{this, send_, false};
    close_ = button(this, words("Close"), std::move(closed));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(other_, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, near);
    buttons->Add(close_, 0, wxALIGN_TOP);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(title_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(page_, 1, wxEXPAND | wxBOTTOM, gap);
    all->Add(buttons, 0, wxEXPAND);
    SetSizer(all);
}

void GuidePanel::show(const view::GuideModel& model)
{
    model_ = model;
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    title_->set(model.title);
    page_->Freeze();
    auto* all = page_->GetSizer();
    all->Clear(true);
    for (const auto& paragraph : model.paragraphs)
        all->Add(new Paragraph{page_, paragraph}, 0, wxEXPAND | wxBOTTOM, gap);
    for (const auto& section : model.sections) {
        all->Add(heading(page_, section.title), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
        for (const auto& item : section.items) {
            if (!item.heading.empty()) {
                auto* name = heading(page_, item.heading, 1.0);
                if (item.now) name->set_colour(palette().of(view::Level::at_risk));
                all->Add(name, 0, wxEXPAND);
            }
            all->Add(new Paragraph{page_, item.heading.empty() ? "•  " + item.text : item.text}, 0, wxEXPAND);
            if (!item.source.empty()) all->Add(faint(page_, item.source), 0, wxEXPAND | wxLEFT, FromDIP(14));
            all->AddSpacer(near);
        }
    }
    if (!model.note.empty()) all->Add(faint(page_, model.note), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
    other_->show(model.other ? std::vector{*model.other} : std::vector<view::Action>{});
    page_->FitInside();
    page_->Layout();
    page_->Scroll(0, 0);
    page_->Thaw();
    layout_page(*title_);
    close_->SetFocus();
}

}  // namespace desktop
