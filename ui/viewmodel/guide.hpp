#pragma once
#include "ledger/facts/knowledge.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

struct GuideItem {
    std::string heading{}, text{};
    std::string source{};  ///< where it comes from, and when it was read; may be empty
    bool now = false;      ///< this is where things stand
};

struct GuideSection {
    std::string title{};
    std::vector<GuideItem> items{};
    bool folded = false;  ///< good to know, and opened when wanted
};

/// A page to read: what may come when, or the one for somebody who can bear no more.
struct GuideModel {
    std::string title{};
    std::vector<std::string> paragraphs{};
    std::vector<GuideSection> sections{};
    std::string note{};             ///< that it is no advice, and where it comes from
    std::optional<Action> other{};  ///< leads to the other page
};

/// What may happen when, home visits, rules for collectors, fraud, who helps. With `days_after_due` the stage that
/// holds now is marked.
GuideModel guide(const ledger::Knowledge& knowledge, const std::string& region, std::optional<int> days_after_due,
                 DutyKey duty, const wording::Words& words);

/// For somebody who cannot see a way: what comes before any debt, and who advises for nothing. Names no number that was
/// not verified.
GuideModel care(const ledger::Knowledge& knowledge, const std::string& region, DutyKey duty,
                const wording::Words& words);

}  // namespace view
