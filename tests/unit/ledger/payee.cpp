#include "ledger/facts/payee.hpp"

#include "tests/support/catch.hpp"

TEST_CASE("two names mean the same payee when one holds the other by whole words", "[payee]")
{
    struct Case {
        const char *when, *a, *b;
        bool same;
    };
    const auto c =
        GENERATE(values<Case>({{"the same", "Rent", "Rent", true},
                               {"in capitals with more around it", "Rent", "TRF RENT 11/26", true},
                               {"cut short by the bank", "Spotify Premium", "SPOTIFY", true},
                               {"with digits before it", "Rent", "11RENT", true},
                               {"with digits after it", "Rent", "RENT2026", true},
                               {"within another word", "Rent", "Parenting Shop", false},
                               {"at the start of another word", "Rent", "Rentokil Pest", false},
                               {"at the start of a longer one", "Tax", "Taxi Central", false},
                               {"a brand that begins so", "Car", "Carrefour", false},
                               {"a brand with a digit in it", "Car", "Car2Go Hamburg", false},
                               {"in Cyrillic capitals", "Водоканал", "ВОДОКАНАЛ МОСКВА", true},
                               {"a longer Cyrillic word", "Газ", "Газета", false},
                               {"without its accents", "Électricité", "PRLV ELECTRICITE DE FRANCE", true},
                               {"Greek, without them", "Ύδρευση", "ΥΔΡΕΥΣΗ ΑΘΗΝΑ", true},
                               {"full-width", "ABC Power", "ＡＢＣ　ＰＯＷＥＲ", true},
                               {"a German sharp s", "Hauptstraße 5", "HAUPTSTRASSE 5", true},
                               {"umlauts spelled out", "Stadtwerke München", "STADTWERKE MUENCHEN GMBH", true},
                               {"Danish", "Østerport", "OSTERPORT APS", true},
                               {"Korean with its ending", "월세", "월세납부", true},
                               {"Thai", "ค่าน้ำ", "ชำระค่าน้ำประปา", true},
                               {"Latin beside Japanese", "abc", "ＡＢＣストア", true},
                               {"marks instead of blanks", "Netflix", "NETFLIX.COM", true},
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
