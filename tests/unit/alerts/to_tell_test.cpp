#include "alerts/to_tell.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using alerts::Level;
using testing::cny;
using testing::day;

namespace {

alerts::Finding finding(int bill, Level level, const char* act_by, DutyStatus status = DutyStatus::upcoming)
{
    alerts::Finding f{
        .duty = {.bill = {bill}, .occurrence = day("2026-11-28"), .still_owed = cny(100), .status = status},
        .level = level,
        .act_by = day(act_by)};
    if (status == DutyStatus::overdue) f.duty.late_since = day("2026-11-20");
    return f;
}

/// A day on which there is something of each kind to tell, and something of each kind that is not told.
struct Day : testing::SmallLedger {
    alerts::Assessment assessment{.today = {day("2026-11-22")}};

    Day()
    {
        book.bills[{1}] = {.id = {1}, .payee = "ICBC", .amount = cny(500'00), .first_due = day("2026-11-28")};
        book.bills[{2}] = {.id = {2}, .payee = "Power", .amount = cny(50'00), .first_due = day("2026-11-28")};
        book.contacts[{1}] = {.id = {1}, .bill = {1}, .follow_up = day("2026-11-22")};
        book.contacts[{2}] = {.id = {2}, .bill = {2}, .follow_up = day("2026-11-23")};  // tomorrow
        assessment.findings = {finding(1, Level::will_miss, "2026-11-24"), finding(2, Level::at_risk, "2026-12-20"),
                               finding(3, Level::safe, "2026-11-22", DutyStatus::overdue)};
        assessment.late_incomes = {
            {.account = {1}, .payer = "Employer", .expected = day("2026-11-20"), .weighs = true},
            {.account = {1}, .income = {7}, .payer = "Tenant", .expected = day("2026-11-19"), .weighs = true},
            {.account = {1}, .payer = "Cashback", .expected = day("2026-11-20"), .weighs = false}};
    }

    alerts::ToTell told() const { return alerts::to_tell(book, history, assessment); }
};

}  // namespace

TEST_CASE("what is to be told of is one list, each thing under its key", "[to_tell]")
{
    const auto tell = Day{}.told();
    REQUIRE(tell.later.size() == 1);  // in danger, and not yet the time to speak of it
    CHECK(tell.later.front().what.duty.bill == BillId{2});
    CHECK(tell.keys() == std::vector<std::string>{"bill:1:2026-11-28:will_miss", "bill:3:2026-11-28:overdue",
                                                  "income:1:2026-11-20:Employer", "income:1:2026-11-19:7",
                                                  "contact:1:2026-11-22:ask_again"});
    REQUIRE(tell.findings.size() == 2);
    CHECK(tell.findings.front().what.duty.bill == BillId{1});
    CHECK(tell.findings.front().fresh);
    REQUIRE(tell.follow_ups.size() == 1);
    CHECK(tell.follow_ups.front().what.payee == "ICBC");
}

TEST_CASE("what was told under a key is no news, and a worse level is", "[to_tell]")
{
    Day today;
    const auto all = today.told().keys();
    for (const auto& key : all)
        today.put(Notice{.id = next_id<Notice>(today.book), .about = key, .at = moment(day("2026-11-22"), 9, 0)});
    CHECK(today.told().keys() == all);  // it is still so
    CHECK(only_fresh(today.told()).empty());

    today.assessment.findings[0].level = Level::at_risk;
    CHECK(only_fresh(today.told()).keys() == std::vector<std::string>{"bill:1:2026-11-28:at_risk"});
}

TEST_CASE("on a calm day there is nothing to tell", "[to_tell]")
{
    Day calm;
    calm.assessment.findings = {finding(1, Level::tight, "2026-11-24")};
    calm.assessment.late_incomes = {};
    calm.book.contacts.clear();
    CHECK(calm.told().empty());
    CHECK(calm.told().keys().empty());
}
