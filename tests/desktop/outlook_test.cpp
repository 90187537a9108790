#include "tests/desktop/desktop.hpp"

using namespace desktop;
using namespace desktop::test;

namespace {

/// A thousand in the bank, and a rent of 900 and a school fee of 400 that do not both fit.
struct Tight : Desktop {
    explicit Tight(const char* language = "en") : Desktop{language}
    {
        account("Checking", "1000");
        bill("Rent", "900", "2026-12-01");
        bill("School", "400", "2026-12-05");
        frame->go(view::PageId::outlook);
    }
    WhatIfPanel& ahead() { return frame->outlook().balance(); }
    ledger::AccountId checking() { return desk.state().book.accounts.begin()->first; }
    view::DutyKey school() { return desk.home().bills.front().duty; }
    std::int64_t low()
    {
        const auto& days = ahead().chart().fan().days;
        return std::min_element(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.p50 < b.p50; })
            ->p50;
    }
};

}  // namespace

TEST_CASE("a purchase that is only tried changes the picture and nothing else", "[outlook]")
{
    Tight d;
    const auto bills = d.desk.state().book.bills.size();
    const auto before = d.low();
    d.ahead().choose_kind(view::TrialKind::spend);
    d.ahead().boxes().amount->ChangeValue("250");
    d.ahead().boxes().date->ChangeValue("2026-11-25");
    d.ahead().try_out();
    settle();
    CHECK(d.low() == before - 250'00);
    REQUIRE(d.ahead().trials().GetCount() == 1);
    CHECK(utf8(d.ahead().trials().GetString(0)).find("250") != std::string::npos);
    CHECK(d.desk.state().book.bills.size() == bills);
    d.frame->carry_out(view::ForgetTrials{});
    CHECK(d.low() == before);
    CHECK(d.ahead().trials().IsEmpty());
}

TEST_CASE("what was tried and is kept is written once and can be taken back", "[outlook]")
{
    Tight d;
    const auto school = d.school();
    view::TryOut move;
    move.kind = view::TrialKind::move_due;
    move.duty = school;
    move.date = "2026-12-20";
    d.frame->carry_out(move);
    d.frame->carry_out(view::KeepTrial{0});
    REQUIRE(d.desk.state().book.adjustments.size() == 1);
    CHECK(d.desk.state().book.adjustments.begin()->second.moved_to == day("2026-12-20"));
    CHECK(d.ahead().trials().IsEmpty());
    d.frame->carry_out(view::Undo{});
    CHECK(d.desk.state().book.adjustments.empty());
}

TEST_CASE("a bill tried twice is tried once, and what cannot be read is refused in words", "[outlook]")
{
    Tight d;
    view::TryOut out;
    out.kind = view::TrialKind::leave_out;
    out.duty = d.school();
    d.frame->carry_out(out);
    out.kind = view::TrialKind::move_due;
    out.date = "2026-12-24";
    d.frame->carry_out(out);
    CHECK(d.ahead().trials().GetCount() == 1);
    out.date = "soon";
    d.frame->carry_out(out);
    CHECK(d.frame->notice().IsShown());
    CHECK(d.ahead().trials().GetCount() == 1);
    out.date = "2020-01-01";
    d.frame->carry_out(out);
    CHECK(d.ahead().trials().GetCount() == 1);
}

TEST_CASE("the chart has a table beside it with a row for each day", "[outlook]")
{
    Tight d;
    CHECK(d.ahead().days().count() == d.ahead().chart().fan().days.size());
    bool rent = false;
    for (unsigned i = 0; i < d.ahead().days().count(); ++i)
        rent = rent || cell(d.ahead().days(), i, 6).find("Rent") != std::string::npos;
    CHECK(rent);
}

TEST_CASE("the calendar shows what is due on its day and turns its pages by key", "[outlook]")
{
    Tight d;
    d.frame->outlook().choose(OutlookPage::month_leaf);
    auto& month = d.frame->outlook().month();
    CHECK(month.grid().read_out().find("22 November 2026") != std::string::npos);  // today has the cursor
    month.turn(+1);
    settle();
    CHECK(month.grid().read_out().find("1 December 2026") != std::string::npos);
    CHECK(month.grid().read_out().find("Rent") != std::string::npos);
    REQUIRE(month.list().count() == 2);
    CHECK(cell(month.list(), 0, 1) == "Rent");
    CHECK(cell(month.list(), 1, 1) == "School");
    CHECK(month.list().row(1)->back().level >= view::Level::at_risk);
}

TEST_CASE("without a past the record says so", "[outlook]")
{
    Tight d;
    d.frame->outlook().choose(OutlookPage::record_leaf);
    pump_until([&] { return d.desk.record().stage != view::RecordModel::Stage::looking; });
    CHECK(d.desk.record().stage == view::RecordModel::Stage::nothing);
    CHECK(d.frame->outlook().record().IsShownOnScreen());
}
