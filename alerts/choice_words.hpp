#pragma once
#include "alerts/findings.hpp"
#include "ledger/values/choice_words.hpp"

// The words for choices of the alerts that are remembered, in the keys of what was told, and read by scripts.
namespace ledger {

template <>
struct ChoiceWords<alerts::Level> {
    using enum alerts::Level;
    static constexpr WordList<alerts::Level, 4> list{
        {{safe, "safe"}, {tight, "tight"}, {at_risk, "at_risk"}, {will_miss, "will_miss"}}};
};

template <>
struct ChoiceWords<alerts::FollowUpKind> {
    using enum alerts::FollowUpKind;
    static constexpr WordList<alerts::FollowUpKind, 7> list{{{plan_missed, "plan_missed"},
                                                             {call_before_missing, "call_before_missing"},
                                                             {plan_first_reminder, "plan_first_reminder"},
                                                             {plan_last_reminder, "plan_last_reminder"},
                                                             {promise_not_seen, "promise_not_seen"},
                                                             {answer_due, "answer_due"},
                                                             {ask_again, "ask_again"}}};
};

}  // namespace ledger
