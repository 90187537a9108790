#pragma once
#include <wx/window.h>

namespace desktop {

/// Tab leads into what stands in `window` now. wx asks whether there is anything to go to only when a child comes or
/// goes, and what was empty then is passed over for good: so each container gets a child that leaves again, from the
/// inside out.
inline void let_tab_in(wxWindow& window)
{
    const auto ask_again = [](wxWindow& container) { delete new wxWindow{&container, wxID_ANY}; };
    const auto inside = [&](const auto& self, wxWindow& container) -> void {
        const auto children = container.GetChildren();
        bool any = false;
        for (auto* child : children) {
            if (child->IsTopLevel()) continue;
            any = true;
            self(self, *child);
        }
        if (any) ask_again(container);
    };
    inside(inside, window);
    for (auto* above = window.GetParent(); above && !above->IsTopLevel(); above = above->GetParent()) ask_again(*above);
}

}  // namespace desktop
