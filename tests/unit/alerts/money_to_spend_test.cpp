#include "alerts/assess.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using namespace alerts;
using testing::cny;
using testing::day;

namespace {

/// A year of pay on the 10th, interest of 5.00 on the 5th and groceries every Saturday, told until a day.
struct Steady : testing::SmallLedger {
    AccountId bank = account("Bank", AccountType::checking, 20'000'00);
    explicit Steady(const char* last_pay = "2026-11-10", const char* last_interest = "2026-11-05")
        : SmallLedger{"2026-11-22"}
    {
        for (Date d = day("2025-11-22"); d <= day("2026-11-22"); d += Days{1}) {
            if (day_of_month(d) == 10 && d <= day(last_pay)) entry(bank, iso(d).c_str(), 8'000'00, "Employer");
            if (day_of_month(d) == 5 && d <= day(last_interest)) entry(bank, iso(d).c_str(), 5'00, "Interest");
            if (weekday_of(d) == 6) entry(bank, iso(d).c_str(), -600'00, "Market");
        }
    }
    Assessment judged() const { return assess(book, history, today(), 60); }
};

const LateIncomeFound* late(const Assessment& a, const char* payer)
{
    for (const auto& one : a.late_incomes)
        if (one.payer == payer) return &one;
    return nullptr;
}

}  // namespace

TEST_CASE("what is overdue is at risk and urgent, however much is there", "[assess]")
{
    Steady h;
    h.put(Bill{.id = {1}, .payee = "Power", .amount = cny(60'00), .first_due = day("2026-11-20"), .pay_from = h.bank});
    h.put(Bill{.id = {2}, .payee = "Water", .amount = cny(60'00), .first_due = day("2026-12-20"), .pay_from = h.bank});
    const auto a = h.judged();
    REQUIRE(a.findings.size() == 2);
    CHECK(a.findings[0].duty.bill == BillId{1});
    CHECK(a.findings[0].duty.status == DutyStatus::overdue);
    CHECK(a.findings[0].alone == Level::safe);
    CHECK(a.findings[0].level == Level::at_risk);
    CHECK(a.findings[0].urgent);
    CHECK(a.findings[1].level == Level::safe);
    CHECK_FALSE(a.findings[1].urgent);
}

TEST_CASE("what may be spent leaves the buffer untouched, and is never below zero", "[assess]")
{
    Steady h;
    const auto without = h.judged().safe_to_spend;
    REQUIRE(without.has_value());
    const auto with = [&](Money buffer) {
        auto p = h.book.preferences;
        p.buffer = buffer;
        REQUIRE(h.record({.steps = {p}}).empty());
        return h.judged().safe_to_spend->amount;
    };
    REQUIRE(without->amount > cny(1'000'00));
    CHECK(with(cny(1'000'00)) == without->amount - cny(1'000'00));
    CHECK(with(cny(10'000'000'00)) == cny(0));
    CHECK(with({1'000'00, {{'U', 'S', 'D'}}}) == without->amount);  // a buffer in dollars is not kept in yuan
}

TEST_CASE("the lowest point is one of the ledger's own currency, not the smallest number", "[assess]")
{
    Steady h;
    const Currency usd{{'U', 'S', 'D'}};
    const AccountId dollars{2};
    h.put(Account{
        .id = dollars, .name = "Dollars", .currency = usd, .opening = {5'00, usd}, .opening_date = day("2020-01-01")});
    for (const auto* on : {"2026-10-01", "2026-10-20", "2026-11-10"})
        h.put(Entry{.id = {h.book.last_entry.value + 1}, .account = dollars, .date = day(on), .amount = {-10, usd}});
    const auto a = h.judged();
    REQUIRE(a.accounts.size() == 2);
    REQUIRE(a.lowest.has_value());
    CHECK(a.lowest->account == h.bank);
    CHECK(a.lowest->p50.currency == Currency{});
    CHECK(a.lowest->p50 > cny(1'000'00));
}

TEST_CASE("a late income is told where it is a good part of what comes in, and a small one is not", "[assess][late]")
{
    const auto small = Steady{"2026-11-10", "2026-09-05"}.judged();
    const auto large = Steady{"2026-10-10", "2026-11-05"}.judged();
    REQUIRE(late(small, "Interest"));
    CHECK_FALSE(late(small, "Interest")->weighs);
    CHECK_FALSE(late(small, "Employer"));
    REQUIRE(late(large, "Employer"));
    CHECK(late(large, "Employer")->weighs);
}
