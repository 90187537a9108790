#pragma once
#include <optional>
#include <string>
#include <vector>

#include "alerts/findings.hpp"
#include "alerts/policy.hpp"
#include "ledger/balances/history.hpp"
#include "ledger/facts/book.hpp"

namespace alerts {

/// One thing to be told of.
template <class What>
struct Telling {
    What what{};
    std::string
        key{};  ///< the same thing has the same key, a worse one another: what `ledger::Notice::about` remembers
    bool fresh = true;                      ///< was not told of under this key before
    std::optional<ledger::Date> told_on{};  ///< the day on which it was; nothing while it was not
};

/// All that is to be told of today. Whoever tells (the command line, a notification, the first page) reads this.
struct ToTell {
    std::vector<Telling<Finding>> findings{};              ///< the most dangerous first
    std::vector<Telling<Finding>> later{};                 ///< dangers of which it is not yet the time to speak
    std::vector<Telling<LateIncomeFound>> late_incomes{};  ///< those that weigh, the largest first
    std::vector<Telling<FollowUp>> follow_ups{};           ///< plans and promises, the most pressing first

    bool empty() const { return findings.empty() && late_incomes.empty() && follow_ups.empty(); }
    std::vector<std::string> keys() const;  ///< of all but the later ones, in this order
};

ToTell to_tell(const ledger::Book& book, const ledger::History& history, const Assessment& assessment,
               const Policy& policy = {});

/// What of it nobody has been told of yet.
ToTell only_fresh(ToTell all);

}  // namespace alerts
