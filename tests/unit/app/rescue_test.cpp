#include "ui/wording/rescue.hpp"

#include <regex>
#include <set>

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

Moment at(const char* date, int hour, int minute = 0)
{
    return moment(day(date), hour, minute);
}

/// A proposal made by hand, so that every kind of option is there.
struct Household {
    testing::SmallLedger ledger{};
    alerts::Proposal proposal{};

    explicit Household(const std::string& issuer = "icbc", const char* due = "2026-12-05", bool named = true)
    {
        ledger.account("Checking");
        CardTerms terms{.issuer = issuer, .statement_day = 15, .due_after = 20};
        ledger.put(Account{.id = {2},
                           .name = "Card",
                           .type = AccountType::card,
                           .opening_date = day("2020-01-01"),
                           .number = "6688",
                           .card = terms});
        ledger.put(
            Bill{.id = {1}, .source = BillSource::card, .payee = "Card", .first_due = day("2026-01-05"), .card = {2}});
        if (named) ledger.book.preferences.holder_name = "王小明";
        proposal.duty = {.bill = {1},
                         .source = BillSource::card,
                         .payee = "Card",
                         .due = day(due),
                         .occurrence = day(due),
                         .amount = cny(2400'00),
                         .minimum = cny(240'00),
                         .paid = cny(0),
                         .still_owed = cny(2400'00),
                         .card = {2},
                         .issuer = issuer};
        auto& a = proposal.afford;
        a.income = cny(9500'00), a.essentials = cny(6200'00), a.commitments = cny(0), a.other_debts = cny(800'00),
        a.buffer = cny(475'00);
        a.income_seen = true;
        a.lines = {{.kind = alerts::LineKind::income, .name = "Employer <A&B>", .amount = a.income},
                   {.kind = alerts::LineKind::essential, .name = "Rent", .amount = a.essentials}};
        int n = 0;
        for (const auto kind : {PlanKind::transfer, PlanKind::trim, PlanKind::defer_spending, PlanKind::move_due_date,
                                PlanKind::pay_minimum, PlanKind::bill_instalment, PlanKind::extension,
                                PlanKind::personal_instalment, PlanKind::interest_freeze, PlanKind::counselling}) {
            alerts::Option o{.n = ++n,
                             .kind = kind,
                             .holds = 0.9,
                             .total_cost = cny(14'40),
                             .months = 12,
                             .monthly = cny(202'00),
                             .first_payment = day("2026-12-13")};
            for (int w = 0; w <= static_cast<int>(alerts::OptionWhy::nothing_is_left); ++w)
                o.why.push_back({static_cast<alerts::OptionWhy>(w), cny(100'00), day("2026-12-13"), "Savings"});
            for (int r = 0; r <= static_cast<int>(alerts::OptionRisk::little_history); ++r)
                o.risks.push_back({static_cast<alerts::OptionRisk>(r), cny(100'00), day("2026-12-13"), "Savings"});
            if (kind == PlanKind::bill_instalment) o.apr = 0.1303;
            proposal.options.push_back(o);
        }
    }

    wording::ContactSheet sheet(const char* language = "en", wording::ContactAsk ask = {},
                                Moment now = at("2026-11-24", 15)) const
    {
        return wording::contact_sheet(wording::Words{language}, known(), ledger.book, proposal, ask, now);
    }
};

/// Promises, threats, shame and claims that nobody can make.
const std::regex& forbidden()
{
    static const std::regex pattern{
        "guarantee|will be approved|100 ?%|certainly approve|you failed|your "
        "fault|shame|irresponsible|jail|prison|arrest|sue you|"
        "保证(通过|批准|成功)|一定(通过|批准|同意|成功)|必定|百分之百|包过|坐牢|刑事|刑责|拘留|起诉你|丢人|可耻|老赖|"
        "失信|"
        "保證(通過|核准|成功)|一定(核准|同意)|坐牢|刑責|丟臉|可恥"};
    return pattern;
}

void check_clean(const std::string& where, const std::string& text)
{
    INFO(where << "\n" << text);
    CHECK_FALSE(text.empty());
    CHECK(text.find('{') == std::string::npos);
    CHECK(text.find('}') == std::string::npos);
    CHECK(text.find("95188") == std::string::npos);
    CHECK_FALSE(std::regex_search(text, forbidden()));
}

}  // namespace

TEST_CASE("every script and letter renders without a hole, a promise or a threat", "[rescue]")
{
    const Household home;
    std::vector<std::string> reasons{""};
    for (const auto& r : known().reasons) reasons.push_back(r.id);
    int rendered = 0;
    for (const char* language : {"zh_CN", "zh_TW", "en"}) {
        const wording::Words words{language};
        for (const auto& reason : reasons)
            for (const auto channel : {Channel::phone, Channel::chat, Channel::email, Channel::letter, Channel::app,
                                       Channel::sms, Channel::visit})
                for (int option = 0; option <= static_cast<int>(home.proposal.options.size()); ++option) {
                    wording::ContactAsk ask{.reason = reason, .channel = channel};
                    if (option > 0) ask.option = option;
                    REQUIRE(wording::check_contact(known(), home.proposal, ask).empty());
                    const auto s = home.sheet(language, ask);
                    const auto where = std::string{language} + " " + reason + " option " + std::to_string(option);
                    check_clean(where, s.script);
                    check_clean(where, s.letter);
                    check_clean(where, s.message);
                    check_clean(where, wording::script_text(words, s));
                    for (const auto& list : {s.questions, s.warnings, s.have_ready, s.record_after, s.helplines})
                        for (const auto& line : list) check_clean(where, line);
                    rendered += 3;
                }
    }
    CHECK(rendered == 3 * 18 * 7 * 11 * 3);
}

TEST_CASE("every script and letter is whole for a rent, an unknown bank, and long after the due date too", "[rescue]")
{
    std::vector<std::string> reasons{""};
    for (const auto& r : known().reasons) reasons.push_back(r.id);
    for (const char* issuer : {"", "ctbc", "hsbc_hk", "n26", "alipay_huabei"})
        for (const char* due : {"2026-12-20", "2026-11-20", "2026-10-01", "2026-05-01"}) {
            Household home{issuer, due, false};
            if (!*issuer) {  // a rent: no card, no bank, no minimum
                home.proposal.duty.card = {}, home.proposal.duty.source = BillSource::entered,
                home.proposal.duty.minimum = std::nullopt, home.proposal.duty.payee = "Landlord";
                home.proposal.afford = {.income = cny(0),
                                        .essentials = cny(0),
                                        .commitments = cny(0),
                                        .other_debts = cny(0),
                                        .buffer = cny(0)};
            }
            for (const char* language : {"zh_CN", "zh_TW", "en"})
                for (const auto& reason : reasons)
                    for (int option = 0; option <= static_cast<int>(home.proposal.options.size()); option += 3) {
                        wording::ContactAsk ask{.reason = reason};
                        if (option > 0) ask.option = option;
                        const auto s = home.sheet(language, ask);
                        const auto where = std::string{language} + " " + issuer + " " + due + " " + reason +
                                           " option " + std::to_string(option);
                        check_clean(where, s.script);
                        check_clean(where, s.letter);
                        check_clean(where, s.message);
                    }
        }
}

TEST_CASE("short letters are whole in every language, and only what is known stands in them", "[rescue]")
{
    const std::map<std::string, std::string> nothing{};
    for (const auto& [id, letter] : known().short_letters)
        for (const char* language : {"zh_CN", "zh_TW", "en"}) {
            std::string text;
            for (const auto& line : wording::fill_lines(letter.in(language), nothing)) text += line + "\n";
            INFO(id << " " << language << "\n" << text);
            CHECK(text.find('{') == std::string::npos);
            CHECK_FALSE(std::regex_search(text, forbidden()));
        }
}

TEST_CASE("the script carries the ledger's figures and the letter the holder's name", "[rescue]")
{
    const Household home;
    const auto s = home.sheet("zh_CN", {.reason = "job_loss", .option = 8});
    CHECK(s.request == "individual_plan");
    for (const char* part :
         {"王小明", "中国工商银行", "6688", "¥2,400.00", "¥240.00", "2026年12月5日", "失业", "¥9,500.00", "¥2,025.00",
          "¥202.00", "12期", "2026年12月13日", "个性化分期还款", "最长五年"}) {
        INFO(part << "\n" << s.script);
        CHECK(s.script.find(part) != std::string::npos);
    }
    CHECK(s.letter.find("王小明") != std::string::npos);
    CHECK(s.script.find("我愿意还清欠款") < s.script.find("¥2,400.00"));  // willingness first
    CHECK(s.reasons.empty());
}

TEST_CASE("the reason is asked and never guessed", "[rescue]")
{
    const Household home;
    const auto s = home.sheet("zh_CN");
    CHECK(s.script.find("原因是：________") != std::string::npos);
    CHECK(s.reasons.size() == 17);
    const auto problems = wording::check_contact(known(), home.proposal, {.reason = "laziness"});
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].trouble == Trouble::not_a_choice);
    CHECK(problems[0].detail.find("job_loss") != std::string::npos);
}

TEST_CASE("a name that was not given is a blank line and not a hole", "[rescue]")
{
    const Household home{"icbc", "2026-12-05", false};
    CHECK(home.sheet("en").script.find("I am ________") != std::string::npos);
}

TEST_CASE("region and script are separate", "[rescue]")
{
    const auto mainland = Household{"icbc"}.sheet("zh_TW", {.reason = "illness", .option = 8});
    CHECK(mainland.region == "CN");
    CHECK(mainland.script.find("最低還款額") != std::string::npos);
    CHECK(mainland.script.find("監管辦法") != std::string::npos);
    const auto taiwan = Household{"ctbc"}.sheet("zh_TW", {.reason = "illness", .option = 8});
    CHECK(taiwan.region == "TW");
    CHECK(taiwan.script.find("最低應繳金額") != std::string::npos);
    CHECK(taiwan.script.find("監管辦法") == std::string::npos);  // a mainland rule
    const auto simplified = Household{"ctbc"}.sheet("zh_CN", {.reason = "illness", .option = 8});
    CHECK(simplified.script.find("最低应缴金额") != std::string::npos);
}

TEST_CASE("the call sheet names the card first, then the stored number with how sure it is", "[rescue]")
{
    const auto call = Household{}.sheet("en").call;
    CHECK(call.first == "the number on the back of the card");
    CHECK(call.hotline == "95588");
    CHECK(call.confidence == "high");
    CHECK(call.avoid == "09:00–11:00");
    CHECK_FALSE(call.source.empty());
    CHECK(call.checked == "2026-11-22");
    const auto unknown = Household{"n26"}.sheet("en").call;
    CHECK(unknown.hotline.empty());
    CHECK_FALSE(unknown.caution.empty());
}

TEST_CASE("the next good time to call avoids the morning peak, nights and closed days", "[rescue]")
{
    struct Case {
        const char* when;
        const char* issuer;
        Moment now;
        const char* slot;
    };
    const auto c = GENERATE(
        values<Case>({{"a Tuesday afternoon", "abc", at("2026-11-24", 15), "now"},
                      {"in the morning peak", "abc", at("2026-11-24", 9, 30), "today from 11:00"},
                      {"in the evening", "abc", at("2026-11-24", 18), "Wed 25 Nov from 11:00"},
                      {"on a Friday evening", "abc", at("2026-11-27", 20), "Mon 30 Nov from 11:00"},
                      {"on a Sunday, hours not known", "abc", at("2026-11-22", 12), "Mon 23 Nov from 11:00"},
                      {"on a Sunday, open day and night", "icbc", at("2026-11-22", 12), "now"},
                      {"at night, open day and night", "icbc", at("2026-11-22", 23), "Mon 23 Nov from 11:00"}}));
    INFO(c.when);
    CHECK(Household{c.issuer}.sheet("en", {}, c.now).call.best_next_slot == c.slot);
}

TEST_CASE("95188 is Alipay's and never offered for a bank card", "[rescue]")
{
    Household home;
    home.ledger.put(IssuerCorrection{.id = {1}, .issuer = "icbc", .hotline = "95188"});
    CHECK(home.sheet("en").call.hotline == "95588");
    CHECK(Household{"alipay_huabei"}.sheet("en").call.hotline == "95188");
    for (const auto& [id, i] : known().issuers)
        for (const auto& h : i.hotlines) CHECK((h.number != "95188" || id == "alipay_huabei"));
}

TEST_CASE("the user's correction of a number wins", "[rescue]")
{
    Household home;
    home.ledger.put(IssuerCorrection{.id = {1}, .issuer = "icbc", .hotline = "400 123"});
    home.ledger.put(IssuerCorrection{.id = {2}, .issuer = "village", .name = "Village Bank", .hotline = "12 34"});
    CHECK(home.sheet("en").call.hotline == "400 123");
    CHECK(issuer(known(), home.ledger.book.corrections, "village")->hotlines.front().number == "12 34");
    CHECK(search_issuers(known(), home.ledger.book.corrections, "工商").size() == 1);
}

TEST_CASE("papers are listed with why they help, and only those at hand are mentioned to the bank", "[rescue]")
{
    Household home;
    home.ledger.put(Paper{.id = {1}, .bill = {1}, .document = "medical_bills", .state = PaperState::have});
    home.ledger.put(Paper{.id = {2}, .bill = {1}, .document = "medical_diagnosis", .state = PaperState::to_get});
    const auto s = home.sheet("en", {.reason = "illness"});
    REQUIRE(s.documents.size() == 10);
    CHECK(s.documents.front().essential);
    CHECK(s.script.find("Medical bills and receipts") != std::string::npos);
    CHECK(s.script.find("Diagnosis") == std::string::npos);
    for (const auto& d : s.documents) CHECK_FALSE(d.why.empty());
}

TEST_CASE("what is said follows the days since the due date", "[rescue]")
{
    CHECK(Household{"icbc", "2026-12-20"}.sheet("en").stage == "Early warning");
    CHECK(Household{"icbc", "2026-11-27"}.sheet("en").stage == "Last week before due");
    const auto late = Household{"icbc", "2026-11-01"}.sheet("en");
    CHECK(late.stage == "First month overdue");
    CHECK(late.script.find("23 days past") != std::string::npos);
}

TEST_CASE("a paid bill and an unknown option are refused", "[rescue]")
{
    Household home;
    CHECK(wording::check_contact(known(), home.proposal, {.option = 99}).front().trouble == Trouble::out_of_range);
    home.proposal.duty.still_owed = cny(0);
    CHECK(wording::check_contact(known(), home.proposal, {}).front().trouble == Trouble::already_paid);
}

TEST_CASE("options, their reasons and risks are whole sentences in every language", "[rescue]")
{
    const Household home;
    for (const char* language : {"zh_CN", "zh_TW", "en"}) {
        const wording::Words words{language};
        for (const auto& o : home.proposal.options) {
            const auto w = wording::option_words(words, home.ledger.book, o);
            check_clean(language, w.title);
            check_clean(language, w.why);
            const bool latin_words = std::regex_search(w.why + w.title, std::regex{"[a-z]{4,}"});
            if (words.chinese())
                CHECK(std::regex_replace(w.why + w.title, std::regex{"Savings"}, "").find(" the ") ==
                      std::string::npos);
            else CHECK(latin_words);
            for (const auto& risk : w.risks) check_clean(language, risk);
        }
        for (const auto kind : {alerts::AdviceKind::not_needed, alerts::AdviceKind::choose,
                                alerts::AdviceKind::none_holds, alerts::AdviceKind::talk_to_somebody}) {
            auto p = home.proposal;
            p.advice = {kind, cny(100'00), day("2026-12-05")};
            check_clean(language, wording::advice_words(words, p));
        }
    }
}

TEST_CASE("the arithmetic of a cost reads as scripts expect it", "[rescue]")
{
    CHECK(wording::cost_step({CostKind::interest, cny(10000'00), {500'000}, 35, cny(175'00)}) ==
          "10000.00 x 0.0005 x 35 d = 175.00");
    CHECK(wording::cost_step({CostKind::late_fee, cny(700'00), {50'000'000}, 0, cny(35'00)}) ==
          "700.00 x 0.05 = 35.00");
    CHECK(wording::cost_step({CostKind::late_fee, cny(10'00), {50'000'000}, 0, cny(20'00), cny(20'00)}) ==
          "10.00 x 0.05 = 20.00 (not under 20.00)");
}

TEST_CASE("pages to print are whole and call nothing from outside", "[rescue]")
{
    const Household home;
    for (const char* language : {"zh_CN", "zh_TW", "en"}) {
        const wording::Words words{language};
        const auto letter = wording::letter_html(words, home.sheet(language, {.reason = "illness"}));
        const auto budget =
            wording::budget_html(words, home.ledger.book, home.ledger.history, home.proposal, home.ledger.today());
        for (const auto& html : {letter, budget}) {
            INFO(html);
            CHECK(html.starts_with("<!DOCTYPE html>"));
            CHECK(html.ends_with("</html>\n"));
            CHECK(html.find("http") == std::string::npos);
            CHECK(html.find("src=") == std::string::npos);
        }
        CHECK(budget.find("Employer &lt;A&amp;B&gt;") != std::string::npos);
        CHECK(budget.find("¥2,025.00") != std::string::npos);
    }
}

TEST_CASE("the knowledge that ships is complete, and every placeholder in it is explained", "[knowledge]")
{
    const auto& k = known();
    CHECK(k.issuers.size() == 99);
    CHECK(k.helplines.size() == 15);
    CHECK(k.reasons.size() == 17);
    CHECK(k.documents.size() == 32);
    CHECK(k.request_types.size() == 12);
    CHECK(k.stages.size() == 7);
    for (const auto& r : k.reasons) {
        for (const auto& d : r.documents) CHECK(k.documents.contains(d));
        for (const auto& d : r.essential) CHECK(k.documents.contains(d));
        for (const auto& q : r.requests) CHECK(k.request_types.contains(q));
    }
    for (const auto& [id, i] : k.issuers)
        for (const auto& h : i.hotlines) {
            INFO(id << " " << h.number);
            CHECK_FALSE(h.sources.empty());
            CHECK_FALSE(h.checked.empty());
        }
    for (int d = -400; d < 400; ++d) CHECK(stage(k, d) != nullptr);
    const std::regex placeholder{R"([{][?]?([a-z_0-9]+)[}])"};
    const std::set<std::string> explained{k.placeholders.begin(), k.placeholders.end()},
        flags{"card", "nothing_left", "relief"};
    for (const auto& [id, block] : k.blocks)
        for (const auto* language : {&block.zh_CN, &block.zh_TW, &block.en})
            for (const auto& line : *language)
                for (const auto& text : line)
                    for (std::sregex_iterator m{text.begin(), text.end(), placeholder}, end; m != end; ++m)
                        CHECK((explained.contains((*m)[1]) || flags.contains((*m)[1])));
}
