#pragma once
#include <map>
#include <optional>
#include <vector>

#include "alerts/forecast/forecast.hpp"
#include "alerts/forecast/inputs.hpp"
#include "alerts/rescue/budget.hpp"

namespace alerts {

/// What the forecast says of one way out.
struct Proof {
    double holds =
        0;  ///< share of the futures in which every payment from the paying account works, the new ones included
    double overdrawn = 0;        ///< share in which some evening of the next 14 days ends below zero
    ledger::Money lowest{};      ///< median balance of the paying account on its lowest evening of the next 14 days
    double essential_short = 0;  ///< the largest chance that an essential duty fails
    bool known = false;  ///< false: too little history for chances; `holds` is then 0 or 1 by the schedule alone
};

/// What is asked of a proof.
struct ToProve {
    WhatIf what_if{};
    ledger::Date until{};  ///< payments up to here count; within the days of the prover
    std::vector<ledger::ScheduledPart>
        beyond{};  ///< payments after the days of the prover: proved by month, see `year_holds`
    const MonthlyBudget* budget = nullptr;  ///< needed where there is something beyond
    ledger::Money spared{};                 ///< a month, by spending less, in the months beyond
};

/// An income that is expected on the paying account.
struct Coming {
    ledger::Date date{};
    ledger::Money amount{};
};

/// Runs the forecast again under proposed changes. What was learnt of the past is learnt once; only what is known to
/// move is exchanged, path by path, so that two answers differ only by what was changed.
class Prover {
public:
    /// `income_change`: what will be different from now on, a month, signed; it comes with the largest income of each
    /// month.
    Prover(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days,
           std::optional<ledger::Money> income_change = {});

    /// Path by path: a future counts as holding only when no payment at all fails in it. Long plans go on by month
    /// where the forecast ends.
    Proof prove(ledger::AccountId account, const ToProve& asked) const;

    /// What is missing for the duty in all but the unluckiest futures; zero when nothing is.
    ledger::Money missing(const ledger::Duty& duty) const;
    ledger::Money usually_missing(const ledger::Duty& duty) const;  ///< on average where it is short
    double p_short(const ledger::Duty& duty) const;

    /// What the account can spare until `until` under the changes: its lowest evening in all but the unluckiest
    /// futures; never negative.
    ledger::Money spare(ledger::AccountId account, ledger::Date until, const WhatIf& what_if = {}) const;

    /// How far the account falls below zero until `until` when everything due is paid, in all but the unluckiest
    /// futures; zero when never.
    ledger::Money falls_short(ledger::AccountId account, ledger::Date until, const WhatIf& what_if = {}) const;

    /// Incomes of at least `least` expected on the account after today: the user's own and those learnt, by date.
    std::vector<Coming> incomes(ledger::AccountId account, ledger::Money least) const;

    ledger::Today today() const { return today_; }
    ledger::Date end() const { return today_.date + ledger::Days{days_}; }
    bool knows(ledger::AccountId account) const { return base_.contains(account); }
    const std::vector<Due>& dues() const
    {
        return inputs_.dues;
    }  ///< as things stand, in the order in which they are paid

private:
    struct Changed;
    void change_income(ledger::Money change);
    const AccountForecast* of(ledger::AccountId account) const;
    Changed changed(ledger::AccountId account, const WhatIf& what_if) const;
    ledger::Money lowest_evening(ledger::AccountId account, ledger::Date until, const WhatIf& what_if) const;
    Spread before(const ledger::Duty& duty) const;

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    int days_;
    Inputs inputs_;
    std::vector<WhatIf::Flow> income_changes_{};  ///< under every answer
    std::map<ledger::AccountId, AccountForecast> base_;
    std::map<ledger::AccountId, std::vector<std::int64_t>>
        medians_{};  ///< of the evenings of the next 14 days, today first
    std::map<ledger::AccountId, std::vector<std::int64_t>> unlucky_{};  ///< of all evenings, today first
};

}  // namespace alerts
