#include "ui/desktop/linux/autostart.hpp"

#include <cstdlib>
#include <fstream>
#include <string_view>
#include <system_error>

#include "ui/desktop/linux/identity.hpp"

namespace desktop {

namespace {

/// An argument of an Exec line: quoted, with the marks that mean something there made harmless. The value is unescaped
/// twice, as a string of the file and as a quoted argument. Source: Desktop Entry Specification 1.5, "The Exec key".
std::string quoted(const std::string& argument)
{
    std::string out = "\"";
    for (const char c : argument) {
        if (c == '\\') out += "\\\\\\\\";
        else if (c == '"' || c == '`' || c == '$') (out += "\\\\") += c;
        else if (c == '%') out += "%%";
        else out += c;
    }
    return out + "\"";
}

/// Whether a line of the file switches it off, as session settings do when a person unticks it there.
bool switched_off(std::string_view line)
{
    return line == "Hidden=true" || line == "X-GNOME-Autostart-enabled=false";
}

}  // namespace

std::filesystem::path autostart_file()
{
    std::filesystem::path config;
    if (const char* given = std::getenv("XDG_CONFIG_HOME"); given != nullptr && given[0] == '/') config = given;
    else if (const char* home = std::getenv("HOME"); home != nullptr && home[0] == '/')
        config = std::filesystem::path(home) / ".config";
    else return {};
    std::string name = app_id;
    name += ".desktop";
    return config / "autostart" / name;
}

std::string autostart_text(const std::filesystem::path& program)
{
    return "[Desktop Entry]\n"
           "Type=Application\n"
           "Name=Duewatch\n"
           "Comment=Warns before a bill is missed\n"
           "Comment[zh_CN]=在账单逾期之前提醒您\n"
           "Comment[zh_TW]=在帳單逾期之前提醒您\n"
           "Exec=" +
           quoted(program.string()) +
           " --hidden\n"
           "Icon=org.duewatch.Duewatch\n"
           "Terminal=false\n"
           "X-GNOME-Autostart-enabled=true\n";
}

bool starts_with_session()
{
    std::ifstream file(autostart_file());
    if (!file) return false;
    for (std::string line; std::getline(file, line);)
        if (switched_off(line)) return false;
    return true;
}

bool start_with_session(bool on, const std::filesystem::path& program)
{
    const auto path = autostart_file();
    std::error_code trouble;
    if (path.empty()) return false;
    if (!on) {
        std::filesystem::remove(path, trouble);
        return !trouble;
    }
    std::filesystem::create_directories(path.parent_path(), trouble);
    std::ofstream file(path, std::ios::trunc);
    file << autostart_text(program);
    return static_cast<bool>(file.flush());
}

}  // namespace desktop
