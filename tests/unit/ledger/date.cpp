#include "ledger/values/date.hpp"

#include "ledger/values/recurrence.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

namespace {
Date d(const char* text)
{
    return *parse_date(text);
}

std::vector<std::string> written(const std::vector<Date>& days)
{
    std::vector<std::string> out;
    for (const Date day : days) out.push_back(iso(day));
    return out;
}
}  // namespace

TEST_CASE("only a day that exists is a date", "[date]")
{
    CHECK(iso(d("2024-02-29")) == "2024-02-29");
    for (const char* bad : {"2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026/01/01", "", "2026-01-01x"}) {
        INFO(bad);
        REQUIRE_FALSE(parse_date(bad));
        CHECK(parse_date(bad).problem().trouble == Trouble::not_a_date);
    }
    CHECK(parse_date("1899-12-31").problem().trouble == Trouble::date_out_of_range);
}

TEST_CASE("a month later than the 31st is the last day of the month", "[date]")
{
    CHECK(iso(add_months(d("2026-01-31"), 1, 31)) == "2026-02-28");
    CHECK(iso(add_months(d("2024-01-31"), 1, 31)) == "2024-02-29");
    CHECK(iso(add_months(d("2026-02-28"), 1, 31)) == "2026-03-31");
    CHECK(iso(add_months(d("2026-11-30"), 2, 30)) == "2027-01-30");
}

TEST_CASE("a moment is told to the minute, before 1970 too", "[date]")
{
    CHECK(iso(moment(d("2026-11-22"), 9, 5)) == "2026-11-22T09:05");
    CHECK(iso(moment(d("1969-12-31"), 23, 59)) == "1969-12-31T23:59");
}

TEST_CASE("what recurs falls on the days people expect", "[recurrence]")
{
    struct Case {
        const char* when;
        Recurrence r;
        const char* first;
        const char* from;
        const char* to;
        std::vector<std::string> days;
    };
    const auto c =
        GENERATE(Case{"once, in the range", {}, "2026-05-05", "2026-01-01", "2026-12-31", {"2026-05-05"}},
                 Case{"monthly on the 31st",
                      {.period = Period::month},
                      "2026-01-31",
                      "2026-01-01",
                      "2026-04-30",
                      {"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"}},
                 Case{"every two weeks, seen years later",
                      {.period = Period::week, .every = 2},
                      "2020-01-03",
                      "2026-01-01",
                      "2026-01-31",
                      {"2026-01-09", "2026-01-23"}},
                 Case{"the last Friday",
                      {.period = Period::month, .nth_weekday = -1},
                      "2026-01-30",
                      "2026-02-01",
                      "2026-03-31",
                      {"2026-02-27", "2026-03-27"}},
                 Case{"the second Tuesday",
                      {.period = Period::month, .nth_weekday = 2},
                      "2026-01-13",
                      "2026-02-01",
                      "2026-03-31",
                      {"2026-02-10", "2026-03-10"}},
                 Case{"the last day of the month",
                      {.period = Period::month, .nth_weekday = Recurrence::month_end},
                      "2026-11-30",
                      "2026-11-01",
                      "2027-02-28",
                      {"2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"}},
                 Case{"the last working day of the month",
                      {.period = Period::month, .nth_weekday = Recurrence::month_end, .shift = Shift::before},
                      "2026-01-31",
                      "2026-01-01",
                      "2026-03-31",
                      {"2026-01-30", "2026-02-27", "2026-03-31"}},
                 Case{"every ten days",
                      {.period = Period::day, .every = 10},
                      "2026-01-05",
                      "2026-02-01",
                      "2026-02-28",
                      {"2026-02-04", "2026-02-14", "2026-02-24"}},
                 Case{"29 February every year",
                      {.period = Period::year},
                      "2024-02-29",
                      "2025-01-01",
                      "2028-12-31",
                      {"2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"}},
                 Case{"three times",
                      {.period = Period::month, .times = 3},
                      "2026-01-10",
                      "2026-01-01",
                      "2026-12-31",
                      {"2026-01-10", "2026-02-10", "2026-03-10"}},
                 Case{"until a day, inclusive",
                      {.period = Period::month, .until = d("2026-02-10")},
                      "2026-01-10",
                      "2026-01-01",
                      "2026-12-31",
                      {"2026-01-10", "2026-02-10"}},
                 Case{"moved before a weekend",
                      {.period = Period::month, .shift = Shift::before},
                      "2026-01-10",
                      "2026-01-01",
                      "2026-01-31",
                      {"2026-01-09"}},
                 Case{"moved after a weekend",
                      {.period = Period::month, .shift = Shift::after},
                      "2026-01-10",
                      "2026-01-01",
                      "2026-01-31",
                      {"2026-01-12"}},
                 Case{"moved back from after the window into it",
                      {.period = Period::month, .shift = Shift::before},
                      "2026-02-01",
                      "2026-01-15",
                      "2026-01-31",
                      {"2026-01-30"}},
                 Case{"moved on from before the window into it",
                      {.period = Period::month, .shift = Shift::after},
                      "2026-01-31",
                      "2026-02-01",
                      "2026-02-15",
                      {"2026-02-02"}});
    INFO(c.when);
    CHECK(written(dates(c.r, d(c.first), d(c.from), d(c.to))) == c.days);
}

TEST_CASE("a holiday moves a date like a weekend does", "[recurrence]")
{
    const Recurrence r{.period = Period::month, .shift = Shift::after};
    CHECK(written(dates(r, d("2026-10-01"), d("2026-10-01"), d("2026-10-31"), {d("2026-10-01"), d("2026-10-02")})) ==
          std::vector<std::string>{"2026-10-05"});
}
