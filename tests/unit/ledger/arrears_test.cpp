#include "ledger/balances/card_bills.hpp"
#include "ledger/balances/duties.hpp"
#include "ledger/balances/returns.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

namespace {

/// A card with statements on the 27th, due on the 22nd of the next month, that owed 18,600.00 when it was typed in.
struct WithDebt : testing::SmallLedger {
    AccountId bank = account("Bank", AccountType::checking, 300'000), card{2};
    explicit WithDebt(const char* today, std::optional<Overdue> overdue = {}, const char* opened = "2026-09-20")
        : SmallLedger{today}
    {
        put(Account{.id = card,
                    .name = "Card",
                    .type = AccountType::card,
                    .opening = cny(-1'860'000),
                    .opening_date = day(opened),
                    .card = CardTerms{.statement_day = 27, .due_day = 22},
                    .pay_from = bank,
                    .overdue = overdue});
        put(Bill{.id = {1}, .source = BillSource::card, .payee = "Card", .first_due = day(opened), .card = card});
    }
    std::vector<Duty> open() const { return open_duties(book, history, today().date + Days{60}, today()); }
    Duty asking() const
    {
        std::vector<Duty> found;
        for (const auto& d : open())
            if (!d.projected) found.push_back(d);
        REQUIRE(found.size() == 1);
        return found.front();
    }
    void pay(const char* on, std::int64_t fen) { entry(card, on, fen, "Payment"); }
};

std::string said(const Duty& d)
{
    return decimal(d.arrears) + (d.late_since ? " since " + iso(*d.late_since) : std::string{}) + ", least " +
           decimal(d.minimum_still_owed());
}

}  // namespace

TEST_CASE("a minimum that was missed stays in arrears through every later closing", "[arrears]")
{
    struct Case {
        const char* today;
        const char* said;
        bool overdue;
    };
    const auto c = GENERATE(Case{"2026-10-22", "0.00, least 1860.00", false},
                            Case{"2026-10-23", "1860.00 since 2026-10-22, least 1860.00", true},
                            Case{"2026-10-26", "1860.00 since 2026-10-22, least 1860.00", true},
                            // 10 % of the other 16,740 is asked as well, and is not late yet
                            Case{"2026-10-27", "1860.00 since 2026-10-22, least 3534.00", true},
                            Case{"2026-11-22", "1860.00 since 2026-10-22, least 3534.00", true},
                            Case{"2026-11-23", "3534.00 since 2026-10-22, least 3534.00", true},
                            Case{"2026-11-28", "3534.00 since 2026-10-22, least 5040.60", true},
                            // ten missed: 18,600 × (1 − 0.9^10), and an eleventh asked for
                            Case{"2027-08-01", "12114.58 since 2026-10-22, least 12763.12", true});
    INFO(c.today);
    const WithDebt h{c.today};
    const auto d = h.asking();
    CHECK(said(d) == c.said);
    CHECK((d.status == DutyStatus::overdue) == c.overdue);
    CHECK(d.still_owed == cny(1'860'000));
    CHECK(d.days_past_due(h.today()) == (c.overdue ? days_between(day("2026-10-22"), h.today().date) : 0));
}

TEST_CASE("payments cover the oldest minimum first, and one in time is no arrears", "[arrears]")
{
    struct Paid {
        const char* on;
        std::int64_t fen;
    };
    struct Case {
        const char* when;
        std::vector<Paid> paid;
        const char* said;
        DutyStatus status;
    };
    const auto c = GENERATE(values<Case>({
        {"the minimum, on its day", {{"2026-10-22", 186'000}}, "0.00, least 1674.00", DutyStatus::upcoming},
        {"in two parts",
         {{"2026-10-02", 100'000}, {"2026-10-20", 86'000}},
         "0.00, least 1674.00",
         DutyStatus::upcoming},
        {"a cent less", {{"2026-10-22", 185'999}}, "0.01 since 2026-10-22, least 1674.01", DutyStatus::overdue},
        {"late, and whole", {{"2026-11-05", 186'000}}, "0.00, least 1674.00", DutyStatus::partly_paid},
        {"late, in part", {{"2026-11-05", 100'000}}, "860.00 since 2026-10-22, least 2534.00", DutyStatus::overdue},
        {"late, with this month's", {{"2026-11-05", 353'400}}, "0.00, least 0.00", DutyStatus::minimum_paid},
        {"everything", {{"2026-10-20", 186'000}, {"2026-11-05", 1'674'000}}, "", DutyStatus::paid},
    }));
    INFO(c.when);
    WithDebt h{"2026-11-10"};
    for (const auto& p : c.paid) h.pay(p.on, p.fen);
    if (c.status == DutyStatus::paid) {
        CHECK(h.open().empty());
        return;
    }
    CHECK(said(h.asking()) == c.said);
    CHECK(h.asking().status == c.status);
}

TEST_CASE("a payment to a card that came back, or a refund, covers nothing", "[arrears]")
{
    struct Case {
        const char* when;
        const char* payee;
        std::int64_t fen;
        const char* back;
    };
    const auto c = GENERATE(values<Case>({
        {"bounced", "PAYMENT", 186'000, "RETURNED PAYMENT"},
        {"bounced, Chinese", "还款", 186'000, "还款冲正"},
        {"bounced, German", "Zahlung", 186'000, "Rücklastschrift"},
        {"taken back under the same name", "Autopay", 186'000, "Autopay"},
        {"refunded by the shop", "Sofa Shop", 186'000, nullptr},
        {"called a refund", "AMZ Refund 123", 186'000, nullptr},
    }));
    INFO(c.when);
    WithDebt h{"2026-11-10"};
    h.entry(h.card, "2026-09-22", -400'000, "Sofa Shop");
    h.entry(h.card, "2026-10-20", c.fen, c.payee);
    if (c.back) h.entry(h.card, "2026-10-24", -c.fen, c.back);
    const auto d = h.asking();
    CHECK(d.status == DutyStatus::overdue);
    CHECK(d.late_since == day("2026-10-22"));
    CHECK(d.arrears == cny(226'000));  // 10 % of 22,600
}

TEST_CASE("a refund lowers the statement whose purchase it takes back, and not the minimum", "[arrears]")
{
    WithDebt h{"2026-10-15"};
    h.entry(h.card, "2026-09-22", -100'000, "Sofa Shop");  // on the statement of 27 September
    h.entry(h.card, "2026-10-05", -40'000, "Lamp Shop");   // after it
    h.entry(h.card, "2026-10-10", 100'000, "Sofa Shop");
    h.entry(h.card, "2026-10-11", 40'000, "Lamp Shop");
    const auto d = h.asking();
    CHECK(d.amount == cny(1'960'000));
    CHECK(d.paid == cny(0));
    CHECK(d.refunded == cny(100'000));
    CHECK(d.still_owed == cny(1'860'000));
    CHECK(d.minimum_still_owed() == cny(196'000));
    CHECK(d.status == DutyStatus::upcoming);
}

TEST_CASE("no statement is made up that closed before the card began", "[arrears]")
{
    struct Case {
        const char* today;
        std::size_t closed;
    };
    const auto c = GENERATE(Case{"2026-10-21", 0}, Case{"2026-10-26", 0}, Case{"2026-10-27", 1});
    INFO(c.today);
    const WithDebt h{c.today, {}, "2026-10-20"};
    const auto bills =
        card_bills(h.book, h.history, h.book.accounts.at(h.card), day("2020-01-01"), day("2030-01-01"), h.today());
    std::size_t closed = 0;
    for (const auto& b : bills) closed += !b.projected;
    CHECK(closed == c.closed);
    for (const auto& d : h.open()) CHECK(d.status != DutyStatus::overdue);
    if (closed) CHECK(h.asking().minimum == cny(186'000));  // its rate of what is owed
}

TEST_CASE("what the last statement before it said is known where its holder typed it in", "[arrears]")
{
    WithDebt h{"2026-10-23", {}, "2026-10-01"};
    h.put(CardStatement{.id = {1},
                        .card = h.card,
                        .closed = day("2026-09-27"),
                        .due = day("2026-10-22"),
                        .balance = cny(1'860'000),
                        .minimum = cny(186'000)});
    CHECK(said(h.asking()) == "1860.00 since 2026-10-22, least 1860.00");
}

TEST_CASE("a card that was overdue when it was typed in is overdue from the first day", "[arrears]")
{
    const Overdue told{day("2026-08-22"), cny(350'000), day("2026-10-20")};
    SECTION("before any statement closed, it asks by itself")
    {
        WithDebt h{"2026-10-21", told, "2026-10-20"};
        CHECK(said(h.asking()) == "3500.00 since 2026-08-22, least 3500.00");
        CHECK(h.asking().days_past_due(h.today()) == 60);
        h.pay("2026-10-20", 50'000);
        CHECK(said(h.asking()) == "3000.00 since 2026-08-22, least 3000.00");
    }
    SECTION("and the statements after it contain it")
    {
        WithDebt h{"2026-10-28", told, "2026-10-20"};
        CHECK(said(h.asking()) == "3500.00 since 2026-08-22, least 5010.00");  // and 10 % of the other 15,100
        h.pay("2026-10-28", 350'000);
        CHECK(said(h.asking()) == "0.00, least 1510.00");
    }
    SECTION("it takes the place of what the ledger would have reckoned until then")
    {
        const WithDebt h{"2026-11-10", Overdue{day("2026-10-22"), cny(12'300), day("2026-11-01")}};
        CHECK(said(h.asking()).starts_with("123.00 since 2026-10-22"));
    }
    SECTION("a year and a half later it still is")
    {
        const WithDebt h{"2026-10-21", Overdue{day("2025-03-22"), cny(350'000), day("2026-10-20")}, "2026-10-20"};
        CHECK(h.asking().days_past_due(h.today()) == 578);
    }
}

TEST_CASE("what the issuer prints as owed is not forgotten where no purchase tells of it", "[arrears]")
{
    testing::SmallLedger h{"2026-12-01"};
    h.put(Account{.id = {1},
                  .name = "Card",
                  .type = AccountType::card,
                  .opening_date = day("2026-09-01"),
                  .card = CardTerms{.statement_day = 27, .due_day = 22}});
    h.put(Bill{.id = {1}, .source = BillSource::card, .payee = "Card", .first_due = day("2026-09-01"), .card = {1}});
    h.put(CardStatement{.id = {1},
                        .card = {1},
                        .closed = day("2026-09-27"),
                        .due = day("2026-10-22"),
                        .balance = cny(500'000),
                        .minimum = cny(50'000)});
    const auto open = open_duties(h.book, h.history, day("2026-12-31"), h.today());
    REQUIRE(!open.empty());
    CHECK(open.front().still_owed == cny(500'000));
    CHECK(open.front().late_since == day("2026-10-22"));
}

TEST_CASE("a due date that lies beyond the next closing is not passed over", "[arrears]")
{
    testing::SmallLedger h{"2026-11-10"};
    h.put(Account{.id = {1},
                  .name = "Card",
                  .type = AccountType::card,
                  .opening = cny(-100'000),
                  .opening_date = day("2026-10-01"),
                  .card = CardTerms{.statement_day = 5, .due_after = 50}});
    h.put(Bill{.id = {1}, .source = BillSource::card, .payee = "Card", .first_due = day("2026-10-01"), .card = {1}});
    const auto open = open_duties(h.book, h.history, day("2027-01-31"), h.today());
    REQUIRE(!open.empty());
    CHECK(open.front().due == day("2026-11-24"));
    CHECK(open.front().status == DutyStatus::upcoming);
}

TEST_CASE("a bill that comes once is owed for as long as it is open", "[arrears]")
{
    testing::SmallLedger h{"2026-11-22"};
    h.put(Bill{.id = {1}, .payee = "Tax", .amount = cny(90'000), .first_due = day("2024-05-31")});
    const auto open = open_duties(h.book, h.history, day("2026-12-31"), h.today());
    REQUIRE(open.size() == 1);
    CHECK(open.front().days_past_due(h.today()) == 905);
}

TEST_CASE("a payment that came back opens its bill again", "[duties][returns]")
{
    struct Case {
        const char* when;
        const char* back;  ///< payee of the row that brings the money back; none
        std::int64_t fen;
        const char* on;
        bool open;
    };
    const auto c = GENERATE(values<Case>({
        {"it stands", nullptr, 0, "", false},
        {"returned by the bank", "Stadtwerke RETURNED DIRECT DEBIT", 8'000, "2026-11-27", true},
        {"without its name", "Return item", 8'000, "2026-11-27", true},
        {"German", "RÜCKLASTSCHRIFT STADTWERKE", 8'000, "2026-11-28", true},
        {"French", "REJET PRLV Stadtwerke", 8'000, "2026-11-28", true},
        {"Spanish", "Devolución recibo", 8'000, "2026-11-30", true},
        {"Russian", "ВОЗВРАТ ПЛАТЕЖА", 8'000, "2026-11-30", true},
        {"Chinese", "水电费退回", 8'000, "2026-11-30", true},
        {"seven weeks later, at the payer's word", "SEPA Rücklastschrift", 8'000, "2027-01-10", true},
        {"the same payee gives it back", "Stadtwerke", 8'000, "2026-12-03", true},
        {"an income of the same amount", "Lottery", 8'000, "2026-11-27", false},
        {"a part is given back", "Stadtwerke", 1'000, "2026-12-03", false},
        {"a payment of the same amount next month", "Stadtwerke", -8'000, "2026-12-25", false},
    }));
    INFO(c.when);
    testing::SmallLedger h{"2027-01-20"};
    const auto bank = h.account("Bank", AccountType::checking, 100'000);
    h.put(
        Bill{.id = {1}, .payee = "Stadtwerke", .amount = cny(8'000), .first_due = day("2026-11-25"), .pay_from = bank});
    const auto paid = h.entry(bank, "2026-11-25", -8'000, "Stadtwerke");
    h.put(Settlement{.id = {1},
                     .bill = {1},
                     .due = day("2026-11-25"),
                     .entry = paid,
                     .amount = cny(8'000),
                     .paid_on = day("2026-11-25")});
    if (c.back) h.entry(bank, c.on, c.fen, c.back);
    const auto d = *current_duty(h.book, h.history, {1}, h.today());
    CHECK(d.status == (c.open ? DutyStatus::overdue : DutyStatus::paid));
    CHECK(d.paid == cny(c.open ? 0 : 8'000));
}

TEST_CASE("of several payments of one amount, what comes back takes the last before it", "[returns]")
{
    testing::SmallLedger h{"2026-12-20"};
    const auto bank = h.account("Bank", AccountType::checking, 100'000);
    std::vector<EntryId> paid;
    for (const char* on : {"2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"})
        paid.push_back(h.entry(bank, on, -10'000, "Daycare"));
    h.entry(bank, "2026-11-18", 10'000, "DAYCARE RETURNED");
    const auto& rows = h.history.accounts.at(bank).rows;
    std::vector<bool> back;
    for (const auto& row : rows)
        if (row.minor < 0) back.push_back(taken_back_by(h.history, bank, row, h.today()).has_value());
    CHECK(back == std::vector<bool>{false, false, true, false});
}
