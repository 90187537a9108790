#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ui/desktop/linux/glib.hpp"
#include "ui/desktop/linux/tray_menu.hpp"

namespace desktop {

/// A picture as tray hosts take it: four bytes a pixel, alpha, red, green, blue.
struct TrayPixmap {
    int width = 0, height = 0;
    std::vector<std::uint8_t> argb;
};

/// What the icon shows. Title and tip are plain text.
struct TrayLook {
    std::string title;
    std::string tip;
    std::vector<TrayPixmap> icon;  ///< the same picture in several sizes
    bool needs_attention = false;  ///< hosts then show the icon even where they hide calm ones
};

/// An icon in the panels of KDE, Xfce, LXQt, and of GNOME with its extension: a StatusNotifierItem with a
/// com.canonical.dbusmenu, over the session bus. Source: freedesktop.org StatusNotifierItem 0.1, libdbusmenu's
/// dbus-menu.xml. Everything runs on the main loop.
class StatusNotifier {
public:
    enum class Host { unknown, none, present };

    struct Calls {
        std::function<void()> activated;     ///< the icon was clicked
        std::function<void(int id)> chosen;  ///< of the menu
        std::function<void(Host)> host_changed;
    };

    StatusNotifier(std::string id, TrayLook look, TrayMenu menu, Calls calls);
    ~StatusNotifier();
    StatusNotifier(const StatusNotifier&) = delete;
    StatusNotifier& operator=(const StatusNotifier&) = delete;

    Host host() const { return host_; }  ///< unknown until the bus has answered; none at once where there is no bus
    void show(TrayLook look);
    void show(TrayMenu menu);

private:
    void publish();
    void watch();
    void register_item();
    void ask_for_host();
    void set_host(Host host);
    void signal(const char* name, GVariant* arguments = nullptr);
    void item_call(const std::string& method, GDBusMethodInvocation* call);
    void menu_call(const std::string& method, GVariant* arguments, GDBusMethodInvocation* call);
    void menu_event(int id, const std::string& kind);
    GVariant* item_property(const std::string& name) const;
    GVariant* layout(int parent) const;
    GVariant* properties_of(GVariant* ids) const;
    GVariant* property_of(int wanted, const char* name) const;

    static void on_call(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant*,
                        GDBusMethodInvocation*, gpointer);
    static GVariant* on_get(GDBusConnection*, const char*, const char*, const char*, const char*, GError**, gpointer);

    std::string id_;
    std::string bus_name_;
    TrayLook look_;
    TrayMenu menu_;
    Calls calls_;
    Host host_ = Host::unknown;
    bool registered_ = false;
    std::uint32_t revision_ = 1;  ///< of the menu
    glib::Connection bus_;
    glib::NodeInfo interfaces_;
    glib::Cancellable asking_;
    guint item_object_ = 0, menu_object_ = 0, owned_name_ = 0, watched_name_ = 0, subscription_ = 0;
};

}  // namespace desktop
