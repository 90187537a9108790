#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/app/session.hpp"

namespace app {

struct AddCategory {
    std::string name{};
    ledger::CategoryId parent{};
    ledger::CategoryKind kind = ledger::CategoryKind::expense;
    bool essential = false;
};

/// Trouble: name_taken (beside the same parent), empty_name; not_a_choice where the name holds a colon, which parts a path.
ledger::Result<ledger::Change> add_category(const State& state, const AddCategory& wanted);

struct EditCategory {
    ledger::CategoryId category{};
    std::optional<std::string> name{};
    std::optional<ledger::CategoryId> parent{};
    std::optional<bool> essential{};
};
ledger::Result<ledger::Change> edit_category(const State& state, const EditCategory& wanted);

/// A rule gets the next number; rules are tried in that order.
ledger::Result<ledger::Change> add_rule(const State& state, ledger::Rule wanted);
ledger::Result<ledger::Change> remove_rule(const State& state, ledger::RuleId rule);

/// The first rule that fits this entry; nullptr when none does.
const ledger::Rule* rule_for(const ledger::Book& book, const ledger::Entry& entry);

/// The entry as the rules would have it; an entry that is a transfer, split or reconciled stays as it is. A category that is set stays too,
/// unless `replace`.
ledger::Entry with_rules(const ledger::Book& book, ledger::Entry entry, bool replace = false);

/// Those of `entries` that the rules would change, as they would be.
std::vector<ledger::Entry> rules_applied(const ledger::Book& book, const std::vector<ledger::Entry>& entries, bool replace = false);

/// Trouble: nothing_to_do when the rules change none of them.
ledger::Result<ledger::Change> apply_rules(const State& state, const std::vector<ledger::Entry>& entries, bool replace = false);

}  // namespace app
