#pragma once
#include <glib.h>

namespace desktop {

/// Our name among programs: that of the .desktop file, the icon and the name on the bus.
inline constexpr const char* app_id = "org.duewatch.Duewatch";

/// Tells the desktop who we are, so that it finds our .desktop file: the dock then shows our icon and Wayland knows our
/// windows. To be called before wx is initialised, because windows take the name along when they are made.
inline void identify()
{
    g_set_prgname(app_id);
    g_set_application_name("Duewatch");
}

}  // namespace desktop
