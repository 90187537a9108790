#pragma once
#include <memory>
#include <optional>

#include "ui/desktop/desk.hpp"
#include "ui/desktop/linux/day_watch.hpp"
#include "ui/desktop/linux/notifier.hpp"
#include "ui/desktop/main_frame.hpp"
#include "ui/desktop/tray.hpp"

namespace desktop {

/// Duewatch while nobody looks at its window: the icon in the tray, the notice when something new is at risk, the look
/// at the clock.
class Presence {
public:
    /// `today` is asked whenever time may have passed.
    Presence(Desk& desk, MainFrame& frame, std::function<ledger::Today()> today);

    bool tray_available() { return tray_.available(); }
    void look_around();  ///< another day, another program's writing, a warning that is due: as the clock says
    void show_window(const std::string& token = {});
    Notifier& notifier() { return notifier_; }

private:
    TrayFace face();
    TrayMenu menu() const;
    void chosen(int id);
    void tell();
    void tell_offer();
    void acted(const std::string& action, const std::string& token);

    enum Item { show_item = 1, warnings_item, import_item, quit_item };
    Desk& desk_;
    MainFrame& frame_;
    std::function<ledger::Today()> today_;
    std::optional<Reminder> telling_;
    Notifier notifier_;
    Tray tray_;
    DayWatch watch_;
};

}  // namespace desktop
