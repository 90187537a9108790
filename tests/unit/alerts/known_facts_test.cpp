#include <cstdlib>

#include "alerts/assess.hpp"
#include "alerts/forecast/confirmed.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using namespace alerts;
using testing::cny;
using testing::day;

namespace {

/// A year of pay, rent, a power bill of changing amount, and a market that is also paid a small subscription every
/// month.
struct Household : testing::SmallLedger {
    AccountId bank{};
    explicit Household(const char* today = "2026-11-22", const char* last_pay = "2026-12-31") : SmallLedger{today}
    {
        bank = account("Bank", AccountType::checking, 900000);
        const Date end = day(today);
        for (Date d = day("2025-11-22"); d <= end; d += Days{1}) {
            const auto on = iso(d);
            if (day_of_month(d) == 10 && d <= day(last_pay)) entry(bank, on.c_str(), 800000, "Employer");
            if (day_of_month(d) == 1) entry(bank, on.c_str(), -300000, "Landlord");
            if (day_of_month(d) == 20)
                entry(bank, on.c_str(), -20000 - static_cast<std::int64_t>(month_of(d)) * 1000, "Power");
            if (day_of_month(d) == 5) entry(bank, on.c_str(), -4500, "Market");
            if (d.time_since_epoch().count() % 3 == 0)
                entry(bank, on.c_str(), -15000 - (d.time_since_epoch().count() % 7) * 700, "Market");
        }
    }
    Assessment judged() const { return assess(book, history, today()); }
    std::int64_t median(const char* on) const
    {
        const auto a = judged();
        for (const auto& d : a.accounts.at(0).daily)
            if (d.date == day(on)) return d.p50;
        return 0;
    }
    bool finds(const char* payee) const
    {
        const auto a = judged();
        return std::any_of(a.recurring.begin(), a.recurring.end(),
                           [&](const alerts::RecurringFound& l) { return l.payee == payee && !l.ended; });
    }
    Bill monthly(const char* payee, std::int64_t fen, const char* due) const
    {
        return {.id = next_id<Bill>(book),
                .payee = payee,
                .amount = cny(fen),
                .first_due = day(due),
                .repeat = {.period = Period::month},
                .pay_from = bank};
    }
};

}  // namespace

TEST_CASE("a confirmed bill takes the place of the stream it came from", "[known]")
{
    Household h;
    struct Case {
        const char* when;
        const char* payee;
        std::int64_t fen;
        const char* due;
    };
    const auto c = GENERATE(Case{"the rent", "Landlord", 300000, "2026-12-01"},
                            Case{"a bill of changing amount", "Power", 32000, "2026-12-20"});
    INFO(c.when);
    CHECK(h.finds(c.payee));
    const auto before = h.median("2027-01-05");
    auto bill = h.monthly(c.payee, c.fen, c.due);
    bill.estimate = true;
    h.put(bill);
    CHECK_FALSE(h.finds(c.payee));
    CHECK(std::abs(h.median("2027-01-05") - before) < 60000);  // one rent is 300,000
}

TEST_CASE("a confirmed bill of a shop leaves the everyday shopping there as it is", "[known]")
{
    Household h;
    const auto before = h.median("2027-01-05");
    h.put(h.monthly("Market", 4500, "2026-12-05"));
    CHECK(std::abs(h.median("2027-01-05") - before) < 60000);  // the shopping alone is about 250,000 in that time
}

TEST_CASE("a payee who is paid about as often as the bill is due is meant whole, another only in what fits", "[known]")
{
    std::vector<Movement> moved;
    std::vector<std::uint32_t> all;
    const auto add = [&](const char* on, std::int64_t minor) {
        all.push_back(static_cast<std::uint32_t>(moved.size()));
        moved.push_back({day(on), minor, 7, false});
    };
    const Schedule monthly{{.period = Period::month}, day("2026-12-01"), -3000};
    SECTION("once a month, of changing amount and a little late")
    {
        for (const char* on : {"2026-08-01", "2026-09-02", "2026-10-03", "2026-11-01"})
            add(on, -1000 * static_cast<std::int64_t>(moved.size() + 2));
        const auto came = told_by(moved, all, monthly, day("2026-11-22"));
        CHECK(came.members == all);
        CHECK(came.jitter == std::vector<int>{0, 1, 2, 0});
        CHECK(came.likely(-3000) == came.amounts);
        CHECK(came.likely(-30000).empty());  // what was confirmed lies outside of what came: it is as it was typed
    }
    SECTION("every few days, the subscription among them")
    {
        for (int month = 6; month <= 11; ++month)
            for (int n = 1; n <= 28; n += 4)
                add(iso(make_date(2026, static_cast<unsigned>(month), static_cast<unsigned>(n))).c_str(),
                    n == 1 ? -3100 : -900);
        const auto came = told_by(moved, all, monthly, day("2026-11-22"));
        CHECK(came.members.size() == 6);
        for (const auto i : came.members) CHECK(moved[i].minor == -3100);
    }
}

TEST_CASE("what was dismissed does not return, and its money counts as everyday money", "[known]")
{
    Household h;
    const auto before = h.median("2027-01-05");
    h.put(Dismissal{.id = {1}, .account = h.bank, .payee = "Landlord", .amount = cny(-300000)});
    CHECK_FALSE(h.finds("Landlord"));
    CHECK(h.finds("Employer"));
    CHECK(std::abs(h.median("2027-01-05") - before) < 250000);
    h.record({.steps = {Remove<Dismissal>{{1}}}});
    CHECK(h.finds("Landlord"));
}

TEST_CASE("an income is late on the day after the latest day on which it ever came", "[known][late]")
{
    struct Case {
        const char* when;
        const char* today;
        bool confirmed, late;
    };
    const auto c = GENERATE(Case{"the day it should come, learnt", "2026-10-10", false, false},
                            Case{"the day after, learnt", "2026-10-11", false, true},
                            Case{"the day it should come, confirmed", "2026-10-10", true, false},
                            Case{"the day after, confirmed", "2026-10-11", true, true});
    INFO(c.when);
    Household h{c.today, "2026-09-30"};
    if (c.confirmed)
        h.put(Income{.id = {1},
                     .payer = "Employer",
                     .amount = cny(800000),
                     .next = day("2026-09-10"),
                     .repeat = {.period = Period::month},
                     .to = h.bank});
    const auto late = h.judged().late_incomes;
    REQUIRE(late.size() == (c.late ? 1u : 0u));
    if (!c.late) return;
    CHECK(late[0].payer == "Employer");
    CHECK(late[0].expected == day("2026-10-10"));
    CHECK(late[0].amount == cny(800000));
    CHECK(late[0].days_late == 1);
    CHECK(late[0].weighs);
    CHECK(static_cast<bool>(late[0].income) == c.confirmed);
    CHECK(late[0].still_coming < 0.9);
}

TEST_CASE("a salary that stopped is not counted on for ever, confirmed or not", "[known][late]")
{
    const bool confirmed = GENERATE(false, true);
    CAPTURE(confirmed);
    Household came{"2026-11-01"}, lost{"2026-11-01", "2026-09-30"};
    for (auto* h : {&came, &lost}) {
        if (confirmed)
            h->put(Income{.id = {1},
                          .payer = "Employer",
                          .amount = cny(800000),
                          .next = day("2026-09-10"),
                          .repeat = {.period = Period::month},
                          .to = h->bank});
        auto a = h->book.accounts.at(h->bank);
        a.opening += cny(600000) - balance_on(h->book, h->history, h->bank, h->today().date);
        h->put(a);
        h->put(Bill{.id = {1},
                    .payee = "Insurance",
                    .amount = cny(550000),
                    .first_due = day("2026-11-25"),
                    .pay_from = h->bank});
    }
    const auto risk = [](const Household& h) { return *h.judged().findings.back().p_short; };
    CHECK(risk(came) < 0.3);
    CHECK(risk(lost) > 0.5);
    CHECK_FALSE(lost.judged().late_incomes.empty());
}

TEST_CASE("a one-off in the future is known, and only once", "[known]")
{
    Household h;
    const auto before = h.median("2026-12-08");
    h.entry(h.bank, "2026-12-03", -200000, "Holiday");
    CHECK(before - h.median("2026-12-08") == 200000);
}
