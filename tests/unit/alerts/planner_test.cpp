#include "alerts/planner.hpp"

#include <algorithm>

#include "ledger/balances/instalment.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/alerts/planner_household.hpp"

using namespace planner_test;
using alerts::AdviceKind;

namespace {

alerts::Proposal plan(const Household& h, BillId bill, const alerts::PlanRequest& request = {})
{
    return alerts::options(h.book, h.history, h.today, h.duty(bill), request);
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
    h.add(Income{.payer = "Employer", .amount = yuan(9500), .next = day("2026-12-10"), .repeat = {.period = Period::month}});
    h.add(Bill{.payee = "Rent", .amount = yuan(5000), .first_due = day("2026-12-01"), .repeat = {.period = Period::month}, .essential = true});
    h.add(Bill{.payee = "Power", .amount = yuan(3600), .first_due = day("2026-12-03"), .repeat = {.period = Period::month, .every = 3}, .essential = true});
    h.add(Bill{.payee = "Other card", .amount = yuan(8000), .first_due = day("2026-12-08"), .repeat = {.period = Period::month}, .minimum = yuan(800), .issuer = "cmb"});
    const auto debt = h.add(Bill{.payee = "ICBC card", .amount = yuan(50400), .first_due = day("2026-12-05"), .issuer = "icbc"});
    const auto a = alerts::affordable(h.book, h.history, h.today, {.currency = Currency{}, .debts = {debt}});
    CHECK(decimal(a.income) == "9500.00");
    CHECK(decimal(a.essentials) == "6200.00");
    CHECK(decimal(a.other_debts) == "800.00");
    CHECK(decimal(a.buffer) == "475.00");
    CHECK(decimal(a.amount()) == "2025.00");
    CHECK(a.lines.size() == 5);
}

TEST_CASE("income and essentials are learnt from whole months, and money between own accounts counts nowhere", "[affordable]")
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
    for (int m = 7; m >= 1; --m) h.entry(checking, add_months(h.today.date, -m, 10), m > 2 ? yuan(9500) : yuan(6000), "Employer");
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
        {"another account can spare it", 4500, 8000, 2400, 0, AdviceKind::choose, PlanKind::transfer, PlanKind::counselling},
        {"the pay comes five days after the due date", 4500, 0, 2400, 0, AdviceKind::choose, PlanKind::extension, PlanKind::transfer},
        {"the debt is beyond a year's means", 4500, 0, 24000, 0, AdviceKind::choose, PlanKind::personal_instalment, PlanKind::extension},
        {"the pay is lost", 4500, 0, 2400, -9500, AdviceKind::talk_to_somebody, PlanKind::counselling, PlanKind::personal_instalment},
        {"there is enough", 9500, 0, 2400, 0, AdviceKind::not_needed, std::nullopt, PlanKind::counselling},
        {"sixty months are too short", 4500, 0, 240000, 0, AdviceKind::none_holds, PlanKind::interest_freeze, PlanKind::personal_instalment},
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
    const auto bill = h.add(Bill{.payee = "School", .amount = yuan(2600), .first_due = day("2026-12-05"), .pay_from = h.checking, .essential = true});
    const auto p = plan(h, bill);
    for (const auto kind : {PlanKind::bill_instalment, PlanKind::personal_instalment, PlanKind::interest_freeze}) CHECK_FALSE(of_kind(p, kind));
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
                        CHECK((o.holds >= 0.5 || o.kind == PlanKind::interest_freeze || o.kind == PlanKind::counselling));
                        CHECK_FALSE(o.why.empty());
                        Money sum = yuan(0);
                        for (const auto& part : o.schedule) sum += part.amount;
                        const bool in_parts = o.kind == PlanKind::bill_instalment || o.kind == PlanKind::personal_instalment;
                        if (in_parts) {
                            CHECK(o.monthly <= p.afford.amount());
                            // what a personal plan may cost in interest is for the bank to say, and stands in no schedule
                            CHECK(sum == p.duty.still_owed + (o.kind == PlanKind::bill_instalment ? o.total_cost : yuan(0)));
                            CHECK(o.months <= 60);
                            CHECK(o.needs_bank);
                        }
                        if (o.kind == PlanKind::extension || o.kind == PlanKind::move_due_date) CHECK(sum == p.duty.still_owed);
                        for (const auto& m : o.moving) CHECK(m.amount <= balance_on(h.book, h.history, m.from, h.today.date));
                        const auto under = alerts::assess(h.book, h.history, h.today, 92, {}, o.what_if);
                        for (const auto& account : under.accounts)
                            for (int d = 0; d < 14 && !o.schedule.empty(); ++d) {
                                const bool pays_by_then = o.schedule.front().due <= h.today.date + Days{14};
                                if (pays_by_then) CHECK(account.daily[static_cast<std::size_t>(d)].p50 >= 0);
                            }
                    }
                    const auto first_bad = std::find_if(p.options.begin(), p.options.end(), [](const auto& o) { return o.holds < alerts::holding({}); });
                    CHECK(std::all_of(first_bad, p.options.end(), [](const auto& o) { return o.holds < alerts::holding({}); }));
                }
    CHECK(offered > 100);
}

TEST_CASE("with two weeks of nothing known the plan still says what the schedule shows", "[planner]")
{
    Household h;
    const auto checking = h.account("Checking", AccountType::checking, yuan(300));
    h.account("Savings", AccountType::savings, yuan(5000));
    h.add(Income{.payer = "Employer", .amount = yuan(9500), .next = day("2026-12-10"), .repeat = {.period = Period::month}, .to = checking});
    const auto bill = h.add(Bill{.payee = "ICBC card", .amount = yuan(2400), .first_due = day("2026-12-05"), .pay_from = checking, .issuer = "icbc"});
    const auto p = plan(h, bill);
    REQUIRE(of_kind(p, PlanKind::transfer));
    CHECK(of_kind(p, PlanKind::transfer)->moving.front().amount == yuan(2100));
}

TEST_CASE("all bills in danger are planned for, the essential ones first", "[planner]")
{
    Salaried h{yuan(1500), yuan(0)};
    h.debt(yuan(2400), "2026-11-28", yuan(240));
    h.add(Bill{.payee = "Power", .amount = yuan(600), .first_due = day("2026-12-08"), .pay_from = h.checking, .essential = true});
    const auto all = alerts::options_for_all(h.book, h.history, h.today);
    REQUIRE(all.size() == 2);
    CHECK(all.front().duty.payee == "Power");
}
