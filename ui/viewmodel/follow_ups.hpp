#pragma once
#include "alerts/findings.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// Something agreed, promised or noted that wants to be looked at today: one calm line, and the key that leads on.
struct FollowUpLine {
    Level level = Level::tight;
    std::string text{};
    std::string more{};             ///< what it means and what to do; may be empty
    std::vector<Action> actions{};  ///< the first leads to the talk or the bill
};

/// The most pressing first.
std::vector<FollowUpLine> follow_ups(const app::State& state, const alerts::Assessment& assessment,
                                     const wording::Words& words);

/// At most `most` lines; the last says how many more there are, and leads to them.
std::vector<FollowUpLine> first_of(std::vector<FollowUpLine> lines, std::size_t most, const wording::Words& words);

}  // namespace view
