#pragma once
#include "alerts/forecast/inputs.hpp"
#include "alerts/judging/differences.hpp"

namespace alerts {

/// Says why duties stand as they do, for one account.
class Explainer {
public:
    Explainer(const ledger::Book& book, const ledger::History& history, const Inputs& inputs,
              const AccountForecast& forecast)
        : book_{book}, history_{history}, inputs_{inputs}, forecast_{forecast}, sources_{forecast}
    {
    }

    /// What makes the difference for one duty, from the same paths as its probability: what is there today, what takes
    /// from it or should bring to it before, what comes only soon after. At most five, today's balance first, then by
    /// how much it matters where the money is short. `there` is what is there to pay with while `unpaid` has not been
    /// paid.
    std::vector<Cause> explain(const Due& due, const Spread& there, std::span<const std::uint32_t> unpaid) const;

private:
    const ledger::Book& book_;
    const ledger::History& history_;
    const Inputs& inputs_;
    const AccountForecast& forecast_;
    Sources sources_;
};

}  // namespace alerts
