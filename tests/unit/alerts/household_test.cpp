#include "alerts/assess.hpp"
#include "alerts/telling/reminder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using namespace alerts;
using testing::cny;
using testing::day;

namespace {

/// A checking account with little in it, a bill due on Monday 14 December, and other accounts as each case has it.
struct Household : testing::SmallLedger {
    AccountId bank{};
    explicit Household(std::int64_t holds = 100000) : SmallLedger{"2026-11-22"}
    {
        bank = account("Bank", AccountType::checking, holds);
        for (Date d = day("2026-05-22"); d <= day("2026-11-20"); d += Days{2}) {
            entry(bank, iso(d).c_str(), -3000, "Market");
            entry(bank, iso(d).c_str(), 3000, "Sales");
        }
        bill(bank, 180000, "2026-12-14");
    }
    AccountId other(const char* name, AccountType type, std::int64_t holds, Currency currency = {})
    {
        const auto id = next_id<Account>(book);
        put(Account{.id = id,
                    .name = name,
                    .type = type,
                    .currency = currency,
                    .opening = {holds, currency},
                    .opening_date = day("2026-01-01")});
        for (Date d = day("2026-05-22"); d <= day("2026-11-20"); d += Days{20}) {
            const EntryId row{book.last_entry.value + 1};
            put(Entry{.id = row,
                      .account = id,
                      .date = d,
                      .amount = {d < day("2026-06-01") ? 100 : -1, currency},
                      .payee = "Interest"});
        }
        return id;
    }
    BillId bill(AccountId from, std::int64_t fen, const char* due)
    {
        const auto id = next_id<Bill>(book);
        put(Bill{.id = id,
                 .payee = "Bill " + std::to_string(id.value),
                 .amount = cny(fen),
                 .first_due = day(due),
                 .pay_from = from});
        return id;
    }
    Finding about(BillId id) const
    {
        for (const auto& f : assess(book, history, today()).findings)
            if (f.duty.bill == id) return f;
        FAIL("no finding about bill " << id.value);
        return {};
    }
};

}  // namespace

TEST_CASE("short means short after money that could be moved in time, and the move is named", "[household]")
{
    struct Case {
        const char* when;
        AccountType type;
        std::int64_t holds;
        bool moved;
    };
    const auto c = GENERATE(Case{"savings have enough", AccountType::savings, 300000, true},
                            Case{"a wallet has enough", AccountType::wallet, 300000, true},
                            Case{"cash cannot be sent", AccountType::cash, 300000, false},
                            Case{"savings are empty", AccountType::savings, 0, false});
    INFO(c.when);
    Household h;
    h.other("Other", c.type, c.holds);
    const auto f = h.about({1});
    CHECK(f.alone == Level::will_miss);
    REQUIRE(f.moves.size() == (c.moved ? 1u : 0u));
    CHECK(f.level == (c.moved ? Level::tight : Level::will_miss));
    CHECK(worth_telling(f, h.today(), {.lead_days = 30}));  // with a move or without, somebody has to act
    if (!c.moved) return;
    CHECK(*f.p_short_after < 0.15);
    CHECK(f.moves[0].from_name == "Other");
    CHECK(f.moves[0].to == h.bank);
    CHECK(f.moves[0].amount >= cny(80000));
    CHECK(f.moves[0].amount < cny(110000));
    CHECK(f.moves[0].by == day("2026-12-11"));  // Friday: the transfer takes one working day
}

TEST_CASE("no account gives what its own bills need", "[household]")
{
    Household h;
    const auto savings = h.other("Savings", AccountType::savings, 300000);
    h.bill(savings, 250000, "2026-12-28");
    const auto f = h.about({1});
    CHECK(f.level >= Level::at_risk);
    for (const auto& move : f.moves) CHECK(move.amount <= cny(50100));
    CHECK(h.about({2}).level == Level::safe);
}

TEST_CASE("the same money is not moved twice", "[household]")
{
    Household h;
    const auto wallet = h.other("Wallet", AccountType::wallet, 100000);
    h.other("Savings", AccountType::savings, 100000);
    const auto second = h.bill(wallet, 190000, "2026-12-21");
    CHECK(h.about({1}).level == Level::tight);
    CHECK(h.about(second).level >= Level::at_risk);  // the savings went to the first one
}

TEST_CASE("two accounts help together, and yuan are not paid in dollars", "[household]")
{
    Household h;
    h.other("Dollars", AccountType::savings, 900000, *parse_currency("USD"));
    CHECK(h.about({1}).moves.empty());
    h.other("Savings", AccountType::savings, 50000);
    h.other("Wallet", AccountType::wallet, 50000);
    const auto f = h.about({1});
    REQUIRE(f.moves.size() == 2);
    CHECK(f.moves[0].from_name == "Savings");
    CHECK(f.level == Level::tight);
}

TEST_CASE("a move that would arrive too late is none", "[household]")
{
    Household h;
    h.other("Savings", AccountType::savings, 900000);
    const auto monday = h.bill(h.bank, 180000, "2026-11-23");  // tomorrow; today is a Sunday
    CHECK(h.about(monday).moves.empty());
    CHECK(h.about(monday).level == Level::will_miss);
}

TEST_CASE("the last day to act leaves time for the transfer, and for the bank where a bank is owed", "[household]")
{
    Household h;
    CHECK(h.about({1}).act_by == day("2026-12-11"));
    auto owed_to_a_bank = h.book.bills.at({1});
    owed_to_a_bank.issuer = "icbc";
    h.put(owed_to_a_bank);
    CHECK(h.about({1}).act_by == day("2026-12-08"));  // one working day for the transfer, three for the bank
}
