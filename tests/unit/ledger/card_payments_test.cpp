#include "ledger/balances/duties.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

TEST_CASE("a payment to a card that both files tell of is one payment, some days apart", "[cards]")
{
    struct Case {
        const char* when;
        const char* in_the_cards_file;
        std::int64_t still_owed;
    };
    const auto c = GENERATE(Case{"only the bank has told of it", "", 150'00},
                            Case{"the card books it the same day", "2026-11-20", 150'00},
                            Case{"the card books it ten days later", "2026-11-30", 150'00},
                            Case{"what the card books eleven days later is another", "2026-12-01", 100'00});
    INFO(c.when);
    testing::SmallLedger h{"2026-12-02"};
    const auto bank = h.account("Bank");
    const auto card = next_id<Account>(h.book);
    h.put(Account{.id = card,
                  .name = "Card",
                  .type = AccountType::card,
                  .opening_date = day("2026-10-20"),
                  .card = CardTerms{.statement_day = 15, .due_after = 20},
                  .pay_from = bank});
    h.put(Bill{.id = {1}, .source = BillSource::card, .payee = "Card", .first_due = day("2026-10-20"), .card = card});
    h.entry(card, "2026-11-10", -200'00);
    const auto paid = h.entry(bank, "2026-11-20", -50'00, "Card");
    REQUIRE(h.put(Settlement{.id = {1},
                             .bill = {1},
                             .due = day("2026-12-05"),
                             .entry = paid,
                             .amount = cny(50'00),
                             .paid_on = day("2026-11-20")})
                .empty());
    if (*c.in_the_cards_file) h.entry(card, c.in_the_cards_file, 50'00);
    const auto due = duties(h.book, h.history, day("2026-12-05"), day("2026-12-05"), h.today());
    REQUIRE(due.size() == 1);
    CHECK(due.front().still_owed == cny(c.still_owed));
}
