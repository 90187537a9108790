#include <algorithm>

#include <rapidcheck.h>

#include "alerts/assess.hpp"
#include "alerts/judging/backtest.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using namespace alerts;
using testing::cny;
using testing::day;

namespace {

/// Two or three accounts of one household, each with some months of some life and some bills.
struct Drawn {
    testing::SmallLedger ledger{"2026-11-22"};
    std::vector<AccountId> accounts{};
    int bills = 0;

    Drawn()
    {
        const int many = *rc::gen::inRange(2, 4);
        for (int i = 0; i < many; ++i)
            live(ledger.account(("Account " + std::to_string(i)).c_str(),
                                *rc::gen::element(AccountType::checking, AccountType::savings, AccountType::wallet)));
        for (int i = *rc::gen::inRange(1, 5); i > 0; --i) add_bill(*rc::gen::inRange<std::int64_t>(1, 600000));
    }

    void live(AccountId id)
    {
        accounts.push_back(id);
        auto a = ledger.book.accounts.at(id);
        a.opening = cny(*rc::gen::inRange<std::int64_t>(0, 800000));
        ledger.put(a);
        const int days = *rc::gen::inRange(0, 200), pay_day = *rc::gen::inRange(1, 29);
        const auto pay = *rc::gen::inRange<std::int64_t>(1, 900000);
        for (int i = days; i >= 0; --i) {
            const Date date = day("2026-11-22") - Days{i};
            if (static_cast<int>(day_of_month(date)) == pay_day) ledger.entry(id, iso(date).c_str(), pay, "Pay");
            if (i % 4 == 0) ledger.entry(id, iso(date).c_str(), -1 - (i * 7919) % 30000, "Market");
        }
    }

    void add_bill(std::int64_t fen)
    {
        ledger.put(Bill{.id = {++bills},
                        .payee = "Bill " + std::to_string(bills),
                        .amount = cny(fen),
                        .first_due = day("2026-11-24") + Days{*rc::gen::inRange(0, 40)},
                        .pay_from = *rc::gen::elementOf(accounts)});
    }

    std::vector<Finding> findings(const WhatIf& what_if = {}) const
    {
        auto found = assess(ledger.book, ledger.history, ledger.today(), 45, {}, what_if).findings;
        std::sort(found.begin(), found.end(),
                  [](const Finding& a, const Finding& b) { return a.duty.bill < b.duty.bill; });
        return found;
    }
};

void never_worse(const std::vector<Finding>& good, const std::vector<Finding>& bad)
{
    for (const auto& g : good)
        for (const auto& b : bad) {
            if (g.duty.bill != b.duty.bill || g.duty.occurrence != b.duty.occurrence) continue;
            RC_ASSERT(g.p_short.value_or(0) <= b.p_short.value_or(0) + 1e-9);
            RC_ASSERT(g.alone <= b.alone);
            RC_ASSERT(g.level <= b.level);
        }
}

}  // namespace

TEST_CASE("law: money that comes tomorrow to any account of the household makes no finding worse", "[laws]")
{
    CHECK(rc::check([] {
        const Drawn d;
        const WhatIf more{.flows = {{*rc::gen::elementOf(d.accounts), day("2026-11-23"),
                                     cny(*rc::gen::inRange<std::int64_t>(1, 500000))}}};
        never_worse(d.findings(more), d.findings());
    }));
}

TEST_CASE("law: one more bill anywhere in the household makes no other finding better", "[laws]")
{
    CHECK(rc::check([] {
        Drawn d;
        const auto before = d.findings();
        d.add_bill(*rc::gen::inRange<std::int64_t>(1, 300000));
        never_worse(before, d.findings());
    }));
}

TEST_CASE("law: spending less makes no finding worse", "[laws]")
{
    CHECK(rc::check([] {
        const Drawn d;
        const double less = *rc::gen::inRange(-100, 50) / 100.0;
        never_worse(d.findings({.spending = less}), d.findings({.spending = less + 0.3}));
    }));
}

TEST_CASE("law: what is moved is there to be moved, in time, and never more than once", "[laws]")
{
    CHECK(rc::check([] {
        const Drawn d;
        const auto findings = d.findings();
        std::map<AccountId, std::int64_t> moved;
        for (const auto& f : findings)
            for (const auto& move : f.moves) {
                RC_ASSERT(move.amount.positive());
                RC_ASSERT(move.to == f.duty.pay_from);
                RC_ASSERT(move.from != move.to);
                RC_ASSERT(move.by < f.duty.due);
                RC_ASSERT(move.by >= d.ledger.today().date);
                moved[move.from] += move.amount.minor;
            }
        for (const auto& [from, sum] : moved)
            RC_ASSERT(sum <= balance_on(d.ledger.book, d.ledger.history, from, d.ledger.today().date).minor);
        WhatIf after;
        for (const auto& [from, sum] : moved) after.flows.push_back({from, day("2026-11-23"), cny(-sum)});
        for (const auto& g : d.findings(after))  // who gives stays safe
            for (const auto& f : findings)
                if (f.duty.bill == g.duty.bill && moved.contains(f.duty.pay_from) && f.p_short)
                    RC_ASSERT(*g.p_short <= std::max(0.105, *f.p_short));
    }));
}

TEST_CASE("law: the order in which a day's entries were typed makes no difference to any finding", "[laws]")
{
    CHECK(rc::check([] {
        const auto turn = *rc::gen::inRange(1, 6);
        const auto life = [&](int first) {
            testing::SmallLedger l{"2026-11-22"};
            const auto bank = l.account("Bank", AccountType::checking, 400000);
            for (int back = 150; back >= 0; --back) {
                const auto on = iso(day("2026-11-22") - Days{back});
                for (int k = 0; k < 6; ++k) {
                    const int n = (k + first) % 6;
                    if ((back * 31 + n * 17) % 11 < 3)
                        l.entry(bank, on.c_str(), n == 0 ? 40000 : -2000 * n, n < 3 ? "Market" : "Baker");
                }
            }
            l.put(Bill{
                .id = {1}, .payee = "Rent", .amount = cny(390000), .first_due = day("2026-12-10"), .pay_from = bank});
            return assess(l.book, l.history, l.today());
        };
        const auto a = life(0), b = life(turn);
        RC_ASSERT(a.findings.at(0).p_short == b.findings.at(0).p_short);
        RC_ASSERT(a.findings.at(0).expected_shortfall == b.findings.at(0).expected_shortfall);
        RC_ASSERT(a.accounts.at(0).daily.back().p05 == b.accounts.at(0).daily.back().p05);
    }));
}

TEST_CASE("law: what is said in a replay does not know what came later", "[laws]")
{
    CHECK(rc::check([] {
        Drawn d;
        const auto bank = d.accounts.front();
        for (int i = 0; i < 3; ++i)
            d.ledger.put(Bill{.id = {++d.bills},
                              .payee = "Old " + std::to_string(i),
                              .amount = cny(50000),
                              .first_due = day("2026-08-01") + Days{9 * i},
                              .repeat = {.period = Period::month},
                              .pay_from = bank});
        const auto said = [&] {
            std::map<std::pair<BillId, Date>, double> out;
            if (const auto b = backtest(d.ledger.book, d.ledger.history, d.ledger.today(), bank, 10))
                for (const auto& r : b->replayed)
                    if (r.said_on <= day("2026-11-01")) out[{r.bill, r.said_on}] = r.p_short;
            return out;
        };
        const auto before = said();
        const Date later = day("2026-11-02") + Days{*rc::gen::inRange(0, 20)};
        d.ledger.entry(bank, iso(later).c_str(), *rc::gen::inRange<std::int64_t>(-400000, 400000), "Later");
        d.ledger.put(Dismissal{.id = {1}, .account = bank, .payee = "Pay", .amount = cny(100000)});
        const auto after = said();
        for (const auto& [what, p] : before) RC_ASSERT(after.contains(what) && after.at(what) == p);
    }));
}
