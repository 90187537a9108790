#include "tests/journeys/world.hpp"

namespace {

const char* const odd = "Wann,Was,Zahl,Rest\n03/04/2026,Tee,5.00,95.00\n05/04/2026,Brot,3.00,92.00\n";

}  // namespace

TEST_CASE("a format told by options is remembered for the bank, listed, and can be forgotten", "[cli][import][formats]")
{
    const World w;
    w.settle_in();
    const auto first = w.json({"import", "-", "--account", "Checking", "--date-order", "mdy", "--map",
                               "date=1,payee=2,amount=4", "--verbose"},
                              odd);
    CHECK(first["transactions"][0]["date"] == "2026-03-04");
    CHECK(first["transactions"][0]["amount"] == "95.00");
    const auto listed = w.json({"import", "formats"})["formats"];
    REQUIRE(listed[0]["learned"] == true);
    CHECK(listed[0]["account"] == "Checking");
    CHECK(listed[0]["date_order"] == "mdy");
    CHECK(listed[0]["columns"]["amount"] == 4);

    const std::string next = "Wann,Was,Zahl,Rest\n06/04/2026,Tee,5.00,85.00\n07/04/2026,Brot,3.00,82.00\n";
    const auto again = w.json({"import", "-", "--preview"}, next);  // neither account nor options are needed any more
    CHECK(again["account"] == "Checking");
    CHECK(again["transactions"][0]["date"] == "2026-06-04");
    CHECK(again["transactions"][0]["amount"] == "85.00");

    w.json({"import", "forget", listed[0]["id"].get<std::string>()});
    CHECK(w.json({"import", "formats"})["formats"][0]["learned"] == false);
    CHECK(w({"import", "-", "--preview"}, next).exit == 1);  // whose it is has to be said again
}

TEST_CASE("an account is known by the number in the file, and two of one bank are not mixed up",
          "[cli][import][formats]")
{
    const World w;
    w.json({"account", "add", "Giro", "--type", "checking", "--currency", "EUR", "--last4", "3000"});
    w.json({"account", "add", "Sparen", "--type", "savings", "--currency", "EUR", "--last4", "4000"});
    const auto statement = [](const char* iban, const char* what) {
        return std::string{"Kontonummer:;"} + iban +
               "\nZeitraum:;März 2026\n\nBuchungstag;Empfänger;Betrag\n02.03.2026;" + what +
               ";-30,00\n20.03.2026;Bäcker;-2,50\n";
    };
    CHECK(w.json({"import", "-"}, statement("DE89370400440532013000", "REWE"))["account"] == "Giro");
    CHECK(w.json({"import", "-"}, statement("DE02120300000000204000", "Miete"))["account"] == "Sparen");
    CHECK(w({"import", "-"}, statement("DE02500105170137075555", "Strom")).exit == 1);  // a third one: nobody's yet
}

TEST_CASE("several files come in by one command, and none when one of them cannot be opened", "[cli][import][formats]")
{
    const World w;
    w.settle_in();
    const auto a =
        w.folder.write("a.csv", "Date,Payee,Amount\n2026-11-01,Tea,-3.00\n2026-11-02,Bread,-2.00\n").string();
    const auto b =
        w.folder.write("b.csv", "Date,Payee,Amount\n2026-11-02,Bread,-2.00\n2026-11-03,Milk,-1.00\n").string();
    CHECK(w({"import", a, w.folder.path() / "gone.csv", "--account", "Checking"}).exit == 1);
    CHECK(w.json({"entry", "list"})["total"] == 0);
    const auto both = w.json({"import", a, b, "--account", "Checking"});
    REQUIRE(both["files"].size() == 2);
    CHECK(both["files"][1]["duplicates"] == 1);
    CHECK(w.json({"entry", "list"})["total"] == 3);
}

TEST_CASE("the balance after an import is held against the file's own", "[cli][import][formats]")
{
    const World w;
    w.settle_in();
    const auto [opening, after] = GENERATE(table<const char*, const char*>(
        {{"2026-11-01,Tea,-3.00,2997.00", "2995.00"}, {"2026-11-01,Tea,-3.00,997.00", "2995.00"}}));
    const std::string file = std::string{"Date,Payee,Amount,Balance\n"} + opening + "\n2026-11-02,Bread,-2.00," +
                             (std::string{opening}.find("2997") != std::string::npos ? "2995.00" : "995.00") + "\n";
    const auto seen = w.json({"import", "-", "--account", "Checking"}, file);
    CHECK(seen["balance_after"] == after);
    CHECK((seen["balance_in_file"] == seen["balance_after"]) ==
          (std::string{opening}.find("2997") != std::string::npos));
}

TEST_CASE("a category chosen for one payment is taken for the next ones of that payee", "[cli][import][learning]")
{
    const World w;
    w.settle_in();
    w.json({"import", "-", "--account", "Checking"},
           "Date,Payee,Amount\n2026-10-01,PLUMBUS DEPOT 4711,-30.00\n2026-10-08,PLUMBUS DEPOT 4712,-31.00\n");
    w.json({"entry", "add", "--account", "Checking", "--date", "2026-10-09", "--amount", "-5", "--payee",
            "Plumbus Depot", "--category", "Household goods"});
    const auto next =
        w.json({"import", "-", "--account", "Checking", "--preview"},
               "Date,Payee,Amount\n2026-11-01,POS PURCHASE PLUMBUS DEPOT 4713,-32.00\n2026-11-02,Nobody Known,-1.00\n");
    CHECK(next["transactions"][0]["payee"] == "PLUMBUS DEPOT");
    CHECK(next["transactions"][0]["category"].get<std::string>().find("Household goods") != std::string::npos);
    CHECK(next["transactions"][0]["category_sure"] > 0.9);
    CHECK(next["transactions"][1]["category"].is_null());
}

TEST_CASE("a locked archive opens with the password in a file, and never says what it is", "[cli][import][password]")
{
    const World w;
    w.json({"account", "add", "Alipay", "--type", "wallet"});
    const std::string archive = DUEWATCH_FIXTURES "/archives/locked_aes.zip";
    CHECK(w({"import", archive, "--account", "Alipay"}).exit == 1);
    const auto wrong =
        w({"import", archive, "--account", "Alipay", "--password-file", w.folder.write("wrong", "97531\n").string()});
    CHECK(wrong.exit == 1);
    CHECK((wrong.out + wrong.err).find("97531") == std::string::npos);
    CHECK(w.json({"import", archive, "--account", "Alipay", "--password-file",
                  w.folder.write("right", "246810\n").string()})["rows"] > 0);
    const std::string two = DUEWATCH_FIXTURES "/archives/two_statements.zip";
    CHECK(w({"import", two, "--account", "Alipay", "--preview"}).exit == 1);
    const auto one = w.json({"import", two, "--account", "Alipay", "--preview", "--member", "2024/alipay.csv"});
    CHECK(one["rows"] == 4);
    CHECK(one["imported"] == 0);  // the locked archive held the same
}
