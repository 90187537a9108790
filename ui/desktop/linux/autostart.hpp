#pragma once
#include <filesystem>
#include <string>

namespace desktop {

/// Where the desktop looks for what to start with the session: $XDG_CONFIG_HOME/autostart, else ~/.config/autostart.
/// Source: Desktop Application Autostart Specification 0.5. Empty when not even a home is known.
std::filesystem::path autostart_file();

/// Whether Duewatch starts with the session.
bool starts_with_session();

/// Makes it start with the session, in the tray, or makes it not. `program` is the full path of our program. False when
/// the disk would not.
bool start_with_session(bool on, const std::filesystem::path& program);

/// What the file says; for the tests.
std::string autostart_text(const std::filesystem::path& program);

}  // namespace desktop
