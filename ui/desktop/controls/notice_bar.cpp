#include "ui/desktop/controls/notice_bar.hpp"

#include <optional>

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

NoticeBar::NoticeBar(wxWindow* parent, view::Send send, const std::string& close_label)
    : wxPanel{parent}, send_{std::move(send)}
{
    text_ = new Paragraph{this};
    button_ = new wxButton{this, wxID_ANY, {}};
    close_ = new wxButton{this, wxID_ANY, wx("×"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT | wxBORDER_NONE};
    close_->SetToolTip(wx(close_label));
    set_accessible(*close_, wx(close_label));
    auto* all = new wxBoxSizer{wxHORIZONTAL};
    all->Add(text_, 1, wxALIGN_CENTER_VERTICAL | wxLEFT | wxTOP | wxBOTTOM, FromDIP(space::gap - 2));
    all->Add(button_, 0, wxALIGN_CENTER_VERTICAL | wxLEFT, FromDIP(space::gap));
    all->Add(close_, 0, wxALIGN_CENTER_VERTICAL | wxLEFT | wxRIGHT, FromDIP(space::near));
    SetSizer(all);
    button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        const auto intent = action_.intent;
        hide();
        CallAfter([send = send_, intent] { send(intent); });
    });
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { hide(); });
    Hide();
}

void NoticeBar::say(const std::string& text, bool wrong, const std::optional<view::Action>& action)
{
    said_ = text;
    if (text.empty()) return hide();
    const auto colours = palette();
    const auto level = wrong ? view::Level::at_risk : view::Level::safe;
    SetBackgroundColour(colours.soft(level));
    close_->SetForegroundColour(colours.ink);
    text_->set_colour(colours.ink);
    text_->set(text);
    button_->Show(action.has_value());
    if (action) {
        action_ = *action;
        button_->SetLabel(plain_label(action->label));
    }
    Show();
    set_accessible(*this, wx(text));
    GetParent()->Layout();
    Layout();
    Refresh();
}

void NoticeBar::hide()
{
    said_.clear();
    if (!IsShown()) return;
    Hide();
    GetParent()->Layout();
}

}  // namespace desktop
