#pragma once
#include "alerts/assess.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/fan.hpp"
#include "ui/viewmodel/follow_ups.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

struct BillLine {
    DutyKey duty{};
    Row cells{};  ///< as in HomeModel::columns
};

/// A statement that appeared in the watched folder.
struct StatementOffer {
    std::string key{};
    std::filesystem::path file{};
    std::string text{};
    std::vector<Action> actions{};  ///< look at it, or not
};

/// The first page: the one sentence that matters most, what to do by when, and what it rests on.
struct HomeModel {
    bool empty = false;  ///< nothing to judge yet: only the headline and its actions are shown
    Level level = Level::safe;
    std::string headline{};
    std::string advice{};  ///< what to do and by when
    std::string
        note{};  ///< what the judgement cannot know ("not enough history yet"), or an income that is late; may be empty
    std::vector<Action> actions{};  ///< the first is the one step that matters
    std::optional<StatementOffer> offer{};
    std::vector<FollowUpLine> follow_ups{};  ///< what was agreed or noted and wants to be looked at; few
    std::vector<Figure> figures{};
    std::string bills_title{};
    std::string no_bills{};  ///< said in place of an empty list
    std::vector<Column> columns{};
    std::vector<BillLine> bills{};  ///< the most dangerous first
    std::vector<ledger::AccountId> accounts{};
    Choice account{};  ///< whose balance the chart shows
    Fan fan{};
};

/// `account`: whose balance the chart shows; 0 = the one that matters most.
HomeModel home(const app::State& state, const alerts::Assessment& assessment, const wording::Words& words,
               ledger::AccountId account = {});

/// The account that was asked for; else the one in which the most pressing bill is paid, else the first; nullptr where
/// none can pay bills.
const alerts::AccountOutlook* shown_outlook(const alerts::Assessment& assessment, ledger::AccountId wanted);

/// The chart of one account: `past_days` behind today and what is expected ahead, with what falls due on it.
Fan outlook_fan(const app::State& state, const alerts::Assessment& assessment, const wording::Words& words,
                const alerts::AccountOutlook& outlook, int past_days = 20);

}  // namespace view
