#pragma once
#include <map>
#include <string>
#include <vector>

#include "alerts/findings.hpp"
#include "alerts/forecast/accounted_for.hpp"
#include "alerts/forecast/forecast.hpp"
#include "alerts/what_if.hpp"

namespace alerts {

/// A duty with the flow that pays it in the forecast.
struct Due {
    ledger::Duty duty{};
    ledger::Date pay_on{};  ///< the due date, or tomorrow where that has come or passed
    std::uint32_t flow = 0;
    std::int64_t at_once = 0;  ///< in minor units: arrears, which are asked tomorrow while the rest is due later
    std::uint32_t at_once_flow = 0;

    bool is_paid_by(std::uint32_t id) const { return id == flow || (at_once > 0 && id == at_once_flow); }
    void flows_into(std::vector<std::uint32_t>& flows) const
    {
        flows.push_back(flow);
        if (at_once > 0) flows.push_back(at_once_flow);
    }
};

/// A known movement of money in words, for explaining.
struct Named {
    std::uint32_t flow = 0;
    ledger::AccountId account{};
    ledger::Date date{};
    std::int64_t minor = 0;
    std::string name{};
    bool late = false;                               ///< an income that should have come by now
    ledger::IncomeId income{};                       ///< of a confirmed income
    std::optional<ledger::Date> should_have_come{};  ///< where that day has passed
    ledger::Date expected() const { return should_have_come.value_or(date); }
};

/// What the forecast is made from: for each account that can pay its past and the money known to move, nothing counted
/// twice.
struct Inputs {
    std::map<ledger::AccountId, AccountInput> accounts{};
    std::vector<Due> dues{};  ///< in the order in which they are paid: by day, essential ones first
    std::vector<Named> named{};
    std::vector<LateIncomeFound> late{};  ///< confirmed incomes that should have come by now
    double spending = 0;                  ///< share by which everyday spending is to differ
};

Inputs gather(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days,
              const WhatIf& what_if);

}  // namespace alerts
