#include "ui/desktop/pages/warnings_page.hpp"

#include <wx/statline.h>

#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/controls/tab_order.hpp"

namespace desktop {

WarningsPage::WarningsPage(wxWindow* parent, view::Send send, const wording::Words& words)
    : wxPanel{parent}, send_{std::move(send)}, words_{words}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap);
    nothing_ = faint(this);
    follow_ups_ = new FollowUpList{this, send_, true};
    actions_ = new ActionRow{this, send_, false};
    table_ = new Table{this, wx(words_("Warnings"))};
    auto* left = new wxBoxSizer{wxVERTICAL};
    left->Add(heading(this, words_("Warnings")), 0, wxEXPAND | wxBOTTOM, gap);
    left->Add(follow_ups_, 0, wxEXPAND | wxBOTTOM, gap);
    left->Add(nothing_, 0, wxEXPAND | wxBOTTOM, gap);
    left->Add(table_, 1, wxEXPAND);
    left->Add(actions_, 0, wxEXPAND | wxTOP, gap);
    side_ = new wxSimplebook{this};
    page_ = new wxScrolledWindow{side_};
    page_->SetScrollRate(0, FromDIP(12));
    page_->SetSizer(new wxBoxSizer{wxVERTICAL});
    contact_ = new ContactPanel{side_, send_, words_, [this] { close_side(); }};
    joint_plan_ = new JointPlanPanel{side_, send_, words_, [this] { close_side(); }};
    guide_ = new GuidePanel{side_, send_, words_, [this] { close_side(); }};
    for (auto* leaf : std::initializer_list<wxWindow*>{page_, contact_, joint_plan_, guide_}) side_->AddPage(leaf, {});
    left_ = left;
    auto* all = new wxBoxSizer{wxHORIZONTAL};
    all->Add(left, 1, wxEXPAND | wxLEFT | wxTOP | wxBOTTOM, edge);
    all->Add(side_, 1, wxEXPAND | wxALL, edge);
    SetSizer(all);
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int row = table_->selected();
        if (row < 0 || row >= static_cast<int>(model_.rows.size())) return;
        CallAfter([this, duty = model_.rows[static_cast<std::size_t>(row)].duty] { send_(view::ShowWarning{duty}); });
    });
}

void WarningsPage::show(const view::WarningsModel& model)
{
    model_ = model;
    follow_ups_->show(model.follow_ups);
    actions_->show(model.actions);
    nothing_->set(model.nothing);
    nothing_->Show(model.rows.empty());
    table_->Show(!model.rows.empty());
    table_->set_columns(model.columns);
    std::vector<view::Row> rows;
    for (const auto& row : model.rows) rows.push_back(row.cells);
    table_->show(rows);
    if (model.rows.empty()) {  // what was shown is over
        detail_.reset();
        first_ = nullptr;
        page_->GetSizer()->Clear(true);
    }
    open(static_cast<Leaf>(side_->GetSelection()));
}

void WarningsPage::choose(view::DutyKey duty)
{
    for (std::size_t i = 0; i < model_.rows.size(); ++i)
        if (model_.rows[i].duty == duty) return table_->select(static_cast<int>(i));
    table_->UnselectAll();
}

void WarningsPage::show(const view::WarningDetail& detail)
{
    const bool same = detail_ && detail_->duty == detail.duty;
    detail_ = detail;
    page_->Freeze();
    auto* all = page_->GetSizer();
    all->Clear(true);
    first_ = nullptr;
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    auto* card = new Card{page_, send_};
    card->show(detail.level, detail.headline, detail.advice,
               detail.offer ? std::vector{*detail.offer} : std::vector<view::Action>{});
    all->Add(card, 0, wxEXPAND | wxBOTTOM, gap);
    if (!detail.shortage.empty()) all->Add(new Paragraph{page_, detail.shortage}, 0, wxEXPAND | wxBOTTOM, near);
    if (!detail.causes.empty()) {
        all->Add(heading(page_, detail.causes_title), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
        for (const auto& cause : detail.causes)
            all->Add(new Paragraph{page_, "•  " + cause}, 0, wxEXPAND | wxBOTTOM, near);
    }
    all->Add(heading(page_, detail.ways_title), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
    if (!detail.counsel.empty()) all->Add(new Paragraph{page_, detail.counsel}, 0, wxEXPAND | wxBOTTOM, near);
    for (const auto& option : detail.options) add_option(option, detail);
    if (detail.options.empty()) all->Add(new Paragraph{page_, detail.no_option}, 0, wxEXPAND | wxBOTTOM, near);
    all->Add(faint(page_, detail.bank_note), 0, wxEXPAND | wxTOP | wxBOTTOM, near);
    auto* buttons = new ActionRow{page_, send_};
    buttons->show({{detail.contact, view::StartContact{detail.duty}}, {detail.pay, view::ShowBill{detail.duty}}});
    all->Add(buttons, 0, wxEXPAND);
    if (!first_) first_ = buttons->buttons().front();
    page_->FitInside();
    page_->Layout();
    if (!same) page_->Scroll(0, 0);
    page_->Thaw();
    if (!same) open(detail_leaf);
}

void WarningsPage::focus_ways()
{
    if (first_ && leaf() == detail_leaf) first_->SetFocus();
}

void WarningsPage::add_option(const view::OptionRow& option, const view::WarningDetail& detail)
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    auto* all = page_->GetSizer();
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* text = new wxBoxSizer{wxVERTICAL};
    text->Add(heading(page_, option.title, 1.0), 0, wxEXPAND);
    if (!option.figures.empty())
        text->Add(new Paragraph{page_, option.figures}, 0, wxEXPAND | wxTOP, FromDIP(space::hair));
    if (!option.why.empty()) text->Add(faint(page_, option.why), 0, wxEXPAND | wxTOP, FromDIP(space::hair));
    for (const auto& risk : option.risks)
        text->Add(faint(page_, "•  " + risk), 0, wxEXPAND | wxTOP, FromDIP(space::hair));
    row->Add(text, 1, wxEXPAND | wxRIGHT, gap);
    const auto duty = detail.duty;
    auto* choose =
        option.needs_bank
            ? button(page_, words_("Ask for this…"),
                     [this, duty, n = option.number] { send_(view::ContactChoice{.duty = duty, .option = n}); })
            : button(page_, detail.accept, [this, duty, n = option.number] {
                  send_(view::AcceptOption{duty, n});
              });
    set_accessible(*choose, choose->GetLabelText() + ": " + wx(option.title));
    if (!first_) first_ = choose;
    row->Add(choose, 0, wxALIGN_TOP);
    all->Add(row, 0, wxEXPAND | wxBOTTOM, near);
    all->Add(new wxStaticLine{page_}, 0, wxEXPAND | wxBOTTOM, near);
}

void WarningsPage::show(const view::ContactModel& contact)
{
    open(contact_leaf);
    contact_->show(contact);
    layout_page(*contact_);
}

void WarningsPage::show(const view::JointPlanModel& plan)
{
    open(joint_plan_leaf);
    joint_plan_->show(plan);
}

void WarningsPage::show(const view::GuideModel& guide)
{
    if (leaf() != guide_leaf) before_guide_ = leaf();
    open(guide_leaf);
    guide_->show(guide);
}

void WarningsPage::close_side()
{
    open(leaf() == guide_leaf ? static_cast<Leaf>(before_guide_) : detail_leaf);
    focus_ways();
}

void WarningsPage::back_to_list()
{
    open(detail_leaf);
}

/// The list makes room for what wants to be read or answered in peace.
void WarningsPage::open(Leaf leaf)
{
    side_->SetSelection(leaf);
    GetSizer()->Show(left_, leaf == detail_leaf);
    if (leaf == detail_leaf) {  // not what has nothing to show
        follow_ups_->Show(!model_.follow_ups.empty());
        actions_->Show(!model_.actions.empty());
        nothing_->Show(model_.rows.empty());
        table_->Show(!model_.rows.empty());
    }
    layout_page(*side_);
    let_tab_in(*side_);
}

bool WarningsPage::talking() const
{
    return side_->GetSelection() == contact_leaf;
}

}  // namespace desktop
