#pragma once
#include <string>

#include "ui/wording/words.hpp"

namespace wording {

/// Where a stored fact comes from, in the reader's language where the catalogue knows it; titles of pages and files
/// stay as they are.
std::string source_name(const Words& words, const std::string& source);

}  // namespace wording
