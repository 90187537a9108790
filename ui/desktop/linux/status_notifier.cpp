#include "ui/desktop/linux/status_notifier.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include <unistd.h>

namespace desktop {

namespace {

constexpr const char* item_interface = "org.kde.StatusNotifierItem";
constexpr const char* menu_interface = "com.canonical.dbusmenu";
constexpr const char* watcher_name = "org.kde.StatusNotifierWatcher";
constexpr const char* watcher_path = "/StatusNotifierWatcher";
constexpr const char* item_path = "/StatusNotifierItem";
constexpr const char* menu_path = "/MenuBar";

constexpr const char* description = R"X(<node>
<interface name="org.kde.StatusNotifierItem">
  <property name="Category" type="s" access="read"/>
  <property name="Id" type="s" access="read"/>
  <property name="Title" type="s" access="read"/>
  <property name="Status" type="s" access="read"/>
  <property name="WindowId" type="i" access="read"/>
  <property name="IconThemePath" type="s" access="read"/>
  <property name="Menu" type="o" access="read"/>
  <property name="ItemIsMenu" type="b" access="read"/>
  <property name="IconName" type="s" access="read"/>
  <property name="IconPixmap" type="a(iiay)" access="read"/>
  <property name="OverlayIconName" type="s" access="read"/>
  <property name="AttentionIconName" type="s" access="read"/>
  <property name="AttentionIconPixmap" type="a(iiay)" access="read"/>
  <property name="ToolTip" type="(sa(iiay)ss)" access="read"/>
  <method name="ContextMenu"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
  <method name="Activate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
  <method name="SecondaryActivate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
  <method name="Scroll"><arg type="i" direction="in"/><arg type="s" direction="in"/></method>
  <signal name="NewTitle"/><signal name="NewIcon"/><signal name="NewAttentionIcon"/><signal name="NewOverlayIcon"/>
  <signal name="NewToolTip"/><signal name="NewStatus"><arg type="s"/></signal>
</interface>
<interface name="com.canonical.dbusmenu">
  <property name="Version" type="u" access="read"/>
  <property name="TextDirection" type="s" access="read"/>
  <property name="Status" type="s" access="read"/>
  <property name="IconThemePath" type="as" access="read"/>
  <method name="GetLayout"><arg type="i" direction="in"/><arg type="i" direction="in"/><arg type="as" direction="in"/>
    <arg type="u" direction="out"/><arg type="(ia{sv}av)" direction="out"/></method>
  <method name="GetGroupProperties"><arg type="ai" direction="in"/><arg type="as" direction="in"/><arg type="a(ia{sv})" direction="out"/></method>
  <method name="GetProperty"><arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
  <method name="Event"><arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="in"/><arg type="u" direction="in"/></method>
  <method name="EventGroup"><arg type="a(isvu)" direction="in"/><arg type="ai" direction="out"/></method>
  <method name="AboutToShow"><arg type="i" direction="in"/><arg type="b" direction="out"/></method>
  <method name="AboutToShowGroup"><arg type="ai" direction="in"/><arg type="ai" direction="out"/><arg type="ai" direction="out"/></method>
  <signal name="ItemsPropertiesUpdated"><arg type="a(ia{sv})"/><arg type="a(ias)"/></signal>
  <signal name="LayoutUpdated"><arg type="u"/><arg type="i"/></signal>
  <signal name="ItemActivationRequested"><arg type="i"/><arg type="u"/></signal>
</interface></node>)X";

GVariant* pixmaps(const std::vector<TrayPixmap>& icon)
{
    GVariantBuilder b;
    g_variant_builder_init(&b, G_VARIANT_TYPE("a(iiay)"));
    for (const TrayPixmap& p : icon)
        g_variant_builder_add(&b, "(ii@ay)", p.width, p.height,
                              g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, p.argb.data(), p.argb.size(), 1));
    return g_variant_builder_end(&b);
}

/// In a dbusmenu an underscore marks a mnemonic; two are one.
std::string plain_label(const std::string& label)
{
    std::string out;
    for (const char c : label) out.append(c == '_' ? 2 : 1, c);
    return out;
}

GVariant* menu_properties(const TrayItem& item)
{
    GVariantBuilder b;
    g_variant_builder_init(&b, G_VARIANT_TYPE("a{sv}"));
    if (item.separator()) g_variant_builder_add(&b, "{sv}", "type", g_variant_new_string("separator"));
    else g_variant_builder_add(&b, "{sv}", "label", glib::text(plain_label(item.label)));
    g_variant_builder_add(&b, "{sv}", "enabled", g_variant_new_boolean(item.enabled ? TRUE : FALSE));
    g_variant_builder_add(&b, "{sv}", "visible", g_variant_new_boolean(TRUE));
    return g_variant_builder_end(&b);
}

/// The lines with their ids on the bus. Every line needs one; separators get one beyond all of ours.
std::vector<std::pair<int, const TrayItem*>> numbered(const TrayMenu& menu)
{
    std::vector<std::pair<int, const TrayItem*>> out;
    int separator = 1'000'000;
    for (const TrayItem& item : menu) out.emplace_back(item.separator() ? ++separator : item.id, &item);
    return out;
}

/// "org.kde.StatusNotifierItem-1234-1": the process and the number of its icon, as the specification asks.
std::string name_of_process()
{
    std::string name = item_interface;
    name += '-';
    name += std::to_string(getpid());
    name += "-1";
    return name;
}

const char* status_of(const TrayLook& look)
{
    return look.needs_attention ? "NeedsAttention" : "Active";
}

}  // namespace

StatusNotifier::StatusNotifier(std::string id, TrayLook look, TrayMenu menu, Calls calls)
    : id_{std::move(id)},
      bus_name_{name_of_process()},
      look_{std::move(look)},
      menu_{std::move(menu)},
      calls_{std::move(calls)},
      bus_{glib::session_bus()},
      asking_{g_cancellable_new()}
{
    if (!bus_) {
        host_ = Host::none;
        return;
    }
    publish();
    watch();
}

StatusNotifier::~StatusNotifier()
{
    g_cancellable_cancel(asking_.get());
    if (!bus_) return;
    g_dbus_connection_signal_unsubscribe(bus_.get(), subscription_);
    g_bus_unwatch_name(watched_name_);
    g_bus_unown_name(owned_name_);
    g_dbus_connection_unregister_object(bus_.get(), item_object_);
    g_dbus_connection_unregister_object(bus_.get(), menu_object_);
    g_dbus_connection_flush_sync(bus_.get(), nullptr, nullptr);
}

/// Objects come before the name: a host reads them as soon as it hears of the name.
void StatusNotifier::publish()
{
    static const GDBusInterfaceVTable table{&StatusNotifier::on_call, &StatusNotifier::on_get, nullptr, {}};
    interfaces_.reset(g_dbus_node_info_new_for_xml(description, nullptr));
    assert(interfaces_ != nullptr);
    const auto put = [this](const char* path, GDBusInterfaceInfo* what) {
        return g_dbus_connection_register_object(bus_.get(), path, what, &table, this, nullptr, nullptr);
    };
    item_object_ = put(item_path, interfaces_->interfaces[0]);
    menu_object_ = put(menu_path, interfaces_->interfaces[1]);
    owned_name_ = g_bus_own_name_on_connection(bus_.get(), bus_name_.c_str(), G_BUS_NAME_OWNER_FLAGS_NONE, nullptr,
                                               nullptr, nullptr, nullptr);
}

void StatusNotifier::watch()
{
    watched_name_ = g_bus_watch_name_on_connection(
        bus_.get(), watcher_name, G_BUS_NAME_WATCHER_FLAGS_NONE,
        [](GDBusConnection*, const char*, const char*, gpointer self) {
            static_cast<StatusNotifier*>(self)->register_item();
        },
        [](GDBusConnection*, const char*, gpointer self) {
            static_cast<StatusNotifier*>(self)->registered_ = false;
            static_cast<StatusNotifier*>(self)->set_host(Host::none);
        },
        this, nullptr);
    subscription_ = g_dbus_connection_signal_subscribe(
        bus_.get(), watcher_name, watcher_name, nullptr, watcher_path, nullptr, G_DBUS_SIGNAL_FLAGS_NONE,
        [](GDBusConnection*, const char*, const char*, const char*, const char* name, GVariant*, gpointer self) {
            if (g_str_has_prefix(name, "StatusNotifierHost")) static_cast<StatusNotifier*>(self)->ask_for_host();
        },
        this, nullptr);
}

void StatusNotifier::register_item()
{
    g_dbus_connection_call(
        bus_.get(), watcher_name, watcher_path, watcher_name, "RegisterStatusNotifierItem",
        g_variant_new("(s)", bus_name_.c_str()), nullptr, G_DBUS_CALL_FLAGS_NONE, -1, asking_.get(),
        [](GObject* bus, GAsyncResult* result, gpointer data) {
            const auto answer = glib::finish(bus, result);
            if (answer.cancelled) return;
            auto* self = static_cast<StatusNotifier*>(data);
            self->registered_ = answer.value != nullptr;
            self->ask_for_host();
        },
        this);
}

/// A watcher alone shows nothing: somebody must draw the icons.
void StatusNotifier::ask_for_host()
{
    g_dbus_connection_call(
        bus_.get(), watcher_name, watcher_path, "org.freedesktop.DBus.Properties", "Get",
        g_variant_new("(ss)", watcher_name, "IsStatusNotifierHostRegistered"), G_VARIANT_TYPE("(v)"),
        G_DBUS_CALL_FLAGS_NONE, -1, asking_.get(),
        [](GObject* bus, GAsyncResult* result, gpointer data) {
            const auto answer = glib::finish(bus, result);
            if (answer.cancelled) return;
            auto* self = static_cast<StatusNotifier*>(data);
            bool hosted = false;
            if (answer.value) {
                GVariant* inner = nullptr;
                g_variant_get(answer.value.get(), "(v)", &inner);
                const glib::Variant owned{inner};
                hosted = g_variant_is_of_type(inner, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean(inner);
            }
            self->set_host(hosted && self->registered_ ? Host::present : Host::none);
        },
        this);
}

void StatusNotifier::set_host(Host host)
{
    if (host == host_) return;
    host_ = host;
    if (calls_.host_changed) calls_.host_changed(host);
}

void StatusNotifier::signal(const char* name, GVariant* arguments)
{
    if (bus_) g_dbus_connection_emit_signal(bus_.get(), nullptr, item_path, item_interface, name, arguments, nullptr);
}

void StatusNotifier::show(TrayLook look)
{
    look_ = std::move(look);
    signal("NewTitle");
    signal("NewIcon");
    signal("NewAttentionIcon");
    signal("NewToolTip");
    if (bus_) signal("NewStatus", g_variant_new("(s)", status_of(look_)));
}

void StatusNotifier::show(TrayMenu menu)
{
    if (menu == menu_) return;
    menu_ = std::move(menu);
    ++revision_;
    if (!bus_) return;
    g_dbus_connection_emit_signal(bus_.get(), nullptr, menu_path, menu_interface, "LayoutUpdated",
                                  g_variant_new("(ui)", revision_, 0), nullptr);
}

// ---- what hosts ask

void StatusNotifier::on_call(GDBusConnection*, const char*, const char*, const char* interface, const char* method,
                             GVariant* arguments, GDBusMethodInvocation* call, gpointer self)
{
    if (g_str_equal(interface, item_interface)) static_cast<StatusNotifier*>(self)->item_call(method, call);
    else static_cast<StatusNotifier*>(self)->menu_call(method, arguments, call);
}

GVariant* StatusNotifier::on_get(GDBusConnection*, const char*, const char*, const char* interface,
                                 const char* property, GError**, gpointer self)
{
    if (g_str_equal(interface, item_interface)) return static_cast<StatusNotifier*>(self)->item_property(property);
    const std::string name = property;
    if (name == "Version") return g_variant_new_uint32(3);
    if (name == "TextDirection") return g_variant_new_string("ltr");
    if (name == "Status") return g_variant_new_string("normal");
    return g_variant_new_strv(nullptr, 0);
}

GVariant* StatusNotifier::item_property(const std::string& name) const
{
    if (name == "Category") return g_variant_new_string("ApplicationStatus");
    if (name == "Id") return glib::text(id_);
    if (name == "Title") return glib::text(look_.title);
    if (name == "Status") return g_variant_new_string(status_of(look_));
    if (name == "WindowId") return g_variant_new_int32(0);
    if (name == "Menu") return g_variant_new_object_path(menu_path);
    if (name == "ItemIsMenu") return g_variant_new_boolean(FALSE);
    if (name == "IconPixmap" || name == "AttentionIconPixmap") return pixmaps(look_.icon);
    if (name == "ToolTip")
        return g_variant_new("(s@a(iiay)@s@s)", "", pixmaps({}), glib::text(look_.title), glib::text(look_.tip));
    return g_variant_new_string("");
}

/// The answer goes first: what the click sets off may take its time, or open a dialog.
void StatusNotifier::item_call(const std::string& method, GDBusMethodInvocation* call)
{
    g_dbus_method_invocation_return_value(call, nullptr);
    if ((method == "Activate" || method == "SecondaryActivate") && calls_.activated) calls_.activated();
}

void StatusNotifier::menu_call(const std::string& method, GVariant* arguments, GDBusMethodInvocation* call)
{
    const auto answer = [call](GVariant* value) { g_dbus_method_invocation_return_value(call, value); };
    const auto argument = [arguments](gsize i) { return glib::Variant{g_variant_get_child_value(arguments, i)}; };
    if (method == "GetLayout") return answer(layout(g_variant_get_int32(argument(0).get())));
    if (method == "GetGroupProperties") return answer(properties_of(argument(0).get()));
    if (method == "GetProperty") {
        const auto name = argument(1);
        return answer(property_of(g_variant_get_int32(argument(0).get()), g_variant_get_string(name.get(), nullptr)));
    }
    if (method == "AboutToShow") return answer(g_variant_new("(b)", FALSE));
    if (method == "AboutToShowGroup") return answer(g_variant_new_parsed("(@ai [], @ai [])"));
    if (method == "Event") {
        const int id = g_variant_get_int32(argument(0).get());
        const auto kind = argument(1);
        const std::string what = g_variant_get_string(kind.get(), nullptr);
        answer(nullptr);
        return menu_event(id, what);
    }
    std::vector<std::pair<int, std::string>> events;  // EventGroup
    const auto group = argument(0);
    for (gsize i = 0; i < g_variant_n_children(group.get()); ++i) {
        const glib::Variant one{g_variant_get_child_value(group.get(), i)};
        int id = 0;
        const char* kind = nullptr;
        g_variant_get_child(one.get(), 0, "i", &id);
        g_variant_get_child(one.get(), 1, "&s", &kind);
        events.emplace_back(id, kind);
    }
    answer(g_variant_new_parsed("(@ai [],)"));
    for (const auto& [id, kind] : events) menu_event(id, kind);
}

void StatusNotifier::menu_event(int id, const std::string& kind)
{
    const auto item =
        std::find_if(menu_.begin(), menu_.end(), [id](const TrayItem& i) { return i.id == id && !i.separator(); });
    if (kind == "clicked" && item != menu_.end() && item->enabled && calls_.chosen) calls_.chosen(id);
}

GVariant* StatusNotifier::layout(int parent) const
{
    GVariantBuilder children;
    g_variant_builder_init(&children, G_VARIANT_TYPE("av"));
    GVariant* own = nullptr;
    if (parent == 0) {
        for (const auto& [id, item] : numbered(menu_))
            g_variant_builder_add(&children, "v", g_variant_new("(i@a{sv}av)", id, menu_properties(*item), nullptr));
        own = g_variant_new_parsed("{'children-display': <'submenu'>}");
    }
    else {
        own = g_variant_new_parsed("@a{sv} {}");
    }
    return g_variant_new("(u(i@a{sv}@av))", revision_, parent, own, g_variant_builder_end(&children));
}

GVariant* StatusNotifier::properties_of(GVariant* ids) const
{
    std::vector<int> wanted;
    GVariantIter each;
    int one = 0;
    g_variant_iter_init(&each, ids);
    while (g_variant_iter_next(&each, "i", &one)) wanted.push_back(one);
    GVariantBuilder b;
    g_variant_builder_init(&b, G_VARIANT_TYPE("a(ia{sv})"));
    for (const auto& [id, item] : numbered(menu_))
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), id) != wanted.end())
            g_variant_builder_add(&b, "(i@a{sv})", id, menu_properties(*item));
    return g_variant_new("(a(ia{sv}))", &b);
}

GVariant* StatusNotifier::property_of(int wanted, const char* name) const
{
    for (const auto& [id, item] : numbered(menu_)) {
        if (id != wanted) continue;
        const glib::Variant all{g_variant_ref_sink(menu_properties(*item))};
        if (const glib::Variant one{g_variant_lookup_value(all.get(), name, nullptr)})
            return g_variant_new("(v)", one.get());
    }
    return g_variant_new("(v)", g_variant_new_string(""));
}

}  // namespace desktop
