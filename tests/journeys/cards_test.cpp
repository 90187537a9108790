#include "tests/journeys/world.hpp"

namespace {

using Words = std::vector<std::string>;

/// A card of these terms, with 10,000 bought on 23 March: the card of the worked examples E1 to E3.
struct Spring : World {
    explicit Spring(const Words& terms)
    {
        today = "2026-04-10";
        json(
            {"account", "add", "Checking", "--type", "checking", "--opening", "50000", "--opening-date", "2026-01-01"});
        Words add{"account", "add",         "Card", "--type",         "card",      "--statement-day",
                  "7",       "--due-after", "20",   "--opening-date", "2026-01-01"};
        add.insert(add.end(), terms.begin(), terms.end());
        json(add);
        json({"entry", "add", "--account", "Card", "--date", "2026-03-23", "--amount", "-10000", "--payee", "Shop"});
    }
};

}  // namespace

TEST_CASE("the cost of a card bill is exact at the command line, and says its arithmetic", "[cli][cards]")
{
    struct Case {
        const char* when;
        Words terms, pay;
        const char *interest, *late_fee;
    };
    const auto c = GENERATE(values<Case>({
        {"E1: the minimum on the due date", {}, {"--pay", "1000@2026-04-27"}, "220.00", "0.00"},
        {"E2: the same, unpaid part", {"--interest", "unpaid"}, {"--pay", "1000@2026-04-27"}, "202.50", "0.00"},
        {"E3: nothing", {}, {"--pay", "none"}, "225.00", "50.00"},
        {"E4a: 300 of the minimum", {"--interest", "unpaid"}, {"--pay", "300@2026-04-20"}, "218.25", "35.00"},
        {"E5a: short by less than the tolerance",
         {"--tolerance", "10"},
         {"--pay", "9991.10@2026-04-27"},
         "0.00",
         "0.00"},
        {"one fen more than the tolerance", {"--tolerance", "10"}, {"--pay", "9989.99@2026-04-27"}, "175.05", "0.00"},
        {"E6a: within the days of grace", {"--grace-days", "3"}, {"--pay", "10000@2026-04-29"}, "0.00", "0.00"},
        {"E11: cash",
         {"--cash-fee-rate", "0.01", "--cash-fee-floor", "10"},
         {"--pay", "10000@2026-04-27", "--cash", "3000@2026-04-17"},
         "30.00",
         "0.00"},
        {"a fixed fee for the first miss", {"--late-steps", "300,400,500"}, {"--pay", "none"}, "225.00", "300.00"},
        {"a floor under the late fee", {"--late-floor", "80"}, {"--pay", "none"}, "225.00", "80.00"},
        {"a cap on it", {"--late-cap", "20"}, {"--pay", "none"}, "225.00", "20.00"},
        {"from the statement date", {"--interest-from", "statement"}, {"--pay", "none"}, "150.00", "50.00"},
        {"rounded to whole yuan, each line",
         {"--interest", "unpaid", "--daily-rate", "0.00051", "--round", "1"},
         {"--pay", "none"},
         "230.00",
         "50.00"},
    }));
    INFO(c.when);
    const Spring w{c.terms};
    Words ask{"bill", "cost", "Card"};
    ask.insert(ask.end(), c.pay.begin(), c.pay.end());
    const auto cost = w.json(ask);
    CHECK(cost["interest"] == c.interest);
    CHECK(cost["late_fee"] == c.late_fee);
    CHECK(cost["on_statement"] == "2026-05-07");
    CHECK(cost["steps"].size() == cost["in_words"].size());
}

TEST_CASE("a card's terms begin as is usual in its region and at its bank, and say where that is from", "[cli][cards]")
{
    struct Case {
        const char* when;
        Words words;
        const char *preset, *minimum, *interest, *late;
    };
    const auto c = GENERATE(values<Case>({
        {"by the currency", {}, "CN", "0.1", "full", "0.05"},
        {"by the bank: ICBC charges the unpaid part", {"--issuer", "icbc"}, "CN", "0.1", "unpaid", "0.05"},
        {"by the bank: CITIC's minimum", {"--issuer", "citic"}, "CN", "0.05", "full", "0.05"},
        {"Taiwan", {"--currency", "TWD"}, "TW", "0.1", "unpaid", "0"},
        {"Hong Kong", {"--currency", "HKD"}, "HK", "0.01", "full", "1"},
        {"Singapore", {"--currency", "SGD"}, "SG", "0.03", "full", "0"},
        {"the United States", {"--currency", "USD"}, "US", "0.01", "adb", "1"},
        {"the United Kingdom", {"--currency", "GBP"}, "GB", "0.01", "adb", "0"},
        {"a region that is named", {"--currency", "USD", "--region", "HK"}, "HK", "0.01", "full", "1"},
        {"elsewhere", {"--currency", "EUR"}, "generic", "0.1", "full", "0.05"},
        {"what is said wins",
         {"--minimum-rate", "0.07", "--interest", "adb", "--late-rate", "0.02"},
         "CN",
         "0.07",
         "adb",
         "0.02"},
    }));
    INFO(c.when);
    const World w;
    Words add{"account", "add", "Card", "--type", "card", "--statement-day", "5", "--due-day", "25"};
    add.insert(add.end(), c.words.begin(), c.words.end());
    const auto card = w.json(add)["card"];
    CHECK(card["preset"] == c.preset);
    CHECK(card["minimum_rate"] == c.minimum);
    CHECK(card["interest"] == c.interest);
    CHECK(card["late_rate"] == c.late);
    const auto presets = w.json({"account", "presets"})["presets"];
    CHECK(presets.size() == 7);
    for (const auto& p : presets) CHECK(p["source"].get<std::string>().size() > 20);
}

TEST_CASE("a card's terms can be changed, and nothing else about it changes with them", "[cli][cards]")
{
    const Spring w{Words{}};
    CHECK(w.json({"account", "edit", "Card", "--minimum-rate", "0.05"})["card"]["minimum_rate"] == "0.05");
    CHECK(w.bill("Card")["minimum"] == "500.00");
    const auto taiwan = w.json({"account", "edit", "Card", "--region", "TW"})["card"];
    CHECK(taiwan["minimum_older"] == "0.02");
    CHECK(taiwan["late_steps"].empty());  // amounts of another currency are left out
    CHECK(taiwan["statement_day"] == 7);
    CHECK(w({"account", "edit", "Card", "--region", "MARS"}).exit == 1);
    CHECK(w({"account", "edit", "Card", "--daily-rate", "5"}).exit == 1);
    CHECK(w({"account", "edit", "Checking", "--due-day", "5"}).exit == 1);
}

TEST_CASE("a card's cycle closes on its day, in short months on the last, and a purchase on that day belongs to it",
          "[cli][cards]")
{
    struct Case {
        const char *when, *bought, *statement, *due;
    };
    const auto c = GENERATE(values<Case>({{"on the last day of a long month", "2026-07-31", "2026-07-31", "2026-08-25"},
                                          {"the day after", "2026-08-01", "2026-08-31", "2026-09-25"},
                                          {"on the last day of February", "2026-02-28", "2026-02-28", "2026-03-25"},
                                          {"on 1 March", "2026-03-01", "2026-03-31", "2026-04-25"}}));
    INFO(c.when);
    World w;
    w.today = c.due;
    w.json({"account", "add", "Card", "--type", "card", "--statement-day", "31", "--due-day", "25", "--opening-date",
            "2026-01-01"});
    w.json({"entry", "add", "--account", "Card", "--date", c.bought, "--amount", "-100", "--payee", "Shop"});
    const auto bill = w.bill("Card");
    CHECK(bill["statement_date"] == c.statement);
    CHECK(bill["due"] == c.due);
    CHECK(bill["status"] == "due");
}

TEST_CASE("a refund after the statement lowers what is owed, and the statement stays what it was", "[cli][cards]")
{
    const Spring w{Words{}};
    w.json({"entry", "add", "--account", "Card", "--date", "2026-04-09", "--amount", "250", "--payee", "Shop refund"});
    const auto bill = w.bill("Card");
    CHECK(bill["amount"] == "10000.00");
    CHECK(bill["still_owed"] == "9750.00");
}

TEST_CASE("what the issuer printed wins and the formula's figures stay beside it", "[cli][cards]")
{
    Spring w{Words{}};
    w.json({"bill", "statement", "Card", "--date", "2026-04-08", "--due", "2026-04-29", "--amount", "10012.34",
            "--minimum", "1200"});
    auto bill = w.bill("Card");
    CHECK(bill["amount"] == "10012.34");
    CHECK(bill["minimum"] == "1200.00");
    CHECK(bill["due"] == "2026-04-29");
    CHECK(bill["statement_date"] == "2026-04-08");
    CHECK(bill["formula"]["amount"] == "10000.00");
    CHECK(bill["formula"]["minimum"] == "1000.00");
    CHECK(bill["formula"]["due"] == "2026-04-27");
    w.json({"bill", "pay", "Card", "--amount", "1200"});
    bill = w.bill("Card");
    CHECK(bill["status"] == "minimum_paid");
    CHECK(bill["still_owed"] == "8812.34");
    CHECK(w({"bill", "statement", "Card", "--date", "2026-04-08", "--due", "2026-04-01", "--amount", "1"}).exit == 1);
    CHECK(w({"bill", "statement", "Card", "--date", "2026-04-08", "--due", "2026-04-29", "--amount", "100", "--minimum",
             "200"})
              .exit == 1);
}

TEST_CASE("the next statement is projected from what was spent and what is usually spent", "[cli][cards]")
{
    Spring w{Words{}};
    w.today = "2026-04-17";
    w.json({"entry", "add", "--account", "Card", "--date", "2026-04-15", "--amount", "-300", "--payee", "Shop"});
    const auto projected = w.json({"bill", "list", "--projected"});
    for (const auto& b : projected["bills"])
        if (b["projected"] == true && b["statement_date"] == "2026-05-07") {
            // 300 so far; 10,300 in the 25 days since the first purchase, and 20 days are still to come until the
            // statement
            CHECK(b["amount"] == "8540.00");
            CHECK(b["estimate"] == true);
        }
}

TEST_CASE("the minimum asks for what was missed before, what is over the limit, and the charges in full",
          "[cli][cards]")
{
    Spring w{Words{"--limit", "9000"}};
    CHECK(w.bill("Card")["minimum"] == "1900.00");  // 10 % of 9,000 and the 1,000 over the limit
    w.today = "2026-05-10";
    w.json({"entry", "add", "--account", "Card", "--date", "2026-05-07", "--amount", "-225", "--payee", "Interest",
            "--category", "Loans and cards:Interest"});
    w.json({"account", "edit", "Card", "--limit", "0"});
    CHECK(w.bill("Card")["minimum"] == "2125.00");  // 1,000 missed, 225 of interest, 10 % of 9,000
}

TEST_CASE("a payment to a card that two files tell days apart settles its statement once", "[cli][cards]")
{
    Spring w{Words{"--last4", "4321"}};
    w.today = "2026-04-30";
    const auto bank = w.folder.write("bank.csv",
                                     "Date,Description,Amount,Balance\n2026-04-24,Grocer,-20.00,49980.00\n2026-04-25,"
                                     "Card payment 4321,-10000.00,39980.00\n");
    const auto card = w.folder.write(
        "card.csv",
        "Date,Description,Amount\n2026-04-27,Payment received thank you,10000.00\n2026-04-28,Cafe,-12.00\n");
    SECTION("the bank's first: it is paid before the card's file is there")
    {
        w.json({"import", bank.string(), "--account", "Checking"});
        CHECK(w.bill("Card")["status"] == "paid");
        w.json({"import", card.string(), "--account", "Card"});
    }
    SECTION("the card's first")
    {
        w.json({"import", card.string(), "--account", "Card"});
        CHECK(w.bill("Card")["status"] == "paid");
        w.json({"import", bank.string(), "--account", "Checking"});
    }
    const auto bill = w.bill("Card");
    CHECK(bill["status"] == "paid");
    CHECK(bill["paid"] == "10000.00");
    CHECK(w.json({"bill", "cost", "Card", "--on", "2026-04-27"})["total"] == "0.00");  // it left in time
    CHECK(w.balance("Card") == "-12.00");
    CHECK(w.balance("Checking") == "39980.00");
}

TEST_CASE("a quote shows the schedule and the true yearly rate beside the fee", "[cli][cards]")
{
    struct Case {
        const char* when;
        Words words;
        const char *monthly, *last, *total, *apr;
    };
    const auto c = GENERATE(values<Case>({
        {"E8a: a fee of 0.75 % a month sounds like 9 %",
         {"9000", "--months", "3", "--fee", "0.0075"},
         "3067.50",
         "3067.50",
         "9202.50",
         "13.45"},
        {"E8c", {"24000", "--months", "24", "--fee", "0.0065"}, "1156.00", "1156.00", "27744.00", "14.33"},
        {"E9a: a personal plan without interest",
         {"50400", "--months", "24", "--kind", "equal-parts"},
         "2100.00",
         "2100.00",
         "50400.00",
         "0.00"},
        {"E10: as many months as can be afforded",
         {"50400", "--a-month", "2025", "--kind", "equal-parts"},
         "2016.00",
         "2016.00",
         "50400.00",
         "0.00"},
        {"what does not divide goes on the last",
         {"1000", "--months", "3", "--kind", "equal-parts"},
         "333.33",
         "333.34",
         "1000.00",
         "0.00"},
        {"an annuity",
         {"120000", "--months", "12", "--kind", "annuity", "--rate", "0.06"},
         "10327.97",
         "10327.99",
         "123935.66",
         "6.00"},
        {"equal principal",
         {"120000", "--months", "12", "--kind", "equal-principal", "--rate", "0.06"},
         "10600.00",
         "10050.00",
         "123900.00",
         "6.00"},
        {"interest only",
         {"120000", "--months", "12", "--kind", "interest-only", "--rate", "0.06"},
         "600.00",
         "120600.00",
         "127200.00",
         "6.00"},
    }));
    INFO(c.when);
    const World w;
    Words ask{"quote"};
    ask.insert(ask.end(), c.words.begin(), c.words.end());
    const auto quote = w.json(ask);
    CHECK(quote["monthly"] == c.monthly);
    CHECK(quote["last"] == c.last);
    CHECK(quote["total_paid"] == c.total);
    CHECK(quote["apr"] == c.apr);
}
