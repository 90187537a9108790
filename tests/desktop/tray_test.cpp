#include "tests/support/catch.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "tests/desktop/fake_bus.hpp"
#include "tests/desktop/live.hpp"
#include "ui/desktop/tray.hpp"

using namespace desktop;
using namespace desktop::test;

namespace {

/// A panel that keeps what icons tell it.
class FakePanel {
public:
    explicit FakePanel(bool with_host = true)
        : hosted_{with_host},
          service_{"org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher",
                   R"(<node><interface name="org.kde.StatusNotifierWatcher">
                      <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
                      <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
                      <signal name="StatusNotifierHostRegistered"/><signal name="StatusNotifierHostUnregistered"/>
                      </interface></node>)",
                   [this](const std::string&, GVariant* arguments) -> GVariant* {
                       const char* name = nullptr;
                       g_variant_get(arguments, "(&s)", &name);
                       item_ = name;
                       return nullptr;
                   },
                   [this](const std::string&) { return g_variant_new_boolean(hosted_ ? TRUE : FALSE); }}
    {
    }

    void host(bool present)
    {
        hosted_ = present;
        service_.emit(present ? "StatusNotifierHostRegistered" : "StatusNotifierHostUnregistered");
    }

    bool has_item() const { return !item_.empty(); }
    glib::Variant property(const char* name)
    {
        const auto answer = service_.call(item_, "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get",
                                          g_variant_new("(ss)", "org.kde.StatusNotifierItem", name));
        if (!answer) return {};
        GVariant* inner = nullptr;
        g_variant_get(answer.get(), "(v)", &inner);
        return glib::Variant{inner};
    }
    std::string text(const char* name)
    {
        const auto value = property(name);
        return value ? g_variant_get_string(value.get(), nullptr) : "";
    }
    void click()
    {
        service_.call(item_, "/StatusNotifierItem", "org.kde.StatusNotifierItem", "Activate",
                      g_variant_new("(ii)", 10, 20));
    }
    void choose(int id)
    {
        service_.call(item_, "/MenuBar", "com.canonical.dbusmenu", "Event",
                      g_variant_new("(isvu)", id, "clicked", g_variant_new_string(""), 0U));
    }
    std::vector<std::string> menu()
    {
        const auto answer = service_.call(item_, "/MenuBar", "com.canonical.dbusmenu", "GetLayout",
                                          g_variant_new("(ii@as)", 0, -1, g_variant_new_strv(nullptr, 0)));
        std::vector<std::string> labels;
        if (!answer) return labels;
        const glib::Variant root{g_variant_get_child_value(answer.get(), 1)};
        const glib::Variant children{g_variant_get_child_value(root.get(), 2)};
        for (gsize i = 0; i < g_variant_n_children(children.get()); ++i) {
            const glib::Variant boxed{g_variant_get_child_value(children.get(), i)};
            const glib::Variant child{g_variant_get_variant(boxed.get())};
            const glib::Variant properties{g_variant_get_child_value(child.get(), 1)};
            const char* label = "";
            g_variant_lookup(properties.get(), "label", "&s", &label);
            labels.emplace_back(label);
        }
        return labels;
    }

    /// How many lines it gets when it asks for all by their numbers, as libdbusmenu does.
    std::size_t lines_by_number()
    {
        const auto answer =
            service_.call(item_, "/MenuBar", "com.canonical.dbusmenu", "GetGroupProperties",
                          g_variant_new("(@ai@as)", g_variant_new_array(G_VARIANT_TYPE_INT32, nullptr, 0),
                                        g_variant_new_strv(nullptr, 0)));
        if (!answer) return 0;
        const glib::Variant lines{g_variant_get_child_value(answer.get(), 0)};
        return g_variant_n_children(lines.get());
    }

private:
    bool hosted_;
    std::string item_;
    FakeService service_;
};

struct Chosen {
    int clicks = 0;
    std::vector<int> ids;
    std::vector<bool> changes;

    Tray::Calls calls()
    {
        return {[this] { ++clicks; }, [this](int id) { ids.push_back(id); },
                [this](bool now) { changes.push_back(now); }};
    }
};

const TrayMenu menu{{1, "Show Duewatch"}, {}, {2, "Pause_for a day"}, {3, "退出"}};

struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> argb;
};
std::vector<Pixels> icons(FakePanel& panel)
{
    std::vector<Pixels> out;
    const auto array = panel.property("IconPixmap");
    for (gsize i = 0; i < g_variant_n_children(array.get()); ++i) {
        const glib::Variant one{g_variant_get_child_value(array.get(), i)};
        Pixels p;
        GVariant* bytes = nullptr;
        g_variant_get(one.get(), "(ii@ay)", &p.width, &p.height, &bytes);
        const glib::Variant owned{bytes};
        gsize n = 0;
        const auto* data = static_cast<const std::uint8_t*>(g_variant_get_fixed_array(bytes, &n, 1));
        p.argb.assign(data, data + n);
        out.push_back(std::move(p));
    }
    return out;
}

}  // namespace

TEST_CASE("where nobody shows icons the tray says so", "[tray]")
{
    Chosen chosen;
    Tray tray{{"Duewatch", "", {}, false}, menu, chosen.calls()};
    settle(150);
    CHECK_FALSE(tray.available());
    CHECK(chosen.changes.empty());
}

TEST_CASE("a panel that is there shows the icon, its words and its menu", "[tray]")
{
    FakePanel panel;
    Chosen chosen;
    Tray tray{{"All is well", "Next: rent, in 3 days", view::Level::safe, false}, menu, chosen.calls()};
    REQUIRE(pump_until([&] { return tray.available(); }));
    CHECK(chosen.changes == std::vector<bool>{true});
    CHECK(panel.text("Title") == "All is well");
    CHECK(panel.text("Status") == "Active");
    CHECK(panel.menu() == std::vector<std::string>{"Show Duewatch", "", "Pause__for a day", "退出"});
    CHECK(panel.lines_by_number() == menu.size());
    const auto sizes = icons(panel);
    REQUIRE(sizes.size() == 5);
    for (const auto& icon : sizes) CHECK(icon.argb.size() == static_cast<std::size_t>(icon.width * icon.height * 4));
    CHECK(sizes.front().width == 16);
}

TEST_CASE("a click and a choice in the panel reach us", "[tray]")
{
    FakePanel panel;
    Chosen chosen;
    Tray tray{{"Duewatch", "", {}, false}, menu, chosen.calls()};
    REQUIRE(pump_until([&] { return panel.has_item() && tray.available(); }));
    panel.click();
    CHECK(pump_until([&] { return chosen.clicks == 1; }));
    panel.choose(3);
    CHECK(pump_until([&] { return chosen.ids == std::vector<int>{3}; }));
    panel.choose(99);  // not in the menu
    settle();
    CHECK(chosen.ids.size() == 1);
}

TEST_CASE("trouble changes the icon, the words and the status", "[tray]")
{
    FakePanel panel;
    Chosen chosen;
    Tray tray{{"All is well", "", view::Level::safe, false}, menu, chosen.calls()};
    REQUIRE(pump_until([&] { return tray.available(); }));
    const auto calm = icons(panel);
    tray.show(TrayFace{"Rent will be missed", "short by 580.00", view::Level::will_miss, true});
    CHECK(panel.text("Title") == "Rent will be missed");
    CHECK(panel.text("Status") == "NeedsAttention");
    CHECK(icons(panel).back().argb != calm.back().argb);
    tray.show(TrayMenu{{1, "Open"}});
    CHECK(panel.menu() == std::vector<std::string>{"Open"});
}

TEST_CASE("a panel may come and go while we run", "[tray]")
{
    Chosen chosen;
    Tray tray{{"Duewatch", "", {}, false}, menu, chosen.calls()};
    settle(100);
    CHECK_FALSE(tray.available());
    {
        FakePanel panel;
        CHECK(pump_until([&] { return tray.available(); }));
        panel.host(false);
        CHECK(pump_until([&] { return !tray.available(); }));
        panel.host(true);
        CHECK(pump_until([&] { return tray.available(); }));
    }
    CHECK(pump_until([&] { return !tray.available(); }));
    CHECK(chosen.changes == std::vector<bool>{true, false, true, false});
}
