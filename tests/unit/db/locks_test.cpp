// Saved means kept: whatever else this process or another does with the ledger's files.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>

#include "tests/support/catch.hpp"
#include "tests/support/store.hpp"

using namespace ledger;
using testing::Folder;

namespace fs = std::filesystem;

namespace {

/// What a file dialog does with every file of a folder: open it, read a little, close it.
void look_into(const fs::path& folder)
{
    for (const auto& entry : fs::directory_iterator{folder}) {
        const int file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
        REQUIRE(file >= 0);
        char some[64];
        CHECK(::read(file, some, sizeof some) >= 0);
        ::close(file);
    }
}

/// Another program that is started before a ledger is opened here, so that it shares nothing with it, and that does its
/// work when it is told.
class OtherProgram {
public:
    explicit OtherProgram(const std::function<bool()>& work)
    {
        REQUIRE(::pipe2(go_, O_CLOEXEC) == 0);
        child_ = ::fork();
        REQUIRE(child_ >= 0);
        if (child_ > 0) return;
        char word = 0;
        bool done = false;
        try {
            done = ::read(go_[0], &word, 1) == 1 && work();
        }
        catch (...) {
        }
        ::_exit(done ? 0 : 1);
    }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;
    ~OtherProgram()
    {
        ::close(go_[0]);
        ::close(go_[1]);
    }

    void run()
    {
        REQUIRE(::write(go_[1], "x", 1) == 1);
        int status = 0;
        REQUIRE(::waitpid(child_, &status, 0) == child_);
        CHECK(status == 0);
    }

private:
    int go_[2]{};
    pid_t child_ = -1;
};

bool saves(const fs::path& file, const char* name)
{
    auto store = db::Store::open(file);
    testing::add_account(store, name);
    return true;
}

std::vector<std::string> accounts_in(const fs::path& file)
{
    std::vector<std::string> names;
    for (const auto& [id, account] : db::Store::open(file).load().accounts) names.push_back(account.name);
    return names;
}

}  // namespace

TEST_CASE("a file dialog that looks into the ledger's folder does not cost what is saved after it", "[kept]")
{
    const Folder folder;
    const auto file = folder / "home.duewatch";
    {
        // The next program takes itself for the last user if our locks are gone: it empties the log and removes it.
        OtherProgram reads{[&] { return db::Store::open(file).load().accounts.size() == 1; }};
        OtherProgram reads_again{[&] { return db::Store::open(file).load().accounts.size() == 2; }};
        auto store = db::Store::open(file);
        testing::add_account(store, "Before");
        look_into(folder.path());
        reads.run();
        CHECK(fs::exists(file.string() + "-wal"));
        testing::add_account(store, "After");
        reads_again.run();
    }
    CHECK(accounts_in(file) == std::vector<std::string>{"Before", "After"});
}

TEST_CASE("what another program saves after the dialog is seen, and nothing of either is lost", "[kept]")
{
    const Folder folder;
    const auto file = folder / "home.duewatch";
    {
        OtherProgram saves_too{[&] { return saves(file, "Theirs"); }};
        auto store = db::Store::open(file);
        testing::add_account(store, "Ours");
        look_into(folder.path());
        saves_too.run();
        CHECK(store.changed_elsewhere());
        testing::add_account(store, "Ours again");
    }
    CHECK(accounts_in(file) == std::vector<std::string>{"Ours", "Theirs", "Ours again"});
}

TEST_CASE("a ledger that was moved, replaced or removed while it was open takes nothing more, and says so", "[kept]")
{
    const Folder folder;
    const auto file = folder / "home.duewatch";
    auto store = db::Store::open(file);
    testing::add_account(store, "Before");
    const std::string what = GENERATE("moved", "removed", "replaced", "its log removed");
    CAPTURE(what);
    if (what == "moved") fs::rename(file, folder / "elsewhere.duewatch");
    if (what == "removed") fs::remove(file);
    if (what == "its log removed") fs::remove(file.string() + "-wal");
    if (what == "replaced") {
        fs::copy_file(file, folder / "copy");
        fs::rename(folder / "copy", file);
    }
    using Kind = db::StorageError::Kind;
    CHECK(testing::trouble([&] { testing::add_account(store, "After"); }) == Kind::moved);
    CHECK(testing::trouble([&] { (void)store.undo(); }) == Kind::moved);
    CHECK(testing::trouble([&] { (void)store.changed_elsewhere(); }) == Kind::moved);
}
