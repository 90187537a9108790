#include "alerts/judging/backtest.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::day;

TEST_CASE("replaying a steady year finds the low days and rarely cries wolf", "[backtest]")
{
    testing::SmallLedger h{"2026-11-22"};
    const auto bank = h.account("Bank", AccountType::checking, 300000);
    for (Date d = day("2025-03-01"); d <= day("2026-11-22"); d += Days{1}) {
        if (day_of_month(d) == 10) h.entry(bank, iso(d).c_str(), 800000, "Employer");
        if (day_of_month(d) == 1) h.entry(bank, iso(d).c_str(), -300000, "Landlord");
        h.entry(bank, iso(d).c_str(), -16000, "Market");
    }
    const auto b = alerts::backtest(h.book, h.history, h.today(), bank);
    REQUIRE(b);
    CHECK(b->weeks == 26);
    CHECK(b->questions == b->all().questions());
    CHECK(b->balance.hits > 3 * b->balance.misses);
    CHECK(b->brier < b->brier_constant / 2);
}

TEST_CASE("an account of a few days cannot be replayed, and it says so", "[backtest]")
{
    testing::SmallLedger h{"2026-11-22"};
    const auto bank = h.account("Bank");
    CHECK_FALSE(alerts::backtest(h.book, h.history, h.today(), bank));
    h.entry(bank, "2026-11-20", 100, "Gift");
    CHECK_FALSE(alerts::backtest(h.book, h.history, h.today(), bank));
}
