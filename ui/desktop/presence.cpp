#include "ui/desktop/presence.hpp"

#include "ui/desktop/controls/raise.hpp"

namespace desktop {

namespace {
constexpr const char* notice_key = "warnings";
constexpr const char* offer_key = "statement";
}  // namespace

Presence::Presence(Desk& desk, MainFrame& frame, std::function<ledger::Today()> today)
    : desk_{desk},
      frame_{frame},
      today_{std::move(today)},
      notifier_{{.acted = [this](const std::string&, const std::string& action,
                                 const std::string& token) { acted(action, token); },
                 .closed = {},
                 .told =
                     [this](const std::string&, bool shown) {
                         frame_.set_notifications(shown);
                         // Told only when somebody could see it; otherwise the window says it, and the next look tries
                         // again.
                         if (shown && telling_) desk_.told(*telling_);
                         telling_.reset();
                     }}},
      tray_{face(),
            menu(),
            {.activated = [this] { show_window(); },
             .chosen = [this](int id) { chosen(id); },
             .changed =
                 [this](bool available) {
                     frame_.set_tray(available);
                     if (!available && !frame_.IsShown()) {  // nobody could find it again
                         frame_.Show();
                         frame_.Iconize();
                     }
                 }}},
      watch_{[this](DayWatch::Why) { look_around(); }}
{
    frame_.set_tray(tray_.available());
    frame_.on_changed([this] {
        tray_.show(face());
        tray_.show(menu());
    });
}

TrayFace Presence::face()
{
    const auto& words = desk_.words();
    const auto home = desk_.home();
    const int count = desk_.warnings_count();
    TrayFace out;
    out.title = count == 0 ? words("Duewatch")
                           : words.plural("Duewatch: {n} bill at risk", "Duewatch: {n} bills at risk", count);
    out.tip = home.empty ? std::string{} : home.headline;
    if (!home.empty) out.level = home.level;
    out.needs_attention = count > 0;
    return out;
}

TrayMenu Presence::menu() const
{
    const auto& words = desk_.words();
    return {{show_item, words("Show Duewatch")},
            {warnings_item, words("Warnings")},
            {import_item, words("Import a statement…")},
            {},
            {quit_item, words("Quit")}};
}

void Presence::chosen(int id)
{
    if (id == quit_item) return frame_.quit();
    show_window();
    if (id == warnings_item) frame_.go(view::PageId::warnings);
    if (id == import_item) frame_.CallAfter([this] { frame_.carry_out(view::ChooseFile{}); });
}

void Presence::show_window(const std::string& token)
{
    look_around();
    raise(frame_, token);
}

void Presence::look_around()
{
    if (desk_.look_around(today_())) frame_.refresh();
    frame_.look_for_statements();
    tell();
}

/// Only while nobody looks at the window: there it stands anyway.
void Presence::tell()
{
    if ((frame_.IsShown() && !frame_.IsIconized()) || telling_) return;
    telling_ = desk_.reminder(desk_.now());
    if (!telling_) return tell_offer();
    const auto& words = desk_.words();
    notifier_.tell({.key = notice_key,
                    .title = telling_->title,
                    .body = telling_->body,
                    .urgency = telling_->urgent ? Urgency::critical : Urgency::normal,
                    .stays = telling_->urgent,
                    .actions = {{"default", words("Show")}, {"ways", words("What you can do")}}});
}

/// A new statement in the watched folder: said once, and never so that it interrupts.
void Presence::tell_offer()
{
    const auto offer = desk_.offer_to_tell(desk_.now());
    if (!offer) return;
    desk_.note_offer(Desk::told_of_offer + offer->key);
    const auto& words = desk_.words();
    notifier_.tell({.key = offer_key,
                    .title = words("A new statement"),
                    .body = offer->text,
                    .urgency = Urgency::low,
                    .stays = false,
                    .actions = {{"statement", words("Look at it")}}});
}

void Presence::acted(const std::string& action, const std::string& token)
{
    notifier_.withdraw(notice_key);
    notifier_.withdraw(offer_key);
    raise(frame_, token);
    if (action == "statement") {
        if (const auto offer = desk_.offer()) frame_.carry_out(view::OpenFile{offer->file});
        return;
    }
    if (action == "ways" || action == "default") frame_.show_warning(desk_.first_warning());
}

}  // namespace desktop
