#include <rapidcheck.h>

#include <numeric>

#include "ledger/balances/card_cycle.hpp"
#include "ledger/values/money.hpp"
#include "ledger/values/recurrence.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;

namespace {

Money any_money()
{
    return {*rc::gen::inRange<std::int64_t>(-Money::largest, Money::largest + 1), {}};
}
Date any_date()
{
    return testing::day("1990-01-01") + Days{*rc::gen::inRange(0, 30000)};
}

Recurrence any_recurrence()
{
    return {.period = *rc::gen::element(Period::once, Period::day, Period::week, Period::month, Period::year),
            .every = *rc::gen::inRange(1, 13),
            .nth_weekday = *rc::gen::element(0, 0, 0, 1, 2, 3, 4, -1, ledger::Recurrence::month_end),
            .shift = *rc::gen::element(Shift::none, Shift::before, Shift::after)};
}

}  // namespace

TEST_CASE("law: the parts of an amount sum to it to the last cent", "[laws]")
{
    CHECK(rc::check([] {
        const Money m = any_money();
        const int n = *rc::gen::inRange(1, 400);
        const auto parts = split(m, n);
        RC_ASSERT(std::accumulate(parts.begin(), parts.end(), Money{}, [](Money a, Money b) { return a + b; }) == m);
        RC_ASSERT(std::abs(parts.front().minor - parts.back().minor) <= 1);
    }));
}

TEST_CASE("law: an amount that was written is read back the same", "[laws]")
{
    CHECK(rc::check([] {
        Money m = any_money();
        m.currency = *rc::gen::element(Currency{}, Currency{{'J', 'P', 'Y'}}, Currency{{'K', 'W', 'D'}});
        RC_ASSERT(*parse_money(decimal(m), m.currency) == m);
    }));
}

TEST_CASE("law: a date that was written is read back the same", "[laws]")
{
    CHECK(rc::check([] {
        const Date d = any_date();
        RC_ASSERT(*parse_date(iso(d)) == d);
    }));
}

TEST_CASE("law: any text is an amount or a problem, and never a crash", "[laws]")
{
    CHECK(rc::check([](const std::string& text) {
        const auto money = parse_money(text, {});
        RC_ASSERT((money.ok() || money.problem().text == text));
        const auto date = parse_date(text);
        RC_ASSERT((date.ok() || date.problem().text == text));
    }));
}

TEST_CASE("law: what recurs comes in order, and a range seen in two halves shows the same days", "[laws]")
{
    CHECK(rc::check([] {
        const auto r = any_recurrence();
        const Date first = any_date();
        const Date from = first + Days{*rc::gen::inRange(-400, 4000)};
        const Date middle = from + Days{*rc::gen::inRange(0, 300)}, to = middle + Days{*rc::gen::inRange(0, 300)};
        auto whole = dates(r, first, from, to);
        RC_ASSERT(std::is_sorted(whole.begin(), whole.end()));
        auto halves = dates(r, first, from, middle);
        const auto rest = dates(r, first, middle + Days{1}, to);
        halves.insert(halves.end(), rest.begin(), rest.end());
        RC_ASSERT(whole == halves);
        for (const Date d : whole) RC_ASSERT((r.shift == Shift::none || weekday_of(d) <= 5));
    }));
}

TEST_CASE("law: every day belongs to exactly one cycle of a card, and is due after it closes", "[laws]")
{
    CHECK(rc::check([] {
        CardTerms terms{.statement_day = *rc::gen::inRange(1, 32)};
        if (*rc::gen::arbitrary<bool>()) terms.due_after = *rc::gen::inRange(1, 61);
        else terms.due_day = *rc::gen::inRange(1, 32);
        const Date day = any_date();
        const auto cycle = cycle_at(terms, day);
        RC_ASSERT(cycle.opened <= day);
        RC_ASSERT(day <= cycle.closed);
        RC_ASSERT(cycle.due > cycle.closed);
        RC_ASSERT(next_cycle(terms, cycle).opened == cycle.closed + Days{1});
    }));
}

TEST_CASE("law: the minimum is never above the balance and paying more never leaves more owed", "[laws]")
{
    CHECK(rc::check([] {
        CardTerms terms{
            .statement_day = 1, .due_after = 20, .minimum_rate = {*rc::gen::inRange<std::int64_t>(0, Rate::one + 1)}};
        if (*rc::gen::arbitrary<bool>()) terms.minimum_floor = Money{*rc::gen::inRange<std::int64_t>(0, 100000), {}};
        const Money balance{*rc::gen::inRange<std::int64_t>(-1000, 100'000'000), {}};
        const Money least = minimum_due(terms, balance);
        RC_ASSERT(!least.negative());
        RC_ASSERT(least <= std::max(balance, Money{}));
    }));
}
