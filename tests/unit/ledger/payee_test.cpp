#include "ledger/import/drafts/payee.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

using namespace ledger;

TEST_CASE("a payee is shown without what the bank wrote around it", "[import][payee]")
{
    struct Case {
        const char* when;
        const char* printed;
        const char* shown;
    };
    const auto c = GENERATE(
        Case{"a plain name", "Bakery Miller", "Bakery Miller"},
        Case{"a terminal number", "STARBUCKS 1234567", "STARBUCKS"},
        Case{"a number and a city", "STARBUCKS 1234567 LONDON GB", "STARBUCKS"},
        Case{"a city and a state", "TRADER JOES #0123 SEATTLE WA", "TRADER JOES"},
        Case{"a city in two words", "WHOLE FOODS NEW YORK NY US", "WHOLE FOODS"},
        Case{"a masked card", "Amazon XXXX1234", "Amazon"},
        Case{"a card processor", "SQ *BLUE BOTTLE COFFEE", "BLUE BOTTLE COFFEE"},
        Case{"another", "PAYPAL *SPOTIFY", "SPOTIFY"},
        Case{"the bank's own words", "POS PURCHASE 4402 TESCO STORES 3321", "TESCO STORES"},
        Case{"a date", "Card payment to TESCO 12/03", "TESCO"},
        Case{"German, with a place after two strokes", "REWE SAGT DANKE 43011//BERLIN/DE 2024-03-01T12:00",
             "REWE SAGT DANKE"},
        Case{"German, with the kind of payment", "KARTENZAHLUNG EDEKA CENTER 0815", "EDEKA CENTER"},
        Case{"French", "PAIEMENT PAR CARTE X1234 CARREFOUR 75001 PARIS", "CARREFOUR"},
        Case{"a branch in brackets", "星巴克（上海南京路店）", "星巴克"},
        Case{"a wallet in front", "支付宝-美味餐厅", "美味餐厅"}, Case{"another wallet", "财付通-滴滴出行", "滴滴出行"},
        Case{"a quick payment", "快捷支付-京东商城", "京东商城"},
        Case{"nothing but a number", "0012345678", "0012345678"},
        Case{"a name that begins like the bank's words", "Posthalterei Krone", "Posthalterei Krone"},
        Case{"a short number belongs to the name", "Pier 39", "Pier 39"},
        Case{"a shop called by a number", "7-Eleven", "7-Eleven"}, Case{"a wallet alone", "支付宝", "支付宝"},
        Case{"nothing", "", ""}, Case{"a country that is a name", "Hotel IT", "Hotel"});
    INFO(c.when);
    CHECK(clean_payee(c.printed) == c.shown);
}

TEST_CASE("a payee is never made longer, and cleaning it again changes nothing", "[import][payee]")
{
    const std::string text = GENERATE("STARBUCKS 1234567 LONDON GB", "支付宝-星巴克（北京店）", "SQ *SQ *X", "((((",
                                      "pos pos pos", "////", "\xff\xfe\x80", "消费 消费 消费", "  - ");
    INFO(text);
    const auto once = clean_payee(text);
    CHECK(once.size() <= text.size());
    CHECK(clean_payee(once) == once);
}

TEST_CASE("two spellings of one payee have one key", "[import][payee]")
{
    CHECK(payee_key("REWE Markt GmbH 4711") == payee_key("Rewe Markt"));
    CHECK(payee_key("Café de la Paix") == payee_key("CAFE PAIX"));
    CHECK(payee_key("Shell") != payee_key("Esso"));
    CHECK(payee_key("12345") == "12345");
}

TEST_CASE("the words of a text are those that may tell a category", "[import][payee]")
{
    CHECK(telling_words("Apotheke am Markt GmbH 12") == std::vector<std::string>{"apotheke", "markt"});
    const auto chinese = telling_words("美味餐厅有限公司");
    CHECK(std::find(chinese.begin(), chinese.end(), "餐厅") != chinese.end());
    CHECK(std::find(chinese.begin(), chinese.end(), "公司") == chinese.end());
}
