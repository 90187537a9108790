// Daily ledger work: rules, many entries at once, statements, closing accounts, rates, reports, search.
#include "ledger/balances/exchange.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"
#include "ui/app/journeys/accounts.hpp"
#include "ui/app/journeys/categories.hpp"
#include "ui/app/journeys/entries.hpp"
#include "ui/app/journeys/rates.hpp"
#include "ui/app/journeys/reconcile.hpp"
#include "ui/app/journeys/rules.hpp"
#include "ui/app/reports.hpp"
#include "ui/viewmodel/search.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

namespace {

const Currency dollar{{'U', 'S', 'D'}}, yen{{'J', 'P', 'Y'}};

/// A session in memory with two accounts, cash and one in dollars.
struct Home {
    app::Session session = app::Session::in_memory({day("2026-11-22")});
    AccountId bank = account("Bank", {}), cash = account("Cash", {}), abroad = account("Abroad", dollar);

    AccountId account(const char* name, Currency currency, std::int64_t opening = 1000'00)
    {
        must([&](const auto& s) {
            return app::add_account(s, {.name = name,
                                        .currency = currency,
                                        .opening = {opening, currency},
                                        .opening_date = day("2026-01-01")});
        });
        return session.state().book.accounts.rbegin()->first;
    }
    EntryId entry(AccountId on, const char* date, std::int64_t minor, const char* payee, const char* category = "",
                  EntryStatus status = EntryStatus::cleared)
    {
        const auto* known = category_named(session.state().book, category);
        must([&](const auto& s) {
            return app::add_entry(s, {.account = on,
                                      .date = day(date),
                                      .amount = {minor, s.book.accounts.at(on).currency},
                                      .payee = payee,
                                      .category = known ? known->id : CategoryId{},
                                      .status = status});
        });
        return session.state().book.last_entry;
    }
    Entry at(EntryId id) const
    {
        return *session.ask([&](const db::Store& store) { return store.entry(id); }).or_throw();
    }
    std::vector<Entry> all() const
    {
        return session.ask([&](const db::Store& store) { return store.entries({}); }).or_throw();
    }
    void must(const app::Journey& journey)
    {
        const auto outcome = session.run(journey);
        REQUIRE(outcome.problems.empty());
        REQUIRE(outcome.ok());
    }
    Trouble refused(const app::Journey& journey)
    {
        const auto outcome = session.run(journey);
        REQUIRE_FALSE(outcome.ok());
        return outcome.problems.front().trouble;
    }
    CategoryId category(const char* name) const { return category_named(session.state().book, name)->id; }
};

}  // namespace

TEST_CASE("a rule fits by text, by whole payee, by account and by amount, and the first in order wins", "[rules]")
{
    Home home;
    const auto food = home.category("groceries"), fun = home.category("fun");
    home.must([&](const auto& s) { return app::add_rule(s, {.text = "market", .set_category = food}); });
    home.must([&](const auto& s) { return app::add_rule(s, {.payee = "Super Market", .set_category = fun}); });
    home.must([&](const auto& s) {
        return app::add_rule(
            s, {.account = home.cash, .at_least = cny(-10'00), .at_most = cny(-1), .set_payee = "Small change"});
    });
    home.entry(home.bank, "2026-11-01", -5'00, "SUPER market");
    home.entry(home.cash, "2026-11-01", -5'00, "Kiosk");
    home.entry(home.cash, "2026-11-01", -50'00, "Kiosk");
    auto after = app::rules_applied(home.session.state().book, home.all()).after;
    REQUIRE(after.size() == 2);
    CHECK(after[0].category == food);
    CHECK(after[1].payee == "Small change");
    home.must([&](const auto& s) { return app::move_rule(s, {2}, -1); });
    CHECK(app::rules_applied(home.session.state().book, home.all()).after[0].category == fun);
    CHECK(home.refused([&](const auto& s) { return app::move_rule(s, {2}, -1); }) == Trouble::nothing_to_do);
}

TEST_CASE("rules leave alone what is settled, and one undo takes all of them back", "[rules]")
{
    Home home;
    const auto food = home.category("groceries");
    home.must([&](const auto& s) { return app::add_rule(s, {.text = "shop", .set_category = food}); });
    const auto open = home.entry(home.bank, "2026-11-01", -1'00, "Shop A"),
               set = home.entry(home.bank, "2026-11-01", -2'00, "Shop B", "fun"),
               reconciled = home.entry(home.bank, "2026-11-01", -3'00, "Shop C", "", EntryStatus::reconciled);
    home.must([&](const auto& s) { return app::apply_rules(s, home.all()); });
    CHECK(home.at(open).category == food);
    CHECK(home.at(set).category == home.category("fun"));
    CHECK_FALSE(home.at(reconciled).category);
    home.must([&](const auto& s) { return app::apply_rules(s, home.all(), {.replace = true}); });
    CHECK(home.at(set).category == food);
    CHECK(home.refused([&](const auto& s) { return app::apply_rules(s, home.all(), {.replace = true}); }) ==
          Trouble::nothing_to_do);
    REQUIRE(*home.session.undo());
    REQUIRE(*home.session.undo());
    CHECK_FALSE(home.at(open).category);
}

TEST_CASE("a rule that says transfer links the other side where it is there, and makes it where it is not", "[rules]")
{
    Home home;
    home.must([&](const auto& s) { return app::add_rule(s, {.text = "ATM", .set_transfer = home.cash}); });
    const auto first = home.entry(home.bank, "2026-11-01", -100'00, "ATM 1"),
               second = home.entry(home.bank, "2026-11-10", -50'00, "ATM 2"),
               other = home.entry(home.cash, "2026-11-03", 100'00, "from the bank"),
               abroad = home.entry(home.abroad, "2026-11-03", -20'00, "ATM 3");
    home.must([&](const auto& s) { return app::apply_rules(s, home.all()); });
    CHECK(home.at(first).transfer);
    CHECK(home.at(first).transfer == home.at(other).transfer);
    CHECK(home.at(second).transfer);
    CHECK_FALSE(home.at(abroad).transfer);  // dollars do not become yuan by a rule
    const auto made = home.all();
    CHECK(made.size() == 5);
    CHECK(home.session.ask([&](const db::Store& store) { return store.verify(); }).or_throw().empty());
    REQUIRE(*home.session.undo());
    CHECK(home.all().size() == 4);
    CHECK_FALSE(home.at(first).transfer);
}

TEST_CASE("always like this makes one rule for a payee, and changes it the next time", "[rules]")
{
    Home home;
    const auto one = home.entry(home.bank, "2026-11-01", -1'00, "Bakery", "groceries");
    home.must([&](const auto& s) { return app::always_like(s, home.at(one)); });
    const auto two = home.entry(home.bank, "2026-11-02", -1'00, "BAKERY", "fun");
    home.must([&](const auto& s) { return app::always_like(s, home.at(two)); });
    REQUIRE(home.session.state().book.rules.size() == 1);
    CHECK(home.session.state().book.rules.begin()->second.set_category == home.category("fun"));
}

TEST_CASE("several entries are changed as one, and transfers keep being none of any category", "[entries]")
{
    Home home;
    const auto a = home.entry(home.bank, "2026-11-01", -1'00, "A"), b = home.entry(home.bank, "2026-11-02", -2'00, "B");
    home.must([&](const auto& s) {
        return app::add_transfer(s,
                                 {.from = home.bank, .to = home.cash, .date = day("2026-11-03"), .amount = cny(5'00)});
    });
    home.must([&](const auto& s) {
        return app::edit_entries(s, home.all(), {.category = home.category("fun"), .memo = "trip"});
    });
    CHECK(home.at(a).category == home.category("fun"));
    CHECK(home.at(b).memo == "trip");
    for (const auto& e : home.all()) CHECK((!e.transfer || !e.category));
    REQUIRE(*home.session.undo());
    CHECK(home.at(a).memo.empty());
}

TEST_CASE("an account is reconciled with what its statement says", "[reconcile]")
{
    Home home;
    const auto early = home.entry(home.bank, "2026-10-01", -100'00, "A"),
               late = home.entry(home.bank, "2026-11-05", -30'00, "after the statement"),
               extra = home.entry(home.bank, "2026-10-20", -7'00, "not on it");
    home.entry(home.bank, "2026-10-30", -50'00, "still pending", "", EntryStatus::pending);
    const auto look = [&](std::int64_t balance, std::set<EntryId> left = {}) {
        return home.session
            .ask([&](const db::Store& store) {
                return app::reconciliation(home.session.state(), store, home.bank, cny(balance), day("2026-10-31"),
                                           left);
            })
            .or_throw();
    };
    CHECK(look(900'00).difference == cny(7'00));
    CHECK(home.refused([&](const auto& s) { return app::reconcile(s, look(900'00)); }) == Trouble::does_not_balance);
    const auto agrees = look(900'00, {extra});
    CHECK(agrees.difference.zero());
    CHECK(agrees.open.size() == 2);
    home.must([&](const auto& s) { return app::reconcile(s, agrees); });
    CHECK(home.at(early).status == EntryStatus::reconciled);
    CHECK(home.at(extra).status == EntryStatus::cleared);
    CHECK(home.at(late).status == EntryStatus::cleared);
    home.must([&](const auto& s) { return app::reconcile(s, look(890'00), "adjusted"); });
    CHECK(home.at(home.session.state().book.last_entry).amount == cny(-3'00));
    CHECK(look(890'00).difference.zero());
    CHECK(look(890'00).open.empty());
}

TEST_CASE("an account that bills are paid from cannot be closed, one without can, and be opened again", "[accounts]")
{
    Home home;
    home.must([&](const auto&) -> Result<Change> {
        return Change{.deed = Deed::add_bill,
                      .about = "Rent",
                      .steps = {Put<Bill>{{.id = {1},
                                           .payee = "Rent",
                                           .amount = cny(1),
                                           .first_due = day("2026-12-01"),
                                           .pay_from = home.bank}}}};
    });
    CHECK(home.refused([&](const auto& s) { return app::close_account(s, home.bank, true); }) == Trouble::still_owed);
    home.must([&](const auto& s) { return app::close_account(s, home.cash, true); });
    CHECK(home.session.state().book.accounts.at(home.cash).archived);
    CHECK(home.refused([&](const auto& s) { return app::close_account(s, home.cash, true); }) ==
          Trouble::nothing_to_do);
    home.must([&](const auto& s) { return app::close_account(s, home.cash, false); });
    CHECK_FALSE(home.session.state().book.accounts.at(home.cash).archived);
}

TEST_CASE("an amount is converted by the last rate on or before its day, whichever way round it was given", "[rates]")
{
    Book book;
    const auto note = [&](std::int64_t id, const char* date, Currency from, Currency to, const char* rate) {
        book.rates[{id}] = {.id = {id}, .date = day(date), .from = from, .to = to, .rate = *parse_rate(rate)};
    };
    note(1, "2026-01-01", dollar, {}, "7");
    note(2, "2026-06-01", dollar, {}, "7.2");
    note(3, "2026-07-01", {}, dollar, "0.125");
    note(4, "2026-01-01", yen, dollar, "0.0065");
    const Exchange exchange{book};
    struct Case {
        const char *when, *on;
        Money from;
        Currency to;
        std::optional<Money> becomes;
    };
    const auto c =
        GENERATE_COPY(Case{"before any rate", "2025-12-31", {100, dollar}, {}, std::nullopt},
                      Case{"on the day of the first", "2026-01-01", {100, dollar}, {}, cny(700)},
                      Case{"the day before the second", "2026-05-31", {100, dollar}, {}, cny(700)},
                      Case{"from the second on", "2026-06-30", {100, dollar}, {}, cny(720)},
                      Case{"a newer one the other way round", "2026-07-01", {100, dollar}, {}, cny(800)},
                      Case{"back", "2026-07-02", {-800, {}}, dollar, Money{-100, dollar}},
                      Case{"half a cent goes up", "2026-01-01", {1, dollar}, dollar, Money{1, dollar}},
                      Case{"yen have no cents", "2026-02-01", {1000, yen}, dollar, Money{650, dollar}},
                      Case{"rounded half up, away from zero", "2026-02-01", {-1, yen}, dollar, Money{-1, dollar}},
                      Case{"never by way of a third", "2026-08-01", {1000, yen}, {}, std::nullopt});
    CAPTURE(c.when);
    CHECK(exchange.convert(c.from, c.to, day(c.on)) == c.becomes);
}

TEST_CASE("rates come from lines of a file, and a line that cannot be read is named", "[rates]")
{
    const auto good = app::read_rates(
        "\xEF\xBB\xBF"
        "date,from,to,rate\r\n2026-11-01,USD,CNY,7.12\r\n2026-11-02;EUR;CNY;8\n\n");
    REQUIRE(good);
    REQUIRE(good->size() == 2);
    CHECK((*good)[1].rate == *parse_rate("8"));
    const auto bad =
        app::read_rates("2026-11-01,USD,CNY,7.12\n2026-13-01,USD,CNY,7\n2026-11-01,USD,CNY\n2026-11-01,DOLLAR,CNY,x\n");
    REQUIRE_FALSE(bad);
    REQUIRE(bad.problems().size() == 4);
    CHECK(bad.problems()[0].line == 2);
    CHECK(bad.problems()[1].line == 3);
    CHECK(bad.problems()[3].column == 4);
    Home home;
    CHECK(home.refused([](const auto& s) {
        return app::add_rates(s, {{.date = day("2026-11-01"), .from = dollar, .to = dollar, .rate = {1}}});
    }) == Trouble::same_currency);
    CHECK(home.refused([](const auto& s) {
        return app::add_rates(s, {{.date = day("2026-11-01"), .from = dollar, .rate = {0}}});
    }) == Trouble::out_of_range);
    home.must([&](const auto& s) { return app::add_rates(s, *good); });
    home.must(
        [](const auto& s) { return app::add_rates(s, {{.date = day("2026-11-01"), .from = dollar, .rate = {8}}}); });
    CHECK(home.session.state().book.rates.size() == 2);  // a second rate of a day takes the place of the first
}

TEST_CASE("a report in one currency converts each amount by its day, without a rate it stays apart and that is said",
          "[reports]")
{
    Home home;
    home.entry(home.bank, "2026-10-05", -10'00, "Shop", "groceries");
    home.entry(home.abroad, "2026-10-05", -1'00, "Diner", "groceries");
    home.entry(home.abroad, "2026-11-05", -1'00, "Diner", "groceries");
    const auto& book = home.session.state().book;
    const auto report = [&](db::GroupBy by) {
        const auto made = [&](const db::Store& store) { return app::flow_report(book, store, {}, by, Currency{}); };
        return home.session.ask(made).or_throw();
    };
    auto none = report(db::GroupBy::category);
    CHECK(none.lines.size() == 2);
    REQUIRE(none.missing.size() == 1);
    CHECK(none.missing[0].first == day("2026-10-05"));
    home.must([](const auto& s) {
        return app::add_rates(s, {{.date = day("2026-10-01"), .from = dollar, .rate = *parse_rate("7")},
                                  {.date = day("2026-11-01"), .from = dollar, .rate = *parse_rate("7.5")}});
    });
    const auto by_category = report(db::GroupBy::category), by_month = report(db::GroupBy::month),
               by_payee = report(db::GroupBy::payee);
    CHECK(by_category.missing.empty());
    REQUIRE(by_category.lines.size() == 1);
    CHECK(by_category.lines[0].spent == cny(-24'50));
    REQUIRE(by_month.lines.size() == 2);
    CHECK(by_month.lines[0].spent == cny(-17'00));
    CHECK(by_payee.lines.size() == 2);
    const auto owned = [&](const db::Store& store) {
        return app::worth_report(book, store, {}, day("2026-11-22"), Currency{});
    };
    const auto worth = home.session.ask(owned).or_throw();
    REQUIRE(worth.lines.size() == 2);
    CHECK(worth.lines[1].net == cny(2000'00 - 10'00 + 998'00 * 15 / 2));
}

TEST_CASE("what is typed into a search means text, category in the reader's language, account and amount", "[search]")
{
    Home home;
    const auto book = home.session.state().book;
    const wording::Words english{"en"}, chinese{"zh_CN"};
    CHECK(view::search_words("", book, english).empty());
    CHECK(view::search_words("  two　words ", book, english).size() == 2);
    const auto quoted = view::search_words("\"two words\" three", book, english);
    REQUIRE(quoted.size() == 2);
    CHECK(quoted[0].text == "two words");
    const auto amount = view::search_words("12.30", book, english).front();
    CHECK(amount.amounts.size() == 4);  // out and in, in both currencies
    CHECK(view::search_words("-12.30", book, english).front().amounts.size() == 2);
    CHECK(view::search_words("bank", book, english).front().accounts == std::vector{home.bank});
    const auto groceries = home.category("groceries");
    const auto holds = [&](const char* typed, const wording::Words& words) {
        const auto found = view::search_words(typed, book, words).front().categories;
        return std::find(found.begin(), found.end(), groceries) != found.end();
    };
    CHECK(holds("grocer", english));
    CHECK(holds(chinese("Groceries").c_str(), chinese));
}

TEST_CASE("the old word for a late fee finds what is called by the new one, in either script", "[search]")
{
    Home home;
    home.entry(home.bank, "2026-10-05", -35'00, "信用卡违约金", "late_fees");
    home.entry(home.bank, "2026-10-06", -20'00, "滯納金", "groceries");
    home.entry(home.bank, "2026-10-07", -9'00, "Bank", "late_fees");
    home.entry(home.bank, "2026-10-08", -8'00, "Shop", "groceries");
    const auto book = home.session.state().book;
    for (const char* typed : {"滞纳金", "滯納金", "违约金", "違約金"})
        for (const char* language : {"en", "zh_CN", "zh_TW"}) {
            INFO(typed << " " << language);
            db::EntryFilter filter;
            filter.words = view::search_words(typed, book, wording::Words{language});
            CHECK(home.session.ask([&](const db::Store& store) { return store.count(filter); }).or_throw() == 3);
        }
    db::EntryFilter other;
    other.words = view::search_words("Shop", book, wording::Words{"en"});
    CHECK(home.session.ask([&](const db::Store& store) { return store.count(other); }).or_throw() == 1);
}
