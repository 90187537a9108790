#include "alerts/rescue/planner.hpp"
#include "alerts/assess.hpp"

#include <algorithm>

#include "alerts/rescue/budget.hpp"
#include "ledger/balances/instalment.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/alerts/planner_household.hpp"

using namespace planner_test;
using alerts::AdviceKind;

namespace {

alerts::Proposal plan(const Household& h, BillId bill, const alerts::PlanRequest& request = {})
{
    return alerts::propose(h.book, h.history, h.today, h.duty(bill), request);
}

const alerts::Option* of_kind(const alerts::Proposal& p, PlanKind kind)
{
    const auto at = std::find_if(p.options.begin(), p.options.end(), [&](const auto& o) { return o.kind == kind; });
    return at == p.options.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("E10: what is affordable follows from confirmed facts alone", "[affordable]")
{
    Household h;
    h.account("Checking", AccountType::checking, yuan(1000));
    h.add(Income{
        .payer = "Employer", .amount = yuan(9500), .next = day("2026-12-10"), .repeat = {.period = Period::month}});
    h.add(Bill{.payee = "Rent",
               .amount = yuan(5000),
               .first_due = day("2026-12-01"),
               .repeat = {.period = Period::month},
               .essential = true});
    h.add(Bill{.payee = "Power",
               .amount = yuan(3600),
               .first_due = day("2026-12-03"),
               .repeat = {.period = Period::month, .every = 3},
               .essential = true});
    h.add(Bill{.payee = "Other card",
               .amount = yuan(8000),
               .first_due = day("2026-12-08"),
               .repeat = {.period = Period::month},
               .minimum = yuan(800),
               .issuer = "cmb"});
    const auto debt =
        h.add(Bill{.payee = "ICBC card", .amount = yuan(50400), .first_due = day("2026-12-05"), .issuer = "icbc"});
    const auto a = alerts::affordable(h.book, h.history, h.today, {.currency = Currency{}, .debts = {debt}});
    CHECK(decimal(a.income) == "9500.00");
    CHECK(decimal(a.essentials) == "6200.00");
    CHECK(decimal(a.other_debts) == "800.00");
    CHECK(decimal(a.buffer) == "475.00");
    CHECK(decimal(a.amount()) == "2025.00");
    CHECK(a.lines.size() == 5);
}

TEST_CASE("income and essentials are learnt from whole months, and money between own accounts counts nowhere",
          "[affordable]")
{
    Salaried h{yuan(4500), yuan(8000)};
    for (int m = 1; m <= 8; ++m) {  // two rows in two files, which nobody linked
        h.entry(h.checking, add_months(h.today.date, -m, 15), yuan(-700), "To savings");
        h.entry(h.savings, add_months(h.today.date, -m, 16), yuan(700), "From checking");
    }
    const auto a = alerts::affordable(h.book, h.history, h.today, {.currency = Currency{}});
    CHECK(decimal(a.income) == "9500.00");
    CHECK(a.months_seen == 6);
    REQUIRE_FALSE(a.lines.empty());
    CHECK(a.lines.front().name == "Employer");
    CHECK(a.lines.front().rows.size() >= 6);  // the current month may stand beside the six
    CHECK(a.essentials > yuan(7700));
    CHECK(a.essentials < yuan(8100));
}

TEST_CASE("a smaller pay counts as soon as it was smaller in two of three months", "[affordable]")
{
    Household h;
    const auto checking = h.account("Checking", AccountType::checking, yuan(1000));
    for (int m = 7; m >= 1; --m)
        h.entry(checking, add_months(h.today.date, -m, 10), m > 2 ? yuan(9500) : yuan(6000), "Employer");
    CHECK(decimal(alerts::affordable(h.book, h.history, h.today, {.currency = Currency{}}).income) == "6000.00");
    h.entry(checking, day("2026-08-20"), yuan(50000), "Lottery");  // once is no income
    CHECK(decimal(alerts::affordable(h.book, h.history, h.today, {.currency = Currency{}}).income) == "6000.00");
}

TEST_CASE("a way out fits what is wrong", "[planner]")
{
    struct Case {
        const char* when;
        double now, saved, owed;
        double income_change;
        AdviceKind advice;
        std::optional<PlanKind> offered, not_offered;
    };
    const auto c = GENERATE(values<Case>({
        {"another account can spare it", 4500, 8000, 2400, 0, AdviceKind::choose, PlanKind::transfer,
         PlanKind::counselling},
        {"the pay comes five days after the due date", 4500, 0, 2400, 0, AdviceKind::choose, PlanKind::extension,
         PlanKind::transfer},
        {"the debt is beyond a year's means", 9500, 0, 24000, 0, AdviceKind::choose, PlanKind::personal_instalment,
         PlanKind::extension},
        {"the pay is lost", 4500, 0, 2400, -9500, AdviceKind::talk_to_somebody, PlanKind::counselling,
         PlanKind::personal_instalment},
        {"there is enough", 9500, 0, 2400, 0, AdviceKind::not_needed, std::nullopt, PlanKind::counselling},
        {"sixty months are too short", 4500, 0, 240000, 0, AdviceKind::none_holds, PlanKind::interest_freeze,
         PlanKind::personal_instalment},
    }));
    INFO(c.when);
    Salaried h{yuan(c.now), yuan(c.saved)};
    const auto debt = h.debt(yuan(c.owed), "2026-12-05", yuan(c.owed / 10));
    alerts::PlanRequest request;
    if (c.income_change != 0) request.income_change = yuan(c.income_change);
    const auto p = plan(h, debt, request);
    CHECK(p.advice.kind == c.advice);
    if (c.offered) CHECK(of_kind(p, *c.offered));
    if (c.not_offered) CHECK_FALSE(of_kind(p, *c.not_offered));
    CHECK(plan(h, debt, request).options.size() == p.options.size());
}

TEST_CASE("a bill of the landlord is not put into instalments", "[planner]")
{
    Salaried h{yuan(2000), yuan(0)};
    const auto bill = h.add(Bill{.payee = "School",
                                 .amount = yuan(2600),
                                 .first_due = day("2026-12-05"),
                                 .pay_from = h.checking,
                                 .essential = true});
    const auto p = plan(h, bill);
    for (const auto kind : {PlanKind::bill_instalment, PlanKind::personal_instalment, PlanKind::interest_freeze})
        CHECK_FALSE(of_kind(p, kind));
}

TEST_CASE("no option is above what is affordable, overdraws the account or fails to sum", "[planner]")
{
    int offered = 0;
    for (const double now : {1500.0, 4500.0})
        for (const double saved : {0.0, 9000.0})
            for (const double owed : {900.0, 3333.33, 12000.0, 41000.01})
                for (const char* due : {"2026-11-15", "2026-11-22", "2026-11-23", "2026-12-05", "2026-12-20"}) {
                    Salaried h{yuan(now), yuan(saved)};
                    const auto debt = h.debt(yuan(owed), due, yuan(owed / 10));
                    const auto p = plan(h, debt);
                    INFO(now << " " << saved << " " << owed << " " << due);
                    int n = 0;
                    for (const auto& o : p.options) {
                        ++offered;
                        INFO(static_cast<int>(o.kind) << " " << decimal(o.monthly));
                        CHECK(o.n == ++n);
                        CHECK(
                            (o.holds >= 0.5 || o.kind == PlanKind::interest_freeze || o.kind == PlanKind::counselling));
                        CHECK_FALSE(o.why.empty());
                        Money sum = yuan(0);
                        for (const auto& part : o.schedule) sum += part.amount;
                        const bool in_parts =
                            o.kind == PlanKind::bill_instalment || o.kind == PlanKind::personal_instalment;
                        if (in_parts) {
                            CHECK(o.monthly <= p.afford.amount());
                            // what a personal plan may cost in interest is for the bank to say, and stands in no
                            // schedule
                            CHECK(sum ==
                                  p.duty.still_owed + (o.kind == PlanKind::bill_instalment ? o.total_cost : yuan(0)));
                            CHECK(o.months <= 60);
                            CHECK(o.needs_bank);
                        }
                        if (o.kind == PlanKind::extension || o.kind == PlanKind::move_due_date)
                            CHECK(sum == p.duty.still_owed);
                        for (const auto& m : o.moving)
                            CHECK(m.amount <= balance_on(h.book, h.history, m.from, h.today.date));
                        const auto under = alerts::assess(h.book, h.history, h.today, 92, {}, o.what_if);
                        for (const auto& account : under.accounts)
                            for (int d = 0; d < 14 && !o.schedule.empty(); ++d) {
                                const bool pays_by_then = o.schedule.front().due <= h.today.date + Days{14};
                                if (pays_by_then) CHECK(account.daily[static_cast<std::size_t>(d)].p50 >= 0);
                            }
                    }
                    const auto first_bad = std::find_if(p.options.begin(), p.options.end(),
                                                        [](const auto& o) { return o.holds < alerts::holding({}); });
                    CHECK(std::all_of(first_bad, p.options.end(),
                                      [](const auto& o) { return o.holds < alerts::holding({}); }));
                }
    CHECK(offered > 100);
}

TEST_CASE("with two weeks of nothing known the plan still says what the schedule shows", "[planner]")
{
    Household h;
    const auto checking = h.account("Checking", AccountType::checking, yuan(300));
    h.account("Savings", AccountType::savings, yuan(5000));
    h.add(Income{.payer = "Employer",
                 .amount = yuan(9500),
                 .next = day("2026-12-10"),
                 .repeat = {.period = Period::month},
                 .to = checking});
    const auto bill = h.add(Bill{.payee = "ICBC card",
                                 .amount = yuan(2400),
                                 .first_due = day("2026-12-05"),
                                 .pay_from = checking,
                                 .issuer = "icbc"});
    const auto p = plan(h, bill);
    REQUIRE(of_kind(p, PlanKind::transfer));
    CHECK(of_kind(p, PlanKind::transfer)->moving.front().amount == yuan(2100));
}

TEST_CASE("all bills in danger are planned for, the essential ones first", "[planner]")
{
    Salaried h{yuan(1500), yuan(0)};
    h.debt(yuan(2400), "2026-11-28", yuan(240));
    h.add(Bill{.payee = "Power",
               .amount = yuan(600),
               .first_due = day("2026-12-08"),
               .pay_from = h.checking,
               .essential = true});
    const auto all = alerts::propose_for_all(h.book, h.history, h.today);
    REQUIRE(all.size() == 2);
    CHECK(all.front().duty.payee == "Power");
}

TEST_CASE("spending less names the fewest categories, never an essential one, and stands beside putting it off",
          "[planner]")
{
    Salaried h{yuan(5000), yuan(0)};
    const auto toys = h.category("Toys", false);
    h.every_month(h.checking, 15, yuan(-90), "Toy shop", toys);
    h.set_balance(h.checking, yuan(5000));
    const auto p = plan(h, h.debt(yuan(300), "2026-12-09"));
    for (const auto kind : {PlanKind::trim, PlanKind::defer_spending}) {
        const auto* o = of_kind(p, kind);
        if (!o) continue;
        INFO(static_cast<int>(kind));
        CHECK_FALSE(o->needs_bank);
        for (const auto& line : o->waits) CHECK_FALSE(h.book.categories.at(line.category).essential);
        CHECK(o->waits.size() == 1);  // eating out alone is enough
        CHECK(o->waits.front().category == h.fun);
    }
    CHECK(of_kind(p, PlanKind::trim));
    CHECK(of_kind(p, PlanKind::defer_spending));
}

TEST_CASE("two kinds of one's own money are put together only where one alone is not enough", "[planner]")
{
    Salaried h{yuan(4500), yuan(900)};
    h.account("Wallet", AccountType::wallet, yuan(700));
    const auto p = plan(h, h.debt(yuan(1500), "2026-12-05"));
    const auto* o = of_kind(p, PlanKind::transfer);
    REQUIRE(o);
    CHECK(o->moving.size() == 2);
    Money sum = yuan(0);
    for (const auto& m : o->moving) sum += m.amount;
    CHECK(sum == o->monthly);
}

TEST_CASE("a long plan holds only when the months beyond the forecast carry it too", "[planner]")
{
    const alerts::MonthlyBudget calm{.surplus = yuan(1000), .income = yuan(9000), .swings = {0, 0, 0}};
    const alerts::MonthlyBudget wild{
        .surplus = yuan(1000), .income = yuan(9000), .swings = {yuan(-4000).minor, yuan(2000).minor, yuan(2000).minor}};
    const std::vector<double> balance(1000, 100000.0);
    const auto share = [&](const alerts::MonthlyBudget& budget, double payment) {
        const auto holds = alerts::months_hold(balance, budget, std::vector<std::int64_t>(9, yuan(payment).minor), 1);
        return static_cast<double>(std::count(holds.begin(), holds.end(), 1)) / 1000;
    };
    CHECK(share(calm, 1000) == 1);
    CHECK(share(calm, 1200) == 0);  // nine months of 200 too much use up the 1,000
    CHECK(share(wild, 900) < 0.5);
    CHECK(share(wild, 100) > share(wild, 900));
}

TEST_CASE("what a bank offers is judged like our own, and says so when it is above what is affordable", "[planner]")
{
    Salaried h{yuan(10000), yuan(0)};
    const auto debt = h.debt(yuan(24000), "2026-12-05", yuan(2400));
    const auto judged = [&](int months, Rate fee) {
        return alerts::offered_option(h.book, h.history, h.today, h.duty(debt),
                                      {.months = months, .fee = fee, .first = {}});
    };
    const auto says_above = [](const alerts::Option& o) {
        return std::any_of(o.risks.begin(), o.risks.end(),
                           [](const auto& r) { return r.kind == alerts::OptionRisk::above_affordable; });
    };
    const auto twelve = judged(12, {6'000'000});
    const auto sixty = judged(60, {});
    CHECK(says_above(twelve));
    CHECK(decimal(twelve.monthly) == "2144.00");
    CHECK(decimal(twelve.total_cost) == "1728.00");
    CHECK_FALSE(says_above(sixty));
    CHECK(sixty.total_cost.zero());
    CHECK(sixty.schedule.size() == 60);
    CHECK(sixty.holds > twelve.holds);
}
