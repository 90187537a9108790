// What is typed on the command line is what is meant, in the writer's own country.
#include "tests/journeys/world.hpp"

namespace {

/// The program as somebody runs it whose system speaks `locale`.
support::Ran as_in(const char* locale, const World& w, std::vector<std::string> words)
{
    std::vector<std::string> line{
        "/usr/bin/env", std::string{"LC_ALL="} + locale, DUEWATCH_CLI, "--db", w.db, "--today", "2026-12-01"};
    line.insert(line.end(), words.begin(), words.end());
    return support::run(line);
}

}  // namespace

TEST_CASE("an amount with a decimal comma is that amount, whatever the system speaks", "[typed]")
{
    const auto* locale = GENERATE("de_DE.UTF-8", "fr_FR.UTF-8", "es_ES.UTF-8", "en_US.UTF-8", "C.UTF-8");
    CAPTURE(locale);
    const World w{.today = "2026-12-01"};
    REQUIRE(as_in(locale, w,
                  {"account", "add", "Konto", "--type", "checking", "--currency", "EUR", "--opening", "1.500,25"})
                .exit == 0);
    REQUIRE(as_in(locale, w, {"entry", "add", "--account", "Konto", "--amount", "-12,50", "--payee", "Kiosk"}).exit ==
            0);
    REQUIRE(as_in(locale, w, {"entry", "add", "--account", "Konto", "--amount", "-2*3,25", "--payee", "Kiosk"}).exit ==
            0);
    CHECK(w.balance("Konto") == "1481.25");
}

TEST_CASE("an amount or a day that could be two is refused with both, and nothing is changed", "[typed]")
{
    const World w{.today = "2026-12-01"};
    w.json({"account", "add", "Main", "--type", "checking", "--currency", "EUR", "--opening", "100"});
    const auto amount = w({"entry", "add", "--account", "Main", "--amount", "1,234", "--payee", "Shop"});
    CHECK(amount.exit == 1);
    CHECK(amount.err.find("1234") != std::string::npos);
    CHECK(amount.err.find("1.234") != std::string::npos);
    const auto day = as_in("C.UTF-8", w, {"bill", "add", "Rent", "--amount", "900", "--due", "5/3"});
    CHECK(day.exit == 1);
    CHECK(day.err.find("2027-03-05") != std::string::npos);
    CHECK(day.err.find("2027-05-03") != std::string::npos);
    CHECK(w.balance("Main") == "100.00");
}

TEST_CASE("a due date that is typed short is ahead, an entry's is behind", "[typed]")
{
    const World w{.today = "2026-12-01"};
    REQUIRE(as_in("de_DE.UTF-8", w, {"account", "add", "Konto", "--type", "checking", "--opening-date", "2026-01-01"})
                .exit == 0);
    REQUIRE(as_in("de_DE.UTF-8", w, {"bill", "add", "Miete", "--amount", "900", "--due", "20"}).exit == 0);
    REQUIRE(as_in("de_DE.UTF-8", w, {"bill", "add", "Auto", "--amount", "100", "--due", "5/3"}).exit == 0);
    REQUIRE(as_in("de_DE.UTF-8", w, {"entry", "add", "--account", "Konto", "--date", "20", "--amount", "-5"}).exit ==
            0);
    CHECK(w.bill("Miete")["due"] == "2026-12-20");
    CHECK(w.json({"entry", "list"})["entries"][0]["date"] == "2026-11-20");
    CHECK(w.json({"bill", "list", "--days", "200"})["bills"].back()["due"] == "2027-03-05");
}

TEST_CASE("a ledger begins in the currency of the country, and a bill takes its account's", "[typed]")
{
    const World w{.today = "2026-12-01"};
    REQUIRE(as_in("fr_CH.UTF-8", w, {"account", "add", "Compte", "--type", "checking"}).exit == 0);
    CHECK(w.json({"account", "list"})["accounts"][0]["currency"] == "CHF");
    const World dollars{.today = "2026-12-01"};
    dollars.json({"account", "add", "Main", "--type", "checking", "--currency", "USD", "--opening", "500"});
    dollars.json({"bill", "add", "Rent", "--amount", "300", "--due", "2026-12-08"});
    CHECK(dollars.bill("Rent")["pay_from"] == "Main");
    CHECK(dollars.json({"forecast"})["bills"][0]["level"] == "safe");
}

TEST_CASE("bills come on the last day, the last working day, or every so many days", "[typed]")
{
    struct Case {
        const char *repeat, *first;
        std::vector<std::string> then;
    };
    const auto c = GENERATE(Case{"monthly-last-day", "2026-11-30", {"2026-11-30", "2026-12-31", "2027-01-31"}},
                            Case{"monthly-last-business-day", "2027-01-31", {"2027-01-29", "2027-02-26", "2027-03-31"}},
                            Case{"every-10-days", "2026-12-05", {"2026-12-05", "2026-12-15", "2026-12-25"}});
    CAPTURE(c.repeat);
    const World w{.today = "2026-12-01"};
    w.json({"account", "add", "Main", "--type", "checking", "--opening", "5000", "--opening-date", "2026-01-01"});
    w.json({"bill", "add", "Dues", "--amount", "10", "--due", c.first, "--repeat", c.repeat});
    std::vector<std::string> dues;
    const auto all = w.json({"bill", "list", "--days", "150"});
    for (const auto& b : all["bills"])
        if (dues.size() < 3) dues.push_back(b["due"]);
    CHECK(dues == c.then);
}
