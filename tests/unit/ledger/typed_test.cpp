// What a person types into a field, read as it was meant or refused with both readings.
#include "ledger/values/typed_amount.hpp"
#include "ledger/values/typed_date.hpp"
#include "tests/support/catch.hpp"

using ledger::DayOrder;
using ledger::Toward;
using ledger::Trouble;

namespace {

ledger::Currency currency(const char* code)
{
    return *ledger::parse_currency(code);
}

std::string amount(const char* typed, const char* code)
{
    const auto read = ledger::typed_amount(typed, currency(code));
    return read ? ledger::decimal(*read) : read.problem().detail;
}

constexpr ledger::Today today()
{
    using namespace date::literals;
    return {ledger::Date{2026_y / date::December / 1}};
}

std::string day(const char* typed, Toward toward, DayOrder order = DayOrder::unknown)
{
    const auto read = ledger::typed_date(typed, today(), toward, order);
    return read ? ledger::iso(*read) : read.problem().detail;
}

}  // namespace

TEST_CASE("an amount is what its writer meant, in every country's way of writing", "[typed]")
{
    struct Case {
        const char *when, *typed, *code, *is;
    };
    const auto c = GENERATE(
        Case{"a decimal comma", "12,50", "EUR", "12.50"}, Case{"a decimal point", "12.50", "EUR", "12.50"},
        Case{"a big sum with a comma", "1350,00", "EUR", "1350.00"}, Case{"German", "1.234,56", "EUR", "1234.56"},
        Case{"English", "1,234.56", "USD", "1234.56"}, Case{"Swiss", "1'234.56", "CHF", "1234.56"},
        Case{"Swiss, the other apostrophe", "1’234.56", "CHF", "1234.56"}, Case{"French", "1 234,56", "EUR", "1234.56"},
        Case{"French, with a narrow blank", "1\u202F234,56 €", "EUR", "1234.56"},
        Case{"Indian", "1,23,456.00", "INR", "123456.00"}, Case{"millions", "1.234.567", "EUR", "1234567.00"},
        Case{"one place", "1.234,5", "EUR", "1234.50"}, Case{"a sign before", "€12", "EUR", "12.00"},
        Case{"a sign behind", "12 €", "EUR", "12.00"}, Case{"the code behind", "12 eur", "EUR", "12.00"},
        Case{"Chinese keyboard", "５０．５元", "CNY", "50.50"}, Case{"full-width yen sign", "￥12.5", "CNY", "12.50"},
        Case{"money out, before the sign", "-¥12", "CNY", "-12.00"}, Case{"a real minus", "−12,5", "EUR", "-12.50"},
        Case{"New Taiwan dollars", "NT$1,200.00", "TWD", "1200.00"}, Case{"no whole part", ",5", "EUR", "0.50"},
        Case{"a currency without places cannot mean a fraction", "1,234", "JPY", "1234"},
        Case{"… nor with a dot", "1.234", "KRW", "1234"},
        Case{"three places as scripts write them", "1.234", "KWD", "1.234"},
        Case{"zeros that change nothing", "12,500000", "EUR", "12.50"});
    CAPTURE(c.when, c.typed);
    CHECK(amount(c.typed, c.code) == c.is);
}

TEST_CASE("an amount that can be read in two ways is not guessed: both are named", "[typed]")
{
    struct Case {
        const char *typed, *code, *both;
    };
    const auto c = GENERATE(Case{"1,234", "EUR", "1234 | 1.234"}, Case{"1.234", "EUR", "1234 | 1.234"},
                            Case{"12,500", "USD", "12500 | 12.500"}, Case{"1,234", "KWD", "1234 | 1.234"},
                            Case{"10+1,234", "EUR", "1234 | 1.234"});
    CAPTURE(c.typed);
    const auto read = ledger::typed_amount(c.typed, currency(c.code));
    REQUIRE_FALSE(read);
    CHECK(read.problem().trouble == Trouble::ambiguous);
    CHECK(read.problem().detail == c.both);
    CHECK(read.problem().text == c.typed);
}

TEST_CASE("an amount field reckons, exactly", "[typed]")
{
    struct Case {
        const char *typed, *is;
    };
    const auto c =
        GENERATE(Case{"12+3.5*2", "19.00"}, Case{"12,50+1", "13.50"}, Case{"(1+2)*3", "9.00"}, Case{"100/3", "33.33"},
                 Case{"200/3", "66.67"}, Case{"-200/3", "-66.67"}, Case{"10 - 2 - 3", "5.00"}, Case{"2×3", "6.00"},
                 Case{"1/3*3", "1.00"}, Case{"0.1+0.2", "0.30"}, Case{"-(2+3)", "-5.00"});
    CAPTURE(c.typed);
    CHECK(amount(c.typed, "EUR") == c.is);
}

TEST_CASE("what is no amount is refused, and says why", "[typed]")
{
    struct Case {
        const char* typed;
        Trouble why;
    };
    const auto c = GENERATE(Case{"", Trouble::not_an_amount}, Case{"+", Trouble::not_an_amount},
                            Case{"1//2", Trouble::not_an_amount}, Case{"10/0", Trouble::not_an_amount},
                            Case{"1e5", Trouble::not_an_amount}, Case{"12 50", Trouble::not_an_amount},
                            Case{"1.2.3", Trouble::not_an_amount}, Case{"12,5,0", Trouble::not_an_amount},
                            Case{"12 USD", Trouble::not_an_amount}, Case{"$5", Trouble::not_an_amount},
                            Case{"(12.50)", Trouble::not_an_amount}, Case{"0.005", Trouble::too_many_decimals},
                            Case{"0,125", Trouble::too_many_decimals}, Case{"1234,567", Trouble::too_many_decimals},
                            Case{"99999999999999999999", Trouble::amount_too_large},
                            Case{"99999999999*99999999999*99999999999*99999999999", Trouble::amount_too_large});
    CAPTURE(c.typed);
    const auto read = ledger::typed_amount(c.typed, currency("EUR"));
    REQUIRE_FALSE(read);
    CHECK(read.problem().trouble == c.why);
}

TEST_CASE("a due date that is typed short is still to come, an entry's has been", "[typed]")
{
    struct Case {
        const char *typed, *future, *past;
    };
    const auto c =
        GENERATE(Case{"20", "2026-12-20", "2026-11-20"}, Case{"1", "2026-12-01", "2026-12-01"},
                 Case{"31", "2026-12-31", "2026-10-31"}, Case{"12-05", "2026-12-05", "2025-12-05"},
                 Case{"2-29", "2028-02-29", "2024-02-29"}, Case{"mon", "2026-12-07", "2026-11-30"},
                 Case{"tuesday", "2026-12-01", "2026-12-01"}, Case{"周五", "2026-12-04", "2026-11-27"},
                 Case{"12月5日", "2026-12-05", "2025-12-05"}, Case{"５", "2026-12-05", "2026-11-05"},
                 Case{"t", "2026-12-01", "2026-12-01"}, Case{"+3", "2026-12-04", "2026-12-04"},
                 Case{"-1", "2026-11-30", "2026-11-30"}, Case{"+2w", "2026-12-15", "2026-12-15"},
                 Case{"5.12.2026", "2026-12-05", "2026-12-05"}, Case{"20261205", "2026-12-05", "2026-12-05"});
    CAPTURE(c.typed);
    CHECK(day(c.typed, Toward::future) == c.future);
    CHECK(day(c.typed, Toward::past) == c.past);
}

TEST_CASE("day and month stand as the reader's country writes them, and where that is not known both days are named",
          "[typed]")
{
    CHECK(day("5/3", Toward::future, DayOrder::day_first) == "2027-03-05");
    CHECK(day("5/3", Toward::future, DayOrder::month_first) == "2027-05-03");
    CHECK(day("5/3", Toward::future) == "2027-05-03 | 2027-03-05");
    CHECK(day("13/3", Toward::future) == "2027-03-13");
    CHECK(day("5/12/2026", Toward::either) == "2026-05-12 | 2026-12-05");
    CHECK(ledger::day_order_of(ledger::country_of("de_DE.UTF-8")) == DayOrder::day_first);
    CHECK(ledger::day_order_of(ledger::country_of("en_US.UTF-8")) == DayOrder::month_first);
    CHECK(ledger::day_order_of(ledger::country_of("C.UTF-8")) == DayOrder::unknown);
    CHECK(ledger::day_order_of(ledger::country_of("en_CA")) == DayOrder::unknown);
}

TEST_CASE("what is no day is refused", "[typed]")
{
    const auto typed =
        GENERATE(as<const char*>{}, "", "abc", "0", "32", "2026-02-30", "5//3", "+", "-", "1 2 3", "2026");
    CAPTURE(typed);
    CHECK_FALSE(ledger::typed_date(typed, today(), Toward::future, DayOrder::day_first));
}
