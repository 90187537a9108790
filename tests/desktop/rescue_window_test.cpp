// The way from a warning to an agreement, in the window.
#include <filesystem>
#include <fstream>

#include <wx/uiaction.h>

#include "tests/desktop/desktop.hpp"
#include "tests/support/store.hpp"
#include "ui/desktop/pages/document_window.hpp"
#include "ui/wording/script_words.hpp"

using namespace desktop;
using namespace desktop::test;

namespace {

struct Owing : Desktop {
    explicit Owing(const char* language = "en") : Desktop{language}
    {
        account("Checking", "300");
        bill("ICBC card", "900", "2026-12-05");
        bill("Rent", "800", "2026-12-07");
    }
    const ledger::Book& book() const { return desk.state().book; }
    view::DutyKey duty() { return {{1}, day("2026-12-05")}; }
    WarningsPage& page() { return frame->warnings(); }
    ContactPanel& panel() { return page().contact(); }
    FollowUpForm& follow_up()
    {
        frame->carry_out(view::ContactStep{duty(), ContactPanel::after});
        return *panel().follow_up_form();
    }
    void choose(wxChoice& box, int index)
    {
        box.SetSelection(index);
        panel().follow_up_form()->follow();
    }
    std::string notice() { return frame->notice().text(); }
};

/// Index of an outcome as the form lists it.
int at(const view::FollowUpFormModel& model, ledger::Outcome outcome)
{
    return static_cast<int>(std::find(model.outcomes.begin(), model.outcomes.end(), outcome) - model.outcomes.begin());
}

}  // namespace

TEST_CASE("a counter-offer that is noted stands beside ours, and accepting it makes the bills", "[window][rescue]")
{
    Owing d;
    auto* boxes = &d.follow_up().boxes();
    CHECK_FALSE(boxes->months->IsShown());
    d.choose(*boxes->outcome, at(d.panel().model().follow_up, ledger::Outcome::counter_offer));
    CHECK(boxes->months->IsShown());
    boxes->months->ChangeValue("3");
    boxes->fee->ChangeValue("0.6");
    boxes->first->ChangeValue("2026-12-20");
    boxes->agent->ChangeValue("Ms Li");
    d.frame->carry_out(d.panel().follow_up_form()->read());
    REQUIRE(d.book().contacts.size() == 1);
    REQUIRE(d.panel().model().offer);
    CHECK(d.panel().model().offer->rows.size() == 6);
    REQUIRE(d.panel().answers());
    CHECK(utf8(d.panel().answers()->buttons().front()->GetLabelText()) == "Accept their offer");
    d.frame->carry_out(view::ShowWarning{d.duty()});
    REQUIRE(d.page().detail());
    CHECK(d.page().detail()->offer);  // the warning says that it waits for an answer
    d.frame->carry_out(view::AcceptOffer{d.duty()});
    REQUIRE(d.book().plans.size() == 1);
    CHECK(d.book().plans.begin()->second.status == ledger::PlanStatus::active);
    REQUIRE(d.book().bills.size() == 3);
    CHECK(d.book().bills.rbegin()->second.schedule.size() == 3);
    CHECK(d.book().bills.rbegin()->second.schedule.front().due == day("2026-12-20"));
    d.frame->carry_out(view::Undo{});
    CHECK(d.book().plans.empty());
    CHECK(d.book().bills.size() == 2);
}

TEST_CASE("what cannot be offered is refused in a sentence, and what was typed stays", "[window][rescue]")
{
    Owing d;
    struct Case {
        const char *months, *fee, *says;
    };
    const auto c = GENERATE(
        Case{"0", "0.6", "0 months is not possible here. Allowed: 1–120."},
        Case{"12", "6", "a fee of 6 % a month is not possible here. Allowed: 0–5 %."},
        Case{"", "0.6",
             "Something is missing here. Needed: over how many months, and the fee a month in per cent (0 for none)."});
    auto& boxes = d.follow_up().boxes();
    d.choose(*boxes.outcome, at(d.panel().model().follow_up, ledger::Outcome::counter_offer));
    boxes.months->ChangeValue(c.months);
    boxes.fee->ChangeValue(c.fee);
    d.frame->carry_out(d.panel().follow_up_form()->read());
    CHECK(d.notice() == c.says);
    CHECK(d.book().contacts.empty());
    CHECK(d.panel().follow_up_form()->boxes().fee->GetValue() == c.fee);
}

TEST_CASE("nothing is planned for a bill that is paid, and that is said", "[window][rescue]")
{
    Owing d;
    d.frame->carry_out(view::PayBill{d.duty(), "900", "2026-11-22", d.book().accounts.begin()->first});
    for (const view::Intent& asked :
         {view::Intent{view::AcceptOption{d.duty(), 1}}, view::Intent{view::AcceptOffer{d.duty()}}}) {
        d.frame->carry_out(asked);
        CHECK(d.notice() == "“ICBC card” is paid already; nothing is open.");
        CHECK(d.book().plans.empty());
    }
    d.frame->carry_out(view::StartContact{d.duty()});  // what was said can still be noted
    CHECK(d.panel().model().only_after);
    REQUIRE(d.panel().follow_up_form());
}

TEST_CASE("the reason is asked for before anything else, and not to say it is a choice", "[window][rescue]")
{
    Owing d;
    d.frame->carry_out(view::StartContact{d.duty()});
    CHECK(d.panel().model().reason.chosen == -1);
    d.panel().next();
    CHECK(d.panel().step() == 0);
    CHECK(d.panel().said().find("Choose why") != std::string::npos);
    d.frame->carry_out(view::ContactChoice{.duty = d.duty(), .rather_not = true});
    CHECK(d.panel().model().reason.chosen == 0);
    d.panel().next();
    CHECK(d.panel().step() == 1);
    CHECK(d.panel().said().empty());
}

TEST_CASE("what the person says of the reason is kept with the bill and reaches the words", "[window][rescue]")
{
    Owing d;
    view::ContactChoice choice{.duty = d.duty(), .reason = "job_loss"};
    d.frame->carry_out(choice);
    d.frame->carry_out(view::SaveHardship{choice, "2026-11-01", "", "200", "3000"});
    const auto& said = d.book().bills.begin()->second.hardship;
    REQUIRE(said);
    CHECK(said->income_change->minor == -3000'00);
    CHECK(d.panel().words_to_say().find("¥200.00") != std::string::npos);
    d.frame->carry_out(view::SaveHardship{choice, "long ago", "", "", ""});
    CHECK(d.notice().find("long ago") != std::string::npos);
    CHECK(d.book().bills.begin()->second.hardship->income_change->minor == -3000'00);
}

TEST_CASE("a promise that did not come stands on Home and in Warnings until it is seen", "[window][rescue]")
{
    Owing d;
    auto& boxes = d.follow_up().boxes();
    d.choose(*boxes.promise, 1);
    CHECK(boxes.amount->IsShown());
    boxes.when->ChangeValue("2026-11-10 10:00");
    boxes.amount->ChangeValue("35");
    boxes.by->ChangeValue("2026-11-22");
    d.frame->carry_out(d.panel().follow_up_form()->read());
    REQUIRE(d.book().contacts.size() == 1);
    d.desk.session().set_today({day("2026-11-23")});
    d.frame->go(view::PageId::home);
    d.frame->refresh();
    auto& home = d.frame->home().follow_ups();
    REQUIRE(home.rows().size() == 1);
    REQUIRE(home.rows().front()->buttons().size() == 2);
    CHECK(utf8(home.rows().front()->buttons()[1]->GetLabelText()) == "It has come");
    const auto reminder = d.desk.reminder(ledger::moment(day("2026-11-23"), 12, 0));
    REQUIRE(reminder);
    CHECK(reminder->body.find("¥35.00") != std::string::npos);  // told outside of the window too, once
    d.desk.told(*reminder);
    CHECK_FALSE(d.desk.reminder(ledger::moment(day("2026-11-23"), 12, 0)));
    d.frame->go(view::PageId::warnings);
    CHECK(d.page().follow_ups().rows().size() == 1);
    d.frame->carry_out(view::PromiseSeen{d.book().contacts.begin()->first});
    CHECK(d.page().follow_ups().rows().empty());
    CHECK_FALSE(d.page().follow_ups().IsShown());
}

TEST_CASE("a call at night is held against the rules for collectors, with what can be done", "[window][rescue]")
{
    Owing d;
    auto& boxes = d.follow_up().boxes();
    CHECK_FALSE(boxes.rules.front()->IsShown());
    boxes.they_called->SetValue(true);
    d.panel().follow_up_form()->follow();
    REQUIRE_FALSE(boxes.rules.empty());
    CHECK(boxes.rules.front()->IsShown());
    CHECK_FALSE(boxes.waited->IsShown());  // nobody waited
    boxes.when->ChangeValue("2026-11-21 23:10");
    d.frame->carry_out(d.panel().follow_up_form()->read());
    const auto& form = d.panel().model().follow_up;
    REQUIRE(form.not_kept.size() == 1);
    CHECK(form.not_kept.front().find("22:00") != std::string::npos);
    CHECK_FALSE(form.may_do.empty());
    CHECK_FALSE(form.complaint.empty());
    CHECK(form.before.size() == 1);
}

TEST_CASE("one plan for all bills is taken with one button and taken back with one undo", "[window][rescue]")
{
    Owing d;
    d.account("Savings", "9000");
    d.frame->go(view::PageId::warnings);
    REQUIRE_FALSE(d.page().actions().buttons().empty());
    CHECK(utf8(d.page().actions().buttons().front()->GetLabelText()) == "One plan for all bills…");
    d.frame->carry_out(view::ShowJointPlan{});
    CHECK(d.page().leaf() == WarningsPage::joint_plan_leaf);
    const auto& plans = d.page().joint_plan().model().plans;
    REQUIRE(plans.size() == 1);
    CHECK(plans.front().rows.size() == 2);
    REQUIRE(plans.front().accept);
    d.frame->carry_out(plans.front().accept->intent);
    CHECK_FALSE(d.book().plans.empty());
    CHECK(d.page().leaf() == WarningsPage::detail_leaf);
    d.frame->carry_out(view::Undo{});
    CHECK(d.book().plans.empty());
}

TEST_CASE("the pages to read open beside the talk and lead back to it", "[window][rescue]")
{
    Owing d;
    d.frame->carry_out(view::StartContact{d.duty()});
    d.panel().go(2);
    d.frame->carry_out(view::ShowGuide{view::GuideKind::stages, d.duty()});
    CHECK(d.page().leaf() == WarningsPage::guide_leaf);
    CHECK(d.page().guide().model().sections.size() >= 5);
    d.frame->carry_out(view::ShowGuide{view::GuideKind::care, d.duty()});
    CHECK(d.page().guide().model().title == "When it feels too much");
    d.page().close_side();
    CHECK(d.page().talking());
    CHECK(d.panel().step() == 2);
    for (int step = 0; step < ContactPanel::steps; ++step) {
        d.panel().go(step);
        CHECK(d.panel().model().beware.find("free") != std::string::npos);  // on every page of the talk
    }
}

TEST_CASE("a paper keeps the file that holds it, and a file that is gone is said to be", "[window][rescue]")
{
    Owing d;
    const ::testing::Folder folder;
    const auto file = folder.path() / "diagnosis.pdf";
    std::ofstream{file} << "%PDF-";
    const view::ContactChoice choice{.duty = d.duty(), .reason = "illness"};
    d.frame->carry_out(choice);
    d.panel().go(2);
    const auto paper = [&] { return d.panel().model().papers.front(); };
    d.frame->carry_out(view::AttachPaper{choice, paper().id, file});
    CHECK(paper().file == "diagnosis.pdf");
    CHECK(paper().state == ledger::PaperState::have);
    CHECK(paper().gone.empty());
    std::filesystem::remove(file);
    d.frame->carry_out(choice);
    CHECK(paper().gone.find("diagnosis.pdf") != std::string::npos);
    d.frame->carry_out(view::AttachPaper{choice, paper().id, folder.path() / "never-was.pdf"});
    CHECK(d.notice().find("never-was.pdf") != std::string::npos);
    CHECK(paper().file == "diagnosis.pdf");
    d.frame->carry_out(view::AttachPaper{choice, paper().id, {}});
    CHECK(paper().file.empty());
}

TEST_CASE("a bank that is not known is named or given its number, and a wrong number is noted", "[window][rescue]")
{
    Owing d;
    const view::DutyKey rent{{2}, day("2026-12-07")};
    const view::ContactChoice choice{.duty = rent};
    d.frame->carry_out(view::ContactStep{rent, 3});
    CHECK_FALSE(d.panel().model().bank_unknown.empty());
    d.frame->carry_out(view::NameBank{choice, "Village Savings"});
    CHECK(
        d.notice() ==
        "Duewatch does not know “Village Savings”. Give its number too, from the card or its letters, and it is kept.");
    CHECK(d.book().bills.at({2}).issuer.empty());
    d.frame->carry_out(view::NameBank{choice, "银行"});
    CHECK(d.notice().find("could mean several") != std::string::npos);
    d.frame->carry_out(view::CorrectNumber{choice, "Village Savings", "12 34 56", {}});
    CHECK(d.panel().model().bank_unknown.empty());
    CHECK(d.panel().model().bank == "Village Savings");
    d.frame->carry_out(view::CorrectNumber{choice, {}, "95188", {}});  // is Alipay's, whoever prints it as a bank's
    CHECK(d.notice().find("95188") != std::string::npos);
    d.frame->carry_out(view::NameBank{choice, "icbc"});
    CHECK(d.book().bills.at({2}).issuer == "icbc");
    d.frame->carry_out(view::ReportNumber{choice, {}});
    const auto caution = [&] {
        for (const auto& [name, value] : d.panel().model().reach)
            if (name == "Caution") return value;
        return std::string{};
    };
    CHECK(caution().find("wrong") != std::string::npos);
}

TEST_CASE("what the bank agreed to becomes a plan the moment it is noted", "[window][rescue]")
{
    Owing d;
    auto& boxes = d.follow_up().boxes();
    d.choose(*boxes.outcome, at(d.panel().model().follow_up, ledger::Outcome::agreed));
    CHECK(boxes.agreed->IsShown());
    const auto& options = d.panel().model().follow_up.agreed_options;
    d.choose(*boxes.agreed,
             static_cast<int>(std::find(options.begin(), options.end(), view::FollowUpFormModel::another_day) -
                              options.begin()));
    CHECK(boxes.new_due->IsShown());
    boxes.new_due->ChangeValue("2026-12-15");
    d.frame->carry_out(d.panel().follow_up_form()->read());
    REQUIRE(d.book().plans.size() == 1);
    CHECK(d.book().plans.begin()->second.schedule.front().due == day("2026-12-15"));
    CHECK_FALSE(d.page().talking());  // what was agreed is among the bills now
}

TEST_CASE("from the warning to a letter that is saved, by keyboard alone", "[window][rescue][keyboard]")
{
    Owing d;
    d.frame->go(view::PageId::home);
    d.frame->Raise();
    wxUIActionSimulator keys;
    int pressed = 0;
    const auto press = [&](int key, int modifiers = 0) {
        keys.Char(key, modifiers);
        ++pressed;
        settle(80);
    };
    const auto tab_to = [&](const std::string& label) {
        for (int tries = 0; tries < 25; ++tries) {
            auto* b = dynamic_cast<wxButton*>(wxWindow::FindFocus());
            if (b && utf8(b->GetLabelText()) == label) return true;
            press(WXK_TAB);
        }
        return false;
    };
    settle();
    REQUIRE(tab_to("See what you can do"));  // from wherever the window opens
    press(WXK_RETURN);
    REQUIRE(d.frame->page() == view::PageId::warnings);
    REQUIRE(d.page().detail());
    REQUIRE(tab_to(d.page().detail()->contact));
    press(WXK_RETURN);
    REQUIRE(d.page().talking());
    press(WXK_DOWN);  // a reason
    REQUIRE(pump_until([&] { return d.panel().model().reason.chosen >= 0; }));
    settle();
    press(WXK_RETURN);
    REQUIRE(d.panel().step() == 1);
    press(WXK_RETURN);
    REQUIRE(d.panel().step() == 2);
    press(WXK_RETURN, wxMOD_CONTROL);
    REQUIRE(d.panel().step() == 3);
    press(WXK_RETURN, wxMOD_CONTROL);
    REQUIRE(d.panel().step() == 4);
    REQUIRE(tab_to("Print or PDF…"));
    press(WXK_RETURN);
    DocumentWindow* letter = nullptr;
    REQUIRE(pump_until([&] {
        for (auto* window : wxTopLevelWindows)
            if (auto* found = dynamic_cast<DocumentWindow*>(window)) letter = found;
        return letter != nullptr;
    }));
    const ::testing::Folder folder;
    CHECK(letter->save_as_pdf(folder.path() / "letter.pdf"));
    CHECK(std::filesystem::file_size(folder.path() / "letter.pdf") > 2000);
    INFO("keys pressed: " << pressed);
    CHECK(pressed <= 15);
    letter->Destroy();
}
