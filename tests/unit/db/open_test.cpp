#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "ledger/sound/validate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store.hpp"

using namespace ledger;
using testing::Folder;
using Kind = db::StorageError::Kind;

namespace fs = std::filesystem;

namespace {

int mode(const fs::path& path)
{
    struct stat facts {};
    REQUIRE(::stat(path.c_str(), &facts) == 0);
    return static_cast<int>(facts.st_mode & 07777);
}

std::string bytes(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void write(const fs::path& file, const std::string& content)
{
    std::ofstream{file, std::ios::binary} << content;
}

/// No file grows beyond this many bytes while it lives.
class NoRoom {
public:
    explicit NoRoom(rlim_t bytes) : handler_{std::signal(SIGXFSZ, SIG_IGN)}
    {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &now) == 0);
    }
    ~NoRoom()
    {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int);
};

}  // namespace

TEST_CASE("a new ledger is its owner's alone, whatever the umask", "[store]")
{
    const Folder folder;
    const auto before = ::umask(0);
    const auto file = folder / "data" / "duewatch" / "ledger.duewatch";
    auto store = db::Store::open(file);
    testing::add_account(store, "Bank");
    CHECK(mode(file) == 0600);
    CHECK(mode(file.string() + "-wal") == 0600);
    CHECK(mode(file.string() + "-shm") == 0600);
    CHECK(mode(file.parent_path()) == 0700);
    CHECK(mode(file.parent_path().parent_path()) == 0700);
    store.backup(folder / "copy.duewatch");
    CHECK(mode(folder / "copy.duewatch") == 0600);
    ::umask(before);
}

TEST_CASE("a new ledger has categories, each under a parent of its own kind", "[store]")
{
    const auto book = db::Store::in_memory().load();
    CHECK(book.revision == 0);
    CHECK(book.categories.size() > 40);
    for (const auto& [id, category] : book.categories) {
        CAPTURE(category.key);
        CHECK(!category.key.empty());
        if (category.parent) CHECK(book.categories.at(category.parent).kind == category.kind);
    }
    CHECK(category_named(book, "Food:Groceries")->essential);
    CHECK(category_named(book, "rent")->essential);
    CHECK_FALSE(category_named(book, "Dining out")->essential);
    CHECK(category_named(book, "salary")->kind == CategoryKind::income);
    CHECK(validate(book, {.steps = {Put<Category>{*category_named(book, "rent")}}}, {}).empty());
}

TEST_CASE("what was recorded is there when the ledger is opened again", "[store]")
{
    const Folder folder;
    Book book;
    {
        auto store = db::Store::open(folder / "l.duewatch");
        testing::add_account(store, "Bank");
        book = store.load();
    }
    CHECK(db::Store::open(folder / "l.duewatch").load() == book);
    CHECK(db::Store::open(folder / "l.duewatch").undo_list().size() == 1);
}

TEST_CASE("an empty file that was made for the ledger becomes one", "[store]")
{
    const Folder folder;
    write(folder / "l.duewatch", "");
    CHECK(db::Store::open(folder / "l.duewatch").load().categories.size() > 40);
}

TEST_CASE("what is not a ledger is refused and left as it is", "[store]")
{
    const Folder folder;
    const auto file = folder / "x";
    SECTION("a text file")
    {
        write(file, "Dear diary,\n" + std::string(500, 'x'));
        CHECK(testing::trouble([&] { db::Store::open(file); }) == Kind::not_a_ledger);
    }
    SECTION("a short text file")
    {
        write(file, "hi");
        CHECK(testing::trouble([&] { db::Store::open(file); }) == Kind::not_a_ledger);
    }
    SECTION("another program's database")
    {
        SQLite::Database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
            "CREATE TABLE photos (id INTEGER)");
        CHECK(testing::trouble([&] { db::Store::open(file); }) == Kind::not_a_ledger);
    }
    SECTION("a ledger of a newer program")
    {
        db::Store::open(file);
        SQLite::Database{file.string(), SQLite::OPEN_READWRITE}.exec("PRAGMA user_version = 999");
        const auto before = bytes(file);
        CHECK(testing::trouble([&] { db::Store::open(file); }) == Kind::newer_version);
        CHECK(bytes(file) == before);
        CHECK_FALSE(fs::exists(file.string() + "-wal"));
    }
    SECTION("a folder")
    {
        fs::create_directory(file);
        CHECK(testing::trouble([&] { db::Store::open(file); }) == Kind::cannot_open);
    }
    SECTION("a place below a file")
    {
        write(file, "x");
        CHECK(testing::trouble([&] { db::Store::open(file / "ledger.duewatch"); }) == Kind::cannot_open);
    }
}

TEST_CASE("a ledger that was cut short or scribbled over is reported damaged", "[store]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    {
        auto store = db::Store::open(file);
        testing::add_account(store, "Bank");
        testing::add_entries(store, 2000);
    }
    const auto look = [&] {
        const auto store = db::Store::open(file);
        store.load();
        store.entries({});
        if (const auto wrong = store.verify(); !wrong.empty())
            throw db::StorageError{Kind::damaged, file, wrong.front()};
    };
    SECTION("cut in the middle")
    {
        fs::resize_file(file, fs::file_size(file) / 2);
    }
    SECTION("cut within the first page")
    {
        fs::resize_file(file, 60);
    }
    SECTION("scribbled over")
    {
        std::fstream out{file, std::ios::binary | std::ios::in | std::ios::out};
        out.seekp(static_cast<std::streamoff>(fs::file_size(file) / 2));
        out << std::string(20'000, 'x');
    }
    CHECK(testing::trouble(look) == Kind::damaged);
}

TEST_CASE("two programs with one ledger see each other and do not write over each other", "[store]")
{
    const Folder folder;
    auto window = db::Store::open(folder / "l.duewatch");
    auto terminal = db::Store::open(folder / "l.duewatch");
    const auto revision = window.load().revision;
    terminal.load();
    CHECK_FALSE(window.changed_elsewhere());
    testing::add_account(terminal, "Bank");
    CHECK(window.changed_elsewhere());
    CHECK_FALSE(terminal.changed_elsewhere());
    const Change late{.steps = {Put<Account>{{.id = {1}, .name = "Other", .opening_date = make_date(2020, 1, 1)}}}};
    CHECK_FALSE(window.record(late, revision, {}));
    CHECK(window.load().accounts.at({1}).name == "Bank");
    CHECK_FALSE(window.changed_elsewhere());
}

TEST_CASE("a ledger that another program keeps busy is reported locked", "[store]")
{
    const Folder folder;
    auto store = db::Store::open(folder / "l.duewatch");
    SQLite::Database other{(folder / "l.duewatch").string(), SQLite::OPEN_READWRITE};
    other.exec("BEGIN IMMEDIATE");
    CHECK(testing::trouble([&] { testing::add_account(store, "Bank"); }) == Kind::locked);
    other.exec("ROLLBACK");
    testing::add_account(store, "Bank");
    CHECK(store.load().accounts.size() == 1);
}

TEST_CASE("when the disk is full the Change is not there at all, and the ledger goes on", "[store]")
{
    const Folder folder;
    auto store = db::Store::open(folder / "l.duewatch");
    testing::add_account(store, "Bank");
    const auto before = store.load();
    {
        const NoRoom beyond{2'000'000};
        CHECK(testing::trouble([&] { testing::add_entries(store, 50'000); }) == Kind::disk_full);
    }
    CHECK(store.load() == before);
    CHECK(store.count({}) == 0);
    CHECK(store.undo_list().size() == 1);
    testing::add_entries(store, 3);
    CHECK(store.count({}) == 3);
    CHECK(store.verify().empty());
}

TEST_CASE("a program that is killed while it writes leaves whole Changes and nothing else", "[store]")
{
    const Folder folder;
    const auto file = folder / "l.duewatch";
    {
        auto store = db::Store::open(file);
        testing::add_account(store, "Bank");
    }
    constexpr int at_once = 40;
    for (const int wait : {5, 30, 80}) {
        const auto child = ::fork();
        if (child == 0) {
            auto store = db::Store::open(file);
            for (;;) testing::add_entries(store, at_once);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{wait});
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const auto store = db::Store::open(file);
        CHECK(store.verify().empty());
        CHECK(store.count({}) % at_once == 0);
        CHECK(store.count({}) == store.load().last_entry.value);
    }
}

TEST_CASE("a Change that takes away what entries still name is refused whole", "[store]")
{
    auto store = db::Store::in_memory();
    testing::add_account(store, "Bank");
    testing::add_entries(store, 1);
    const auto before = store.load();
    CHECK(testing::trouble([&] { store.record({.steps = {Remove<Account>{{1}}}}, before.revision, {}); }) ==
          Kind::other);
    CHECK(store.load() == before);
}
