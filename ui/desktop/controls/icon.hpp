#pragma once
#include <optional>

#include <wx/bmpbndl.h>
#include <wx/iconbndl.h>
#include <wx/image.h>

#include "ui/viewmodel/level.hpp"

namespace desktop {

/// The mark of Duewatch, from ui/assets/duewatch.svg: sharp at every size.
wxBitmapBundle app_icon(int size = 32);
wxIconBundle window_icons();

/// The mark with the sign of `level` in its corner; none without a level. For the tray.
wxImage icon_image(int size, std::optional<view::Level> level);

}  // namespace desktop
