#pragma once
#include <optional>
#include <string>
#include <vector>

#include "alerts/rescue/proposal.hpp"
#include "ledger/facts/knowledge.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

/// What follows a talk with a bank: noting it, its counter-offer beside ours, and how those who called behaved.
namespace view {

struct OfferRow {
    std::string what{}, theirs{}, ours{}, differs{};
};

/// A bank's counter-offer beside the best of ours.
struct OfferModel {
    std::string title{}, when{};  ///< when: in which talk it was made
    std::string theirs_title{}, ours_title{}, differs_title{};
    std::vector<OfferRow> rows{};
    std::string affordable{};            ///< what is affordable a month; empty where nothing is known of it
    std::string verdict{};               ///< what to make of it
    std::vector<std::string> ours_is{};  ///< what "ours" is: its title
    std::vector<Action> actions{};       ///< take theirs, stay with ours, ask for something else
};

/// The last counter-offer for this occurrence that has had no answer yet; nullptr where there is none.
const ledger::Contact* standing_offer(const ledger::Book& book, DutyKey duty);

OfferModel offer_model(const ledger::Contact& contact, const alerts::Proposal& proposal,
                       const alerts::Comparison& comparison, const ledger::Book& book, const wording::Words& words);

struct RuleLine {
    std::string id{}, text{}, source{};
};

/// The form in which a talk is noted, with what was noted before.
struct FollowUpFormModel {
    std::string title{};
    std::vector<ledger::Outcome> outcomes{};
    Choice outcome{};
    static constexpr int another_day = 0, only_noted = -1;
    std::vector<int> agreed_options{};  ///< numbers of options, or one of the two above
    Choice agreed{};                    ///< to what; empty where nothing is open
    std::vector<ledger::Channel> channels{};
    Choice channel{};
    std::string now{};                                           ///< "2026-11-22 12:00"
    std::vector<std::optional<ledger::PromiseKind>> promises{};  ///< the first: nothing was promised
    Choice promise{};
    std::string rules_title{}, no_rules{};  ///< no_rules: said where no rules of the region are known
    std::vector<RuleLine> rules{};          ///< for those who collect, in the region of the bank
    std::vector<std::string> record{};      ///< what to write down
    std::string before_title{};
    std::vector<std::string> before{};  ///< earlier talks, the latest first
    std::string conduct_title{};
    std::vector<std::string> not_kept{},
        may_do{};             ///< rules that were not kept in the talks noted, and what can be done
    std::string complaint{};  ///< a letter that asks for it to stop; may be empty
};

/// `region`: whose rules hold. `channel`: by which way the talk was prepared.
FollowUpFormModel follow_up_form(const app::State& state, const ledger::Knowledge& knowledge, ledger::BillId bill,
                                 const std::string& region, const std::string& bank, ledger::Channel channel,
                                 ledger::Moment now, const wording::Words& words);

/// A talk as it was typed.
struct ReadContact {
    ledger::Contact contact{};
    std::optional<ledger::Date> new_due{};
};

/// Trouble: not_a_date, out_of_range (months not 1–120, a fee not 0–5 %, minutes not 0–1440, a time that has not come
/// yet, something missing), not_an_amount, wrong_sign.
ledger::Result<ReadContact> read_contact(const LogContact& typed, const app::State& state, ledger::Moment now,
                                         const wording::Words& words);

/// "0.6", "0.6 %", "０．６％": per cent, as a share. Trouble: not_a_rate.
ledger::Result<ledger::Rate> read_per_cent(const std::string& typed);

/// "2026-11-21 23:10", "12-05 9:30", "today 8:15", "23:10" (today). Trouble: not_a_date; out_of_range where it lies
/// ahead.
ledger::Result<ledger::Moment> read_moment(const std::string& typed, ledger::Moment now, const wording::Words& words);

}  // namespace view
