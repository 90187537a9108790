#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/facts/knowledge.hpp"

namespace alerts {

/// A rule for collectors that was not kept in one of the user's noted talks.
struct Breach {
    ledger::ContactId contact{};
    ledger::Moment at{};
    std::string rule{};     ///< key in `Knowledge::collection_rules`
    bool from_log = false;  ///< seen from the time and number of the calls; else the user marked it
};

/// The log of talks about this bill, held against the region's rules. Only what they did counts, never the user's own
/// calls. Nothing where no rules of the region are known here.
std::vector<Breach> breaches(const ledger::Book& book, const ledger::Knowledge& knowledge, ledger::BillId bill,
                             const std::string& region);

/// When the user's own calls were answered soonest.
struct GoodHour {
    int hour = 0;   ///< of the day
    int wait = 0;   ///< minutes on average, rounded
    int calls = 0;  ///< noted waits altogether
};

/// From the waits noted of one's own calls to this issuer (`same`: the bills owed to it). Nothing with fewer than three
/// calls at two hours: one lucky call teaches nothing. Hours with few calls are drawn to the average of all.
std::optional<GoodHour> best_hour(const ledger::Book& book, const std::vector<ledger::BillId>& same);

}  // namespace alerts
