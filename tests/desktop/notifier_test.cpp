#include "tests/support/catch.hpp"

#include <future>
#include <memory>

#include "tests/desktop/fake_bus.hpp"
#include "tests/desktop/live.hpp"
#include "ui/desktop/linux/notifier.hpp"

using namespace desktop;
using namespace desktop::test;

namespace {

struct Shown {
    std::uint32_t id, replaces;
    std::string title, body;
    std::vector<std::string> actions;
    int urgency, time;
};

/// A notification daemon that keeps what it was told.
class FakeDaemon {
public:
    explicit FakeDaemon(std::vector<const char*> capabilities = {"body", "body-markup", "actions"})
        : capabilities_{std::move(capabilities)},
          service_{"org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                   R"(<node><interface name="org.freedesktop.Notifications">
                      <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
                        <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
                        <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
                      <method name="CloseNotification"><arg type="u" direction="in"/></method>
                      <method name="GetCapabilities"><arg type="as" direction="out"/></method>
                      <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
                      <signal name="ActivationToken"><arg type="u"/><arg type="s"/></signal>
                      <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
                      </interface></node>)",
                   [this](const std::string& method, GVariant* arguments) { return answer(method, arguments); }}
    {
    }

    std::vector<Shown> shown;

    void act(std::uint32_t id, const char* action)
    {
        service_.emit("ActivationToken", g_variant_new("(us)", id, "token-1"));
        service_.emit("ActionInvoked", g_variant_new("(us)", id, action));
    }
    void close(std::uint32_t id, std::uint32_t why)
    {
        service_.emit("NotificationClosed", g_variant_new("(uu)", id, why));
    }

private:
    GVariant* answer(const std::string& method, GVariant* arguments)
    {
        if (method == "GetCapabilities")
            return g_variant_new("(@as)",
                                 g_variant_new_strv(capabilities_.data(), static_cast<gssize>(capabilities_.size())));
        if (method == "CloseNotification") {
            std::uint32_t id = 0;
            g_variant_get(arguments, "(u)", &id);
            close(id, 3);
            return nullptr;
        }
        const char *app = nullptr, *icon = nullptr, *title = nullptr, *body = nullptr;
        std::uint32_t replaces = 0;
        GVariant *actions = nullptr, *hints = nullptr;
        int time = 0;
        g_variant_get(arguments, "(&su&s&s&s@as@a{sv}i)", &app, &replaces, &icon, &title, &body, &actions, &hints,
                      &time);
        const glib::Variant own_actions{actions}, own_hints{hints};
        guchar urgency = 9;
        g_variant_lookup(hints, "urgency", "y", &urgency);
        const std::uint32_t id = replaces != 0 ? replaces : ++last_id_;
        shown.push_back({id, replaces, title, body, glib::strings(actions), urgency, time});
        return g_variant_new("(u)", id);
    }

    std::vector<const char*> capabilities_;
    std::uint32_t last_id_ = 0;
    FakeService service_;
};

struct Heard {
    std::vector<std::string> acted;
    std::vector<std::pair<std::string, Notifier::Closed>> closed;
    std::vector<std::pair<std::string, bool>> told;

    Notifier::Calls calls()
    {
        return {[this](const std::string& key, const std::string& action, const std::string& token) {
                    acted.push_back(key + " " + action + " " + token);
                },
                [this](const std::string& key, Notifier::Closed why) { closed.emplace_back(key, why); },
                [this](const std::string& key, bool shown) { told.emplace_back(key, shown); }};
    }
};

Notice rent(const std::string& body = "Short by 580.00")
{
    return {"bill:42", "Rent is due in 3 days",
            body,      Urgency::critical,
            true,      {{"default", "Open"}, {"snooze", "明天再说"}}};
}

}  // namespace

TEST_CASE("a notice reaches the daemon with its words, buttons and urgency", "[notifier]")
{
    FakeDaemon daemon;
    Heard heard;
    Notifier notifier{heard.calls()};
    notifier.tell(rent("580 < 980 & 余额不足"));
    REQUIRE(pump_until([&] { return heard.told.size() == 1; }));
    CHECK(heard.told.front() == std::pair<std::string, bool>{"bill:42", true});
    CHECK(notifier.answering() == true);
    REQUIRE(daemon.shown.size() == 1);
    const Shown& it = daemon.shown.front();
    CHECK(it.title == "Rent is due in 3 days");
    CHECK(it.body == "580 &lt; 980 &amp; 余额不足");
    CHECK(it.actions == std::vector<std::string>{"default", "Open", "snooze", "明天再说"});
    CHECK(it.urgency == 2);
    CHECK(it.time == 0);
}

TEST_CASE("a daemon that cannot do markup or buttons gets plain words", "[notifier]")
{
    FakeDaemon daemon{{"body"}};
    Heard heard;
    Notifier notifier{heard.calls()};
    notifier.tell(rent("580 < 980"));
    REQUIRE(pump_until([&] { return heard.told.size() == 1; }));
    CHECK(daemon.shown.front().body == "580 < 980");
    CHECK(daemon.shown.front().actions.empty());
}

TEST_CASE("a button that is pressed is told with the key of its notice", "[notifier]")
{
    FakeDaemon daemon;
    Heard heard;
    Notifier notifier{heard.calls()};
    notifier.tell(rent());
    REQUIRE(pump_until([&] { return heard.told.size() == 1; }));
    daemon.act(77, "default");  // somebody else's
    daemon.act(daemon.shown.front().id, "snooze");
    REQUIRE(pump_until([&] { return !heard.acted.empty(); }));
    CHECK(heard.acted == std::vector<std::string>{"bill:42 snooze token-1"});
    daemon.close(daemon.shown.front().id, 2);
    REQUIRE(pump_until([&] { return !heard.closed.empty(); }));
    CHECK(heard.closed.front().second == Notifier::Closed::dismissed);
    daemon.act(daemon.shown.front().id, "snooze");  // it is no longer ours
    settle();
    CHECK(heard.acted.size() == 1);
}

TEST_CASE("newer news about a bill takes the place of the older", "[notifier]")
{
    FakeDaemon daemon;
    Heard heard;
    Notifier notifier{heard.calls()};
    notifier.tell(rent("first"));
    notifier.tell(rent("second, before the first was sent"));
    REQUIRE(pump_until([&] { return heard.told.size() == 1; }));
    notifier.tell(rent("third"));
    notifier.tell(rent("fourth, while the third is on its way"));
    REQUIRE(pump_until([&] { return heard.told.size() == 3; }));
    REQUIRE(daemon.shown.size() == 3);
    CHECK(daemon.shown[0].body == "second, before the first was sent");
    CHECK(daemon.shown[1].replaces == daemon.shown[0].id);
    CHECK(daemon.shown[2].body == "fourth, while the third is on its way");
    CHECK(daemon.shown[2].replaces == daemon.shown[0].id);
}

TEST_CASE("a notice is withdrawn when its reason is gone", "[notifier]")
{
    FakeDaemon daemon;
    Heard heard;
    Notifier notifier{heard.calls()};
    notifier.withdraw("bill:42");  // nothing there: nothing happens
    notifier.tell(rent());
    SECTION("while it is shown")
    {
        REQUIRE(pump_until([&] { return heard.told.size() == 1; }));
        notifier.withdraw("bill:42");
    }
    SECTION("while it is on its way")
    {
        REQUIRE(pump_until([&] { return daemon.shown.size() == 1; }));
        notifier.withdraw("bill:42");
    }
    REQUIRE(pump_until([&] { return heard.closed.size() == 1; }));
    CHECK(heard.closed.front().second == Notifier::Closed::withdrawn);
}

TEST_CASE("when nobody shows notices we are told at once", "[notifier]")
{
    Heard heard;
    Notifier notifier{heard.calls()};
    notifier.tell(rent());
    REQUIRE(pump_until([&] { return heard.told.size() == 1; }));
    CHECK_FALSE(heard.told.front().second);
    CHECK(notifier.answering() == false);
}

TEST_CASE("notices are lost with their daemon, and the next daemon is used", "[notifier]")
{
    Heard heard;
    auto daemon = std::make_unique<FakeDaemon>();
    Notifier notifier{heard.calls()};
    notifier.tell(rent());
    REQUIRE(pump_until([&] { return heard.told.size() == 1; }));
    daemon.reset();
    REQUIRE(pump_until([&] { return heard.closed.size() == 1; }));
    CHECK(heard.closed.front().second == Notifier::Closed::daemon_gone);
    FakeDaemon next{{"body"}};
    notifier.tell(rent("a < b"));
    REQUIRE(pump_until([&] { return heard.told.size() == 2; }));
    CHECK(next.shown.front().replaces == 0);
    CHECK(next.shown.front().body == "a < b");
}

TEST_CASE("an answer that comes after we are gone harms nobody", "[notifier]")
{
    FakeDaemon daemon;
    Heard heard;
    {
        Notifier notifier{heard.calls()};
        notifier.tell(rent());
    }
    settle(150);
    CHECK(heard.told.empty());
}

TEST_CASE("a program that ends right after can tell and wait", "[notifier]")
{
    SECTION("somebody takes it")
    {
        FakeDaemon daemon;
        auto done = std::async(std::launch::async, [] { return tell_and_wait(rent()); });
        REQUIRE(pump_until([&] { return done.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }));
        CHECK(done.get());
        REQUIRE(daemon.shown.size() == 1);
        CHECK(daemon.shown.front().actions.empty());
    }
    SECTION("nobody does")
    {
        CHECK_FALSE(tell_and_wait(rent()));
    }
}
