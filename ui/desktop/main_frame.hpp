#pragma once
#include <array>
#include <functional>
#include <optional>

#include <wx/frame.h>
#include <wx/simplebook.h>
#include <wx/timer.h>

#include "ui/desktop/controls/nav.hpp"
#include "ui/desktop/controls/notice_bar.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/desktop/pages/bills_page.hpp"
#include "ui/desktop/pages/home_page.hpp"
#include "ui/desktop/pages/import_page.hpp"
#include "ui/desktop/pages/outlook_page.hpp"
#include "ui/desktop/pages/register_page.hpp"
#include "ui/desktop/pages/reports_page.hpp"
#include "ui/desktop/pages/rules_page.hpp"
#include "ui/desktop/pages/settings_page.hpp"
#include "ui/desktop/pages/warnings_page.hpp"

namespace desktop {

/// The window: the list of pages, the page, the menu. It brings what pages ask for to the Desk and shows what became of
/// it. A page is made when it is first looked at, and filled when it is looked at after something has changed.
class MainFrame : public wxFrame {
public:
    explicit MainFrame(Desk& desk);

    void carry_out(const view::Intent& intent);  ///< at once; pages send through the event loop instead
    void go(view::PageId page);
    view::PageId page() const { return page_; }
    void refresh();  ///< everything may have changed
    void say(const Answer& answer);
    void rebuild();  ///< in another language
    void quit();
    void show_warning(view::DutyKey duty);
    void look_for_statements();  ///< in the watched folder; Home says what there is

    /// Whether a closed window can be found again; if not, it is minimised.
    void set_tray(bool available) { around_.tray = available; }
    void set_notifications(bool available) { around_.notifications = available; }
    void on_changed(std::function<void()> call) { changed_ = std::move(call); }
    void on_preferences(std::function<void()> call) { preferences_ = std::move(call); }
    void on_quit(std::function<void()> call) { quit_ = std::move(call); }

    // Made when they are asked for.
    HomePage& home();
    RegisterPage& entries();
    BillsPage& bills();
    WarningsPage& warnings();
    OutlookPage& outlook();
    ImportPage& importing();
    SettingsPage& settings();
    ReportsPage& reports();
    RulesPage& rules();
    NoticeBar& notice() { return *notice_; }

private:
    void build();
    void build_menu();
    void listen();
    void fill(view::PageId page);
    wxWindow* place(view::PageId page) const { return book_->GetPage(static_cast<std::size_t>(page)); }
    template <class Page, class... Args>
    Page& made(Page*& page, view::PageId id, Args&&... args);
    view::Send send();
    void later(view::Intent intent);
    void tell(const Answer& answer);  ///< refresh and say
    void show_register();
    void show_import();
    void show_outlook();
    void show_record();
    void show_import_if_long();
    void choose_file();
    void choose_watched();
    void choose_backup();
    void choose_ledger();
    void ask_account(ledger::AccountId account = {});  ///< 0 = a new one
    void ask_change(const view::ChangeEntries& chosen);
    void ask_reconcile(ledger::AccountId account);
    void choose_rates();
    void open_contact(const view::ContactChoice& choice, std::optional<int> step = {});
    void choose_paper(const view::ChoosePaper& paper);
    void tell_in_contact(const Answer& answer, const view::ContactChoice& choice);
    void save_text(const view::SaveText& text);
    void about();

    Desk& desk_;
    view::Surroundings around_;
    std::function<void()> changed_, preferences_, quit_;
    bool quitting_ = false;
    wxTimer long_reading_;
    view::PageId page_ = view::PageId::home;
    std::array<bool, view::pages> stale_{};

    wxPanel* root_ = nullptr;
    Nav* nav_ = nullptr;
    NoticeBar* notice_ = nullptr;
    wxSimplebook* book_ = nullptr;
    HomePage* home_ = nullptr;
    RegisterPage* entries_ = nullptr;
    BillsPage* bills_ = nullptr;
    WarningsPage* warnings_ = nullptr;
    OutlookPage* outlook_ = nullptr;
    ImportPage* importing_ = nullptr;
    SettingsPage* settings_ = nullptr;
    ReportsPage* reports_ = nullptr;
    RulesPage* rules_ = nullptr;
};

}  // namespace desktop
