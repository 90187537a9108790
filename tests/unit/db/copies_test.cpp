#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

#include "db/file/migrations.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store.hpp"

using namespace ledger;
using testing::Folder;
using Kind = db::StorageError::Kind;

namespace fs = std::filesystem;

namespace {

std::size_t files_in(const Folder& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder.path()}, fs::directory_iterator{}));
}

db::Store household(const fs::path& file)
{
    auto store = db::Store::open(file);
    testing::add_account(store, "Bank", 100'00);
    testing::add_entries(store, 300);
    return store;
}

}  // namespace

TEST_CASE("a backup is a ledger of its own, equal to the one it was made from", "[store][backup]")
{
    const Folder folder;
    const auto store = household(folder / "l.duewatch");
    double last = 0;
    CHECK(store.backup(folder / "copies-today.duewatch", [&](double share) { return (last = share) >= 0; }));
    CHECK(last == 1.0);
    CHECK_FALSE(fs::exists(folder / "copies-today.duewatch-wal"));
    const auto copy = db::Store::open(folder / "copies-today.duewatch");
    CHECK(copy.load() == store.load());
    CHECK(copy.entries({}) == store.entries({}));
    CHECK(copy.verify().empty());
}

TEST_CASE("a backup that is stopped leaves nothing, and an earlier one as it was", "[store][backup]")
{
    const Folder folder;
    auto store = household(folder / "l.duewatch");
    store.backup(folder / "copy.duewatch");
    testing::add_entries(store, 10);
    const auto files = files_in(folder);
    CHECK_FALSE(store.backup(folder / "copy.duewatch", [](double) { return false; }));
    CHECK(files_in(folder) == files);
    CHECK(db::Store::open(folder / "copy.duewatch").count({}) == 300);
}

TEST_CASE("a backup is not written over the ledger itself, nor over what is not a ledger", "[store][backup]")
{
    const Folder folder;
    const auto store = household(folder / "l.duewatch");
    CHECK(testing::trouble([&] { store.backup(folder / "l.duewatch"); }) == Kind::other);
    std::ofstream{folder / "photo.jpg"} << "a picture of the cat";
    CHECK(testing::trouble([&] { store.backup(folder / "photo.jpg"); }) == Kind::not_a_ledger);
    CHECK(fs::file_size(folder / "photo.jpg") == 20);
    CHECK(store.count({}) == 300);
}

TEST_CASE("restoring puts the copy in place and keeps the ledger that was there", "[store][backup]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    {
        auto store = household(file);
        store.backup(folder / "copy.duewatch");
        testing::add_entries(store, 50);
    }
    const auto kept = db::restore(folder / "copy.duewatch", file);
    CHECK(db::Store::open(file).count({}) == 300);
    CHECK(db::Store::open(kept).count({}) == 350);
    CHECK(kept.parent_path() == file.parent_path());
    CHECK(db::Store::open(folder / "copy.duewatch").count({}) == 300);
}

TEST_CASE("a copy that is not sound is not restored, and the ledger stays", "[store][backup]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    const auto copy = folder / "copy.duewatch";
    auto expected = Kind::other;
    household(file).backup(copy);
    SECTION("a text")
    {
        std::ofstream{copy, std::ios::trunc} << "not a ledger at all";
        expected = Kind::not_a_ledger;
    }
    SECTION("cut short")
    {
        fs::resize_file(copy, fs::file_size(copy) / 2);
        expected = Kind::damaged;
    }
    SECTION("sums that do not agree")
    {
        SQLite::Database{copy.string(), SQLite::OPEN_READWRITE}.exec("UPDATE month_totals SET minor = minor + 1");
        expected = Kind::damaged;
    }
    SECTION("missing")
    {
        fs::remove(copy);
        expected = Kind::cannot_open;
    }
    CHECK(testing::trouble([&] { db::restore(copy, file); }) == expected);
    CHECK(db::Store::open(file).count({}) == 300);
}

TEST_CASE("a ledger that is open elsewhere is not replaced", "[store][backup]")
{
    const Folder folder;
    auto store = household(folder / "l.duewatch");
    store.backup(folder / "copy.duewatch");
    const auto files = files_in(folder);
    CHECK(testing::trouble([&] { db::restore(folder / "copy.duewatch", folder / "l.duewatch"); }) == Kind::locked);
    CHECK(files_in(folder) == files);
    testing::add_entries(store, 1);
    CHECK(store.count({}) == 301);
}

TEST_CASE("a damaged ledger can be restored, and is kept for those who can mend it", "[store][backup]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    household(file).backup(folder / "copy.duewatch");
    fs::resize_file(file, 5000);
    const auto kept = db::restore(folder / "copy.duewatch", file);
    CHECK(fs::file_size(kept) == 5000);
    CHECK(db::Store::open(file).count({}) == 300);
}

TEST_CASE("a ledger that contradicts itself says where", "[store][verify]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    {
        auto store = household(file);
        testing::add_account(store, "Savings");
        CHECK(store.verify().empty());
    }
    const auto found_after = [&](const char* sql) {
        SQLite::Database meddled{file.string(), SQLite::OPEN_READWRITE};
        meddled.exec("PRAGMA foreign_keys = OFF");
        meddled.exec(sql);
        return db::Store::open(file).verify();
    };
    const auto [when, sql] = GENERATE(table<const char*, const char*>({
        {"a kept sum differs",
         "UPDATE month_totals SET minor = minor + 1 WHERE month = (SELECT min(month) FROM month_totals)"},
        {"a sum kept for reports differs",
         "UPDATE flow_totals SET minor = minor + 1 WHERE month = (SELECT min(month) FROM flow_totals)"},
        {"the index of texts differs", "UPDATE entries SET payee = 'somebody else' WHERE id = 3"},
        {"parts do not sum", "INSERT INTO splits VALUES (7, 0, NULL, -2, '')"},
        {"a transfer has one side", "UPDATE entries SET transfer = 0 WHERE id = 3"},
        {"both sides are on one account", "UPDATE entries SET transfer = 0 WHERE id IN (3, 4)"},
        {"an account is missing", "DELETE FROM accounts WHERE id = 2; INSERT INTO batches VALUES (1, 2, '', 0, '', 0)"},
        {"the counter lags behind", "UPDATE counters SET value = 5 WHERE name = 'last_entry'"},
    }));
    CAPTURE(when);
    // A missing account breaks a reference, and what it held is left out of the books.
    CHECK(found_after(sql).size() == (std::string{when} == "an account is missing" ? 2 : 1));
}

TEST_CASE("compacting gives room back and loses nothing", "[store]")
{
    const Folder folder;
    auto store = household(folder / "l.duewatch");
    testing::add_entries(store, 20'000);
    store.undo();
    const auto book = store.load();
    store.compact();
    CHECK(store.info().bytes < 400'000);
    CHECK(store.load() == book);
    CHECK(store.info().entries == 300);
    CHECK(store.info().schema == db::shipped_migrations().back().to);
}
