#include "tests/desktop/live.hpp"
#include "tests/support/catch.hpp"
#include "ui/desktop/event_loop.hpp"
#include "ui/desktop/main_frame.hpp"
#include "ui/desktop/pages/account_dialog.hpp"

using namespace desktop;
using desktop::test::pump_until;
using desktop::test::settle;

namespace {

ledger::Date day(const char* iso)
{
    return *ledger::parse_date(iso);
}

/// A window on a ledger in memory with one account, on 22 November 2026.
struct Desktop {
    Desk desk;
    MainFrame* frame;

    Desktop()
        : desk{app::Session::in_memory({day("2026-11-22")}),
               {"en", {}},
               [] { return ledger::moment(day("2026-11-22"), 12, 0); },
               event_loop()},
          frame{new MainFrame{desk}}
    {
        view::SaveAccount account;
        account.name = "Checking";
        account.currency = "CNY";
        account.opening = "5000";
        frame->carry_out(account);
        frame->Show();
        settle();
    }
    ~Desktop()
    {
        frame->quit();
        pump_until([] { return wxTopLevelWindows.IsEmpty(); });
    }

    /// Types a new bill into the form, as a person would.
    void write_rent()
    {
        frame->carry_out(view::NewBill{});
        auto& boxes = frame->bills().boxes();
        boxes.payee->ChangeValue("Rent");
        boxes.amount->ChangeValue("2400");
        boxes.due->ChangeValue("2026-11-25");
        boxes.repeat->SetSelection(1);
        frame->bills().save();
        settle();
    }
    std::string cell(unsigned row, std::size_t column) { return frame->bills().table().row(row)->at(column).text; }
};

}  // namespace

TEST_CASE("a bill is written, changed for this time, and changed for all that follow", "[window][bills]")
{
    Desktop d;
    d.write_rent();
    REQUIRE(d.desk.state().book.bills.size() == 1);
    const auto id = d.desk.state().book.bills.begin()->first;
    CHECK(d.cell(0, 3) == "¥2,400.00");
    auto& boxes = d.frame->bills().boxes();
    SECTION("only this one")
    {
        d.frame->carry_out(view::EditBill{id});
        boxes.this_one->SetValue(true);
        boxes.amount->ChangeValue("2300");
        d.frame->bills().save();
        settle();
        CHECK(d.cell(0, 3) == "¥2,300.00");
        CHECK(d.desk.state().book.bills.at(id).amount == ledger::Money{240000, {}});
    }
    SECTION("this one and all that follow, after one was paid")
    {
        const auto duty = *ledger::current_duty(d.desk.state().book, d.desk.state().history, id, d.desk.state().today);
        d.frame->carry_out(
            view::PayBill{{id, duty.occurrence}, "2400", "2026-11-22", d.desk.state().book.accounts.begin()->first});
        settle();
        d.frame->carry_out(view::EditBill{id});
        boxes.amount->ChangeValue("2500");
        d.frame->bills().save();
        settle();
        const auto& bill = d.desk.state().book.bills.at(id);
        CHECK(bill.amount == ledger::Money{250000, {}});
        REQUIRE(bill.earlier.size() == 1);
        CHECK(bill.earlier[0].amount == ledger::Money{240000, {}});
        SECTION("and the payment was something else")
        {
            d.frame->carry_out(view::UnmatchBill{{id, duty.occurrence}});
            settle();
            CHECK(d.desk.state().book.settlements.empty());
            CHECK(d.cell(0, 3) == "¥2,400.00");
        }
    }
    SECTION("a range, learnt from six, on the working day after, by the last weekday")
    {
        d.frame->carry_out(view::EditBill{id});
        boxes.amount->ChangeValue("80..120");
        boxes.learn->ChangeValue("6");
        boxes.shift->SetSelection(2);
        boxes.repeat->SetSelection(9);
        boxes.times->ChangeValue("12");
        d.frame->bills().save();
        settle();
        const auto& bill = d.desk.state().book.bills.at(id);
        CHECK(bill.amount == ledger::Money{12000, {}});
        CHECK(bill.lowest == ledger::Money{8000, {}});
        CHECK(bill.learn_from == 6);
        CHECK(bill.repeat ==
              ledger::Recurrence{
                  .period = ledger::Period::month, .nth_weekday = -1, .shift = ledger::Shift::after, .times = 12});
        CHECK_FALSE(d.desk.state().book.holidays.empty());
    }
    SECTION("what is wrong is said, and the form stays")
    {
        d.frame->carry_out(view::EditBill{id});
        boxes.amount->ChangeValue("much");
        d.frame->bills().save();
        settle();
        CHECK(d.frame->notice().IsShown());
        CHECK(boxes.amount->GetValue() == "much");
        CHECK(d.desk.state().book.bills.at(id).amount == ledger::Money{240000, {}});
    }
}

TEST_CASE("an income is written beside the bills and left out once", "[window][bills]")
{
    Desktop d;
    d.frame->carry_out(view::NewIncome{});
    auto& boxes = d.frame->bills().boxes();
    boxes.payee->ChangeValue("Employer");
    boxes.amount->ChangeValue("8000");
    boxes.due->ChangeValue("2026-12-05");
    boxes.repeat->SetSelection(1);
    boxes.shift->SetSelection(1);
    d.frame->bills().save();
    settle();
    REQUIRE(d.desk.state().book.incomes.size() == 1);
    CHECK(d.cell(0, 0) == "income");
    CHECK(d.cell(0, 2) == "Fri 4 Dec");
    d.frame->carry_out(view::SkipIncome{{1}, day("2026-12-05")});
    settle();
    CHECK(d.cell(0, 2) == "Tue 5 Jan");
}

TEST_CASE("a card's terms begin as is usual for its currency and can be changed in the dialog", "[window][bills]")
{
    Desktop d;
    view::SaveAccount saved;
    const auto check = [&](const view::SaveAccount& wanted) {
        saved = wanted;
        return d.desk.save(wanted).text;
    };
    {
        AccountDialog dialog{d.frame, d.desk.words(), view::account_form(d.desk.state().book, {}, d.desk.words()),
                             check};
        dialog.name().ChangeValue("Card");
        dialog.choose_type(ledger::AccountType::card);
        CHECK(dialog.daily_rate().GetValue() == "0.0005");
        dialog.choose_region(1);
        CHECK(dialog.daily_rate().GetValue() == "0.000410959");
        dialog.statement_day().ChangeValue("5");
        dialog.due_day().ChangeValue("32");
        dialog.accept();
        CHECK(d.desk.state().book.accounts.size() == 1);  // a due day of 32 changes nothing
        dialog.due_day().ChangeValue("25");
    }
    CHECK(saved.region == "TW");
    saved.due_day = "25";
    CHECK(d.desk.save(saved).done);
    const auto id = d.desk.state().book.accounts.rbegin()->first;
    CHECK(d.desk.state().book.accounts.at(id).card->preset == "TW");
    auto form = view::account_form(d.desk.state().book, id, d.desk.words()).wanted;
    form.daily_rate = "0.0004";
    form.limit = "20000";
    CHECK(d.desk.save(form).done);
    const auto& terms = *d.desk.state().book.accounts.at(id).card;
    CHECK(terms.daily_rate == ledger::Rate{400'000});
    CHECK(terms.limit == ledger::Money{2'000'000, {}});
    CHECK(terms.minimum_older == ledger::Rate{20'000'000});
    CHECK(d.desk.save(view::SaveStatement{id, "2026-11-05", "2026-11-25", "1234.50", "200"}).done);
    d.frame->go(view::PageId::bills);
    settle();
    CHECK(d.cell(0, 3) == "¥1,234.50");
}

TEST_CASE("what was found to come again is confirmed or dismissed with one key, and the next takes its place",
          "[window][bills]")
{
    Desktop d;
    const auto account = d.desk.state().book.accounts.begin()->first;
    const auto spend = [&](const std::string& date, const char* payee, const char* amount) {
        view::SaveEntry entry;
        entry.account = account, entry.date = date, entry.payee = payee, entry.amount = amount;
        d.frame->carry_out(entry);
    };
    for (const char* month :
         {"2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"}) {
        spend(std::string{month} + "-05", "Rent", "900");
        spend(std::string{month} + "-15", "Gym", "99");
    }
    d.frame->carry_out(view::GoTo{view::PageId::bills});
    settle();
    auto& table = d.frame->bills().table();
    REQUIRE(table.count() == 2);
    CHECK(d.cell(0, 0) == "found");
    CHECK(d.cell(0, 1) == "Rent");  // the dearest first
    table.select(1);
    wxKeyEvent gone{wxEVT_CHAR_HOOK};
    gone.m_keyCode = WXK_DELETE;
    table.GetEventHandler()->ProcessEvent(gone);
    settle();
    CHECK(d.desk.state().book.dismissals.size() == 1);
    REQUIRE(table.count() == 1);
    table.select(0);
    wxDataViewEvent entered{wxEVT_DATAVIEW_ITEM_ACTIVATED, &table, wxDataViewItem{}};
    table.GetEventHandler()->ProcessEvent(entered);
    settle();
    CHECK(d.desk.state().book.bills.size() == 1);
    REQUIRE(table.count() == 1);
    CHECK(d.cell(0, 0) != "found");
    d.frame->carry_out(view::Undo{});
    settle();
    CHECK(d.cell(0, 0) == "found");
}
