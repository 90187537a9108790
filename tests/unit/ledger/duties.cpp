#include "ledger/balances/duties.hpp"

#include "ledger/balances/card_cycle.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

namespace {

struct WithRent : testing::SmallLedger {
    AccountId bank = account("Bank", AccountType::checking, 500000);
    BillId rent{1};
    explicit WithRent(const char* today = "2026-11-22") : SmallLedger{today}
    {
        put(Bill{.id = rent,
                 .payee = "Rent",
                 .amount = cny(300000),
                 .first_due = day("2026-10-31"),
                 .repeat = {.period = Period::month},
                 .pay_from = bank,
                 .minimum = cny(100000)});
    }
    void pay(const char* occurrence, std::int64_t fen, const char* on)
    {
        const auto id = entry(bank, on, -fen, "Rent");
        put(Settlement{.id = next_id<Settlement>(book),
                       .bill = rent,
                       .due = day(occurrence),
                       .entry = id,
                       .amount = cny(fen),
                       .paid_on = day(on)});
    }
    Duty on(const char* due) const
    {
        for (const auto& d : duties(book, history, day("2026-01-01"), day("2027-12-31"), today()))
            if (d.due == day(due)) return d;
        FAIL("nothing is due on " << due);
        return {};
    }
};

struct WithCard : testing::SmallLedger {
    AccountId bank = account("Bank", AccountType::checking, 1000000), card{};
    explicit WithCard(CardTerms terms, const char* today = "2026-11-22") : SmallLedger{today}
    {
        card = next_id<Account>(book);
        put(Account{.id = card,
                    .name = "Card",
                    .type = AccountType::card,
                    .opening_date = day("2026-01-01"),
                    .card = terms,
                    .pay_from = bank});
        put(Bill{.id = {1}, .source = BillSource::card, .payee = "Card", .first_due = day("2026-01-01"), .card = card});
    }
    std::vector<Duty> due() const { return duties(book, history, day("2026-01-01"), day("2027-01-31"), today()); }
};

}  // namespace

TEST_CASE("a bill is upcoming, due, overdue, partly paid or paid as its payments say", "[duties]")
{
    struct Case {
        const char* when;
        const char* today;
        std::int64_t paid;
        DutyStatus status;
        std::int64_t owed;
    };
    const auto c = GENERATE(Case{"before the due date", "2026-11-22", 0, DutyStatus::upcoming, 300000},
                            Case{"on the due date", "2026-11-30", 0, DutyStatus::due, 300000},
                            Case{"the day after", "2026-12-01", 0, DutyStatus::overdue, 300000},
                            Case{"partly paid in time", "2026-11-22", 50000, DutyStatus::partly_paid, 250000},
                            Case{"the minimum is paid", "2026-12-01", 100000, DutyStatus::minimum_paid, 200000},
                            Case{"all is paid", "2026-12-01", 300000, DutyStatus::paid, 0},
                            Case{"more than all is paid", "2026-12-01", 310000, DutyStatus::paid, 0});
    INFO(c.when);
    WithRent h{c.today};
    if (c.paid) h.pay("2026-11-30", c.paid, "2026-11-20");
    const auto duty = h.on("2026-11-30");
    CHECK(duty.status == c.status);
    CHECK(duty.still_owed == cny(c.owed));
}

TEST_CASE("a payment settles its own occurrence and no other", "[duties]")
{
    WithRent h;
    h.pay("2026-10-31", 300000, "2026-10-30");
    CHECK(h.on("2026-10-31").status == DutyStatus::paid);
    CHECK(h.on("2026-11-30").status == DutyStatus::upcoming);
    CHECK(current_duty(h.book, h.history, h.rent, h.today())->due == day("2026-11-30"));
}

TEST_CASE("one occurrence can be moved, changed or skipped and the others stay", "[duties]")
{
    WithRent h;
    h.put(Adjustment{
        .id = {1}, .bill = h.rent, .due = day("2026-11-30"), .moved_to = day("2026-12-05"), .amount = cny(280000)});
    h.put(Adjustment{.id = {2}, .bill = h.rent, .due = day("2026-12-31"), .skipped = true});
    const auto moved = h.on("2026-12-05");
    CHECK(moved.occurrence == day("2026-11-30"));
    CHECK(moved.amount == cny(280000));
    for (const auto& d : duties(h.book, h.history, day("2026-11-01"), day("2027-02-28"), h.today()))
        CHECK(d.due != day("2026-12-31"));
    CHECK(h.on("2027-01-31").amount == cny(300000));
}

TEST_CASE("a card's statement closes and falls due on the days its terms say", "[cards]")
{
    struct Case {
        const char* when;
        CardTerms terms;
        const char* purchase;
        const char* closed;
        const char* due;
    };
    const auto c = GENERATE(
        Case{
            "20 days after the 17th", {.statement_day = 17, .due_after = 20}, "2026-05-18", "2026-06-17", "2026-07-07"},
        Case{"a purchase on the statement day belongs to it",
             {.statement_day = 17, .due_after = 20},
             "2026-06-17",
             "2026-06-17",
             "2026-07-07"},
        Case{"the last day of the month, due on the 25th",
             {.statement_day = 31, .due_day = 25},
             "2026-07-31",
             "2026-07-31",
             "2026-08-25"},
        Case{"a day later it is the next statement",
             {.statement_day = 31, .due_day = 25},
             "2026-08-01",
             "2026-08-31",
             "2026-09-25"},
        Case{"the 31st in February", {.statement_day = 31, .due_day = 31}, "2026-02-10", "2026-02-28", "2026-03-31"},
        Case{"due later in the same month",
             {.statement_day = 5, .due_day = 25},
             "2026-11-03",
             "2026-11-05",
             "2026-11-25"});
    INFO(c.when);
    const auto cycle = cycle_at(c.terms, day(c.purchase));
    CHECK(iso(cycle.closed) == c.closed);
    CHECK(iso(cycle.due) == c.due);
    CHECK(next_cycle(c.terms, cycle).opened == cycle.closed + Days{1});
    CHECK(previous_cycle(c.terms, next_cycle(c.terms, cycle)).closed == cycle.closed);
}

TEST_CASE("a card asks for the balance at closing less what was paid since, not for the live balance", "[cards]")
{
    WithCard h{{.statement_day = 15, .due_after = 20}};
    h.entry(h.card, "2026-11-10", -200000);
    h.entry(h.card, "2026-11-18", -70000);  // after closing: the next statement's
    auto due = h.due();
    REQUIRE(due.size() == 2);
    CHECK(due[0].due == day("2026-12-05"));
    CHECK(due[0].still_owed == cny(200000));
    CHECK(*due[0].minimum == cny(20000));
    CHECK(due[0].pay_from == h.bank);
    CHECK(due[1].projected);

    h.entry(h.card, "2026-11-20", 150000);  // a payment
    due = h.due();
    CHECK(due[0].still_owed == cny(50000));
    CHECK(due[0].status == DutyStatus::minimum_paid);
}

TEST_CASE("what the issuer printed wins over what the entries give", "[cards]")
{
    WithCard h{{.statement_day = 15, .due_after = 20}};
    h.entry(h.card, "2026-11-10", -200000);
    h.put(CardStatement{.id = {1},
                        .card = h.card,
                        .closed = day("2026-11-15"),
                        .due = day("2026-12-07"),
                        .balance = cny(205000),
                        .minimum = cny(30000)});
    const auto due = h.due();
    CHECK(due[0].due == day("2026-12-07"));
    CHECK(due[0].amount == cny(205000));
    CHECK(*due[0].minimum == cny(30000));
}

TEST_CASE("what an earlier statement left unpaid is asked for once, by the latest", "[cards]")
{
    WithCard h{{.statement_day = 15, .due_after = 20}};
    h.entry(h.card, "2026-10-10", -100000);
    h.entry(h.card, "2026-11-10", -50000);
    std::int64_t asked = 0;
    for (const auto& d : open_duties(h.book, h.history, day("2026-12-31"), h.today()))
        if (!d.projected) asked += d.still_owed.minor;
    CHECK(asked == 150000);
}

TEST_CASE("parts of instalments are asked in full with the minimum, the rest at its rate", "[cards]")
{
    struct Case {
        const char* when;
        const char* payee;
        std::int64_t minimum;
    };
    const auto c =
        GENERATE(Case{"a purchase", "手机专卖店", 20000}, Case{"a part, mainland", "账单分期 第3/12期", 65000},
                 Case{"a part, Taiwan", "分期付款03/12", 65000}, Case{"a part, English", "INSTALMENT 3 of 12", 65000},
                 Case{"a part, Brazil", "LOJA PARCELA 03/12", 65000});
    INFO(c.when);
    WithCard h{{.statement_day = 15, .due_after = 20}};
    h.entry(h.card, "2026-11-05", -150000, "Supermarket");
    h.entry(h.card, "2026-11-10", -50000, c.payee);
    const auto due = h.due();
    REQUIRE(!due.empty());
    CHECK(due[0].amount == cny(200000));
    CHECK(*due[0].minimum == cny(c.minimum));
}

TEST_CASE("the statement that is open counts the month's instalment before it is booked", "[cards]")
{
    WithCard h{{.statement_day = 15, .due_after = 20}};
    h.entry(h.card, "2026-10-20", -300000, "Supermarket");
    h.entry(h.card, "2026-11-10", -50000, "分期付款03/12");
    h.entry(h.card, "2026-11-17", -90000, "Supermarket");
    const auto due = h.due();
    REQUIRE(due.size() == 2);
    REQUIRE(due[1].projected);
    CHECK(*due[1].minimum == cny(50000) + ledger::times(due[1].amount - cny(50000), CardTerms{}.minimum_rate));
}

TEST_CASE("the statement that is open carries what the unpaid one before costs", "[cards]")
{
    struct Case {
        const char* when;
        const char* today;
        std::int64_t paid;
        std::int64_t cost;
    };
    const auto c = GENERATE(Case{"it can still be paid in time", "2026-12-05", 0, 0},
                            Case{"it was paid in full", "2026-12-10", 1'000'000, 0},
                            Case{"nothing was paid", "2026-12-10", 0, 225'00 + 50'00},
                            Case{"the minimum was paid", "2026-12-10", 100'000, 220'00});
    INFO(c.when);
    WithCard h{{.statement_day = 15, .due_after = 20}, c.today};
    h.entry(h.card, "2026-10-31", -1'000'000, "Furniture");
    if (c.paid) h.entry(h.card, "2026-12-05", c.paid);
    const auto due = h.due();
    REQUIRE(due.size() == 2);
    REQUIRE(due[1].projected);
    const auto spent = ledger::times(cny(1'000'000), Rate{Rate::one}, days_between(day(c.today), day("2026-12-15")),
                                     days_between(day("2026-10-31"), day(c.today)));
    CHECK(due[1].amount - spent == cny(c.cost));
}

TEST_CASE("a holiday that is added later moves a due date and leaves its payment linked", "[duties]")
{
    WithRent h{"2026-11-22"};
    auto bill = h.book.bills.at(h.rent);
    bill.repeat.shift = Shift::after;
    h.put(bill);
    h.pay("2026-10-31", 300000, "2026-10-30");
    CHECK(h.on("2026-11-02").status == DutyStatus::paid);  // 31 October is a Saturday
    h.put(Holiday{.id = {1}, .date = day("2026-11-02"), .name = "a day off"});
    CHECK(h.on("2026-11-03").status == DutyStatus::paid);
}

TEST_CASE("a bill's earlier rule keeps the past as it was, under the same number", "[duties]")
{
    WithRent h{"2026-11-22"};
    h.pay("2026-10-31", 300000, "2026-10-30");
    auto bill = h.book.bills.at(h.rent);
    bill.earlier.push_back(
        {.until = day("2026-11-29"), .amount = bill.amount, .first_due = bill.first_due, .repeat = bill.repeat});
    bill.amount = cny(320000);
    h.put(bill);
    CHECK(h.on("2026-10-31").status == DutyStatus::paid);
    CHECK(h.on("2026-11-30").amount == cny(320000));
    CHECK(h.on("2027-02-28").amount == cny(320000));  // the 31st still
}

TEST_CASE("a guess is met by what was asked in the end", "[duties]")
{
    struct Case {
        const char* when;
        std::optional<std::int64_t> lowest;
        std::int64_t paid;
        DutyStatus status;
    };
    const auto c = GENERATE(values<Case>({{"within the range", 200000, 210000, DutyStatus::paid},
                                          {"below the range", 200000, 150000, DutyStatus::partly_paid},
                                          {"three quarters of a guess", std::nullopt, 225000, DutyStatus::paid},
                                          {"less than that", std::nullopt, 224999, DutyStatus::partly_paid},
                                          {"more than the guess", std::nullopt, 350000, DutyStatus::paid}}));
    INFO(c.when);
    WithRent h{"2026-11-22"};
    auto bill = h.book.bills.at(h.rent);
    bill.minimum.reset();
    bill.estimate = true;
    if (c.lowest) bill.lowest = cny(*c.lowest);
    h.put(bill);
    h.pay("2026-11-30", c.paid, "2026-11-20");
    CHECK(h.on("2026-11-30").status == c.status);
}

TEST_CASE("the mean of the last n that were paid, and nothing learnt from nothing", "[duties]")
{
    WithRent h{"2026-11-22"};
    CHECK_FALSE(last_paid(h.book, h.rent, 3, Date::max()));
    h.pay("2026-08-31", 100, "2026-08-31");
    h.pay("2026-09-30", 200, "2026-09-30");
    h.pay("2026-10-31", 151, "2026-10-30");
    h.pay("2026-10-31", 150, "2026-10-31");
    const auto two = last_paid(h.book, h.rent, 2, Date::max());
    REQUIRE(two);
    CHECK(two->mean == cny(251));  // 501 / 2, half up
    CHECK((two->lowest == cny(200) && two->highest == cny(301) && two->from == 2));
    CHECK(last_paid(h.book, h.rent, 9, Date::max())->from == 3);
}
