#pragma once

namespace alerts {

/// How a due date stands, from calm to certain trouble. The order is used: a larger value is worse.
enum class Level { safe, tight, at_risk, will_miss };

}  // namespace alerts
