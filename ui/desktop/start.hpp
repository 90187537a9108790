#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ledger/values/date.hpp"

namespace desktop {

/// What the program was started with.
struct StartWish {
    std::filesystem::path ledger{};
    std::optional<ledger::Today> today{};  ///< nothing = the clock
    std::string language{}, theme{};       ///< empty = as the preferences say
    bool hidden = false;
    std::filesystem::path shots{};               ///< save pictures of all pages there, and end
    std::vector<std::filesystem::path> files{};  ///< statements to open
    bool help = false, version = false;
    std::string wrong{};      ///< what could not be understood; empty = all well
    bool own_ledger = false;  ///< the ledger is not the usual one
};

/// Reads `duewatch [--db FILE] [--today D] [--lang L] [--theme T] [--hidden] [--shots DIR] [FILE…]`. Relative names are
/// meant from `folder`.
StartWish read_start(const std::vector<std::string>& arguments, const std::filesystem::path& folder);

/// $DUEWATCH_DB, else $XDG_DATA_HOME/duewatch/ledger.duewatch, else below ~/.local/share.
std::filesystem::path usual_ledger();

const char* start_help();

}  // namespace desktop
