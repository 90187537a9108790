#include <string>

#include "alerts/judging/differences.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/alerts/forecast_world.hpp"

using namespace forecast_world;

namespace {

const Date rent_day = make_date(2026, 4, 1);
const Date pay_day = make_date(2026, 4, 10);

KnownFlow rent_bill()
{
    return {1, rent_day, -110'000, {}, 1, {}, true};
}

}  // namespace

TEST_CASE("a learned rent lowers the balance on its day and a salary lifts it on its own", "[forecast]")
{
    const auto seen = look_ahead({});
    const auto median = [&](Date day) { return seen.at_end_of(day).quantile(0.5); };
    CHECK(median(rent_day) - median(rent_day - Days{1}) < -80'000);
    CHECK(median(pay_day) - median(pay_day - Days{1}) > 200'000);
}

TEST_CASE("a confirmed bill is not counted twice", "[forecast]")
{
    Household learned, confirmed;
    confirmed.rent_known = true;
    confirmed.flows = {rent_bill()};
    const Date day = rent_day + Days{5};
    const auto guessed = look_ahead(learned).at_end_of(day).quantile(0.5),
               known = look_ahead(confirmed).at_end_of(day).quantile(0.5);
    CHECK(std::abs(guessed - known) < 40'000);
}

TEST_CASE("no probability is given under two weeks of history, only what is scheduled", "[forecast]")
{
    Household young;
    young.flows = {{1, make_date(2026, 3, 25), -70'000, {}, 1, {}, false}};
    struct Case {
        int days;
        bool told;
    };
    const auto c = GENERATE(Case{13, false}, Case{14, true});
    young.first = young.today - Days{c.days};
    const auto seen = look_ahead(young);
    CHECK(seen.enough_history() == c.told);
    CHECK(seen.probability_below(rent_day, 0).has_value() == c.told);
    if (!c.told) CHECK(seen.at_end_of(make_date(2026, 3, 25)).quantile(0.5) == 20'000);
}

TEST_CASE("nothing is ever certain", "[forecast]")
{
    const auto seen = look_ahead({});
    CHECK(*seen.probability_below(rent_day, -100'000'000) == Approx(0.005));
    CHECK(*seen.probability_below(rent_day, 100'000'000) == Approx(0.995));
}

TEST_CASE("an account on which nothing ever happened stays as it is", "[forecast]")
{
    const AccountInput still{1, 5'000, make_date(2025, 1, 1), {}, {}};
    const auto seen = forecast(still, {make_date(2026, 1, 1)}, 30);
    CHECK(seen.at_end_of(make_date(2026, 1, 31)).quantile(0.5) == 5'000);
    CHECK(*seen.probability_below(make_date(2026, 1, 31), 5'000) == Approx(0.005));
    CHECK(*seen.probability_below(make_date(2026, 1, 31), 5'001) == Approx(0.995));
}

TEST_CASE("a bill is paid before the income of its day and after the bills before it", "[forecast]")
{
    AccountInput still{1, 10'000, make_date(2025, 1, 1), {}, {}};
    const Date today = make_date(2026, 1, 1);
    const Date due = make_date(2026, 1, 10);
    still.flows = {
        {1, due, -3'000, {}, 1, {}, false}, {2, due, -4'000, {}, 1, {}, false}, {3, due, 90'000, {}, 1, {}, false}};
    const auto seen = forecast(still, {today}, 30);
    struct Case {
        std::string when;
        std::vector<std::uint32_t> unpaid;
        std::int64_t there;
    };
    const auto c = GENERATE(Case{"the first of the day", {1, 2}, 10'000}, Case{"the second of the day", {2}, 7'000});
    INFO(c.when);
    CHECK(seen.to_pay_with(due, c.unpaid).quantile(0.5) == c.there);
}

TEST_CASE("what is overdue is still to be paid today", "[forecast]")
{
    AccountInput still{1, 10'000, make_date(2025, 1, 1), {}, {{1, make_date(2025, 12, 20), -3'000, {}, 1, {}, false}}};
    const auto seen = forecast(still, {make_date(2026, 1, 1)}, 30);
    CHECK(seen.at_end_of(make_date(2026, 1, 1)).quantile(0.5) == 7'000);
}

TEST_CASE("a lost salary shows in the risk once its day has passed, and plainly once a second one is missing",
          "[forecast]")
{
    struct Case {
        std::string when;
        Date today;
        Date day;
        double at_least, above_usual;
    };
    const auto c = GENERATE(Case{"two weeks after the first", make_date(2026, 3, 25), make_date(2026, 4, 20), 0.3, 0.1},
                            Case{"days after the second", make_date(2026, 4, 14), make_date(2026, 5, 12), 0.5, 0.3});
    INFO(c.when);
    Household kept, lost;
    kept.today = lost.today = c.today;
    lost.last_salary = make_date(2026, 2, 28);
    const double risk = *look_ahead(lost).probability_below(c.day, 90'000),
                 usual = *look_ahead(kept).probability_below(c.day, 90'000);
    CHECK(risk > c.at_least);
    CHECK(risk > usual + c.above_usual);
}

TEST_CASE("the income that may not come is named as what makes the difference", "[forecast]")
{
    Household late;
    late.last_salary = make_date(2026, 2, 28);
    late.today = make_date(2026, 3, 11);
    const auto seen = look_ahead(late);
    const auto why = differences(seen, make_date(2026, 3, 28), 100'000);
    REQUIRE_FALSE(why.empty());
    REQUIRE(why[0].source == Source::stream);
    CHECK(seen.learned->streams[why[0].id].key == salary);
    CHECK(why[0].when_enough > why[0].when_short);
}

TEST_CASE("the sources of a difference add up to the change until then", "[forecast]")
{
    Household household;
    household.flows = {{1, make_date(2026, 3, 28), -20'000, {}, 1, {}, false}};
    const auto seen = look_ahead(household);
    const Date due = make_date(2026, 4, 5);
    std::int64_t usual = 0;
    for (const Difference& d : differences(seen, due, 50'000)) usual += d.usual;
    const Spread there = seen.to_pay_with(due);
    double mean = 0;
    for (int path = 0; path < seen.learned->with_streams; ++path)
        mean += there.value[static_cast<std::size_t>(path)] / seen.learned->with_streams;
    CHECK(std::abs(static_cast<double>(usual + household.balance) - mean) < 10);
}
