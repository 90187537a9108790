#include "alerts/assess.hpp"
#include "alerts/rescue/planner.hpp"

#include <algorithm>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/rescue_life.hpp"
#include "tests/unit/alerts/planner_household.hpp"

using planner_test::Salaried;
using planner_test::yuan;
using namespace ledger;

namespace {

alerts::JointPlan joint_plan(const planner_test::Household& h)
{
    auto all = alerts::joint_plans(h.book, h.history, h.today);
    REQUIRE(all.size() == 1);
    return all.front();
}

BillId card(Salaried& h, const char* name, double owed, const char* due, double minimum)
{
    return h.add(Bill{.payee = name,
                      .amount = yuan(owed),
                      .first_due = planner_test::day(due),
                      .pay_from = h.checking,
                      .minimum = yuan(minimum),
                      .issuer = "cmb"});
}

}  // namespace

TEST_CASE("where everything fits, the plan for all is to pay everything", "[joint_plan]")
{
    Salaried h{yuan(15000), yuan(0)};
    card(h, "Card", 500, "2026-12-05", 50);
    const auto t = joint_plan(h);
    CHECK(t.advice.kind == alerts::AdviceKind::not_needed);
    CHECK(t.moves() == 0);
}

TEST_CASE("one transfer for all is preferred to asking every bank", "[joint_plan]")
{
    Salaried h{yuan(7000), yuan(20000)};
    card(h, "Card A", 2000, "2026-12-04", 200);
    card(h, "Card B", 2500, "2026-12-06", 250);
    const auto t = joint_plan(h);
    CHECK(t.holds >= alerts::holding({}));
    CHECK(t.moves() == 1);
    REQUIRE(t.moving.size() == 1);
    CHECK(t.moving.front().from == h.savings);
}

TEST_CASE("every debt gets its minimum before any gets more, and essential bills come first and whole", "[joint_plan]")
{
    Salaried h{yuan(9000), yuan(0)};
    card(h, "Card A", 6000, "2026-12-04", 600);
    card(h, "Card B", 5000, "2026-12-06", 500);
    h.add(Bill{.payee = "Power",
               .amount = yuan(300),
               .first_due = planner_test::day("2026-12-08"),
               .pay_from = h.checking,
               .essential = true});
    const auto t = joint_plan(h);
    REQUIRE(t.parts.size() == 3);
    CHECK(t.parts.front().duty.payee == "Power");
    CHECK_FALSE(t.parts.front().option);
    for (const auto& part : t.parts) {
        if (!part.option || !part.duty.minimum) continue;
        INFO(part.duty.payee);
        if (part.option->kind == PlanKind::pay_minimum) CHECK(part.option->monthly == *part.duty.minimum);
    }
    CHECK(t.moves() >= 1);
}

TEST_CASE("where nothing is left, no debt is promised anything and the essential bill still stands", "[joint_plan]")
{
    Salaried h{yuan(2000), yuan(0)};
    const auto power = h.add(Bill{.payee = "Power",
                                  .amount = yuan(300),
                                  .first_due = planner_test::day("2026-12-08"),
                                  .pay_from = h.checking,
                                  .essential = true});
    card(h, "Card A", 60000, "2026-12-04", 6000);
    const auto all = alerts::joint_plans(h.book, h.history, h.today, {.income_change = yuan(-9500)});
    REQUIRE(all.size() == 1);
    CHECK(all.front().advice.kind == alerts::AdviceKind::talk_to_somebody);
    for (const auto& part : all.front().parts)
        if (part.duty.bill != power) CHECK_FALSE(alerts::pays(*part.option));
}

TEST_CASE(
    "in invented households no way out is above what is affordable, overdraws, or fails to sum, and what holds is kept",
    "[joint_plan][life]")
{
    using rescue_life::Household;
    int tried = 0;
    int lived = 0;
    int kept = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const Household home{seed};
        const auto duty = *current_duty(home.book, home.history, home.debts.front(), home.today);
        const auto p = alerts::propose(home.book, home.history, home.today, duty);
        INFO("household " << seed);
        bool accepted = false;
        for (const auto& o : p.options) {
            ++tried;
            Money sum{0, duty.amount.currency};
            for (const auto& part : o.schedule) sum += part.amount;
            if (o.kind == PlanKind::bill_instalment || o.kind == PlanKind::personal_instalment) {
                CHECK(o.monthly <= p.afford.amount());
                CHECK(sum ==
                      duty.still_owed + (o.kind == PlanKind::bill_instalment ? o.total_cost : Money{0, sum.currency}));
            }
            if (pays(o) && !o.schedule.empty() && o.schedule.front().due <= home.today.date + Days{14})
                for (const auto& account :
                     alerts::assess(home.book, home.history, home.today, 14, {}, o.what_if).accounts)
                    for (const auto& d : account.daily) CHECK(d.p50 >= 0);
            if (accepted || !pays(o) || o.holds < alerts::holding({}) || p.p_short < 0.1) continue;
            accepted = true;
            const auto vow = rescue_life::vow_of(home.today, duty, o);
            for (std::uint64_t luck = 0; luck < 10; ++luck, ++lived)
                kept += rescue_life::live(home, vow, seed * 100 + luck).kept;
        }
    }
    CHECK(tried > 40);
    CHECK(lived >= 50);
    CHECK(kept * 100 >= lived * 95);
}

TEST_CASE("a plan for all debts of an invented household asks for no more than is affordable, and every part sums",
          "[joint_plan][life]")
{
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        const rescue_life::Household home{seed + 500, 4};
        for (const auto& t : alerts::joint_plans(home.book, home.history, home.today)) {
            INFO("household " << seed);
            Money a_month{0, t.currency};
            int order = 0;
            for (const auto& part : t.parts) {
                const int lent = part.duty.issuer.empty() ? 1 : 2;
                const int here = part.duty.essential ? 0 : lent;
                CHECK(here >= order);
                order = here;
                if (part.duty.essential) CHECK_FALSE(part.option);
                if (!part.option || part.option->kind != PlanKind::personal_instalment) continue;
                a_month += part.option->monthly;
                Money sum{0, t.currency};
                for (const auto& p : part.option->schedule) sum += p.amount;
                CHECK(sum == part.duty.still_owed);
            }
            CHECK(a_month <= std::max(t.affordable, Money{0, t.currency}));
            for (const auto& m : t.moving)
                CHECK(m.amount <= balance_on(home.book, home.history, m.from, home.today.date));
        }
    }
}
