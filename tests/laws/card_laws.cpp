#include <rapidcheck.h>

#include "ledger/balances/card_cost.hpp"
#include "ledger/balances/instalment.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

namespace {

Money yuan(std::int64_t minor)
{
    return {minor, Currency{}};
}
std::int64_t amount(std::int64_t most)
{
    return *rc::gen::inRange<std::int64_t>(1, most + 1);
}
bool maybe()
{
    return *rc::gen::arbitrary<bool>();
}
int number(int low, int high)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1));
}

const Date closed = make_date(2026, 4, 7);

CardTerms any_terms()
{
    CardTerms t{.daily_rate = {*rc::gen::inRange<std::int64_t>(0, 2'000'000)},
                .interest = *rc::gen::element(InterestMethod::full, InterestMethod::unpaid, InterestMethod::adb),
                .late_rate = {*rc::gen::inRange<std::int64_t>(0, 200'000'000)},
                .grace_days = number(0, 5)};
    if (maybe()) t.tolerance = yuan(amount(2000));
    if (maybe()) t.late_floor = yuan(amount(3000));
    if (maybe()) t.late_cap = yuan(3000 + amount(60'000));
    if (maybe()) t.interest_from = InterestStart::statement;
    if (maybe())
        t.rounding = *rc::gen::element(Rounding::half_up, Rounding::down, Rounding::up),
        t.round_to = *rc::gen::element<std::int64_t>(1, 100);
    if (maybe()) t.cash_rate = Rate{t.daily_rate.nano + 100'000};
    if (number(1, 4) == 1) t.late_steps = {yuan(30'000), yuan(40'000), yuan(50'000)};
    return t;
}

OwedStatement any_statement()
{
    OwedStatement s{.cycle = {.opened = closed - Days{30}, .closed = closed, .due = closed + Days{number(1, 25)}},
                    .next_statement = closed + Days{30},
                    .balance = yuan(0),
                    .missed_before = number(0, 4)};
    for (int n = number(1, 5), day = 30; n > 0; --n) {
        day = number(0, day);
        const auto kind =
            *rc::gen::element(CardRow::spending, CardRow::spending, CardRow::interest, CardRow::cash, CardRow::fee);
        s.charges.push_back({closed - Days{day}, yuan(amount(500'000)), kind});
        s.balance += s.charges.back().amount;
    }
    s.minimum = times(s.balance, {*rc::gen::inRange<std::int64_t>(0, Rate::one + 1)});
    for (int n = number(0, 3); n > 0; --n)
        s.spent_since.push_back(
            {closed + Days{number(1, 30)}, yuan(amount(100'000)), *rc::gen::element(CardRow::spending, CardRow::cash)});
    return s;
}

std::vector<CardPayment> any_payments(Money balance)
{
    std::vector<CardPayment> out;
    for (int n = number(0, 3); n > 0; --n) out.push_back({closed + Days{number(1, 30)}, yuan(amount(balance.minor))});
    return out;
}

}  // namespace

TEST_CASE("law: paying more never costs more whatever the terms", "[laws]")
{
    CHECK(rc::check([] {
        const auto terms = any_terms();
        const auto s = any_statement();
        auto paid = any_payments(s.balance);
        const auto before = card_cost(terms, s, paid);
        paid.push_back({closed + Days{number(1, 30)}, yuan(amount(s.balance.minor))});
        RC_ASSERT(card_cost(terms, s, paid).total() <= before.total());
    }));
}

TEST_CASE("law: a larger payment never costs more than a smaller one on the same day", "[laws]")
{
    CHECK(rc::check([] {
        const auto terms = any_terms();
        const auto s = any_statement();
        const Date on = closed + Days{number(1, 30)};
        const auto small = amount(s.balance.minor), more = amount(1000);
        RC_ASSERT(card_cost(terms, s, {{on, yuan(small + more)}}).total() <=
                  card_cost(terms, s, {{on, yuan(small)}}).total());
    }));
}

TEST_CASE("law: the full-amount method never charges less than the unpaid-part method", "[laws]")
{
    CHECK(rc::check([] {
        auto terms = any_terms();
        const auto s = any_statement();
        const auto paid = any_payments(s.balance);
        terms.interest = InterestMethod::full;
        const auto full = card_cost(terms, s, paid).interest;
        terms.interest = InterestMethod::unpaid;
        RC_ASSERT(full >= card_cost(terms, s, paid).interest);
    }));
}

TEST_CASE("law: a cost is never negative and its lines sum to it", "[laws]")
{
    CHECK(rc::check([] {
        const auto s = any_statement();
        const auto cost = card_cost(any_terms(), s, any_payments(s.balance));
        Money sum = yuan(0);
        for (const auto& step : cost.steps) {
            RC_ASSERT(!step.result.negative());
            sum += step.result;
        }
        RC_ASSERT(sum == cost.total());
        RC_ASSERT(!cost.in_full || cost.late_fee.zero());
    }));
}

TEST_CASE("law: a late fee bears no interest when it is charged nor on the statement that prints it", "[laws]")
{
    CHECK(rc::check([] {
        auto terms = any_terms();
        auto s = any_statement();
        const auto paid = any_payments(s.balance);
        const auto with = card_cost(terms, s, paid).interest;
        auto no_fee = terms;
        no_fee.late_rate = {}, no_fee.late_steps.clear(), no_fee.late_floor.reset();
        RC_ASSERT(card_cost(no_fee, s, paid).interest == with);
        terms.tolerance.reset();
        const auto unpaid = card_cost(terms, s, {}).interest;
        const Money fee = yuan(amount(50'000));
        s.charges.push_back({closed, fee, CardRow::fee});
        s.balance += fee;
        RC_ASSERT(card_cost(terms, s, {}).interest == unpaid);
    }));
}

TEST_CASE("law: a late fee lies within its bounds and comes once for a missed date", "[laws]")
{
    CHECK(rc::check([] {
        const auto terms = any_terms();
        const auto s = any_statement();
        const auto cost = card_cost(terms, s, any_payments(s.balance));
        int fees = 0;
        for (const auto& step : cost.steps) fees += step.kind == CostKind::late_fee;
        RC_ASSERT(fees == (cost.minimum_met ? 0 : 1));
        if (terms.late_cap && terms.late_steps.empty()) RC_ASSERT(cost.late_fee <= *terms.late_cap);
        if (terms.late_floor && fees && terms.late_steps.empty()) RC_ASSERT(cost.late_fee >= *terms.late_floor);
    }));
}

TEST_CASE("law: the minimum is never more than is owed and at least the floor", "[laws]")
{
    CHECK(rc::check([] {
        MinimumRule rule{.general = {*rc::gen::inRange<std::int64_t>(0, Rate::one + 1)},
                         .older = {*rc::gen::inRange<std::int64_t>(0, Rate::one + 1)},
                         .floor_on_share = maybe(),
                         .charges_in_full = maybe(),
                         .share_of_charges = maybe(),
                         .round_to = *rc::gen::element<std::int64_t>(1, 100)};
        if (maybe()) rule.floor = yuan(amount(100'000));
        const auto part = [] { return yuan(*rc::gen::inRange<std::int64_t>(0, 1'000'000)); };
        const StatementParts parts{part(), part(), part(), part(), part(), part()};
        const Money least = minimum_due(rule, parts);
        RC_ASSERT(!least.negative());
        RC_ASSERT(least <= parts.total());
        RC_ASSERT(least == parts.total() || least >= parts.instalments + parts.earlier_minimum + parts.over_limit);
        if (rule.floor) RC_ASSERT(least == parts.total() || least >= *rule.floor);
    }));
}

TEST_CASE("law: every schedule sums to the debt exactly and no part of it is negative", "[laws]")
{
    CHECK(rc::check([] {
        const Money debt = yuan(amount(100'000'000));
        const int n = number(1, 360);
        const Rate rate{*rc::gen::inRange<std::int64_t>(0, 30'000'000)};
        const Date first = make_date(2026, 1, 31) + Days{number(0, 400)};
        for (const auto& parts :
             {in_equal_parts(debt, n, first), with_flat_fee(debt, n, rate, first), annuity(debt, n, rate, first),
              equal_principal(debt, n, rate, first), interest_only(debt, n, rate, first)}) {
            Money principal = yuan(0), charge = yuan(0);
            for (const auto& p : parts) {
                RC_ASSERT(!p.principal.negative());
                RC_ASSERT(!p.charge.negative());
                principal += p.principal, charge += p.charge;
            }
            RC_ASSERT(principal == debt);
            RC_ASSERT(total_paid(parts) == debt + charge);
        }
    }));
}
