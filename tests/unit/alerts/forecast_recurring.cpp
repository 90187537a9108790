#include <string>
#include <vector>

#include "alerts/forecast/recurring.hpp"
#include "tests/support/catch.hpp"

using namespace alerts;
using ledger::Days;
using ledger::make_date;

namespace {

const Date today = make_date(2026, 3, 20);

std::vector<Movement> on(const std::vector<Date>& dates, std::int64_t minor)
{
    std::vector<Movement> movements;
    for (const Date date : dates) movements.push_back({date, minor, 1, false});
    return movements;
}

std::vector<Movement> monthly_salary(int months_missing)
{
    std::vector<Date> dates;
    for (int back = 12; back >= months_missing; --back)
        dates.push_back(ledger::add_months(make_date(2026, 3, 10), -back, 10));
    return on(dates, 250'000);
}

}  // namespace

TEST_CASE("what comes again is expected on its day", "[recurring]")
{
    struct Case {
        std::string when;
        std::vector<Date> dates;
        Date next;
    };
    const auto c = GENERATE(
        Case{"on the 10th",
             {make_date(2025, 12, 10), make_date(2026, 1, 10), make_date(2026, 2, 10), make_date(2026, 3, 10)},
             make_date(2026, 4, 10)},
        Case{"on the last day of the month",
             {make_date(2025, 11, 30), make_date(2025, 12, 31), make_date(2026, 1, 31), make_date(2026, 2, 28)},
             make_date(2026, 3, 31)},
        Case{"every second Friday",
             {make_date(2026, 1, 30), make_date(2026, 2, 13), make_date(2026, 2, 27), make_date(2026, 3, 13)},
             make_date(2026, 3, 27)},
        Case{"every quarter",
             {make_date(2025, 4, 15), make_date(2025, 7, 15), make_date(2025, 10, 15), make_date(2026, 1, 15)},
             make_date(2026, 4, 15)},
        Case{"on the 25th, or the Friday before a weekend",
             {make_date(2025, 9, 25), make_date(2025, 10, 24), make_date(2025, 11, 25), make_date(2025, 12, 25),
              make_date(2026, 1, 23), make_date(2026, 2, 25)},
             make_date(2026, 3, 25)});
    INFO(c.when);
    const auto streams = find_streams(on(c.dates, -5'000), today);
    REQUIRE(streams.size() == 1);
    CHECK(streams[0].next() == c.next);
    CHECK(streams[0].usual() == -5'000);
    CHECK_FALSE(streams[0].ended);
}

TEST_CASE("what came only twice, or at random, is not called recurring", "[recurring]")
{
    CHECK(find_streams(on({make_date(2026, 1, 10), make_date(2026, 2, 10)}, 100), today).empty());
    CHECK(find_streams(on({make_date(2025, 12, 1), make_date(2025, 12, 4), make_date(2026, 1, 27),
                           make_date(2026, 2, 9), make_date(2026, 3, 15)},
                          100),
                       today)
              .empty());
}

TEST_CASE("a salary that stopped is known to have ended", "[recurring]")
{
    struct Case {
        std::string when;
        int missing;
        bool ended;
        double least_alive, most_alive;
    };
    const auto c = GENERATE(Case{"it came as always", 0, false, 1, 1}, Case{"one is missing", 1, false, 0, 0.85},
                            Case{"three are missing", 3, true, 0, 0.05});
    INFO(c.when);
    const auto streams = find_streams(monthly_salary(c.missing), today);
    REQUIRE(streams.size() == 1);
    CHECK(streams[0].ended == c.ended);
    CHECK(streams[0].alive >= c.least_alive);
    CHECK(streams[0].alive <= c.most_alive);
}

TEST_CASE("an income is late from the day after the latest day on which it ever came", "[recurring]")
{
    auto movements = monthly_salary(1);
    movements[5].date += Days{2};  // once it came two days late
    struct Case {
        Date today;
        bool late;
    };
    const auto c = GENERATE(Case{make_date(2026, 3, 12), false}, Case{make_date(2026, 3, 13), true});
    const auto late = late_incomes(find_streams(movements, c.today), c.today);
    CHECK(late.size() == (c.late ? 1 : 0));
    if (c.late) {
        CHECK(late[0].expected == make_date(2026, 3, 10));
        CHECK(late[0].days_late == 1);
        CHECK(late[0].minor == 250'000);
        CHECK(late[0].still_coming < 0.9);
    }
}

TEST_CASE("two subscriptions of one payee are told apart by their size", "[recurring]")
{
    std::vector<Movement> movements;
    for (int back = 5; back >= 0; --back) {
        movements.push_back({ledger::add_months(make_date(2026, 3, 5), -back, 5), -1'000, 1, false});
        movements.push_back({ledger::add_months(make_date(2026, 3, 17), -back, 17), -4'900, 1, false});
    }
    const auto streams = find_streams(movements, today);
    REQUIRE(streams.size() == 2);
    CHECK(streams[0].next() == make_date(2026, 4, 5));
    CHECK(streams[1].next() == make_date(2026, 4, 17));
}

TEST_CASE("what is known elsewhere is not learned again", "[recurring]")
{
    auto movements = monthly_salary(0);
    for (Movement& m : movements) m.known = true;
    CHECK(find_streams(movements, today).empty());
}
