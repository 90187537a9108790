#include "ui/desktop/linux/single_instance.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace desktop {

namespace {

constexpr const char* bus_name = "org.freedesktop.DBus";
constexpr const char* bus_path = "/org/freedesktop/DBus";
constexpr const char* interface_name = "org.duewatch.Start";
constexpr const char* start_interface = R"(<node><interface name="org.duewatch.Start">
  <method name="Start"><arg type="as" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>)";

constexpr guint32 do_not_queue = 4;
constexpr guint32 primary_owner = 1;
constexpr guint32 already_owner = 4;
constexpr int patience_ms = 5000;

std::string path_of(const std::string& name)
{
    std::string path = "/" + name;
    std::replace(path.begin(), path.end(), '.', '/');
    return path;
}

std::string environment(const char* variable)
{
    const char* value = std::getenv(variable);
    return value != nullptr ? value : "";
}

std::string lock_file(const std::string& name)
{
    const std::string folder = environment("XDG_RUNTIME_DIR");
    if (!folder.empty()) return folder + "/" + name + ".lock";
    return "/tmp/" + name + "-" + std::to_string(getuid()) + ".lock";
}

}  // namespace

Start this_start(int argc, char** argv)
{
    std::error_code none;
    Start start{{argv + std::min(1, argc), argv + argc},
                std::filesystem::current_path(none).string(),
                environment("XDG_ACTIVATION_TOKEN")};
    if (start.token.empty()) start.token = environment("DESKTOP_STARTUP_ID");
    return start;
}

SingleInstance::SingleInstance(std::string name) : name_{std::move(name)}, path_{path_of(name_)} {}

SingleInstance::~SingleInstance()
{
    if (object_ != 0) g_dbus_connection_unregister_object(bus_.get(), object_);
    if (owns_name_)
        glib::Variant{g_dbus_connection_call_sync(bus_.get(), bus_name, bus_path, bus_name, "ReleaseName",
                                                  g_variant_new("(s)", name_.c_str()), nullptr, G_DBUS_CALL_FLAGS_NONE,
                                                  patience_ms, nullptr, nullptr)}
            .reset();
    if (lock_ >= 0) ::close(lock_);
}

SingleInstance::Role SingleInstance::claim(const Start& start)
{
    bus_ = glib::session_bus();
    return bus_ ? claim_name(start) : claim_lock();
}

/// The object is there before the name, so that a start that sees the name can always speak to it.
SingleInstance::Role SingleInstance::claim_name(const Start& start)
{
    offer();
    const glib::Variant reply{g_dbus_connection_call_sync(
        bus_.get(), bus_name, bus_path, bus_name, "RequestName", g_variant_new("(su)", name_.c_str(), do_not_queue),
        G_VARIANT_TYPE("(u)"), G_DBUS_CALL_FLAGS_NONE, patience_ms, nullptr, nullptr)};
    guint32 code = 0;
    if (reply) g_variant_get(reply.get(), "(u)", &code);
    else return claim_lock();
    owns_name_ = code == primary_owner || code == already_owner;
    if (owns_name_) return Role::first;
    return hand_over(start) ? Role::handed_over : Role::unreachable;
}

/// The kernel lets the lock go with the process, so that a crash leaves nothing behind.
SingleInstance::Role SingleInstance::claim_lock()
{
    lock_ = ::open(lock_file(name_).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock_ < 0) return Role::first;  // nowhere to lock: better two windows than none
    return ::flock(lock_, LOCK_EX | LOCK_NB) == 0 ? Role::first : Role::unreachable;
}

void SingleInstance::offer()
{
    static const GDBusInterfaceVTable table{[](GDBusConnection*, const char*, const char*, const char*, const char*,
                                               GVariant* arguments, GDBusMethodInvocation* call, gpointer self) {
                                                g_dbus_method_invocation_return_value(call, nullptr);
                                                static_cast<SingleInstance*>(self)->hear(arguments);
                                            },
                                            nullptr,
                                            nullptr,
                                            {}};
    interface_.reset(g_dbus_node_info_new_for_xml(start_interface, nullptr));
    assert(interface_ != nullptr);
    object_ = g_dbus_connection_register_object(bus_.get(), path_.c_str(), interface_->interfaces[0], &table, this,
                                                nullptr, nullptr);
}

bool SingleInstance::hand_over(const Start& start)
{
    GVariantBuilder arguments;
    g_variant_builder_init(&arguments, G_VARIANT_TYPE("as"));
    for (const std::string& one : start.arguments) g_variant_builder_add_value(&arguments, glib::text(one));
    return glib::Variant{g_dbus_connection_call_sync(
               bus_.get(), name_.c_str(), path_.c_str(), interface_name, "Start",
               g_variant_new("(as@s@s)", &arguments, glib::text(start.folder), glib::text(start.token)), nullptr,
               G_DBUS_CALL_FLAGS_NONE, patience_ms, nullptr, nullptr)} != nullptr;
}

void SingleInstance::hear(GVariant* arguments)
{
    GVariant* list = nullptr;
    const char *folder = nullptr, *token = nullptr;
    g_variant_get(arguments, "(@as&s&s)", &list, &folder, &token);
    const glib::Variant owned{list};
    Start start{glib::strings(list), folder, token};
    if (call_) call_(start);
    else before_.push_back(std::move(start));
}

void SingleInstance::on_start(std::function<void(const Start&)> call)
{
    call_ = std::move(call);
    for (const Start& start : std::exchange(before_, {})) call_(start);
}

}  // namespace desktop
