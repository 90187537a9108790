#include "ui/desktop/start.hpp"

#include <cstdlib>

namespace desktop {

std::filesystem::path usual_ledger()
{
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string{value ? value : ""};
    };
    if (const auto file = variable("DUEWATCH_DB"); !file.empty()) return file;
    std::filesystem::path data = variable("XDG_DATA_HOME");
    if (!data.is_absolute()) data = std::filesystem::path{variable("HOME")} / ".local/share";
    return data / "duewatch/ledger.duewatch";
}

StartWish read_start(const std::vector<std::string>& arguments, const std::filesystem::path& folder)
{
    StartWish wish;
    wish.ledger = usual_ledger();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        auto name = arguments[i];
        std::optional<std::string> given;
        if (const auto equals = name.find('='); name.starts_with("--") && equals != std::string::npos) {
            given = name.substr(equals + 1);
            name.resize(equals);
        }
        const auto value = [&]() -> std::string {
            if (given) return *given;
            if (i + 1 < arguments.size()) return arguments[++i];
            wish.wrong = name + ": a value is missing";
            return {};
        };
        if (name == "--db") {
            wish.ledger = folder / value();
            wish.own_ledger = true;
        }
        else if (name == "--today") {
            if (const auto day = ledger::parse_date(value())) wish.today = ledger::Today{*day};
            else wish.wrong = "--today: a date like 2026-11-22 is needed";
        }
        else if (name == "--lang") {
            wish.language = value();
        }
        else if (name == "--theme") {
            wish.theme = value();
            if (wish.theme != "light" && wish.theme != "dark") wish.wrong = "--theme: light or dark";
        }
        else if (name == "--hidden") {
            wish.hidden = true;
        }
        else if (name == "--shots") {
            wish.shots = folder / value();
        }
        else if (name == "--help" || name == "-h") {
            wish.help = true;
        }
        else if (name == "--version") {
            wish.version = true;
        }
        else if (name.starts_with("-") && name.size() > 1) {
            wish.wrong = name + ": no such option";
        }
        else {
            wish.files.push_back(folder / arguments[i]);
        }
    }
    return wish;
}

const char* start_help()
{
    return "Usage: duewatch [--db FILE] [--today YYYY-MM-DD] [--lang en|zh_CN|zh_TW] [--theme light|dark] [--hidden] "
           "[FILE…]\n"
           "       duewatch --shots FOLDER [FILE]\n\n"
           "Warns before a bill is missed, and says what to do. A FILE is a statement to look at and import.\n"
           "  --db FILE       another ledger than the usual one\n"
           "  --today D       judge as if it were that day\n"
           "  --hidden        start in the tray\n"
           "  --shots FOLDER  save a picture of every page there, and end\n\n"
           "Example: duewatch ~/Downloads/statement.csv\n";
}

}  // namespace desktop
