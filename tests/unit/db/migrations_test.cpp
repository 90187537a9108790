#include "db/file/migrations.hpp"
#include "db/file/files.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <vector>

#include "db/file/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store.hpp"

using testing::Folder;
using Kind = db::StorageError::Kind;

namespace fs = std::filesystem;

namespace {

/// The version of a new ledger.
int newest()
{
    return db::shipped_migrations().back().to;
}

/// The shipped steps and these after them.
std::vector<db::Migration> with(std::initializer_list<const char*> more)
{
    const auto shipped = db::shipped_migrations();
    std::vector<db::Migration> all{shipped.begin(), shipped.end()};
    for (const auto* sql : more) all.push_back({all.back().to + 1, sql});
    return all;
}

std::vector<fs::path> copies_beside(const Folder& folder)
{
    std::vector<fs::path> found;
    for (const auto& file : fs::directory_iterator{folder.path()})
        if (file.path().filename().string().find(".before-v") != std::string::npos) found.push_back(file.path());
    return found;
}

void make(const fs::path& file)
{
    auto store = db::Store::open(file);
    testing::add_account(store, "Bank");
    testing::add_entries(store, 20);
}

}  // namespace

TEST_CASE("an older ledger is brought up to date, and a copy as it was is put beside it first", "[store][migrations]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    make(file);
    const auto list = with({"ALTER TABLE accounts ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'",
                            "CREATE INDEX by_colour ON accounts (colour)"});
    {
        const auto store = db::Store::open(file, list);
        CHECK(store.info().schema == newest() + 2);
        CHECK(store.load().accounts.size() == 1);
        CHECK(store.verify().empty());
    }
    const auto copies = copies_beside(folder);
    REQUIRE(copies.size() == 1);
    CHECK(copies.front().filename().string().rfind("l.duewatch.before-v" + std::to_string(newest() + 2) + "-20", 0) ==
          0);
    CHECK(db::Store::open(copies.front()).info().schema == newest());
    CHECK(db::Store::open(copies.front()).count({}) == 20);
    SECTION("once")
    {
        db::Store::open(file, list);
        CHECK(copies_beside(folder).size() == 1);
    }
    SECTION("and an older program then refuses it")
    {
        CHECK(testing::trouble([&] { db::Store::open(file); }) == Kind::newer_version);
    }
}

TEST_CASE("a step that fails leaves the ledger as it was", "[store][migrations]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    make(file);
    const auto [when, sql] = GENERATE(table<const char*, const char*>({
        {"it fails halfway",
         "ALTER TABLE accounts ADD COLUMN colour TEXT; DELETE FROM entries; SELECT nonsense FROM nowhere"},
        {"it leaves rows that name what is gone", "DELETE FROM accounts"},
    }));
    CAPTURE(when);
    CHECK(testing::trouble([&] { db::Store::open(file, with({sql})); }) == Kind::other);
    const auto store = db::Store::open(file);
    CHECK(store.info().schema == newest());
    CHECK(store.load().accounts.size() == 1);
    CHECK(store.count({}) == 20);
    CHECK(store.verify().empty());
}

TEST_CASE("a new ledger is made with the newest schema and without a copy", "[store][migrations]")
{
    const Folder folder;
    const auto store =
        db::Store::open(folder / "l.duewatch", with({"CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT"}));
    CHECK(store.info().schema == newest() + 1);
    CHECK(copies_beside(folder).empty());
}

TEST_CASE("a ledger of the first release is searched and reported on after it was brought up to date",
          "[store][migrations]")
{
    const Folder folder;
    const auto file = folder / "old.duewatch";
    {
        SQLite::Database old{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        old.exec(std::string{db::shipped_migrations().front().sql});
        old.exec(
            "INSERT INTO accounts VALUES (1, 'Bank', 'checking', 'CNY', 0, 20000, '', NULL, 0);"
            "INSERT INTO rules (id, text, set_payee) VALUES (1, 'shop', 'Shop');"
            "INSERT INTO entries VALUES (1, 1, 20000, NULL, -500, '便利店', 'milk', NULL, 1, NULL, NULL, ''),"
            " (2, 1, 20000, NULL, -300, 'Market', '', NULL, 1, NULL, NULL, '');"
            "INSERT INTO splits VALUES (2, 0, NULL, -100, 'Käse'), (2, 1, NULL, -200, 'b' || char(0) || 'c');"
            "UPDATE counters SET value = 2 WHERE name = 'last_entry';"
            "INSERT INTO undo VALUES (1, 'add_entry', 'x', 0, x'00');"
            "PRAGMA application_id = " +
            std::to_string(db::application_id) + "; PRAGMA user_version = 1");
    }
    auto store = db::Store::open(file);
    CHECK(store.info().schema == newest());
    CHECK(copies_beside(folder).size() == 1);
    CHECK(store.verify().empty());
    CHECK(store.count({.words = {{.text = "便利"}}}) == 1);
    CHECK(store.count({.words = {{.text = "käs"}}}) == 1);
    const auto flows = store.flows({}, db::GroupBy::account);
    REQUIRE(flows.size() == 1);
    CHECK(flows.front().out == ledger::Money{-800, {}});
    CHECK(flows.front().outs == 3);
    CHECK(store.load().rules.at({1}).set_payee == "Shop");
    CHECK_FALSE(store.undo());  // what was recorded before is no longer to be taken back
}

TEST_CASE("a ledger of the first release opens with all it held", "[store][migrations]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    {
        SQLite::Database old{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        db::bring_up_to_date(old, file, db::shipped_migrations().first(1));
        old.exec(
            "INSERT INTO bills VALUES (1, 'entered', 'School', 'CNY', 260000, 0, 20000, 'once', 1, 0, 'none', NULL, "
            "NULL, NULL, NULL, 0, 1, '', "
            "NULL, NULL, NULL, 0)");
        old.exec(
            "INSERT INTO contacts VALUES (1, 1, 20000, 28800000, 'phone', 'counter_offer', 'A', 'R', 'said', 12, "
            "6000000, NULL, 20010)");
        old.exec("INSERT INTO issuer_corrections VALUES (1, 'icbc', '', '400', 'mine')");
    }
    const auto store = db::Store::open(file);
    CHECK(store.info().schema == newest());
    CHECK(copies_beside(folder).size() == 1);
    CHECK(store.verify().empty());
    const auto book = store.load();
    REQUIRE(book.contacts.size() == 1);
    const auto& contact = book.contacts.begin()->second;
    REQUIRE(contact.offer);
    CHECK(contact.offer->months == 12);
    CHECK(contact.note == "said");
    CHECK_FALSE(contact.promise);
    CHECK_FALSE(contact.they_called);
    CHECK(contact.conduct.empty());
    CHECK_FALSE(book.bills.begin()->second.hardship);
    CHECK(book.corrections.begin()->second.hotline == "400");
}

TEST_CASE("a ledger of the first release opens, and what was in it is there", "[store][migrations]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    {
        SQLite::Database old{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        old.exec(std::string{db::shipped_migrations().front().sql});
        old.exec("PRAGMA application_id = " + std::to_string(db::application_id));
        old.exec("PRAGMA user_version = 1");
        old.exec(R"(
INSERT INTO accounts (id, name, type, currency, opening, opening_date, number, archived) VALUES (1, 'Bank', 'checking', 'CNY', 100, 18262, '', 0);
INSERT INTO categories (id, name, parent, key, kind, essential) VALUES (1, 'Food', NULL, '', 'expense', 0);
INSERT INTO entries (id, account, date, amount, payee, memo, category, status, bank_id) VALUES (1, 1, 18300, -30, 'Baker', '', 1, 1, '');
INSERT OR REPLACE INTO counters (name, value) VALUES ('last_entry', 1);
)");
    }
    const auto store = db::Store::open(file);
    CHECK(store.info().schema == newest());
    REQUIRE(store.entry({1}));
    CHECK(store.entry({1})->payee == "Baker");
    CHECK_FALSE(store.entry({1})->chosen);
    CHECK(store.usual_category("Baker").value == 1);
    CHECK(store.verify().empty());
    CHECK(copies_beside(folder).size() == 1);
}

TEST_CASE("a ledger of the first release opens, with a copy as it was beside it", "[store][migrations]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    {
        SQLite::Database first{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        db::bring_up_to_date(first, file, db::shipped_migrations().first(1));
        REQUIRE(db::schema_version(first) == 1);
    }
    auto store = db::Store::open(file);
    CHECK(store.info().schema == newest());
    CHECK(copies_beside(folder).size() == 1);
    testing::add_account(store, "Bank");
    const ledger::Dismissal gone{.id = {1}, .account = {1}, .payee = "Gym", .amount = {-3000, {}}};
    store.record({.deed = ledger::Deed::dismiss_stream, .steps = {ledger::Put<ledger::Dismissal>{gone}}},
                 store.load().revision, {});
    CHECK(store.load().dismissals.at({1}) == gone);
    CHECK(store.verify().empty());
}
