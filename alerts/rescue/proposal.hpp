#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "alerts/policy.hpp"
#include "alerts/rescue/affordable.hpp"
#include "alerts/what_if.hpp"
#include "ledger/balances/card_cost.hpp"
#include "ledger/facts/rescue.hpp"

namespace alerts {

/// Why an option can help.
enum class OptionWhy {
    spare_elsewhere,     ///< amount: what the other account can spare; name: the account
    spending_waits,      ///< amount: what is saved until the due date
    spare_and_waiting,   ///< both together
    income_after_due,    ///< date: when it comes; amount: how much
    minimum_is_enough,   ///< amount: the minimum
    spread_over_months,  ///< amount: a month
    within_affordable,   ///< amount: what is affordable a month
    nothing_is_left      ///< amount: what is missing every month
};

/// What an option may lead to. Facts to weigh, never threats.
enum class OptionRisk {
    rest_bears_interest,  ///< amount: on the next statement
    bank_decides,
    ask_before_due,        ///< mostly closed once the bill is overdue
    fee_is_a_guess,        ///< no price of this issuer is known
    fee_is_a_list_price,   ///< an old list price; the offer may differ
    only_from_next_cycle,  ///< the old date stands until the change is confirmed
    interest_may_run,
    record_possible,  ///< ask what is reported
    no_new_cards,
    missing_one_ends_it,
    above_affordable,        ///< an offer that asks for more than the amount that is affordable a month
    other_account_gets_low,  ///< name: which
    needs_restraint,         ///< holds only if the spending really waits
    may_not_hold,            ///< the forecast under it is uneasy
    little_history           ///< too little history for chances
};

/// A typed reason with its figures; wording makes the sentence.
template <class Kind>
struct Told {
    Kind kind{};
    ledger::Money amount{};
    std::optional<ledger::Date> date{};
    std::string name{};
};

/// Money from another own account.
struct Moving {
    ledger::AccountId from{};
    ledger::Date on{};
    ledger::Money amount{};
};

/// One way out, proved by the forecast.
struct Option {
    int n = 0;  ///< as listed, from 1
    ledger::PlanKind kind{};
    double holds = 0;  ///< chance that every payment of the paying account then works, the new ones included, up to a
                       ///< month after the option's last; of a plan longer than the forecast reaches, for twelve months
    ledger::Money
        total_cost{};  ///< above what is owed: interest and fees; for the minimum, those of the next statement
    std::optional<double> apr{};  ///< 0.1303 = 13.03 % a year, nominal
    int months = 0;               ///< number of payments, where it is paid in parts
    ledger::Money monthly{};      ///< the usual payment
    std::optional<ledger::Date> first_payment{};
    std::vector<ledger::ScheduledPart>
        schedule{};  ///< what is to be paid towards the bill and when; for transfers, what to move and when
    bool needs_bank = false;
    std::vector<Told<OptionWhy>> why{};
    std::vector<Told<OptionRisk>> risks{};
    std::vector<Moving> moving{};         ///< transfer
    std::vector<AffordableLine> waits{};  ///< spending to do without: which categories, and how much of each a month
    ledger::Money spared{};  ///< what that comes to a month, where it goes on; zero where it is only put off
    WhatIf what_if{};        ///< the forecast it was proved under
};

struct PlanRequest {
    std::string reason{};                           ///< key of a hardship reason, empty = not said
    std::optional<ledger::Money> income_change{};   ///< a month, signed
    std::optional<ledger::Money> keep{};            ///< to stay on the account
    std::map<int, ledger::Rate> instalment_fees{};  ///< of the issuer: parts → fee a part; empty = a usual one is
                                                    ///< assumed and said to be a guess
};

enum class AdviceKind {
    not_needed,       ///< the bill is covered as things stand
    choose,           ///< at least one option holds
    none_holds,       ///< amount: what would have to come in; date: until when
    talk_to_somebody  ///< nothing is affordable: free counselling first
};

struct Advice {
    AdviceKind kind{};
    ledger::Money amount{};
    std::optional<ledger::Date> date{};
};

/// All that is proposed for one duty.
struct Proposal {
    ledger::Duty duty{};
    double p_short = 0;
    ledger::Money shortfall{};  ///< how much is missing in the usual case that it is short
    Affordable afford{};
    std::vector<Option> options{};  ///< those that hold first, by cost; then the others
    Advice advice{};
};

enum class Verdict {
    above_affordable,     ///< theirs asks for more a month than is affordable
    theirs_may_not_hold,  ///< and ours holds
    neither_holds,
    ours_costs_less,
    theirs_costs_less,
    alike,       ///< both hold and cost the same
    only_theirs  ///< there is nothing of ours to compare with
};

/// A bank's counter-offer beside the best of our own.
struct Comparison {
    Option theirs{};
    std::optional<Option> ours{};
    Verdict verdict{};
    ledger::Money cost_differs{};  ///< theirs − ours; zero without ours
};

/// What is done about one duty in a plan for all of them.
struct Part {
    ledger::Duty duty{};
    std::optional<Option> option{};  ///< nothing: it is paid in full on its day
};

/// The smallest set of moves found that keeps every due date of one currency.
struct JointPlan {
    ledger::Currency currency{};
    std::vector<Part> parts{};  ///< essential bills first, then others, then debts; by due date among themselves
    std::vector<Moving> moving{};
    std::vector<AffordableLine> waits{};  ///< spending to do without: how much of each category a month
    ledger::Money spared{};               ///< what that comes to a month
    double holds = 0;                     ///< chance that every payment works, on all paying accounts
    ledger::Money total_cost{};
    ledger::Money affordable{};  ///< a month, for all debts of the plan together
    Advice advice{};
    WhatIf what_if{};
    int moves() const;  ///< how many things have to be done
};

/// Chance from which an option is said to hold: no payment under it is "tight".
double holding(const Policy& policy);

/// Does the option pay the bill? Stopping interest and advice do not by themselves.
bool pays(const Option& option);

}  // namespace alerts
