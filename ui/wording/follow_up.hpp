#pragma once
#include <string>
#include <utility>
#include <vector>

#include "alerts/findings.hpp"
#include "alerts/rescue/proposal.hpp"
#include "alerts/telling/contact_log.hpp"
#include "ledger/facts/knowledge.hpp"
#include "ui/wording/words.hpp"

/// What is said after a talk with a bank, and the pages that stand beside every talk.
namespace wording {

/// A thing that wants to be looked at today: the sentence that matters, what it means, what to do.
struct FollowUpWords {
    std::string title{}, body{}, action{};
};
FollowUpWords follow_up_words(const Words& words, const alerts::FollowUp& follow_up);

/// Two offers side by side, row by row, and what follows.
struct ComparisonWords {
    struct Row {
        std::string what{}, theirs{}, ours{}, differs{};
    };  ///< differs: theirs against ours; empty where they are alike
    std::vector<Row> rows{};
    std::string verdict{};
};
ComparisonWords comparison_words(const Words& words, const alerts::Comparison& comparison);

/// One plan for all bills: what to do, in order, each a sentence; then how sure and what it costs.
struct JointPlanWords {
    std::vector<std::string> steps{};
    std::string holds{}, cost{}, advice{};
};
JointPlanWords joint_plan_words(const Words& words, const ledger::Book& book, const alerts::JointPlan& plan);

/// "Eating out ¥420.00, Toys ¥45.00": what to do without, a month.
std::string trimmed(const Words& words, const ledger::Book& book, const std::vector<alerts::AffordableLine>& waits);

/// What was not kept by those who called, calmly, with the rule's source, and what may be done; empty where nothing was
/// found.
struct ConductWords {
    std::vector<std::string>
        found{};  ///< "21 Nov 23:10: no calls or visits between 22:00 and 08:00 without consent (source …)"
    std::vector<std::string> may_do{};
    std::string letter{};  ///< a short letter to the bank that asks for it to stop
};
ConductWords conduct_words(const Words& words, const ledger::Knowledge& knowledge, const ledger::Book& book,
                           const std::vector<alerts::Breach>& breaches, const std::string& region,
                           const std::string& bank);

/// A fact with where it comes from.
struct Sourced {
    std::string text{}, source{};
};

struct StageWords {
    std::string id{}, name{}, when{}, do_now{}, may_happen{};
};

/// What may happen when, what collectors must keep to, who helps, and what to beware of: for a region's banks, in the
/// reader's script.
struct Guide {
    std::string region{};
    std::vector<StageWords> stages{};
    std::vector<Sourced> home_visit{}, rules{}, warnings{}, helplines{};
    std::string old_words{};  ///< what a charge used to be called and still is in older letters; empty where nothing
                              ///< changed its name
    std::string no_rules{};   ///< said where no rules of the region are known here
    std::string disclaimer{};
};
Guide guide(const Words& words, const ledger::Knowledge& knowledge, const std::string& region);

/// A sober page for somebody who cannot see a way. No number that was not well confirmed, and none of a crisis line:
/// none was verified.
struct CarePage {
    std::string title{};
    std::vector<std::string> paragraphs{};
    std::vector<std::string> first_things{};  ///< what comes before any debt
    std::vector<Sourced> free_advice{};
};
CarePage care_page(const Words& words, const ledger::Knowledge& knowledge, const std::string& region);

/// The region whose banks, rules and helplines apply where no bank says otherwise: the preference, else the currency's.
std::string region_of(const ledger::Book& book);

/// The region of the bank behind this duty, else as above.
std::string region_of(const ledger::Knowledge& knowledge, const ledger::Book& book,
                      const std::optional<ledger::Duty>& duty);

}  // namespace wording
