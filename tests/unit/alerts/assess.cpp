#include "alerts/assess.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using namespace alerts;
using testing::cny;
using testing::day;

namespace {

/// A year of pay on the 10th, rent on the 1st and groceries every Saturday; what is left today is for each case to say.
struct Household : testing::SmallLedger {
    AccountId bank{};
    explicit Household(std::int64_t today_holds, std::int64_t pay = 800000, const char* last_pay = "2026-11-10")
        : SmallLedger{"2026-11-22"}
    {
        bank = account("Bank");
        for (Date d = day("2025-11-22"); d <= day("2026-11-22"); d += Days{1}) {
            if (day_of_month(d) == 10 && d <= day(last_pay)) entry(bank, iso(d).c_str(), pay, "Employer");
            if (day_of_month(d) == 1) entry(bank, iso(d).c_str(), -300000, "Landlord");
            if (weekday_of(d) == 6)
                entry(bank, iso(d).c_str(), -60000 - (d.time_since_epoch().count() % 7) * 2000, "Market");
        }
        auto a = book.accounts.at(bank);
        a.opening = cny(today_holds - balance_on(book, history, bank, today().date).minor);
        put(a);
    }
    BillId bill(std::int64_t fen, const char* due, const char* payee = "Card of the bank")
    {
        const auto id = next_id<Bill>(book);
        put(Bill{.id = id, .payee = payee, .amount = cny(fen), .first_due = day(due), .pay_from = bank});
        return id;
    }
    Assessment judged(const WhatIf& what_if = {}) const { return assess(book, history, today(), 60, {}, what_if); }
    Finding about(BillId id, const WhatIf& what_if = {}) const
    {
        for (const auto& f : judged(what_if).findings)
            if (f.duty.bill == id) return f;
        FAIL("no finding about bill " << id.value);
        return {};
    }
};

}  // namespace

TEST_CASE("a bill is judged by what will be there on its due date", "[assess]")
{
    struct Case {
        const char* when;
        std::int64_t today_holds, bill;
        const char* due;
        Level least, most;
    };
    const auto c =
        GENERATE(Case{"there is plenty", 2000000, 200000, "2026-12-05", Level::safe, Level::safe},
                 Case{"rent on the 1st takes what is there today", 400000, 200000, "2026-12-05", Level::will_miss,
                      Level::will_miss},
                 Case{"the same bill after pay on the 10th", 400000, 200000, "2026-12-12", Level::safe, Level::tight},
                 Case{"groceries decide", 530000, 101000, "2026-12-05", Level::tight, Level::at_risk});
    INFO(c.when);
    Household h{c.today_holds};
    const auto finding = h.about(h.bill(c.bill, c.due));
    INFO("p_short " << *finding.p_short << ", before " << finding.balance_before.minor);
    CHECK(finding.level >= c.least);
    CHECK(finding.level <= c.most);
}

TEST_CASE("it says how short, why, and by when to act", "[assess]")
{
    Household h{400000};
    const auto f = h.about(h.bill(200000, "2026-12-05"));
    CHECK(f.expected_shortfall > cny(150000));
    CHECK(f.expected_shortfall < cny(400000));
    CHECK(f.act_by == day("2026-12-04"));  // one working day for a transfer
    REQUIRE(f.because.size() >= 3);
    CHECK(f.because.size() <= 5);
    CHECK(f.because[0].kind == CauseKind::balance_today);
    CHECK(f.because[0].amount == cny(400000));
    const auto names = [&](CauseKind kind, const char* name) {
        return std::any_of(f.because.begin(), f.because.end(),
                           [&](const Cause& c) { return c.kind == kind && c.name == name; });
    };
    CHECK(names(CauseKind::regular_payment, "Landlord"));
    CHECK(names(CauseKind::income_after, "Employer"));
}

TEST_CASE("what comes several times before a bill is told as several, and once as once", "[assess]")
{
    Household h{400000};
    const auto landlord = [&](const char* due) {
        for (const auto& c : h.about(h.bill(200000, due)).because)
            if (c.name == "Landlord") return c;
        return Cause{};
    };
    const auto once = landlord("2026-12-05");
    const auto twice = landlord("2027-01-05");
    CHECK(once.times == 1);
    CHECK(twice.times == 2);
    CHECK(twice.amount == once.amount + once.amount);
    CHECK(twice.date == once.date);
}

TEST_CASE("a bill owed to a bank leaves time to reach the bank", "[assess]")
{
    Household h{400000};
    const auto id = h.bill(200000, "2026-12-05");
    auto b = h.book.bills.at(id);
    b.issuer = "icbc";
    h.put(b);
    CHECK(h.about(id).act_by == day("2026-12-01"));
}

TEST_CASE("what is confirmed is not counted a second time", "[assess]")
{
    Household h{1000000};
    const auto median = [&] {
        for (const auto& d : h.judged().accounts.at(0).daily)
            if (d.date == day("2026-12-08")) return d.p50;
        return std::int64_t{0};
    };
    const auto learnt = median();
    h.put(Bill{.id = {7},
               .payee = "landlord",
               .amount = cny(300000),
               .first_due = day("2026-12-01"),
               .repeat = {.period = Period::month},
               .pay_from = h.bank});
    CHECK(std::abs(median() - learnt) < 40000);  // and not 300,000 lower
    h.put(Income{.id = {1},
                 .payer = "Employer",
                 .amount = cny(800000),
                 .next = day("2026-12-10"),
                 .repeat = {.period = Period::month},
                 .to = h.bank});
    CHECK(std::abs(median() - learnt) < 40000);
}

TEST_CASE("under two weeks of history there is no probability, only what is scheduled", "[assess]")
{
    testing::SmallLedger h{"2026-11-22"};
    const auto bank = h.account("Bank");
    h.entry(bank, "2026-11-15", 100000, "Start");
    h.put(Bill{.id = {1}, .payee = "Power", .amount = cny(60000), .first_due = day("2026-11-30"), .pay_from = bank});
    h.put(Bill{.id = {2}, .payee = "Rent", .amount = cny(60000), .first_due = day("2026-12-01"), .pay_from = bank});
    const auto a = assess(h.book, h.history, h.today());
    REQUIRE(a.findings.size() == 2);
    CHECK_FALSE(a.accounts.at(0).enough_history);
    for (const auto& f : a.findings) {
        CHECK_FALSE(f.p_short);
        CHECK(f.level == (f.duty.payee == "Rent" ? Level::at_risk : Level::safe));
    }
    CHECK_FALSE(a.safe_to_spend);
}

TEST_CASE("two bills on one day do not both count on the same money", "[assess]")
{
    Household h{2000000};
    const auto power = h.bill(900000, "2026-11-25", "Power"), loan = h.bill(900000, "2026-11-25", "Loan"),
               school = h.bill(900000, "2026-11-25", "School");
    int short_of = 0;
    for (const auto id : {power, loan, school}) short_of += h.about(id).level >= Level::at_risk;
    CHECK(short_of == 1);
}

TEST_CASE("what if: moving the due date behind pay day makes the bill safe, and nothing is written", "[assess]")
{
    Household h{400000};
    const auto id = h.bill(200000, "2026-12-05");
    const auto before = h.book;
    CHECK(h.about(id).level == Level::will_miss);
    CHECK(h.about(id, {.moves = {{.bill = id, .due = day("2026-12-12")}}}).level <= Level::tight);
    CHECK(h.about(id, {.flows = {{h.bank, day("2026-11-24"), cny(500000)}}}).level == Level::safe);
    CHECK(h.judged({.dropped = {id}}).findings.empty());
    CHECK(h.judged({.moves = {{.bill = id, .due = day("2027-12-12")}}}).findings.empty());  // beyond what is looked at
    CHECK(h.book == before);
}

TEST_CASE("an income that stopped is said to be late, and the rent after it is not safe any more", "[assess]")
{
    Household came{330000};
    Household late{330000, 800000, "2026-10-10"};
    const auto level = [](Household& h) { return h.about(h.bill(250000, "2026-12-14")).level; };
    CHECK(level(late) > level(came));
    bool said = false;
    for (const auto& l : late.judged().recurring) said |= l.payee == "Employer" && l.late;
    CHECK(said);
}

TEST_CASE("more money never makes a finding worse", "[assess]")
{
    Level last = Level::will_miss;
    for (const std::int64_t holds : {300000, 500000, 700000, 900000, 1500000}) {
        Household h{holds};
        const auto level = h.about(h.bill(200000, "2026-12-05")).level;
        CHECK(level <= last);
        last = level;
    }
}

TEST_CASE("the same facts on the same day give the same answer", "[assess]")
{
    Household h{400000};
    const auto id = h.bill(200000, "2026-12-05");
    CHECK(*h.about(id).p_short == *h.about(id).p_short);
    CHECK(h.judged().safe_to_spend->amount == h.judged().safe_to_spend->amount);
}
