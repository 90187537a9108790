// The one guarded way to what the disk holds, and the one way to work beside it.
#include "ui/app/session.hpp"

#include <sys/resource.h>

#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

#include "ledger/import/statement.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store.hpp"
#include "ui/app/background.hpp"
#include "ui/app/files/files.hpp"
#include "ui/app/journeys/accounts.hpp"

using namespace ledger;

namespace {

Date day(const char* text)
{
    return *parse_date(text);
}

/// Stands for the event loop: what was asked for later is done when the test says so.
class Loop {
public:
    app::Later later()
    {
        return [this](std::function<void()> call) {
            const std::lock_guard hold{mutex_};
            calls_.push_back(std::move(call));
        };
    }

    /// Until so many calls were made, for five seconds at most; how many there were.
    int turn(int wanted)
    {
        int made = 0;
        for (int tries = 0; tries < 500 && made < wanted; ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
            while (auto call = next()) {
                call();
                ++made;
            }
        }
        return made;
    }

private:
    std::function<void()> next()
    {
        const std::lock_guard hold{mutex_};
        if (calls_.empty()) return {};
        auto call = std::move(calls_.front());
        calls_.pop_front();
        return call;
    }

    std::mutex mutex_;
    std::deque<std::function<void()>> calls_;
};

}  // namespace

TEST_CASE("what fails while the store is asked is an answer and no exception", "[session]")
{
    const auto session = app::Session::in_memory({day("2026-11-22")});
    const auto count = session.ask([](const db::Store& store) { return store.count({}); });
    REQUIRE(count);
    CHECK(*count == 0);
    const auto failed = session.ask([](const db::Store&) -> int {
        throw db::StorageError{db::StorageError::Kind::damaged, "a.duewatch", "malformed"};
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.trouble().kind == db::StorageError::Kind::damaged);
    CHECK(failed.trouble().file == "a.duewatch");
    CHECK(failed.trouble().what == "malformed");
    CHECK(app::Asked<int>{failed}.value_or(7) == 7);
    CHECK_THROWS_AS(app::Asked<int>{failed}.or_throw(), db::StorageError);
}

TEST_CASE("a journey that looks entries up fails as an outcome when the disk does", "[session]")
{
    auto session = app::Session::in_memory({day("2026-11-22")});
    const auto outcome = session.run([](const app::State&, const db::Store&) -> Result<Change> {
        throw db::StorageError{db::StorageError::Kind::other, {}, "I/O error"};
    });
    REQUIRE(outcome.trouble);
    CHECK(outcome.trouble->what == "I/O error");
    CHECK(session.state().book.revision == 0);
}

TEST_CASE("what was worked out beside comes back by the loop", "[background]")
{
    Loop loop;
    app::Background background{loop.later()};
    const auto own = std::this_thread::get_id();
    std::vector<std::string> heard;
    auto sum = background.run([own](const std::stop_token&) { return std::this_thread::get_id() == own ? 0 : 42; },
                              [&](app::Asked<int> got) { heard.push_back(std::to_string(*got)); });
    CHECK(sum.running());
    CHECK(heard.empty());
    REQUIRE(loop.turn(1) == 1);
    CHECK_FALSE(sum.running());
    auto bad = background.run([](const std::stop_token&) -> int { throw std::runtime_error{"no room"}; },
                              [&](app::Asked<int> got) { heard.push_back(got.trouble().what); });
    REQUIRE(loop.turn(1) == 1);
    CHECK(heard == std::vector<std::string>{"42", "no room"});
}

TEST_CASE("work that nobody waits for any more is told to stop, and is not heard of", "[background]")
{
    Loop loop;
    std::atomic<int> stopped{0};
    bool heard = false;
    const auto work = [&](const std::stop_token& stop) {
        while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
        return ++stopped;
    };
    const auto done = [&](const app::Asked<int>&) { heard = true; };
    {
        app::Background background{loop.later()};
        auto first = background.run(work, done);
        first = background.run(work, done);  // another takes its place at once
        loop.turn(1);
        CHECK(stopped == 1);
        CHECK(first.running());
        auto left = background.run(work, done);
        left.stop();
        CHECK_FALSE(left.running());
    }
    CHECK(stopped == 3);  // the end waited for all of them
    loop.turn(2);
    CHECK_FALSE(heard);
}

TEST_CASE("a file is read whole, or not at all", "[files]")
{
    const testing::Folder folder;
    REQUIRE(app::write_file(folder / "a.csv", "date,amount\n", "file").empty());
    CHECK(*app::read_plain_file(folder / "a.csv") == "date,amount\n");
    CHECK(app::read_plain_file(folder / "b.csv").problem() == Problem{.trouble = Trouble::not_found, .text = "b.csv"});
    CHECK(app::read_plain_file(folder.path()).problem().trouble == Trouble::not_found);
    CHECK(app::read_file((folder / "b.csv").string(), "FILE").problem().field == "FILE");
    std::stop_source stop;
    stop.request_stop();
    CHECK(app::read_plain_file(folder / "a.csv", stop.get_token()).problem().trouble == Trouble::cancelled);
    std::filesystem::resize_file(folder / "a.csv", largest_statement + 1);  // of holes
    CHECK(app::read_plain_file(folder / "a.csv").problem().trouble == Trouble::too_large);
}
