#pragma once
#include <filesystem>
#include <string>

#include "ui/desktop/main_frame.hpp"

namespace desktop {

/// A picture of a window as the screen shows it; nothing may lie over it. False when the disk would not.
bool save_picture(wxTopLevelWindow& window, const std::filesystem::path& file);

/// Opens each page on the ledger as it is and saves it as `page-language[-dark].png` below `folder`. Needs a running
/// event loop. The number of pictures saved. With a `statement` its preview is among them.
int save_all_pages(MainFrame& frame, Desk& desk, const std::filesystem::path& folder,
                   const std::filesystem::path& statement = {});

}  // namespace desktop
