#pragma once
#include <utility>

#include <wx/app.h>

#include "ui/app/background.hpp"

namespace desktop {

/// What is to be done later is done by the event loop.
inline app::Later event_loop()
{
    return [](std::function<void()> call) { wxTheApp->CallAfter(std::move(call)); };
}

}  // namespace desktop
