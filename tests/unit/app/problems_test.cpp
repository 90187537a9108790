#include "ui/wording/problems.hpp"

#include "tests/support/catch.hpp"

TEST_CASE("every trouble has a sentence in every language, without a hole", "[wording]")
{
    for (const char* language : {"en", "zh_CN", "zh_TW"}) {
        const wording::Words words{language};
        for (int i = 0; i <= static_cast<int>(ledger::Trouble::not_found); ++i) {
            for (const char* detail : {"", "DETAIL"}) {
                for (const char* text : {"", "TEXT"}) {
                    const ledger::Problem problem{
                        .trouble = static_cast<ledger::Trouble>(i), .field = "--field", .text = text, .detail = detail};
                    const auto said = wording::sentence(problem, words);
                    INFO(i << ' ' << language << ": " << said);
                    CHECK(said.size() > 15);
                    CHECK(said.starts_with("--field: "));
                    CHECK(said.find('{') == std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("what was typed may hold braces", "[wording]")
{
    const auto said =
        wording::sentence({.trouble = ledger::Trouble::no_such, .field = "--account", .text = "{0}{x}", .detail = "{}"},
                          wording::Words{"en"});
    CHECK(said.find("{0}{x}") != std::string::npos);
}

TEST_CASE("a problem of a file names its line and column", "[wording]")
{
    const ledger::Problem problem{
        .trouble = ledger::Trouble::unreadable_cell, .field = "amount", .text = "1O.50", .line = 17, .column = 3};
    CHECK(wording::sentence(problem, wording::Words{"en"}).starts_with("line 17, column 3: “1O.50”"));
}

TEST_CASE("every way the disk can fail says what was kept or what to do", "[wording]")
{
    using Kind = db::StorageError::Kind;
    for (const auto kind : {Kind::cannot_open, Kind::not_a_ledger, Kind::newer_version, Kind::damaged, Kind::locked,
                            Kind::disk_full, Kind::read_only, Kind::other}) {
        const auto said = wording::sentence(kind, "/home/a.duewatch", "why", wording::Words{"en"});
        CHECK(said.find("/home/a.duewatch") != std::string::npos);
        CHECK(said.find('{') == std::string::npos);
    }
}
