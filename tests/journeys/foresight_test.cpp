#include "ledger/values/date.hpp"
#include "tests/journeys/world.hpp"

using nlohmann::json;

namespace {

/// A year of pay on the 10th, rent on the 1st, a gym on the 15th and a market every few days, imported as a statement;
/// savings stand by.
struct Household : World {
    explicit Household(const char* last_pay = "2026-11-10")
    {
        settle_in();
        std::string csv = "date,payee,amount\n";
        for (auto day = ledger::make_date(2025, 12, 1); day <= ledger::make_date(2026, 11, 21);
             day += ledger::Days{1}) {
            const auto row = [&](const char* payee, const char* amount) {
                csv += ledger::iso(day) + "," + payee + "," + amount + "\n";
            };
            if (ledger::day_of_month(day) == 10 && ledger::iso(day) <= last_pay) row("Employer", "8000.00");
            if (ledger::day_of_month(day) == 1) row("Landlord", "-3000.00");
            if (ledger::day_of_month(day) == 15) row("Gym", "-99.00");
            if (day.time_since_epoch().count() % 4 == 0)
                row("Market", day.time_since_epoch().count() % 3 ? "-550.00" : "-610.00");
        }
        json({"import", "-", "--account", "Checking"}, csv);
    }
    nlohmann::json found(const std::string& payee) const
    {
        const auto all = json({"recurring", "list"});
        for (const auto& r : all["recurring"])
            if (r["payee"] == payee) return r;
        return nullptr;
    }
};

}  // namespace

TEST_CASE("what comes again is listed, confirmed and dismissed from the command line", "[journeys]")
{
    const Household home;
    REQUIRE_FALSE(home.found("Landlord").is_null());
    CHECK(home.found("Landlord")["amount"] == "-3000.00");
    CHECK(home.found("Landlord")["next"] == "2026-12-01");
    const auto rent = home.json({"recurring", "confirm", "Landlord"});
    CHECK(rent["bill"].is_number());
    CHECK(home.bill("Landlord")["due"] == "2026-12-01");
    CHECK(home.found("Landlord").is_null());
    CHECK(home.json({"recurring", "confirm", "employer"})["income"].is_number());
    CHECK(home.found("Employer").is_null());
    home.json({"recurring", "dismiss", "Gym"});
    CHECK(home.found("Gym").is_null());
    const auto gone = home.json({"recurring", "list", "--dismissed"});
    REQUIRE(gone["dismissed"].size() == 1);
    CHECK(gone["dismissed"][0]["payee"] == "Gym");
    home.json({"undo"});
    CHECK_FALSE(home.found("Gym").is_null());
    CHECK(home({"recurring", "confirm", "nobody"}).exit == 1);
}

TEST_CASE("an income that stopped is told of by check, once", "[journeys]")
{
    const Household home{"2026-10-10"};
    const auto first = home.json({"check", "--notify"});
    REQUIRE(first["late_incomes"].size() == 1);
    CHECK(first["late_incomes"][0]["payer"] == "Employer");
    CHECK(first["late_incomes"][0]["expected"] == "2026-11-10");
    CHECK(first["late_incomes"][0]["new"] == true);
    CHECK(home.json({"check"})["late_incomes"][0]["new"] == false);
    CHECK(home({"check", "--notify"}).out.empty());
}

TEST_CASE("a bill that needs money from savings names the move, and is told of", "[journeys]")
{
    Household home;
    const auto held = std::stod(home.balance("Checking"));
    home.json({"bill", "add", "Tax", "--amount", std::to_string(static_cast<int>(held) + 2000), "--due", "2026-11-30"});
    const auto told = home.json({"check"}, {}, 2);
    REQUIRE(told["alerts"].size() == 1);
    const auto& alert = told["alerts"][0];
    CHECK(alert["level"] == "tight");
    REQUIRE(alert["moves"].size() == 1);
    CHECK(alert["moves"][0]["from"] == "Savings");
    CHECK(alert["moves"][0]["to"] == "Checking");
    CHECK(alert["moves"][0]["by"] == "2026-11-27");
    CHECK(alert["action"].get<std::string>().find("Savings") != std::string::npos);
    CHECK(alert["p_short"].get<double>() > 0.9);
    CHECK(alert["p_short_after_moves"].get<double>() < 0.2);
}

TEST_CASE("what if shows every bill before and after, and writes nothing", "[journeys]")
{
    Household home;
    home.json({"bill", "add", "School", "--amount", "6000", "--due", "2026-12-20"});
    const auto before = home.json({"info"});
    const auto change = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "whatif");
        const auto all = home.json(words);
        REQUIRE(all["changes"].size() >= 1);
        return all["changes"][0];
    };
    const auto lost = change({"--lose-income", "Employer"});
    CHECK(lost["after"]["p_short"].get<double>() > lost["before"]["p_short"].get<double>());
    const auto thrift = change({"--spending", "-30%"});
    CHECK(thrift["after"]["p_short"].get<double>() <= thrift["before"]["p_short"].get<double>());
    CHECK(change({"--drop-bill", "School"})["after"].is_null());
    CHECK(change({"--bill", "School", "--due", "2026-12-28"})["after"]["due"] == "2026-12-28");
    const auto spent = change({"--spend", "4000@2026-12-01", "--account", "Checking"});
    CHECK(spent["after"]["p_short"].get<double>() > spent["before"]["p_short"].get<double>() + 0.05);
    for (const auto& bad : {std::vector<std::string>{"whatif", "--spending", "lots"},
                            {"whatif", "--spending", "-150%"},
                            {"whatif", "--lose-income", "nobody"},
                            {"whatif"}})
        CHECK(home(bad).exit == 1);
    CHECK(home.json({"undo", "--list"}) == home.json({"undo", "--list"}));
    CHECK(home.json({"info"})["entries"] == before["entries"]);
}

TEST_CASE("the past is replayed in plain words", "[journeys]")
{
    const Household home;
    const auto played = home.json({"backtest", "--account", "Checking", "--weeks", "12"});
    CHECK(played["weeks"] == 12);
    CHECK(played["questions"] == played["hits"].get<int>() + played["false_alarms"].get<int>() +
                                     played["misses"].get<int>() + played["quiet"].get<int>());
    CHECK(home({"backtest", "--account", "Checking"}).out.find("came so") != std::string::npos);
}
