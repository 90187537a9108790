#include <chrono>
#include <clocale>
#include <cstdio>
#include <ctime>
#include <memory>

#include <wx/app.h>
#include <wx/init.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>

#include "ui/desktop/controls/raise.hpp"
#include "ui/desktop/event_loop.hpp"
#include "ui/desktop/linux/autostart.hpp"
#include "ui/desktop/linux/identity.hpp"
#include "ui/desktop/linux/single_instance.hpp"
#include "ui/desktop/presence.hpp"
#include "ui/desktop/screenshots.hpp"
#include "ui/desktop/start.hpp"
#include "ui/wording/problems.hpp"

namespace {

using namespace desktop;

/// The wall clock of this place; nobody else in the program looks at it.
ledger::Moment clock_now()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    return ledger::moment(ledger::make_date(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1),
                                            static_cast<unsigned>(local.tm_mday)),
                          local.tm_hour, local.tm_min);
}

class App : public wxApp {
public:
    App(StartWish wish, SingleInstance* single) : wish_{std::move(wish)}, single_{single} {}

    bool OnInit() override
    {
        setlocale(LC_CTYPE, "C.UTF-8");  // else wx loses every letter that is not ASCII
        SetAppName("duewatch");
        SetVendorName("duewatch");
        if (!open_ledger()) return false;
        const auto& preferred = desk_->state().book.preferences.theme;
        const auto theme = wish_.theme.empty() ? preferred : wish_.theme;
        apply_theme(theme == "dark" ? Theme::dark : theme == "light" ? Theme::light : Theme::system);
        frame_ = new MainFrame{*desk_};
        if (!wish_.shots.empty()) {
            frame_->SetPosition({0, 0});
            frame_->Show();
            CallAfter([this] { take_shots(); });
            return true;
        }
        presence_ = std::make_unique<Presence>(*desk_, *frame_, [this] { return today(); });
        frame_->on_quit([this] { presence_.reset(); });
        frame_->on_preferences([this] { follow_preferences(); });
        frame_->Show(!wish_.hidden);
        if (wish_.hidden) settle_hidden();
        if (!wish_.files.empty()) CallAfter([this] { frame_->carry_out(view::OpenFiles{wish_.files}); });
        if (single_) single_->on_start([this](const Start& start) { heard(start); });
        CallAfter([this] {
            if (presence_) presence_->look_around();
        });
        return true;
    }

    int OnExit() override
    {
        presence_.reset();
        desk_.reset();
        return wxApp::OnExit();
    }
    int result() const { return result_; }

    /// What nobody else caught: it is said, and the window stays.
    bool OnExceptionInMainLoop() override
    {
        try {
            throw;
        }
        catch (const std::exception& error) {
            std::fprintf(stderr, "duewatch: %s\n", error.what());
            if (!desk_ || !frame_) return false;
            frame_->say(desk_->failed(app::mishap_of(error)));
        }
        return true;
    }

private:
    ledger::Today today() const { return wish_.today ? *wish_.today : ledger::Today{ledger::day_of(clock_now())}; }

    bool open_ledger()
    {
        const auto now = [this] {
            const auto moment = clock_now();
            return wish_.today ? ledger::moment(wish_.today->date, static_cast<int>(moment.minutes % (24 * 60) / 60),
                                                static_cast<int>(moment.minutes % 60))
                               : moment;
        };
        try {
            desk_ = std::make_unique<Desk>(app::Session::open(wish_.ledger, today(), now),
                                           Desk::Options{wish_.language, wish_.ledger}, now, event_loop());
            return true;
        }
        catch (const db::StorageError& error) {
            const auto text =
                wording::sentence(error.kind(), error.file().string(), error.what(), wording::Words{wish_.language});
            std::fprintf(stderr, "duewatch: %s\n", text.c_str());
            wxMessageBox(wx(text), "Duewatch", wxOK | wxICON_ERROR);
            result_ = 74;
            return false;
        }
    }

    void take_shots()
    {
        const int saved = save_all_pages(*frame_, *desk_, wish_.shots,
                                         wish_.files.empty() ? std::filesystem::path{} : wish_.files.front());
        std::printf("%d pictures in %s\n", saved, wish_.shots.c_str());
        frame_->quit();
    }

    /// Whether the tray will show us is known a moment after the start. Without it the window is minimised rather than
    /// lost.
    void settle_hidden()
    {
        auto* timer = new wxTimer;
        timer->Bind(wxEVT_TIMER, [this, timer](wxTimerEvent&) {
            if (presence_ && !presence_->tray_available() && !frame_->IsShown()) {
                frame_->Show();
                frame_->Iconize();
            }
            CallAfter([timer] { delete timer; });
        });
        timer->StartOnce(1500);
    }

    void heard(const Start& start)
    {
        const auto wish = read_start(start.arguments, start.folder);
        raise(*frame_, start.token);
        if (!wish.files.empty()) frame_->carry_out(view::OpenFiles{wish.files});
    }

    void follow_preferences()
    {
        const bool wanted = desk_->state().book.preferences.autostart;
        if (wanted != starts_with_session())
            start_with_session(wanted, utf8(wxStandardPaths::Get().GetExecutablePath()));
    }

    StartWish wish_;
    SingleInstance* single_;
    int result_ = 0;
    std::unique_ptr<Desk> desk_;
    MainFrame* frame_ = nullptr;
    std::unique_ptr<Presence> presence_;
};

}  // namespace

int main(int argc, char** argv)
{
    const auto start = this_start(argc, argv);
    auto wish = read_start(start.arguments, start.folder);
    if (!wish.wrong.empty()) {
        std::fprintf(stderr, "duewatch: %s\n%s", wish.wrong.c_str(), start_help());
        return 64;
    }
    if (wish.help || wish.version) {
        std::fputs(wish.help ? start_help() : "duewatch 0.1.0\n", stdout);
        return 0;
    }
    identify();
    // One window for each ledger. Asked before the display is opened, so that a later start is over at once.
    std::unique_ptr<SingleInstance> single;
    if (wish.shots.empty()) {
        const auto own = wish.own_ledger ? ".L" + std::to_string(std::hash<std::string>{}(
                                                      std::filesystem::weakly_canonical(wish.ledger).string()))
                                         : std::string{};
        single = std::make_unique<SingleInstance>(app_id + own);
        const auto role = single->claim(start);
        if (role == SingleInstance::Role::handed_over) return 0;
        if (role == SingleInstance::Role::unreachable) {
            std::fputs("duewatch: another window has this ledger open and does not answer.\n", stderr);
            return 1;
        }
    }
    auto* app = new App{std::move(wish), single.get()};
    wxApp::SetInstance(app);
    int one = 1;
    char* name_only[] = {argv[0], nullptr};
    if (!wxEntryStart(one, name_only)) return 1;
    int result = 1;
    if (app->CallOnInit()) {
        result = app->OnRun();
        app->OnExit();
    }
    if (app->result() != 0) result = app->result();
    wxEntryCleanup();
    return result;
}
