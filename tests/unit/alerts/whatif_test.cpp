#include "alerts/assess.hpp"
#include "alerts/judging/backtest.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using namespace alerts;
using testing::cny;
using testing::day;

namespace {

/// Pay on the 10th, everyday shopping of about 6,000 a month, and a bill on the 20th that pay and thrift can carry.
struct Household : testing::SmallLedger {
    AccountId bank{};
    Household() : SmallLedger{"2026-11-22"}
    {
        bank = account("Bank");
        for (Date d = day("2025-11-22"); d <= day("2026-11-22"); d += Days{1}) {
            if (day_of_month(d) == 10) entry(bank, iso(d).c_str(), 800000, "Employer");
            entry(bank, iso(d).c_str(), -10000 - (d.time_since_epoch().count() * 7919 % 13) * 1500,
                  d.time_since_epoch().count() % 2 ? "Market" : "Baker");
        }
        auto a = book.accounts.at(bank);
        a.opening = cny(400000 - balance_on(book, history, bank, today().date).minor);
        put(a);
        put(Bill{
            .id = {1}, .payee = "School", .amount = cny(670000), .first_due = day("2026-12-20"), .pay_from = bank});
    }
    double risk(const WhatIf& what_if = {}) const
    {
        return *assess(book, history, today(), 60, {}, what_if).findings.front().p_short;
    }
};

}  // namespace

TEST_CASE("what if: an income that is lost, and spending that changes by a share, show in the risk", "[whatif]")
{
    const Household h;
    const auto before = h.book;
    const double usual = h.risk();
    CHECK(usual > 0.05);
    CHECK(usual < 0.95);
    CHECK(h.risk({.lost_payers = {{h.bank, "Employer"}}}) > 0.98);
    CHECK(h.risk({.spending = -0.3}) < usual - 0.05);
    CHECK(h.risk({.spending = 0.3}) > usual + 0.05);
    CHECK(h.risk({.flows = {{h.bank, day("2026-12-01"), cny(-200000)}}}) > usual + 0.05);
    CHECK(h.book == before);
}

TEST_CASE("what if: a confirmed income can be lost too", "[whatif]")
{
    Household h;
    h.put(Income{.id = {1},
                 .payer = "Employer",
                 .amount = cny(800000),
                 .next = day("2026-12-10"),
                 .repeat = {.period = Period::month},
                 .to = h.bank});
    CHECK(h.risk() < 0.95);
    CHECK(h.risk({.lost = {IncomeId{1}}}) > 0.98);
}

TEST_CASE("why a bill may fail is told by what differs on the paths that fall short", "[whatif]")
{
    const Household h;
    const auto f = assess(h.book, h.history, h.today()).findings.front();
    REQUIRE(f.because.size() >= 3);
    CHECK(f.because.front().kind == CauseKind::balance_today);
    const auto spending = std::find_if(f.because.begin(), f.because.end(),
                                       [](const Cause& c) { return c.kind == CauseKind::usual_spending; });
    REQUIRE(spending != f.because.end());
    CHECK(spending->amount.negative());
    CHECK(spending->when_short < spending->amount);  // where it falls short, more is spent than usual
    CHECK(std::any_of(f.because.begin(), f.because.end(),
                      [](const Cause& c) { return c.kind == CauseKind::income_expected && c.name == "Employer"; }));
}

TEST_CASE("known bills of the past are replayed with what was known then", "[backtest]")
{
    testing::SmallLedger h{"2026-11-22"};
    const auto bank = h.account("Bank", AccountType::checking, 300000);
    for (Date d = day("2025-11-01"); d <= day("2026-11-22"); d += Days{1}) {
        if (day_of_month(d) == 10) h.entry(bank, iso(d).c_str(), 500000, "Employer");
        h.entry(bank, iso(d).c_str(), -16400, "Market");
    }
    h.put(Bill{.id = {1},
               .payee = "Tax",
               .amount = cny(330000),
               .first_due = day("2026-09-08"),
               .repeat = {.period = Period::month, .times = 3},
               .pay_from = bank});
    h.put(Bill{.id = {2}, .payee = "Club", .amount = cny(1000), .first_due = day("2026-08-20"), .pay_from = bank});
    const auto b = backtest(h.book, h.history, h.today(), bank);
    REQUIRE(b);
    CHECK(b->bills.questions() == static_cast<int>(b->replayed.size()));
    REQUIRE(b->replayed.size() == 3);  // the first tax was not known a week before
    for (const auto& r : b->replayed) {
        INFO(r.payee << " " << iso(r.due) << " said on " << iso(r.said_on) << ": " << r.p_short);
        CHECK(days_between(r.said_on, r.due) >= 7);
        CHECK(r.was_short == (r.payee == "Tax"));  // two days before pay nothing near 3,300 is ever there
        CHECK(r.warned == r.was_short);
    }
    SECTION("a bill typed in for a day to come is not among them")
    {
        h.put(Bill{.id = {3},
                   .payee = "Rent",
                   .amount = cny(1),
                   .first_due = day("2026-12-01"),
                   .repeat = {.period = Period::month},
                   .pay_from = bank});
        const auto again = backtest(h.book, h.history, h.today(), bank);
        REQUIRE(again);
        for (const auto& r : again->replayed) CHECK(r.bill != BillId{3});
    }
}
