#include "tests/journeys/world.hpp"

namespace {

const char* const statement =
    "Date,Description,Amount,Balance\n"
    "2026-11-01,Salary,8000.00,11000.00\n"
    "2026-11-02,Coffee,-18.00,10982.00\n"
    "2026-11-02,Coffee,-18.00,10964.00\n"
    "2026-11-03,Rent,-2400.00,8564.00\n";

}  // namespace

TEST_CASE("a statement comes in once, however often it is imported", "[cli][import]")
{
    const World w;
    w.settle_in();
    const auto file = w.folder.write("bank.csv", statement).string();
    const auto shown = w.json({"import", file, "--account", "Checking", "--preview"});
    CHECK(shown["imported"] == 4);
    CHECK(shown["transactions"].size() == 4);
    CHECK(w.json({"entry", "list"})["total"] == 0);

    const auto first = w.json({"import", file, "--account", "Checking"});
    CHECK(first["imported"] == 4);
    CHECK(first["sum_in"] == "8000.00");
    CHECK(first["sum_out"] == "2436.00");
    CHECK(first["batch"] == 1);
    const auto again = w.json({"import", "-", "--account", "Checking", "--verbose"}, statement);
    CHECK(again["imported"] == 0);
    CHECK(again["duplicates"] == 4);
    CHECK(again["transactions"][0]["status"] == "duplicate");
    CHECK(again["batch"].is_null());
    CHECK(w.balance("Checking") == "8564.00");
    CHECK(w.json({"entry", "list"})["total"] == 4);
}

TEST_CASE("an import can be taken back whole, by undo or by its number", "[cli][import]")
{
    const World w;
    w.settle_in();
    const auto by_undo = GENERATE(true, false);
    w.json({"import", "-", "--account", "Checking"}, statement);
    if (by_undo) w.json({"undo"});
    else w.json({"import", "undo", "1"});
    CHECK(w.balance("Checking") == "3000.00");
    CHECK(w.json({"import", "batches"})["batches"].empty());
}

TEST_CASE("an imported payment settles the bill it pays", "[cli][import]")
{
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "2400", "--due", "2026-11-05"});
    w.json({"import", "-", "--account", "Checking"}, statement);
    CHECK(w.bill("Rent")["status"] == "paid");
}

TEST_CASE("a row that cannot be read is listed with its line and the others come in", "[cli][import]")
{
    const World w;
    w.settle_in();
    const auto seen = w.json({"import", "-", "--account", "Checking"},
                             "Date,Description,Amount\n2026-11-01,Salary,8000.00\n2026-11-02,Coffee,1O.50\n2026-11-03,"
                             "Rent,-2400.00\n2026-11-04,Tea,-3.00\n");
    CHECK(seen["imported"] == 3);
    REQUIRE(seen["rejected"].size() == 1);
    CHECK(seen["rejected"][0]["line"] == 3);
    CHECK(seen["rejected"][0]["text"] == "1O.50");
}

TEST_CASE("an empty file and a picture are refused with a reason", "[cli][import]")
{
    const World w;
    w.settle_in();
    for (const auto& bytes : {std::string{}, std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", 24)}) {
        const auto file = w.folder.write("x.csv", bytes).string();
        const auto ran = w({"import", file, "--account", "Checking"});
        CHECK(ran.exit == 1);
        CHECK_FALSE(ran.err.empty());
    }
}

TEST_CASE("what an import booked waits again when the import is taken back", "[cli][import]")
{
    const World home;
    home.settle_in();
    const std::string head = "Buchungstag;Empfänger;Betrag;Info\n";
    const auto noted =
        home.folder
            .write("noted.csv",
                   head + "02.11.2026;REWE;-30,00;Umsatz vorgemerkt\n01.11.2026;Bäcker;-2,00;Umsatz gebucht\n")
            .string();
    const auto booked =
        home.folder
            .write("booked.csv",
                   head + "04.11.2026;REWE SAGT DANKE;-30,00;Umsatz gebucht\n03.11.2026;Kino;-9,00;Umsatz gebucht\n")
            .string();
    const auto rewe = [&] {
        const auto all = home.json({"entry", "list"});
        for (const auto& e : all["entries"])
            if (e["amount"] == "-30.00") return e;
        return nlohmann::json{};
    };
    home.json({"import", noted, "--account", "Checking"});
    const auto before = rewe();
    CHECK(before["status"] == "pending");
    home.json({"import", booked, "--account", "Checking"});
    CHECK(rewe()["status"] == "cleared");
    const bool at_once = GENERATE(true, false);
    INFO((at_once ? "at once" : "after something else was done"));
    if (!at_once)
        home.json({"entry", "add", "--account", "Savings", "--amount", "5", "--date", "2026-11-20", "--payee", "Gift"});
    CHECK(home.json({"import", "undo", "2"})["removed"] == 1);
    CHECK(rewe() == before);
    CHECK(home.json({"import", booked, "--account", "Checking"})["duplicates"] == 1);  // and is met again
}
