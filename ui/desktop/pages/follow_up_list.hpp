#pragma once
#include <vector>

#include "ui/desktop/controls/controls.hpp"
#include "ui/viewmodel/follow_ups.hpp"

namespace desktop {

/// What was agreed, promised or noted and wants to be looked at: a line each, with the keys that lead on. Hidden where
/// there is nothing.
class FollowUpList : public wxPanel {
public:
    FollowUpList(wxWindow* parent, view::Send send, bool with_more);  ///< with_more: what it means, too
    void show(const std::vector<view::FollowUpLine>& lines);
    const std::vector<ActionRow*>& rows() const { return rows_; }

private:
    view::Send send_;
    bool with_more_;
    std::vector<ActionRow*> rows_;
};

}  // namespace desktop
