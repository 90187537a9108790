#include "tests/support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <optional>

#include <wx/frame.h>

#include "tests/desktop/fake_bus.hpp"
#include "tests/desktop/live.hpp"
#include "ui/desktop/controls/raise.hpp"
#include "ui/desktop/linux/autostart.hpp"
#include "ui/desktop/linux/day_watch.hpp"
#include "ui/desktop/linux/single_instance.hpp"

using namespace desktop;
using namespace desktop::test;

namespace {

const std::string name = "org.duewatch.Test";

/// What a second start says, from a connection of its own. Whether it was taken.
bool second_start(const std::vector<const char*>& arguments)
{
    const auto bus = other_program();
    GVariant* list = g_variant_new_strv(arguments.data(), static_cast<gssize>(arguments.size()));
    return call(bus.get(), name, "/org/duewatch/Test", "org.duewatch.Start", "Start",
                g_variant_new("(@asss)", list, "/home/you", "token-7")) != nullptr;
}

/// Sets a variable of the environment, and puts back what was.
class Environment {
public:
    Environment(const char* variable, const std::string& value) : variable_{variable}
    {
        if (const char* old = std::getenv(variable)) old_ = old;
        setenv(variable, value.c_str(), 1);
    }
    ~Environment()
    {
        if (old_) setenv(variable_, old_->c_str(), 1);
        else unsetenv(variable_);
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* variable_;
    std::optional<std::string> old_;
};

class TemporaryFolder {
public:
    TemporaryFolder()
    {
        char pattern[] = "/tmp/duewatch-test-XXXXXX";
        REQUIRE(mkdtemp(pattern) != nullptr);
        path = pattern;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path path;
};

}  // namespace

TEST_CASE("a later start hands its arguments to the first", "[session]")
{
    SingleInstance first{name};
    REQUIRE(first.claim({{}, "/", ""}) == SingleInstance::Role::first);
    std::vector<Start> heard;

    CHECK(second_start({"--import", "账单 2026.csv"}));  // before anybody listens
    first.on_start([&](const Start& start) { heard.push_back(start); });
    REQUIRE(pump_until([&] { return heard.size() == 1; }));
    CHECK(heard.front().arguments == std::vector<std::string>{"--import", "账单 2026.csv"});
    CHECK(heard.front().folder == "/home/you");
    CHECK(heard.front().token == "token-7");
}

TEST_CASE("a start that finds another one running hands over and ends", "[session]")
{
    std::vector<std::string> taken;
    FakeService running{
        name.c_str(), "/org/duewatch/Test",
        R"(<node><interface name="org.duewatch.Start"><method name="Start"><arg type="as" direction="in"/>
                           <arg type="s" direction="in"/><arg type="s" direction="in"/></method></interface></node>)",
        [&](const std::string&, GVariant* arguments) -> GVariant* {
            const glib::Variant list{g_variant_get_child_value(arguments, 0)};
            taken = glib::strings(list.get());
            return nullptr;
        }};
    auto role = std::async(std::launch::async, [] { return SingleInstance{name}.claim({{"--hidden"}, "/", ""}); });
    REQUIRE(pump_until([&] { return role.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }));
    CHECK(role.get() == SingleInstance::Role::handed_over);
    CHECK(taken == std::vector<std::string>{"--hidden"});
}

TEST_CASE("when the first has ended the name is free again", "[session]")
{
    {
        SingleInstance first{name};
        REQUIRE(first.claim({}) == SingleInstance::Role::first);
    }
    SingleInstance second{name};
    CHECK(second.claim({}) == SingleInstance::Role::first);
}

TEST_CASE("a start knows its arguments without its own name", "[session]")
{
    char program[] = "duewatch", hidden[] = "--hidden";
    char* argv[] = {program, hidden, nullptr};
    CHECK(this_start(2, argv).arguments == std::vector<std::string>{"--hidden"});
    CHECK(this_start(0, argv).arguments.empty());
}

TEST_CASE("starting with the session is a file that comes and goes", "[session]")
{
    const TemporaryFolder folder;
    const Environment config{"XDG_CONFIG_HOME", folder.path.string()};
    CHECK(autostart_file() == folder.path / "autostart" / "org.duewatch.Duewatch.desktop");
    CHECK_FALSE(starts_with_session());
    REQUIRE(start_with_session(true, "/usr/bin/duewatch"));
    CHECK(starts_with_session());
    std::ofstream(autostart_file(), std::ios::app) << "Hidden=true\n";  // as a session's settings do
    CHECK_FALSE(starts_with_session());
    REQUIRE(start_with_session(false, "/usr/bin/duewatch"));
    CHECK_FALSE(std::filesystem::exists(autostart_file()));
    CHECK(start_with_session(false, "/usr/bin/duewatch"));  // twice is the same
}

TEST_CASE("a program in a folder with odd letters is started all the same", "[session]")
{
    struct Case {
        const char* when;
        std::string program, line;
    };
    const auto c = GENERATE(
        Case{"plain", "/usr/bin/duewatch", "Exec=\"/usr/bin/duewatch\" --hidden\n"},
        Case{"a space", "/opt/my apps/duewatch", "Exec=\"/opt/my apps/duewatch\" --hidden\n"},
        Case{"a dollar and a percent", "/opt/$5 100%/duewatch", "Exec=\"/opt/\\\\$5 100%%/duewatch\" --hidden\n"},
        Case{"a backslash", "/opt/a\\b", "Exec=\"/opt/a\\\\\\\\b\" --hidden\n"});
    INFO(c.when);
    CHECK(autostart_text(c.program).find(c.line) != std::string::npos);
}

TEST_CASE("a hidden window is shown when it is asked for", "[session]")
{
    auto* frame = new wxFrame(nullptr, wxID_ANY, "Duewatch");
    CHECK_FALSE(frame->IsShown());
    raise(*frame, "token");
    CHECK(pump_until([&] { return frame->IsShownOnScreen(); }));
    frame->Destroy();
    settle(30);
}

TEST_CASE("after a sleep the day is asked for again", "[session]")
{
    FakeService logind{"org.freedesktop.login1", "/org/freedesktop/login1",
                       R"(<node><interface name="org.freedesktop.login1.Manager">
                          <signal name="PrepareForSleep"><arg type="b"/></signal></interface></node>)",
                       [](const std::string&, GVariant*) -> GVariant* { return nullptr; }};
    std::vector<DayWatch::Why> heard;
    {
        DayWatch watch{[&](DayWatch::Why why) { heard.push_back(why); }, 3600};
        settle(50);
        logind.emit("PrepareForSleep", g_variant_new("(b)", TRUE));
        logind.emit("PrepareForSleep", g_variant_new("(b)", FALSE));
        REQUIRE(pump_until([&] { return !heard.empty(); }));
        settle();
        CHECK(heard == std::vector<DayWatch::Why>{DayWatch::Why::woke_up});
    }
    logind.emit("PrepareForSleep", g_variant_new("(b)", FALSE));
    settle();
    CHECK(heard.size() == 1);
}

TEST_CASE("time that passes is noticed too", "[session]")
{
    int ticks = 0;
    DayWatch watch{[&](DayWatch::Why why) { ticks += why == DayWatch::Why::time_passed ? 1 : 0; }, 1};
    CHECK(pump_until([&] { return ticks >= 1; }, 4000));
}
