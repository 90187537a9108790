#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"
#include "ui/app/journeys/accounts.hpp"
#include "ui/app/journeys/bills.hpp"
#include "ui/app/journeys/categories.hpp"
#include "ui/app/journeys/entries.hpp"
#include "ui/app/journeys/payments.hpp"
#include "ui/app/journeys/rescue.hpp"
#include "ui/app/journeys/rules.hpp"
#include "ui/app/journeys/settle.hpp"
#include "ui/wording/script_words.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

namespace {

/// A household in memory: checking, savings, a dollar account, a card; rent due on 5 December.
struct Household {
    testing::SmallLedger small{};
    AccountId checking = small.account("Checking", AccountType::checking, 300000),
              savings = small.account("Savings", AccountType::savings);

    Household()
    {
        run([](const app::State& s) {
            return app::add_account(s, {.name = "Dollars",
                                        .currency = *parse_currency("USD"),
                                        .opening = {0, *parse_currency("USD")},
                                        .opening_date = day("2026-01-01")});
        });
        run([&](const app::State& s) {
            return app::add_account(s, {.name = "Card",
                                        .type = AccountType::card,
                                        .opening_date = day("2026-01-01"),
                                        .card = CardTerms{.statement_day = 5, .due_day = 25},
                                        .pay_from = checking});
        });
        run([](const app::State& s) {
            return app::add_bill(s, {.payee = "Rent", .amount = cny(240000), .first_due = day("2026-12-05")});
        });
    }

    app::State state() const { return {.book = small.book, .history = small.history, .today = small.today()}; }
    AccountId id(const char* name) const { return account_named(small.book, name)->id; }
    BillId rent() const { return small.book.bills.rbegin()->first; }
    BillId card_bill() const { return app::bill_of_card(small.book, id("Card"))->id; }

    /// As a session would: the journey, then validate, then apply.
    Problems run(const app::Journey& journey)
    {
        const auto change = journey(state());
        return change ? small.record(*change) : change.problems();
    }
};

}  // namespace

TEST_CASE("a card account with terms comes with its bill", "[journeys]")
{
    const Household home;
    const auto* bill = app::bill_of_card(home.small.book, home.id("Card"));
    REQUIRE(bill);
    CHECK(bill->payee == "Card");
    CHECK(bill->source == BillSource::card);
    CHECK(bill->id.value == 1);
    CHECK(home.rent().value == 2);  // one numbering for all bills
}

TEST_CASE("what makes no sense is refused with its place, and changes nothing", "[journeys]")
{
    struct Case {
        const char* when;
        app::Journey journey;
        Trouble trouble;
    };
    Household home;
    const auto checking = home.checking, savings = home.savings, dollars = home.id("Dollars"), card = home.id("Card");
    const auto rent = home.rent(), card_bill = home.card_bill();
    const Date today = day("2026-11-22");
    const std::vector<Case> cases = {
        {"an entry of nothing",
         [&](const auto& s) { return app::add_entry(s, {.account = checking, .date = today, .amount = cny(0)}); },
         Trouble::amount_zero},
        {"an entry in another currency",
         [&](const auto& s) { return app::add_entry(s, {.account = dollars, .date = today, .amount = cny(-5)}); },
         Trouble::currency_differs},
        {"an entry on no account",
         [&](const auto& s) { return app::add_entry(s, {.account = {99}, .date = today, .amount = cny(-5)}); },
         Trouble::no_such},
        {"parts that do not sum",
         [&](const auto& s) {
             return app::add_entry(s, {.account = checking,
                                       .date = today,
                                       .amount = cny(-5),
                                       .splits = {{.amount = cny(-2)}, {.amount = cny(-2)}}});
         },
         Trouble::splits_do_not_sum},
        {"a transfer to itself",
         [&](const auto& s) {
             return app::add_transfer(s, {.from = checking, .to = checking, .date = today, .amount = cny(5)});
         },
         Trouble::same_account},
        {"a transfer backwards",
         [&](const auto& s) {
             return app::add_transfer(s, {.from = checking, .to = savings, .date = today, .amount = cny(-5)});
         },
         Trouble::wrong_sign},
        {"a transfer into another currency without what arrives",
         [&](const auto& s) {
             return app::add_transfer(s, {.from = checking, .to = dollars, .date = today, .amount = cny(5)});
         },
         Trouble::currency_differs},
        {"a due day of 32",
         [&](const auto& s) {
             return app::add_account(s, {.name = "X",
                                         .type = AccountType::card,
                                         .opening_date = today,
                                         .card = CardTerms{.statement_day = 5, .due_day = 32}});
         },
         Trouble::out_of_range},
        {"a paying account for cash",
         [&](const auto& s) {
             return app::add_account(
                 s, {.name = "X", .type = AccountType::cash, .opening_date = today, .pay_from = checking});
         },
         Trouble::needs_type},
        {"a name that is taken",
         [&](const auto& s) { return app::add_account(s, {.name = "checking", .opening_date = today}); },
         Trouble::name_taken},
        {"a bill without a name",
         [&](const auto& s) { return app::add_bill(s, {.amount = cny(5), .first_due = today}); }, Trouble::empty_name},
        {"a bill paid from a card",
         [&](const auto& s) {
             return app::add_bill(s, {.payee = "X", .amount = cny(5), .first_due = today, .pay_from = card});
         },
         Trouble::needs_type},
        {"a bill that is unknown", [&](const auto& s) { return app::pay_bill(s, {.bill = {99}}); }, Trouble::no_such},
        {"a payment of nothing", [&](const auto& s) { return app::pay_bill(s, {.bill = rent, .amount = cny(0)}); },
         Trouble::amount_zero},
        {"a payment from dollars", [&](const auto& s) { return app::pay_bill(s, {.bill = rent, .from = dollars}); },
         Trouble::currency_differs},
        {"a card's amount typed over",
         [&](const auto& s) { return app::edit_bill(s, {.bill = card_bill, .amount = cny(5)}); }, Trouble::needs_type},
        {"a card's statement skipped",
         [&](const auto& s) { return app::adjust_bill(s, {.bill = card_bill, .skip = true}); }, Trouble::needs_type},
        {"an edit of nothing", [&](const auto& s) { return app::edit_bill(s, {.bill = rent}); },
         Trouble::nothing_to_do},
        {"a category with a colon", [&](const auto& s) { return app::add_category(s, {.name = "A:B"}); },
         Trouble::not_a_choice},
        {"a rule that sets nothing", [&](const auto& s) { return app::add_rule(s, {.text = "x"}); },
         Trouble::nothing_to_do},
        {"a rule for everything", [&](const auto& s) { return app::add_rule(s, {.set_payee = "x"}); },
         Trouble::nothing_to_do},
    };
    const auto before = home.small.book;
    for (const auto& c : cases) {
        INFO(c.when);
        const auto problems = home.run(c.journey);
        REQUIRE_FALSE(problems.empty());
        CHECK(problems.front().trouble == c.trouble);
        CHECK_FALSE(problems.front().field.empty());
        CHECK(home.small.book == before);
    }
}

TEST_CASE("a bill is paid once", "[journeys]")
{
    Household home;
    CHECK(home.run([&](const auto& s) { return app::pay_bill(s, {.bill = home.rent()}); }).empty());
    const auto again = home.run([&](const auto& s) { return app::pay_bill(s, {.bill = home.rent()}); });
    REQUIRE_FALSE(again.empty());
    CHECK(again.front().trouble == Trouble::already_paid);
}

TEST_CASE("one payment settles one occurrence: exact, then early, then late", "[journeys][settle]")
{
    struct Case {
        const char* when;
        const char* date;
        std::int64_t fen;
        const char* payee;
        std::size_t settled;
    };
    const auto c = GENERATE(Case{"exact, early", "2026-12-01", -240000, "Rent", 1},
                            Case{"exact, late", "2026-12-20", -240000, "RENT dec", 1},
                            Case{"a part of it", "2026-12-05", -100000, "Rent", 1},
                            Case{"a little more than is owed", "2026-12-05", -250000, "Rent", 1},
                            Case{"far more than is owed", "2026-12-05", -400000, "Rent", 0},
                            Case{"somebody else", "2026-12-05", -240000, "Bakery", 0},
                            Case{"far too early", "2026-11-01", -240000, "Rent", 0},
                            Case{"money in", "2026-12-05", 240000, "Rent", 0});
    INFO(c.when);
    const Household home;
    const Entry payment{
        .id = {900}, .account = home.checking, .date = day(c.date), .amount = cny(c.fen), .payee = c.payee};
    CHECK(app::settle(home.state(), {payment}).links.size() == c.settled);
    Entry twin = payment;
    twin.id = {901};
    if (c.fen == -240000)
        CHECK(app::settle(home.state(), {payment, twin}).links.size() ==
              c.settled);  // the second finds nothing left to pay
}

TEST_CASE("removing a payment opens its bill again", "[journeys]")
{
    Household home;
    home.run([&](const auto& s) { return app::pay_bill(s, {.bill = home.rent()}); });
    const auto paid = home.small.entries.rbegin()->second;
    CHECK(home.run([&](const auto& s) { return app::remove_entries(s, {paid}); }).empty());
    CHECK(home.small.book.settlements.empty());
}

TEST_CASE("how often something comes is read as it is written", "[wording]")
{
    for (const char* text : {"none", "weekly", "every-2-weeks", "monthly", "every-3-months", "yearly", "every-2-years",
                             "daily", "every-10-days", "monthly-last-day", "monthly-last-business-day"}) {
        const auto repeat = wording::parse_repeat(text);
        REQUIRE(repeat.ok());
        CHECK(wording::repeat_key(*repeat) == text);
    }
    for (const char* text : {"", "hourly", "weekly-last-day", "every-0-weeks", "every--1-weeks", "every-2-moons",
                             "every-weeks", "every-2-"})
        CHECK_FALSE(wording::parse_repeat(text).ok());
}

TEST_CASE("one plan for all bills is one change, and what needs a bank waits for it", "[journeys][rescue]")
{
    Household home;
    home.run([](const app::State& s) {
        return app::add_bill(
            s, {.payee = "Loan", .amount = cny(500000), .first_due = day("2026-12-06"), .issuer = "icbc"});
    });
    home.run([](const app::State& s) {
        return app::add_bill(s, {.payee = "Power", .amount = cny(20000), .first_due = day("2026-12-07")});
    });
    const auto& book = home.small.book;
    const auto duty = [&](const char* payee) {
        for (const auto& [id, bill] : book.bills)
            if (bill.payee == payee) return *current_duty(book, home.small.history, id, home.small.today());
        FAIL("no such bill");
        return Duty{};
    };
    alerts::Option later{.kind = PlanKind::extension,
                         .total_cost = cny(0),
                         .schedule = {{day("2026-12-20"), cny(500000)}},
                         .needs_bank = true};
    alerts::Option shift{
        .kind = PlanKind::move_due_date, .total_cost = cny(0), .schedule = {{day("2026-12-12"), cny(20000)}}};
    alerts::JointPlan t{.parts = {{duty("Rent"), {}}, {duty("Power"), shift}, {duty("Loan"), later}},
                        .moving = {{home.savings, home.small.today().date, cny(100000)}}};
    const auto bills = book.bills.size();
    const auto change = app::accept_joint_plan(home.state(), t);
    REQUIRE(change);
    REQUIRE(home.small.record(*change).empty());
    REQUIRE(book.plans.size() == 3);
    std::map<PlanKind, PlanStatus> status;
    for (const auto& [id, plan] : book.plans) status[plan.kind] = plan.status;
    CHECK(status[PlanKind::transfer] == PlanStatus::active);  // noted with the bill it keeps whole
    CHECK(status[PlanKind::move_due_date] == PlanStatus::active);
    CHECK(status[PlanKind::extension] == PlanStatus::proposed_to_bank);
    CHECK(book.bills.size() == bills + 1);  // the payment that was moved
    const auto again = app::accept_joint_plan(home.state(), {.parts = {{duty("Power"), shift}}});
    REQUIRE_FALSE(again);
    CHECK(again.problem().trouble == Trouble::nothing_to_do);
}

TEST_CASE("what the bank agreed to becomes bills with the talk, in one change", "[journeys][rescue]")
{
    Household home;
    const auto duty = *current_duty(home.small.book, home.small.history, home.rent(), home.small.today());
    alerts::Proposal p{.duty = duty,
                       .options = {{.n = 1,
                                    .kind = PlanKind::bill_instalment,
                                    .total_cost = cny(0),
                                    .months = 2,
                                    .schedule = {{day("2026-12-10"), cny(120000)}, {day("2027-01-10"), cny(120000)}},
                                    .needs_bank = true}}};
    Contact talk{.bill = duty.bill,
                 .due = duty.occurrence,
                 .at = moment(home.small.today().date, 12, 0),
                 .outcome = Outcome::agreed,
                 .reference = "A1"};
    const auto wrong = app::log_agreement(home.state(), talk, p, 7);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.problem().trouble == Trouble::out_of_range);
    const auto change = app::log_agreement(home.state(), talk, p, 1);
    REQUIRE(change);
    REQUIRE(home.small.record(*change).empty());
    CHECK(home.small.book.contacts.size() == 1);
    REQUIRE(home.small.book.plans.size() == 1);
    CHECK(home.small.book.plans.begin()->second.status == PlanStatus::active);
    const auto* bill = app::bill_of_plan(home.small.book, home.small.book.plans.begin()->first);
    REQUIRE(bill);
    CHECK(bill->schedule.size() == 2);
    CHECK_FALSE(app::log_agreement(home.state(), talk, p, 1));  // it is planned already
}
