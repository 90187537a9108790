#include "ledger/sound/validate.hpp"
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
    const auto food = category_named(book, "groceries")->id, rent = category_named(book, "rent")->id,
               fun = category_named(book, "fun")->id;
    const auto entry = [](std::int64_t id, std::int64_t account, int day, std::int64_t fen, const char* payee) {
        return Entry{.id = {id}, .account = {account}, .date = first + Days{day}, .amount = {fen, {}}, .payee = payee};
    };
    auto market = entry(1, 1, 0, -50'00, "Market Hall"), market_again = entry(2, 1, 40, -30'00, "market hall"),
         landlord = entry(3, 1, 2, -500'00, "Landlord");
    auto both = entry(4, 1, 2, -100'00, "超市 100%"), out = entry(5, 1, 10, -200'00, "To savings"),
         in = entry(6, 2, 10, 200'00, "From bank");
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

TEST_CASE("a register shows each entry with the balance of its account after it, whatever is left out",
          "[store][register]")
{
    const auto store = household();
    const auto whole = store.page({.account = {1}}, 0, 10);
    CHECK(ids(whole) == std::vector<std::int64_t>{1, 3, 4, 5, 2});
    CHECK(whole.back().balance == Money{120'00, {}});
    const auto newest = store.page({.account = {1}}, 0, 2, true);
    CHECK(ids(newest) == std::vector<std::int64_t>{2, 5});
    CHECK(newest.back().balance == Money{150'00, {}});
    const auto market = store.page({.words = {{.text = "MARKET"}}}, 0, 10);
    CHECK(ids(market) == std::vector<std::int64_t>{1, 2});
    CHECK(market.front().balance == Money{950'00, {}});
    CHECK(market.back().balance == Money{120'00, {}});
    CHECK(store.page({}, 5, 10).size() == 1);
    CHECK(store.page({}, 6, 10).empty());
}

TEST_CASE("text is found wherever it stands in payee, memo or the memo of a part", "[store][search]")
{
    const auto store = household();
    struct Case {
        const char *when, *text;
        std::int64_t found;
    };
    const auto c = GENERATE(
        Case{"a Chinese word of two letters", "超市", 1}, Case{"one Chinese letter, the last of its word", "市", 1},
        Case{"three letters over a blank", "市 1", 1}, Case{"signs that mean something to SQL", "100%", 1},
        Case{"one of them alone", "%", 1}, Case{"another", "_", 1},
        Case{"in the memo, letter case aside", "january", 1}, Case{"two letters at the end of a payee", "ll", 2},
        Case{"in the memo of a part", "gam", 1}, Case{"two letters of it", "me", 1},
        Case{"one letter that is nearly everywhere", "a", 6}, Case{"a sign that nothing has", "'", 0},
        Case{"a quotation mark", "\"", 0}, Case{"what begins like something", "Market Halls", 0},
        Case{"what would run from payee into memo", "lordJan", 0});
    CAPTURE(c.when);
    CHECK(store.count({.words = {{.text = c.text}}}) == c.found);
    CHECK(store.page({.words = {{.text = c.text}}}, 0, 100).size() == static_cast<std::size_t>(c.found));
}

TEST_CASE("a search needs every word, each in text, category, account or amount", "[store][search]")
{
    const auto store = household();
    const auto food = category_named(store.load(), "groceries")->id;
    using Words = std::vector<db::SearchWord>;
    CHECK(store.count({.words = Words{{.text = "market"}, {.text = "hall"}}}) == 2);
    CHECK(store.count({.words = Words{{.text = "market"}, {.text = "landlord"}}}) == 0);
    CHECK(store.count({.words = Words{{.text = "rent", .categories = {food}}}}) ==
          4);  // in a memo, or in the category, in a part too
    CHECK(store.count({.words = Words{{.accounts = {{2}}}}}) == 1);
    CHECK(store.count({.words = Words{{.amounts = {{-500'00, {}}}}}}) == 1);
    CHECK(store.count({.words = Words{{.amounts = {{-500'00, {{'U', 'S', 'D'}}}}}}}) == 0);
    CHECK(store.count({.account = {2}, .words = Words{{.text = "market"}}}) == 0);
}

TEST_CASE("what is found follows every change of the text, undo too", "[store][search]")
{
    auto store = household();
    const auto found = [&](const char* text) { return store.count({.words = {{.text = text}}}); };
    const auto record = [&](const Step& step) {
        const auto book = store.load();
        REQUIRE(store.record({.deed = Deed::edit_entry, .about = "x", .steps = {step}}, book.revision, {}));
    };
    auto entry = *store.entry({4});
    entry.payee = "便利店";
    entry.splits[1].memo = "toy";
    record(Put<Entry>{entry});
    CHECK(found("超市") == 0);
    CHECK(found("便利") == 1);
    CHECK(found("toy") == 1);
    CHECK(found("game") == 0);
    record(Remove<Entry>{{4}});
    CHECK(found("便利") == 0);
    CHECK(found("toy") == 0);
    REQUIRE(store.undo());
    CHECK(found("便利") == 1);
    REQUIRE(store.undo());
    CHECK(found("便利") == 0);
    CHECK(found("超市") == 1);
    CHECK(found("game") == 1);
    CHECK(store.verify().empty());
}

TEST_CASE("what thousands of entries have in common is found as a page, in the order asked for", "[store][search]")
{
    auto store = db::Store::in_memory();
    testing::add_account(store, "Bank");
    testing::add_entries(store, 12'000);
    const db::EntryFilter filter{.words = {{.text = "payee"}}};
    CHECK(store.count(filter) == 12'000);
    const auto whole = store.page({}, 0, 12'000, true);
    const auto page = store.page(filter, 7'000, 50, true);
    REQUIRE(page.size() == 50);
    for (std::size_t i = 0; i < page.size(); ++i) CHECK(page[i].entry == whole[7'000 + i].entry);
    CHECK(store.count({.from = make_date(2024, 1, 1), .to = make_date(2024, 1, 31), .words = filter.words}) ==
          store.count({.from = make_date(2024, 1, 1), .to = make_date(2024, 1, 31)}));
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
    const auto months = store.flows({}, db::GroupBy::month);
    std::int64_t january = 0;
    std::int64_t parts = 0;
    for (const auto& flow : months) {
        if (flow.month != "2026-01") continue;
        january += (flow.in + flow.out).minor;
        parts += flow.ins + flow.outs;
    }
    CHECK(january == -650'00);
    CHECK(parts == 4);
    const auto food = store.flows({.category = category_named(book, "food")->id}, db::GroupBy::category);
    REQUIRE(food.size() == 1);
    CHECK(food[0].out == Money{-140'00, {}});
    CHECK(food[0].outs == 3);
    const auto payees = store.flows({}, db::GroupBy::payee);
    REQUIRE(payees.size() == 4);  // the split one under each of its categories
    CHECK(payees[0].payee == "Landlord");
    CHECK(payees[1].payee == "Market Hall");
    CHECK(payees[1].out == Money{-80'00, {}});
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
