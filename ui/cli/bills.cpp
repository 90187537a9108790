#include "ui/app/journeys/bills.hpp"

#include "ui/cli/bill_view.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;

namespace {

struct BillOptions {
    std::string id, payee, amount, due, repeat, until, shift, pay_from, minimum, issuer, category, on, owed_from;
    int times = 0, learn = 0;
    bool autopay = false, estimate = false, essential = false, ends = false, this_one = false, following = false,
         all = false;
    CLI::App* command = nullptr;
    bool given(const char* option) const { return command->count(option) > 0; }
};

void bind_common(CLI::App& c, BillOptions& o, const wording::Words& words, bool required)
{
    o.command = &c;
    auto* amount = c.add_option("--amount", o.amount, words("How much each time, positive; 80..120 where it varies"))
                       ->type_name("AMOUNT");
    auto* due = c.add_option("--due", o.due, words("The first due date"))->type_name("YYYY-MM-DD");
    if (required) amount->required(), due->required();
    c.add_option("--repeat", o.repeat, words("How often it comes again"))
        ->type_name("none|weekly|every-2-weeks|monthly|every-N-months|yearly|monthly-last-friday");
    auto* until = c.add_option("--until", o.until, words("Not after this day"))->type_name("YYYY-MM-DD");
    c.add_option("--times", o.times, words("So many times in all"))->type_name("N")->excludes(until);
    c.add_option("--shift", o.shift, words("What a due date on a weekend or holiday does"))
        ->type_name(wording::choices<Shift>());
    c.add_option("--learn", o.learn, words("The amount is learnt from the last so many payments; 0 = no more"))
        ->type_name("N");
    c.add_option("--owed-from", o.owed_from, words("Due dates before this day are taken as paid"))
        ->type_name("YYYY-MM-DD");
    c.add_option("--pay-from", o.pay_from, words("The account that pays it"))->type_name("ACCOUNT");
    c.add_option("--minimum", o.minimum, words("The least that keeps it in order"))->type_name("AMOUNT");
    c.add_option("--issuer", o.issuer, words("The bank behind it, by the key that `banks` lists"))->type_name("ID");
    c.add_option("--category", o.category, words("The category of its payments"))->type_name("CATEGORY");
}

Json rule_json(Context& context, BillId id)
{
    const auto& bill = context.book().bills.at(id);
    Json j = current_json(context, id);
    j["repeat"] = wording::repeat_key(bill.repeat, bill.first_due);
    j["first_due"] = json_of(bill.first_due);
    j["shift"] = wording::key(bill.repeat.shift);
    j["until"] = json_of(bill.repeat.until);
    j["times"] = bill.repeat.times ? Json(*bill.repeat.times) : Json{};
    j["owed_from"] = json_of(bill.owed_from);
    j["learn_from"] = bill.learn_from;
    j["ended"] = bill.ended;
    return j;
}

void check_counts(Reader& in, const BillOptions& o)
{
    if (o.given("--times") && o.times < 1)
        in.say({.trouble = Trouble::out_of_range,
                .field = "--times",
                .text = std::to_string(o.times),
                .detail = "1–1200"});
    if (o.given("--learn") && (o.learn < 0 || o.learn > 24))
        in.say(
            {.trouble = Trouble::out_of_range, .field = "--learn", .text = std::to_string(o.learn), .detail = "0–24"});
}

/// What of a bill's past is known when it is typed in.
struct Past {
    std::int64_t linked = 0, not_asked = 0;  ///< payments in the register; due dates before it begins
};

Past past_of(const Book& book, const Bill& bill)
{
    Past past;
    for (const auto& [id, s] : book.settlements) past.linked += s.bill == bill.id;
    if (bill.owed_from)
        past.not_asked = static_cast<std::int64_t>(
            dates(bill.repeat, bill.first_due, bill.first_due, *bill.owed_from - Days{1}).size());
    return past;
}

std::string past_text(const Bill& bill, const Past& past, const wording::Words& words)
{
    std::string text;
    if (past.linked > 0)
        text +=
            words.plural("{n} payment in the register pays it.", "{n} payments in the register pay it.", past.linked) +
            "\n";
    if (past.not_asked > 0)
        text += words.plural(
                    "{n} due date lies before what the register knows and is taken as paid. Is it still owed? "
                    "duewatch-cli bill edit {id} --owed-from {date}",
                    "{n} due dates lie before what the register knows and are taken as paid. Is any still owed? "
                    "duewatch-cli bill edit {id} --owed-from {date}",
                    past.not_asked, fmt::arg("id", bill.id.value), fmt::arg("date", iso(bill.first_due))) +
                "\n";
    return text;
}

Result<Reply> add_bill(Context& context, const BillOptions& o)
{
    Reader in{context};
    Bill wanted{.payee = in.text(o.payee, "PAYEE"),
                .estimate = o.estimate,
                .pay_from = in.account(o.pay_from, "--pay-from"),
                .autopay = o.autopay,
                .essential = o.essential,
                .issuer = in.issuer(o.issuer, "--issuer"),
                .category = in.category(o.category)};
    const auto currency = in.currency_of(wanted.pay_from);
    const auto amount = in.range(o.amount, currency, "--amount");
    wanted.amount = amount.high;
    if (amount.varies) wanted.lowest = amount.low;
    wanted.learn_from = o.learn;
    wanted.first_due = in.date(o.due, "--due");
    wanted.repeat = in.repeat(o.repeat, o.until, o.times, wanted.first_due);
    if (o.given("--shift")) wanted.repeat.shift = in.choice<Shift>(o.shift, "--shift");
    if (o.given("--owed-from")) wanted.owed_from = in.date(o.owed_from, "--owed-from");
    if (!o.minimum.empty()) wanted.minimum = in.money(o.minimum, currency, "--minimum");
    check_counts(in, o);
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& state) {
            return app::with_holidays(state, app::add_bill(state, wanted), wanted.repeat);
        });
        !problems.empty())
        return problems;
    const auto& bill = context.book().bills.rbegin()->second;
    const auto past = past_of(context.book(), bill);
    auto json = rule_json(context, bill.id);
    json["linked"] = past.linked;
    json["not_asked"] = past.not_asked;
    return Reply{.json = std::move(json),
                 .text = context.words.fill("Bill {id} added: {payee}, {amount} due on {date}.",
                                            fmt::arg("id", bill.id.value), fmt::arg("payee", printable(bill.payee)),
                                            fmt::arg("amount", context.words.money(bill.amount)),
                                            fmt::arg("date", context.words.full_date(bill.first_due))) +
                         "\n" + past_text(bill, past, context.words)};
}

/// What of the rule of the repetition was said; nothing where nothing was.
std::optional<Recurrence> repeat_wanted(Reader& in, const BillOptions& o, const Bill& before, Date first)
{
    if (!o.given("--repeat") && !o.given("--until") && !o.given("--times") && !o.given("--shift")) return std::nullopt;
    auto repeat = before.repeat;
    if (o.given("--repeat")) {
        repeat = in.repeat(o.repeat, o.until, o.times, first);
        if (repeat.shift == Shift::none) repeat.shift = before.repeat.shift;
    }
    else if (o.given("--until") || o.given("--times")) {
        repeat.until.reset();
        repeat.times.reset();
        if (!o.until.empty()) repeat.until = in.date(o.until, "--until");
        if (o.times) repeat.times = o.times;
    }
    if (o.given("--shift")) repeat.shift = in.choice<Shift>(o.shift, "--shift");
    return repeat;
}

app::EditBill edit_wanted(Reader& in, const BillOptions& o, const Bill& before)
{
    app::EditBill wanted{.bill = before.id, .reach = o.all ? app::Reach::all : app::Reach::following};
    const auto currency = before.amount.currency;
    if (o.given("--payee")) wanted.payee = in.text(o.payee, "--payee");
    if (o.given("--amount")) {
        const auto amount = in.range(o.amount, currency, "--amount");
        wanted.amount = amount.high;
        if (amount.varies) wanted.lowest = amount.low;
    }
    if (o.given("--learn")) wanted.learn_from = o.learn;
    if (o.given("--due")) wanted.due = in.date(o.due, "--due");
    wanted.repeat = repeat_wanted(in, o, before, wanted.due.value_or(before.first_due));
    if (o.given("--pay-from")) wanted.pay_from = in.account(o.pay_from, "--pay-from");
    if (o.given("--minimum")) wanted.minimum = in.money(o.minimum, currency, "--minimum");
    if (o.given("--issuer")) wanted.issuer = in.issuer(o.issuer, "--issuer");
    if (o.given("--category")) wanted.category = in.category(o.category);
    if (o.given("--owed-from")) wanted.owed_from = in.date(o.owed_from, "--owed-from");
    if (o.given("--autopay")) wanted.autopay = o.autopay;
    if (o.given("--estimate")) wanted.estimate = o.estimate;
    if (o.given("--essential")) wanted.essential = o.essential;
    if (o.ends) wanted.ended = true;
    check_counts(in, o);
    return wanted;
}

Result<Reply> edit_bill(Context& context, const BillOptions& o)
{
    Reader in{context};
    const auto id = in.bill(o.id);
    if (!in.ok()) return in.problems();
    auto wanted = edit_wanted(in, o, context.book().bills.at(id));
    if (!o.on.empty()) wanted.occurrence = occurrence_due(in, context, id, o.on);
    if (o.this_one)
        for (const char* option : {"--payee", "--repeat", "--until", "--times", "--shift", "--learn", "--minimum",
                                   "--pay-from", "--category", "--issuer"})
            if (o.given(option))
                in.say(
                    {.trouble = Trouble::not_a_choice, .field = "--this", .text = option, .detail = "--due, --amount"});
    if (!in.ok()) return in.problems();
    const auto journey = [&](const app::State& state) {
        if (!o.this_one)
            return app::with_holidays(state, app::edit_bill(state, wanted), wanted.repeat.value_or(Recurrence{}));
        return app::adjust_bill(
            state, {.bill = id, .occurrence = wanted.occurrence, .due = wanted.due, .amount = wanted.amount});
    };
    if (auto problems = context.run(journey); !problems.empty()) return problems;
    return Reply{.json = rule_json(context, id),
                 .text = context.words.fill("Bill {id} changed: {payee}.", fmt::arg("id", id.value),
                                            fmt::arg("payee", printable(context.book().bills.at(id).payee))) +
                         "\n"};
}

struct BillsListOptions {
    int days = 60;
    bool projected = false;
};

Result<Reply> list_bills(Context& context, const BillsListOptions& o)
{
    if (o.days < 0 || o.days > 3660)
        return Problem{
            .trouble = Trouble::out_of_range, .field = "--days", .text = std::to_string(o.days), .detail = "0–3660"};
    const auto& words = context.words;
    const auto& state = context.session().state();
    Reply reply;
    reply.json["bills"] = Json::array();
    Table table{{">#", words("Due"), words("Payee"), ">" + words("Amount"), ">" + words("Still owed"), words("State"),
                 words("Pays")}};
    for (const auto& d : listed_duties(state, state.today.date + Days{o.days}, o.projected)) {
        reply.json["bills"].push_back(duty_json(state, d));
        table.row({std::to_string(d.bill.value), iso(d.due), fitted(d.payee, 32),
                   (d.estimate ? "≈ " : "") + words.money(d.amount), words.money(d.still_owed),
                   wording::status_name(words, d.status), account_name(state.book, d.pay_from)});
    }
    reply.text =
        table.empty()
            ? words(
                  "No bills due. Add one: duewatch-cli bill add Rent --amount 2400 --due 2026-12-05 --repeat monthly") +
                  "\n"
            : table.text();
    return reply;
}

struct SkipOptions {
    std::string id, on;
};

Result<Reply> skip(Context& context, const SkipOptions& o)
{
    Reader in{context};
    const auto id = in.bill(o.id);
    std::optional<Date> which;
    if (in.ok() && !o.on.empty()) which = occurrence_due(in, context, id, o.on);
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    const auto before = which ? duty_on(state.book, state.history, id, *which, state.today)
                              : current_duty(state.book, state.history, id, state.today);
    const auto journey = [&](const app::State& s) {
        return app::adjust_bill(s, {.bill = id, .occurrence = which, .skip = true});
    };
    if (auto problems = context.run(journey); !problems.empty()) return problems;
    Reply reply{.json = current_json(context, id)};
    reply.json["skipped"] = json_of(before->due);
    reply.text = context.words.fill("{payee}: skipped on {date}.", fmt::arg("payee", printable(before->payee)),
                                    fmt::arg("date", context.words.full_date(before->due))) +
                 "\n";
    return reply;
}

void bind_edit(CLI::App& c, BillOptions& o, const wording::Words& words)
{
    c.add_option("ID", o.id, words("The bill's number or payee"))->required();
    c.add_option("--payee", o.payee, words("Who is paid"))->type_name("NAME");
    bind_common(c, o, words, false);
    c.add_flag("--autopay,!--no-autopay", o.autopay, words("It is taken from the account by itself, or not"));
    c.add_flag("--estimate,!--no-estimate", o.estimate, words("The amount is a guess, or not"));
    c.add_flag("--essential,!--no-essential", o.essential, words("Never asked to wait, or not"));
    c.add_flag("--end", o.ends, words("It comes no more"));
    auto* one = c.add_flag("--this", o.this_one, words("Only this occurrence: another day or amount"));
    auto* following = c.add_flag("--following", o.following,
                                 words("This occurrence and all that follow, as without it; what was before stays"));
    auto* all = c.add_flag("--all", o.all, words("The past too: it was written wrongly from the start"));
    following->excludes(one), all->excludes(one), all->excludes(following);
    c.add_option("--on", o.on, words("The occurrence that is due on this day; else the open one"))
        ->type_name("YYYY-MM-DD");
}

}  // namespace

void add_bill_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("bill", words("What has to be paid, and by when"));
    group->require_subcommand(1);
    add_command<BillOptions>(
        *group, context, "add", words("Adds a bill, once or again and again"),
        "duewatch-cli bill add Rent --amount 2400 --due 2026-12-05 --repeat monthly --pay-from Checking --essential\n"
        "  duewatch-cli bill add Power --amount 80..140 --learn 6 --due 2026-12-25 --repeat monthly --shift after",
        [&](CLI::App& c, BillOptions& o) {
            c.add_option("PAYEE", o.payee, words("Who is paid"))->required();
            bind_common(c, o, words, true);
            c.add_flag("--autopay", o.autopay, words("It is taken from the account by itself"));
            c.add_flag("--estimate", o.estimate, words("The amount is a guess"));
            c.add_flag("--essential", o.essential, words("Housing, food, power, medicine: never asked to wait"));
        },
        add_bill);
    add_command<BillsListOptions>(
        *group, context, "list", words("Lists what is due, overdue ones first; card statements too"),
        "duewatch-cli bill list --days 30",
        [&](CLI::App& c, BillsListOptions& o) {
            c.add_option("--days", o.days, words("So many days ahead"))->type_name("N")->capture_default_str();
            c.add_flag("--projected", o.projected, words("Also card statements that have not closed yet"));
        },
        list_bills);
    add_card_cost_commands(*group, context);
    add_payment_commands(*group, context);
    add_command<SkipOptions>(
        *group, context, "skip", words("Leaves out the occurrence that is open"), "duewatch-cli bill skip 3",
        [&](CLI::App& c, SkipOptions& o) {
            c.add_option("ID", o.id, words("The bill's number or payee"))->required();
            c.add_option("--on", o.on, words("The occurrence that is due on this day; else the open one"))
                ->type_name("YYYY-MM-DD");
        },
        skip);
    add_command<BillOptions>(
        *group, context, "edit", words("Changes a bill from the open occurrence on, or with --this only that one"),
        "duewatch-cli bill edit 3 --amount 2500\n  duewatch-cli bill edit 3 --this --due 2026-12-08\n  duewatch-cli "
        "bill edit 3 --following --on 2027-03-05 --amount 2600",
        [&](CLI::App& c, BillOptions& o) { bind_edit(c, o, words); }, edit_bill);
}

}  // namespace cli
