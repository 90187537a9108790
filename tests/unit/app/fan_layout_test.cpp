#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/viewmodel/fan_layout.hpp"

using namespace view;

namespace {

Fan between(std::int64_t low, std::int64_t high)
{
    Fan fan;
    fan.days = {{"a day", "", low, low, (low + high) / 2, high, high, {}}};
    return fan;
}

/// Whether two flags that are shown share a spot, or one hangs over the other's pole.
bool clash(const std::vector<FlagWish>& wishes, const std::vector<FlagPlace>& places)
{
    const auto from = [&](std::size_t i) { return places[i].left ? wishes[i].pole - wishes[i].width : wishes[i].pole; };
    const auto to = [&](std::size_t i) { return places[i].left ? wishes[i].pole : wishes[i].pole + wishes[i].width; };
    for (std::size_t i = 0; i < wishes.size(); ++i)
        for (std::size_t j = 0; j < wishes.size(); ++j) {
            if (i == j || !places[i].shown || !places[j].shown) continue;
            if (places[i].lane == places[j].lane && from(i) < to(j) && from(j) < to(i)) return true;
            if (places[j].lane > places[i].lane && from(i) < wishes[j].pole && wishes[j].pole < to(i)) return true;
        }
    return false;
}

}  // namespace

TEST_CASE("the amounts at the axis are round, cover everything and zero", "[fan]")
{
    struct Case {
        const char* when;
        std::int64_t low, high;
        int at_most;
        std::int64_t foot, step;
    };
    const auto c = GENERATE(Case{"all above zero", 500'00, 1'900'00, 6, 0, 500'00},
                            Case{"across zero", -580'00, 2'400'00, 6, -729'00, 500'00},
                            Case{"all below zero", -900'00, -100'00, 5, -945'00, 200'00}, Case{"yen", -3, 12, 9, -3, 2},
                            Case{"only two", 0, 999, 2, 0, 500},
                            Case{"a fortune", 0, 900'000'000'000'000, 6, 0, 200'000'000'000'000});
    INFO(c.when);
    const auto s = scale(between(c.low, c.high), c.at_most);
    CHECK(s.range.low == c.foot);
    CHECK(s.range.low <= std::min<std::int64_t>(c.low, 0));
    CHECK(s.range.high >= c.high);
    REQUIRE(s.ticks.size() >= 2);
    CHECK(static_cast<int>(s.ticks.size()) <= c.at_most);
    CHECK(s.ticks[1].value - s.ticks[0].value == c.step);
    bool zero = false;
    for (const auto& tick : s.ticks) zero = zero || tick.value == 0;
    CHECK(zero);
}

TEST_CASE("a balance that is nothing and stays nothing still has an axis", "[fan]")
{
    const auto s = scale(between(0, 0), 5);
    CHECK(s.range.high > s.range.low);
}

TEST_CASE("ticks that are given are kept", "[fan]")
{
    auto fan = between(100, 900);
    fan.ticks = {{0, "nothing"}, {1000, "ten"}};
    const auto s = scale(fan, 5);
    CHECK(s.ticks.size() == 2);
    CHECK(s.range.high == 1000);
}

TEST_CASE("the cursor says what falls due that day", "[fan]")
{
    auto fan = between(100, 300);
    fan.past = {{"yesterday", "", 42, {}}};
    fan.marks = {{0, "Rent", "980.00", Level::tight}, {0, "Power", "", Level::safe}};
    CHECK(read_out(fan, 0) == "yesterday\n42");
    CHECK(read_out(fan, 1) == "a day\n200  (100 – 300)\nRent  980.00\nPower");
    fan.days[0].read_out = "in other words";
    CHECK(read_out(fan, 1) == "in other words\nRent  980.00\nPower");
}

TEST_CASE("flags never touch, and where there is no room the calmest go", "[fan]")
{
    std::vector<FlagWish> wishes;
    unsigned random = 7;
    const auto next = [&random](unsigned below) {
        random = random * 1664525U + 1013904223U;
        return (random >> 8) % below;
    };
    for (int round = 0; round < 200; ++round) {
        wishes.clear();
        for (unsigned i = 0; i < 1 + next(14); ++i)
            wishes.push_back({static_cast<double>(next(700)), 20.0 + next(160), static_cast<Level>(next(4))});
        const auto places = place_flags(wishes, 0, 700, static_cast<int>(1 + next(3)), 8);
        REQUIRE(places.size() == wishes.size());
        INFO("round " << round);
        CHECK_FALSE(clash(wishes, places));
    }
    wishes = {{100, 80, Level::safe}, {104, 80, Level::will_miss}, {108, 80, Level::tight}};
    const auto one_row = place_flags(wishes, 90, 400, 1, 8);
    CHECK(one_row[1].shown);
    CHECK_FALSE(one_row[0].shown);
    CHECK_FALSE(one_row[2].shown);
    const auto three_rows = place_flags(wishes, 90, 400, 3, 8);
    CHECK((three_rows[0].shown && three_rows[1].shown && three_rows[2].shown));
    CHECK(place_flags({}, 0, 100, 3, 8).empty());
}
