#include "ui/desktop/tray.hpp"

#include <utility>

#include <wx/app.h>
#include <wx/control.h>
#include <wx/menu.h>
#include <wx/taskbar.h>

#include "ui/desktop/controls/icon.hpp"
#include "ui/desktop/linux/identity.hpp"

namespace desktop {

namespace {

TrayPixmap pixmap(const wxImage& image)
{
    TrayPixmap out{image.GetWidth(), image.GetHeight(), {}};
    const std::size_t pixels = static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height);
    out.argb.reserve(pixels * 4);
    const unsigned char* colour = image.GetData();
    const unsigned char* alpha = image.GetAlpha();
    for (std::size_t i = 0; i < pixels; ++i)
        out.argb.insert(out.argb.end(), {alpha[i], colour[3 * i], colour[3 * i + 1], colour[3 * i + 2]});
    return out;
}

TrayLook look_of(const TrayFace& face)
{
    TrayLook look{face.title, face.tip, {}, face.needs_attention};
    for (const int size : {16, 22, 24, 32, 48}) look.icon.push_back(pixmap(icon_image(size, face.level)));
    return look;
}

wxString tip_of(const TrayFace& face)
{
    return wxString::FromUTF8(face.tip.empty() ? face.title : face.title + "\n" + face.tip);
}

/// What the person asked for happens when the bus, or the icon, has been left: it may open a dialog or end the program.
void later(std::function<void()> what)
{
    if (what && wxTheApp != nullptr) wxTheApp->CallAfter(std::move(what));
}

}  // namespace

/// The XEmbed way. wx says that such an icon is installed even where no tray is, so that IsAvailable() is asked first.
class Tray::OldIcon : public wxTaskBarIcon {
public:
    explicit OldIcon(Tray& tray) : tray_{tray}
    {
        Bind(wxEVT_TASKBAR_LEFT_DOWN, [this](wxTaskBarIconEvent&) { later(tray_.calls_.activated); });
        Bind(wxEVT_MENU, [this](wxCommandEvent& e) { tray_.choose(e.GetId()); });
        refresh();
    }

    void refresh() { SetIcon(wxBitmapBundle(wxBitmap(icon_image(24, tray_.face_.level))), tip_of(tray_.face_)); }

    wxMenu* CreatePopupMenu() override
    {
        auto* menu = new wxMenu;
        for (const TrayItem& item : tray_.menu_) {
            if (item.separator()) menu->AppendSeparator();
            else
                menu->Append(item.id, wxControl::EscapeMnemonics(wxString::FromUTF8(item.label)))->Enable(item.enabled);
        }
        return menu;
    }

private:
    Tray& tray_;
};

Tray::Tray(TrayFace face, TrayMenu menu, Calls calls)
    : face_{std::move(face)},
      menu_{std::move(menu)},
      calls_{std::move(calls)},
      item_{app_id,
            look_of(face_),
            menu_,
            {[this] { later(calls_.activated); }, [this](int id) { choose(id); },
             [this](StatusNotifier::Host) { choose_way(); }}}
{
    if (item_.host() == StatusNotifier::Host::none) choose_way();
    look_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { choose_way(); });
    look_.Start(5000);
}

Tray::~Tray() = default;

void Tray::choose(int id)
{
    if (calls_.chosen) later([chosen = calls_.chosen, id] { chosen(id); });
}

bool Tray::is_shown() const
{
    return item_.host() == StatusNotifier::Host::present || (old_icon_ && wxTaskBarIcon::IsAvailable());
}

bool Tray::available()
{
    choose_way();
    return is_shown();
}

/// Cheap enough to be done often: it asks the X server for one owner at most.
void Tray::choose_way()
{
    const bool old_way = item_.host() == StatusNotifier::Host::none && wxTaskBarIcon::IsAvailable();
    if (old_way && !old_icon_) old_icon_ = std::make_unique<OldIcon>(*this);
    if (!old_way && old_icon_) old_icon_.reset();
    const bool shown = is_shown();
    if (shown == told_) return;
    told_ = shown;
    if (calls_.changed) calls_.changed(shown);
}

void Tray::show(TrayFace face)
{
    face_ = std::move(face);
    item_.show(look_of(face_));
    if (old_icon_) old_icon_->refresh();
}

void Tray::show(TrayMenu menu)
{
    menu_ = menu;
    item_.show(std::move(menu));
}

}  // namespace desktop
