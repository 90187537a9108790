// A month of daily work on the command line: search, rules, many entries at once, statements, closed accounts, reports
// in another currency.
#include "tests/journeys/world.hpp"

namespace {

/// Some entries of November in yuan and dollars.
void live_a_month(const World& w)
{
    w.settle_in();
    w.json({"account", "add", "Abroad", "--type", "checking", "--currency", "USD", "--opening", "100", "--opening-date",
            "2026-01-01"});
    w.json({"entry", "add", "--account", "Checking", "--date", "2026-11-02", "--amount", "-12.30", "--payee",
            "美团外卖", "--memo", "晚餐"});
    w.json(
        {"entry", "add", "--account", "Checking", "--date", "2026-11-05", "--amount", "-80", "--payee", "Uber Trip"});
    w.json({"entry", "add", "--account", "Savings", "--date", "2026-11-06", "--amount", "-7", "--payee", "uber trip",
            "--category", "Travel"});
    w.json({"entry", "add", "--account", "Abroad", "--date", "2026-11-07", "--amount", "-10", "--payee", "Diner",
            "--category", "Food"});
}

}  // namespace

TEST_CASE("entries are found by any word in any place, one Chinese letter too", "[cli][search]")
{
    const World w;
    live_a_month(w);
    struct Case {
        const char *when, *text;
        int found;
    };
    const Case cases[] = {{"one Chinese letter", "餐", 1},
                          {"two", "外卖", 1},
                          {"two words in two places", "晚餐 美团", 1},
                          {"letter case", "UBER", 2},
                          {"a category's name", "travel", 1},
                          {"an account's name", "abroad", 1},
                          {"an amount", "12.3", 1},
                          {"an amount with the wrong sign", "+12.3", 0},
                          {"two words of which one is nowhere", "uber bus", 0},
                          {"words in quotes, in this order", "\"trip uber\"", 0}};
    for (const auto& c : cases) {
        INFO(c.when);
        CHECK(w.json({"entry", "list", "--search", c.text})["total"] == c.found);
    }
    CHECK(w.json({"entry", "list", "--search", "旅行", "--lang", "zh_CN"})["total"] ==
          w.json({"entry", "list", "--search", "travel"})["total"]);
}

TEST_CASE("many entries are changed at once after a preview, and taken back at once", "[cli]")
{
    const World w;
    live_a_month(w);
    const auto preview = w.json({"entry", "edit", "--search", "uber", "--set-category", "Transport", "--preview"});
    CHECK(preview["changed"] == 2);
    CHECK(w.json({"entry", "list", "--category", "Transport"})["total"] == 0);
    CHECK(w.json({"entry", "edit", "--search", "uber", "--set-category", "Transport"})["changed"] == 2);
    CHECK(w.json({"entry", "list", "--category", "Transport"})["total"] == 2);
    w.json({"undo"});
    CHECK(w.json({"entry", "list", "--category", "Transport"})["total"] == 0);
    CHECK(w({"entry", "edit", "--set-category", "Transport"}).exit == 1);  // never everything because nothing was said
    CHECK(w({"entry", "remove"}).exit == 1);
    CHECK(w.json({"entry", "remove", "--search", "uber", "--preview"})["removed"].size() == 2);
    CHECK(w.json({"entry", "remove", "--search", "uber"})["removed"].size() == 2);
    CHECK(w.json({"entry", "list"})["total"] == 2);
}

TEST_CASE("a rule is tried, put in order, applied and taken back, from the register it is one word", "[cli][rules]")
{
    const World w;
    live_a_month(w);
    w.json({"rule", "add", "--text", "uber", "--category", "Travel"});
    w.json({"rule", "add", "--text", "uber", "--at-most", "-50", "--category", "Transport", "--payee", "Uber"});
    CHECK(w.json({"rule", "apply", "--preview"})["entries"][0]["category"] == "Travel");
    w.json({"rule", "move", "2", "--to", "1"});
    CHECK(w.json({"rule", "list"})["rules"][0]["id"] == 2);
    const auto preview = w.json({"rule", "apply", "--preview"});
    CHECK(preview["changed"] == 1);
    CHECK(preview["entries"][0]["payee"] == "Uber");
    CHECK(w.json({"rule", "apply"})["changed"] == 1);
    CHECK(w.json({"entry", "list", "--category", "Transport"})["total"] == 1);
    w.json({"undo"});
    CHECK(w.json({"entry", "list", "--category", "Transport"})["total"] == 0);
    w.json({"rule", "edit", "2", "--at-most", "none", "--payee", "none"});
    CHECK(w.json({"rule", "list"})["rules"][0]["at_most"].is_null());
    w.json({"entry", "always", "3"});
    CHECK(w.json({"rule", "list"})["rules"].size() == 3);
    CHECK(w({"rule", "add", "--text", "x", "--category", "Food", "--transfer", "Savings"}).exit == 1);
}

TEST_CASE("an account agrees with its statement, or says what is missing", "[cli]")
{
    const World w;
    live_a_month(w);
    CHECK(w.json({"account", "reconcile", "Checking", "--balance", "2907.70", "--date", "2026-11-05"})["agrees"] ==
          true);
    const auto short_by = w.json({"account", "reconcile", "Checking", "--balance", "2900", "--date", "2026-11-05"});
    CHECK(short_by["difference"] == "-7.70");
    CHECK(w({"account", "reconcile", "Checking", "--balance", "2900", "--date", "2026-11-05", "--accept"}).exit == 1);
    CHECK(w.json({"account", "reconcile", "Checking", "--balance", "2987.70", "--date", "2026-11-05", "--leave", "2",
                  "--accept"})["accepted"] == true);
    CHECK(w.json({"entry", "list", "--account", "Checking"})["entries"][0]["status"] == "reconciled");
    CHECK(w.json({"entry", "list", "--account", "Checking"})["entries"][1]["status"] == "cleared");
}

TEST_CASE("a closed account leaves the lists and stays in reports", "[cli]")
{
    const World w;
    live_a_month(w);
    CHECK(w({"account", "close", "Checking"}).exit == 1);  // the card is paid from it
    w.json({"account", "close", "Abroad"});
    CHECK(w.json({"account", "list"})["accounts"].size() == 3);
    CHECK(w.json({"account", "list", "--all"})["accounts"].size() == 4);
    CHECK(w.json({"report", "spending", "--by", "account"})["rows"].size() == 3);
    w.json({"account", "reopen", "Abroad"});
    CHECK(w.json({"account", "list"})["accounts"].size() == 4);
}

TEST_CASE("a report in one currency uses the rates that were noted, and says which one is missing", "[cli][rates]")
{
    const World w;
    live_a_month(w);
    const auto without = w.json({"report", "spending", "--by", "payee", "--currency", "CNY"});
    REQUIRE(without["missing_rates"].size() == 1);
    CHECK(without["missing_rates"][0]["first"] == "2026-11-07");
    CHECK(without["totals"].size() == 2);
    CHECK(w.json({"rate", "import", "-"},
                 "date,from,to,rate\n2026-11-01,USD,CNY,7.1\n2026-11-08,USD,CNY,7.3\n")["imported"] == 2);
    for (const char* by : {"category", "payee", "account", "month"}) {
        INFO(by);
        const auto report = w.json({"report", "spending", "--by", by, "--currency", "CNY"});
        REQUIRE(report["totals"].size() == 1);
        CHECK(report["totals"][0]["sum"] == "-170.30");
    }
    CHECK(w({"rate", "add", "USD", "USD", "1"}).exit == 1);
    CHECK(w({"rate", "import", "-"}, "x\n").exit == 1);
    w.json({"rate", "add", "CNY", "USD", "0.125", "--date", "2026-11-07"});
    CHECK(w.json({"report", "spending", "--category", "Food", "--currency", "CNY"})["totals"][0]["sum"] == "-80.00");
}

TEST_CASE("the sums of every report are those of the register", "[cli][reports]")
{
    const World w;
    live_a_month(w);
    w.json({"transfer", "add", "--from", "Savings", "--to", "Checking", "--date", "2026-11-09", "--amount", "500"});
    w.json({"entry", "add", "--account", "Checking", "--date", "2026-10-31", "--amount", "-30", "--payee", "Market",
            "--split", "Food=-20", "--split", "Housing=-10"});
    for (const char* by : {"category", "payee", "account", "month"}) {
        INFO(by);
        const auto totals = w.json({"report", "cashflow", "--by", by})["totals"];
        REQUIRE(totals.size() == 2);
        CHECK(totals[0]["net"] == "-129.30");  // 12.30 + 80 + 7 + 30; the transfer is neither
        CHECK(totals[1]["net"] == "-10.00");
    }
    CHECK(w.json({"report", "spending", "--from", "2026-11-02", "--to", "2026-11-05"})["totals"][0]["sum"] == "-92.30");
}

TEST_CASE("what Settings can set can be set from the terminal", "[cli]")
{
    const World w;
    CHECK(w.json({"preferences", "buffer", "500"})["buffer"] == "500.00");
    CHECK(w.json({"preferences"})["buffer"] == "500.00");
    CHECK(w.json({"preferences", "language", "zh_TW"})["language"] == "zh_TW");
    CHECK(w({"preferences", "lead-days", "90"}).exit == 1);
    CHECK(w({"preferences", "theme", "pink"}).exit == 1);
    CHECK(w({"preferences", "colour", "red"}).exit == 1);
    CHECK(w.json({"preferences", "quiet-from", "21"})["quiet-from"] == "21");
}
