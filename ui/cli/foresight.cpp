#include <algorithm>

#include "alerts/telling/reminder.hpp"
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

Json alert_json(const Book& book, const Finding& f, const Warning& w, bool fresh, const wording::Words& words)
{
    Json j{{"bill", f.duty.bill.value},
           {"payee", f.duty.payee},
           {"level", wording::key(f.level)},
           {"due", json_of(f.duty.due)},
           {"short_by", json_of(f.expected_shortfall)},
           {"act_by", json_of(f.act_by)},
           {"action", w.action},
           {"title", w.title},
           {"body", w.body},
           {"new", fresh},
           {"p_short", probability(f.p_short)},
           {"status", wording::key(f.duty.status)},
           {"currency", f.duty.amount.currency.text()}};
    const auto whole = finding_json(book, f, words);
    for (const auto* key : {"p_short_after_moves", "moves", "cost_if_missed", "because"}) j[key] = whole[key];
    return j;
}

/// Plans and promises that want to be looked at today.
void follow_ups(Context& context, const alerts::Assessment& a, bool only_fresh, Reply& reply,
                std::vector<std::string>& fresh_ones)
{
    const auto& state = context.session().state();
    reply.json["follow_ups"] = Json::array();
    for (const auto& f : alerts::follow_ups(state.book, state.history, a)) {
        const auto about = app::notice_key(f);
        const bool fresh = !app::told(state.book, about);
        auto w = wording::follow_up_words(context.words, f);
        if (f.kind == alerts::FollowUpKind::promise_not_seen)
            w.action +=
                (context.words.chinese() ? "" : " ") +
                context.words.fill("(duewatch-cli contact kept {contact})", fmt::arg("contact", f.contact.value));
        reply.json["follow_ups"].push_back({{"kind", wording::key(f.kind)},
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
                                            {"new", fresh}});
        if (!only_fresh || fresh)
            reply.text += printable(w.title) + "\n" + (w.body.empty() ? "" : "  " + printable(w.body) + "\n") + "  → " +
                          printable(w.action) + "\n";
        if (fresh) fresh_ones.push_back(about);
    }
}

Result<Reply> check_due_dates(Context& context, const CheckOptions& o)
{
    auto& session = context.session();
    const auto& words = context.words;
    const auto a = session.assessment();
    Reply reply;
    reply.json["as_of"] = json_of(a.today.date);
    reply.json["alerts"] = Json::array();
    std::vector<std::string> fresh_ones;
    for (const auto* told : alerts::to_tell(a, context.book().preferences)) {
        const auto& f = *told;
        reply.exit = Exit::at_risk;
        const auto about = app::notice_key(f);
        const bool fresh = !app::told(context.book(), about);
        const auto w = warning_of(context.book(), f, a.today, words);
        reply.json["alerts"].push_back(alert_json(context.book(), f, w, fresh, words));
        if (!o.notify || fresh)
            reply.text += printable(w.title) + "\n" + (w.body.empty() ? "" : "  " + printable(w.body) + "\n") + "  → " +
                          printable(w.action) + "\n";
        if (fresh) fresh_ones.push_back(about);
    }
    follow_ups(context, a, o.notify, reply, fresh_ones);
    reply.json["late_incomes"] = Json::array();
    for (const auto* late : alerts::to_tell_incomes(a)) {
        const auto about = app::notice_key(*late);
        const bool fresh = !app::told(context.book(), about);
        auto j = late_income_json(context.book(), *late, words);
        j["new"] = fresh;
        reply.json["late_incomes"].push_back(std::move(j));
        const auto w = warning_of(context.book(), *late, words);
        if (!o.notify || fresh) reply.text += printable(w.title) + "\n  → " + printable(w.action) + "\n";
        if (fresh) fresh_ones.push_back(about);
    }
    reply.json["exit"] = static_cast<int>(reply.exit);
    if (o.notify && !fresh_ones.empty())
        if (auto problems =
                context.run([&](const app::State& s) { return app::note_told(s, fresh_ones, context.now()); });
            !problems.empty())
            return problems;
    if (reply.text.empty() && !o.notify) reply.text = words("No due date is at risk.") + "\n";
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
