#include <fstream>

#include <wx/dialog.h>

#include "alerts/to_tell.hpp"
#include "tests/desktop/desktop.hpp"
#include "ui/app/journeys/accounts.hpp"
#include "ui/desktop/screenshots.hpp"

using namespace desktop;
using namespace desktop::test;

TEST_CASE("an empty ledger opens on its first step, with nothing modal", "[window]")
{
    Desktop d;
    for (auto* window : wxTopLevelWindows) {
        const auto* dialog = dynamic_cast<wxDialog*>(window);
        CHECK_FALSE((dialog && dialog->IsModal()));
    }
    CHECK(d.frame->page() == view::PageId::home);
    REQUIRE_FALSE(d.frame->home().card().actions().buttons().empty());
    CHECK(utf8(d.frame->home().card().actions().buttons().front()->GetLabelText()) == "Import a statement…");
}

TEST_CASE("home shows the risky bill first", "[window]")
{
    Desktop d;
    d.account("Checking", "1000");
    d.bill("Power", "120", "2026-11-30");
    d.bill("Rent", "3000", "2026-12-01");
    d.frame->go(view::PageId::home);
    auto& bills = d.frame->home().bills();
    REQUIRE(bills.count() >= 2);
    CHECK(cell(bills, 0, 1) == "Rent");
    CHECK(bills.row(0)->front().level >= view::Level::at_risk);
    CHECK(d.frame->home().card().headline().find("Rent") != std::string::npos);
}

TEST_CASE("an entry typed into the register is added and changes the balance", "[window]")
{
    Desktop d;
    d.account("Checking", "1000");
    d.frame->go(view::PageId::entries);
    auto& page = d.frame->entries();
    page.date().SetValue("2026-11-21");
    page.payee().SetValue(wx("罗森便利店"));
    page.amount().SetValue("12.30");
    page.save();
    REQUIRE(pump_until([&] { return page.table().count() == 1; }));
    CHECK(cell(page.table(), 0, 1) == "罗森便利店");
    CHECK(cell(page.table(), 0, 4) == "−¥12.30");
    CHECK(cell(page.table(), 0, 5) == "¥987.70");
    CHECK(page.payee().IsEmpty());
    SECTION("and Undo takes it back")
    {
        d.frame->carry_out(view::Undo{});
        CHECK(pump_until([&] { return page.table().count() == 0; }));
    }
    SECTION("what cannot be read is refused and stays in the line")
    {
        page.amount().SetValue("12.3.4");
        page.payee().SetValue("Lawson");
        page.save();
        settle();
        CHECK(page.table().count() == 1);
        CHECK(page.payee().GetValue() == "Lawson");
        CHECK_FALSE(d.frame->notice().text().empty());
    }
}

TEST_CASE("the language changes while the window is open", "[window]")
{
    Desktop d;
    d.account("Checking", "1000");
    d.frame->go(view::PageId::settings);
    auto preferences = d.desk.state().book.preferences;
    preferences.language = "zh_CN";
    d.frame->carry_out(view::SaveSettings{preferences, "0"});
    settle();
    CHECK(d.desk.words().language() == "zh_CN");
    CHECK(utf8(d.frame->GetTitle()) == "设置 – Duewatch");
    CHECK(utf8(d.frame->GetMenuBar()->GetMenuLabelText(0)).find("文件") != std::string::npos);
    d.frame->go(view::PageId::home);
    CHECK(d.frame->home().card().headline() == "还没有账单。");
}

TEST_CASE("a statement that is opened is shown row by row and then imported", "[window]")
{
    const auto file = std::filesystem::temp_directory_path() / "duewatch-window-test.csv";
    std::ofstream{file} << "Date,Payee,Amount,Balance\n2026-11-01,Salary,5000.00,6000.00\n2026-11-02,Lawson,-12.30,"
                           "5987.70\n2026-11-03,Metro,-4.00,5983.70\n";
    Desktop d;
    d.account("Checking", "1000");
    d.frame->carry_out(view::OpenFile{file});
    REQUIRE(pump_until([&] { return d.desk.importing().stage == view::ImportStage::preview; }));
    CHECK(d.frame->page() == view::PageId::import);
    CHECK(d.frame->importing().table().count() == 3);
    CHECK(d.desk.importing().can_import);
    d.frame->carry_out(view::ConfirmImport{});
    settle();
    CHECK(d.frame->notice().text() == "Imported 3 rows from duewatch-window-test.csv.");
    d.frame->go(view::PageId::entries);
    CHECK(d.frame->entries().table().count() == 3);
    SECTION("the same file again adds nothing")
    {
        d.frame->carry_out(view::OpenFile{file});
        REQUIRE(pump_until([&] { return d.desk.importing().stage == view::ImportStage::preview; }));
        CHECK_FALSE(d.desk.importing().can_import);
    }
    SECTION("and the whole import can be taken back")
    {
        d.frame->carry_out(view::Undo{});
        settle();
        CHECK(d.frame->entries().table().count() == 0);
    }
    std::filesystem::remove(file);
}

TEST_CASE("a warning leads to what can be said to the bank", "[window]")
{
    Desktop d;
    d.account("Checking", "1000");
    d.bill("ICBC", "3000", "2026-12-01");
    d.frame->go(view::PageId::warnings);
    auto& page = d.frame->warnings();
    REQUIRE(page.table().count() == 1);
    REQUIRE(page.detail());
    CHECK(page.detail()->headline.find("ICBC") != std::string::npos);
    d.frame->carry_out(view::StartContact{page.detail()->duty});
    REQUIRE(page.talking());
    d.frame->carry_out(view::ContactChoice{.duty = page.detail()->duty, .reason = "unemployment"});
    for (int step = 0; step < ContactPanel::steps; ++step) {
        page.contact().go(step);
        settle(20);
    }
    CHECK_FALSE(page.contact().words_to_say().empty());
    CHECK(page.contact().words_to_say().find('{') == std::string::npos);
}

TEST_CASE("a closed window hides where a tray shows it, and is minimised where none does", "[window]")
{
    Desktop d;
    d.frame->set_tray(true);
    d.frame->Close();
    CHECK_FALSE(d.frame->IsShown());
    d.frame->Show();
    d.frame->set_tray(false);
    d.frame->Close();
    settle();
    CHECK(d.frame->IsShown());
}

TEST_CASE("what was told once is not told again, and nothing in quiet hours", "[window]")
{
    Desktop d;
    d.account("Checking", "1000");
    d.bill("Rent", "3000", "2026-12-01");
    CHECK_FALSE(d.desk.reminder(ledger::moment(day("2026-11-22"), 23, 0)));
    const auto reminder = d.desk.reminder(d.desk.now());
    REQUIRE(reminder);
    CHECK(reminder->body.find("Rent") != std::string::npos);
    const auto& state = d.desk.state();
    const auto tell = alerts::to_tell(state.book, state.history, d.desk.session().assessment());
    CHECK(reminder->about == tell.keys());  // the list that the command line reads too
    d.desk.told(*reminder);
    CHECK_FALSE(d.desk.reminder(d.desk.now()));
    d.frame->carry_out(view::Undo{});  // takes the bill back, not the telling
    CHECK(d.desk.state().book.bills.empty());
}

TEST_CASE("every page can be opened and drawn", "[window]")
{
    Desktop d{"zh_CN"};
    d.account("活期", "1000");
    d.bill("房租", "3000", "2026-12-01");
    const auto folder = std::filesystem::temp_directory_path() / "duewatch-window-shots";
    CHECK(save_all_pages(*d.frame, d.desk, folder) >= view::pages);
    CHECK(std::filesystem::file_size(folder / "home-zh_CN.png") > 10'000);
    std::filesystem::remove_all(folder);
}
