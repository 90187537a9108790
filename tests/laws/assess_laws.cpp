#include <rapidcheck.h>

#include "alerts/assess.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using namespace alerts;
using testing::cny;
using testing::day;

namespace {

struct Drawn {
    testing::SmallLedger ledger{"2026-11-22"};
    AccountId bank = ledger.account("Bank");
    BillId bill{1};
};

/// Some months of some life: pay, everyday spending, a few bills.
void draw(Drawn& d)
{
    const int days = *rc::gen::inRange(0, 400), pay_day = *rc::gen::inRange(1, 29);
    const auto pay = *rc::gen::inRange<std::int64_t>(0, 1500000);
    for (int i = days; i >= 0; --i) {
        const Date date = day("2026-11-22") - Days{i};
        if (static_cast<int>(day_of_month(date)) == pay_day) d.ledger.entry(d.bank, iso(date).c_str(), pay + 1, "Pay");
        if (i % 3 == 0) d.ledger.entry(d.bank, iso(date).c_str(), -*rc::gen::inRange<std::int64_t>(1, 40000), "Market");
    }
    const int bills = *rc::gen::inRange(1, 4);
    for (int i = 1; i <= bills; ++i)
        d.ledger.put(Bill{.id = {i},
                          .payee = "Bill " + std::to_string(i),
                          .amount = cny(*rc::gen::inRange<std::int64_t>(1, 800000)),
                          .first_due = day("2026-11-10") + Days{*rc::gen::inRange(0, 60)},
                          .repeat = {.period = *rc::gen::element(Period::once, Period::month)},
                          .pay_from = d.bank});
}

std::vector<Finding> in_order(const Drawn& d, const WhatIf& what_if = {})
{
    auto findings = assess(d.ledger.book, d.ledger.history, d.ledger.today(), 45, {}, what_if).findings;
    std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::pair{a.duty.bill, a.duty.occurrence} < std::pair{b.duty.bill, b.duty.occurrence};
    });
    return findings;
}

}  // namespace

TEST_CASE("law: judging is deterministic, and every chance lies strictly between never and always", "[laws]")
{
    CHECK(rc::check([] {
        Drawn d;
        draw(d);
        const auto a = in_order(d), b = in_order(d);
        RC_ASSERT(a.size() == b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            RC_ASSERT(a[i].p_short == b[i].p_short);
            RC_ASSERT(a[i].expected_shortfall == b[i].expected_shortfall);
            RC_ASSERT((!a[i].p_short || (*a[i].p_short >= 0.005 && *a[i].p_short <= 0.995)));
            RC_ASSERT(!a[i].expected_shortfall.negative());
            RC_ASSERT(a[i].because.size() <= 5u);
        }
    }));
}

TEST_CASE("law: money that comes earlier never makes a finding worse", "[laws]")
{
    CHECK(rc::check([] {
        Drawn d;
        draw(d);
        const auto before = in_order(d);
        const WhatIf more{.flows = {{d.bank, day("2026-11-23"), cny(*rc::gen::inRange<std::int64_t>(1, 500000))}}};
        const auto after = in_order(d, more);
        RC_ASSERT(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (before[i].duty.due <= day("2026-11-23"))
                continue;  // to be paid on the very day: money of that day comes after
            RC_ASSERT(after[i].p_short.value_or(0) <= before[i].p_short.value_or(0) + 1e-9);
            RC_ASSERT(after[i].level <= before[i].level);
        }
    }));
}

TEST_CASE("law: one more bill never lowers another bill's risk on the same account", "[laws]")
{
    CHECK(rc::check([] {
        Drawn d;
        draw(d);
        const auto before = in_order(d);
        d.ledger.put(Bill{.id = {9},
                          .payee = "One more",
                          .amount = cny(*rc::gen::inRange<std::int64_t>(1, 300000)),
                          .first_due = day("2026-11-23") + Days{*rc::gen::inRange(0, 40)},
                          .pay_from = d.bank});
        auto after = in_order(d);
        std::erase_if(after, [](const Finding& f) { return f.duty.bill == BillId{9}; });
        RC_ASSERT(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            RC_ASSERT(after[i].p_short.value_or(0) >= before[i].p_short.value_or(0) - 1e-9);
    }));
}
