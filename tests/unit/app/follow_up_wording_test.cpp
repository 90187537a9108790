#include "ui/wording/follow_up.hpp"

#include <regex>
#include <set>

#include "alerts/telling/follow_up.hpp"
#include "db/seed/knowledge.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

namespace {

const Knowledge& known()
{
    static const Knowledge knowledge = db::load_knowledge();
    return knowledge;
}

/// Promises, threats, shame; and holes. The rules themselves may name what they forbid.
void check_calm(const std::string& text)
{
    static const std::regex forbidden{
        "guarantee|will be approved|your "
        "fault|shame|irresponsible|jail|prison|arrest|保证通过|一定通过|坐牢|丢人|可耻|老赖|保證通過|坐牢|丟臉|可恥"};
    INFO(text);
    CHECK_FALSE(text.empty());
    CHECK(text.find('{') == std::string::npos);
    CHECK_FALSE(std::regex_search(text, forbidden));
}

testing::SmallLedger with_bill()
{
    testing::SmallLedger l;
    l.account("Checking");
    l.put(Bill{.id = {1}, .payee = "ICBC", .amount = cny(1000'00), .first_due = day("2026-12-05"), .issuer = "icbc"});
    return l;
}

Contact call(int id, const char* date, int hour, bool they, Outcome outcome = Outcome::no_answer,
             std::optional<int> waited = {})
{
    return {.id = {id},
            .bill = {1},
            .due = day("2026-12-05"),
            .at = moment(day(date), hour, 0),
            .outcome = outcome,
            .they_called = they,
            .waited = waited};
}

}  // namespace

TEST_CASE("what follows a talk is said in whole calm sentences in every language", "[follow_up]")
{
    using alerts::FollowUpKind;
    using alerts::Verdict;
    for (const char* language : {"en", "zh_CN", "zh_TW"}) {
        const wording::Words words{language};
        for (int kind = 0; kind <= static_cast<int>(FollowUpKind::ask_again); ++kind) {
            const auto said = wording::follow_up_words(words, {.kind = static_cast<FollowUpKind>(kind),
                                                               .bill = {1},
                                                               .plan = {1},
                                                               .contact = {2},
                                                               .payee = "ICBC",
                                                               .date = day("2026-12-05"),
                                                               .amount = cny(35'00),
                                                               .p_short = 0.3});
            check_calm(said.title);
            check_calm(said.action);
            CHECK(said.title.find("ICBC") != std::string::npos);
        }
        for (int verdict = 0; verdict <= static_cast<int>(Verdict::only_theirs); ++verdict) {
            alerts::Option o{
                .total_cost = cny(100'00), .months = 12, .monthly = cny(202'00), .first_payment = day("2026-12-20")};
            const auto said = wording::comparison_words(
                words, {.theirs = o, .ours = o, .verdict = static_cast<Verdict>(verdict), .cost_differs = cny(1'00)});
            check_calm(said.verdict);
            CHECK(said.rows.size() == 6);
        }
        for (const char* region : {"CN", "TW", "HK", "SG", "US", "GB", "DE"}) {
            const auto page = wording::care_page(words, known(), region);
            for (const auto& p : page.paragraphs) check_calm(p);
            const auto guide = wording::guide(words, known(), region);
            for (const auto& stage : guide.stages) check_calm(stage.may_happen);
            check_calm(guide.disclaimer);
        }
    }
}

TEST_CASE("the page for somebody in despair names no number that is not well confirmed", "[follow_up]")
{
    const std::regex number{"[0-9]{3,}"};
    for (const char* region : {"CN", "TW", "HK", "SG", "US", "GB", "DE"}) {
        const auto page = wording::care_page(wording::Words{"en"}, known(), region);
        for (const auto& p : page.paragraphs) CHECK_FALSE(std::regex_search(p, number));
        for (const auto& line : page.first_things) CHECK_FALSE(std::regex_search(line, number));
        std::set<std::string> sure;
        for (const auto& h : known().helplines)
            if (h.country == region && h.free_advice && h.confidence == Confidence::high) sure.insert(h.number);
        CHECK(page.free_advice.size() == sure.size());
        for (const auto& line : page.free_advice) CHECK_FALSE(line.source.empty());
    }
}

TEST_CASE("only what collectors did counts against them, by the region's rules", "[follow_up]")
{
    struct Case {
        const char* when;
        Contact contact;
        const char* region;
        std::size_t found;
    };
    auto marked = call(1, "2026-11-20", 15, true);
    marked.conduct = {"third_parties", "no_impersonation"};
    auto letter = call(1, "2026-11-20", 23, true);
    letter.channel = Channel::letter;
    const auto c =
        GENERATE_COPY(values<Case>({{"they call at eleven at night", call(1, "2026-11-20", 23, true), "CN", 1},
                                    {"they call at seven in the morning", call(1, "2026-11-20", 7, true), "CN", 1},
                                    {"they call at eight", call(1, "2026-11-20", 8, true), "CN", 0},
                                    {"one calls at night oneself", call(1, "2026-11-20", 23, false), "CN", 0},
                                    {"a letter is noted at night", letter, "CN", 0},
                                    {"two rules were marked", marked, "CN", 2},
                                    {"no rules of the region are known", call(1, "2026-11-20", 23, true), "TW", 0}}));
    INFO(c.when);
    auto l = with_bill();
    l.put(c.contact);
    CHECK(alerts::breaches(l.book, known(), {1}, c.region).size() == c.found);
}

TEST_CASE("the best hour is learnt from one's own waits, and not from one lucky call", "[follow_up]")
{
    auto l = with_bill();
    const auto learnt = [&] { return alerts::best_hour(l.book, {BillId{1}}); };
    l.put(call(1, "2026-11-16", 10, false, Outcome::no_answer, 40));
    l.put(call(2, "2026-11-17", 16, false, Outcome::pending, 3));
    CHECK_FALSE(learnt());
    l.put(call(3, "2026-11-18", 16, false, Outcome::pending, 5));
    l.put(call(4, "2026-11-19", 9, true, Outcome::pending, 0));  // they called: nobody waited
    REQUIRE(learnt());
    CHECK(learnt()->hour == 16);
    CHECK(learnt()->wait == 4);
    CHECK(learnt()->calls == 3);
}

TEST_CASE("a plan is watched more strictly than a bill", "[follow_up]")
{
    auto l = with_bill();
    l.put(Plan{.id = {1},
               .bill = {1},
               .due = day("2026-12-05"),
               .kind = PlanKind::personal_instalment,
               .schedule = {{day("2026-12-20"), cny(500'00)}}});
    l.put(Bill{.id = {2},
               .source = BillSource::plan,
               .payee = "ICBC",
               .amount = cny(0),
               .first_due = day("2026-12-20"),
               .plan = {1},
               .schedule = {{day("2026-12-20"), cny(500'00)}}});
    struct Case {
        const char* when;
        const char* today;
        alerts::Level level;
        std::optional<alerts::FollowUpKind> kind;
    };
    using alerts::FollowUpKind;
    using alerts::Level;
    const auto c =
        GENERATE(values<Case>({{"two weeks before", "2026-12-06", Level::safe, std::nullopt},
                               {"a week before", "2026-12-13", Level::safe, FollowUpKind::plan_first_reminder},
                               {"two days before", "2026-12-18", Level::safe, FollowUpKind::plan_last_reminder},
                               {"it has become tight", "2026-12-06", Level::tight, FollowUpKind::call_before_missing},
                               {"the day has passed", "2026-12-21", Level::will_miss, FollowUpKind::plan_missed}}));
    INFO(c.when);
    alerts::Assessment a{.today = {day(c.today)}};
    a.findings.push_back({.duty = {.bill = {2},
                                   .source = BillSource::plan,
                                   .payee = "ICBC",
                                   .due = day("2026-12-20"),
                                   .occurrence = day("2026-12-20"),
                                   .amount = cny(500'00),
                                   .paid = cny(0),
                                   .still_owed = cny(500'00)},
                          .level = c.level,
                          .p_short = c.level == Level::safe ? 0.01 : 0.2});
    if (a.findings.front().duty.due < a.today.date) a.findings.front().duty.late_since = a.findings.front().duty.due;
    const auto all = alerts::follow_ups(l.book, l.history, a);
    CHECK(all.size() == (c.kind ? 1U : 0U));
    if (c.kind) CHECK(all.front().kind == *c.kind);
}
