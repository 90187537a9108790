#include "ledger/balances/history.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

TEST_CASE("one Change that puts the same fact twice counts it once", "[history]")
{
    testing::SmallLedger h;
    Account a{.id = {1}, .name = "Bank", .opening = cny(100), .opening_date = day("2020-01-01")};
    const auto first = a;
    a.opening = cny(250);
    Entry e{.id = {1}, .account = {1}, .date = day("2026-11-01"), .amount = cny(-30)};
    const auto as_typed = e;
    e.amount = cny(-40);
    REQUIRE(h.record({.steps = {Put<Account>{first}, Put<Account>{a}, Put<Entry>{as_typed}, Put<Entry>{e}}}).empty());
    CHECK(balance_on(h.book, h.history, {1}, day("2026-11-22")) == cny(210));
    CHECK(h.history.accounts.at({1}).rows.size() == 1);
}

TEST_CASE("an entry older than the window is in the balance it begins with", "[history]")
{
    testing::SmallLedger h;
    const auto bank = h.account("Bank", AccountType::checking, 1000);
    const auto old = h.entry(bank, "2021-05-05", -300);
    CHECK(h.history.accounts.at(bank).rows.empty());
    CHECK(balance_on(h.book, h.history, bank, day("2026-11-22")) == cny(700));
    REQUIRE(h.record({.steps = {Remove<Entry>{old}}}).empty());
    CHECK(balance_on(h.book, h.history, bank, day("2026-11-22")) == cny(1000));
}

TEST_CASE("an account that goes with its entries in one Change leaves nothing behind", "[history]")
{
    testing::SmallLedger h;
    const auto bank = h.account("Bank");
    const auto entry = h.entry(bank, "2026-11-01", -300);
    REQUIRE(h.record({.steps = {Remove<Entry>{entry}, Remove<Account>{bank}}}).empty());
    CHECK(h.history.accounts.empty());
}

TEST_CASE("the first day of an account is that of its first entry, also once that one is gone", "[history]")
{
    testing::SmallLedger h;
    const auto bank = h.account("Bank");
    const auto first = h.entry(bank, "2026-03-01", -100), second = h.entry(bank, "2026-05-01", -100);
    const auto first_day = [&] { return h.history.accounts.at(bank).first; };
    CHECK(first_day() == day("2026-03-01"));
    REQUIRE(h.record({.steps = {Remove<Entry>{first}}}).empty());
    CHECK(first_day() == day("2026-05-01"));
    auto later = h.entries.at(second);
    later.date = day("2026-06-01");
    REQUIRE(h.put(later).empty());
    CHECK(first_day() == day("2026-06-01"));
    REQUIRE(h.record({.steps = {Remove<Entry>{second}}}).empty());
    CHECK(first_day() == h.history.from);
}
