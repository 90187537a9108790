#include "ui/app/journeys/bills.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;

namespace {

struct IncomeOptions {
    std::string id, payer, amount, next, repeat, until, shift, to, on;
    int times = 0, learn = 0;
    bool ends = false, this_one = false, following = false, skip = false;
    CLI::App* command = nullptr;
    bool given(const char* option) const { return command->count(option) > 0; }
};

/// When it comes next and how much is reckoned with then.
std::optional<Expected> next_of(Context& context, IncomeId id)
{
    const auto& state = context.session().state();
    for (const auto& e : expected_incomes(state.book, state.history, state.today.date, state.today.date + Days{800}))
        if (e.income == id) return e;
    return std::nullopt;
}

Json income_json(Context& context, const Income& i)
{
    const auto next = next_of(context, i.id);
    return {{"id", i.id.value},
            {"payer", i.payer},
            {"amount", json_of(i.amount)},
            {"next", json_of(i.next)},
            {"repeat", wording::repeat_key(i.repeat, i.next)},
            {"to", name_or_null(account_name(context.book(), i.to))},
            {"currency", i.amount.currency.text()},
            {"ended", i.ended},
            {"highest", json_of(i.highest)},
            {"learn_from", i.learn_from},
            {"shift", wording::key(i.repeat.shift)},
            {"expected", next ? Json{{"date", json_of(next->date)}, {"amount", json_of(next->amount)}} : Json{}}};
}

void read_shift(Reader& in, const IncomeOptions& o, Recurrence& repeat)
{
    if (o.given("--shift")) repeat.shift = in.choice<Shift>(o.shift, "--shift");
    if (o.given("--times") && o.times < 1)
        in.say({.trouble = Trouble::out_of_range,
                .field = "--times",
                .text = std::to_string(o.times),
                .detail = "1–1200"});
    if (o.given("--learn") && (o.learn < 0 || o.learn > 24))
        in.say(
            {.trouble = Trouble::out_of_range, .field = "--learn", .text = std::to_string(o.learn), .detail = "0–24"});
}

Result<Reply> add_income(Context& context, const IncomeOptions& o)
{
    Reader in{context};
    Income wanted{.payer = in.text(o.payer, "PAYER"),
                  .next = in.date(o.next, "--next"),
                  .to = in.account(o.to, "--to"),
                  .learn_from = o.learn};
    wanted.repeat = in.repeat(o.repeat, o.until, o.times, wanted.next);
    read_shift(in, o, wanted.repeat);
    const auto amount = in.range(o.amount, in.currency_of(wanted.to), "--amount");
    wanted.amount = amount.low;
    if (amount.varies) wanted.highest = amount.high;
    if (!in.ok()) return in.problems();
    if (auto problems = context.run(
            [&](const app::State& s) { return app::with_holidays(s, app::add_income(s, wanted), wanted.repeat); });
        !problems.empty())
        return problems;
    const auto& income = context.book().incomes.rbegin()->second;
    return Reply{.json = income_json(context, income),
                 .text = context.words.fill("Income {id} added: {payer}, {amount} on {date}.",
                                            fmt::arg("id", income.id.value), fmt::arg("payer", printable(income.payer)),
                                            fmt::arg("amount", context.words.money(income.amount)),
                                            fmt::arg("date", context.words.full_date(income.next))) +
                         "\n"};
}

/// The occurrence that comes on this day, by its day in the rule.
std::optional<Date> occurrence_on(Reader& in, Context& context, IncomeId id, const std::string& day)
{
    if (day.empty()) return std::nullopt;
    const Date date = in.date(day, "--on");
    const auto& state = context.session().state();
    std::string known;
    for (const auto& e : expected_incomes(state.book, state.history, date - Days{40}, date + Days{40})) {
        if (e.income != id) continue;
        if (e.date == date) return e.occurrence;
        known += (known.empty() ? "" : ", ") + iso(e.date);
    }
    in.say({.trouble = Trouble::no_such, .field = "--on", .text = day, .detail = known});
    return std::nullopt;
}

app::EditIncome edit_wanted(Reader& in, const IncomeOptions& o, const Income& before)
{
    app::EditIncome wanted{.income = before.id};
    if (o.given("--payer")) wanted.payer = in.text(o.payer, "--payer");
    if (o.given("--amount")) {
        const auto amount = in.range(o.amount, before.amount.currency, "--amount");
        wanted.amount = amount.low;
        if (amount.varies) wanted.highest = amount.high;
    }
    if (o.given("--next")) wanted.next = in.date(o.next, "--next");
    if (o.given("--repeat") || o.given("--until") || o.given("--times") || o.given("--shift")) {
        auto repeat = before.repeat;
        if (o.given("--repeat"))
            repeat = in.repeat(o.repeat, o.until, o.times, wanted.next.value_or(before.next)),
            repeat.shift = before.repeat.shift;
        else if (!o.until.empty()) repeat.until = in.date(o.until, "--until"), repeat.times.reset();
        else if (o.times) repeat.times = o.times, repeat.until.reset();
        read_shift(in, o, repeat);
        wanted.repeat = repeat;
    }
    if (o.given("--learn")) wanted.learn_from = o.learn;
    if (o.given("--to")) wanted.to = in.account(o.to, "--to");
    if (o.ends) wanted.ended = true;
    return wanted;
}

Result<Reply> edit_income(Context& context, const IncomeOptions& o)
{
    Reader in{context};
    const auto id = in.income(o.id);
    if (!in.ok()) return in.problems();
    const auto wanted = edit_wanted(in, o, context.book().incomes.at(id));
    const auto which = occurrence_on(in, context, id, o.on);
    if (!in.ok()) return in.problems();
    const auto journey = [&](const app::State& s) {
        if (o.this_one || o.skip)
            return app::adjust_income(
                s, {.income = id, .occurrence = which, .date = wanted.next, .amount = wanted.amount, .skip = o.skip});
        return app::with_holidays(s, app::edit_income(s, wanted), wanted.repeat.value_or(Recurrence{}));
    };
    if (auto problems = context.run(journey); !problems.empty()) return problems;
    const auto& income = context.book().incomes.at(id);
    return Reply{.json = income_json(context, income),
                 .text = context.words.fill("Income {id} changed: {payer}.", fmt::arg("id", income.id.value),
                                            fmt::arg("payer", printable(income.payer))) +
                         "\n"};
}

Result<Reply> list_incomes(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    Reply reply;
    reply.json["incomes"] = Json::array();
    Table table{{">#", words("Payer"), ">" + words("Amount"), words("Next"), words("Again"), words("To")}};
    for (const auto& [id, i] : context.book().incomes) {
        reply.json["incomes"].push_back(income_json(context, i));
        const auto next = next_of(context, id);
        table.row({std::to_string(id.value), i.payer,
                   (i.highest || i.learn_from ? "≈ " : "") + words.money(next ? next->amount : i.amount),
                   next ? iso(next->date) : iso(i.next), wording::repeat_name(words, i.repeat, i.next),
                   account_name(context.book(), i.to)});
    }
    reply.text = table.empty() ? words(
                                     "No incomes yet. Add one: duewatch-cli income add Employer --amount 8000 --next "
                                     "2026-12-10 --repeat monthly") +
                                     "\n"
                               : table.text();
    return reply;
}

void bind(CLI::App& c, IncomeOptions& o, const wording::Words& words, bool required)
{
    o.command = &c;
    auto* amount = c.add_option("--amount", o.amount, words("How much each time, positive; 7000..9000 where it varies"))
                       ->type_name("AMOUNT");
    auto* next = c.add_option("--next", o.next, words("When it comes next"))->type_name("YYYY-MM-DD");
    if (required) amount->required(), next->required();
    c.add_option("--repeat", o.repeat, words("How often it comes again"))
        ->type_name("none|weekly|every-2-weeks|monthly|every-N-months|yearly|monthly-last-friday");
    auto* until = c.add_option("--until", o.until, words("Not after this day"))->type_name("YYYY-MM-DD");
    c.add_option("--times", o.times, words("So many times in all"))->type_name("N")->excludes(until);
    c.add_option("--shift", o.shift, words("What a date on a weekend or holiday does"))
        ->type_name(wording::choices<Shift>());
    c.add_option("--learn", o.learn, words("The amount is learnt from the last so many payments; 0 = no more"))
        ->type_name("N");
    c.add_option("--to", o.to, words("The account it reaches"))->type_name("ACCOUNT");
}

}  // namespace

void add_income_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("income", words("Money that is expected to come"));
    group->require_subcommand(1);
    add_command<IncomeOptions>(
        *group, context, "add", words("Adds an expected income"),
        "duewatch-cli income add Employer --amount 8000 --next 2026-12-10 --repeat monthly --to Checking --shift "
        "before",
        [&](CLI::App& c, IncomeOptions& o) {
            c.add_option("PAYER", o.payer, words("Who pays"))->required();
            bind(c, o, words, true);
        },
        add_income);
    add_command<NoOptions>(*group, context, "list", words("Lists the expected incomes"), "duewatch-cli income list",
                           no_options, list_incomes);
    add_command<IncomeOptions>(
        *group, context, "edit", words("Changes an expected income from now on, or with --this only the next one"),
        "duewatch-cli income edit 1 --amount 8200\n  duewatch-cli income edit 1 --this --amount 7500",
        [&](CLI::App& c, IncomeOptions& o) {
            c.add_option("ID", o.id, words("Its number or payer"))->required();
            c.add_option("--payer", o.payer, words("Who pays"))->type_name("NAME");
            bind(c, o, words, false);
            c.add_flag("--end", o.ends, words("It comes no more"));
            auto* one = c.add_flag("--this", o.this_one, words("Only this occurrence: another day (--next) or amount"));
            c.add_flag("--following", o.following,
                       words("This occurrence and all that follow, as without it; what was before stays"))
                ->excludes(one);
            c.add_flag("--skip", o.skip, words("This occurrence does not come"));
            c.add_option("--on", o.on, words("The occurrence that comes on this day; else the next one"))
                ->type_name("YYYY-MM-DD");
        },
        edit_income);
}

}  // namespace cli
