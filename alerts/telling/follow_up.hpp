#pragma once
#include <optional>
#include <string>
#include <vector>

#include "alerts/findings.hpp"
#include "alerts/policy.hpp"

namespace alerts {

enum class FollowUpKind {
    plan_missed,          ///< a payment of a plan is overdue
    call_before_missing,  ///< the forecast under a plan has weakened: its next payment is tight
    plan_first_reminder,  ///< a payment of a plan comes within a week
    plan_last_reminder,   ///< … within two days
    promise_not_seen,     ///< what the bank promised did not come by its day
    answer_due,           ///< asked the bank, and it has been silent for longer than it usually needs
    ask_again             ///< the day came that the user had noted
};

/// Something agreed or noted that wants to be looked at today.
struct FollowUp {
    FollowUpKind kind{};
    ledger::BillId bill{};        ///< the bill that was talked about
    ledger::PlanId plan{};        ///< of a plan
    ledger::ContactId contact{};  ///< of a talk
    std::string payee{};
    ledger::Date date{};     ///< the payment's, the promise's, the noted day
    ledger::Money amount{};  ///< the payment, or what was promised; zero where there is none
    std::optional<double> p_short{};
};

/// Plans are watched more strictly than bills: each payment is told of twice, and already when it is tight.
/// A waiver counts as seen when as much came in on the card (or an own account) since the talk, or when the user has
/// said so.
std::vector<FollowUp> follow_ups(const ledger::Book& book, const ledger::History& history, const Assessment& assessment,
                                 const Policy& policy = {});

}  // namespace alerts
