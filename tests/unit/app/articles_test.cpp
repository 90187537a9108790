// What the two articles about talking to a card's bank say, each point with its place in the product. The table of all
// of them is in docs/guide.md.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "alerts/rescue/planner.hpp"
#include "db/seed/knowledge.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"
#include "ui/wording/follow_up.hpp"
#include "ui/wording/rescue.hpp"

using namespace ledger;
using testing::cny;
using testing::day;

namespace {

const Knowledge& known()
{
    static const Knowledge knowledge = db::load_knowledge();
    return knowledge;
}

wording::ContactSheet sheet(const std::string& reason = {}, Channel channel = Channel::phone,
                            const char* due = "2026-12-05", const char* language = "en")
{
    testing::SmallLedger l;
    l.account("Checking");
    l.put(Bill{.id = {1}, .payee = "ICBC card", .amount = cny(2400'00), .first_due = day(due), .issuer = "icbc"});
    alerts::Proposal p;
    p.duty = {.bill = {1},
              .payee = "ICBC card",
              .due = day(due),
              .occurrence = day(due),
              .amount = cny(2400'00),
              .paid = cny(0),
              .still_owed = cny(2400'00),
              .issuer = "icbc"};
    return wording::contact_sheet(wording::Words{language}, known(), l.book, p, {.reason = reason, .channel = channel},
                                  moment(day("2026-11-24"), 15, 0));
}

bool any_has(const std::vector<std::string>& lines, const char* part)
{
    return std::any_of(lines.begin(), lines.end(),
                       [&](const auto& line) { return line.find(part) != std::string::npos; });
}

bool has_paper(const wording::ContactSheet& s, const char* id, bool essential = false)
{
    return std::any_of(s.documents.begin(), s.documents.end(),
                       [&](const auto& d) { return d.id == id && (!essential || d.essential); });
}

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream in{file};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

const std::filesystem::path root = std::filesystem::path{DUEWATCH_FIXTURES}.parent_path().parent_path();

}  // namespace

TEST_CASE("the call sheet says what to have ready, on what line to call, and what to do when nobody answers",
          "[articles]")
{
    const auto s = sheet();
    CHECK(any_has(s.have_ready, "ID number"));
    CHECK(any_has(s.have_ready, "last four"));
    CHECK(s.call.environment.find("Stable signal") != std::string::npos);
    CHECK(s.call.if_no_answer.find("another network or phone") != std::string::npos);
    CHECK(any_has(s.never_give, "One-time codes"));
}

TEST_CASE("what is written keeps a better record than the phone, and the phone suits what is sensitive", "[articles]")
{
    std::map<Channel, int> record;
    for (const auto& c : known().channels) record[c.channel] = c.record;
    CHECK(record[Channel::email] > record[Channel::phone]);
    CHECK(record[Channel::app] > record[Channel::phone]);
    CHECK(record[Channel::chat] > record[Channel::phone]);
    CHECK(sheet({}, Channel::phone).channel_note.find("sensitive") != std::string::npos);
    CHECK(sheet({}, Channel::email).channel_note.find("official address") != std::string::npos);
    CHECK(sheet({}, Channel::app).script.find("in writing") !=
          std::string::npos);  // the written version ends by asking for it in writing
}

TEST_CASE("a home visit is explained: no enforcement, about when, who they are, and no cash", "[articles]")
{
    const auto guide = wording::guide(wording::Words{"en"}, known(), "CN");
    std::string all;
    for (const auto& line : guide.home_visit) all += line.text + "\n";
    for (const char* part :
         {"not enforcement", "about three months", "identification", "need not let anyone in", "no cash"}) {
        INFO(part);
        CHECK(all.find(part) != std::string::npos);
    }
    const auto mid =
        std::find_if(guide.stages.begin(), guide.stages.end(), [](const auto& s) { return s.id == "mid_overdue"; });
    REQUIRE(mid != guide.stages.end());
    CHECK(mid->when.find("about") == 0);
    CHECK(mid->may_happen.find("may") != std::string::npos);
}

TEST_CASE("ICBC's line is open day and night, and its menu is a hint that leads to a person", "[articles]")
{
    const auto icbc = known().issuers.at("icbc");
    REQUIRE_FALSE(icbc.hotlines.empty());
    CHECK(icbc.hotlines.front().number == "95588");
    CHECK(icbc.hotlines.front().h24.value_or(false));
    REQUIRE(icbc.ivr);
    CHECK(icbc.ivr->confidence >= Confidence::low);
    CHECK(sheet().call.ivr.find("person") != std::string::npos);
    CHECK(sheet().call.ivr.find("hint") != std::string::npos);
}

TEST_CASE("the papers and requests of the articles' cases are there: illness, a parent's illness, job loss, a transfer",
          "[articles]")
{
    CHECK(has_paper(sheet("illness"), "medical_diagnosis", true));
    CHECK(has_paper(sheet("illness"), "medical_bills"));
    CHECK(has_paper(sheet("family_illness"), "critical_notice"));
    CHECK(has_paper(sheet("bereavement"), "death_cert"));
    CHECK(has_paper(sheet("job_loss"), "unemployment_cert"));
    CHECK(has_paper(sheet("job_transfer"), "transfer_notice"));
    const auto requests = [](const char* id) { return reason(known(), id)->requests; };
    const auto asks = [&](const char* id, const char* request) {
        const auto all = requests(id);
        return std::find(all.begin(), all.end(), request) != all.end();
    };
    CHECK(asks("illness", "short_extension"));
    CHECK(asks("illness", "interest_waiver"));
    CHECK(asks("family_illness", "bill_instalment"));
    CHECK(asks("family_illness", "interest_waiver"));
}

TEST_CASE("proof of income helps with every reason", "[articles]")
{
    for (const auto& r : known().reasons) {
        INFO(r.id);
        const bool there = std::find(r.documents.begin(), r.documents.end(), "income_proof") != r.documents.end() ||
                           std::find(r.documents.begin(), r.documents.end(), "bank_flow") != r.documents.end();
        CHECK(there);
    }
}

TEST_CASE("every form of relief that the articles name can be asked for, and none is promised", "[articles]")
{
    for (const char* id : {"fee_waiver", "interest_waiver", "short_extension", "bill_instalment", "individual_plan",
                           "interest_freeze", "due_date_change"}) {
        INFO(id);
        REQUIRE(known().request_types.contains(id));
        for (const char* language : {"en", "zh_CN", "zh_TW"})
            CHECK_FALSE(known().request_types.at(id).ask.in(language).empty());
    }
    CHECK(known().disclaimer.en.find("the bank decides") != std::string::npos);
}

TEST_CASE("the checklist is there at the first warning, long before anything is overdue", "[articles]")
{
    const auto s = sheet("illness", Channel::phone, "2026-12-20");
    CHECK(s.stage == "Early warning");
    CHECK_FALSE(s.documents.empty());
    for (const auto& d : s.documents) CHECK_FALSE(d.why.empty());
}

TEST_CASE("warnings against paid helpers and false papers stand on every sheet, and the tone is calm", "[articles]")
{
    for (const auto channel : {Channel::phone, Channel::chat, Channel::app, Channel::email, Channel::letter}) {
        const auto s = sheet({}, channel);
        CHECK(any_has(s.warnings, "Negotiating is free"));
        CHECK(any_has(s.warnings, "Papers must be true"));
        CHECK(any_has(s.warnings, "number on the card"));
        CHECK(s.call.manner.find("Polite") != std::string::npos);
    }
    CHECK(sheet().script.find("If they say no:") != std::string::npos);
}

TEST_CASE("the talks that banks begin can be noted too: message, call, letter and visit", "[articles]")
{
    testing::SmallLedger l;
    l.account("Checking");
    l.put(Bill{
        .id = {1}, .payee = "ICBC card", .amount = cny(2400'00), .first_due = day("2026-12-05"), .issuer = "icbc"});
    int id = 0;
    for (const auto channel : {Channel::sms, Channel::phone, Channel::letter, Channel::visit})
        CHECK(l.put(Contact{.id = {++id},
                            .bill = {1},
                            .due = day("2026-12-05"),
                            .at = moment(day("2026-11-20"), 10, 0),
                            .channel = channel,
                            .they_called = true})
                  .empty());
}

TEST_CASE("the file for the bank marks what is essential, shows debts and the outlook, and names no shop", "[articles]")
{
    testing::SmallLedger l;
    const auto checking = l.account("Checking", AccountType::checking, 500000);
    l.put(Category{.id = {901}, .name = "Groceries", .essential = true});
    l.put(Category{.id = {902}, .name = "Cinema"});
    for (int m = 1; m <= 6; ++m)
        for (const auto& [d, fen, payee, category] :
             {std::tuple{10, 950000, "Employer", 0}, {12, -150000, "Secret Shop", 901}, {14, -30000, "Odeon", 902}}) {
            const auto at = add_months(day("2026-11-01"), -m, static_cast<unsigned>(d));
            l.put(Entry{.id = {l.book.last_entry.value + 1},
                        .account = checking,
                        .date = at,
                        .amount = cny(fen),
                        .payee = payee,
                        .category = {category}});
        }
    l.put(Bill{.id = {1},
               .payee = "ICBC card",
               .amount = cny(2400'00),
               .first_due = day("2026-12-05"),
               .pay_from = checking,
               .issuer = "icbc"});
    const auto duty = *current_duty(l.book, l.history, {1}, l.today());
    const auto p = alerts::propose(l.book, l.history, l.today(), duty);
    const auto html = wording::budget_html(wording::Words{"en"}, l.book, l.history, p, l.today());
    INFO(html);
    for (const char* part : {"Employer", "Groceries</td><td>essential", "Cinema</td><td>can wait", "ICBC card",
                             "Outlook of the paying account", "What can be paid reliably"}) {
        INFO(part);
        CHECK(html.find(part) != std::string::npos);
    }
    CHECK(html.find("Secret Shop") == std::string::npos);
    CHECK(html.find("Odeon") == std::string::npos);
}

TEST_CASE("each of the 59 points of the two articles has one row in the guide, and the test it names exists",
          "[articles]")
{
    std::string tests;
    for (const auto& file : std::filesystem::recursive_directory_iterator{root / "tests"})
        if (file.path().extension() == ".cpp") tests += text_of(file.path());
    std::map<std::string, int> seen;
    std::istringstream guide{text_of(root / "docs" / "guide.md")};
    const std::regex row{R"(^\| (S[12]\.[0-9]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$)"};
    std::smatch found;
    for (std::string line; std::getline(guide, line);) {
        if (!std::regex_match(line, found, row)) continue;
        ++seen[found[1]];
        INFO(line);
        CHECK(tests.find("TEST_CASE(\"" + found[4].str() + "\"") != std::string::npos);
    }
    for (int n = 1; n <= 25; ++n) CHECK(seen["S1." + std::to_string(n)] == 1);
    for (int n = 1; n <= 34; ++n) CHECK(seen["S2." + std::to_string(n)] == 1);
    CHECK(seen.size() == 59);
}
