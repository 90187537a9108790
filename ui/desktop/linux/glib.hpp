#pragma once
#include <memory>
#include <string>
#include <vector>

#include <gio/gio.h>

namespace desktop::glib {

/// Owners of what GLib hands out, so that no path forgets to give it back.
struct Free {
    void operator()(GVariant* v) const { g_variant_unref(v); }
    void operator()(GError* e) const { g_error_free(e); }
    void operator()(GDBusNodeInfo* n) const { g_dbus_node_info_unref(n); }
    void operator()(GDBusConnection* c) const { g_object_unref(c); }
    void operator()(GCancellable* c) const { g_object_unref(c); }
};
using Variant = std::unique_ptr<GVariant, Free>;
using Error = std::unique_ptr<GError, Free>;
using NodeInfo = std::unique_ptr<GDBusNodeInfo, Free>;
using Connection = std::unique_ptr<GDBusConnection, Free>;
using Cancellable = std::unique_ptr<GCancellable, Free>;

/// The bus of the person's session; null where there is none (ssh, cron). Our process outlives the bus.
inline Connection session_bus()
{
    GError* error = nullptr;
    Connection bus{g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, &error)};
    if (error != nullptr) g_error_free(error);
    if (bus) g_dbus_connection_set_exit_on_close(bus.get(), FALSE);
    return bus;
}

/// The answer to an asynchronous call, null when it failed. `cancelled` tells that whoever asked is gone and must not
/// be touched.
struct Answer {
    Variant value;
    bool cancelled = false;
};
inline Answer finish(GObject* bus, GAsyncResult* result)
{
    GError* failure = nullptr;
    Variant value{g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, &failure)};
    const Error error{failure};
    return {std::move(value), error && g_error_matches(error.get(), G_IO_ERROR, G_IO_ERROR_CANCELLED)};
}

/// GLib keeps only valid UTF-8 in its strings; what is not becomes a replacement character.
inline GVariant* text(const std::string& utf8)
{
    char* valid = g_utf8_make_valid(utf8.data(), static_cast<gssize>(utf8.size()));
    return g_variant_new_take_string(valid);
}

inline std::vector<std::string> strings(GVariant* array)
{
    std::vector<std::string> out;
    GVariantIter each;
    const char* one = nullptr;
    g_variant_iter_init(&each, array);
    while (g_variant_iter_next(&each, "&s", &one)) out.emplace_back(one);
    return out;
}

}  // namespace desktop::glib
