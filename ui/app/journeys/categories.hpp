#pragma once
#include <optional>
#include <string>

#include "ui/app/journeys/journey.hpp"

namespace app {

struct AddCategory {
    std::string name{};
    ledger::CategoryId parent{};
    ledger::CategoryKind kind = ledger::CategoryKind::expense;
    bool essential = false;
};

/// Trouble: name_taken (beside the same parent), empty_name; not_a_choice where the name holds a colon, which parts a
/// path.
ledger::Result<ledger::Change> add_category(const State& state, const AddCategory& wanted);

struct EditCategory {
    ledger::CategoryId category{};
    std::optional<std::string> name{};
    std::optional<ledger::CategoryId> parent{};
    std::optional<bool> essential{};
};
ledger::Result<ledger::Change> edit_category(const State& state, const EditCategory& wanted);

/// Needs a category that no entry names: ask the store. Trouble: in_use (other facts), which `validate` finds.
ledger::Result<ledger::Change> remove_category(const State& state, ledger::CategoryId category);

}  // namespace app
