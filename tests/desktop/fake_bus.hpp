#pragma once
#include <functional>
#include <string>

#include "tests/desktop/live.hpp"
#include "tests/support/catch.hpp"
#include "ui/desktop/linux/glib.hpp"

namespace desktop::test {

/// A connection of its own, as another program would have; ours is shared by all of this one.
inline glib::Connection other_program()
{
    char* address = g_dbus_address_get_for_bus_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
    REQUIRE(address != nullptr);
    const auto flags = static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                         G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION);
    glib::Connection bus{g_dbus_connection_new_for_address_sync(address, flags, nullptr, nullptr, nullptr)};
    g_free(address);
    REQUIRE(bus != nullptr);
    return bus;
}

/// Calls somebody, and lets the live loop run meanwhile, because that somebody is this very program. Null when it
/// failed.
inline glib::Variant call(GDBusConnection* bus, const std::string& whom, const char* path, const char* interface,
                          const char* method, GVariant* arguments)
{
    struct Waiting {
        bool done = false;
        glib::Variant value;
    } waiting;
    g_dbus_connection_call(
        bus, whom.c_str(), path, interface, method, arguments, nullptr, G_DBUS_CALL_FLAGS_NONE, 2000, nullptr,
        [](GObject* source, GAsyncResult* result, gpointer data) {
            auto* w = static_cast<Waiting*>(data);
            w->value = glib::finish(source, result).value;
            w->done = true;
        },
        &waiting);
    REQUIRE(pump_until([&] { return waiting.done; }));
    return std::move(waiting.value);
}

/// A service on the session bus, answered by the live loop of the test program: it stands in for a panel or for a
/// notification daemon.
class FakeService {
public:
    using Answer =
        std::function<GVariant*(const std::string& method, GVariant* arguments)>;  ///< null: nothing to return
    using Property = std::function<GVariant*(const std::string& name)>;

    FakeService(const char* name, const char* path, const char* xml, Answer answer, Property property = {})
        : path_{path}, answer_{std::move(answer)}, property_{std::move(property)}, bus_{other_program()}
    {
        node_.reset(g_dbus_node_info_new_for_xml(xml, nullptr));
        REQUIRE(node_ != nullptr);
        static const GDBusInterfaceVTable table{&FakeService::on_call, &FakeService::on_get, nullptr, {}};
        object_ =
            g_dbus_connection_register_object(bus_.get(), path, node_->interfaces[0], &table, this, nullptr, nullptr);
        own(name);
    }
    ~FakeService()
    {
        g_dbus_connection_unregister_object(bus_.get(), object_);
        g_dbus_connection_close_sync(bus_.get(), nullptr, nullptr);
    }
    FakeService(const FakeService&) = delete;
    FakeService& operator=(const FakeService&) = delete;

    void emit(const char* signal, GVariant* arguments = nullptr)
    {
        g_dbus_connection_emit_signal(bus_.get(), nullptr, path_.c_str(), node_->interfaces[0]->name, signal, arguments,
                                      nullptr);
    }

    glib::Variant call(const std::string& whom, const char* path, const char* interface, const char* method,
                       GVariant* arguments)
    {
        return test::call(bus_.get(), whom, path, interface, method, arguments);
    }

private:
    void own(const char* name)
    {
        const glib::Variant reply{g_dbus_connection_call_sync(
            bus_.get(), "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
            g_variant_new("(su)", name, 4U), G_VARIANT_TYPE("(u)"), G_DBUS_CALL_FLAGS_NONE, 2000, nullptr, nullptr)};
        REQUIRE(reply != nullptr);
        guint32 code = 0;
        g_variant_get(reply.get(), "(u)", &code);
        REQUIRE(code == 1);
    }

    static void on_call(GDBusConnection*, const char*, const char*, const char*, const char* method,
                        GVariant* arguments, GDBusMethodInvocation* call, gpointer self)
    {
        g_dbus_method_invocation_return_value(call, static_cast<FakeService*>(self)->answer_(method, arguments));
    }
    static GVariant* on_get(GDBusConnection*, const char*, const char*, const char*, const char* name, GError**,
                            gpointer self)
    {
        return static_cast<FakeService*>(self)->property_(name);
    }

    std::string path_;
    Answer answer_;
    Property property_;
    glib::Connection bus_;
    glib::NodeInfo node_;
    guint object_ = 0;
};

}  // namespace desktop::test
