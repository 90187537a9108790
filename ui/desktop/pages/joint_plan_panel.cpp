#include "ui/desktop/pages/joint_plan_panel.hpp"

#include <wx/statbmp.h>
#include <wx/statline.h>

namespace desktop {

JointPlanPanel::JointPlanPanel(wxWindow* parent, view::Send send, const wording::Words& words,
                               std::function<void()> closed)
    : wxPanel{parent}, send_{std::move(send)}, words_{words}
{
    const int gap = FromDIP(space::gap);
    title_ = heading(this, {}, 1.2);
    page_ = new wxScrolledWindow{this};
    page_->SetScrollRate(0, FromDIP(12));
    page_->SetSizer(new wxBoxSizer{wxVERTICAL});
    close_ = button(this, words("Close"), std::move(closed));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(title_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(page_, 1, wxEXPAND | wxBOTTOM, gap);
    all->Add(close_, 0, wxALIGN_RIGHT);
    SetSizer(all);
}

void JointPlanPanel::show(const view::JointPlanModel& model)
{
    model_ = model;
    title_->set(model.title);
    page_->Freeze();
    page_->GetSizer()->Clear(true);
    accepts_.clear();
    if (!model.nothing.empty()) page_->GetSizer()->Add(new Paragraph{page_, model.nothing}, 0, wxEXPAND);
    for (const auto& plan : model.plans) add(plan);
    page_->FitInside();
    page_->Layout();
    page_->Scroll(0, 0);
    page_->Thaw();
    layout_page(*title_);
    if (!accepts_.empty() && !accepts_.front()->buttons().empty()) accepts_.front()->buttons().front()->SetFocus();
    else close_->SetFocus();
}

void JointPlanPanel::add(const view::JointPlanView& plan)
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    auto* all = page_->GetSizer();
    if (!plan.advice.empty()) all->Add(new Paragraph{page_, plan.advice}, 0, wxEXPAND | wxBOTTOM, gap);
    if (!plan.moves.empty()) all->Add(heading(page_, plan.moves_title), 0, wxEXPAND | wxBOTTOM, near);
    for (const auto& move : plan.moves) all->Add(new Paragraph{page_, "•  " + move}, 0, wxEXPAND | wxBOTTOM, near);
    all->Add(heading(page_, plan.bills_title), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
    for (const auto& row : plan.rows) {
        auto* line = new wxBoxSizer{wxHORIZONTAL};
        auto* name = new wxBoxSizer{wxVERTICAL};
        name->Add(heading(page_, row.cells[0].text, 1.0), 0, wxEXPAND);
        name->Add(faint(page_, words_.fill("{amount}, due {date}", fmt::arg("amount", row.cells[2].text),
                                           fmt::arg("date", row.cells[1].text))),
                  0, wxEXPAND);
        line->Add(name, 2, wxRIGHT, gap);
        line->Add(new wxStaticBitmap{page_, wxID_ANY, level_bitmap(*row.cells[3].level, palette())}, 0, wxRIGHT | wxTOP,
                  FromDIP(space::hair));
        line->Add(new Paragraph{page_, row.cells[3].text}, 3, wxLEFT, near);
        all->Add(line, 0, wxEXPAND | wxBOTTOM, near);
        all->Add(new wxStaticLine{page_}, 0, wxEXPAND | wxBOTTOM, near);
    }
    for (const auto* text : {&plan.outcome, &plan.affordable, &plan.after})
        if (!text->empty()) all->Add(new Paragraph{page_, *text}, 0, wxEXPAND | wxTOP, near);
    if (!plan.accept) return;
    auto* accept = new ActionRow{page_, send_};
    accept->show({*plan.accept});
    accepts_.push_back(accept);
    all->Add(accept, 0, wxEXPAND | wxTOP | wxBOTTOM, gap);
}

}  // namespace desktop
