#include "ui/desktop/controls/raise.hpp"

#include <gtk/gtk.h>

namespace desktop {

void raise(wxTopLevelWindow& window, const std::string& token)
{
    if (!token.empty()) gtk_window_set_startup_id(GTK_WINDOW(window.GetHandle()), token.c_str());
    window.Show();
    if (window.IsIconized()) window.Iconize(false);
    window.Raise();
}

}  // namespace desktop
