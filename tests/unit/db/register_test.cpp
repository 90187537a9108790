#include "tests/support/catch.hpp"
#include "tests/support/store.hpp"

using namespace ledger;

namespace {

const Date first = make_date(2026, 1, 1);

/// Two accounts, three payees, a split and a transfer.
db::Store household()
{
    auto store = db::Store::in_memory();
    testing::add_account(store, "Bank", 1000'00);
    testing::add_account(store, "Savings");
    const auto book = store.load();
    const auto food = category_named(book, "groceries")->id, rent = category_named(book, "rent")->id, fun = category_named(book, "fun")->id;
    const auto entry = [](std::int64_t id, std::int64_t account, int day, std::int64_t fen, const char* payee) {
        return Entry{.id = {id}, .account = {account}, .date = first + Days{day}, .amount = {fen, {}}, .payee = payee};
    };
    auto market = entry(1, 1, 0, -50'00, "Market Hall"), market_again = entry(2, 1, 40, -30'00, "market hall"), landlord = entry(3, 1, 2, -500'00, "Landlord");
    auto both = entry(4, 1, 2, -100'00, "超市 100%"), out = entry(5, 1, 10, -200'00, "To savings"), in = entry(6, 2, 10, 200'00, "From bank");
    market.category = market_again.category = food;
    landlord.category = rent;
    landlord.memo = "January_rent";
    both.splits = {{food, {-60'00, {}}, "food"}, {fun, {-40'00, {}}, "game"}};
    out.transfer = in.transfer = {1};
    Change change{.about = "file", .steps = {}};
    for (const auto& e : {market, market_again, landlord, both, out, in}) change.steps.emplace_back(Put<Entry>{e});
    REQUIRE(validate(book, change, [](EntryId) { return std::nullopt; }).empty());
    REQUIRE(store.record(change, book.revision, moment(first, 9, 0)));
    return store;
}

std::vector<std::int64_t> ids(const std::vector<db::RegisterRow>& rows)
{
    std::vector<std::int64_t> found;
    for (const auto& row : rows) found.push_back(row.entry.id.value);
    return found;
}

}  // namespace

TEST_CASE("a register shows each entry with the balance of its account after it, whatever is left out", "[store][register]")
{
    const auto store = household();
    const auto whole = store.page({.account = {1}}, 0, 10);
    CHECK(ids(whole) == std::vector<std::int64_t>{1, 3, 4, 5, 2});
    CHECK(whole.back().balance == Money{120'00, {}});
    const auto newest = store.page({.account = {1}}, 0, 2, true);
    CHECK(ids(newest) == std::vector<std::int64_t>{2, 5});
    CHECK(newest.back().balance == Money{150'00, {}});
    const auto market = store.page({.text = "MARKET"}, 0, 10);
    CHECK(ids(market) == std::vector<std::int64_t>{1, 2});
    CHECK(market.front().balance == Money{950'00, {}});
    CHECK(market.back().balance == Money{120'00, {}});
    CHECK(store.page({}, 5, 10).size() == 1);
    CHECK(store.page({}, 6, 10).empty());
}

TEST_CASE("text is found as it was typed, in payee and memo", "[store][register]")
{
    const auto store = household();
    const auto [text, found] = GENERATE(table<const char*, std::int64_t>({{"超市", 1}, {"100%", 1}, {"%", 1}, {"_", 1}, {"january", 1}, {"a", 5}, {"'", 0}}));
    CAPTURE(text);
    CHECK(store.count({.text = text}) == found);
}

TEST_CASE("a category is found with those below it, and in the parts of split entries", "[store][register]")
{
    const auto store = household();
    const auto book = store.load();
    CHECK(store.count({.category = category_named(book, "food")->id}) == 3);
    CHECK(store.count({.category = category_named(book, "fun")->id}) == 1);
    CHECK(store.count({.category = category_named(book, "travel")->id}) == 0);
}

TEST_CASE("reports leave transfers out and count split entries by their parts", "[store][register]")
{
    const auto store = household();
    const auto book = store.load();
    const auto months = store.totals({}, db::GroupBy::month);
    REQUIRE(months.size() == 2);
    CHECK(months[0].month == "2026-01");
    CHECK(months[0].sum == Money{-650'00, {}});
    CHECK(months[0].entries == 3);
    const auto food = store.totals({.category = category_named(book, "food")->id}, db::GroupBy::category);
    REQUIRE(food.size() == 1);
    CHECK(food[0].sum == Money{-140'00, {}});
    CHECK(food[0].entries == 3);
    const auto payees = store.totals({}, db::GroupBy::payee);
    REQUIRE(payees.size() == 3);
    CHECK(payees[0].payee == "Landlord");
}

TEST_CASE("the usual category and the payees are remembered, letter case aside", "[store][register]")
{
    const auto store = household();
    CHECK(store.usual_category("MARKET hall") == category_named(store.load(), "groceries")->id);
    CHECK_FALSE(store.usual_category("Nobody"));
    CHECK(store.payees_like("ma") == std::vector<std::string>{"Market Hall"});
    CHECK(store.payees_like("超") == std::vector<std::string>{"超市 100%"});
    CHECK(store.payees_like("").size() == 5);
}

TEST_CASE("undo takes back the newest Change first, and says what it was", "[store][undo]")
{
    auto store = household();
    CHECK(store.undo_list().size() == 3);
    CHECK(store.undo_list().front().at == moment(first, 9, 0));
    const auto taken = store.undo();
    REQUIRE(taken);
    CHECK(taken->about == "file");
    CHECK(store.count({}) == 0);
    CHECK(store.load().last_entry == EntryId{});
    CHECK(store.undo()->about == "Savings");
    CHECK(store.undo()->about == "Bank");
    CHECK_FALSE(store.undo());
}

TEST_CASE("the undo list keeps the newest two hundred", "[store][undo]")
{
    auto store = household();
    for (int n = 0; n < 210; ++n) testing::add_entries(store, 1);
    CHECK(store.undo_list(1000).size() == 200);
    for (int n = 0; n < 200; ++n) REQUIRE(store.undo());
    CHECK_FALSE(store.undo());
    CHECK(store.count({}) == 16);
    CHECK(store.verify().empty());
}
