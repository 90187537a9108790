#include "ui/desktop/pages/follow_up_list.hpp"

#include <wx/statbmp.h>

namespace desktop {

FollowUpList::FollowUpList(wxWindow* parent, view::Send send, bool with_more)
    : wxPanel{parent}, send_{std::move(send)}, with_more_{with_more}
{
    SetSizer(new wxBoxSizer{wxVERTICAL});
}

void FollowUpList::show(const std::vector<view::FollowUpLine>& lines)
{
    auto* all = GetSizer();
    all->Clear(true);
    rows_.clear();
    const auto colours = palette();
    for (const auto& line : lines) {
        auto* row = new wxBoxSizer{wxHORIZONTAL};
        auto* text = new wxBoxSizer{wxVERTICAL};
        text->Add(new Paragraph{this, line.text}, 0, wxEXPAND);
        if (with_more_ && !line.more.empty())
            text->Add(faint(this, line.more), 0, wxEXPAND | wxTOP, FromDIP(space::hair));
        auto* actions = new ActionRow{this, send_, false};
        actions->show(line.actions);
        rows_.push_back(actions);
        row->Add(new wxStaticBitmap{this, wxID_ANY, level_bitmap(line.level, colours)}, 0,
                 (with_more_ ? wxALIGN_TOP : wxALIGN_CENTER_VERTICAL) | wxRIGHT, FromDIP(space::near));
        row->Add(text, 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(space::gap));
        if (with_more_) text->Add(actions, 0, wxEXPAND | wxTOP, FromDIP(space::near));
        else row->Add(actions, 0, wxALIGN_CENTER_VERTICAL);
        all->Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(with_more_ ? space::near : space::hair));
    }
    Show(!lines.empty());
    InvalidateBestSize();
    Layout();
}

}  // namespace desktop
