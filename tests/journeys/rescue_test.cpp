#include "tests/journeys/world.hpp"

namespace {

/// A household with a year of pay, rent and shopping behind it, and a card bill it can hardly pay.
struct Short : World {
    Short()
    {
        json({"account", "add", "Checking", "--type", "checking", "--opening", "2500", "--opening-date", "2025-11-01"});
        json({"account", "add", "Savings", "--type", "savings", "--opening", "2000", "--opening-date", "2025-11-01"});
        std::string csv = "Date,Payee,Amount\n";
        for (int month = 0; month < 12; ++month) {
            const int of_year = (month + 11) % 12 + 1;  // from last December to this November
            const auto ym =
                std::to_string(2025 + (month + 11) / 12) + (of_year < 10 ? "-0" : "-") + std::to_string(of_year);
            csv += ym + "-01,Landlord,-3000.00\n" + ym + "-10,Employer,9500.00\n" + ym + "-12,Parents,-2500.00\n";
            for (const char* day : {"03", "06", "09", "14", "17", "20"}) csv += ym + "-" + day + ",Market,-520.00\n";
        }
        const auto file = folder.write("past.csv", csv).string();
        json({"import", file, "--account", "Checking"});
        json({"bill", "add", "ICBC card", "--amount", "12000", "--due", "2026-12-05", "--pay-from", "Checking",
              "--minimum", "1200", "--issuer", "icbc"});
    }
    std::string err(std::vector<std::string> words) const
    {
        const auto ran = (*this)(words);
        CHECK(ran.exit == 1);
        return ran.err;
    }
    World on(const char* day) const { return World{.folder = {}, .db = db, .today = day}; }
};

}  // namespace

TEST_CASE("a bank's counter-offer stands beside ours, and when taken becomes bills that are told of twice",
          "[cli][rescue]")
{
    const Short w;
    const auto noted = w.json({"contact", "log", "1", "--channel", "phone", "--outcome", "counter_offer", "--offer",
                               "months=6,fee=0.0075,first=2026-12-20"});
    const auto& c = noted["comparison"];
    CHECK(c["verdict"] == "above_affordable");
    CHECK(c["theirs"]["months"] == 6);
    CHECK(c["theirs"]["monthly"] == "2090.00");
    CHECK(c["theirs"]["total_cost"] == "540.00");
    CHECK(c["theirs"]["holds"].is_number());
    CHECK(c["ours"]["holds"].is_number());
    CHECK(w.json({"plan", "compare", "1"})["theirs"]["months"] == 6);  // what was noted last
    CHECK(w.json({"plan", "compare", "1", "--offer", "months=24,fee=0"})["theirs"]["total_cost"] == "0.00");

    const auto plan = w.json({"plan", "accept", "1", "--offer", "months=24,fee=0,first=2026-12-20"});
    CHECK(plan["status"] == "active");
    CHECK(plan["schedule"].size() == 24);
    CHECK(w.err({"plan", "accept", "1", "--offer", "months=24,fee=0"}).find("already") != std::string::npos);
    const auto kind_on = [&](const char* day) {
        const auto told = w.on(day).json({"check"}, {}, w.on(day)({"check"}).exit);
        for (const auto& f : told["follow_ups"])
            if (f["plan"] == plan["id"]) return f["kind"].get<std::string>();
        return std::string{"none"};
    };
    CHECK(kind_on("2026-12-05") == "none");
    CHECK(kind_on("2026-12-14") == "plan_first_reminder");
    CHECK(kind_on("2026-12-19") == "plan_last_reminder");
    CHECK(kind_on("2026-12-22") == "plan_missed");
    w.json(
        {"entry", "add", "--account", "Checking", "--date", "2026-11-21", "--amount", "-9000", "--payee", "Hospital"});
    w.json({"transfer", "add", "--from", "Checking", "--to", "Savings", "--date", "2026-12-11", "--amount", "9000"});
    CHECK(kind_on("2026-12-14") == "call_before_missing");
}

TEST_CASE("what was agreed changes the bill, and a promise that does not come is raised until it is seen",
          "[cli][rescue]")
{
    const Short w;
    w.json({"contact", "log", "1", "--channel", "phone", "--outcome", "agreed", "--promise", "waiver", "--amount", "35",
            "--by", "2026-11-25"});
    CHECK(w.bill("ICBC card")["amount"] == "11965.00");
    const auto raised = [&](const char* day) {
        int n = 0;
        const auto told = w.on(day).json({"check"}, {}, w.on(day)({"check"}).exit);
        for (const auto& f : told["follow_ups"]) n += f["kind"] == "promise_not_seen";
        return n;
    };
    CHECK(raised("2026-11-25") == 0);
    CHECK(raised("2026-11-26") == 1);
    SECTION("the user has seen it")
    {
        w.json({"contact", "kept", "1"});
        CHECK(raised("2026-11-26") == 0);
        CHECK(w.err({"contact", "kept", "1"}).find("Nothing would change") != std::string::npos);
    }
    SECTION("as much has come in")
    {
        w.json({"entry", "add", "--account", "Savings", "--date", "2026-11-24", "--amount", "35", "--payee", "ICBC"});
        CHECK(raised("2026-11-26") == 0);
    }
    SECTION("another day was agreed")
    {
        w.json({"contact", "log", "1", "--channel", "phone", "--outcome", "agreed", "--new-due", "2026-12-14"});
        const auto plans = w.json({"plan", "list"})["plans"];
        REQUIRE(plans.size() == 1);
        CHECK(plans[0]["kind"] == "move_due_date");
        CHECK(plans[0]["schedule"][0]["due"] == "2026-12-14");
        CHECK(plans[0]["schedule"][0]["amount"] == "11965.00");
    }
}

TEST_CASE("the reason is said once and reaches the plan, and dates and amounts reach the letter", "[cli][rescue]")
{
    const Short w;
    CHECK(w.json({"contact", "1"})["reasons"].size() == 17);
    const auto sheet = w.json(
        {"contact", "1", "--reason", "job_loss", "--since", "2026-11-01", "--until", "2027-02-01", "--pay-now", "200"});
    CHECK(sheet["letter"].get<std::string>().find("Since 1 November 2026: Job loss.") != std::string::npos);
    CHECK(sheet["letter"].get<std::string>().find("1 February 2027") != std::string::npos);
    CHECK(sheet["letter"].get<std::string>().find("¥200.00") != std::string::npos);
    CHECK(sheet["ask_income"].is_string());
    CHECK(w.json({"contact", "1"})["letter"].get<std::string>().find("Job loss") != std::string::npos);
    CHECK(w.json({"plan", "accept", "1", "1"})["reason"] == "job_loss");
    const auto less = w.json({"contact", "1", "--income-change", "-9500"});
    CHECK(less["ask_income"].is_null());
    const auto plan = w.json({"plan", "1"});
    CHECK(plan["advice_kind"] == "talk_to_somebody");
}

TEST_CASE("the plan for all bills that is shown is the one that is accepted", "[cli][rescue]")
{
    const Short w;
    w.json({"bill", "add", "CMB card", "--amount", "3000", "--due", "2026-12-08", "--pay-from", "Checking", "--minimum",
            "300", "--issuer", "cmb"});
    const auto shown = w.json({"plan", "--all"})["together"][0];
    std::size_t wanted = 0;
    for (const auto& bill : shown["bills"]) wanted += !bill["option"].is_null();
    REQUIRE(wanted > 0);
    const auto plans = w.json({"plan", "accept", "--all"})["plans"];
    CHECK(plans.size() >= wanted);
    CHECK(w.json({"plan", "list"})["plans"].size() == plans.size());
    w.json({"undo"});
    CHECK(w.json({"plan", "list"})["plans"].empty());
    CHECK(w.err({"plan", "accept"}).find("BILL | --all") != std::string::npos);
}

TEST_CASE("papers stay where they are, and one that is gone is said to be", "[cli][rescue]")
{
    const Short w;
    const auto file = w.folder.write("payslip.txt", "x");
    const auto noted = w.json({"documents", "1", "--file", "income_proof=" + file.string()});
    CHECK(noted["documents"][0]["file"] == file.string());
    CHECK(noted["documents"][0]["gone"] == false);
    CHECK(noted["documents"][0]["have"] == true);
    std::filesystem::remove(file);
    CHECK(w.json({"documents", "1"})["documents"][0]["gone"] == true);
    bool said = false;
    const auto sheet = w.json({"contact", "1", "--reason", "job_loss"});
    for (const auto& d : sheet["documents"]) said = said || d["gone"] == true;
    CHECK(said);
}

TEST_CASE("a corrected number comes first with its day and source, and the stored one stays beside it", "[cli][rescue]")
{
    const Short w;
    const auto bank = w.json({"banks", "correct", "icbc", "--hotline", "400 123 4567", "--source", "back of the card"});
    CHECK(bank["hotlines"][0]["number"] == "400 123 4567");
    CHECK(bank["hotlines"][0]["sources"][0] == "back of the card");
    CHECK(bank["hotlines"][0]["checked"] == "2026-11-22");
    CHECK(bank["hotlines"][1]["number"] == "95588");
    const auto call = w.json({"contact", "1"})["call"];
    CHECK(call["hotline"] == "400 123 4567");
    CHECK(call["others"][0].get<std::string>().find("95588") == 0);
    w.json({"banks", "report", "icbc", "--note", "nobody answers"});
    CHECK(w.json({"contact", "1"})["call"]["others"][0].get<std::string>().find("wrong") != std::string::npos);
    w.json({"banks", "correct", "village", "--name", "Village Bank", "--hotline", "123 456"});
    w.json({"bill", "add", "Loan", "--amount", "10", "--due", "2026-12-01", "--issuer", "village"});
}

TEST_CASE("collectors' calls are held against their rules, and one's own waits teach when to call", "[cli][rescue]")
{
    const Short w;
    const auto night = w.json({"contact", "log", "1", "--channel", "phone", "--outcome", "pending", "--they-called",
                               "--at", "2026-11-20T23:10"});
    REQUIRE(night["not_kept"].size() == 1);
    CHECK(night["not_kept"][0].get<std::string>().find("22:00") != std::string::npos);
    CHECK(night["letter"].is_string());
    CHECK(night["may_do"].back().get<std::string>().find("12378") != std::string::npos);
    CHECK(w.json({"contact", "log", "1", "--channel", "phone", "--outcome", "pending", "--they-called", "--at",
                  "2026-11-20T15:00"})["not_kept"]
              .empty());
    for (int call = 0; call < 7; ++call) {
        const auto seen = w.json({"contact", "log", "1", "--channel", "phone", "--outcome", "no_answer",
                                  "--they-called", "--at", "2026-11-21T1" + std::to_string(call) + ":00"});
        CHECK(seen["not_kept"].size() == (call == 6 ? 1U : 0U));
    }
    const auto told = w.json({"contact", "log", "1", "--channel", "phone", "--outcome", "pending", "--conduct",
                              "third_parties", "--at", "2026-11-21T15:00"});
    CHECK(told["not_kept"].size() == 1);

    const auto wait = [&](const char* at, const char* minutes) {
        w.json(
            {"contact", "log", "1", "--channel", "phone", "--outcome", "no_answer", "--at", at, "--waited", minutes});
    };
    wait("2026-11-16T10:00", "45");
    wait("2026-11-17T11:30", "25");
    CHECK(w.json({"contact", "1"})["call"]["learnt"].is_null());
    wait("2026-11-18T15:00", "4");
    wait("2026-11-19T15:30", "6");
    CHECK(w.json({"contact", "1"})["call"]["learnt"].get<std::string>().find("15:00") != std::string::npos);
}

TEST_CASE("what may happen when, who helps and a sober page are there for each region and script", "[cli][rescue]")
{
    const World w;
    const auto mainland = w.json({"contact", "guide"});
    CHECK(mainland["region"] == "CN");
    CHECK(mainland["stages"].size() == 7);
    CHECK(mainland["home_visit"].size() == 6);
    CHECK(mainland["rules"].size() == 6);
    for (const auto& rule : mainland["rules"]) CHECK_FALSE(rule["source"].get<std::string>().empty());
    CHECK_FALSE(mainland["disclaimer"].get<std::string>().empty());
    w.json({"preferences", "region", "TW"});
    const auto taiwan = w.json({"--lang", "zh_TW", "contact", "guide"});
    CHECK(taiwan["region"] == "TW");
    CHECK(taiwan["rules"].empty());
    CHECK(taiwan["no_rules"].is_string());
    CHECK(w.json({"--lang", "zh_TW", "contact", "guide", "--region", "CN"})["rules"].size() == 6);
    for (const char* language : {"en", "zh_CN", "zh_TW"})
        for (const char* region : {"CN", "TW", "HK", "SG", "US", "GB", "DE"}) {
            const auto page = w.json({"--lang", language, "contact", "care", "--region", region});
            CHECK(page["paragraphs"].size() == 3);
            CHECK(page["first_things"].size() == 4);
        }
    CHECK(w({"preferences", "region", "mars"}).exit == 1);
}

TEST_CASE("what cannot be is refused with what to do", "[cli][rescue]")
{
    const Short w;
    w.json({"bill", "add", "Power", "--amount", "100", "--due", "2026-12-01", "--pay-from", "Checking"});
    w.json({"bill", "pay", "Power", "--from", "Checking"});
    struct Case {
        const char* when;
        std::vector<std::string> words;
        const char* says;
    };
    const std::vector<Case> cases{
        {"the bank is unknown",
         {"bill", "add", "X", "--amount", "1", "--due", "2026-12-01", "--issuer", "nobody"},
         "banks"},
        {"the bank's key is nearly right",
         {"bill", "add", "X", "--amount", "1", "--due", "2026-12-01", "--issuer", "icb"},
         "icbc"},
        {"the card's bank is unknown",
         {"account", "add", "Y", "--type", "card", "--statement-day", "5", "--due-day", "25", "--issuer", "nobody"},
         "banks"},
        {"a number is corrected for a bank without a name",
         {"banks", "correct", "nobody", "--hotline", "123 456"},
         "name"},
        {"a number is somebody else's", {"banks", "correct", "icbc", "--hotline", "95188"}, "alipay_huabei"},
        {"a number has no digits", {"banks", "correct", "icbc", "--hotline", "call me"}, "call me"},
        {"an unknown bank is reported", {"banks", "report", "nobody"}, "nobody"},
        {"the reason is unknown", {"contact", "1", "--reason", "laziness"}, "job_loss"},
        {"details come without a reason", {"contact", "1", "--since", "2026-11-01"}, "--reason"},
        {"the bill is paid", {"plan", "Power"}, "paid already"},
        {"the bill to talk about is paid", {"contact", "Power"}, "paid already"},
        {"the bill to compare is paid", {"plan", "compare", "Power", "--offer", "months=3,fee=0"}, "paid already"},
        {"the offer has no months", {"plan", "compare", "1", "--offer", "months=0,fee=0.006"}, "months"},
        {"the offer has too many months", {"plan", "compare", "1", "--offer", "months=121,fee=0.006"}, "120"},
        {"the offer's fee is above 5 % a month", {"plan", "compare", "1", "--offer", "months=12,fee=0.06"}, "0.05"},
        {"the fee is no number", {"plan", "compare", "1", "--offer", "months=12,fee=much"}, "much"},
        {"the offer says something else", {"plan", "compare", "1", "--offer", "weeks=3"}, "months=12"},
        {"nothing was offered", {"plan", "compare", "1"}, "--offer"},
        {"a counter-offer without terms",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "counter_offer"},
         "--offer"},
        {"no option is chosen", {"plan", "accept", "1"}, "OPTION"},
        {"the option is unknown", {"plan", "accept", "1", "99"}, "99"},
        {"the last offer is asked for and there is none", {"plan", "accept", "1", "--offer", "last"}, "last"},
        {"a promise has no day",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "agreed", "--promise", "waiver"},
         "--by"},
        {"a promise's day is over",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "agreed", "--promise", "waiver", "--by",
          "2026-11-01"},
         "2026-11-01"},
        {"a promise of less than nothing",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "agreed", "--promise", "waiver", "--by",
          "2026-12-01", "--amount", "-5"},
         "sign"},
        {"the promise is of no known kind",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "agreed", "--promise", "moon", "--by",
          "2026-12-01"},
         "waiver"},
        {"a new day without agreement",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "refused", "--new-due", "2026-12-20"},
         "agreed"},
        {"the new day is not later",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "agreed", "--new-due", "2026-12-01"},
         "2026-12-01"},
        {"the call lies ahead",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "pending", "--at", "2026-12-01T10:00"},
         "2026-12-01"},
        {"the time is no time",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "pending", "--at", "2026-11-20T25:00"},
         "2026-11-21T23:10"},
        {"the rule is unknown",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "pending", "--conduct", "rude"},
         "quiet_hours"},
        {"the follow-up day is over",
         {"contact", "log", "1", "--channel", "phone", "--outcome", "pending", "--follow-up", "2026-11-01"},
         "2026-11-01"},
        {"the contact is unknown", {"contact", "kept", "7"}, "7"},
        {"the paper is unknown", {"documents", "1", "--file", "diploma=/etc/hostname"}, "ID=FILE"},
        {"the file is not there", {"documents", "1", "--file", "income_proof=/no/such/file"}, "/no/such/file"},
        {"what shall stay is negative", {"plan", "1", "--keep", "-5"}, "sign"},
        {"the plan is unknown", {"plan", "keep", "9"}, "9"},
        {"the end of the trouble lies before its start",
         {"contact", "1", "--reason", "illness", "--since", "2026-11-01", "--until", "2026-10-01"},
         "2026-10-01"},
    };
    const auto before = w.json({"info"})["revision"];
    for (const auto& c : cases) {
        INFO(c.when);
        const auto ran = w(c.words);
        INFO(ran.err);
        CHECK(ran.exit == 1);
        CHECK(ran.out.empty());
        CHECK(ran.err.find(c.says) != std::string::npos);
    }
    CHECK(w.json({"info"})["revision"] == before);
}
