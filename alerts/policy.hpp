#pragma once
#include "ledger/values/date.hpp"

namespace alerts {

/// Thresholds of judgement, each with its unit and where it comes from.
struct Policy {
    double tight = 0.10;  ///< P(short) from which a duty is "tight"
    double at_risk =
        0.30;  ///< … "at risk": on real accounts 94 % of falls foreseen at 0.9 false alarms a year; see README
    double will_miss = 0.85;  ///< … "will miss"
    int transfer_days = 1;    ///< working days that moving money between own accounts may take
    int bank_days = 3;        ///< working days a bank needs to answer a request
    int reach_days = 0;       ///< working days until somebody at the bank is spoken to: hotlines answer on the day
    double confidence = 0.9;  ///< of "safe to spend"
    friend bool operator==(const Policy&, const Policy&) = default;
};

}  // namespace alerts
