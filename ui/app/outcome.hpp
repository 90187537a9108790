#pragma once
#include <optional>
#include <string>

#include "db/store.hpp"
#include "ledger/values/problem.hpp"

namespace app {

/// The disk or the database failed; nothing was changed.
struct Mishap {
    db::StorageError::Kind kind{};
    std::string file{};
    std::string what{};
};

/// What became of something the user asked for.
struct Outcome {
    ledger::Problems problems{};      ///< refused: nothing changed
    std::optional<Mishap> trouble{};  ///< failed: nothing changed
    bool ok() const { return problems.empty() && !trouble; }
};

}  // namespace app
