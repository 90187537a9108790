#pragma once
#include <map>
#include <optional>
#include <vector>

#include "alerts/assess.hpp"
#include "alerts/forecast.hpp"
#include "alerts/inputs.hpp"

namespace alerts {

/// What the forecast says of one way out.
struct Proof {
    double holds = 0;                   ///< 1 − the largest chance that any payment from the paying account fails, the new ones included
    ledger::Money lowest{};             ///< median balance of the paying account on its lowest evening of the next 14 days
    double essential_short = 0;         ///< the largest chance that an essential duty fails
    bool known = false;                 ///< false: too little history for chances; `holds` is then 0 or 1 by the schedule alone
};

/// An income that is expected on the paying account.
struct Coming {
    ledger::Date date{};
    ledger::Money amount{};
};

/// Runs the forecast again under proposed changes. What was learnt of the past is learnt once; only what is known to move is exchanged,
/// path by path, so that two answers differ only by what was changed.
class Prover {
public:
    /// `income_change`: what will be different from now on, a month, signed; it comes with the largest income of each month.
    Prover(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days, std::optional<ledger::Money> income_change = {});

    Proof prove(ledger::AccountId account, const WhatIf& what_if) const;

    /// What is missing for the duty in all but the unluckiest share of the futures; zero when nothing is.
    ledger::Money missing(const ledger::Duty& duty, double unlucky) const;
    ledger::Money usually_missing(const ledger::Duty& duty) const;  ///< on average where it is short
    double p_short(const ledger::Duty& duty) const;

    /// What the account can spare until `until`: its lowest evening in all but the unluckiest share of the futures; never negative.
    ledger::Money spare(ledger::AccountId account, ledger::Date until, double unlucky) const;

    /// How far the account falls below zero until `until` when everything due is paid, in all but the unluckiest share of the futures; zero when never.
    ledger::Money falls_short(ledger::AccountId account, ledger::Date until, double unlucky) const;

    /// Incomes of at least `least` expected on the account after today: the user's own and those learnt, by date.
    std::vector<Coming> incomes(ledger::AccountId account, ledger::Money least) const;

    ledger::Today today() const { return today_; }
    int days() const { return days_; }
    bool knows(ledger::AccountId account) const { return base_.contains(account); }

private:
    void change_income(ledger::Money change);
    const AccountForecast* of(ledger::AccountId account) const;
    std::int64_t lowest_evening(const AccountForecast& base, ledger::Date until, double unlucky) const;
    Spread before(const ledger::Duty& duty) const;

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    int days_;
    Inputs inputs_;
    std::vector<WhatIf::Flow> changed_{};   ///< under every answer: what the change of income takes or brings
    std::map<ledger::AccountId, AccountForecast> base_;
};

}  // namespace alerts
