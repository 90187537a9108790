#include <algorithm>

#include "alerts/backtest.hpp"
#include "alerts/reminder.hpp"
#include "ui/app/journeys/notices.hpp"
#include "ui/cli/bill_view.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/aftercare.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;
using alerts::Assessment;
using alerts::Finding;
using alerts::Level;

namespace {

constexpr int seed = 1;  ///< of the paths; fixed, so that the same ledger on the same day gives the same answer

Json cause_json(const alerts::Cause& cause, const wording::Words& words)
{
    return {{"kind", wording::key(cause.kind)}, {"text", wording::cause(words, cause)}, {"amount", json_of(cause.amount)}, {"date", json_of(cause.date)}};
}

Json finding_json(const Book& book, const Finding& f, const wording::Words& words)
{
    Json j;
    j["id"] = f.duty.bill.value;
    j["payee"] = f.duty.payee;
    j["due"] = json_of(f.duty.due);
    j["amount"] = json_of(f.duty.amount);
    j["minimum"] = json_of(f.duty.minimum);
    j["pay_from"] = name_or_null(account_name(book, f.duty.pay_from));
    j["p_short"] = probability(f.p_short);
    j["p_short_minimum"] = probability(f.p_short_minimum);
    j["expected_shortfall"] = json_of(f.expected_shortfall);
    j["level"] = wording::key(f.level);
    j["act_by"] = json_of(f.act_by);
    j["because"] = Json::array();
    for (const auto& cause : f.because) j["because"].push_back(cause_json(cause, words));
    j["still_owed"] = json_of(f.duty.still_owed);
    j["currency"] = f.duty.amount.currency.text();
    j["source"] = wording::key(f.duty.source);
    return j;
}

Json outlook_json(const Book& book, const alerts::AccountOutlook& o)
{
    const auto currency = o.balance.currency;
    Json j;
    j["account"] = account_name(book, o.account);
    j["currency"] = currency.text();
    j["balance"] = json_of(o.balance);
    j["daily"] = Json::array();
    for (const auto& d : o.daily) {
        const auto money = [&](std::int64_t minor) { return json_of(Money{minor, currency}); };
        j["daily"].push_back({{"date", json_of(d.date)}, {"p05", money(d.p05)}, {"p25", money(d.p25)}, {"p50", money(d.p50)}, {"p75", money(d.p75)},
                              {"p95", money(d.p95)}, {"p_negative", o.enough_history ? probability(d.p_negative) : Json{}}});
    }
    j["enough_history"] = o.enough_history;
    return j;
}

Json model_json(const Assessment& a)
{
    int days = 0;
    for (const auto& o : a.accounts) days = std::max(days, o.history_days);
    Json recurring = Json::array();
    for (const auto& l : a.learnt)
        recurring.push_back({{"payee", l.payee}, {"period", l.period}, {"next", json_of(l.next)}, {"amount", json_of(l.amount)},
                             {"direction", l.amount.negative() ? "out" : "in"}, {"confidence", probability(l.confidence)}, {"late", l.late}});
    return {{"history_days", days}, {"recurring", recurring}, {"seed", seed}};
}

Json assessment_json(const Book& book, const Assessment& a, const wording::Words& words)
{
    Json j;
    j["as_of"] = json_of(a.today.date);
    j["days"] = a.days;
    j["accounts"] = Json::array();
    for (const auto& o : a.accounts) j["accounts"].push_back(outlook_json(book, o));
    j["bills"] = Json::array();
    for (const auto& f : a.findings) j["bills"].push_back(finding_json(book, f, words));
    j["lowest"] = nullptr;
    if (a.lowest)
        j["lowest"] = {{"date", json_of(a.lowest->date)}, {"account", account_name(book, a.lowest->account)}, {"p50", json_of(a.lowest->p50)},
                       {"because", name_or_null(a.lowest->because)}};
    j["safe_to_spend"] = nullptr;
    if (a.safe_to_spend)
        j["safe_to_spend"] = {{"amount", json_of(a.safe_to_spend->amount)}, {"until", json_of(a.safe_to_spend->until)},
                              {"confidence", a.safe_to_spend->confidence}};
    j["model"] = model_json(a);
    return j;
}

std::string findings_table(const Book& book, const Assessment& a, const wording::Words& words)
{
    Table table{{">#", words("Due"), words("Payee"), ">" + words("Still owed"), words("Pays"), ">" + words("Chance of being short"), words("Level"),
                 words("Act by")}};
    for (const auto& f : a.findings)
        table.row({std::to_string(f.duty.bill.value), iso(f.duty.due), fitted(f.duty.payee, 28), words.money(f.duty.still_owed),
                   account_name(book, f.duty.pay_from), f.p_short ? words.chance(*f.p_short) : "–", wording::level_name(words, f.level), iso(f.act_by)});
    return table.empty() ? words("Nothing is due.") + "\n" : table.text();
}

std::string assessment_text(const Book& book, const Assessment& a, const wording::Words& words)
{
    auto text = findings_table(book, a, words) + "\n";
    for (const auto& o : a.accounts) {
        const auto account = printable(account_name(book, o.account));
        if (o.daily.empty()) text += words.fill("{account}: {balance} today", fmt::arg("account", account), fmt::arg("balance", words.money(o.balance))) + "\n";
        else
            text += words.fill("{account}: {balance} today, most likely {p50} on {date}", fmt::arg("account", account), fmt::arg("balance", words.money(o.balance)),
                               fmt::arg("date", words.date(o.daily.back().date)), fmt::arg("p50", words.money({o.daily.back().p50, o.balance.currency}))) + "\n";
        if (!o.enough_history) text += "  " + words("Not enough history yet; only what is scheduled is shown.") + "\n";
    }
    if (a.lowest)
        text += words.fill("Lowest: {amount} in {account} on {date}", fmt::arg("amount", words.money(a.lowest->p50)),
                           fmt::arg("account", printable(account_name(book, a.lowest->account))), fmt::arg("date", words.date(a.lowest->date))) + "\n";
    if (a.safe_to_spend)
        text += words.fill("Safe to spend until {date}: {amount}", fmt::arg("date", words.date(a.safe_to_spend->until)),
                           fmt::arg("amount", words.money(a.safe_to_spend->amount))) + "\n";
    return text;
}

struct ForecastOptions {
    int days = 60;
    std::string account;
    std::vector<std::string> below;
};

Problems days_problems(int days)
{
    if (days >= 1 && days <= 730) return {};
    return {Problem{.trouble = Trouble::out_of_range, .field = "--days", .text = std::to_string(days), .detail = "1–730"}};
}

Result<Reply> forecast(Context& context, const ForecastOptions& o)
{
    if (auto problems = days_problems(o.days); !problems.empty()) return problems;
    Reader in{context};
    const auto only = in.account(o.account);
    if (!o.below.empty() && o.account.empty()) in.say({.trouble = Trouble::out_of_range, .field = "--below", .detail = "--account ACCOUNT"});
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    std::vector<alerts::Below> questions;
    int days = o.days;
    for (const auto& text : o.below) {
        const auto [amount, day] = in.money_on(text, in.currency_of(only), "--below");
        if (in.ok() && (day < state.today.date || days_between(state.today.date, day) > 730))
            in.say({.trouble = Trouble::out_of_range, .field = "--below", .text = iso(day), .detail = iso(state.today.date) + " …"});
        questions.push_back({.amount = amount, .date = day});
        if (in.ok()) days = std::max(days, days_between(state.today.date, day));
    }
    if (!in.ok()) return in.problems();
    auto a = alerts::assess(state.book, state.history, state.today, o.days);
    if (only) {
        std::erase_if(a.accounts, [&](const auto& outlook) { return outlook.account != only; });
        std::erase_if(a.findings, [&](const Finding& f) { return f.duty.pay_from != only; });
    }
    Reply reply{.json = assessment_json(state.book, a, context.words), .text = assessment_text(state.book, a, context.words)};
    if (questions.empty()) return reply;
    reply.json["below"] = Json::array();
    for (const auto& b : alerts::balances_below(state.book, state.history, state.today, days, only, questions)) {
        reply.json["below"].push_back({{"amount", json_of(b.amount)}, {"date", json_of(b.date)}, {"p", probability(b.p)}});
        reply.text += context.words.fill("Below {amount} on {date}: {p}", fmt::arg("amount", context.words.money(b.amount)),
                                         fmt::arg("date", context.words.date(b.date)), fmt::arg("p", b.p ? context.words.chance(*b.p) : "–")) + "\n";
    }
    return reply;
}

struct CheckOptions {
    bool notify = false;
};

/// What a warning says: the sentence that matters, the figures and reasons behind it, and what to do.
struct Warning {
    std::string title, body, action;
};

Warning warning_of(const Book& book, const Finding& f, Today today, const wording::Words& words)
{
    Warning w{.title = wording::finding_headline(words, f, account_name(book, f.duty.pay_from), today), .body = wording::finding_shortage(words, f),
              .action = wording::finding_advice(words, f, today)};
    for (const auto& cause : f.because) w.body += (w.body.empty() ? "" : " ") + wording::cause(words, cause);
    return w;
}

Json alert_json(const Finding& f, const Warning& w, bool fresh)
{
    return {{"bill", f.duty.bill.value}, {"payee", f.duty.payee}, {"level", wording::key(f.level)}, {"due", json_of(f.duty.due)},
            {"short_by", json_of(f.expected_shortfall)}, {"act_by", json_of(f.act_by)}, {"action", w.action}, {"title", w.title}, {"body", w.body},
            {"new", fresh}, {"p_short", probability(f.p_short)}, {"status", wording::key(f.duty.status)}, {"currency", f.duty.amount.currency.text()}};
}

/// Plans and promises that want to be looked at today.
void follow_ups(Context& context, const Assessment& a, bool only_fresh, Reply& reply, std::vector<std::string>& fresh_ones)
{
    const auto& state = context.session().state();
    reply.json["follow_ups"] = Json::array();
    for (const auto& f : alerts::follow_ups(state.book, state.history, a)) {
        const auto about = app::notice_key(f);
        const bool fresh = !app::told(state.book, about);
        const auto w = wording::follow_up_words(context.words, f);
        reply.json["follow_ups"].push_back({{"kind", wording::key(f.kind)}, {"bill", f.bill.value}, {"plan", f.plan ? Json(f.plan.value) : Json{}},
                                            {"contact", f.contact ? Json(f.contact.value) : Json{}}, {"payee", f.payee}, {"date", json_of(f.date)},
                                            {"amount", json_of(f.amount)}, {"p_short", probability(f.p_short)}, {"title", w.title}, {"body", w.body},
                                            {"action", w.action}, {"new", fresh}});
        if (!only_fresh || fresh) reply.text += printable(w.title) + "\n" + (w.body.empty() ? "" : "  " + printable(w.body) + "\n") + "  → " + printable(w.action) + "\n";
        if (fresh) fresh_ones.push_back(about);
    }
}

Result<Reply> check(Context& context, const CheckOptions& o)
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
        reply.json["alerts"].push_back(alert_json(f, w, fresh));
        if (!o.notify || fresh) reply.text += printable(w.title) + "\n" + (w.body.empty() ? "" : "  " + printable(w.body) + "\n") + "  → " + printable(w.action) + "\n";
        if (fresh) fresh_ones.push_back(about);
    }
    follow_ups(context, a, o.notify, reply, fresh_ones);
    reply.json["exit"] = static_cast<int>(reply.exit);
    if (o.notify && !fresh_ones.empty())
        if (auto problems = context.run([&](const app::State& s) { return app::note_told(s, fresh_ones, context.now()); }); !problems.empty())
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
    if (!found) return Problem{.trouble = Trouble::not_scheduled, .field = "bill", .text = state.book.bills.at(id).payee};
    const auto w = warning_of(state.book, *found, state.today, words);
    Reply reply{.json = finding_json(state.book, *found, words), .text = printable(w.title) + "\n"};
    reply.json["balance_before"] = json_of(found->balance_before);
    reply.json["title"] = w.title;
    reply.json["body"] = w.body;
    reply.json["action"] = w.action;
    if (const auto shortage = wording::finding_shortage(words, *found); !shortage.empty()) reply.text += "  " + shortage + "\n";
    for (const auto& cause : found->because) reply.text += "  · " + printable(wording::cause(words, cause)) + "\n";
    reply.text += "→ " + printable(w.action) + "\n";
    return reply;
}

struct WhatIfOptions {
    std::vector<std::string> bills, dues, amounts, spend, income, drop;
    std::string account;
    int days = 60;
    CLI::App* command = nullptr;
};

/// Each --due and --amount is about the --bill before it, so the order on the line counts.
alerts::WhatIf read_what_if(Context& context, Reader& in, const WhatIfOptions& o)
{
    const auto& state = context.session().state();
    alerts::WhatIf out;
    std::size_t bills = 0, dues = 0, amounts = 0;
    for (const auto* option : o.command->parse_order()) {
        const auto name = option->get_name();
        if (name == "--bill") {
            const auto id = in.bill(o.bills.at(bills++));
            if (!in.ok()) return out;
            const auto duty = current_duty(state.book, state.history, id, state.today);
            if (!duty) in.say({.trouble = Trouble::not_scheduled, .field = "--bill", .text = state.book.bills.at(id).payee});
            else out.moves.push_back({.bill = id, .occurrence = duty->occurrence});
        } else if (name == "--due" || name == "--amount") {
            if (out.moves.empty()) in.say({.trouble = Trouble::out_of_range, .field = name, .detail = "--bill ID " + name});
            if (!in.ok()) return out;
            auto& move = out.moves.back();
            if (name == "--due") move.due = in.date(o.dues.at(dues++), name);
            else move.amount = in.money(o.amounts.at(amounts++), state.book.bills.at(move.bill).amount.currency, name);
        }
    }
    const auto account = paying_account(state.book, state.history, in.account(o.account), state.book.preferences.currency);
    const auto flow = [&](const std::string& text, const char* option, int sign) {
        const auto [amount, day] = in.money_on(text, in.currency_of(account), option);
        if (in.ok() && !amount.positive()) in.say({.trouble = Trouble::wrong_sign, .field = option, .text = decimal(amount)});
        if (!account) in.say({.trouble = Trouble::no_such, .field = "--account"});
        out.flows.push_back({.account = account, .date = day, .amount = sign < 0 ? -amount : amount});
    };
    for (const auto& text : o.spend) flow(text, "--spend", -1);
    for (const auto& text : o.income) flow(text, "--income", +1);
    for (const auto& text : o.drop) out.dropped.push_back(in.bill(text));
    return out;
}

Result<Reply> whatif(Context& context, const WhatIfOptions& o)
{
    if (auto problems = days_problems(o.days); !problems.empty()) return problems;
    Reader in{context};
    const auto asked = read_what_if(context, in, o);
    if (in.ok() && asked.moves.empty() && asked.flows.empty() && asked.dropped.empty()) in.say({.trouble = Trouble::nothing_to_do, .field = "whatif"});
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    const auto& words = context.words;
    const auto before = alerts::assess(state.book, state.history, state.today, o.days);
    const auto after = alerts::assess(state.book, state.history, state.today, o.days, {}, asked);
    Reply reply{.json = assessment_json(state.book, after, words)};
    reply.json["before"] = Json::array();
    for (const auto& f : before.findings)
        reply.json["before"].push_back({{"id", f.duty.bill.value}, {"due", json_of(f.duty.due)}, {"p_short", probability(f.p_short)},
                                        {"level", wording::key(f.level)}});
    reply.text = words("As it is:") + "\n" + findings_table(state.book, before, words) + "\n" + words("As it would be; nothing is written:") + "\n" +
                 assessment_text(state.book, after, words);
    return reply;
}

struct BacktestOptions {
    std::string account;
    int weeks = 26;
};

Json curve_json(const alerts::Backtest& b)
{
    Json out = Json::array();
    for (std::size_t i = 0; i < b.curve.size(); ++i)
        if (b.curve[i].questions > 0)
            out.push_back({{"from", static_cast<double>(i) / 10}, {"to", static_cast<double>(i + 1) / 10}, {"questions", b.curve[i].questions},
                           {"said", probability(b.curve[i].said)}, {"happened", probability(b.curve[i].happened)}});
    return out;
}

Result<Reply> backtest(Context& context, const BacktestOptions& o)
{
    if (o.weeks < 1 || o.weeks > 104)
        return Problem{.trouble = Trouble::out_of_range, .field = "--weeks", .text = std::to_string(o.weeks), .detail = "1–104"};
    Reader in{context};
    const auto named = in.account(o.account);
    if (!in.ok()) return in.problems();
    const auto& words = context.words;
    const auto& state = context.session().state();
    const auto account = paying_account(state.book, state.history, named, state.book.preferences.currency);
    if (!account) return Problem{.trouble = Trouble::no_such, .field = "--account"};
    Reply reply{.json = {{"account", account_name(context.book(), account)}, {"weeks", 0}, {"questions", 0}}};
    const auto found = alerts::backtest(state.book, state.history, state.today, account, o.weeks);
    if (!found) {
        reply.text = words("Not enough history yet to look back.") + "\n";
        return reply;
    }
    const auto& b = *found;
    reply.json["weeks"] = b.weeks;
    reply.json["questions"] = b.questions;
    reply.json["level"] = json_of(b.level);
    reply.json["hits"] = b.hits, reply.json["false_alarms"] = b.false_alarms, reply.json["misses"] = b.misses, reply.json["quiet"] = b.quiet;
    reply.json["brier"] = probability(b.brier), reply.json["brier_constant"] = probability(b.brier_constant);
    reply.json["curve"] = curve_json(b);
    reply.text = words.fill("{account}, the last {weeks} weeks: would it fall below {level} in 7, 14 and 30 days?",
                            fmt::arg("account", printable(account_name(context.book(), account))), fmt::arg("weeks", b.weeks),
                            fmt::arg("level", words.money(b.level))) + "\n";
    reply.text += words.fill("{hits} warned and it came so, {false_alarms} warned in vain, {misses} missed, {quiet} rightly quiet.", fmt::arg("hits", b.hits),
                             fmt::arg("false_alarms", b.false_alarms), fmt::arg("misses", b.misses), fmt::arg("quiet", b.quiet)) + "\n";
    for (const auto& r : b.curve)
        if (r.questions > 0)
            reply.text += "  " + words.fill("said {said}, happened {happened} ({n} questions)", fmt::arg("said", words.chance(r.said)),
                                            fmt::arg("happened", words.chance(r.happened)), fmt::arg("n", r.questions)) + "\n";
    return reply;
}

}  // namespace

void add_foresight_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<ForecastOptions>(
        app, context, "forecast", words("The balances ahead, and what they mean for each bill"),
        "duewatch-cli forecast --days 30\n  duewatch-cli forecast --account Checking --below 500@2026-12-05",
        [&](CLI::App& c, ForecastOptions& o) {
            c.add_option("--days", o.days, words("So many days ahead"))->type_name("N")->capture_default_str();
            c.add_option("--account", o.account, words("Only this account"))->type_name("ACCOUNT");
            add_repeated(c, "--below", o.below, words("How likely the balance is below this then; may be given again"))->type_name("AMOUNT@DATE");
        },
        forecast);
    add_command<CheckOptions>(
        app, context, "check", words("Says which due dates are at risk; ends with 2 if any is"), "duewatch-cli check --notify",
        [&](CLI::App& c, CheckOptions& o) { c.add_flag("--notify", o.notify, words("Tells only what is new, and remembers it")); }, check);
    add_command<ExplainOptions>(app, context, "explain", words("Why a bill is judged as it is"), "duewatch-cli explain 3",
                                [&](CLI::App& c, ExplainOptions& o) { c.add_option("BILL", o.bill, words("The bill's number or payee"))->required(); },
                                explain);
    add_command<WhatIfOptions>(
        app, context, "whatif", words("Tries changes; nothing is written"), "duewatch-cli whatif --bill 3 --due 2026-12-15 --spend 400@2026-11-28",
        [&](CLI::App& c, WhatIfOptions& o) {
            o.command = &c;
            add_repeated(c, "--bill", o.bills, words("The bill that the next --due or --amount is about"))->type_name("ID");
            add_repeated(c, "--due", o.dues, words("Another due date"))->type_name("YYYY-MM-DD");
            add_repeated(c, "--amount", o.amounts, words("Another amount"))->type_name("AMOUNT");
            add_repeated(c, "--spend", o.spend, words("Money out on a day"))->type_name("AMOUNT@DATE");
            add_repeated(c, "--income", o.income, words("Money in on a day"))->type_name("AMOUNT@DATE");
            add_repeated(c, "--drop-bill", o.drop, words("Without this bill"))->type_name("ID");
            c.add_option("--account", o.account, words("Where --spend and --income happen"))->type_name("ACCOUNT");
            c.add_option("--days", o.days, words("So many days ahead"))->type_name("N")->capture_default_str();
        },
        whatif);
    add_command<BacktestOptions>(
        app, context, "backtest", words("What would have been said in the past, against what happened"), "duewatch-cli backtest --account Checking --weeks 12",
        [&](CLI::App& c, BacktestOptions& o) {
            c.add_option("--account", o.account, words("The account; else the one that pays most"))->type_name("ACCOUNT");
            c.add_option("--weeks", o.weeks, words("So many weeks back"))->type_name("N")->capture_default_str();
        },
        backtest);
}

}  // namespace cli
