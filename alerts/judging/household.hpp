#pragma once
#include <map>
#include <vector>

#include "alerts/forecast/inputs.hpp"
#include "alerts/policy.hpp"

namespace alerts {

/// What one duty needs beyond what its account holds in an unlucky case.
struct Need {
    const Due* due = nullptr;
    ledger::Money missing{};  ///< positive
};

/// The accounts of one household together: what one can spare for another in time, with its own bills safe.
/// Cash is left out, since it cannot be sent; other currencies too.
class Household {
public:
    using Forecasts = std::map<ledger::AccountId, AccountForecast>;
    Household(const ledger::Book& book, const Inputs& inputs, const Forecasts& forecasts, ledger::Today today,
              const Policy& policy)
        : book_{book}, inputs_{inputs}, forecasts_{forecasts}, today_{today}, policy_{policy}
    {
    }

    /// The moves that this need calls for, those made for earlier duties of the same account taken into account. To be
    /// asked in the order in which duties are paid: what is promised to one is not there for another. Where there is
    /// not enough, all that there is.
    std::vector<MoneyMove> moves_for(const Need& need);

    /// What has been promised to this account so far.
    std::int64_t promised(ledger::AccountId to) const;

private:
    std::int64_t spare(ledger::AccountId from);
    std::vector<ledger::AccountId> givers(ledger::AccountId to, ledger::Currency currency);

    const ledger::Book& book_;
    const Inputs& inputs_;
    const Forecasts& forecasts_;
    ledger::Today today_;
    const Policy& policy_;
    std::map<ledger::AccountId, std::int64_t> left_{};  ///< what each can still spare; filled when first asked
    std::map<ledger::AccountId, std::int64_t> promised_{};
};

/// The n-th working day (Monday to Friday) before `day`.
ledger::Date working_days_before(ledger::Date day, int n);

/// The flows that have not been paid yet when the i-th of `dues` is: it and those after it on the same day from the
/// same account.
std::vector<std::uint32_t> unpaid_from(const std::vector<Due>& dues, std::size_t i);

}  // namespace alerts
