#include "ui/viewmodel/settings.hpp"

#include <algorithm>

namespace view {

namespace {

int index_of(const std::vector<std::string>& keys, const std::string& key)
{
    const auto at = std::find(keys.begin(), keys.end(), key);
    return at == keys.end() ? 0 : static_cast<int>(at - keys.begin());
}

}  // namespace

SettingsModel settings(const ledger::Preferences& preferences, const wording::Words& words, const Surroundings& around)
{
    SettingsModel model;
    model.preferences = preferences;
    model.language_keys = {"", "en", "zh_CN", "zh_TW"};
    model.language.labels = {words("as the system"), "English", "简体中文",
                             "繁體中文"};  // each in its own language, so that it is found again
    model.language.chosen = index_of(model.language_keys, preferences.language);
    model.theme_keys = {"", "light", "dark"};
    model.theme.labels = {words("as the system"), words("light"), words("dark")};
    model.theme.chosen = index_of(model.theme_keys, preferences.theme);
    model.region_keys = {"", "CN", "TW", "HK", "SG", "US", "GB"};
    model.region.labels = {words("from the language"), words("Mainland China"), words("Taiwan"),
                           words("Hong Kong"),         words("Singapore"),      words("United States"),
                           words("United Kingdom")};
    model.region.chosen = index_of(model.region_keys, preferences.region);
    model.currency_keys = {"CNY", "TWD", "HKD", "SGD", "USD", "EUR", "GBP", "JPY"};
    const auto currency = std::string{preferences.currency.text()};
    if (std::find(model.currency_keys.begin(), model.currency_keys.end(), currency) == model.currency_keys.end())
        model.currency_keys.push_back(currency);
    model.currency.labels = model.currency_keys;
    model.currency.chosen = index_of(model.currency_keys, currency);
    model.buffer = ledger::decimal(preferences.buffer);

    model.look = words("Language and look");
    model.money = words("Money");
    model.warning = words("Warnings");
    model.data = words("Your data");
    model.language_label = words("Language");
    model.theme_label = words("Colours");
    model.theme_note = words("Holds from the next start.");
    model.region_label = words("Region");
    model.region_note = words("Decides whose banks, terms and helplines are shown.");
    model.currency_label = words("Currency");
    model.buffer_label = words("Keep in the account");
    model.buffer_note = words("A bill counts as covered when this much stays after it is paid.");
    model.lead_label = words("Warn ahead, in days");
    model.lead_note = words("At most so long before the last day on which acting helps.");
    model.notify_label = words("Show a notification when something new is at risk");
    model.quiet_label = words("Quiet from, hour");
    model.quiet_to_label = words("Quiet until, hour");
    model.autostart_label = words("Start with the desktop, out of sight");
    if (!around.notifications)
        model.tray_note = words("This desktop shows no notifications, so warnings are shown in the window only.");
    else if (around.tray)
        model.tray_note =
            words("Closing the window leaves Duewatch in the tray, where it keeps watch. Quit from its menu.");
    else
        model.tray_note = words(
            "This desktop has no tray, so closing the window minimises it and Duewatch keeps watch. Quit from the File "
            "menu.");
    model.watch_label = words("Offer statements that appear in a folder");
    model.watch_folder_label = words("The folder");
    model.watch_folder = preferences.watched_folder.empty() ? around.downloads : preferences.watched_folder;
    model.watch_note = words("A line on the first page offers them; nothing is imported by itself.");
    model.choose_watched = {words("Choose a folder…"), ChooseWatched{}};
    model.name_label = words("Your name, for letters");
    model.name_note = words("It stays on this computer.");
    model.file_label = words("The ledger is kept in");
    model.file = around.file;
    model.back_up = {words("Make a backup…"), BackUp{}};
    model.open = {words("Open another ledger…"), OpenLedger{}};
    model.save = words("Save the settings");
    return model;
}

}  // namespace view
