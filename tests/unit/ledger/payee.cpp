#include "ledger/facts/payee.hpp"

#include "tests/support/catch.hpp"

TEST_CASE("two names mean the same payee when one holds the other from the start of a word on", "[payee]")
{
    struct Case {
        const char *when, *a, *b;
        bool same;
    };
    const auto c = GENERATE(values<Case>({{"the same", "Rent", "Rent", true},
                                          {"in capitals with more around it", "Rent", "TRF RENT 11/26", true},
                                          {"cut short by the bank", "Spotify Premium", "SPOTIFY", true},
                                          {"with digits before it", "Rent", "11RENT", true},
                                          {"within another word", "Rent", "Parenting Shop", false},
                                          {"in Chinese", "物业", "万科物业管理费", true},
                                          {"one Chinese sign", "水", "水果店", false},
                                          {"one sign and the same", "水", "水", true},
                                          {"one letter", "E", "Electricity", false},
                                          {"blanks around it", "  Rent ", "rent", true},
                                          {"nothing", "", "Rent", false},
                                          {"nothing at all", "", "", false}}));
    INFO(c.when);
    CHECK(ledger::same_payee(c.a, c.b) == c.same);
    CHECK(ledger::same_payee(c.b, c.a) == c.same);
}
