#include "ui/desktop/linux/day_watch.hpp"

#include <cerrno>
#include <cstdint>
#include <utility>

#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace desktop {

DayWatch::DayWatch(std::function<void(Why)> call, unsigned seconds) : call_{std::move(call)}
{
    listen_for_sleep();
    listen_to_clock();
    tick_ = g_timeout_add_seconds(
        seconds,
        [](gpointer self) -> gboolean {
            static_cast<DayWatch*>(self)->call_(Why::time_passed);
            return G_SOURCE_CONTINUE;
        },
        this);
}

DayWatch::~DayWatch()
{
    g_source_remove(tick_);
    if (clock_source_ != 0) g_source_remove(clock_source_);
    if (clock_ >= 0) ::close(clock_);
    if (system_bus_) g_dbus_connection_signal_unsubscribe(system_bus_.get(), subscription_);
}

/// logind says "true" before the sleep and "false" after it. Source: org.freedesktop.login1(5), PrepareForSleep.
void DayWatch::listen_for_sleep()
{
    system_bus_.reset(g_bus_get_sync(G_BUS_TYPE_SYSTEM, nullptr, nullptr));
    if (!system_bus_) return;
    g_dbus_connection_set_exit_on_close(system_bus_.get(), FALSE);
    subscription_ = g_dbus_connection_signal_subscribe(
        system_bus_.get(), "org.freedesktop.login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
        "/org/freedesktop/login1", nullptr, G_DBUS_SIGNAL_FLAGS_NONE,
        [](GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* arguments, gpointer self) {
            gboolean going = TRUE;
            if (g_variant_is_of_type(arguments, G_VARIANT_TYPE("(b)"))) g_variant_get(arguments, "(b)", &going);
            if (!going) static_cast<DayWatch*>(self)->call_(Why::woke_up);
        },
        this, nullptr);
}

/// A timer far ahead on the clock of the wall is cancelled by the kernel when that clock is set. Source:
/// timerfd_create(2).
void DayWatch::listen_to_clock()
{
    clock_ = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (clock_ < 0 || !arm()) return;
    clock_source_ = g_unix_fd_add(
        clock_, G_IO_IN,
        [](gint clock, GIOCondition, gpointer data) -> gboolean {
            auto* self = static_cast<DayWatch*>(data);
            std::uint64_t times = 0;
            const bool was_set = read(clock, &times, sizeof times) < 0 && errno == ECANCELED;
            self->arm();
            if (was_set) self->call_(Why::clock_set);
            return G_SOURCE_CONTINUE;
        },
        this);
}

bool DayWatch::arm()
{
    itimerspec far{};
    far.it_value.tv_sec = 4'102'444'800;  // 2100-01-01: never
    return timerfd_settime(clock_, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &far, nullptr) == 0;
}

}  // namespace desktop
