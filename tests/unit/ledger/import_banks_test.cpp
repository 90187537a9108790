#include "tests/support/catch.hpp"
#include "tests/support/statement_fixtures.hpp"

TEST_CASE("the statements of many banks are read right, whether or not the bank is known", "[import]")
{
    const bool bank_hints = GENERATE(true, false);
    const auto all = test_support::expectations(DUEWATCH_FIXTURES "/statements");
    REQUIRE(all.size() > 40);
    for (const auto& file : all) {
        INFO(file.stem().string() << ": " << test_support::read_expected(file)["when"]);
        CHECK(test_support::difference(file, bank_hints) == "");
    }
}
