#include "tests/journeys/world.hpp"

namespace {

using Words = std::vector<std::string>;

Words and_then(Words words, const Words& more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// The due dates of all occurrences in the next year.
std::vector<std::string> dues(const World& w, const std::string& payee)
{
    std::vector<std::string> out;
    const auto all = w.json({"bill", "list", "--days", "366"});
    for (const auto& b : all["bills"])
        if (b["payee"] == payee) out.push_back(b["due"]);
    return out;
}

/// "due status paid/amount", one per occurrence.
std::vector<std::string> states(const World& w, const std::string& payee, const std::string& days = "60")
{
    std::vector<std::string> out;
    const auto all = w.json({"bill", "list", "--days", days});
    for (const auto& b : all["bills"])
        if (b["payee"] == payee)
            out.push_back(b["due"].get<std::string>().substr(5) + " " + b["status"].get<std::string>() + " " +
                          b["paid"].get<std::string>() + "/" + b["amount"].get<std::string>());
    return out;
}

void pay(const World& w, const std::string& date, const std::string& amount, const std::string& payee,
         const std::string& account = "Checking")
{
    w.json({"entry", "add", "--account", account, "--date", date, "--amount", "-" + amount, "--payee", payee});
}

}  // namespace

TEST_CASE("a bill comes when it is said to", "[cli][bills]")
{
    struct Case {
        const char* when;
        Words words;
        std::vector<std::string> days;
    };
    const auto c = GENERATE(values<Case>({
        {"once", {"--due", "2026-12-05"}, {"2026-12-05"}},
        {"every two weeks, three times",
         {"--due", "2026-12-04", "--repeat", "every-2-weeks", "--times", "3"},
         {"2026-12-04", "2026-12-18", "2027-01-01"}},
        {"monthly on the 31st, clamped",
         {"--due", "2026-12-31", "--repeat", "monthly", "--until", "2027-04-30"},
         {"2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"}},
        {"the last Friday",
         {"--due", "2026-11-27", "--repeat", "monthly-last-friday", "--times", "3"},
         {"2026-11-27", "2026-12-25", "2027-01-29"}},
        {"the second Tuesday",
         {"--due", "2026-12-08", "--repeat", "monthly-2nd-tuesday", "--times", "3"},
         {"2026-12-08", "2027-01-12", "2027-02-09"}},
        {"every three months",
         {"--due", "2026-12-15", "--repeat", "every-3-months", "--times", "3"},
         {"2026-12-15", "2027-03-15", "2027-06-15"}},
        {"yearly from a leap day",
         {"--due", "2024-02-29", "--repeat", "yearly", "--until", "2027-12-31"},
         {"2026-02-28", "2027-02-28"}},
        {"off weekends, after, and off the Spring Festival",
         {"--due", "2026-12-05", "--repeat", "monthly", "--times", "3", "--shift", "after"},
         {"2026-12-07", "2027-01-05", "2027-02-09"}},
        {"off weekends, before",
         {"--due", "2026-12-05", "--repeat", "monthly", "--times", "2", "--shift", "before"},
         {"2026-12-04", "2027-01-05"}},
        {"off a holiday and the days around it", {"--due", "2027-01-01", "--shift", "after"}, {"2027-01-04"}},
    }));
    INFO(c.when);
    const World w;
    w.settle_in();
    w.json(and_then({"bill", "add", "Due", "--amount", "100"}, c.words));
    CHECK(dues(w, "Due") == c.days);
}

TEST_CASE("a weekday that the first date is not is refused with the date that would do", "[cli][bills]")
{
    const World w;
    const auto ran = w({"bill", "add", "X", "--amount", "1", "--due", "2026-12-01", "--repeat", "monthly-last-friday"});
    CHECK(ran.exit == 1);
    CHECK(ran.err.find("2026-12-25") != std::string::npos);
}

TEST_CASE("holidays are the user's own list, begun from one that says its source", "[cli][bills]")
{
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "1", "--due", "2027-02-09", "--shift", "after"});
    const auto known = w.json({"holiday", "list"});
    CHECK(known["holidays"].size() ==
          26);  // the statutory days of mainland China, 2026 and 2027, came with the first bill that needs them
    CHECK(known["shipped"].size() == 3);
    w.json({"holiday", "add", "2027-02-09", "Bridge day"});
    CHECK(dues(w, "Rent") == std::vector<std::string>{"2027-02-10"});
    w.json({"holiday", "remove", "2027-02-09"});
    CHECK(dues(w, "Rent") == std::vector<std::string>{"2027-02-09"});
    CHECK(w({"holiday", "use", "XX"}).exit == 1);
    CHECK(w.json({"holiday", "use", "GB"})["holidays"].size() == 40);
}

TEST_CASE("one occurrence is changed, or all that follow, and the past stays as it was paid", "[cli][bills]")
{
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "2400", "--due", "2026-10-31", "--repeat", "monthly"});
    pay(w, "2026-10-31", "2400", "Rent");
    SECTION("only this one")
    {
        w.json({"bill", "edit", "Rent", "--this", "--due", "2026-12-02", "--amount", "2300"});
        CHECK(states(w, "Rent") == std::vector<std::string>{"10-31 paid 2400.00/2400.00", "12-02 upcoming 0.00/2300.00",
                                                            "12-31 upcoming 0.00/2400.00"});
    }
    SECTION("this and all that follow, anchored at the 31st still")
    {
        CHECK(w.json({"bill", "edit", "Rent", "--amount", "2500"})["id"] == 2);
        CHECK(states(w, "Rent", "100") ==
              std::vector<std::string>{"10-31 paid 2400.00/2400.00", "11-30 upcoming 0.00/2500.00",
                                       "12-31 upcoming 0.00/2500.00", "01-31 upcoming 0.00/2500.00",
                                       "02-28 upcoming 0.00/2500.00"});
    }
    SECTION("from a later one on")
    {
        w.json({"bill", "edit", "Rent", "--following", "--on", "2026-12-31", "--amount", "2600"});
        CHECK(states(w, "Rent") == std::vector<std::string>{"10-31 paid 2400.00/2400.00", "11-30 upcoming 0.00/2400.00",
                                                            "12-31 upcoming 0.00/2600.00"});
    }
    SECTION("on another day from now on")
    {
        w.json({"bill", "edit", "Rent", "--due", "2026-12-05"});
        CHECK(states(w, "Rent") == std::vector<std::string>{"10-31 paid 2400.00/2400.00", "12-05 upcoming 0.00/2400.00",
                                                            "01-05 upcoming 0.00/2400.00"});
    }
    SECTION("every two weeks from now on")
    {
        w.json({"bill", "edit", "Rent", "--repeat", "every-2-weeks"});
        CHECK(states(w, "Rent", "30") == std::vector<std::string>{"10-31 paid 2400.00/2400.00",
                                                                  "11-30 upcoming 0.00/2400.00",
                                                                  "12-14 upcoming 0.00/2400.00"});
    }
    SECTION("skipped, by its day")
    {
        w.json({"bill", "skip", "Rent", "--on", "2026-12-31"});
        CHECK(states(w, "Rent", "100").at(2) == "01-31 upcoming 0.00/2400.00");
    }
    SECTION("the past too")
    {
        w.json({"bill", "edit", "Rent", "--all", "--amount", "2500"});
        CHECK(states(w, "Rent").front() == "10-31 overdue 2400.00/2500.00");
    }
    SECTION("and all of it is taken back") {}
    while (w.json({"undo", "--list"})["changes"][0]["deed"] != "add_entry") w.json({"undo"});
    CHECK(states(w, "Rent") == std::vector<std::string>{"10-31 paid 2400.00/2400.00", "11-30 upcoming 0.00/2400.00",
                                                        "12-31 upcoming 0.00/2400.00"});
}

TEST_CASE("an amount may vary, or be learnt from what was paid", "[cli][bills]")
{
    const World w;
    w.settle_in();
    SECTION("a range is reckoned with its upper end, and met from its lower end on")
    {
        w.json({"bill", "add", "Power", "--amount", "80..120", "--due", "2026-11-25", "--repeat", "monthly"});
        const auto bill = w.bill("Power");
        CHECK(bill["amount"] == "120.00");
        CHECK(bill["lowest"] == "80.00");
        CHECK(bill["estimate"] == true);
        pay(w, "2026-11-22", "93.10", "Power");
        CHECK(states(w, "Power", "40").front() == "11-25 paid 93.10/93.10");
    }
    SECTION("the mean of the last three")
    {
        w.json(
            {"bill", "add", "Power", "--amount", "100", "--learn", "3", "--due", "2026-07-25", "--repeat", "monthly"});
        for (const auto& [day, amount] :
             {std::pair{"2026-07-25", "500"}, {"2026-08-25", "90"}, {"2026-09-25", "100"}, {"2026-10-25", "120.01"}})
            pay(w, day, amount, "Power");
        CHECK(w.bill("Power")["amount"] == "120.01");  // October's, paid
        CHECK(states(w, "Power", "10").back() == "11-25 upcoming 0.00/103.34");
    }
    SECTION("an income too")
    {
        w.json({"income", "add", "Employer", "--amount", "8000", "--next", "2026-12-06", "--repeat", "monthly",
                "--learn", "2", "--to", "Checking", "--shift", "before"});
        w.json({"entry", "add", "--account", "Checking", "--date", "2026-10-09", "--amount", "8100", "--payee",
                "Employer"});
        w.json({"entry", "add", "--account", "Checking", "--date", "2026-11-10", "--amount", "8300", "--payee",
                "Employer"});
        auto income = w.json({"income", "list"})["incomes"][0];
        CHECK(income["expected"]["amount"] == "8200.00");
        CHECK(income["expected"]["date"] == "2026-12-04");
        income = w.json({"income", "edit", "Employer", "--this", "--amount", "7000"});
        CHECK(income["expected"]["amount"] == "7000.00");
        income = w.json({"income", "edit", "Employer", "--skip"});
        CHECK(income["expected"]["date"] == "2027-01-06");
        CHECK(income["expected"]["amount"] == "8200.00");
    }
}

TEST_CASE("a payment settles the occurrence that it is for", "[cli][bills]")
{
    struct Payment {
        const char *date, *amount, *payee;
    };
    struct Case {
        const char* when;
        std::vector<Payment> payments;
        std::vector<std::string> then;
    };
    // Rent of 1,000 on the 10th: October's is overdue, November's too, December's ahead.
    const auto c = GENERATE(values<Case>({
        {"exactly, on the day",
         {{"2026-11-10", "1000", "Rent"}},
         {"10-10 overdue 0.00/1000.00", "11-10 paid 1000.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
        {"early",
         {{"2026-11-28", "1000", "Rent"}},
         {"10-10 overdue 0.00/1000.00", "11-10 overdue 0.00/1000.00", "12-10 paid 1000.00/1000.00"}},
        {"late",
         {{"2026-11-14", "1000", "Rent"}},
         {"10-10 overdue 0.00/1000.00", "11-10 paid 1000.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
        {"very late, for the month before",
         {{"2026-10-18", "1000", "Rent"}},
         {"10-10 paid 1000.00/1000.00", "11-10 overdue 0.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
        {"in two parts",
         {{"2026-11-09", "400", "Rent"}, {"2026-11-12", "600", "Rent"}},
         {"10-10 overdue 0.00/1000.00", "11-10 paid 1000.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
        {"one part only",
         {{"2026-12-08", "400", "Rent"}},
         {"10-10 overdue 0.00/1000.00", "11-10 overdue 0.00/1000.00", "12-10 partly_paid 400.00/1000.00"}},
        {"a little too much",
         {{"2026-11-10", "1020", "Rent"}},
         {"10-10 overdue 0.00/1000.00", "11-10 paid 1020.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
        {"far too much is something else",
         {{"2026-11-10", "5000", "Rent"}},
         {"10-10 overdue 0.00/1000.00", "11-10 overdue 0.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
        {"two payments settle two",
         {{"2026-11-10", "1000", "Rent"}, {"2026-11-11", "1000", "Rent"}},
         {"10-10 paid 1000.00/1000.00", "11-10 paid 1000.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
        {"another payee",
         {{"2026-11-10", "1000", "Parenting Shop"}},
         {"10-10 overdue 0.00/1000.00", "11-10 overdue 0.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
        {"its name with more around it",
         {{"2026-11-10", "1000", "TRF RENT 11/26"}},
         {"10-10 overdue 0.00/1000.00", "11-10 paid 1000.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
        {"long before anything is due",
         {{"2026-06-10", "1000", "Rent"}},
         {"10-10 overdue 0.00/1000.00", "11-10 overdue 0.00/1000.00", "12-10 upcoming 0.00/1000.00"}},
    }));
    INFO(c.when);
    World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "1000", "--due", "2026-10-10", "--repeat", "monthly", "--until",
            "2026-12-31"});
    for (const auto& p : c.payments) pay(w, p.date, p.amount, p.payee);
    w.today = "2026-12-08";
    auto now = states(w, "Rent");
    std::vector<std::string> wanted;
    for (const auto& s : c.then)
        if (std::find(now.begin(), now.end(), s) != now.end() || s.find(" paid ") == std::string::npos)
            wanted.push_back(s);  // what was paid over a month ago is no longer listed
    CHECK(now == wanted);
}

TEST_CASE("a payment from another account settles the bill where none fits better", "[cli][bills]")
{
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "1000", "--due", "2026-12-01", "--pay-from", "Checking"});
    pay(w, "2026-11-22", "1000", "Rent", "Savings");
    CHECK(w.bill("Rent")["status"] == "paid");
}

TEST_CASE("an entry that was changed pays what it pays now", "[cli][bills]")
{
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "1000", "--due", "2026-12-01"});
    pay(w, "2026-11-22", "1000", "Rent");
    CHECK(w.bill("Rent")["status"] == "paid");
    CHECK(w.json({"bill", "payments", "Rent"})["payments"].size() == 1);
}

TEST_CASE("a payment is matched and unmatched by hand, and the entry stays", "[cli][bills]")
{
    const World w;
    w.settle_in();
    w.json({"bill", "add", "Rent", "--amount", "1000", "--due", "2026-12-01", "--repeat", "monthly"});
    pay(w, "2026-11-22", "1000", "Rent");
    CHECK(w.bill("Rent")["status"] == "paid");
    CHECK(w.json({"bill", "unmatch", "Rent"})["unmatched"] == 1);
    CHECK(w.bill("Rent")["status"] == "upcoming");
    CHECK(w.balance("Checking") == "2000.00");
    CHECK(w({"bill", "unmatch", "Rent"}).exit == 1);
    const auto paid = w.json({"bill", "match", "Rent", "--entry", "1", "--on", "2027-01-01"});
    CHECK(paid["due"] == "2027-01-01");
    CHECK(paid["status"] == "paid");
    CHECK(w({"bill", "match", "Rent", "--entry", "1"}).exit == 1);  // it pays one thing only
    CHECK(w({"bill", "match", "Rent", "--entry", "99"}).exit == 1);
    CHECK(w.bill("Rent")["status"] == "upcoming");
    CHECK(w.json({"undo"})["undone"]["deed"] == "link_payment");
}

TEST_CASE("bad input says what is wrong and how to mend it, and changes nothing", "[cli][bills]")
{
    struct Case {
        const char* when;
        Words words;
        const char *where, *mend;
    };
    const Words card{"account", "add", "New", "--type", "card", "--statement-day", "5", "--due-day", "25"},
        bill{"bill", "add", "New", "--amount", "10", "--due", "2026-12-01"};
    const std::vector<Case> cases = {
        {"a due day of 32",
         {"account", "add", "New", "--type", "card", "--statement-day", "5", "--due-day", "32"},
         "due-day",
         "1–31"},
        {"a statement day of 0",
         {"account", "add", "New", "--type", "card", "--statement-day", "0", "--due-day", "25"},
         "statement-day",
         "1–31"},
        {"due 61 days after",
         {"account", "add", "New", "--type", "card", "--statement-day", "5", "--due-after", "61"},
         "due-after",
         "1–60"},
        {"two due days", and_then(card, {"--due-after", "20"}), "--due-day", "--due-after"},
        {"no due day", {"account", "add", "New", "--type", "card", "--statement-day", "5"}, "--due-day", "--due-after"},
        {"a rate of 5 instead of 0.0005", and_then(card, {"--daily-rate", "5"}), "daily-rate", "0.0005"},
        {"a negative rate", and_then(card, {"--daily-rate", "-0.0005"}), "daily-rate", "0"},
        {"a minimum of twice the balance", and_then(card, {"--minimum-rate", "2"}), "minimum-rate", "1"},
        {"a late fee above its cap", and_then(card, {"--late-floor", "50", "--late-cap", "20"}), "late-floor", "20.00"},
        {"a late fee of letters", and_then(card, {"--late-steps", "300,x"}), "--late-steps", "1234.50"},
        {"40 days of grace", and_then(card, {"--grace-days", "40"}), "grace-days", "0–31"},
        {"an unknown region", and_then(card, {"--region", "ZZ"}), "--region", "CN|TW|HK|SG|US|GB|generic"},
        {"an unknown method", and_then(card, {"--interest", "some"}), "--interest", "full|unpaid|adb"},
        {"a limit that could be two", and_then(card, {"--limit", "1.234"}), "--limit", "1234 | 1.234"},
        {"a limit in three decimals", and_then(card, {"--limit", "0.234"}), "--limit", "decimal"},
        {"five last digits", and_then(card, {"--last4", "12345"}), "last4", "4"},
        {"terms without a card",
         {"account", "add", "New", "--type", "cash", "--due-day", "5"},
         "--due-day",
         "--type card"},
        {"a minimum above the amount", and_then(bill, {"--minimum", "20"}), "minimum", "10.00"},
        {"an end before the start", and_then(bill, {"--repeat", "monthly", "--until", "2026-01-01"}), "until",
         "2026-12-01"},
        {"an end for what comes once", and_then(bill, {"--until", "2027-01-01"}), "--repeat", "monthly"},
        {"no times at all", and_then(bill, {"--repeat", "monthly", "--times", "0"}), "--times", "1–1200"},
        {"beyond 10^15 minor units",
         {"bill", "add", "New", "--amount", "10000000000000.01", "--due", "2026-12-01"},
         "--amount",
         "10,000,000,000,000.00"},
        {"an amount of nothing", {"bill", "add", "New", "--amount", "0", "--due", "2026-12-01"}, "amount", "zero"},
        {"a range turned round",
         {"bill", "add", "New", "--amount", "120..80", "--due", "2026-12-01"},
         "--amount",
         "80.00..120.00"},
        {"a day that does not exist",
         {"bill", "add", "New", "--amount", "1", "--due", "2026-02-29"},
         "--due",
         "2026-11-22"},
        {"a year far away", {"bill", "add", "New", "--amount", "1", "--due", "2300-01-01"}, "--due", "2199"},
        {"learning from too many", and_then(bill, {"--learn", "99"}), "--learn", "0–24"},
        {"an unknown shift", and_then(bill, {"--shift", "sideways"}), "--shift", "none|before|after"},
        {"an unknown repetition", and_then(bill, {"--repeat", "hourly"}), "--repeat", "monthly"},
        {"a fifth weekday", and_then(bill, {"--repeat", "monthly-5th-friday"}), "--repeat", "monthly-last-friday"},
        {"paid from a card", and_then(bill, {"--pay-from", "Card"}), "pay-from", "checking"},
        {"paid in another currency", and_then(bill, {"--pay-from", "Dollars"}), "", ""},
        {"a bill that is not there", {"bill", "pay", "Gas"}, "bill", "Rent"},
        {"an occurrence that is not there", {"bill", "pay", "Rent", "--on", "2026-12-02"}, "--on", "2026-12-01"},
        {"more than one thing for this one",
         {"bill", "edit", "Rent", "--this", "--minimum", "5"},
         "--this",
         "--amount"},
        {"the same as it was", {"bill", "edit", "Rent", "--amount", "1000"}, "Rent", "different"},
        {"a change into the past",
         {"bill", "edit", "Rent", "--following", "--on", "2027-01-01", "--due", "2026-11-30"},
         "due",
         "2026-12-01"},
        {"skipping a statement", {"bill", "skip", "Card"}, "Card", "bill"},
        {"a payment of nothing", {"bill", "pay", "Rent", "--amount", "0"}, "amount", "zero"},
        {"a cost of what is no card", {"bill", "cost", "Rent"}, "bill", "card"},
        {"a quote without months", {"quote", "1000", "--fee", "0.01"}, "--months", "1–600"},
        {"a quote with a fee of 0.75", {"quote", "1000", "--months", "12", "--fee", "0.75"}, "--fee", "0.05"},
        {"a quote without a rate", {"quote", "1000", "--months", "12", "--kind", "annuity"}, "--rate", "0.048"},
        {"a holiday twice", {"holiday", "add", "2026-12-25"}, "date", "2026-12-25"},
    };
    const World w;
    w.settle_in();
    w.json({"account", "add", "Dollars", "--type", "checking", "--currency", "USD"});
    w.json({"entry", "add", "--account", "Card", "--date", "2026-11-01", "--amount", "-1000", "--payee", "Shop"});
    w.json({"bill", "add", "Rent", "--amount", "1000", "--due", "2026-12-01", "--repeat", "monthly", "--pay-from",
            "Checking"});
    w.json({"holiday", "add", "2026-12-25"});
    const auto before = w.json({"export", "json"});
    const auto revision = w.json({"info"})["revision"];
    for (const auto& c : cases) {
        if (!*c.where) continue;
        INFO(c.when);
        const auto ran = w(c.words);
        INFO(ran.err);
        CHECK(ran.exit == 1);
        CHECK(ran.out.empty());
        CHECK(ran.err.find(c.where) != std::string::npos);
        CHECK(ran.err.find(c.mend) != std::string::npos);
    }
    CHECK(w.json({"export", "json"}) == before);
    CHECK(w.json({"info"})["revision"] == revision);
}
