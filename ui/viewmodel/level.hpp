#pragma once
#include "alerts/level.hpp"

namespace view {

/// Always shown by a shape and a word as well as by a colour.
using alerts::Level;

inline constexpr int levels = 4;

}  // namespace view
