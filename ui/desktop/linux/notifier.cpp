#include "ui/desktop/linux/notifier.hpp"

#include <algorithm>
#include <utility>

#include "ui/desktop/linux/identity.hpp"

namespace desktop {

namespace {

constexpr const char* daemon_name = "org.freedesktop.Notifications";
constexpr const char* daemon_path = "/org/freedesktop/Notifications";

using Capabilities = std::vector<std::string>;

bool can(const Capabilities& capabilities, const char* what)
{
    return std::find(capabilities.begin(), capabilities.end(), what) != capabilities.end();
}

GVariant* actions_of(const Notice& notice, const Capabilities& capabilities)
{
    GVariantBuilder b;
    g_variant_builder_init(&b, G_VARIANT_TYPE("as"));
    if (can(capabilities, "actions"))
        for (const NoticeAction& action : notice.actions) {
            g_variant_builder_add(&b, "s", action.id.c_str());
            g_variant_builder_add_value(&b, glib::text(action.label));
        }
    return g_variant_builder_end(&b);
}

GVariant* hints_of(const Notice& notice)
{
    GVariantBuilder b;
    g_variant_builder_init(&b, G_VARIANT_TYPE("a{sv}"));
    g_variant_builder_add(&b, "{sv}", "urgency", g_variant_new_byte(static_cast<guchar>(notice.urgency)));
    g_variant_builder_add(&b, "{sv}", "category", g_variant_new_string("x-duewatch.due"));
    g_variant_builder_add(&b, "{sv}", "desktop-entry", g_variant_new_string(app_id));
    return g_variant_builder_end(&b);
}

/// The arguments of Notify; −1: the daemon's own time, 0: until it is dismissed.
GVariant* arguments_of(const Notice& notice, std::uint32_t replaces, const Capabilities& capabilities)
{
    return g_variant_new("(sus@s@s@as@a{sv}i)", "Duewatch", replaces, app_id, glib::text(notice.title),
                         glib::text(notice_body(notice.body, capabilities)), actions_of(notice, capabilities),
                         hints_of(notice), notice.stays ? 0 : -1);
}

Capabilities capabilities_in(GVariant* answer)
{
    const glib::Variant list{g_variant_get_child_value(answer, 0)};
    return glib::strings(list.get());
}

glib::Variant call_and_wait(GDBusConnection* bus, const char* method, GVariant* arguments, const char* returns,
                            int limit_ms)
{
    return glib::Variant{g_dbus_connection_call_sync(bus, daemon_name, daemon_path, daemon_name, method, arguments,
                                                     G_VARIANT_TYPE(returns), G_DBUS_CALL_FLAGS_NONE, limit_ms, nullptr,
                                                     nullptr)};
}

}  // namespace

std::string notice_body(const std::string& plain, const std::vector<std::string>& capabilities)
{
    if (!can(capabilities, "body-markup")) return plain;
    std::string out;
    for (const char c : plain) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            default: out += c;
        }
    }
    return out;
}

bool tell_and_wait(const Notice& notice, int limit_ms)
{
    const auto bus = glib::session_bus();
    if (!bus) return false;
    const gint64 start = g_get_monotonic_time();
    const auto answer = call_and_wait(bus.get(), "GetCapabilities", nullptr, "(as)", limit_ms);
    if (!answer) return false;
    Notice without = notice;
    without.actions.clear();
    const int left = limit_ms - static_cast<int>((g_get_monotonic_time() - start) / 1000);
    return left > 0 && call_and_wait(bus.get(), "Notify", arguments_of(without, 0, capabilities_in(answer.get())),
                                     "(u)", left) != nullptr;
}

Notifier::Notifier(Calls calls) : calls_{std::move(calls)}, bus_{glib::session_bus()}, asking_{g_cancellable_new()}
{
    if (bus_) listen();
}

Notifier::~Notifier()
{
    g_cancellable_cancel(asking_.get());
    if (!bus_) return;
    g_dbus_connection_signal_unsubscribe(bus_.get(), subscription_);
    g_bus_unwatch_name(watched_name_);
}

void Notifier::listen()
{
    subscription_ = g_dbus_connection_signal_subscribe(
        bus_.get(), daemon_name, daemon_name, nullptr, daemon_path, nullptr, G_DBUS_SIGNAL_FLAGS_NONE,
        [](GDBusConnection*, const char*, const char*, const char*, const char* name, GVariant* arguments,
           gpointer self) { static_cast<Notifier*>(self)->on_signal(name, arguments); },
        this, nullptr);
    watched_name_ = g_bus_watch_name_on_connection(
        bus_.get(), daemon_name, G_BUS_NAME_WATCHER_FLAGS_NONE, nullptr,
        [](GDBusConnection*, const char*, gpointer self) { static_cast<Notifier*>(self)->on_daemon_gone(); }, this,
        nullptr);
}

void Notifier::tell(Notice notice)
{
    const std::string key = notice.key;
    if (!bus_) {
        answering_ = false;
        if (calls_.told) calls_.told(key, false);
        return;
    }
    Told& told = told_[key];
    told.withdrawn = false;
    told.waiting = std::move(notice);
    if (capabilities_) send(key, told);
    else ask_capabilities();
}

void Notifier::withdraw(const std::string& key)
{
    const auto found = told_.find(key);
    if (found == told_.end()) return;
    Told& told = found->second;
    told.waiting.reset();
    if (told.id != 0) close(told.id);  // NotificationClosed follows and ends it
    if (told.sending) told.withdrawn = true;
    else if (told.id == 0) told_.erase(found);
}

/// The first call starts the daemon where the bus can.
void Notifier::ask_capabilities()
{
    if (std::exchange(asking_capabilities_, true)) return;
    g_dbus_connection_call(
        bus_.get(), daemon_name, daemon_path, daemon_name, "GetCapabilities", nullptr, G_VARIANT_TYPE("(as)"),
        G_DBUS_CALL_FLAGS_NONE, -1, asking_.get(),
        [](GObject* bus, GAsyncResult* result, gpointer self) {
            const auto answer = glib::finish(bus, result);
            if (!answer.cancelled) static_cast<Notifier*>(self)->on_capabilities(answer.value.get());
        },
        this);
}

void Notifier::on_capabilities(GVariant* answer)
{
    asking_capabilities_ = false;
    if (answer != nullptr) {
        capabilities_ = capabilities_in(answer);
        send_waiting();
        return;
    }
    answering_ = false;
    std::vector<std::string> lost;
    for (auto& [key, told] : told_)
        if (std::exchange(told.waiting, std::nullopt)) lost.push_back(key);
    for (const std::string& key : lost) {
        told_.erase(key);
        if (calls_.told) calls_.told(key, false);
    }
}

void Notifier::send_waiting()
{
    for (auto& [key, told] : told_)
        if (told.waiting) send(key, told);
}

void Notifier::send(const std::string& key, Told& told)
{
    if (told.sending) return;  // the answer sends what waits then
    struct Asked {
        Notifier* self;
        std::string key;
    };
    told.sending = true;
    const Notice notice = *std::exchange(told.waiting, std::nullopt);
    g_dbus_connection_call(
        bus_.get(), daemon_name, daemon_path, daemon_name, "Notify", arguments_of(notice, told.id, *capabilities_),
        G_VARIANT_TYPE("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, asking_.get(),
        [](GObject* bus, GAsyncResult* result, gpointer data) {
            const std::unique_ptr<Asked> asked{static_cast<Asked*>(data)};
            const auto answer = glib::finish(bus, result);
            if (answer.cancelled) return;
            std::uint32_t id = 0;
            if (answer.value) g_variant_get(answer.value.get(), "(u)", &id);
            asked->self->on_sent(asked->key, id);
        },
        new Asked{this, key});
}

void Notifier::on_sent(const std::string& key, std::uint32_t id)
{
    const auto found = told_.find(key);
    if (found == told_.end()) return;
    Told& told = found->second;
    told.sending = false;
    told.id = id;
    answering_ = id != 0;
    if (told.waiting && capabilities_) send(key, told);
    else if (told.waiting) ask_capabilities();
    else if (id == 0) told_.erase(found);
    else if (told.withdrawn) close(id);
    if (calls_.told) calls_.told(key, id != 0);
}

const std::string* Notifier::key_of(std::uint32_t id) const
{
    const auto found =
        std::find_if(told_.begin(), told_.end(), [id](const auto& entry) { return id != 0 && entry.second.id == id; });
    return found == told_.end() ? nullptr : &found->first;
}

void Notifier::on_signal(const std::string& name, GVariant* arguments)
{
    if (!g_variant_is_of_type(arguments, G_VARIANT_TYPE("(us)")) &&
        !g_variant_is_of_type(arguments, G_VARIANT_TYPE("(uu)")))
        return;
    std::uint32_t id = 0;
    g_variant_get_child(arguments, 0, "u", &id);
    const std::string* owned = key_of(id);
    if (owned == nullptr) return;
    const std::string key = *owned;
    if (name == "NotificationClosed" && g_variant_is_of_type(arguments, G_VARIANT_TYPE("(uu)"))) {
        std::uint32_t why = 0;
        g_variant_get_child(arguments, 1, "u", &why);
        tokens_.erase(id);
        return on_closed(key, why == 1   ? Closed::expired
                              : why == 2 ? Closed::dismissed
                              : why == 3 ? Closed::withdrawn
                                         : Closed::unknown);
    }
    if (!g_variant_is_of_type(arguments, G_VARIANT_TYPE("(us)"))) return;
    const char* text = nullptr;
    g_variant_get_child(arguments, 1, "&s", &text);
    if (name == "ActivationToken") tokens_[id] = text;  // comes just before the action it belongs to
    else if (name == "ActionInvoked" && calls_.acted) calls_.acted(key, text, tokens_[id]);
}

/// The notice is off the screen; one that waits for its turn under the same key still comes.
void Notifier::on_closed(const std::string& key, Closed why)
{
    const auto found = told_.find(key);
    if (found->second.waiting || found->second.sending) found->second.id = 0;
    else told_.erase(found);
    if (calls_.closed) calls_.closed(key, why);
}

/// Its ids die with it, and another daemon may be able to do other things.
void Notifier::on_daemon_gone()
{
    capabilities_.reset();
    tokens_.clear();
    std::vector<std::string> gone;
    for (const auto& [key, told] : told_)
        if (told.id != 0) gone.push_back(key);
    for (const std::string& key : gone) on_closed(key, Closed::daemon_gone);
}

void Notifier::close(std::uint32_t id)
{
    g_dbus_connection_call(bus_.get(), daemon_name, daemon_path, daemon_name, "CloseNotification",
                           g_variant_new("(u)", id), nullptr, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, nullptr, nullptr,
                           nullptr);
}

}  // namespace desktop
