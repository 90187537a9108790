#pragma once
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// How the program is joined to this computer, as far as a page of settings says so.
struct Surroundings {
    std::string file{};  ///< where the ledger lies
    bool tray = false;
    bool notifications = true;
    std::string downloads{};  ///< the folder into which browsers save
};

struct SettingsModel {
    ledger::Preferences preferences{};
    std::vector<std::string> language_keys{}, theme_keys{}, region_keys{}, currency_keys{};
    Choice language{}, theme{}, region{}, currency{};
    std::string buffer{};
    std::string look{}, money{}, warning{}, data{};  ///< titles of the groups
    std::string language_label{}, theme_label{}, theme_note{}, region_label{}, region_note{}, currency_label{},
        buffer_label{}, buffer_note{}, lead_label{}, lead_note{}, notify_label{}, quiet_label{}, quiet_to_label{},
        autostart_label{}, tray_note{}, name_label{}, name_note{}, file_label{};
    std::string watch_label{}, watch_folder_label{}, watch_folder{}, watch_note{};
    Action choose_watched{};
    std::string file{};
    Action back_up{}, open{};
    std::string save{};
};

SettingsModel settings(const ledger::Preferences& preferences, const wording::Words& words, const Surroundings& around);

}  // namespace view
