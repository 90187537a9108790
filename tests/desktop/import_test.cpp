#include "tests/support/catch.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "tests/desktop/live.hpp"
#include "ui/desktop/event_loop.hpp"
#include "ui/desktop/main_frame.hpp"

using namespace desktop;
using namespace desktop::test;
using view::ImportStage;

namespace {

ledger::Date day(const char* text)
{
    return *ledger::parse_date(text);
}

/// The whole window on a ledger in memory on the 22nd of November 2026, and a folder of statements.
struct Wizard {
    std::filesystem::path folder;
    Desk desk;
    MainFrame* frame;

    explicit Wizard(const char* language = "en")
        : folder{make_folder()},
          desk{app::Session::in_memory({day("2026-11-22")}),
               {language, {}},
               [] { return ledger::moment(day("2026-11-22"), 12, 0); },
               event_loop()},
          frame{new MainFrame{desk}}
    {
        frame->Show();
        settle();
    }
    ~Wizard()
    {
        frame->quit();
        pump_until([] { return wxTopLevelWindows.IsEmpty(); });
        std::filesystem::remove_all(folder);
    }

    static std::filesystem::path make_folder()
    {
        char pattern[] = "/tmp/duewatch-wizard-XXXXXX";
        REQUIRE(mkdtemp(pattern) != nullptr);
        return pattern;
    }
    ledger::AccountId account(const char* name, const char* opening = "1000",
                              ledger::AccountType type = ledger::AccountType::checking)
    {
        view::SaveAccount wanted;
        wanted.name = name;
        wanted.currency = "CNY";
        wanted.opening = opening;
        wanted.type = type;
        wanted.statement_day = "5";
        wanted.due_day = "25";
        frame->carry_out(wanted);
        return desk.state().book.accounts.rbegin()->first;
    }
    std::filesystem::path file(const char* name, const std::string& text) const
    {
        std::ofstream{folder / name, std::ios::binary} << text;
        return folder / name;
    }
    bool ready()
    {
        return pump_until([&] { return desk.importing().stage != ImportStage::reading; }, 10000);
    }
    void open(const std::filesystem::path& path)
    {
        frame->carry_out(view::OpenFile{path});
        REQUIRE(ready());
        settle(30);
    }
    ImportPage& page() { return frame->importing(); }
    std::string cell(unsigned row, std::size_t column) { return page().table().row(row)->at(column).text; }
    std::size_t entries()
    {
        return static_cast<std::size_t>(
            desk.session().ask([&](const db::Store& store) { return store.count({}); }).or_throw());
    }
};

const std::string head = "Date,Payee,Amount,Balance\n";
const std::string three =
    head + "2026-11-01,Salary,5000.00,6000.00\n2026-11-02,Lawson,-12.30,5987.70\n2026-11-03,Metro,-4.00,5983.70\n";

}  // namespace

TEST_CASE("the first statement takes three steps, the next one two", "[wizard]")
{
    Wizard w;
    // 1: the file. It knows what it has read, and that there is no account for it yet.
    w.open(w.file("bank.csv", three));
    CHECK(w.desk.importing().stage == ImportStage::preview);
    CHECK(std::holds_alternative<view::NewAccount>(w.desk.importing().import.intent));
    // 2: the account, as the file describes it.
    const auto suggested = w.desk.account_for_import();
    CHECK(suggested.opening == "1000.00");
    w.account("Checking", suggested.opening.c_str());
    w.frame->carry_out(view::ImportInto{w.desk.shown_account()});
    REQUIRE(w.ready());
    CHECK(w.desk.importing().remarks.back().find("as the file says") != std::string::npos);
    // 3: Import.
    REQUIRE(std::holds_alternative<view::ConfirmImport>(w.desk.importing().import.intent));
    w.frame->carry_out(view::ConfirmImport{});
    CHECK(w.entries() == 3);
    CHECK(w.desk.importing().stage == ImportStage::done);

    // The next month: the file (1), Import (2).
    w.open(w.file("december.csv", head + "2026-11-10,Lawson,-10.00,5973.70\n2026-11-11,Baker,-3.70,5970.00\n"));
    CHECK(w.desk.importing().account.labels[static_cast<std::size_t>(w.desk.importing().account.chosen)].find(
              "Checking") != std::string::npos);
    CHECK(w.desk.importing().account_note == "as the last file of this kind");
    w.frame->carry_out(w.desk.importing().import.intent);
    CHECK(w.entries() == 5);
}

TEST_CASE("an ambiguity is asked once with both readings, and the answer is remembered", "[wizard]")
{
    Wizard w;
    w.account("Checking");
    w.open(w.file("a.csv", "Date,Payee,Amount\n03/04/2026,Tea,-5.00\n05/04/2026,Bread,-3.00\n05/06/2026,Milk,-3.00\n"));
    const auto questions = w.desk.importing().questions;
    REQUIRE(questions.size() == 1);
    REQUIRE(questions.front().answers.size() == 2);
    CHECK(questions.front().answers[0].label != questions.front().answers[1].label);
    const auto before = w.cell(0, 2);
    w.page().answer(0, 1);
    REQUIRE(pump_until(
        [&] { return w.desk.importing().stage == ImportStage::preview && w.desk.importing().questions.empty(); }));
    settle(30);
    CHECK(w.cell(0, 2) != before);
    const auto chosen = w.cell(0, 2);
    w.frame->carry_out(view::ConfirmImport{});
    w.open(w.file("b.csv", "Date,Payee,Amount\n03/04/2026,Tea,-6.00\n05/04/2026,Bread,-4.00\n06/05/2026,Milk,-4.00\n"));
    CHECK(w.desk.importing().questions.empty());
    CHECK(w.cell(0, 2) == chosen);
}

TEST_CASE("a column that was taken for something else is corrected, and stays so", "[wizard]")
{
    Wizard w;
    w.account("Checking");
    const std::string odd = "Wann,Was,Zahl,Rest\n2026-04-03,Tee,5.00,95.00\n2026-04-05,Brot,3.00,92.00\n";
    w.open(w.file("a.csv", odd));
    w.page().show_reading(true);
    settle(30);
    CHECK(w.page().reading().sample().count() == 2);
    w.frame->carry_out(view::MapColumn{4, "amount"});
    REQUIRE(w.ready());
    settle(30);
    CHECK(w.cell(0, 5).find("95.00") != std::string::npos);
    CHECK(w.page().reading().IsShown());  // still open: the preview follows
    w.frame->carry_out(view::ConfirmImport{});
    w.open(w.file("b.csv", "Wann,Was,Zahl,Rest\n2026-05-03,Tee,5.00,85.00\n2026-05-05,Brot,3.00,82.00\n"));
    CHECK(w.cell(0, 5).find("85.00") != std::string::npos);
}

TEST_CASE("each choice about the file changes the preview", "[wizard]")
{
    Wizard w;
    w.account("Checking");
    w.open(w.file("a.csv", "Date;Payee;Amount\n01/02/2026;Caf\xe9;1,500\n13/02/2026;Tea;2,250\n"));
    struct Case {
        const char* what;
        const char* value;
        std::size_t column;
        const char* shows;
    };
    const auto c = GENERATE(Case{"encoding", "windows-1251", 3, "Cafй"}, Case{"decimal", ".", 5, "1,500"},
                            Case{"decimal", ",", 5, "1.50"}, Case{"sign", "flipped", 5, "−"});
    INFO(c.what << " " << c.value);
    w.frame->carry_out(view::ReadAs{c.what, c.value});
    REQUIRE(w.ready());
    settle(30);
    REQUIRE(w.desk.importing().stage == ImportStage::preview);
    CHECK(w.cell(0, c.column).find(c.shows) != std::string::npos);
    w.frame->carry_out(view::ReadAs{c.what, ""});  // found out again
    REQUIRE(w.ready());
    CHECK(w.desk.importing().stage == ImportStage::preview);
}

TEST_CASE("what is shown is what comes in: rows left out, brought in and given a category", "[wizard]")
{
    Wizard w;
    w.account("Checking");
    w.open(w.file("a.csv", three));
    auto& table = w.page().table();
    table.select(1);
    CHECK(w.page().key(WXK_SPACE));  // Lawson stays out
    settle(30);
    CHECK(w.cell(1, 0) == "left out");
    CHECK(w.desk.importing().import.label == "Import 2 rows");
    const auto category = w.desk.importing().categories.back();
    w.frame->carry_out(view::RowCategory{4, category});
    w.frame->carry_out(view::ConfirmImport{});
    CHECK(w.entries() == 2);
    CHECK(w.desk.session().ask([&](const db::Store& store) { return store.entry({2}); }).or_throw()->category ==
          category);
    CHECK(w.desk.session().ask([&](const db::Store& store) { return store.entry({2}); }).or_throw()->chosen);

    w.open(w.file("again.csv", three));  // the salary and the metro are there; the metro is wanted once more
    CHECK(w.desk.importing().import.label == "Import 1 row");
    w.page().table().select(2);
    w.page().key(WXK_SPACE);
    settle(30);
    CHECK(w.desk.importing().import.label == "Import 2 rows");
    w.frame->carry_out(view::ConfirmImport{});
    CHECK(w.entries() == 4);
}

TEST_CASE("the lines can be filtered, and each is in exactly one of the lists", "[wizard]")
{
    Wizard w;
    w.account("Checking");
    w.open(w.file("a.csv", three));
    w.frame->carry_out(view::ConfirmImport{});
    w.open(w.file("b.csv", three + "2026-11-04,Bread,1O.50,5970.00\n2026-11-05,Tea,-3.70,5980.00\n"));
    const auto model = w.desk.importing();
    std::map<view::ImportFilter, std::size_t> size;
    for (std::size_t i = 0; i < model.filters.size(); ++i) {
        w.frame->carry_out(view::ShowRows{static_cast<int>(i)});
        size[model.filters[i]] = w.page().table().count();
        w.frame->carry_out(view::ShowRows{0});
    }
    CHECK(size[view::ImportFilter::all] == 5);
    CHECK(size[view::ImportFilter::known] == 3);
    CHECK(size[view::ImportFilter::fresh] == 1);
    CHECK(size[view::ImportFilter::unreadable] == 1);
}

TEST_CASE("a transfer the files are not sure of is accepted by one key", "[wizard]")
{
    Wizard w;
    const auto bank = w.account("Checking"), card = w.account("Card", "0", ledger::AccountType::card);
    w.open(w.file(
        "card.csv",
        "Date,Description,Amount\n2026-11-04,Thank you,1200.00\n2026-11-05,Books,-40.00\n2026-11-06,Shoes,-70.00\n"));
    w.frame->carry_out(view::ImportInto{card});
    REQUIRE(w.ready());
    w.frame->carry_out(view::ConfirmImport{});
    w.open(w.file("bank.csv", "Date,Payee,Amount\n2026-11-03,Nr 17,-1200.00\n2026-11-07,Baker,-3.00\n"));
    w.frame->carry_out(view::ImportInto{bank});
    REQUIRE(w.ready());
    settle(30);
    CHECK(w.cell(0, 6).find("T takes it") != std::string::npos);
    w.page().table().select(0);
    CHECK(w.page().key('T'));
    settle(30);
    CHECK(w.cell(0, 6) == "⇄ transfer with Card");
    w.frame->carry_out(view::ConfirmImport{});
    int sides = 0;
    for (const auto& e : w.desk.session().ask([&](const db::Store& store) { return store.entries({}); }).or_throw())
        sides += static_cast<bool>(e.transfer);
    CHECK(sides == 2);
}

TEST_CASE("several files come one after another, and one Undo takes all of them back", "[wizard]")
{
    Wizard w;
    w.account("Checking");
    w.frame->carry_out(
        view::OpenFiles{{w.file("a.csv", three), w.file("broken.csv", "\x89PNG\r\n\x1a\n\x01\x02\x03"),
                         w.file("b.csv", head + "2026-11-10,Lawson,-10.00,5973.70\n2026-11-11,Tea,-1.00,5972.70\n")}});
    REQUIRE(w.ready());
    CHECK(w.desk.importing().waiting == "2 more files follow");
    w.frame->carry_out(view::ConfirmImport{});
    REQUIRE(pump_until([&] { return w.desk.importing().stage == ImportStage::failed; }));
    w.frame->carry_out(view::DropImport{});
    REQUIRE(pump_until([&] { return w.desk.importing().stage == ImportStage::preview; }));
    w.frame->carry_out(view::ConfirmImport{});
    REQUIRE(w.desk.importing().stage == ImportStage::done);
    CHECK(w.desk.importing().sentence == "5 rows came in.");
    CHECK(w.entries() == 5);
    w.frame->carry_out(view::UndoImports{});
    CHECK(w.entries() == 0);
    CHECK(w.desk.state().book.batches.empty());
    CHECK(w.desk.importing().stage == ImportStage::choose);
}

TEST_CASE("a long file can be stopped while it is read, and nothing is written", "[wizard]")
{
    Wizard w;
    w.account("Checking");
    std::string text = "Date,Payee,Amount\n";
    for (int i = 0; i < 300000; ++i)
        text += "2026-10-" + std::to_string(10 + i % 20) + ",Shop " + std::to_string(i) + ",-" +
                std::to_string(i % 90 + 1) + ".00\n";
    w.frame->carry_out(view::OpenFile{w.file("long.csv", text)});
    CHECK(w.desk.importing().stage == ImportStage::reading);
    settle(100);  // the window lives meanwhile
    w.frame->carry_out(view::DropImport{});
    CHECK(w.desk.importing().stage == ImportStage::choose);
    settle(300);
    CHECK(w.entries() == 0);
    CHECK(w.desk.importing().stage == ImportStage::choose);
}

TEST_CASE("a preview that the ledger has outrun is looked at again before it is recorded", "[wizard]")
{
    Wizard w;
    const auto account = w.account("Checking");
    w.open(w.file("a.csv", three));
    view::SaveEntry typed;
    typed.account = account;
    typed.date = "2026-11-02";
    typed.payee = "Lawson";
    typed.amount = "-12.30";
    CHECK(w.desk.save(typed).done);  // behind the window's back
    CHECK_FALSE(w.desk.confirm_import().done);
    REQUIRE(w.ready());
    CHECK(w.entries() == 1);
    CHECK(w.desk.importing().import.label == "Import 2 rows");  // Lawson is there by now
    w.frame->carry_out(view::ConfirmImport{});
    CHECK(w.entries() == 3);
}

TEST_CASE("a locked archive asks for its password, and one with several statements brings them one after another",
          "[wizard]")
{
    Wizard w;
    w.account("Alipay", "0", ledger::AccountType::wallet);
    w.open(std::filesystem::path{DUEWATCH_FIXTURES "/archives"} / GENERATE("locked_aes.zip", "locked_classic.zip"));
    REQUIRE(w.desk.importing().stage == ImportStage::failed);
    CHECK_FALSE(w.desk.importing().password_label.empty());
    w.page().password().SetValue("135790");
    w.page().unlock();
    settle(150);
    REQUIRE(w.ready());
    CHECK(w.desk.importing().stage == ImportStage::failed);
    CHECK(w.page().password().IsEmpty());
    w.page().password().SetValue("246810");
    w.page().unlock();
    REQUIRE(pump_until([&] { return w.desk.importing().stage == ImportStage::preview; }));
    w.frame->carry_out(view::DropImport{});

    w.open(DUEWATCH_FIXTURES "/archives/two_statements.zip");
    CHECK(w.desk.importing().stage == ImportStage::preview);
    CHECK(w.desk.importing().file == "two_statements.zip / 2024/january.csv");
    w.frame->carry_out(view::DropImport{});
    REQUIRE(w.ready());
    CHECK(w.desk.importing().file == "two_statements.zip / 2024/alipay.csv");
}

TEST_CASE("a pipe, a folder and a file that is gone are refused with a reason", "[wizard]")
{
    Wizard w;
    w.account("Checking");
    const auto pipe = w.folder / "pipe.csv";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    const char* const name = GENERATE("pipe.csv", ".", "gone.csv");
    w.open(w.folder / name);
    CHECK(w.desk.importing().stage == ImportStage::failed);
    CHECK_FALSE(w.desk.importing().remarks.empty());
}

TEST_CASE("the watched folder offers a new statement once, and only where it is wanted", "[wizard][watched]")
{
    Wizard w;
    w.account("Checking");
    const auto statement = w.file("bank.csv", three);
    w.file("notes.csv", "buy milk\ncall Ann\n");
    w.file("picture.png", "\x89PNG");
    w.frame->look_for_statements();
    settle(50);
    CHECK_FALSE(w.desk.offer());  // off by default
    auto preferences = w.desk.state().book.preferences;
    preferences.watched_folder = w.folder.string();
    std::filesystem::last_write_time(
        statement, std::filesystem::file_time_type::clock::now() +
                       (day("2026-11-22") - std::chrono::floor<ledger::Days>(std::chrono::system_clock::now())));
    w.frame->carry_out(view::SaveSettings{preferences, "0"});
    REQUIRE(pump_until([&] { return w.desk.offer().has_value(); }));
    CHECK(w.desk.offer()->text.find("bank.csv") != std::string::npos);
    w.frame->go(view::PageId::home);
    CHECK(w.frame->home().offer().buttons().size() == 2);
    const bool look = GENERATE(true, false);
    if (look) {
        w.frame->carry_out(w.desk.offer()->actions[0].intent);
        REQUIRE(w.ready());
        CHECK(w.desk.importing().stage == ImportStage::preview);
    }
    else {
        w.frame->carry_out(w.desk.offer()->actions[1].intent);
    }
    CHECK_FALSE(w.desk.offer());
    w.frame->look_for_statements();
    settle(100);
    CHECK_FALSE(w.desk.offer());
}
