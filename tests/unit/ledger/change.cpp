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

}  // namespace

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
