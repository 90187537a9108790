#include "ui/app/journeys/bills.hpp"

#include <algorithm>

#include "ui/app/journeys/accounts.hpp"
#include "ui/cli/bill_view.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;

std::vector<Duty> listed_duties(const app::State& state, Date horizon, bool projected)
{
    auto out = open_duties(state.book, state.history, horizon, state.today);
    for (auto& d : duties(state.book, state.history, state.today.date - Days{31}, horizon, state.today))
        if (!d.open() || d.status == DutyStatus::in_plan) out.push_back(std::move(d));
    if (!projected) std::erase_if(out, [](const Duty& d) { return d.projected; });
    std::stable_sort(out.begin(), out.end(), [](const Duty& a, const Duty& b) { return a.due < b.due; });
    return out;
}

std::optional<CardBill> statement_of(const app::State& state, const Duty& duty)
{
    const auto* card = find<Account>(state.book, duty.card);
    if (duty.source != BillSource::card || !card || !card->card) return std::nullopt;
    for (const auto& s : card_bills(state.book, state.history, *card, duty.due, duty.due, state.today)) return s;
    return std::nullopt;
}

Json duty_json(const app::State& state, const Duty& d)
{
    Json j;
    j["id"] = d.bill.value;
    j["payee"] = d.payee;
    j["due"] = json_of(d.due);
    j["amount"] = json_of(d.amount);
    j["minimum"] = json_of(d.minimum);
    j["paid"] = json_of(d.paid);
    j["still_owed"] = json_of(d.still_owed);
    j["status"] = wording::key(d.status);
    j["pay_from"] = name_or_null(account_name(state.book, d.pay_from));
    j["source"] = wording::key(d.source);
    std::optional<CardOutlook> outlook;
    if (const auto statement = statement_of(state, d); statement && d.open())
        outlook = card_outlook(state.history, *find<Account>(state.book, d.card), *statement, state.today);
    j["interest_if_minimum"] = outlook ? json_of(outlook->interest_if_minimum) : Json{};
    j["late_fee_if_missed"] = outlook ? json_of(outlook->late_fee_if_missed) : Json{};
    j["cost_if_missed"] = outlook ? json_of(outlook->cost_if_missed) : Json{};
    j["currency"] = d.amount.currency.text();
    j["occurrence"] = json_of(d.occurrence);
    j["estimate"] = d.estimate;
    j["autopay"] = d.autopay;
    j["essential"] = d.essential;
    j["projected"] = d.projected;
    if (const auto statement = statement_of(state, d)) j["statement_date"] = json_of(statement->cycle.closed);
    return j;
}

namespace {

struct BillOptions {
    std::string id, payee, amount, due, repeat, until, pay_from, minimum, issuer, category;
    int times = 0;
    bool autopay = false, estimate = false, essential = false, ends = false, this_one = false;
    CLI::App* command = nullptr;
    bool given(const char* option) const { return command->count(option) > 0; }
};

void bind_common(CLI::App& c, BillOptions& o, const wording::Words& words, bool required)
{
    o.command = &c;
    auto* amount = c.add_option("--amount", o.amount, words("How much each time, positive"))->type_name("AMOUNT");
    auto* due = c.add_option("--due", o.due, words("The first due date"))->type_name("YYYY-MM-DD");
    if (required) amount->required(), due->required();
    c.add_option("--repeat", o.repeat, words("How often it comes again"))->type_name("none|weekly|every-2-weeks|monthly|every-N-months|yearly");
    auto* until = c.add_option("--until", o.until, words("Not after this day"))->type_name("YYYY-MM-DD");
    c.add_option("--times", o.times, words("So many times in all"))->type_name("N")->excludes(until);
    c.add_option("--pay-from", o.pay_from, words("The account that pays it"))->type_name("ACCOUNT");
    c.add_option("--minimum", o.minimum, words("The least that keeps it in order"))->type_name("AMOUNT");
    c.add_option("--issuer", o.issuer, words("The bank behind it, by the key that `banks` lists"))->type_name("ID");
    c.add_option("--category", o.category, words("The category of its payments"))->type_name("CATEGORY");
}

Currency currency_for(Reader& in, AccountId pay_from) { return in.currency_of(pay_from); }

/// The open occurrence of the bill, for what add, pay, skip and edit answer.
Json current_json(Context& context, BillId id)
{
    const auto& state = context.session().state();
    if (const auto duty = current_duty(state.book, state.history, id, state.today)) return duty_json(state, *duty);
    const auto& bill = state.book.bills.at(id);
    return {{"id", id.value}, {"payee", bill.payee}, {"due", nullptr}, {"amount", json_of(bill.amount)}, {"source", wording::key(bill.source)}};
}

Json rule_json(Context& context, BillId id)
{
    const auto& bill = context.book().bills.at(id);
    Json j = current_json(context, id);
    j["repeat"] = wording::repeat_key(bill.repeat);
    j["first_due"] = json_of(bill.first_due);
    j["ended"] = bill.ended;
    return j;
}

Result<Reply> add(Context& context, const BillOptions& o)
{
    Reader in{context};
    Bill wanted{.payee = in.text(o.payee, "PAYEE"), .estimate = o.estimate, .pay_from = in.account(o.pay_from, "--pay-from"), .autopay = o.autopay,
                .essential = o.essential, .issuer = in.text(o.issuer, "--issuer"), .category = in.category(o.category)};
    const auto currency = currency_for(in, wanted.pay_from);
    wanted.amount = in.money(o.amount, currency, "--amount");
    wanted.first_due = in.date(o.due, "--due");
    wanted.repeat = in.repeat(o.repeat, o.until, o.times);
    if (!o.minimum.empty()) wanted.minimum = in.money(o.minimum, currency, "--minimum");
    if (o.given("--times") && o.times < 1)
        in.say({.trouble = Trouble::out_of_range, .field = "--times", .text = std::to_string(o.times), .detail = "1–1200"});
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& state) { return app::add_bill(state, wanted); }); !problems.empty()) return problems;
    const auto& bill = context.book().bills.rbegin()->second;
    return Reply{.json = rule_json(context, bill.id),
                 .text = context.words.fill("Bill {id} added: {payee}, {amount} due on {date}.", fmt::arg("id", bill.id.value),
                                            fmt::arg("payee", printable(bill.payee)), fmt::arg("amount", context.words.money(bill.amount)),
                                            fmt::arg("date", context.words.full_date(bill.first_due))) + "\n"};
}

Result<Reply> edit(Context& context, const BillOptions& o)
{
    Reader in{context};
    const auto id = in.bill(o.id);
    if (!in.ok()) return in.problems();
    const auto& before = context.book().bills.at(id);
    app::EditBill wanted{.bill = id};
    const auto currency = before.amount.currency;
    if (o.given("--payee")) wanted.payee = in.text(o.payee, "--payee");
    if (o.given("--amount")) wanted.amount = in.money(o.amount, currency, "--amount");
    if (o.given("--due")) wanted.due = in.date(o.due, "--due");
    if (o.given("--repeat")) wanted.repeat = in.repeat(o.repeat, o.until, o.times);
    else if (o.given("--until") || o.given("--times")) {
        auto repeat = before.repeat;
        repeat.until.reset(), repeat.times.reset();
        if (!o.until.empty()) repeat.until = in.date(o.until, "--until");
        if (o.times) repeat.times = o.times;
        wanted.repeat = repeat;
    }
    if (o.given("--pay-from")) wanted.pay_from = in.account(o.pay_from, "--pay-from");
    if (o.given("--minimum")) wanted.minimum = in.money(o.minimum, currency, "--minimum");
    if (o.given("--issuer")) wanted.issuer = in.text(o.issuer, "--issuer");
    if (o.given("--category")) wanted.category = in.category(o.category);
    if (o.given("--autopay")) wanted.autopay = o.autopay;
    if (o.given("--estimate")) wanted.estimate = o.estimate;
    if (o.given("--essential")) wanted.essential = o.essential;
    if (o.ends) wanted.ended = true;
    if (!in.ok()) return in.problems();
    const auto journey = [&](const app::State& state) {
        if (!o.this_one) return app::edit_bill(state, wanted);
        return app::adjust_bill(state, {.bill = id, .due = wanted.due, .amount = wanted.amount});
    };
    if (auto problems = context.run(journey); !problems.empty()) return problems;
    return Reply{.json = rule_json(context, id),
                 .text = context.words.fill("Bill {id} changed: {payee}.", fmt::arg("id", id.value),
                                            fmt::arg("payee", printable(context.book().bills.at(id).payee))) + "\n"};
}

struct ListOptions {
    int days = 60;
    bool projected = false;
};

Result<Reply> list(Context& context, const ListOptions& o)
{
    if (o.days < 0 || o.days > 3660) return Problem{.trouble = Trouble::out_of_range, .field = "--days", .text = std::to_string(o.days), .detail = "0–3660"};
    const auto& words = context.words;
    const auto& state = context.session().state();
    Reply reply;
    reply.json["bills"] = Json::array();
    Table table{{">#", words("Due"), words("Payee"), ">" + words("Amount"), ">" + words("Still owed"), words("State"), words("Pays")}};
    for (const auto& d : listed_duties(state, state.today.date + Days{o.days}, o.projected)) {
        reply.json["bills"].push_back(duty_json(state, d));
        table.row({std::to_string(d.bill.value), iso(d.due), fitted(d.payee, 32), (d.estimate ? "≈ " : "") + words.money(d.amount), words.money(d.still_owed),
                   wording::status_name(words, d.status), account_name(state.book, d.pay_from)});
    }
    reply.text = table.empty() ? words("No bills due. Add one: duewatch-cli bill add Rent --amount 2400 --due 2026-12-05 --repeat monthly") + "\n" : table.text();
    return reply;
}

struct PayOptions {
    std::string id, amount, date, from;
};

Result<Reply> pay(Context& context, const PayOptions& o)
{
    Reader in{context};
    app::PayBill wanted{.bill = in.bill(o.id), .from = in.account(o.from, "--from")};
    if (!in.ok()) return in.problems();
    if (!o.amount.empty()) wanted.amount = in.money(o.amount, context.book().bills.at(wanted.bill).amount.currency, "--amount");
    if (!o.date.empty()) wanted.date = in.date(o.date, "--date");
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    const auto before = current_duty(state.book, state.history, wanted.bill, state.today);
    if (auto problems = context.run([&](const app::State& s) { return app::pay_bill(s, wanted); }); !problems.empty()) return problems;
    Reply reply{.json = current_json(context, wanted.bill)};
    for (const auto& d : duties(state.book, state.history, before->due, before->due, state.today))  // the occurrence just paid, not the next one
        if (d.bill == wanted.bill && d.occurrence == before->occurrence) {
            reply.json = duty_json(state, d);
            reply.text = context.words.fill("{payee}: {paid} paid, {rest} still owed.", fmt::arg("payee", printable(d.payee)),
                                            fmt::arg("paid", context.words.money(d.paid)), fmt::arg("rest", context.words.money(d.still_owed))) + "\n";
        }
    reply.json["entry"] = context.book().last_entry.value;
    return reply;
}

struct IdOption {
    std::string id;
};

Result<Reply> skip(Context& context, const IdOption& o)
{
    Reader in{context};
    const auto id = in.bill(o.id);
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    const auto before = current_duty(state.book, state.history, id, state.today);
    if (auto problems = context.run([&](const app::State& s) { return app::adjust_bill(s, {.bill = id, .skip = true}); }); !problems.empty())
        return problems;
    Reply reply{.json = current_json(context, id)};
    reply.json["skipped"] = json_of(before->due);
    reply.text = context.words.fill("{payee}: skipped on {date}.", fmt::arg("payee", printable(before->payee)),
                                    fmt::arg("date", context.words.full_date(before->due))) + "\n";
    return reply;
}

struct CostOptions {
    std::string id;
    std::vector<std::string> pay;
};

std::string step_text(const CostStep& s)
{
    std::string text = decimal(s.amount) + " x " + decimal(s.rate);
    if (s.days) text += " x " + std::to_string(s.days) + " d";
    if (s.floor) text += ", at least " + decimal(*s.floor);
    if (s.cap) text += ", at most " + decimal(*s.cap);
    return text + " = " + decimal(s.result);
}

Result<Reply> cost(Context& context, const CostOptions& o)
{
    Reader in{context};
    const auto id = in.bill(o.id);
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    const auto& bill = state.book.bills.at(id);
    const auto duty = current_duty(state.book, state.history, id, state.today);
    if (!duty) return Problem{.trouble = Trouble::not_scheduled, .field = "bill", .text = bill.payee};
    const auto statement = statement_of(state, *duty);
    if (!statement) return Problem{.trouble = Trouble::needs_type, .field = "bill", .text = bill.payee, .detail = "card"};
    const auto& card = *find<Account>(state.book, duty->card);
    auto payments = payments_made(state.history, card, *statement, state.today);
    for (const auto& text : o.pay) {
        if (text == "none") continue;
        const auto [amount, day] = in.money_on(text, card.currency, "--pay");
        if (in.ok() && !amount.positive()) in.say({.trouble = Trouble::wrong_sign, .field = "--pay", .text = decimal(amount)});
        if (in.ok() && day <= statement->cycle.closed)
            in.say({.trouble = Trouble::end_before_start, .field = "--pay", .text = iso(day), .detail = iso(statement->cycle.closed)});
        payments.push_back({.on = day, .amount = amount});
    }
    if (!in.ok()) return in.problems();
    std::stable_sort(payments.begin(), payments.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    const auto found = card_cost(*card.card, owed_statement(state.history, card, *statement), payments);
    Reply reply;
    reply.json["interest"] = json_of(found.interest);
    reply.json["late_fee"] = json_of(found.late_fee);
    reply.json["total"] = json_of(found.total());
    reply.json["on_statement"] = json_of(found.on_statement);
    reply.json["steps"] = Json::array();
    reply.json["bill"] = id.value;
    reply.json["due"] = json_of(duty->due);
    reply.json["paid_in_full"] = found.in_full;
    reply.json["minimum_met"] = found.minimum_met;
    const auto& words = context.words;
    reply.text = words.fill("On the statement of {date}: interest {interest}, late fee {fee}.", fmt::arg("date", words.full_date(found.on_statement)),
                            fmt::arg("interest", words.money(found.interest)), fmt::arg("fee", words.money(found.late_fee))) + "\n";
    for (const auto& step : found.steps) {
        reply.json["steps"].push_back(step_text(step));
        reply.text += "  " + step_text(step) + "\n";
    }
    return reply;
}

struct StatementOptions {
    std::string card, closed, due, balance, minimum;
};

Result<Reply> enter_statement(Context& context, const StatementOptions& o)
{
    Reader in{context};
    CardStatement printed{.card = in.account(o.card, "CARD"), .closed = in.date(o.closed, "--date"), .due = in.date(o.due, "--due")};
    const auto currency = in.currency_of(printed.card);
    printed.balance = in.money(o.balance, currency, "--amount");
    printed.minimum = o.minimum.empty() ? Money{0, currency} : in.money(o.minimum, currency, "--minimum");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::enter_statement(s, printed); }); !problems.empty()) return problems;
    const auto* bill = app::bill_of_card(context.book(), printed.card);
    return Reply{.json = bill ? current_json(context, bill->id) : Json::object(),
                 .text = context.words.fill("Statement of {date} entered: {amount}.", fmt::arg("date", context.words.full_date(printed.closed)),
                                            fmt::arg("amount", context.words.money(printed.balance))) + "\n"};
}

struct IncomeOptions {
    std::string id, payer, amount, next, repeat, until, to;
    int times = 0;
    bool ends = false;
    CLI::App* command = nullptr;
    bool given(const char* option) const { return command->count(option) > 0; }
};

Json income_json(const Book& book, const Income& i)
{
    return {{"id", i.id.value}, {"payer", i.payer}, {"amount", json_of(i.amount)}, {"next", json_of(i.next)}, {"repeat", wording::repeat_key(i.repeat)},
            {"to", name_or_null(account_name(book, i.to))}, {"currency", i.amount.currency.text()}, {"ended", i.ended}};
}

Result<Reply> add_income(Context& context, const IncomeOptions& o)
{
    Reader in{context};
    Income wanted{.payer = in.text(o.payer, "PAYER"), .next = in.date(o.next, "--next"), .repeat = in.repeat(o.repeat, o.until, o.times),
                  .to = in.account(o.to, "--to")};
    wanted.amount = in.money(o.amount, in.currency_of(wanted.to), "--amount");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::add_income(s, wanted); }); !problems.empty()) return problems;
    const auto& income = context.book().incomes.rbegin()->second;
    return Reply{.json = income_json(context.book(), income),
                 .text = context.words.fill("Income {id} added: {payer}, {amount} on {date}.", fmt::arg("id", income.id.value),
                                            fmt::arg("payer", printable(income.payer)), fmt::arg("amount", context.words.money(income.amount)),
                                            fmt::arg("date", context.words.full_date(income.next))) + "\n"};
}

Result<Reply> edit_income(Context& context, const IncomeOptions& o)
{
    Reader in{context};
    app::EditIncome wanted{.income = in.income(o.id)};
    if (!in.ok()) return in.problems();
    const auto& before = context.book().incomes.at(wanted.income);
    if (o.given("--payer")) wanted.payer = in.text(o.payer, "--payer");
    if (o.given("--amount")) wanted.amount = in.money(o.amount, before.amount.currency, "--amount");
    if (o.given("--next")) wanted.next = in.date(o.next, "--next");
    if (o.given("--repeat")) wanted.repeat = in.repeat(o.repeat, o.until, o.times);
    if (o.given("--to")) wanted.to = in.account(o.to, "--to");
    if (o.ends) wanted.ended = true;
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::edit_income(s, wanted); }); !problems.empty()) return problems;
    const auto& income = context.book().incomes.at(wanted.income);
    return Reply{.json = income_json(context.book(), income),
                 .text = context.words.fill("Income {id} changed: {payer}.", fmt::arg("id", income.id.value), fmt::arg("payer", printable(income.payer))) + "\n"};
}

Result<Reply> list_incomes(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    Reply reply;
    reply.json["incomes"] = Json::array();
    Table table{{">#", words("Payer"), ">" + words("Amount"), words("Next"), words("Again"), words("To")}};
    for (const auto& [id, i] : context.book().incomes) {
        reply.json["incomes"].push_back(income_json(context.book(), i));
        table.row({std::to_string(id.value), i.payer, words.money(i.amount), iso(i.next), wording::repeat_name(words, i.repeat),
                   account_name(context.book(), i.to)});
    }
    reply.text = table.empty() ? words("No incomes yet. Add one: duewatch-cli income add Employer --amount 8000 --next 2026-12-10 --repeat monthly") + "\n" : table.text();
    return reply;
}

void bind_income(CLI::App& c, IncomeOptions& o, const wording::Words& words, bool required)
{
    o.command = &c;
    auto* amount = c.add_option("--amount", o.amount, words("How much each time, positive"))->type_name("AMOUNT");
    auto* next = c.add_option("--next", o.next, words("When it comes next"))->type_name("YYYY-MM-DD");
    if (required) amount->required(), next->required();
    c.add_option("--repeat", o.repeat, words("How often it comes again"))->type_name("none|weekly|every-2-weeks|monthly|every-N-months|yearly");
    auto* until = c.add_option("--until", o.until, words("Not after this day"))->type_name("YYYY-MM-DD");
    c.add_option("--times", o.times, words("So many times in all"))->type_name("N")->excludes(until);
    c.add_option("--to", o.to, words("The account it reaches"))->type_name("ACCOUNT");
}

void add_income_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("income", words("Money that is expected to come"));
    group->require_subcommand(1);
    add_command<IncomeOptions>(
        *group, context, "add", words("Adds an expected income"),
        "duewatch-cli income add Employer --amount 8000 --next 2026-12-10 --repeat monthly --to Checking",
        [&](CLI::App& c, IncomeOptions& o) {
            c.add_option("PAYER", o.payer, words("Who pays"))->required();
            bind_income(c, o, words, true);
        },
        add_income);
    add_command<NoOptions>(*group, context, "list", words("Lists the expected incomes"), "duewatch-cli income list", no_options, list_incomes);
    add_command<IncomeOptions>(
        *group, context, "edit", words("Changes an expected income"), "duewatch-cli income edit 1 --amount 8200",
        [&](CLI::App& c, IncomeOptions& o) {
            c.add_option("ID", o.id, words("Its number or payer"))->required();
            c.add_option("--payer", o.payer, words("Who pays"))->type_name("NAME");
            bind_income(c, o, words, false);
            c.add_flag("--end", o.ends, words("It comes no more"));
        },
        edit_income);
}

}  // namespace

void add_bill_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("bill", words("What has to be paid, and by when"));
    group->require_subcommand(1);
    add_command<BillOptions>(
        *group, context, "add", words("Adds a bill, once or again and again"),
        "duewatch-cli bill add Rent --amount 2400 --due 2026-12-05 --repeat monthly --pay-from Checking --essential",
        [&](CLI::App& c, BillOptions& o) {
            c.add_option("PAYEE", o.payee, words("Who is paid"))->required();
            bind_common(c, o, words, true);
            c.add_flag("--autopay", o.autopay, words("It is taken from the account by itself"));
            c.add_flag("--estimate", o.estimate, words("The amount is a guess"));
            c.add_flag("--essential", o.essential, words("Housing, food, power, medicine: never asked to wait"));
        },
        add);
    add_command<ListOptions>(
        *group, context, "list", words("Lists what is due, overdue ones first; card statements too"), "duewatch-cli bill list --days 30",
        [&](CLI::App& c, ListOptions& o) {
            c.add_option("--days", o.days, words("So many days ahead"))->type_name("N")->capture_default_str();
            c.add_flag("--projected", o.projected, words("Also card statements that have not closed yet"));
        },
        list);
    add_command<CostOptions>(
        *group, context, "cost", words("What paying so would cost on a card's next statement"), "duewatch-cli bill cost 2 --pay 240@2026-12-05",
        [&](CLI::App& c, CostOptions& o) {
            c.add_option("ID", o.id, words("The bill's number or payee"))->required();
            add_repeated(c, "--pay", o.pay, words("A payment, or `none`; may be given again"))->type_name("AMOUNT@DATE");
        },
        cost);
    add_command<PayOptions>(
        *group, context, "pay", words("Books a payment of the occurrence that is open"), "duewatch-cli bill pay 3 --amount 500 --from Checking",
        [&](CLI::App& c, PayOptions& o) {
            c.add_option("ID", o.id, words("The bill's number or payee"))->required();
            c.add_option("--amount", o.amount, words("How much; else all that is owed"))->type_name("AMOUNT");
            c.add_option("--date", o.date, words("The day; else today"))->type_name("YYYY-MM-DD");
            c.add_option("--from", o.from, words("The account that pays; else the usual one"))->type_name("ACCOUNT");
        },
        pay);
    add_command<IdOption>(*group, context, "skip", words("Leaves out the occurrence that is open"), "duewatch-cli bill skip 3",
                          [&](CLI::App& c, IdOption& o) { c.add_option("ID", o.id, words("The bill's number or payee"))->required(); }, skip);
    add_command<BillOptions>(
        *group, context, "edit", words("Changes a bill from now on, or with --this only the open occurrence"),
        "duewatch-cli bill edit 3 --amount 2500\n  duewatch-cli bill edit 3 --this --due 2026-12-08",
        [&](CLI::App& c, BillOptions& o) {
            c.add_option("ID", o.id, words("The bill's number or payee"))->required();
            c.add_option("--payee", o.payee, words("Who is paid"))->type_name("NAME");
            bind_common(c, o, words, false);
            c.add_flag("--autopay,!--no-autopay", o.autopay, words("It is taken from the account by itself, or not"));
            c.add_flag("--estimate,!--no-estimate", o.estimate, words("The amount is a guess, or not"));
            c.add_flag("--essential,!--no-essential", o.essential, words("Never asked to wait, or not"));
            c.add_flag("--end", o.ends, words("It comes no more"));
            c.add_flag("--this", o.this_one, words("Only the open occurrence: another day or amount"));
        },
        edit);
    add_command<StatementOptions>(
        *group, context, "statement", words("Enters what a card's issuer printed; it wins over the terms"),
        "duewatch-cli bill statement \"ICBC card\" --date 2026-11-05 --due 2026-11-25 --amount 2400 --minimum 240",
        [&](CLI::App& c, StatementOptions& o) {
            c.add_option("CARD", o.card, words("The card account"))->required();
            c.add_option("--date", o.closed, words("Statement date"))->type_name("YYYY-MM-DD")->required();
            c.add_option("--due", o.due, words("Due date"))->type_name("YYYY-MM-DD")->required();
            c.add_option("--amount", o.balance, words("What is owed, positive"))->type_name("AMOUNT")->required();
            c.add_option("--minimum", o.minimum, words("The least to pay"))->type_name("AMOUNT");
        },
        enter_statement);
    add_income_commands(app, context);
}

}  // namespace cli
