#include "ui/desktop/main_frame.hpp"

#include <glib.h>

#include <utility>

#include <wx/display.h>
#include <wx/menu.h>

#include "ui/desktop/controls/file_drop.hpp"
#include "ui/desktop/controls/icon.hpp"
#include "ui/desktop/controls/tab_order.hpp"
#include "ui/desktop/pages/account_dialog.hpp"
#include "ui/wording/problems.hpp"

namespace desktop {

using view::PageId;

MainFrame::MainFrame(Desk& desk) : wxFrame{nullptr, wxID_ANY, "Duewatch"}, desk_{desk}
{
    SetIcons(window_icons());
    const auto room = wxDisplay{this}.GetClientArea().GetSize();
    SetMinSize(FromDIP(wxSize{820, 560}));
    SetSize({std::min(FromDIP(1180), room.x), std::min(FromDIP(800), room.y)});
    around_.file = desk.options().file.string();
    if (const auto* downloads = g_get_user_special_dir(G_USER_DIRECTORY_DOWNLOAD)) around_.downloads = downloads;
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    SetSizer(sizer);
    build();
    listen();
    // Through the event loop: a list may ask for its rows from inside a drawing.
    desk_.on_trouble([this](const Answer& trouble) { CallAfter([this, trouble] { say(trouble); }); });
}

void MainFrame::build()
{
    const auto& words = desk_.words();
    home_ = nullptr;
    entries_ = nullptr;
    bills_ = nullptr;
    warnings_ = nullptr;
    outlook_ = nullptr;
    importing_ = nullptr;
    settings_ = nullptr;
    reports_ = nullptr;
    rules_ = nullptr;
    root_ = new wxPanel{this};
    nav_ = new Nav{root_, send(), words};
    auto* right = new wxPanel{root_};
    notice_ = new NoticeBar{right, send(), words("Close this notice")};
    book_ = new wxSimplebook{right};
    for (int i = 0; i < view::pages; ++i) {
        auto* empty = new wxPanel{book_};
        empty->SetSizer(new wxBoxSizer{wxVERTICAL});
        book_->AddPage(empty, {});
    }
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(notice_, 0, wxEXPAND);
    column->Add(book_, 1, wxEXPAND);
    right->SetSizer(column);
    auto* all = new wxBoxSizer{wxHORIZONTAL};
    all->Add(nav_, 0, wxEXPAND);
    all->Add(right, 1, wxEXPAND);
    root_->SetSizer(all);
    GetSizer()->Add(root_, 1, wxEXPAND);
    SetDropTarget(
        new FileDrop{[this](std::vector<std::filesystem::path> files) { later(view::OpenFiles{std::move(files)}); }});
    build_menu();
    stale_.fill(true);
    Layout();
    go(page_);
    if (const auto& left_out = desk_.state().book.left_out; !left_out.empty())
        say({false, wording::left_out_sentence(left_out, words), {}});
}

void MainFrame::rebuild()
{
    Freeze();
    GetSizer()->Clear(true);
    build();
    Thaw();
    if (changed_) changed_();
}

void MainFrame::build_menu()
{
    const auto& words = desk_.words();
    auto* bar = new wxMenuBar;
    const auto add = [&](wxMenu* menu, const std::string& label, const char* keys, std::function<void()> chosen,
                         int id = wxID_ANY) {
        auto* item = menu->Append(id, wx(label) + (keys ? wxString{"\t"} + keys : wxString{}));
        // Through the event loop: what opens a dialog must not do so from inside a call of a screen reader.
        menu->Bind(
            wxEVT_MENU, [this, chosen](wxCommandEvent&) { CallAfter(chosen); }, item->GetId());
    };
    auto* file = new wxMenu;
    add(file, words("&Import a statement…"), "Ctrl+I", [this] { carry_out(view::ChooseFile{}); });
    add(file, words("New &account…"), nullptr, [this] { carry_out(view::NewAccount{}); });
    file->AppendSeparator();
    add(file, words("&Open another ledger…"), "Ctrl+O", [this] { carry_out(view::OpenLedger{}); });
    add(file, words("Make a &backup…"), nullptr, [this] { carry_out(view::BackUp{}); });
    file->AppendSeparator();
    add(file, words("&Close the window"), "Ctrl+W", [this] { Close(); });
    add(
        file, words("&Quit"), "Ctrl+Q", [this] { quit(); }, wxID_EXIT);
    bar->Append(file, wx(words("&File")));
    auto* edit = new wxMenu;
    add(edit, words("&Undo"), "Ctrl+Z", [this] { carry_out(view::Undo{}); });
    edit->AppendSeparator();
    add(edit, words("New &entry"), "Ctrl+N", [this] {
        go(PageId::entries);
        entries().focus_line();
    });
    add(edit, words("New &bill"), "Ctrl+B", [this] { carry_out(view::NewBill{}); });
    edit->AppendSeparator();
    add(edit, words("&Find"), "Ctrl+F", [this] {
        go(PageId::entries);
        entries().focus_search();
    });
    bar->Append(edit, wx(words("&Edit")));
    auto* pages = new wxMenu;
    for (int i = 0; i < view::pages; ++i) {
        const auto page = static_cast<PageId>(i);
        const auto keys = "Ctrl+" + std::to_string(i + 1);
        add(pages, page_name(words, page), keys.c_str(), [this, page] { go(page); });
    }
    pages->AppendSeparator();
    add(pages, words("&Look again"), "F5", [this] { refresh(); });
    bar->Append(pages, wx(words("&View")));
    auto* help = new wxMenu;
    add(help, words("What may &come when…"), nullptr, [this] {
        carry_out(view::ShowGuide{view::GuideKind::stages, {}});
    });
    add(help, words("When it is &too much…"), nullptr, [this] {
        carry_out(view::ShowGuide{view::GuideKind::care, {}});
    });
    help->AppendSeparator();
    add(
        help, words("&About Duewatch"), nullptr, [this] { about(); }, wxID_ABOUT);
    bar->Append(help, wx(words("&Help")));
    auto* before = GetMenuBar();
    SetMenuBar(bar);
    delete before;
}

void MainFrame::listen()
{
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (quitting_ || !event.CanVeto()) {
            changed_ = {};
            desk_.on_trouble({});
            if (quit_) std::exchange(quit_, {})();
            event.Skip();
            return;
        }
        event.Veto();
        if (around_.tray) Hide();
        else Iconize();
    });
    // Lists and text boxes of GTK keep these keys to themselves, so that the menu would not hear them.
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetModifiers() == wxMOD_CONTROL && (event.GetKeyCode() == 'N' || event.GetKeyCode() == 'F')) {
            const bool find = event.GetKeyCode() == 'F';
            CallAfter([this, find] {
                go(PageId::entries);
                find ? entries().focus_search() : entries().focus_line();
            });
            return;
        }
        event.Skip();
    });
}

view::Send MainFrame::send()
{
    return [this](view::Intent intent) { later(std::move(intent)); };
}

void MainFrame::later(view::Intent intent)
{
    CallAfter([this, intent = std::move(intent)] { carry_out(intent); });
}

template <class Page, class... Args>
Page& MainFrame::made(Page*& page, PageId id, Args&&... args)
{
    if (!page) {
        auto* parent = place(id);
        page = new Page{parent, send(), std::forward<Args>(args)...};
        parent->GetSizer()->Add(page, 1, wxEXPAND);
        parent->Layout();
        fill(id);
        let_tab_in(*page);
    }
    return *page;
}

HomePage& MainFrame::home()
{
    return made(home_, PageId::home);
}
BillsPage& MainFrame::bills()
{
    return made(bills_, PageId::bills, desk_.words());
}
WarningsPage& MainFrame::warnings()
{
    return made(warnings_, PageId::warnings, desk_.words());
}
OutlookPage& MainFrame::outlook()
{
    return made(outlook_, PageId::outlook, desk_.words());
}
ImportPage& MainFrame::importing()
{
    const auto cells = [this](const view::ImportLine& line) { return desk_.import_row(line); };
    return made(importing_, PageId::import, cells, [this] { return desk_.import_progress(); });
}
ReportsPage& MainFrame::reports()
{
    return made(reports_, PageId::reports, desk_.words());
}
RulesPage& MainFrame::rules()
{
    return made(rules_, PageId::rules, desk_.words(),
                [this](const view::ApplyRules& wanted, bool asked) { return desk_.rules_preview(wanted, asked); });
}
SettingsPage& MainFrame::settings()
{
    return made(settings_, PageId::settings);
}
RegisterPage& MainFrame::entries()
{
    const auto complete = [this](const std::string& start) { return desk_.payees_like(start); };
    const auto usual = [this](const std::string& payee) { return desk_.usual(payee); };
    return made(entries_, PageId::entries, desk_.words(), complete, usual);
}

void MainFrame::fill(PageId page)
{
    stale_[static_cast<std::size_t>(page)] = false;
    switch (page) {
        case PageId::home: return home().show(desk_.home());
        case PageId::entries: return show_register();
        case PageId::bills: return bills().show(desk_.bills());
        case PageId::warnings: {
            auto& shown = warnings();
            const auto model = desk_.warnings();
            shown.show(model);
            const auto chosen = shown.detail()       ? shown.detail()->duty
                                : model.rows.empty() ? view::DutyKey{}
                                                     : model.rows.front().duty;
            if (const auto detail = desk_.warning(chosen)) shown.show(*detail);
            else if (!model.rows.empty())
                if (const auto first = desk_.warning(model.rows.front().duty)) shown.show(*first);
            if (shown.detail()) shown.choose(shown.detail()->duty);
            return;
        }
        case PageId::outlook: return show_outlook();
        case PageId::import: return importing().show(desk_.importing());
        case PageId::reports: return reports().show(desk_.reports());
        case PageId::rules: return rules().show(desk_.rules());
        case PageId::settings: return settings().show(desk_.settings(around_));
    }
}

void MainFrame::show_register()
{
    const auto model = desk_.register_model();
    entries().show(model, desk_.register_rows(), [this](const db::RegisterRow& row) {
        return view::register_row(row, desk_.state().book, desk_.words(), desk_.shown_all());
    });
}

void MainFrame::go(PageId page)
{
    page_ = page;
    nav_->choose(page);
    book_->SetSelection(static_cast<std::size_t>(page));
    switch (page) {  // made where it is not there yet, which fills it
        case PageId::home: home(); break;
        case PageId::entries: entries(); break;
        case PageId::bills: bills(); break;
        case PageId::warnings: warnings(); break;
        case PageId::outlook: outlook(); break;
        case PageId::import: importing(); break;
        case PageId::reports: reports(); break;
        case PageId::rules: rules(); break;
        case PageId::settings: settings(); break;
    }
    if (stale_[static_cast<std::size_t>(page)]) fill(page);
    // Keys would go to a page that is not shown any more.
    if (auto* focus = wxWindow::FindFocus(); focus && wxGetTopLevelParent(focus) == this && !focus->IsShownOnScreen())
        nav_->SetFocus();
    SetTitle(wx(desk_.words().fill("{page} – Duewatch", fmt::arg("page", page_name(desk_.words(), page)))));
    nav_->show_count(desk_.warnings_count());
}

void MainFrame::refresh()
{
    if (desk_.import_is_stale()) desk_.import_again();
    stale_.fill(true);
    go(page_);
    if (changed_) changed_();
}

void MainFrame::say(const Answer& answer)
{
    notice_->say(answer.text, !answer.done, answer.action);
}

void MainFrame::tell(const Answer& answer)
{
    if (answer.done) refresh();
    say(answer);
}

void MainFrame::quit()
{
    quitting_ = true;
    for (auto* window : wxTopLevelWindows)  // a dialog that is still open would outlive its parent
        if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal()) dialog->EndModal(wxID_CANCEL);
    CallAfter([this] { Close(true); });
}

}  // namespace desktop
