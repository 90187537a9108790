#pragma once

namespace view {

/// How a due date stands, from calm to certain trouble. The order is used: a larger value is worse.
/// It is always shown by a shape and a word as well as by a colour.
enum class Level { safe, tight, at_risk, will_miss };

inline constexpr int levels = 4;

}  // namespace view
