#pragma once
#include <string>

#include <wx/toplevel.h>

namespace desktop {

/// Shows a window, whether hidden, iconised or behind others, and brings it to the front. `token` is the leave to do so
/// that a notice or a later start brought along; Wayland ignores those who come without.
void raise(wxTopLevelWindow& window, const std::string& token = {});

}  // namespace desktop
