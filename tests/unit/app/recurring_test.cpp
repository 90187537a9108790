#include "ui/app/journeys/recurring.hpp"

#include <cstdlib>

#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

namespace {

/// Ten months of pay, rent on the last day of the month, a weekly market day and a gym.
struct Home {
    testing::SmallLedger ledger;
    AccountId bank{};
    explicit Home(const char* today = "2026-02-03") : ledger{today}
    {
        bank = ledger.account("Bank", AccountType::checking, 500000);
        for (Date d = day("2025-04-01"); d <= day(today); d += Days{1}) {
            const auto on = iso(d);
            if (day_of_month(d) == 10) ledger.entry(bank, on.c_str(), 800000, "Employer");
            if (d == last_of_month(d)) ledger.entry(bank, on.c_str(), -300000, "Landlord");
            if (weekday_of(d) == 6)
                ledger.entry(bank, on.c_str(), -60000 - (d.time_since_epoch().count() % 7) * 2000, "Market");
            if (day_of_month(d) == 15) ledger.entry(bank, on.c_str(), -9900, "Gym");
        }
    }
    app::State state() const { return {ledger.book, ledger.history, ledger.today()}; }
    alerts::Assessment judged() const { return alerts::assess(ledger.book, ledger.history, ledger.today()); }
    alerts::RecurringFound found(const char* payee) const
    {
        const auto stream = app::stream_called(judged().recurring, payee);
        REQUIRE(stream);
        return *stream;
    }
    bool lists(const std::string& payee) const
    {
        const auto a = judged();
        return std::any_of(a.recurring.begin(), a.recurring.end(), [&](const auto& l) { return l.payee == payee; });
    }
    std::int64_t median_in(int days) const
    {
        return judged().accounts.at(0).daily.at(static_cast<std::size_t>(days - 1)).p50;
    }
};

}  // namespace

TEST_CASE("each stream that was found becomes a bill or an income in one step, and is not counted a second time",
          "[recurring]")
{
    const auto* payee = GENERATE("Employer", "Landlord", "Market", "Gym");
    INFO(payee);
    Home home;
    const auto before = home.median_in(30);
    const auto change = app::confirm_stream(home.state(), home.found(payee));
    REQUIRE(change);
    CHECK(change->deed == Deed::confirm_stream);
    CHECK(home.ledger.record(*change).empty());
    CHECK_FALSE(home.lists(payee));
    INFO("before " << before << ", after " << home.median_in(30));
    CHECK(std::abs(home.median_in(30) - before) < 70000);
    CHECK(home.ledger.book.bills.size() + home.ledger.book.incomes.size() == 1);
}

TEST_CASE("a rent of the month's last day stays on the month's last day", "[recurring]")
{
    Home home;
    REQUIRE(home.ledger.record(*app::confirm_stream(home.state(), home.found("Landlord"))).empty());
    std::vector<Date> due;
    for (const auto& d : open_duties(home.ledger.book, home.ledger.history, day("2026-05-31"), home.ledger.today()))
        due.push_back(d.due);
    CHECK(due == std::vector<Date>{day("2026-02-28"), day("2026-03-31"), day("2026-04-30"), day("2026-05-31")});
}

TEST_CASE("a dismissed stream is not offered again, until it is taken back", "[recurring]")
{
    Home home;
    REQUIRE(home.ledger.record(*app::dismiss_stream(home.state(), home.found("Gym"))).empty());
    CHECK_FALSE(home.lists("Gym"));
    CHECK(home.lists("Landlord"));
    REQUIRE(home.ledger.record(*app::restore_stream(home.state(), {1})).empty());
    CHECK(home.lists("Gym"));
    CHECK_FALSE(app::restore_stream(home.state(), {1}));
}

TEST_CASE("a stream is named by its number or by part of its payee", "[recurring]")
{
    Home home;
    const auto learnt = home.judged().recurring;
    CHECK(app::stream_called(learnt, "1")->payee == learnt.front().payee);
    CHECK(app::stream_called(learnt, "gym")->payee == "Gym");
    CHECK(app::stream_called(learnt, "nobody").problems().front().trouble == Trouble::no_such);
    CHECK(app::stream_called(learnt, "m").problems().front().trouble == Trouble::ambiguous);
    CHECK_FALSE(app::stream_called(learnt, ""));
}
