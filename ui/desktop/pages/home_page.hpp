#pragma once
#include <wx/panel.h>

#include "ui/desktop/charts/fan_chart.hpp"
#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/desktop/pages/follow_up_list.hpp"
#include "ui/viewmodel/home.hpp"

namespace desktop {

/// The one sentence that matters most, what is due by danger, and the balance ahead.
class HomePage : public wxPanel {
public:
    HomePage(wxWindow* parent, view::Send send);
    void show(const view::HomeModel& model);

    Card& card() { return *card_; }
    ActionRow& offer() { return *offer_actions_; }
    FollowUpList& follow_ups() { return *follow_ups_; }
    Table& bills() { return *bills_; }
    FanChart& chart() { return *chart_; }

private:
    view::Send send_;
    view::HomeModel model_;
    FollowUpList* follow_ups_;
    wxPanel* offer_;
    Paragraph* offer_text_;
    ActionRow* offer_actions_;
    Card* card_;
    Paragraph* note_;
    wxPanel* figures_;
    wxPanel* rest_;  ///< all that an empty ledger does not show
    Paragraph* bills_title_;
    Paragraph* no_bills_;
    Table* bills_;
    Paragraph* chart_title_;
    wxChoice* account_;
    FanChart* chart_;
};

}  // namespace desktop
