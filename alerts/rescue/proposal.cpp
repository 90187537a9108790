#include "alerts/rescue/proposal.hpp"

namespace alerts {

double holding(const Policy& policy)
{
    return 1 - policy.tight;
}

bool pays(const Option& o)
{
    return o.kind != ledger::PlanKind::interest_freeze && o.kind != ledger::PlanKind::counselling;
}

}  // namespace alerts
