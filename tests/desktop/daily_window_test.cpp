// Daily work in the window: many entries at once, search, rules, categories, rates, reports, statements.
#include <wx/dialog.h>

#include "tests/desktop/live.hpp"
#include "tests/support/catch.hpp"
#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/event_loop.hpp"
#include "ui/desktop/main_frame.hpp"
#include "ui/desktop/pages/reconcile_dialog.hpp"

using namespace desktop;
using desktop::test::pump_until;
using desktop::test::settle;

namespace {

ledger::Date day(const char* iso)
{
    return *ledger::parse_date(iso);
}

/// A window on a small household, on 22 November 2026.
struct House {
    Desk desk{app::Session::in_memory({day("2026-11-22")}),
              {"en", {}},
              [] { return ledger::moment(day("2026-11-22"), 12, 0); },
              event_loop()};
    MainFrame* frame = new MainFrame{desk};

    House()
    {
        frame->Show();
        settle();
        account("Checking"), account("Savings");
        entry("2026-11-02", "12.30", "美团外卖", "Groceries");
        entry("2026-11-03", "80", "Uber Trip", "");
        entry("2026-11-04", "7", "Uber Eats", "");
        frame->carry_out(view::ShowAccount{desk.state().book.accounts.begin()->first});
        frame->go(view::PageId::entries);
    }
    ~House()
    {
        frame->quit();
        pump_until([] { return wxTopLevelWindows.IsEmpty(); });
    }
    void account(const char* name)
    {
        view::SaveAccount account;
        account.name = name;
        account.currency = "CNY";
        account.opening = "1000";
        frame->carry_out(account);
    }
    void entry(const char* date, const char* amount, const char* payee, const char* category)
    {
        view::SaveEntry entry;
        entry.account = desk.state().book.accounts.begin()->first;
        entry.date = date;
        entry.amount = amount;
        entry.payee = payee;
        if (const auto* known = ledger::category_named(desk.state().book, category)) entry.category = known->id;
        frame->carry_out(entry);
    }
    ledger::CategoryId category(const char* name) const { return ledger::category_named(desk.state().book, name)->id; }
    ledger::Entry at(std::int64_t id)
    {
        return *desk.session().ask([&](const db::Store& store) { return store.entry({id}); }).or_throw();
    }
};

std::string cell(const Table& table, unsigned row, std::size_t column)
{
    return table.row(row)->at(column).text;
}

std::vector<std::string> labels(const ActionRow& row)
{
    std::vector<std::string> out;
    for (const auto* b : row.buttons()) out.push_back(utf8(b->GetLabelText()));
    return out;
}

}  // namespace

TEST_CASE("entries chosen in the register are changed together and taken back together", "[window]")
{
    House h;
    auto& page = h.frame->entries();
    CHECK(labels(page.deeds()).front() == "Reconcile…");
    page.choose({0, 1, 2});
    CHECK(labels(page.deeds()).front() == "Change the chosen…");
    CHECK(page.table().all_selected().size() == 3);
    h.frame->carry_out(view::ChangeEntries{{{2}, {3}}, h.category("transport"), {}});
    CHECK(h.at(2).category == h.category("transport"));
    CHECK(h.at(3).category == h.category("transport"));
    h.frame->carry_out(view::Undo{});
    CHECK_FALSE(h.at(2).category);
    CHECK_FALSE(h.at(3).category);
    h.frame->carry_out(view::RemoveEntries{{{2}, {3}}});
    CHECK(page.table().count() == 1);
    h.frame->carry_out(view::Undo{});
    CHECK(page.table().count() == 3);
}

TEST_CASE("the window's search finds what the command line finds, over all accounts", "[window]")
{
    House h;
    auto& page = h.frame->entries();
    for (const auto& [text, found] :
         {std::pair{"外", 1u}, {"uber", 2u}, {"groceries", 1u}, {"12.30", 1u}, {"trip uber", 1u}, {"checking", 3u}}) {
        INFO(text);
        h.frame->carry_out(view::Search{text});
        CHECK(page.table().count() == found);
    }
    h.frame->carry_out(view::Search{""});
    h.frame->carry_out(view::ShowAccount{});
    CHECK(page.table().count() == 3);
    CHECK(cell(page.table(), 0, 1) == "Checking");
}

TEST_CASE("a payee that is typed proposes its category and the amount of the last time", "[window]")
{
    House h;
    auto& page = h.frame->entries();
    page.payee().ChangeValue(wx("美团外卖"));
    page.propose();
    CHECK(utf8(page.amount().GetValue()) == "12.30");
    CHECK(page.category().GetStringSelection() == "Food: Groceries");
    page.clear_line();
    page.payee().ChangeValue("Uber Trip");
    page.amount().ChangeValue("5");
    page.propose();
    CHECK(page.amount().GetValue() == "5");  // what was typed stays
}

TEST_CASE("always categorise like this makes the next entry of the payee so", "[window]")
{
    House h;
    h.frame->carry_out(view::AlwaysLike{{1}});
    REQUIRE(h.desk.state().book.rules.size() == 1);
    h.frame->go(view::PageId::rules);
    h.frame->rules().tabs().SetSelection(1);
    CHECK(h.frame->rules().rules().count() == 1);
    CHECK(cell(h.frame->rules().rules(), 0, 1).find("美团外卖") != std::string::npos);
}

TEST_CASE("a rule written in the window says beforehand what it would change, and does", "[window]")
{
    House h;
    h.frame->go(view::PageId::rules);
    auto& page = h.frame->rules();
    page.rule_text().ChangeValue("uber");
    view::SaveRule rule;
    rule.text = "uber";
    rule.set_category = h.category("transport");
    h.frame->carry_out(rule);
    CHECK(page.rules().count() == 1);
    CHECK(page.preview() == "2 entries would change.");
    h.frame->carry_out(view::ApplyRules{});
    CHECK(h.at(2).category == h.category("transport"));
    CHECK(page.preview() == "No entry would change.");
    h.frame->carry_out(view::Undo{});
    CHECK(page.preview() == "2 entries would change.");
}

TEST_CASE("categories are added, made essential and removed in the window", "[window]")
{
    House h;
    h.frame->go(view::PageId::rules);
    auto& page = h.frame->rules();
    const auto before = page.categories().count();
    h.frame->carry_out(view::SaveCategory{{}, "Coffee", h.category("food"), false, false});
    CHECK(page.categories().count() == before + 1);
    const auto coffee = h.category("Coffee");
    h.frame->carry_out(view::SaveCategory{coffee, "Coffee", h.category("food"), false, true});
    CHECK(h.desk.state().book.categories.at(coffee).essential);
    h.frame->carry_out(view::RemoveCategory{h.category("groceries")});  // an entry has it
    CHECK(h.frame->notice().IsShown());
    CHECK(page.categories().count() == before + 1);
    h.frame->carry_out(view::RemoveCategory{coffee});
    CHECK(page.categories().count() == before);
}

TEST_CASE("a report is a picture with its words, and a table that says the same", "[window]")
{
    House h;
    h.frame->go(view::PageId::reports);
    auto& page = h.frame->reports();
    h.frame->carry_out(view::ShowReport{.report = 0, .by = 2, .period = 3});
    REQUIRE(page.table().count() == 3);
    CHECK(page.chart().count() == 3);
    CHECK(cell(page.table(), 0, 0) == "Uber Trip");
    CHECK(accessible_description(page.chart()).find("Uber Trip") != std::string::npos);
    CHECK(accessible_label(page.report()) == "Report");
    h.frame->carry_out(view::ShowReport{.report = 2, .by = 0, .period = 2});
    CHECK(page.table().count() == 1);
    h.frame->carry_out(view::ShowReport{.report = 3, .by = 0, .period = 2});
    CHECK(page.chart().count() == 12);
    CHECK(page.title().find("owned") != std::string::npos);
}

TEST_CASE("an account is reconciled in the window when both sides agree", "[window]")
{
    House h;
    const auto account = h.desk.state().book.accounts.begin()->first;
    ReconcileDialog dialog{h.frame,
                           h.desk.words(),
                           account,
                           "2026-11-22",
                           [&](const view::Reconcile& wanted) { return h.desk.reconciling(wanted); },
                           [&](const view::Reconcile& wanted) {
                               const auto said = h.desk.reconcile(wanted);
                               return said.done ? std::string{} : said.text;
                           }};
    CHECK_FALSE(dialog.model().understood);
    dialog.balance().SetValue("907.70");
    CHECK(dialog.model().understood);
    CHECK_FALSE(dialog.model().agrees);
    REQUIRE(dialog.table().count() == 3);
    dialog.table().select(2);
    dialog.leave_out();
    CHECK(dialog.model().agrees);
    h.frame->carry_out(view::Reconcile{account, "907.70", "2026-11-22", {{3}}});
    CHECK(h.at(1).status == ledger::EntryStatus::reconciled);
    CHECK(h.at(3).status == ledger::EntryStatus::cleared);
}

TEST_CASE("a closed account leaves the register's choice and comes back when asked", "[window]")
{
    House h;
    const auto savings = h.desk.state().book.accounts.rbegin()->first;
    auto& page = h.frame->entries();
    CHECK(page.accounts().GetCount() == 3);  // two and "all"
    h.frame->carry_out(view::CloseAccount{savings, true});
    CHECK(page.accounts().GetCount() == 2);
    h.frame->carry_out(view::ShowClosed{true});
    CHECK(page.accounts().GetCount() == 3);
    h.frame->carry_out(view::CloseAccount{savings, false});
    CHECK_FALSE(h.desk.state().book.accounts.at(savings).archived);
}
