#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <wx/timer.h>

#include "ui/desktop/linux/status_notifier.hpp"
#include "ui/desktop/linux/tray_menu.hpp"
#include "ui/viewmodel/level.hpp"

namespace desktop {

/// What the tray says at a glance.
struct TrayFace {
    std::string title;                 ///< "Duewatch: 2 bills at risk"
    std::string tip;                   ///< more lines
    std::optional<view::Level> level;  ///< the sign on the icon; none before the first judgement
    bool needs_attention = false;
};

/// The icon in the panel, by whichever way this desktop has: StatusNotifierItem, else the older XEmbed tray, else none.
/// Which way it is may change while we run, when a panel starts or ends.
class Tray {
public:
    /// All but `changed` come from the event loop, so that they may open dialogs and end the program.
    struct Calls {
        std::function<void()> activated;  ///< the icon was clicked: show the window
        std::function<void(int id)> chosen;
        std::function<void(bool available)>
            changed;  ///< the icon came, or went: a hidden window must then be shown again
    };

    Tray(TrayFace face, TrayMenu menu, Calls calls);
    ~Tray();

    /// Whether the person can see the icon now. While nobody shows it a closed window must not hide, it would be lost.
    /// Right after the start it is not known yet and the answer is false; `changed` tells.
    bool available();

    void show(TrayFace face);
    void show(TrayMenu menu);

private:
    class OldIcon;

    void choose(int id);
    void choose_way();
    bool is_shown() const;

    TrayFace face_;
    TrayMenu menu_;
    Calls calls_;
    bool told_ = false;  ///< what `changed` said last
    StatusNotifier item_;
    std::unique_ptr<OldIcon> old_icon_;
    wxTimer look_;  ///< an old tray comes and goes without a word
};

}  // namespace desktop
