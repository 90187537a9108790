#include "alerts/telling/reminder.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using alerts::Level;
using testing::day;

TEST_CASE("a warning is given when it is serious and near enough to act on", "[reminder]")
{
    struct Case {
        const char* when;
        Level level;
        DutyStatus status;
        const char* act_by;
        std::int64_t owed;
        bool tell;
    };
    const auto c =
        GENERATE(Case{"at risk, ten days to act", Level::at_risk, DutyStatus::upcoming, "2026-12-02", 100, true},
                 Case{"at risk, in the last day of the lead time", Level::at_risk, DutyStatus::upcoming, "2026-12-06",
                      100, true},
                 Case{"at risk, but far off", Level::will_miss, DutyStatus::upcoming, "2026-12-07", 100, false},
                 Case{"only tight", Level::tight, DutyStatus::upcoming, "2026-11-24", 100, false},
                 Case{"overdue, whatever the chance", Level::safe, DutyStatus::overdue, "2026-11-22", 100, true},
                 Case{"paid meanwhile", Level::will_miss, DutyStatus::paid, "2026-11-24", 0, false});
    INFO(c.when);
    const Today today{day("2026-11-22")};
    alerts::Finding f{
        .duty = {.still_owed = testing::cny(c.owed), .status = c.status}, .level = c.level, .act_by = day(c.act_by)};
    if (c.status == DutyStatus::overdue) f.duty.late_since = day("2026-11-20");
    CHECK(alerts::worth_telling(f, today, {}) == c.tell);
}

TEST_CASE("nobody is woken: quiet hours run over midnight", "[reminder]")
{
    const auto at = [](int hour) { return moment(day("2026-11-22"), hour, 30); };
    Preferences p{};
    for (const int hour : {22, 23, 0, 7}) CHECK(alerts::quiet(p, at(hour)));
    for (const int hour : {8, 12, 21}) CHECK_FALSE(alerts::quiet(p, at(hour)));
    p.quiet_from = 13;
    p.quiet_to = 15;
    CHECK(alerts::quiet(p, at(14)));
    CHECK_FALSE(alerts::quiet(p, at(15)));
    p.quiet_to = 13;
    CHECK_FALSE(alerts::quiet(p, at(13)));
}
