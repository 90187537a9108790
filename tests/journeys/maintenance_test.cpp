#include "tests/journeys/world.hpp"

namespace {

void spend(const World& w)
{
    w.settle_in();
    w.json({"entry", "add", "--account", "Checking", "--date", "2026-11-20", "--amount", "-12.30", "--payee",
            "Bakery, \"fine\"", "--category", "Food"});
    w.json({"entry", "add", "--account", "Card", "--date", "2026-11-01", "--amount", "-1000", "--payee", "Shop"});
    w.json({"transfer", "add", "--from", "Savings", "--to", "Checking", "--date", "2026-11-21", "--amount", "500"});
}

long long cents(const std::string& amount)
{
    std::string digits;
    for (const char c : amount)
        if (c != '.') digits += c;
    return std::stoll(digits);
}

}  // namespace

TEST_CASE("a backup brings back what was there, and the ledger of now is kept beside it", "[cli][care]")
{
    const World w;
    spend(w);
    const auto copy = (w.folder.path() / "copy.duewatch").string();
    w.json({"backup", copy});
    w.json({"entry", "add", "--account", "Checking", "--amount", "-1", "--payee", "Later"});
    const auto back = w.json({"restore", copy});
    CHECK(w.json({"entry", "list"})["total"] == 4);
    CHECK(std::filesystem::exists(back["kept"].get<std::string>()));
    CHECK(w.json({"verify"})["sound"] == true);
}

TEST_CASE("a copy that is no ledger is not restored", "[cli][care]")
{
    const World w;
    spend(w);
    const auto bad = w.folder.write("bad.duewatch", "no").string();
    CHECK(w({"restore", bad}).exit == 1);
    CHECK(w({"restore", "/no/such/copy"}).exit == 1);
    CHECK(w.json({"entry", "list"})["total"] == 4);
}

TEST_CASE("exports hold the sums of the register", "[cli][export]")
{
    const World w;
    spend(w);
    long long sum = 0;
    const auto all = w.json({"export", "json"});
    for (const auto& e : all["entries"]) sum += cents(e["amount"]);
    CHECK(sum == -101230);
    const auto csv = w({"export", "csv"});
    CHECK(csv.out.find("\"Bakery, \"\"fine\"\"\"") != std::string::npos);
    for (const char* format : {"qif", "hledger", "ics"}) CHECK(w({"export", format}).exit == 0);
    const auto journal = w({"export", "hledger"}).out;
    CHECK(journal.find("assets:Savings  CNY -500.00\n    assets:Checking  CNY 500.00") != std::string::npos);
    const auto out = (w.folder.path() / "x.csv").string();
    CHECK(w.json({"export", "csv", "--out", out})["entries"] == 4);
    CHECK(support::bytes_of(out) == csv.out);
}

TEST_CASE("nothing that was told to the program is left out of its JSON export", "[cli][export]")
{
    const World w;
    spend(w);
    w.json({"bill", "add", "Tuition", "--amount", "900", "--due", "2026-12-25", "--repeat", "monthly-last-friday",
            "--times", "6", "--minimum", "90", "--issuer", "icbc"});
    w.json({"bill", "pay", "Tuition", "--amount", "100", "--date", "2026-11-20", "--from", "Checking"});
    w.json({"rule", "add", "--text", "uber", "--category", "Travel"});
    w.json({"holiday", "add", "2027-02-09", "Bridge day"});
    w.json({"rate", "add", "USD", "CNY", "7.1", "--date", "2026-11-01"});
    w.json({"contact", "log", "Tuition", "--channel", "phone", "--outcome", "counter_offer", "--offer",
            "months=12,fee=0.006,first=2026-12-20", "--agent", "Li"});
    w.json({"banks", "correct", "icbc", "--hotline", "400 123 4567", "--source", "back of the card"});
    const auto all = w.json({"export", "json"});
    struct Case {
        const char* shelf;
        const char* field;
        const char* value;
    };
    for (const auto& c :
         {Case{"bills", "payee", "Tuition"}, Case{"bills", "minimum", "90.00"}, Case{"bills", "issuer", "icbc"},
          Case{"settlements", "amount", "100.00"}, Case{"rules", "text", "uber"},
          Case{"holidays", "name", "Bridge day"}, Case{"rates", "rate", "7.1"}, Case{"contacts", "agent", "Li"},
          Case{"corrections", "hotline", "400 123 4567"}}) {
        INFO(c.shelf << '.' << c.field);
        REQUIRE(!all[c.shelf].empty());
        CHECK(all[c.shelf].back()[c.field] == c.value);
    }
    CHECK(all["bills"].back()["times"] == 6);
    CHECK(all["contacts"][0]["offer"]["months"] == 12);
    CHECK(all["preferences"].contains("buffer"));
}

TEST_CASE("reports leave transfers out and never add currencies", "[cli][report]")
{
    const World w;
    spend(w);
    w.json({"account", "add", "Dollars", "--type", "savings", "--currency", "USD", "--opening", "10", "--opening-date",
            "2026-01-01"});
    w.json({"entry", "add", "--account", "Dollars", "--amount", "-4", "--payee", "Kiosk", "--category", "Food"});
    const auto spending = w.json({"report", "spending"});
    REQUIRE(spending["totals"].size() == 2);
    CHECK(spending["totals"][0]["sum"] == "-1012.30");
    CHECK(spending["totals"][1]["sum"] == "-4.00");
    const auto worth = w.json({"report", "networth"})["rows"];
    CHECK(worth.back()["currency"] == "USD");
    CHECK(worth.back()["net"] == "6.00");
    CHECK(worth[worth.size() - 2]["net"] == "10987.70");
}

TEST_CASE("check ends with 2 when a due date is at risk, and with 0 when none is", "[cli][check]")
{
    const World w;
    w.settle_in();
    CHECK(w({"check"}).exit == 0);
    w.json({"bill", "add", "Tuition", "--amount", "5000", "--due", "2026-11-30", "--pay-from", "Checking"});
    const auto seen = w.json({"check"}, {}, 2);
    CHECK(seen["exit"] == 2);
    REQUIRE(seen["alerts"].size() == 1);
    CHECK(seen["alerts"][0]["due"] == "2026-11-30");
    CHECK(seen["alerts"][0]["new"] == true);
    CHECK(w({"check", "--notify"}).exit == 2);
    CHECK(w.json({"check"}, {}, 2)["alerts"][0]["new"] == false);
    CHECK(w({"check", "--notify"}).out.empty());
}

TEST_CASE("what if writes nothing", "[cli][foresight]")
{
    const World w;
    spend(w);
    w.json({"bill", "add", "Tuition", "--amount", "5000", "--due", "2026-11-30"});
    const auto before = w.json({"info"})["revision"];
    const auto seen = w.json({"whatif", "--bill", "Tuition", "--due", "2026-12-20", "--bill", "Tuition", "--amount",
                              "100", "--income", "300@2026-11-25"});
    CHECK(seen["as_of"] == "2026-11-22");
    CHECK(w.json({"info"})["revision"] == before);
}

TEST_CASE("a plan is offered, accepted and listed, and a talk with the bank is prepared and noted", "[cli][rescue]")
{
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Tuition", "--amount", "5000", "--due", "2026-11-30", "--pay-from", "Checking"});
    const auto plan = w.json({"plan", "Tuition"});
    CHECK(plan["shortfall"].is_string());
    REQUIRE_FALSE(plan["options"].empty());
    CHECK(plan["options"][0]["n"] == 1);
    w.json({"plan", "accept", "Tuition", "1"});
    CHECK(w.json({"plan", "list"})["plans"].size() == 1);
    CHECK(w.json({"plan", "status", "1"})["id"] == 1);
    CHECK(w({"plan", "accept", "Tuition", "99"}).exit == 1);

    const auto out = (w.folder.path() / "letters").string();
    const auto sheet = w.json({"contact", "Tuition", "--out", out});
    for (const char* key : {"issuer", "call", "have_ready", "documents", "script", "letter", "questions", "warnings",
                            "record_after", "disclaimer"})
        CHECK(sheet.contains(key));
    for (const char* file : {"script.txt", "letter.html", "letter.txt", "budget.html"})
        CHECK(std::filesystem::exists(std::filesystem::path{out} / file));
    const auto noted = w.json({"contact", "log", "Tuition", "--channel", "phone", "--outcome", "counter_offer",
                               "--offer", "months=12,fee=0.006,first=2026-12-20"});
    CHECK(noted["offer"]["months"] == 12);
    CHECK(w.json({"contact", "list"})["contacts"].size() == 1);
    CHECK(w({"contact", "log", "Tuition", "--channel", "phone", "--outcome", "agreed", "--offer", "months=0,fee=0.006"})
              .exit == 1);
    CHECK(w({"contact", "log", "Tuition", "--channel", "phone", "--outcome", "agreed", "--offer", "months=12,fee=0.06"})
              .exit == 1);
    CHECK_FALSE(w.json({"reasons"})["reasons"].empty());
    CHECK_FALSE(w.json({"banks", "--search", "icbc"})["banks"].empty());
    CHECK(w.json({"documents", "Tuition", "--have", "id_card,income_proof"})["documents"].size() == 2);
}

TEST_CASE("a reader that goes away early is not an error", "[cli]")
{
    const World w;
    w.settle_in();
    const auto ran =
        support::run({"/bin/sh", "-c", std::string{DUEWATCH_CLI} + " --db " + w.db + " category list | head -n 1"});
    CHECK(ran.err.empty());
}
