#include <algorithm>

#include "alerts/telling/reminder.hpp"
#include "alerts/to_tell.hpp"
#include "ui/app/journeys/notices.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/foresight_view.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/follow_up.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;
using alerts::Finding;

namespace {

struct ForecastOptions {
    int days = 60;
    std::string account;
    std::vector<std::string> below;
    double confidence = alerts::Policy{}.confidence;
};

Result<Reply> forecast(Context& context, const ForecastOptions& o)
{
    if (auto problems = days_problems(o.days); !problems.empty()) return problems;
    Reader in{context};
    if (!(o.confidence >= 0.5 && o.confidence <= 0.99))
        in.say({.trouble = Trouble::out_of_range,
                .field = "--confidence",
                .text = fmt::format("{}", o.confidence),
                .detail = "0.5–0.99"});
    const auto only = in.account(o.account);
    if (!o.below.empty() && o.account.empty())
        in.say({.trouble = Trouble::out_of_range, .field = "--below", .detail = "--account ACCOUNT"});
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    std::vector<alerts::Below> questions;
    int days = o.days;
    for (const auto& text : o.below) {
        const auto [amount, day] = in.money_on(text, in.currency_of(only), "--below");
        if (in.ok() && (day < state.today.date || days_between(state.today.date, day) > 730))
            in.say({.trouble = Trouble::out_of_range,
                    .field = "--below",
                    .text = iso(day),
                    .detail = iso(state.today.date) + " …"});
        questions.push_back({.amount = amount, .date = day});
        if (in.ok()) days = std::max(days, days_between(state.today.date, day));
    }
    if (!in.ok()) return in.problems();
    auto a = alerts::assess(state.book, state.history, state.today, o.days, {.confidence = o.confidence});
    if (only) {
        std::erase_if(a.accounts, [&](const auto& outlook) { return outlook.account != only; });
        std::erase_if(a.findings, [&](const Finding& f) { return f.duty.pay_from != only; });
        std::erase_if(a.late_incomes, [&](const auto& late) { return late.account != only; });
    }
    Reply reply{.json = assessment_json(state.book, a, context.words),
                .text = assessment_text(state.book, a, context.words)};
    if (questions.empty()) return reply;
    reply.json["below"] = Json::array();
    for (const auto& b : alerts::balances_below(state.book, state.history, state.today, days, only, questions)) {
        reply.json["below"].push_back(
            {{"amount", json_of(b.amount)}, {"date", json_of(b.date)}, {"p", probability(b.p)}});
        reply.text +=
            context.words.fill("Below {amount} on {date}: {p}", fmt::arg("amount", context.words.money(b.amount)),
                               fmt::arg("date", context.words.date(b.date)),
                               fmt::arg("p", b.p ? context.words.chance(*b.p) : "–")) +
            "\n";
    }
    return reply;
}

struct CheckOptions {
    bool notify = false;
};

Json alert_json(const Book& book, const alerts::Telling<Finding>& telling, const Warning& w, Today today,
                const wording::Words& words)
{
    const auto& f = telling.what;
    Json j{{"bill", f.duty.bill.value},
           {"payee", f.duty.payee},
           {"level", wording::key(f.level)},
           {"due", json_of(f.duty.due)},
           {"days_past_due", f.duty.days_past_due(today)},
           {"arrears", f.duty.source == BillSource::card ? json_of(f.duty.arrears) : Json{}},
           {"short_by", json_of(f.expected_shortfall)},
           {"act_by", json_of(f.act_by)},
           {"action", w.action},
           {"title", w.title},
           {"body", w.body},
           {"new", telling.fresh},
           {"told_on", json_of(telling.told_on)},
           {"speaks_on", json_of(f.duty.late() ? today.date : alerts::speaks_on(f, book.preferences))},
           {"p_short", probability(f.p_short)},
           {"status", wording::key(f.duty.status)},
           {"currency", f.duty.amount.currency.text()}};
    const auto whole = finding_json(book, f, words);
    for (const auto* key : {"p_short_after_moves", "moves", "cost_if_missed", "because"}) j[key] = whole[key];
    return j;
}

/// Where nothing is to be done today: what comes first, what is in danger later, and when that will be told.
std::string later_text(const Book& book, const alerts::Assessment& a, const alerts::ToTell& tell,
                       const wording::Words& words)
{
    std::string text = words("Nothing needs doing today.") + "\n";
    const Finding* first = nullptr;
    for (const auto& f : a.findings)
        if (f.duty.open() && (!first || f.duty.due < first->duty.due)) first = &f;
    if (!first) return text + words("No bill is known that is due in the time ahead.") + "\n";
    text += words.fill("First comes {payee}, {owed}, on {date}.", fmt::arg("payee", printable(first->duty.payee)),
                       fmt::arg("owed", words.money(first->duty.still_owed)),
                       fmt::arg("date", words.date(first->duty.due))) +
            "\n";
    for (const auto& [f, key, fresh, told_on] : tell.later)
        text += printable(warning_of(book, f, a.today, words).title) + "\n  " +
                words.fill("You will be told again from {date} on.",
                           fmt::arg("date", words.date(alerts::speaks_on(f, book.preferences)))) +
                "\n";
    if (tell.later.empty())
        text += words.fill("No due date of the next {n} days is at risk.", fmt::arg("n", a.days)) + "\n";
    return text;
}

Warning follow_up_warning(const alerts::FollowUp& f, const wording::Words& words)
{
    auto said = wording::follow_up_words(words, f);
    if (f.kind == alerts::FollowUpKind::promise_not_seen)
        said.action += (words.chinese() ? "" : " ") +
                       words.fill("(duewatch-cli contact kept {contact})", fmt::arg("contact", f.contact.value));
    return {.title = std::move(said.title), .body = std::move(said.body), .action = std::move(said.action)};
}

Json follow_up_json(const alerts::FollowUp& f, const Warning& w, bool fresh)
{
    return {{"kind", wording::key(f.kind)},
            {"bill", f.bill.value},
            {"plan", f.plan ? Json(f.plan.value) : Json{}},
            {"contact", f.contact ? Json(f.contact.value) : Json{}},
            {"payee", f.payee},
            {"date", json_of(f.date)},
            {"amount", json_of(f.amount)},
            {"p_short", probability(f.p_short)},
            {"title", w.title},
            {"body", w.body},
            {"action", w.action},
            {"new", fresh}};
}

std::string text_of(const Warning& w)
{
    const auto body = w.body.empty() ? std::string{} : "  " + printable(w.body) + "\n";
    return printable(w.title) + "\n" + body + "  → " + printable(w.action) + "\n";
}

/// What is told today; with `only_fresh`, the text leaves out what was told before.
Reply told_today(const app::State& state, const alerts::ToTell& tell, const wording::Words& words, bool only_fresh)
{
    Reply reply;
    const auto say = [&](const Warning& w, bool fresh) {
        if (fresh || !only_fresh) reply.text += text_of(w);
    };
    reply.json["as_of"] = json_of(state.today.date);
    reply.json["alerts"] = Json::array();
    for (const auto& telling : tell.findings) {
        const auto w = warning_of(state.book, telling.what, state.today, words);
        reply.json["alerts"].push_back(alert_json(state.book, telling, w, state.today, words));
        say(w, telling.fresh);
    }
    for (const auto& telling : tell.later)
        reply.json["alerts"].push_back(alert_json(
            state.book, telling, warning_of(state.book, telling.what, state.today, words), state.today, words));
    reply.json["follow_ups"] = Json::array();
    for (const auto& [follow_up, key, fresh, told_on] : tell.follow_ups) {
        const auto w = follow_up_warning(follow_up, words);
        reply.json["follow_ups"].push_back(follow_up_json(follow_up, w, fresh));
        say(w, fresh);
    }
    reply.json["late_incomes"] = Json::array();
    for (const auto& [late, key, fresh, told_on] : tell.late_incomes) {
        auto j = late_income_json(state.book, late, words);
        j["new"] = fresh;
        reply.json["late_incomes"].push_back(std::move(j));
        say(warning_of(state.book, late, words), fresh);
    }
    return reply;
}

Result<Reply> check_due_dates(Context& context, const CheckOptions& o)
{
    const auto& state = context.session().state();
    const auto tell = alerts::to_tell(state.book, state.history, context.session().assessment());
    auto reply = told_today(state, tell, context.words, o.notify);
    if (!tell.findings.empty()) reply.exit = Exit::at_risk;
    reply.json["exit"] = static_cast<int>(reply.exit);
    const auto news = only_fresh(tell).keys();
    if (o.notify && !news.empty())
        if (auto problems = context.run([&](const app::State& s) { return app::note_told(s, news, context.now()); });
            !problems.empty())
            return problems;
    if (reply.text.empty() && !o.notify)
        reply.text = later_text(state.book, context.session().assessment(), tell, context.words);
    return reply;
}

struct ExplainOptions {
    std::string bill;
};

std::optional<Finding> finding_of(const app::State& state, BillId id)
{
    for (const int days : {60, 400})  // the second where the bill is due later than is usually looked ahead
        for (auto& f : alerts::assess(state.book, state.history, state.today, days).findings)
            if (f.duty.bill == id) return std::move(f);
    return std::nullopt;
}

Result<Reply> explain(Context& context, const ExplainOptions& o)
{
    Reader in{context};
    const auto id = in.bill(o.bill);
    if (!in.ok()) return in.problems();
    const auto& words = context.words;
    const auto& state = context.session().state();
    const auto found = finding_of(state, id);
    if (!found)
        return Problem{.trouble = Trouble::not_scheduled, .field = "bill", .text = state.book.bills.at(id).payee};
    const auto w = warning_of(state.book, *found, state.today, words);
    Reply reply{.json = finding_json(state.book, *found, words), .text = printable(w.title) + "\n"};
    reply.json["balance_before"] = json_of(found->balance_before);
    reply.json["title"] = w.title;
    reply.json["body"] = w.body;
    reply.json["action"] = w.action;
    if (const auto shortage = wording::finding_shortage(words, *found); !shortage.empty())
        reply.text += "  " + shortage + "\n";
    for (const auto& cause : found->because) reply.text += "  · " + printable(wording::cause(words, cause)) + "\n";
    reply.text += "→ " + printable(w.action) + "\n";
    return reply;
}

}  // namespace

Problems days_problems(int days)
{
    if (days >= 1 && days <= 730) return {};
    return {
        Problem{.trouble = Trouble::out_of_range, .field = "--days", .text = std::to_string(days), .detail = "1–730"}};
}

void add_foresight_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<ForecastOptions>(
        app, context, "forecast", words("The balances ahead, and what they mean for each bill"),
        "duewatch-cli forecast --days 30\n  duewatch-cli forecast --account Checking --below 500@2026-12-05",
        [&](CLI::App& c, ForecastOptions& o) {
            c.add_option("--days", o.days, words("So many days ahead"))->type_name("N")->capture_default_str();
            c.add_option("--account", o.account, words("Only this account"))->type_name("ACCOUNT");
            add_repeated(c, "--below", o.below, words("How likely the balance is below this then; may be given again"))
                ->type_name("AMOUNT@DATE");
            c.add_option("--confidence", o.confidence, words("How sure \"safe to spend\" has to be"))
                ->type_name("0.5–0.99")
                ->capture_default_str();
        },
        forecast);
    add_command<CheckOptions>(
        app, context, "check", words("Says which due dates are at risk; ends with 2 if any is"),
        "duewatch-cli check --notify",
        [&](CLI::App& c, CheckOptions& o) {
            c.add_flag("--notify", o.notify, words("Tells only what is new, and remembers it"));
        },
        check_due_dates);
    add_command<ExplainOptions>(
        app, context, "explain", words("Why a bill is judged as it is"), "duewatch-cli explain 3",
        [&](CLI::App& c, ExplainOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"))->required();
        },
        explain);
    add_recurring_commands(app, context);
    add_whatif_command(app, context);
    add_backtest_command(app, context);
}

}  // namespace cli
