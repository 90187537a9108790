#include "ledger/values/money.hpp"

#include "tests/support/catch.hpp"

using namespace ledger;

namespace {
const Currency cny{}, jpy{{'J', 'P', 'Y'}}, kwd{{'K', 'W', 'D'}};
}

TEST_CASE("an amount is read and written to the last cent", "[money]")
{
    struct Case {
        const char* when;
        const char* text;
        Currency currency;
        std::int64_t minor;
        const char* written;
    };
    const auto c = GENERATE(
        Case{"whole", "1234", cny, 123400, "1234.00"}, Case{"with cents", "-1234.50", cny, -123450, "-1234.50"},
        Case{"less than one", "-.07", cny, -7, "-0.07"}, Case{"a sign before money in", "+12.3", cny, 1230, "12.30"},
        Case{"zeros behind what the currency has", "5.100000", cny, 510, "5.10"},
        Case{"a currency without cents", "4600", jpy, 4600, "4600"},
        Case{"a currency with thousandths", "1.234", kwd, 1234, "1.234"},
        Case{"the largest", "10000000000000.00", cny, Money::largest, "10000000000000.00"});
    INFO(c.when);
    const auto m = parse_money(c.text, c.currency);
    REQUIRE(m);
    CHECK(m->minor == c.minor);
    CHECK(decimal(*m) == c.written);
}

TEST_CASE("what is no amount is refused with the reason", "[money]")
{
    struct Case {
        const char* when;
        const char* text;
        Trouble trouble;
    };
    const auto c = GENERATE(
        Case{"a letter O for a zero", "1O.50", Trouble::not_an_amount}, Case{"nothing", "", Trouble::not_an_amount},
        Case{"only a sign", "-", Trouble::not_an_amount}, Case{"only a dot", ".", Trouble::not_an_amount},
        Case{"grouping", "1,234.00", Trouble::not_an_amount}, Case{"half a cent", "0.005", Trouble::too_many_decimals},
        Case{"one cent too large", "10000000000000.01", Trouble::amount_too_large},
        Case{"a very long number", "99999999999999999999999999999999999999999999", Trouble::amount_too_large});
    INFO(c.when);
    const auto m = parse_money(c.text, cny);
    REQUIRE_FALSE(m);
    CHECK(m.problem().trouble == c.trouble);
    CHECK(m.problem().text == c.text);
}

TEST_CASE("parts of an amount differ by at most a cent and sum to it", "[money]")
{
    const auto parts = split({100'00, cny}, 3);
    CHECK(parts == std::vector<Money>{{33'34, cny}, {33'33, cny}, {33'33, cny}});
    CHECK(split({-1, cny}, 2) == std::vector<Money>{{-1, cny}, {0, cny}});
}

TEST_CASE("interest is rounded half up, once, away from zero", "[money]")
{
    struct Case {
        const char* when;
        Money m;
        const char* rate;
        int count;
        int divisor;
        std::int64_t minor;
    };
    const auto c = GENERATE(Case{"35 days on 10,000 at 0.05 % a day", {10'000'00, cny}, "0.0005", 35, 1, 175'00},
                            Case{"exactly half a cent goes up", {1'00, cny}, "0.005", 1, 1, 1},
                            Case{"and away from zero", {-1'00, cny}, "0.005", 1, 1, -1},
                            Case{"under half a cent goes down", {1'00, cny}, "0.0049", 1, 1, 0},
                            Case{"a yearly rate by the day", {10'000'00, cny}, "0.15", 30, 365, 123'29});
    INFO(c.when);
    CHECK(times(c.m, *parse_rate(c.rate), c.count, c.divisor).minor == c.minor);
}

TEST_CASE("the largest amount bears a hundred years of interest without overflow", "[money]")
{
    CHECK(times({Money::largest, cny}, *parse_rate("0.0005"), 36500).minor == 18'250'000'000'000'000);
}

TEST_CASE("a rate is read and written without loss", "[money]")
{
    CHECK(decimal(*parse_rate("0.000506300")) == "0.0005063");
    CHECK(decimal(*parse_rate("1")) == "1");
    CHECK_FALSE(parse_rate("0.0000000001"));
    CHECK_FALSE(parse_rate("5 %"));
}
