#include <sstream>

#include "tests/journeys/world.hpp"

TEST_CASE("a balance is its opening and every entry and transfer since", "[cli]")
{
    const World w;
    w.settle_in();
    w.json({"entry", "add", "--account", "Checking", "--date", "2026-11-20", "--amount", "-12.30", "--payee",
            "面包房 🥐"});
    w.json({"transfer", "add", "--from", "Savings", "--to", "Checking", "--date", "2026-11-21", "--amount", "500"});
    CHECK(w.balance("Checking") == "3487.70");
    CHECK(w.balance("Savings") == "8500.00");
    const auto list = w.json({"entry", "list", "--account", "Checking"});
    CHECK(list["total"] == 2);
    CHECK(list["entries"][0]["payee"] == "面包房 🥐");
    CHECK(list["entries"][1]["balance"] == "3487.70");
}

TEST_CASE("the parts of a split entry are kept and must sum", "[cli]")
{
    const World w;
    w.settle_in();
    const std::vector<std::string> base{"entry", "add",     "--account", "Checking", "--amount",
                                        "-30",   "--payee", "Market",    "--split"};
    auto good = base, bad = base;
    good.insert(good.end(), {"Food=-20", "--split", "Housing=-10"});
    bad.insert(bad.end(), {"Food=-20", "--split", "Housing=-11"});
    CHECK(w.json(good)["splits"].size() == 2);
    CHECK(w(bad).exit == 1);
    CHECK(w.balance("Checking") == "2970.00");
}

TEST_CASE("a bill paid in parts is paid when the parts reach its amount", "[cli]")
{
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "2400", "--due", "2026-12-05", "--pay-from", "Checking"});
    CHECK(w.json({"bill", "pay", "Rent", "--amount", "400"})["status"] == "partly_paid");
    CHECK(w.bill("Rent")["still_owed"] == "2000.00");
    CHECK(w.json({"bill", "pay", "Rent"})["status"] == "paid");
    CHECK(w.bill("Rent")["paid"] == "2400.00");
    CHECK(w({"bill", "pay", "Rent"}).exit == 1);
    CHECK(w.balance("Checking") == "600.00");
}

TEST_CASE("an entered payment to a bill's payee settles it, and settles one only", "[cli]")
{
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "800", "--due", "2026-11-25", "--repeat", "monthly"});
    w.json({"entry", "add", "--account", "Checking", "--date", "2026-11-22", "--amount", "-800", "--payee",
            "RENT November"});
    int paid = 0, open = 0;
    const auto all = w.json({"bill", "list"});
    for (const auto& b : all["bills"]) ++(b["status"] == "paid" ? paid : open);
    CHECK(paid == 1);
    CHECK(open == 1);
}

TEST_CASE("a card's statement is a bill, and paying it moves money to the card", "[cli]")
{
    const World w;
    w.settle_in();
    w.json({"entry", "add", "--account", "Card", "--date", "2026-11-01", "--amount", "-1000", "--payee", "Shop"});
    const auto owed = w.bill("Card");
    CHECK(owed["source"] == "card");
    CHECK(owed["due"] == "2026-11-25");
    CHECK(owed["minimum"] == "100.00");
    w.json({"bill", "pay", "Card", "--amount", "100"});
    CHECK(w.bill("Card")["status"] == "minimum_paid");
    CHECK(w.balance("Card") == "-900.00");
    CHECK(w.balance("Checking") == "2900.00");
    const auto cost = w.json({"bill", "cost", "Card", "--pay", "900@2026-11-25"});
    CHECK(cost["total"] == "0.00");
}

TEST_CASE("undo takes the last change back in a later run", "[cli]")
{
    const World w;
    w.settle_in();
    w.json({"entry", "add", "--account", "Checking", "--amount", "-12.30", "--payee", "Bakery"});
    CHECK(w.json({"undo", "--list"})["changes"][0]["deed"] == "add_entry");
    CHECK(w.json({"undo"})["undone"]["about"] == "Bakery");
    CHECK(w.balance("Checking") == "3000.00");
    for (int i = 0; i < 3; ++i) w.json({"undo"});
    CHECK(w.json({"account", "list"})["accounts"].empty());
    CHECK(w({"undo"}).exit == 1);
}

TEST_CASE("what is refused says what, where and how, and changes nothing", "[cli]")
{
    struct Case {
        const char* when;
        std::vector<std::string> words;
        int exit;
        const char* said;
    };
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "2400", "--due", "2026-12-05"});
    const auto before = w.json({"export", "json"});
    const auto changes = w.json({"info"})["revision"];
    const std::vector<Case> cases = {
        {"the amount holds a letter",
         {"entry", "add", "--account", "Checking", "--amount", "1O", "--payee", "x"},
         1,
         "--amount"},
        {"the amount has three decimals",
         {"entry", "add", "--account", "Checking", "--amount", "1.234", "--payee", "x"},
         1,
         "--amount"},
        {"the amount is beyond all bounds",
         {"entry", "add", "--account", "Checking", "--amount", "99999999999999999", "--payee", "x"},
         1,
         "--amount"},
        {"the amount is zero", {"entry", "add", "--account", "Checking", "--amount", "0", "--payee", "x"}, 1, "amount"},
        {"there is no such day",
         {"entry", "add", "--account", "Checking", "--amount", "-1", "--date", "2026-02-30"},
         1,
         "--date"},
        {"there is no such account", {"entry", "add", "--account", "Chequing", "--amount", "-1"}, 1, "Checking"},
        {"the name is taken", {"account", "add", "checking", "--type", "cash"}, 1, "checking"},
        {"the kind is unknown", {"account", "add", "X", "--type", "chequing"}, 1, "savings"},
        {"the due day is 32",
         {"account", "add", "X", "--type", "card", "--statement-day", "5", "--due-day", "32"},
         1,
         "due-day"},
        {"the rate is ten thousand times too high",
         {"account", "add", "X", "--type", "card", "--statement-day", "5", "--due-day", "25", "--daily-rate", "5"},
         1,
         "rate"},
        {"the minimum is above the amount",
         {"bill", "add", "X", "--amount", "10", "--due", "2026-12-01", "--minimum", "20"},
         1,
         "minimum"},
        {"the end lies before the start",
         {"bill", "add", "X", "--amount", "10", "--due", "2026-12-01", "--repeat", "monthly", "--until", "2026-01-01"},
         1,
         "until"},
        {"a bill is negative", {"bill", "add", "X", "--amount", "-10", "--due", "2026-12-01"}, 1, "amount"},
        {"a transfer goes nowhere",
         {"transfer", "add", "--from", "Checking", "--to", "Checking", "--amount", "5"},
         1,
         "Checking"},
        {"the file is not there", {"import", "/no/such/file.csv", "--account", "Checking"}, 1, "/no/such/file.csv"},
        {"the file is a folder", {"import", "/", "--account", "Checking"}, 1, "/"},
        {"the bill is unknown", {"bill", "pay", "77"}, 1, "Rent"},
        {"a plan for an unknown reason", {"plan", "Rent", "--reason", "boredom"}, 1, "--reason"},
        {"there is no such command", {"frobnicate"}, 64, ""},
        {"an option is missing", {"entry", "add", "--account", "Checking"}, 64, "--amount"},
        {"today is not a day", {"--today", "tomorrow", "info"}, 64, "--today"},
    };
    for (const auto& c : cases) {
        INFO(c.when);
        const auto ran = w(c.words);
        INFO(ran.err);
        CHECK(ran.exit == c.exit);
        CHECK(ran.out.empty());
        CHECK(ran.err.find(c.said) != std::string::npos);
        CHECK(ran.err.find('{') == std::string::npos);
    }
    CHECK(w.json({"export", "json"}) == before);
    CHECK(w.json({"info"})["revision"] == changes);
}

TEST_CASE("every command explains itself with an example", "[cli]")
{
    const World w;
    for (const char* command : {"account add",    "entry list",
                                "transfer add",   "bill pay",
                                "bill cost",      "income add",
                                "category edit",  "rule apply",
                                "undo",           "import",
                                "import undo",    "forecast",
                                "check",          "explain",
                                "whatif",         "backtest",
                                "plan",           "plan accept",
                                "contact",        "contact log",
                                "reasons",        "banks",
                                "documents",      "report",
                                "export",         "backup",
                                "restore",        "verify",
                                "compact",        "info",
                                "entry edit",     "entry remove",
                                "entry always",   "rule edit",
                                "rule move",      "rate add",
                                "rate import",    "account reconcile",
                                "account close",  "preferences",
                                "category remove"}) {
        std::vector<std::string> words;
        std::istringstream text{command};
        for (std::string word; text >> word;) words.push_back(word);
        words.emplace_back("--help");
        const auto ran = w(words);
        INFO(command);
        CHECK(ran.exit == 0);
        CHECK(ran.out.find("duewatch-cli " + std::string{command}) != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(w.db));  // asking for help makes no ledger
}

TEST_CASE("global options may stand anywhere on the line", "[cli]")
{
    const World w;
    CHECK(support::run({DUEWATCH_CLI, "account", "list", "--db", w.db, "--json"}).exit == 0);
    CHECK(support::run({DUEWATCH_CLI, "--json", "account", "--db", w.db, "list"}).exit == 0);
}

TEST_CASE("a file that is no ledger ends with 74 and stays as it is", "[cli]")
{
    World w;
    w.db = w.folder.write("notes.txt", "my notes, not a ledger\n").string();
    CHECK(w({"account", "list"}).exit == 74);
    CHECK(support::bytes_of(w.db) == "my notes, not a ledger\n");
}
