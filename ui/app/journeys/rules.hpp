#pragma once
#include <vector>

#include "ui/app/journeys/journey.hpp"

namespace app {

/// A new rule stands last. Trouble: nothing_to_do where it looks at nothing or does nothing, out_of_range.
ledger::Result<ledger::Change> add_rule(const State& state, ledger::Rule wanted);
ledger::Result<ledger::Change> edit_rule(const State& state, const ledger::Rule& wanted);
ledger::Result<ledger::Change> remove_rule(const State& state, ledger::RuleId rule);

/// Moves a rule so many places towards the end, or towards the front where negative; as far as there is room.
ledger::Result<ledger::Change> move_rule(const State& state, ledger::RuleId rule, int places);

/// In the order in which they are tried.
std::vector<ledger::Rule> rules_in_order(const ledger::Book& book);

/// "Always like this": the rule that gives this payee the category of the entry, or changes the one that is there for
/// the payee.
ledger::Result<ledger::Change> always_like(const State& state, const ledger::Entry& entry);

struct RuleWish {
    ledger::AccountId account{};  ///< only entries of this one; 0 = all
    ledger::RuleId rule{};        ///< only where this one is the first that fits; 0 = all
    bool replace = false;         ///< also where a category is set already
};

/// What the rules do to entries.
struct RuleEffects {
    std::vector<ledger::Entry> before{}, after{};  ///< the entries that change, in the same order
    std::vector<ledger::Entry> added{};            ///< other sides of transfers that had no entry yet
};

/// An entry that is a transfer, split or reconciled stays as it is. A rule that says "transfer" links the entry with
/// the one of opposite amount on the other account within a few days, or makes it; it needs both accounts in one
/// currency. `entries`: of every account that may matter.
RuleEffects rules_applied(const ledger::Book& book, const std::vector<ledger::Entry>& entries,
                          const RuleWish& wish = {});

/// Trouble: nothing_to_do when the rules change none of them.
ledger::Result<ledger::Change> apply_rules(const State& state, const std::vector<ledger::Entry>& entries,
                                           const RuleWish& wish = {});

/// For an import: makes transfers of those new entries of the Change of which a rule says so. `elsewhere`: entries of
/// other accounts around.
void link_by_rules(const ledger::Book& book, const std::vector<ledger::Entry>& elsewhere, ledger::Change& change);

}  // namespace app
