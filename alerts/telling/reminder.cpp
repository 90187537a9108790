#include "alerts/telling/reminder.hpp"

namespace alerts {

bool is_danger(const Finding& finding)
{
    if (!finding.duty.open()) return false;
    if (finding.duty.late() || finding.level >= Level::at_risk) return true;
    if (finding.duty.source == ledger::BillSource::plan && finding.level >= Level::tight)
        return true;  // breaking a plan costs more than a late bill
    return finding.alone >= Level::at_risk && finding.duty.status != ledger::DutyStatus::minimum_paid;
}

bool worth_telling(const Finding& finding, ledger::Today today, const ledger::Preferences& preferences)
{
    return is_danger(finding) && (finding.duty.late() || speaks_on(finding, preferences) <= today.date);
}

ledger::Date speaks_on(const Finding& finding, const ledger::Preferences& preferences)
{
    return finding.act_by - ledger::Days{preferences.lead_days};
}

bool quiet(const ledger::Preferences& preferences, ledger::Moment now)
{
    const auto minutes_of_day =
        now.minutes - static_cast<std::int64_t>(ledger::day_of(now).time_since_epoch().count()) * 1440;
    const int hour = static_cast<int>(minutes_of_day / 60);
    const int from = preferences.quiet_from;
    const int to = preferences.quiet_to;
    if (from == to) return false;
    const bool after = hour >= from;
    const bool before = hour < to;
    return from < to ? after && before : after || before;
}

}  // namespace alerts
