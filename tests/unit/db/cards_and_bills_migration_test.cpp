#include <SQLiteCpp/SQLiteCpp.h>

#include "db/file/migrations.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store.hpp"

using namespace ledger;

TEST_CASE("a ledger of the first release keeps its cards, bills and changed occurrences", "[store][migrations]")
{
    const testing::Folder folder;
    const auto file = folder / "old.duewatch";
    {
        db::Store::open(file, db::shipped_migrations().first(1));
    }
    {
        SQLite::Database old{file.string(), SQLite::OPEN_READWRITE};
        old.exec(R"(
INSERT INTO accounts VALUES (1, 'Checking', 'checking', 'CNY', 0, 20000, '', NULL, 0), (2, 'Card', 'card', 'CNY', 0, 20000, '4321', 1, 0);
INSERT INTO card_terms VALUES (2, 'icbc', 5, 25, NULL, NULL, 100000000, NULL, 500000, 'full', 50000000, NULL, NULL, 0, NULL);
INSERT INTO bills VALUES (1, 'entered', 'Rent', 'CNY', 240000, 0, 20700, 'month', 1, 0, 'none', NULL, NULL, 1, NULL, 0, 1, '', NULL, NULL, NULL, 0);
INSERT INTO incomes VALUES (1, 'Employer', 'CNY', 800000, 20710, 'month', 1, 0, 'none', NULL, NULL, 1, NULL, 0);
INSERT INTO adjustments VALUES (1, 1, 20700, 0, 20703, 'CNY', 230000);
)");
    }
    const auto book = db::Store::open(file).load();
    CHECK(book.accounts.at({2}).card == CardTerms{.issuer = "icbc", .statement_day = 5, .due_day = 25});
    CHECK(book.bills.at({1}).amount == Money{240000, {}});
    CHECK(book.bills.at({1}).earlier.empty());
    CHECK(book.incomes.at({1}).learn_from == 0);
    const auto& moved = book.adjustments.at({1});
    CHECK(moved.bill == BillId{1});
    CHECK(moved.amount == Money{230000, {}});
    CHECK_FALSE(moved.income);
    CHECK(db::Store::open(file).verify().empty());
}
