#pragma once
#include <string>
#include <vector>

namespace desktop {

/// One line of the tray's menu. An empty label is a separator. Labels are plain text: no mnemonics.
struct TrayItem {
    int id = 0;  ///< above 0, and the person's choice comes back under it
    std::string label;
    bool enabled = true;

    bool separator() const { return label.empty(); }
    friend bool operator==(const TrayItem&, const TrayItem&) = default;
};
using TrayMenu = std::vector<TrayItem>;

}  // namespace desktop
