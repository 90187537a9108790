#pragma once
#include <optional>

#include "alerts/rescue/planner.hpp"

namespace alerts {

enum class Verdict {
    above_affordable,     ///< theirs asks for more a month than is affordable
    theirs_may_not_hold,  ///< and ours holds
    neither_holds,
    ours_costs_less,
    theirs_costs_less,
    alike,       ///< both hold and cost the same
    only_theirs  ///< there is nothing of ours to compare with
};

/// A bank's counter-offer beside the best of our own.
struct Comparison {
    Option theirs{};
    std::optional<Option> ours{};
    Verdict verdict{};
    ledger::Money cost_differs{};  ///< theirs − ours; zero without ours
};

/// `ours`: the option the user chose (`chosen`, by number); else the first that asks the bank and holds; else the first
/// that pays.
Comparison compare(const Option& theirs, const Proposal& proposal, std::optional<int> chosen = {},
                   const Policy& policy = {});

}  // namespace alerts
