#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tests/house/source.hpp"

namespace house {

/// A rule of the house broken at one place.
struct Offence {
    std::string path;
    std::size_t line = 0;  ///< from 1
    std::string rule;      ///< its short name: what an allowance names
    std::string why;
    friend auto operator<=>(const Offence&, const Offence&) = default;
};

/// Everything in `source` that breaks a rule, in order of line. A line, or the line above it, may say
/// `house: allow RULE, because …`; without a reason that is an offence too. `root` tells which includes exist.
std::vector<Offence> inspect(const Source& source, const std::filesystem::path& root);

/// Mutable variables that outlive a call, singletons, and inheritance where there should be none (`state.cpp`).
void inspect_state(const Source& source, std::vector<Offence>& found);

/// What the includes of all files together break: circles of header and source pairs, folders that include each other,
/// and what reaches past a room's face (`structure.cpp`). No allowance bends these.
std::vector<Offence> inspect_structure(const std::vector<Source>& sources);

}  // namespace house
