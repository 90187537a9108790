#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/register.hpp"

using namespace view;
using testing::cny;
using testing::day;

TEST_CASE("a day is read as people type it", "[view]")
{
    struct Case {
        const char* when;
        const char* typed;
        const char* meant;
    };
    const auto c = GENERATE(
        Case{"in full", "2026-12-05", "2026-12-05"}, Case{"the day alone, closest to today", "5", "2026-12-05"},
        Case{"the day alone, a few days back", "20", "2026-11-20"}, Case{"month and day", "12-05", "2026-12-05"},
        Case{"across the new year", "1/3", "2027-01-03"}, Case{"from today on", "+3", "2026-11-25"},
        Case{"the word", "today", "2026-11-22"}, Case{"Chinese", "2026年12月5日", "2026-12-05"},
        Case{"Chinese without the year", "12月5日", "2026-12-05"},
        Case{"full-width digits", "１２－０５", "2026-12-05"}, Case{"with blanks", "  5 ", "2026-12-05"});
    CAPTURE(c.when);
    const auto read = read_day(c.typed, {day("2026-11-22")}, wording::Words{"en", "US"});
    REQUIRE(read.ok());
    CHECK(ledger::iso(*read) == c.meant);
}

TEST_CASE("what is no day is refused with what was typed", "[view]")
{
    const auto* typed = GENERATE("", "tomorrow?", "13-45", "2026-02-30", "5.5.5.5");
    CAPTURE(typed);
    const auto read = read_day(typed, {day("2026-11-22")}, wording::Words{});
    REQUIRE_FALSE(read.ok());
    CHECK(read.problem().trouble == ledger::Trouble::not_a_date);
    CHECK(read.problem().text == typed);
}

TEST_CASE("the side of an entry comes from its sign, else from the choice", "[view]")
{
    struct Case {
        const char* when;
        const char* typed;
        bool money_in;
        std::int64_t fen;
    };
    const auto c =
        GENERATE(Case{"spent is the usual", "12.30", false, -1230}, Case{"received was chosen", "12.30", true, 1230},
                 Case{"a minus wins over received", "-12.30", true, -1230},
                 Case{"a plus wins over spent", "+12.30", false, 1230}, Case{"a real minus", "−5", true, -500},
                 Case{"grouped, with a sign of currency", "¥1,234.50", false, -123450},
                 Case{"full-width", "１２．５", false, -1250});
    CAPTURE(c.when);
    SaveEntry entry;
    entry.amount = c.typed;
    entry.money_in = c.money_in;
    const auto amount = line_amount(entry, {});
    REQUIRE(amount.ok());
    CHECK(amount->minor == c.fen);
}

TEST_CASE("the register reads only the pages that come into sight", "[view]")
{
    int fetched = 0;
    RegisterRows rows{1'000'000, [&](std::int64_t offset, std::int64_t limit) {
                          ++fetched;
                          std::vector<db::RegisterRow> page(static_cast<std::size_t>(limit));
                          for (std::size_t i = 0; i < page.size(); ++i)
                              page[i].entry.id = {offset + static_cast<std::int64_t>(i) + 1};
                          return page;
                      }};
    for (int row = 500'000; row < 500'040; ++row) REQUIRE(rows.at(row)->entry.id.value == row + 1);
    CHECK(fetched == 1);
    CHECK(rows.at(999'999)->entry.id.value == 1'000'000);
    CHECK(rows.at(1'000'000) == nullptr);
    CHECK(rows.at(-1) == nullptr);
    for (int page = 0; page < 50; ++page) rows.at(page * RegisterRows::page);
    CHECK(rows.at(0)->entry.id.value == 1);  // given up and read again
}
