#include "ui/viewmodel/follow_up_form.hpp"
#include "alerts/assess.hpp"
#include "alerts/to_tell.hpp"
#include "db/seed/knowledge.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"
#include "ui/viewmodel/contact.hpp"
#include "ui/viewmodel/follow_ups.hpp"
#include "ui/viewmodel/guide.hpp"
#include "ui/viewmodel/joint_plan.hpp"

using namespace view;
using ledger::Bill;
using ledger::Contact;
using ledger::Outcome;
using ledger::PromiseKind;
using ledger::Trouble;
using testing::cny;
using testing::day;

namespace {

const ledger::Knowledge& known()
{
    static const auto knowledge = db::load_knowledge();
    return knowledge;
}

const ledger::Moment noon = ledger::moment(day("2026-11-22"), 12, 0);
const DutyKey icbc{{1}, day("2026-12-05")};

struct Owing : testing::SmallLedger {
    Owing()
    {
        account("Checking", ledger::AccountType::checking, 300'00);
        put(Bill{.id = {1}, .payee = "ICBC", .amount = cny(1000'00), .first_due = day("2026-12-05"), .issuer = "icbc"});
    }
    app::State state() const { return {.book = book, .history = history, .today = today()}; }
    void contact(int id, const char* date, Outcome outcome, std::optional<ledger::Offer> offer = {})
    {
        put(Contact{.id = {id},
                    .bill = {1},
                    .due = icbc.occurrence,
                    .at = ledger::moment(day(date), 10, 0),
                    .outcome = outcome,
                    .offer = offer});
    }
};

}  // namespace

TEST_CASE("a talk is read as it was typed, and what cannot be is refused with what is possible", "[view][follow_up]")
{
    const Owing owing;
    struct Case {
        const char* when;
        LogContact typed;
        std::optional<Trouble> trouble;
        const char* text;
    };
    const auto offered = [](const char* months, const char* fee, const char* first) {
        return LogContact{
            .duty = icbc, .outcome = Outcome::counter_offer, .months = months, .fee = fee, .first = first};
    };
    const auto promised = [](const char* amount, const char* by) {
        return LogContact{.duty = icbc,
                          .outcome = Outcome::agreed,
                          .promise = PromiseKind::waiver,
                          .promise_amount = amount,
                          .promise_by = by};
    };
    const auto c = GENERATE_COPY(values<Case>(
        {{"an offer is whole", offered("12", "0.6", "12-20"), {}, ""},
         {"a Chinese keyboard wrote it", offered("１２", "０．６％", "12-20"), {}, ""},
         {"the fee is at its limit", offered("120", "5", ""), {}, ""},
         {"there is no fee", offered("12", "", ""), {}, ""},
         {"the months are zero", offered("0", "0.6", ""), Trouble::out_of_range, "0 months"},
         {"the months are too many", offered("121", "0.6", ""), Trouble::out_of_range, "121 months"},
         {"the months are a word", offered("twelve", "0.6", ""), Trouble::out_of_range, "twelve months"},
         {"the months are missing", offered("", "0.6", ""), Trouble::out_of_range, ""},
         {"the fee is above five per cent", offered("12", "5.01", ""), Trouble::out_of_range,
          "a fee of 5.01 % a month"},
         {"the fee is no number", offered("12", "cheap", ""), Trouble::not_a_choice, "cheap"},
         {"the first payment lies behind", offered("12", "0.6", "2026-11-22"), Trouble::out_of_range, "2026-11-22"},
         {"a promise is whole", promised("35", "+10"), {}, ""},
         {"a promise has no day", promised("35", ""), Trouble::out_of_range, ""},
         {"a promise is of less than nothing", promised("-35", "+10"), Trouble::wrong_sign, "-35"},
         {"the wait is longer than a day", LogContact{.duty = icbc, .waited = "2000"}, Trouble::out_of_range, "2000"},
         {"the talk lies ahead", LogContact{.duty = icbc, .when = "12:01"}, Trouble::out_of_range, "2026-11-22 12:01"},
         {"the day to ask again is none", LogContact{.duty = icbc, .follow_up = "soon"}, Trouble::not_a_date, "soon"},
         {"the bill is not there", LogContact{.duty = {{9}, {}}}, Trouble::no_such, ""}}));
    INFO(c.when);
    const auto read = read_contact(c.typed, owing.state(), noon, wording::Words{"en"});
    REQUIRE(read.ok() == !c.trouble);
    if (!c.trouble) return;
    CHECK(read.problem().trouble == *c.trouble);
    CHECK(read.problem().text == c.text);
}

TEST_CASE("an offer's fee is per cent a month, to the billionth", "[view][follow_up]")
{
    CHECK(read_per_cent("0.6")->nano == 6'000'000);
    CHECK(read_per_cent(" 0.75 %")->nano == 7'500'000);
    CHECK(read_per_cent("0")->nano == 0);
    CHECK_FALSE(read_per_cent("0.123456789"));
    CHECK_FALSE(read_per_cent(""));
    const auto offer =
        read_contact({.duty = icbc, .outcome = Outcome::counter_offer, .months = "12", .fee = "0.6", .first = "12-20"},
                     Owing{}.state(), noon, wording::Words{"en"});
    REQUIRE(offer);
    REQUIRE(offer->contact.offer);
    CHECK(*offer->contact.offer == ledger::Offer{12, {6'000'000}, day("2026-12-20")});
}

TEST_CASE("when a call came is read from a day and a time, or a time alone", "[view][follow_up]")
{
    const wording::Words words{"en"};
    CHECK(*read_moment("", noon, words) == noon);
    CHECK(*read_moment("2026-11-21 23:10", noon, words) == ledger::moment(day("2026-11-21"), 23, 10));
    CHECK(*read_moment("9:05", noon, words) == ledger::moment(day("2026-11-22"), 9, 5));
    CHECK(*read_moment("２１ ２３：１０", noon, words) == ledger::moment(day("2026-11-21"), 23, 10));
    for (const char* wrong : {"25:00", "noon", "2026-11-21", "10:75"}) CHECK_FALSE(read_moment(wrong, noon, words));
}

TEST_CASE("a counter-offer stands until there was an answer to it", "[view][follow_up]")
{
    Owing owing;
    CHECK_FALSE(standing_offer(owing.book, icbc));
    owing.contact(1, "2026-11-18", Outcome::counter_offer, ledger::Offer{12, {6'000'000}, {}});
    owing.contact(2, "2026-11-19", Outcome::counter_offer, ledger::Offer{24, {6'000'000}, {}});
    REQUIRE(standing_offer(owing.book, icbc));
    CHECK(standing_offer(owing.book, icbc)->offer->months == 24);  // the last one
    CHECK_FALSE(standing_offer(owing.book, {{1}, day("2027-01-05")}));
    owing.contact(3, "2026-11-20", Outcome::no_answer);
    CHECK(standing_offer(owing.book, icbc));
    owing.contact(4, "2026-11-21", Outcome::refused);
    CHECK_FALSE(standing_offer(owing.book, icbc));
    owing.contact(5, "2026-11-22", Outcome::counter_offer, ledger::Offer{36, {}, {}});
    CHECK(standing_offer(owing.book, icbc)->offer->months == 36);
}

TEST_CASE("theirs and ours stand side by side with what differs and three answers", "[view][follow_up]")
{
    Owing owing;
    owing.contact(1, "2026-11-21", Outcome::counter_offer, ledger::Offer{12, {6'000'000}, {}});
    alerts::Proposal p;
    p.duty = {.bill = {1}, .payee = "ICBC", .occurrence = icbc.occurrence};
    p.afford.income_seen = true;
    p.afford.income = cny(9000'00), p.afford.essentials = cny(8000'00);
    alerts::Comparison c{.theirs = {.holds = 0.95,
                                    .total_cost = cny(72'00),
                                    .months = 12,
                                    .monthly = cny(90'00),
                                    .first_payment = day("2026-12-20")},
                         .ours = alerts::Option{.n = 2,
                                                .kind = ledger::PlanKind::bill_instalment,
                                                .holds = 0.93,
                                                .total_cost = cny(60'00),
                                                .months = 10,
                                                .monthly = cny(106'00),
                                                .first_payment = day("2026-12-10"),
                                                .needs_bank = true},
                         .verdict = alerts::Verdict::ours_costs_less,
                         .cost_differs = cny(12'00)};
    const auto model = offer_model(*standing_offer(owing.book, icbc), p, c, owing.book, wording::Words{"en"});
    const auto differs = [&](const char* what) {
        for (const auto& row : model.rows)
            if (row.what == what) return row.differs;
        return std::string{"no such row"};
    };
    CHECK(differs("a month") == "−¥16.00");
    CHECK(differs("months") == "+2");
    CHECK(differs("first payment") == "10 days later");
    CHECK(differs("cost in all") == "+¥12.00");
    CHECK(differs("chance of holding") == "surer");
    REQUIRE(model.actions.size() == 3);
    CHECK(std::holds_alternative<AcceptOffer>(model.actions[0].intent));
    CHECK(std::get<AcceptOption>(model.actions[1].intent).option == 2);
    CHECK(std::get<ContactStep>(model.actions[2].intent).step == 1);
    CHECK(model.affordable.find("¥1,000.00") != std::string::npos);
    c.ours.reset();
    CHECK(offer_model(*standing_offer(owing.book, icbc), p, c, owing.book, wording::Words{"en"}).actions.size() ==
          2);  // there is none of ours to stay with
}

TEST_CASE("what was promised and did not come is one line with its keys, and what is more than fits is counted",
          "[view][follow_up]")
{
    Owing owing;
    for (int i = 1; i <= 4; ++i)
        owing.put(Contact{.id = {i},
                          .bill = {1},
                          .due = icbc.occurrence,
                          .at = ledger::moment(day("2026-11-10"), 10, i),
                          .outcome = Outcome::pending,
                          .promise = ledger::Promise{.amount = cny(35'00), .by = day("2026-11-20")}});
    const auto state = owing.state();
    const auto assessment = alerts::assess(state.book, state.history, state.today);
    const auto lines = follow_ups(state, assessment, wording::Words{"en"});
    REQUIRE(lines.size() == 4);
    CHECK(lines.size() == alerts::to_tell(state.book, state.history, assessment).follow_ups.size());
    CHECK(lines.front().text.find("¥35.00") != std::string::npos);
    CHECK(lines.front().more.find("duewatch-cli") == std::string::npos);  // what a window cannot do is not said in it
    REQUIRE(lines.front().actions.size() == 2);
    CHECK(std::get<ContactStep>(lines.front().actions[0].intent).duty == icbc);
    CHECK(std::holds_alternative<PromiseSeen>(lines.front().actions[1].intent));
    const auto few = first_of(lines, 3, wording::Words{"en"});
    REQUIRE(few.size() == 3);
    CHECK(few.back().text == "2 more things want to be looked at.");
}

TEST_CASE("a talk about a bill that is paid can be noted, and nothing is asked for", "[view][follow_up]")
{
    Owing owing;
    const auto model = contact_afterwards(owing.state(), known(), icbc, "CN", noon, wording::Words{"en"});
    CHECK(model.only_after);
    CHECK_FALSE(model.closed.empty());
    CHECK(model.follow_up.agreed_options.empty());
    CHECK_FALSE(model.follow_up.rules.empty());
    CHECK(contact_afterwards(owing.state(), known(), icbc, "TW", noon, wording::Words{"en"}).follow_up.no_rules.size() >
          10);  // none are known, and that is said
}

TEST_CASE("the guide marks where things stand, and says about and may", "[view][follow_up]")
{
    for (const char* language : {"en", "zh_CN", "zh_TW"}) {
        const auto model = guide(known(), "CN", 45, icbc, wording::Words{language});
        REQUIRE(model.sections.size() >= 5);
        const auto& stages = model.sections.front().items;
        CHECK(stages.size() == 7);
        CHECK(std::count_if(stages.begin(), stages.end(), [](const auto& item) { return item.now; }) == 1);
        REQUIRE(model.other);
        CHECK(std::get<ShowGuide>(model.other->intent).kind == GuideKind::care);
        for (std::size_t i = 1; i < 4; ++i)  // visits, rules, fraud
            for (const auto& item : model.sections[i].items) CHECK_FALSE(item.source.empty());
        CHECK_FALSE(care(known(), "CN", icbc, wording::Words{language}).paragraphs.empty());
    }
    const auto nowhere = guide(known(), "CN", {}, {}, wording::Words{"en"});
    for (const auto& item : nowhere.sections.front().items) CHECK_FALSE(item.now);
}

TEST_CASE(
    "one plan for all says what to move and what each bill gets, and is offered only where there is something to do",
    "[view][follow_up]")
{
    Owing owing;
    const auto savings = owing.account("Savings", ledger::AccountType::savings, 5000'00);
    alerts::JointPlan t{.parts = {{.duty = {.bill = {1},
                                            .payee = "ICBC",
                                            .due = icbc.occurrence,
                                            .occurrence = icbc.occurrence,
                                            .amount = cny(1000'00),
                                            .still_owed = cny(1000'00)}}},
                        .holds = 0.95};
    t.advice = {alerts::AdviceKind::not_needed, cny(0), {}};
    const auto words = wording::Words{"en"};
    CHECK_FALSE(joint_plan({t}, owing.state(), words).plans.front().accept);
    t.moving = {{savings, day("2026-11-22"), cny(800'00)}};
    t.advice.kind = alerts::AdviceKind::choose;
    const auto plan = joint_plan({t}, owing.state(), words).plans.front();
    REQUIRE(plan.accept);
    REQUIRE(plan.moves.size() == 1);
    CHECK(plan.moves.front().find("¥800.00 from Savings") != std::string::npos);
    CHECK(plan.rows.front().cells.back().text == "paid in full");
    CHECK_FALSE(joint_plan({}, owing.state(), words).nothing.empty());
}

TEST_CASE("what is said of a reason is read, and nothing is kept of what was not said", "[view][follow_up]")
{
    const Owing owing;
    const wording::Words words{"en"};
    const auto typed = [](const char* reason, const char* since, const char* until, const char* now, const char* less) {
        return SaveHardship{{.duty = icbc, .reason = reason}, since, until, now, less};
    };
    const auto said = read_hardship(typed("job_loss", "2026-11-01", "", "200", "3000"), owing.state(), words);
    REQUIRE(said);
    CHECK(*said == ledger::Hardship{.reason = "job_loss",
                                    .since = day("2026-11-01"),
                                    .income_change = cny(-3000'00),
                                    .pay_now = cny(200'00)});
    CHECK(read_hardship(typed("", "", "", "", ""), owing.state(), words).problem().trouble == Trouble::out_of_range);
    CHECK(read_hardship(typed("job_loss", "", "", "-5", ""), owing.state(), words).problem().trouble ==
          Trouble::wrong_sign);
    CHECK(
        read_hardship(typed("job_loss", "2026-11-20", "2026-11-01", "", ""), owing.state(), words).problem().trouble ==
        Trouble::end_before_start);
}

TEST_CASE("a reader of Chinese is told in Chinese where numbers and rules come from", "[view][follow_up]")
{
    const auto has_latin_words = [](const std::string& text) {
        return text.find(" of ") != std::string::npos || text.find("guidelines") != std::string::npos;
    };
    for (const char* language : {"zh_CN", "zh_TW"}) {
        const auto model = guide(known(), "CN", {}, {}, wording::Words{language});
        for (const auto& section : model.sections)
            for (const auto& item : section.items) {
                INFO(item.text << "\n" << item.source);
                CHECK_FALSE(has_latin_words(item.source));
            }
    }
}
