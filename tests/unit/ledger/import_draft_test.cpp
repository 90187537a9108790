#include "ledger/import/drafts/draft.hpp"
#include "ledger/import/statement.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::day;

namespace {

/// A ledger with one account into which files are imported as a session would do it.
struct Desk {
    testing::SmallLedger world{};
    AccountId account = world.account("Checking");

    Draft draft_of(const std::string& csv)
    {
        const auto& a = *find<Account>(world.book, account);
        const auto statement = read_statement(csv, "file.csv", hints_for(world.book, a, world.today()));
        REQUIRE(statement.ok());
        return draft(*statement, a, existing(), world.book);
    }
    Draft import(const std::string& csv)
    {
        auto d = draft_of(csv);
        const auto change = record(d, world.book, existing(), "file.csv", {});
        if (!change.steps.empty()) REQUIRE(world.record(change).empty());
        return d;
    }
    std::vector<Entry> existing() const
    {
        std::vector<Entry> out;
        for (const auto& [id, e] : world.entries) out.push_back(e);
        return out;
    }
};

const std::string head = "Date,Payee,Amount\n";

}  // namespace

TEST_CASE("the same file twice adds nothing", "[import]")
{
    Desk desk;
    const auto csv = head + "2024-01-02,Coffee,-3.00\n2024-01-02,Coffee,-3.00\n2024-01-05,Salary,1000.00\n";
    CHECK(desk.import(csv).fresh == 3);
    const auto again = desk.import(csv);
    CHECK(again.fresh == 0);
    CHECK(again.duplicates == 3);
    CHECK(desk.world.entries.size() == 3);
}

TEST_CASE("two coffees stay two", "[import]")
{
    Desk desk;
    desk.import(head + "2024-01-02,Coffee,-3.00\n2024-01-03,Bread,-2.00\n");
    const auto d = desk.import(head + "2024-01-02,Coffee,-3.00\n2024-01-02,Coffee,-3.00\n2024-01-04,Tea,-1.00\n");
    CHECK(d.duplicates == 1);
    CHECK(d.fresh == 2);
    CHECK(desk.world.entries.size() == 4);
}

TEST_CASE("an entry that was edited since is still the same row", "[import]")
{
    Desk desk;
    const auto csv = head + "2024-01-02,STARBUCKS 1234567 LONDON,-3.00\n";
    desk.import(csv);
    auto edited = desk.existing().front();
    edited.payee = "My morning coffee";
    edited.memo = "with Ann";
    REQUIRE(desk.world.put(edited).empty());
    CHECK(desk.draft_of(csv).fresh == 0);
}

TEST_CASE("another shop on the same day for the same price is another entry", "[import]")
{
    Desk desk;
    desk.import(head + "2024-01-02,Coffee,-3.00\n2024-01-03,Bread,-2.00\n");
    const auto d = desk.draft_of(head + "2024-01-02,Bakery,-3.00\n2024-01-09,Bread,-2.00\n");
    CHECK(d.fresh == 2);
    CHECK(d.rows.front().similar_to == EntryId{1});  // shown, not dropped
}

TEST_CASE("the bank's own numbers tell rows apart and together", "[import]")
{
    Desk desk;
    const std::string numbered = "Date,Payee,Amount,Transaction ID\n";
    desk.import(numbered + "2024-01-02,Coffee,-3.00,AB000001\n2024-01-03,Bread,-2.00,AB000002\n");
    SECTION("a second coffee with its own number is new")
    {
        const auto d = desk.draft_of(numbered + "2024-01-02,Coffee,-3.00,AB000009\n2024-01-03,Bread,-2.00,AB000002\n");
        CHECK(d.fresh == 1);
        CHECK(d.duplicates == 1);
    }
    SECTION("the same number a day later, with another text, is the same")
    {
        const auto d =
            desk.draft_of(numbered + "2024-01-03,COFFEE SHOP BOOKED,-3.00,AB000001\n2024-01-04,Milk,-1.00,AB000003\n");
        CHECK(d.rows.front().mark == RowMark::duplicate);
    }
}

TEST_CASE("a row pending last week and booked now is one entry", "[import]")
{
    Desk desk;
    const std::string german = "Buchungstag;Empfänger;Betrag;Info\n";
    desk.import(german + "02.01.2024;REWE;-30,00;Umsatz vorgemerkt\n01.01.2024;Bäcker;-2,00;Umsatz gebucht\n");
    const auto pending = desk.existing().front();
    CHECK(pending.status == EntryStatus::pending);
    const auto d = desk.import(
        german + "04.01.2024;REWE SAGT DANKE;-30,00;Umsatz gebucht\n01.01.2024;Bäcker;-2,00;Umsatz gebucht\n");
    CHECK(d.fresh == 0);
    CHECK(desk.world.entries.size() == 2);
    CHECK(desk.existing().front().status == EntryStatus::cleared);
}

TEST_CASE("money of another currency is looked at, not mixed in", "[import]")
{
    Desk desk;
    const auto d = desk.draft_of(
        "Date,Payee,Amount,Currency\n2024-01-02,Coffee,-3.00,CNY\n2024-01-03,Hotel,-90.00,EUR\n2024-01-04,Tea,-2.00,"
        "CNY\n2024-01-05,Tea,-2.00,CNY\n");
    CHECK(d.fresh == 3);
    REQUIRE(d.reviews == 1);
    CHECK(d.rows[1].why == RowReason::other_currency);
}

TEST_CASE("rows beyond what every sum can hold are refused with their line, and the sums of the rest are right",
          "[import]")
{
    Desk desk;
    std::string csv = head;
    for (int i = 0; i < 30; ++i)
        csv += "2024-01-" + std::string{i < 9 ? "0" : ""} + std::to_string(i + 1) + ",S" + std::to_string(i) +
               ",9000000000000.00\n";
    csv += "2024-02-01,Coffee,-3.00\n";
    const auto d = desk.draft_of(csv);
    CHECK(d.fresh == 12);  // eleven of 9·10^14 fit, and the coffee
    CHECK(d.sum_in == Money{11 * 900'000'000'000'000, {}});
    CHECK(d.sum_out == Money{300, {}});
    REQUIRE(d.rejected.size() == 19);
    CHECK(d.rejected.front().trouble == Trouble::sum_too_large);
    CHECK(d.rejected.front().line == 13);
    CHECK(desk.import(csv).fresh == 12);
}

TEST_CASE("a category comes from a rule, else from what the payee was given before", "[import]")
{
    Desk desk;
    const CategoryId food{1}, rent{2};
    desk.world.put(Category{.id = food, .name = "Food"});
    desk.world.put(Category{.id = rent, .name = "Rent"});
    desk.world.put(Rule{.id = RuleId{1}, .text = "landlord", .set_payee = "Rent", .set_category = rent});
    desk.import(head + "2024-01-02,Bakery 12345678,-3.00\n2024-01-03,Mr LANDLORD Jan,-900.00\n");
    auto bakery = desk.existing().front();
    CHECK(bakery.payee == "Bakery");
    bakery.category = food;
    desk.world.put(bakery);
    const auto d = desk.draft_of(head + "2024-02-02,Bakery 99999999,-3.50\n2024-02-03,Mr LANDLORD Feb,-900.00\n");
    CHECK(d.rows[0].category == food);
    CHECK(d.rows[1].category == rent);
    CHECK(d.rows[1].payee == "Rent");
}

TEST_CASE("a format that was remembered is used again", "[import]")
{
    Desk desk;
    const std::string csv = "Wann,Was,Zahl,Rest\n03/04/2024,Tee,5.00,95.00\n05/04/2024,Brot,3.00,92.00\n";
    auto hints = hints_for(desk.world.book, *find<Account>(desk.world.book, desk.account), desk.world.today());
    hints.date_order = "mdy";
    hints.columns = {{"date", 1}, {"payee", 2}, {"amount", 4}};
    const auto told = read_statement(csv, "a.csv", hints);
    REQUIRE(told.ok());
    CHECK(iso(told->rows.front().date) == "2024-03-04");
    CHECK(told->rows.front().amount == testing::cny(95'00));
    REQUIRE(desk.world.put(format_to_remember(told->reading, desk.account, FormatId{1}, "my bank")).empty());
    const auto next = read_statement(
        csv, "b.csv", hints_for(desk.world.book, *find<Account>(desk.world.book, desk.account), desk.world.today()));
    REQUIRE(next.ok());
    CHECK(next->reading.id == "my bank");
    CHECK(next->rows == told->rows);
}
