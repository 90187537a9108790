#pragma once
#include <optional>
#include <vector>

#include "alerts/rescue/proof.hpp"
#include "alerts/rescue/proposal.hpp"

/// The kinds of way out, each a small function that makes a candidate for one duty. None is proved yet; `planner.cpp`
/// does that.
namespace alerts::options {

inline constexpr int horizon =
    92;  ///< days of the forecast under which an option is proved; beyond, the budget of the months decides
inline constexpr int overdraft_days = 14;     ///< in which no option may overdraw the paying account
inline constexpr int longest_extension = 31;  ///< days; what banks call short
inline constexpr int most_months =
    60;  ///< of a personalised plan. Source: Measures for credit card business 2011, art. 70

/// One duty and all that its ways out are made from.
struct Case {
    Case(const ledger::Book& book, const ledger::History& history, const PlanRequest& request, const Policy& policy,
         const Prover& prover, const ledger::Duty& duty, std::vector<ledger::BillId> planned_for);

    const ledger::Book& book;
    const ledger::History& history;
    ledger::Today today;
    const PlanRequest& request;
    const Policy& policy;
    const Prover& prover;
    ledger::Duty duty;
    ledger::Money zero, owed;
    ledger::Date pay_on;  ///< the due date, or tomorrow where that has come or passed
    ledger::Money
        missing;  ///< in the twentieth unluckiest future, with what else fails within 14 days and what is to stay
    Affordable afford{};
    std::vector<AffordableLine>
        can_wait{};  ///< spending on the paying account that is not essential, by category, a month
    MonthlyBudget budget{};
    const ledger::Account* card = nullptr;

    bool is_debt() const { return duty.source != ledger::BillSource::entered || !duty.issuer.empty(); }
    bool overdue() const { return duty.late(); }
    /// A card's bill, or one the user entered with its bank: what issuers put into instalments.
    bool is_card_bill() const { return card || (duty.source == ledger::BillSource::entered && !duty.issuer.empty()); }
};

ledger::Date working_days_after(ledger::Date day, int n);
ledger::Money rounded_up(ledger::Money m);  ///< to the next ten whole units, so that nobody moves 1,037.42
Option start(const Case& c, ledger::PlanKind kind, bool needs_bank);

// -- one's own money
// ------------------------------------------------------------------------------------------------------------------

/// From the fewest other accounts of the same currency that can spare it; empty where they cannot spare `wanted`
/// together, unless `or_less`.
std::vector<Moving> moving_from(const Case& c, ledger::Money wanted, bool or_less = false);
ledger::Money sum(const Case& c, const std::vector<Moving>& moving);

/// The fewest categories, half of which comes to `a_month`; all of them where that is not enough. Never an essential
/// one. Each line's amount is the half.
std::vector<AffordableLine> trimming(const Case& c, ledger::Money a_month);

std::optional<Option> transfer(const Case& c);
std::optional<Option> trim(const Case& c);            ///< spend less on the fewest categories, and go on so
std::optional<Option> defer_spending(const Case& c);  ///< put it off until after the next income
std::optional<Option> transfer_and_trim(const Case& c);

/// Money put into the paying account as part of another way out.
void move_in(const Case& c, Option& option, const std::vector<Moving>& moving);
/// Half of these categories left out from now on, for as long as the forecast looks.
void spend_less(const Case& c, Option& option, const std::vector<AffordableLine>& halves);

// -- the bank's
// ----------------------------------------------------------------------------------------------------------------------

std::optional<Option> minimum(const Case& c);
std::vector<Option> later(
    const Case& c);  ///< another due date, or more time, after the first income that makes the payment possible
std::vector<Option> bill_instalments(const Case& c);        ///< shortest first; none above what is affordable
std::vector<Option> personalised(const Case& c);            ///< shortest first; none above what is affordable
Option personal_plan(const Case& c, int months);            ///< one of them, whatever it asks
std::vector<Option> where_nothing_is_left(const Case& c);   ///< stopping interest, and free advice
Option offered(const Case& c, const ledger::Offer& offer);  ///< what a bank offered, whatever it asks

}  // namespace alerts::options
