#include "ui/desktop/screenshots.hpp"

#include <gtk/gtk.h>

#include <array>

#include <wx/app.h>
#include <wx/stopwatch.h>
#include <wx/utils.h>

#include "ui/desktop/pages/account_dialog.hpp"
#include "ui/desktop/pages/entries_dialog.hpp"
#include "ui/desktop/pages/reconcile_dialog.hpp"

namespace desktop {

namespace {

/// Lets everything be laid out and drawn that wants to be.
void settle(int ms = 350)
{
    wxStopWatch watch;
    while (watch.Time() < ms) {
        wxTheApp->ProcessPendingEvents();
        while (gtk_events_pending()) gtk_main_iteration();
        wxTheApp->ProcessIdle();
        wxMilliSleep(5);
    }
}

}  // namespace

bool save_picture(wxTopLevelWindow& window, const std::filesystem::path& file)
{
    auto* widget = GTK_WIDGET(window.GetHandle());
    // From the screen: gtk_widget_draw() leaves the headers of tables out.
    auto* native = gtk_widget_get_window(widget);
    if (!native) return false;
    auto* picture =
        gdk_pixbuf_get_from_window(native, 0, 0, gdk_window_get_width(native), gdk_window_get_height(native));
    if (!picture) return false;
    const bool saved = gdk_pixbuf_save(picture, file.c_str(), "png", nullptr, nullptr);
    g_object_unref(picture);
    return saved;
}

int save_all_pages(MainFrame& frame, Desk& desk, const std::filesystem::path& folder,
                   const std::filesystem::path& statement)
{
    constexpr std::array names{"home",   "register", "bills", "warnings", "outlook",
                               "import", "reports",  "rules", "settings"};
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const auto tail = "-" + desk.words().language() + (is_dark() ? "-dark" : "") + ".png";
    int saved = 0;
    const auto save = [&](const std::string& name) {
        settle();
        saved += save_picture(frame, folder / (name + tail)) ? 1 : 0;
    };
    settle();
    for (int page = 0; page < view::pages; ++page) {
        frame.go(static_cast<view::PageId>(page));
        save(names[static_cast<std::size_t>(page)]);
    }
    for (const auto& [id, bill] : desk.state().book.bills)
        if (bill.source == ledger::BillSource::entered) {
            frame.carry_out(view::EditBill{id});
            save("bill-form");
            break;
        }
    for (const auto& [id, account] : desk.state().book.accounts)
        if (account.card) {
            AccountDialog dialog{&frame, desk.words(), view::account_form(desk.state().book, id, desk.words()), {}};
            dialog.Show();
            settle();
            saved += save_picture(dialog, folder / ("card-terms" + tail)) ? 1 : 0;
            break;
        }
    frame.go(view::PageId::outlook);
    frame.outlook().choose(OutlookPage::month_leaf);
    save("calendar");
    frame.outlook().choose(OutlookPage::record_leaf);
    for (int tries = 0; tries < 100 && desk.record().stage == view::RecordModel::Stage::looking; ++tries) settle(100);
    save("record");
    for (std::size_t tab = 0; tab < frame.rules().tabs().GetPageCount(); ++tab) {
        frame.go(view::PageId::rules);
        frame.rules().tabs().SetSelection(tab);
        save("rules-" + std::to_string(tab + 1));
    }
    frame.carry_out(view::ShowReport{.report = 2, .by = 0, .period = 2});
    frame.go(view::PageId::reports);
    save("reports-months");
    frame.go(view::PageId::entries);
    if (frame.entries().table().count() > 4) {
        frame.entries().choose({1, 3, 4});
        save("register-chosen");
        ReconcileDialog reconcile{&frame,
                                  desk.words(),
                                  desk.shown_account(),
                                  ledger::iso(desk.state().today.date),
                                  [&](const view::Reconcile& wanted) { return desk.reconciling(wanted); },
                                  [](const view::Reconcile&) { return std::string{}; }};
        reconcile.balance().SetValue("5000");
        reconcile.Show();
        settle();
        saved += save_picture(reconcile, folder / ("reconcile" + tail)) ? 1 : 0;
        reconcile.Hide();
        const auto model = desk.register_model();
        EntriesDialog change{&frame, desk.words(), 3, model.category_labels, model.categories};
        change.Show();
        settle();
        saved += save_picture(change, folder / ("change-entries" + tail)) ? 1 : 0;
        change.Hide();
    }
    if (!statement.empty()) {
        frame.carry_out(view::OpenFile{statement});
        for (int tries = 0; tries < 60 && desk.importing().stage == view::ImportStage::reading; ++tries) settle(100);
        save("import-preview");
        frame.carry_out(view::DropImport{});
    }
    if (const auto duty = desk.first_warning(); duty.bill) {
        frame.carry_out(view::ShowJointPlan{});
        save("together");
        frame.carry_out(view::ShowGuide{view::GuideKind::stages, duty});
        save("guide");
        frame.carry_out(view::ShowGuide{view::GuideKind::care, duty});
        save("care");
        frame.warnings().back_to_list();
        frame.carry_out(view::StartContact{duty});
        if (frame.warnings().talking())
            for (int step = 0; step < ContactPanel::steps; ++step) {
                frame.warnings().contact().go(step);
                save("contact-" + std::to_string(step + 1));
            }
    }
    return saved;
}

}  // namespace desktop
