#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"
#include "ui/viewmodel/bills.hpp"
#include "ui/viewmodel/home.hpp"
#include "ui/viewmodel/warnings.hpp"

using namespace view;
using testing::cny;
using testing::day;

namespace {

app::State state_of(const testing::SmallLedger& small)
{
    return {small.book, small.history, small.today()};
}

alerts::Finding finding(const char* payee, const char* due, std::int64_t fen, alerts::Level level,
                        std::optional<double> p = {}, std::int64_t missing = 0)
{
    static std::int64_t bills = 0;
    alerts::Finding f;
    f.duty.bill = {++bills};
    f.duty.payee = payee;
    f.duty.due = f.duty.occurrence = day(due);
    f.duty.amount = f.duty.still_owed = cny(fen);
    f.duty.pay_from = {1};
    f.level = level;
    f.p_short = p;
    f.expected_shortfall = cny(missing);
    f.act_by = day(due) - ledger::Days{4};
    if (f.duty.due < day("2026-11-22")) f.duty.late_since = f.duty.due;  // the household's today
    return f;
}

}  // namespace

TEST_CASE("an empty ledger names the one first step", "[view][home]")
{
    testing::SmallLedger small;
    const auto model = home(state_of(small), {.today = small.today()}, wording::Words{});
    CHECK(model.empty);
    REQUIRE(model.actions.size() >= 2);
    CHECK(std::holds_alternative<ChooseFile>(model.actions.front().intent));
    CHECK(model.bills.empty());
}

TEST_CASE("accounts without bills lead to the first bill", "[view][home]")
{
    testing::SmallLedger small;
    small.account("Checking");
    const auto model = home(state_of(small), {.today = small.today()}, wording::Words{});
    CHECK_FALSE(model.empty);
    CHECK(std::holds_alternative<NewBill>(model.actions.front().intent));
}

TEST_CASE("the headline is about what presses most", "[view][home]")
{
    testing::SmallLedger small;
    small.account("Checking");
    using enum alerts::Level;
    struct Case {
        const char* when;
        std::vector<alerts::Finding> findings;
        const char* says;
        view::Level level;
    };
    const auto c = GENERATE(
        Case{"one bill is at risk",
             {finding("ICBC card", "2026-12-05", 240000, at_risk, 0.62, 91000),
              finding("Rent", "2026-12-01", 300000, safe, 0.02)},
             "ICBC card (¥2,400.00) on Sat 5 Dec is at risk: there is a 62 % chance that about ¥910.00 is missing in "
             "Checking.",
             view::Level::at_risk},
        Case{"what is overdue comes before what is at risk",
             {finding("ICBC card", "2026-12-05", 240000, at_risk, 0.62, 91000),
              finding("Power", "2026-11-20", 12000, safe)},
             "Power was due on Fri 20 Nov: ¥120.00 is still owed.",
             view::Level::will_miss},
        Case{"all is covered",
             {finding("Rent", "2026-12-01", 300000, safe, 0.02), finding("School", "2026-12-20", 100000, safe, 0.02)},
             "Everything due until Sun 20 Dec is covered.",
             view::Level::safe},
        Case{"there is no probability yet",
             {finding("Rent", "2026-12-01", 300000, will_miss, {}, 50000)},
             "Rent (¥3,000.00) is due on Tue 1 Dec; ¥500.00 of it is not in Checking by then.",
             view::Level::will_miss});
    CAPTURE(c.when);
    const auto model = home(state_of(small), {.today = small.today(), .findings = c.findings}, wording::Words{});
    CHECK(model.headline == c.says);
    CHECK(model.level == c.level);
    REQUIRE_FALSE(model.bills.empty());
    CHECK_FALSE(model.advice.empty());
}

TEST_CASE("the list of bills keeps the order of danger, the overdue first", "[view][home]")
{
    testing::SmallLedger small;
    small.account("Checking");
    using enum alerts::Level;
    const alerts::Assessment judged{
        .today = small.today(),
        .findings = {finding("Card", "2026-12-05", 240000, at_risk, 0.62, 91000),
                     finding("Power", "2026-11-20", 12000, safe), finding("Rent", "2026-12-01", 300000, tight, 0.2)}};
    const auto model = home(state_of(small), judged, wording::Words{});
    REQUIRE(model.bills.size() == 3);
    CHECK(model.bills[0].cells[1].text == "Power");
    CHECK(model.bills[0].cells[0].text == "overdue");
    CHECK(model.bills[1].cells[1].text == "Card");
    CHECK(model.bills[1].cells[4].text == "62 %");
    CHECK(model.bills[2].cells[1].text == "Rent");
    const auto warned = warnings(state_of(small), judged, wording::Words{});
    CHECK(warned.rows.size() == 3);
    CHECK(warned.rows.front().cells[1].text == "Power");
}

TEST_CASE("too little history is said, and no chance is invented", "[view][home]")
{
    testing::SmallLedger small;
    const auto account = small.account("Checking", ledger::AccountType::checking, 100000);
    alerts::Assessment judged{
        .today = small.today(),
        .findings = {finding("Rent", "2026-12-01", 300000, alerts::Level::will_miss, {}, 200000)}};
    judged.findings.front().duty.pay_from = account;
    judged.accounts.push_back({.account = account,
                               .balance = cny(100000),
                               .history_days = 3,
                               .enough_history = false,
                               .daily = {{day("2026-11-23"), 1, 1, 1, 1, 1, 0}}});
    const auto model = home(state_of(small), judged, wording::Words{});
    CHECK(model.note.find("not enough history") != std::string::npos);
    CHECK(model.bills.front().cells[4].text == "—");
    CHECK(model.fan.key.outer.empty());
}

TEST_CASE("every sentence about a finding has its Chinese", "[view][wording]")
{
    testing::SmallLedger small;
    small.account("活期");
    const wording::Words words{"zh_CN"};
    using enum alerts::Level;
    for (const auto level : {safe, tight, at_risk, will_miss})
        for (const bool sure : {true, false}) {
            const auto f = finding("房租", "2026-12-01", 300000, level, sure ? std::optional{0.4} : std::nullopt, 1000);
            for (const auto& said :
                 {wording::finding_headline(words, f, "活期"), wording::finding_advice(words, f, small.today())}) {
                CAPTURE(said);
                CHECK(said.find(" is ") == std::string::npos);
                CHECK(said.find('{') == std::string::npos);
            }
        }
    for (const auto kind :
         {alerts::CauseKind::balance_today, alerts::CauseKind::income_expected, alerts::CauseKind::income_late,
          alerts::CauseKind::income_after, alerts::CauseKind::bill_before, alerts::CauseKind::regular_payment,
          alerts::CauseKind::usual_spending}) {
        for (const int times : {1, 3}) {
            const auto said = wording::cause(words, {kind, "工资", cny(-100), day("2026-12-01"), cny(-100), times});
            CHECK(said.find("。") != std::string::npos);
            CHECK(said.find('{') == std::string::npos);
        }
    }
}

TEST_CASE("each bill is listed once, with what it still owes", "[view][bills]")
{
    testing::SmallLedger small;
    const auto account = small.account("Checking", ledger::AccountType::checking, 500000);
    ledger::Bill rent;
    rent.id = {1};
    rent.payee = "Rent";
    rent.amount = cny(300000);
    rent.first_due = day("2026-12-01");
    rent.repeat.period = ledger::Period::month;
    rent.pay_from = account;
    REQUIRE(small.put(rent).empty());
    const auto model = bills(state_of(small), {.today = small.today()}, wording::Words{});
    REQUIRE(model.rows.size() == 1);
    CHECK(model.rows[0].cells[1].text == "Rent");
    CHECK(model.rows[0].details[0].value == "1 December 2026, due in 9 days");
    CHECK(model.rows[0].cells[3].text == "¥3,000.00");
    CHECK(model.rows[0].can_pay);
    CHECK(model.rows[0].pay.amount == "3000.00");
    const auto form = bill_form(rent, rent.first_due, model, wording::Words{});
    CHECK(form.payee == "Rent");
    CHECK(repeat_of(form.repeat, rent.first_due) == rent.repeat);
    CHECK(form.pay_from == 1);
}

TEST_CASE("a late income is said on the first page, and the move that saves a bill is the advice", "[view][home]")
{
    testing::SmallLedger small;
    const auto account = small.account("Checking", ledger::AccountType::checking, 100000);
    alerts::Assessment judged{.today = small.today(),
                              .findings = {finding("Rent", "2026-12-01", 300000, alerts::Level::tight, 0.9, 200000)}};
    auto& rent = judged.findings.front();
    rent.alone = alerts::Level::will_miss;
    rent.moves = {{.from = {2},
                   .to = account,
                   .from_name = "Savings",
                   .to_name = "Checking",
                   .amount = cny(200000),
                   .by = day("2026-11-30")}};
    judged.late_incomes = {{.account = account,
                            .payer = "Employer",
                            .amount = cny(800000),
                            .expected = day("2026-11-10"),
                            .days_late = 12,
                            .still_coming = 0.3,
                            .weighs = true}};
    const auto model = home(state_of(small), judged, wording::Words{});
    CHECK(model.headline.find("money from another account") != std::string::npos);
    CHECK(model.advice.find("from Savings to Checking") != std::string::npos);
    CHECK(model.note.find("Employer") != std::string::npos);
}
