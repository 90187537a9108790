#include "ledger/balances/card_cost.hpp"
#include "ledger/balances/card_bills.hpp"

#include "tests/support/catch.hpp"

using namespace ledger;

namespace {

Currency cny{}, twd{{'T', 'W', 'D'}}, usd{{'U', 'S', 'D'}}, hkd{{'H', 'K', 'D'}};
Money yuan(const char* text)
{
    return *parse_money(text, cny);
}
Money in(Currency c, const char* text)
{
    return *parse_money(text, c);
}
Rate rate(const char* text)
{
    return *parse_rate(text);
}
Date day(const char* text)
{
    return *parse_date(text);
}

/// One purchase of 10,000 on 23 March, on the statement of 7 April, due on 27 April, charged on 7 May.
OwedStatement spring()
{
    return {.cycle = {.opened = day("2026-03-08"), .closed = day("2026-04-07"), .due = day("2026-04-27")},
            .next_statement = day("2026-05-07"),
            .balance = yuan("10000.00"),
            .minimum = yuan("1000.00"),
            .charges = {{day("2026-03-23"), yuan("10000.00")}}};
}

CardTerms terms(InterestMethod method = InterestMethod::full)
{
    return {.interest = method};
}

}  // namespace

TEST_CASE("what a card bill costs is exact to the cent", "[card_cost]")
{
    struct Case {
        const char* when;
        InterestMethod method;
        std::vector<std::pair<const char*, const char*>> paid;
        const char *interest, *late_fee;
    };
    const auto c = GENERATE(values<Case>({
        {"E1: the minimum is paid on the due date, full amount",
         InterestMethod::full,
         {{"1000.00", "2026-04-27"}},
         "220.00",
         "0.00"},
        {"E2: the same, unpaid part", InterestMethod::unpaid, {{"1000.00", "2026-04-27"}}, "202.50", "0.00"},
        {"E3: nothing is paid", InterestMethod::full, {}, "225.00", "50.00"},
        {"nothing is paid, unpaid part", InterestMethod::unpaid, {}, "225.00", "50.00"},
        {"E4a: 300 of the minimum of 1000", InterestMethod::unpaid, {{"300.00", "2026-04-20"}}, "218.25", "35.00"},
        {"all is paid on the due date", InterestMethod::full, {{"10000.00", "2026-04-27"}}, "0.00", "0.00"},
        {"all is paid in two parts",
         InterestMethod::full,
         {{"4000.00", "2026-04-10"}, {"6000.00", "2026-04-27"}},
         "0.00",
         "0.00"},
        {"all is paid a day late, without grace",
         InterestMethod::full,
         {{"10000.00", "2026-04-28"}},
         "180.00",
         "50.00"},
        {"all is paid a day late, unpaid part",
         InterestMethod::unpaid,
         {{"10000.00", "2026-04-28"}},
         "180.00",
         "50.00"},
        {"nine fen short, without tolerance", InterestMethod::unpaid, {{"9999.91", "2026-04-27"}}, "0.00", "0.00"},
        {"average daily balance, nothing paid", InterestMethod::adb, {}, "150.00", "50.00"},
    }));
    INFO(c.when);
    std::vector<CardPayment> paid;
    for (const auto& [amount, on] : c.paid) paid.push_back({day(on), yuan(amount)});
    const auto cost = card_cost(terms(c.method), spring(), paid);
    CHECK(decimal(cost.interest) == c.interest);
    CHECK(decimal(cost.late_fee) == c.late_fee);
    CHECK(iso(cost.on_statement) == "2026-05-07");
}

TEST_CASE("the arithmetic of E1 stands in two lines", "[card_cost]")
{
    const auto cost = card_cost(terms(), spring(), {{day("2026-04-27"), yuan("1000.00")}});
    REQUIRE(cost.steps.size() == 2);
    CHECK((decimal(cost.steps[0].amount) == "10000.00" && cost.steps[0].days == 35 &&
           decimal(cost.steps[0].result) == "175.00"));
    CHECK((decimal(cost.steps[1].amount) == "9000.00" && cost.steps[1].days == 10 &&
           decimal(cost.steps[1].result) == "45.00"));
    CHECK(cost.minimum_met);
    CHECK_FALSE(cost.in_full);
}

TEST_CASE("a late fee is a share of the unpaid minimum within its floor and cap", "[card_cost]")
{
    struct Case {
        const char* when;
        const char *minimum, *paid, *floor, *cap, *fee;
    };
    const auto c = GENERATE(values<Case>({{"E4a: no bounds", "1000", "300", "", "", "35.00"},
                                          {"E4b: CITIC, CIB, CGB", "100", "90", "20", "", "20.00"},
                                          {"E4c: CMB, BOCOM, CMBC", "100", "90", "10", "", "10.00"},
                                          {"E4e: ABC", "100", "90", "1", "", "1.00"},
                                          {"E4f: BOC", "100", "90", "", "", "0.50"},
                                          {"ICBC's cap", "30000", "0", "", "500", "500.00"},
                                          {"nothing unpaid", "100", "100", "20", "", "0.00"}}));
    INFO(c.when);
    CardTerms t;
    if (*c.floor) t.late_floor = yuan(c.floor);
    if (*c.cap) t.late_cap = yuan(c.cap);
    CHECK(decimal(late_fee(t, yuan(c.minimum) - yuan(c.paid))) == c.fee);
}

TEST_CASE("E5a: short by no more than the tolerance counts as paid, and one fen more does not", "[card_cost]")
{
    auto t = terms();
    t.tolerance = yuan("10.00");
    auto s = spring();
    s.balance = s.charges[0].amount = yuan("5678.90");
    const auto within = card_cost(t, s, {{s.cycle.due, yuan("5670.00")}});
    CHECK(within.total().zero());
    CHECK(decimal(within.carried_forward) == "8.90");
    CHECK(card_cost(t, s, {{s.cycle.due, yuan("5668.90")}}).total().zero());
    CHECK(card_cost(t, s, {{s.cycle.due, yuan("5668.89")}}).interest.positive());
}

TEST_CASE("E6a: grace days change the cost", "[card_cost]")
{
    auto t = terms();
    t.grace_days = 3;
    auto s = spring();
    s.cycle.due = day("2026-09-10");
    s.next_statement = day("2026-09-20");
    CHECK(card_cost(t, s, {{day("2026-09-12"), s.balance}}).total().zero());
    CHECK(card_cost(t, s, {{day("2026-09-13"), s.balance}}).total().zero());
    CHECK(card_cost(t, s, {{day("2026-09-14"), s.balance}}).total().positive());
}

TEST_CASE("issuers' published sums of other kinds come out too", "[card_cost]")
{
    SECTION("E11: cash from a card")
    {
        CardTerms t = terms();
        t.cash_fee_rate = rate("0.01");
        t.cash_fee_floor = yuan("10");
        const auto cost = cash_advance_cost(t, yuan("3000"), day("2026-04-10"), day("2026-04-30"));
        CHECK(decimal(cost.fee) == "30.00");
        CHECK(decimal(cost.interest) == "30.00");
        CHECK(decimal(cash_advance_cost(t, yuan("500"), day("2026-04-10"), day("2026-04-30")).fee) == "10.00");
    }
    SECTION("E15: a consumer credit line, 500 unpaid for five days")
    {
        CHECK(decimal(times(yuan("500"), rate("0.0005"), 5)) == "1.25");
    }
    SECTION("E16: unpaid part, down to whole dollars, and the minimum after it")
    {
        const CardTerms t{.minimum_rate = rate("0.10"),
                          .minimum_floor = in(twd, "1000"),
                          .daily_rate = rate("0.0005063"),
                          .interest = InterestMethod::unpaid,
                          .minimum_older = rate("0.02"),
                          .floor_on_share = true,
                          .rounding = Rounding::down,
                          .round_to = 100};
        const OwedStatement s{
            .cycle = {.opened = day("2026-08-04"), .closed = day("2026-09-03"), .due = day("2026-09-18")},
            .next_statement = day("2026-10-03"),
            .balance = in(twd, "15000"),
            .minimum = in(twd, "1500"),
            .charges = {{day("2026-08-15"), in(twd, "15000")}}};
        const auto cost = card_cost(t, s, {{day("2026-09-18"), in(twd, "1500")}});
        CHECK(decimal(cost.interest) == "334.00");
        const auto zero = in(twd, "0");
        const StatementParts parts{in(twd, "5000"), in(twd, "13500"), zero, zero, zero, cost.interest};
        CHECK(decimal(minimum_due(minimum_rule(t), parts)) == "1334.00");
        CHECK(decimal(parts.general + parts.older + parts.charges) == "18834.00");
    }
    SECTION("E17: revolving at 15 % for 30 days, and the ladder of fees")
    {
        CHECK(decimal(times(in(twd, "10000"), rate("0.15"), 30, 365)) == "123.29");
        const CardTerms t{.late_steps = {in(twd, "300"), in(twd, "400"), in(twd, "500")}};
        Money sum = in(twd, "0");
        for (int missed_before = 0; missed_before < 3; ++missed_before)
            sum += late_fee(t, in(twd, "1000"), missed_before);
        CHECK(decimal(sum) == "1200.00");
        CHECK(late_fee(t, in(twd, "1000"), 3).zero());
        CHECK(late_fee(t, in(twd, "0"), 0).zero());
    }
    SECTION("E18: Hong Kong, 1 % and what is charged, not under 300; the fee is capped")
    {
        const auto zero = in(hkd, "0");
        const MinimumRule rule{.general = rate("0.01"), .floor = in(hkd, "300")};
        const auto least = minimum_due(rule, {in(hkd, "19700"), zero, zero, zero, zero, in(hkd, "300")});
        CHECK(decimal(least) == "497.00");
        CHECK(decimal(late_fee({.late_rate = {Rate::one}, .late_cap = in(hkd, "350")}, least)) == "350.00");
    }
    SECTION("E19: average daily balance at 24.99 % over 30 days")
    {
        CardTerms t{.daily_rate = {684'658}, .interest = InterestMethod::adb};
        const OwedStatement s{
            .cycle = {.opened = day("2026-04-01"), .closed = day("2026-04-30"), .due = day("2026-05-25")},
            .next_statement = day("2026-05-30"),
            .balance = in(usd, "2000"),
            .minimum = in(usd, "35"),
            .charges = {{day("2026-04-10"), in(usd, "2000")}},
            .spent_since = {{day("2026-05-21"), in(usd, "300")}}};
        const auto cost = card_cost(t, s, {{day("2026-05-11"), in(usd, "500")}});
        REQUIRE(cost.steps.size() == 1);
        CHECK(decimal(cost.steps[0].amount) == "1766.67");
        CHECK(decimal(cost.interest) == "36.29");
        const auto zero = in(usd, "0");
        const MinimumRule rule{.general = rate("0.01"), .floor = in(usd, "35"), .share_of_charges = true};
        const StatementParts parts{in(usd, "1800"), zero, zero, zero, zero, cost.interest};
        CHECK(decimal(parts.total()) == "1836.29");
        CHECK(decimal(minimum_due(rule, parts)) == "54.65");
        CHECK(decimal(minimum_due(rule, {in(usd, "900"), zero, zero, zero, zero, zero})) == "35.00");
    }
}

TEST_CASE("the minimum is a share of the balance and all else in full", "[card_cost]")
{
    const MinimumRule ten{.general = rate("0.10")};
    CHECK(decimal(minimum_due(ten, {yuan("6000"), yuan("0"), yuan("1200"), yuan("350"), yuan("500"), yuan("86.40")})) ==
          "2736.40");  // E7a
    CHECK(decimal(minimum_due({.general = rate("0.10"), .floor = yuan("100")},
                              {yuan("40"), yuan("0"), yuan("0"), yuan("0"), yuan("0"), yuan("0")})) ==
          "40.00");  // never above what is owed
}

TEST_CASE("paying more never costs more, and the full-amount method is never the cheaper one", "[card_cost]")
{
    auto s = spring();
    s.charges = {
        {day("2026-03-07"), yuan("333.33")}, {day("2026-03-11"), yuan("18.01")}, {day("2026-03-23"), yuan("9648.66")}};
    for (const auto method : {InterestMethod::full, InterestMethod::unpaid, InterestMethod::adb}) {
        for (const char* on : {"2026-04-10", "2026-04-27", "2026-05-02"}) {
            Money before = card_cost(terms(method), s, {}).total();
            for (std::int64_t fen = 1; fen <= 1'000'000; fen = fen < 200 ? fen + 1 : fen * 9 / 8) {
                const std::vector<CardPayment> paid{{day(on), {fen, cny}}};
                const auto now = card_cost(terms(method), s, paid);
                if (now.total() > before || (method == InterestMethod::full &&
                                             now.interest < card_cost(terms(InterestMethod::unpaid), s, paid).interest))
                    FAIL_CHECK(fen << " fen on " << on << " costs " << decimal(now.total()) << " after "
                                   << decimal(before));
                Money lines = yuan("0");
                for (const auto& step : now.steps) lines += step.result;
                CHECK(lines == now.total());
                before = now.total();
            }
        }
    }
}

TEST_CASE("a statement is made of the card's entries, and what it brings forward stands first", "[card_cost]")
{
    Account card{
        .id = {7}, .type = AccountType::card, .currency = cny, .card = CardTerms{.statement_day = 7, .due_after = 20}};
    History history;
    history.from = day("2025-01-01");
    auto& rows = history.accounts[card.id].rows;
    rows = {{.id = {1}, .date = day("2026-03-01"), .minor = -50000},
            {.id = {2}, .date = day("2026-03-23"), .minor = -20000},
            {.id = {3}, .date = day("2026-03-25"), .minor = 10000},
            {.id = {4}, .date = day("2026-04-07"), .minor = -3000},
            {.id = {5}, .date = day("2026-04-10"), .minor = -999},
            {.id = {6}, .date = day("2026-04-20"), .minor = 40000}};
    const CardBill bill{.cycle = cycle_at(*card.card, day("2026-04-07")),
                        .balance = yuan("630.00"),
                        .minimum = yuan("63.00"),
                        .paid = yuan("400"),
                        .next_closed = day("2026-05-07")};
    Book book;
    book.accounts[card.id] = card;
    const auto s = owed_statement(book, history, card, bill);
    REQUIRE(s.charges.size() == 3);
    CHECK((iso(s.charges[0].posted) == "2026-03-07" && decimal(s.charges[0].amount) == "400.00"));
    CHECK(decimal(s.charges[2].amount) == "30.00");
    CHECK(s.spent_since.size() == 1);
    const auto credits = [&](const char* today) {
        const auto found = card_bill_on(book, history, card, day("2026-04-27"), {day(today)});
        REQUIRE(found);
        return found->credits.size();
    };
    CHECK(credits("2026-04-19") == 0);
    CHECK(credits("2026-05-19") == 1);
}

TEST_CASE("unpaid interest bears interest from the statement that prints it, and a late fee never does", "[card_cost]")
{
    Book book;
    book.categories[{1}] = {.id = {1}, .name = "Interest", .key = "interest_paid"};
    book.categories[{2}] = {.id = {2}, .name = "Late fees", .key = "late_fees"};
    const Account card{
        .id = {7}, .type = AccountType::card, .currency = cny, .card = CardTerms{.statement_day = 7, .due_after = 20}};
    book.accounts[card.id] = card;
    History history;
    history.from = day("2025-01-01");
    auto& account = history.accounts[card.id];
    account.first = day("2026-03-23");
    account.rows = {{.id = {1}, .date = day("2026-03-23"), .minor = -1'000'000}};
    const auto bill_closing = [&](const char* closed, const char* today) {
        for (const auto& b : card_bills(book, history, card, day("2026-04-01"), day("2026-08-01"), {day(today)}))
            if (b.cycle.closed == day(closed)) return b;
        return CardBill{};
    };
    const auto first =
        card_cost(*card.card, owed_statement(book, history, card, bill_closing("2026-04-07", "2026-04-10")), {});
    CHECK(decimal(first.interest) == "225.00");
    CHECK(decimal(first.late_fee) == "50.00");
    account.rows.push_back({.id = {2}, .date = day("2026-05-07"), .minor = -22'500, .category = {1}});
    account.rows.push_back({.id = {3}, .date = day("2026-05-07"), .minor = -5'000, .category = {2}});
    const auto may = bill_closing("2026-05-07", "2026-05-08");
    CHECK(decimal(may.balance) == "10275.00");
    CHECK(decimal(may.minimum) == "2175.00");  // 10 % of 9,000, the missed minimum of 1,000, and 275 of charges
    CHECK(may.missed_before == 1);
    const auto second = card_cost(*card.card, owed_statement(book, history, card, may), {});
    CHECK(decimal(second.interest) ==
          "158.49");  // 10,000 for 31 days: 155.00; 225 for 31 days: 3.49; the fee of 50: nothing
}

TEST_CASE("the terms of Hong Kong charge from the statement date, and purchases after it from theirs", "[card_cost]")
{
    auto t = terms();
    t.interest_from = InterestStart::statement;
    auto s = spring();
    s.spent_since = {{day("2026-04-17"), yuan("1000.00")}};
    const auto cost = card_cost(t, s, {{day("2026-04-27"), yuan("1000.00")}});
    REQUIRE(cost.steps.size() == 3);
    CHECK(decimal(cost.steps[0].result) == "100.00");  // 10,000 for the 20 days to the payment
    CHECK(decimal(cost.steps[1].result) == "45.00");   // 9,000 for the 10 days after it
    CHECK(decimal(cost.steps[2].result) == "10.00");   // 1,000 for 20 days
    CHECK(card_cost(t, s, {{day("2026-04-27"), yuan("10000.00")}}).total().zero());
}

TEST_CASE("cash bears interest even when the statement is paid in full", "[card_cost]")
{
    auto s = spring();
    s.charges[0].amount = yuan("7000.00");
    s.charges.push_back({day("2026-04-01"), yuan("3000.00"), CardRow::cash});
    s.spent_since = {{day("2026-04-27"), yuan("400.00"), CardRow::cash}};
    const auto cost = card_cost(terms(), s, {{day("2026-04-27"), yuan("10000.00")}});
    CHECK(cost.in_full);
    CHECK(decimal(cost.interest) == "32.00");  // 3,000 from the statement to its payment, 20 days; 400 for 10 days
    CHECK(cost.late_fee.zero());
}
