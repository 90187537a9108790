#include "ledger/facts/change.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

namespace {

struct Household : testing::SmallLedger {
    AccountId bank = account("Bank"), card = account("Card", AccountType::card), euros{};
    CategoryId food{};
    Household()
    {
        euros = next_id<Account>(book);
        const Currency eur{{'E', 'U', 'R'}};
        put(Account{
            .id = euros, .name = "Euros", .currency = eur, .opening = {0, eur}, .opening_date = day("2020-01-01")});
        food = next_id<Category>(book);
        put(Category{.id = food, .name = "Food"});
    }
};

Trouble only(const Problems& problems)
{
    REQUIRE(problems.size() >= 1);
    return problems.front().trouble;
}

CardTerms terms(int statement_day = 5, int due_after = 20)
{
    return {.statement_day = statement_day, .due_after = due_after};
}

}  // namespace

TEST_CASE("what would make the ledger contradict itself is refused and changes nothing", "[change]")
{
    Household h;
    const Book before = h.book;
    const auto account = [](auto edit) {
        Account a{.id = {9}, .name = "New", .opening_date = day("2020-01-01")};
        edit(a);
        return Change{.steps = {Put<Account>{a}}};
    };
    const auto entry = [&](auto edit) {
        Entry e{.id = {1}, .account = h.bank, .date = day("2026-01-01"), .amount = cny(-1000)};
        edit(e);
        return Change{.steps = {Put<Entry>{e}}};
    };
    const auto bill = [&](auto edit) {
        Bill b{.id = {1}, .payee = "Rent", .amount = cny(100000), .first_due = day("2026-01-01"), .pay_from = h.bank};
        edit(b);
        return Change{.steps = {Put<Bill>{b}}};
    };
    struct Case {
        const char* when;
        Change change;
        Trouble trouble;
    };
    const std::vector<Case> cases = {
        {"an account has no name", account([](Account& a) { a.name = ""; }), Trouble::empty_name},
        {"its name is taken, letter case aside", account([](Account& a) { a.name = "bANK"; }), Trouble::name_taken},
        {"a due day of 32", account([](Account& a) {
             a.type = AccountType::card;
             a.card = terms(5);
             a.card->due_after.reset();
             a.card->due_day = 32;
         }),
         Trouble::out_of_range},
        {"a daily rate of 5 where 0.0005 was meant", account([](Account& a) {
             a.type = AccountType::card;
             a.card = terms();
             a.card->daily_rate = *parse_rate("5");
         }),
         Trouble::rate_too_high},
        {"card terms on a bank account", account([](Account& a) { a.card = terms(); }), Trouble::needs_type},
        {"all sixteen digits of a card", account([](Account& a) { a.number = "6222000011112222"; }),
         Trouble::out_of_range},
        {"an entry on no account", entry([](Entry& e) { e.account = {77}; }), Trouble::no_such},
        {"yen on a yuan account", entry([](Entry& e) {
             e.amount.currency = {{'J', 'P', 'Y'}};
         }),
         Trouble::currency_differs},
        {"splits that miss a cent", entry([&](Entry& e) {
             e.splits = {{h.food, cny(-999)}};
         }),
         Trouble::splits_do_not_sum},
        {"an amount beyond 10^15", entry([](Entry& e) { e.amount.minor = Money::largest + 1; }),
         Trouble::amount_too_large},
        {"a date in the year 9999", entry([](Entry& e) { e.date = make_date(9999, 1, 1); }),
         Trouble::date_out_of_range},
        {"one side of a transfer alone", entry([](Entry& e) { e.transfer = {1}; }), Trouble::linked_transfer},
        {"a bill of nothing", bill([](Bill& b) { b.amount = cny(0); }), Trouble::amount_zero},
        {"a bill below zero", bill([](Bill& b) { b.amount = cny(-1); }), Trouble::wrong_sign},
        {"a minimum above the bill", bill([](Bill& b) { b.minimum = cny(100001); }), Trouble::minimum_above_balance},
        {"a bill that ends before it starts",
         bill([](Bill& b) { b.repeat = {.period = Period::month, .until = day("2025-12-31")}; }),
         Trouble::end_before_start},
        {"a bill paid from a card", bill([&](Bill& b) { b.pay_from = h.card; }), Trouble::needs_type},
        {"a bill paid in another currency", bill([&](Bill& b) { b.pay_from = h.euros; }), Trouble::currency_differs},
        {"a category below itself",
         {.steps = {Put<Category>{{.id = h.food, .parent = h.food, .name = "Food"}}}},
         Trouble::category_loop},
        {"a payment of a bill that is not there",
         {.steps = {Put<Settlement>{
              {.id = {1}, .bill = {5}, .due = day("2026-01-01"), .entry = {1}, .amount = cny(1)}}}},
         Trouble::no_such},
        {"something removed that is not there", {.steps = {Remove<Rule>{{4}}}}, Trouble::no_such},
        {"nothing at all", {}, Trouble::nothing_to_do},
    };
    for (const auto& c : cases) {
        INFO(c.when);
        CHECK(only(h.record(c.change)) == c.trouble);
        CHECK(h.book == before);
    }
}

TEST_CASE("one payment never settles more than itself", "[change]")
{
    Household h;
    h.put(Bill{.id = {1}, .payee = "Rent", .amount = cny(3000), .first_due = day("2026-01-01"), .pay_from = h.bank});
    const auto paid = h.entry(h.bank, "2026-01-01", -2000, "Rent");
    CHECK(h.put(Settlement{.id = {1}, .bill = {1}, .due = day("2026-01-01"), .entry = paid, .amount = cny(1500)})
              .empty());
    CHECK(
        only(h.put(Settlement{.id = {2}, .bill = {1}, .due = day("2026-01-01"), .entry = paid, .amount = cny(501)})) ==
        Trouble::out_of_range);
    CHECK(
        h.put(Settlement{.id = {2}, .bill = {1}, .due = day("2026-01-01"), .entry = paid, .amount = cny(500)}).empty());
}

TEST_CASE("what is still named cannot be taken away", "[change]")
{
    Household h;
    h.put(Bill{.id = {1}, .payee = "Rent", .amount = cny(3000), .first_due = day("2026-01-01"), .pay_from = h.bank});
    const auto paid = h.entry(h.bank, "2026-01-01", -3000, "Rent");
    h.put(Settlement{.id = {1}, .bill = {1}, .due = day("2026-01-01"), .entry = paid, .amount = cny(3000)});
    CHECK(only(h.record({.steps = {Remove<Account>{h.bank}}})) == Trouble::in_use);
    CHECK(only(h.record({.steps = {Remove<Bill>{{1}}}})) == Trouble::in_use);
    CHECK(only(h.record({.steps = {Remove<Entry>{paid}}})) == Trouble::in_use);
    CHECK(h.record({.steps = {Remove<Settlement>{{1}}, Remove<Entry>{paid}, Remove<Bill>{{1}}}}).empty());
}

TEST_CASE("both sides of a transfer come and go together", "[change]")
{
    Household h;
    const Entry out{.id = {1}, .account = h.bank, .date = day("2026-01-01"), .amount = cny(-500), .transfer = {1}};
    const Entry in{.id = {2}, .account = h.card, .date = day("2026-01-01"), .amount = cny(500), .transfer = {1}};
    CHECK(h.record({.steps = {Put<Entry>{out}, Put<Entry>{in}}}).empty());
    CHECK(only(h.record({.steps = {Remove<Entry>{{1}}}})) == Trouble::linked_transfer);
    CHECK(h.record({.steps = {Remove<Entry>{{1}}, Remove<Entry>{{2}}}}).empty());
    CHECK(h.book.last_entry == EntryId{2});  // numbers are not given twice
}
