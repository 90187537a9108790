#include <algorithm>

#include "ui/app/journeys/accounts.hpp"
#include "ui/cli/bill_view.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/costs.hpp"
#include "ui/wording/script_words.hpp"

namespace cli {

using namespace ledger;

namespace {

struct CostOptions {
    std::string id, on;
    std::vector<std::string> pay, cash;
};

std::string step_text(const CostStep& s)
{
    if (s.miss) return "late fee, miss " + std::to_string(s.miss) + " = " + decimal(s.result);
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
    std::optional<Date> which;
    if (!o.on.empty()) which = occurrence_due(in, context, id, o.on);
    if (!in.ok()) return in.problems();
    const auto duty = which ? duty_on(state.book, state.history, id, *which, state.today)
                            : current_duty(state.book, state.history, id, state.today);
    if (!duty) return Problem{.trouble = Trouble::not_scheduled, .field = "bill", .text = bill.payee};
    const auto statement = statement_of(state, *duty);
    if (!statement)
        return Problem{.trouble = Trouble::needs_type, .field = "bill", .text = bill.payee, .detail = "card"};
    const auto& card = *find<Account>(state.book, duty->card);
    auto payments = statement->credits;
    for (const auto& text : o.pay) {
        if (text == "none") continue;
        const auto [amount, day] = in.money_on(text, card.currency, "--pay");
        if (in.ok() && !amount.positive())
            in.say({.trouble = Trouble::wrong_sign, .field = "--pay", .text = decimal(amount)});
        if (in.ok() && day <= statement->cycle.closed)
            in.say({.trouble = Trouble::end_before_start,
                    .field = "--pay",
                    .text = iso(day),
                    .detail = iso(statement->cycle.closed)});
        payments.push_back({.on = day, .amount = amount});
    }
    std::vector<CashAdvanceCost> taken;
    for (const auto& text : o.cash) {
        const auto [amount, day] = in.money_on(text, card.currency, "--cash");
        if (in.ok() && !amount.positive())
            in.say({.trouble = Trouble::wrong_sign, .field = "--cash", .text = decimal(amount)});
        if (in.ok() && (day <= statement->cycle.closed || day > statement->next_closed))
            in.say({.trouble = Trouble::out_of_range,
                    .field = "--cash",
                    .text = iso(day),
                    .detail = iso(statement->cycle.closed + Days{1}) + " – " + iso(statement->next_closed)});
        if (in.ok()) taken.push_back(cash_advance_cost(*card.card, amount, day, statement->next_closed));
    }
    if (!in.ok()) return in.problems();
    std::stable_sort(payments.begin(), payments.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    auto found = card_cost(*card.card, owed_statement(state.book, state.history, card, *statement), payments);
    Money cash_fee{0, card.currency};
    for (const auto& cash : taken) {
        found.interest += cash.interest;
        cash_fee += cash.fee;
        found.steps.insert(found.steps.end(), cash.steps.begin(), cash.steps.end());
    }
    const auto& words = context.words;
    Reply reply;
    reply.json["interest"] = json_of(found.interest);
    reply.json["late_fee"] = json_of(found.late_fee);
    reply.json["total"] = json_of(found.total() + cash_fee);
    reply.json["on_statement"] = json_of(found.on_statement);
    reply.json["steps"] = Json::array();
    reply.json["in_words"] = Json::array();
    reply.json["bill"] = id.value;
    reply.json["due"] = json_of(duty->due);
    reply.json["paid_in_full"] = found.in_full;
    reply.json["minimum_met"] = found.minimum_met;
    reply.json["carried_forward"] = json_of(found.carried_forward);
    if (!o.cash.empty()) reply.json["cash_fee"] = json_of(cash_fee);
    reply.text =
        words.fill("On the statement of {date}: interest {interest}, late fee {fee}.",
                   fmt::arg("date", words.full_date(found.on_statement)),
                   fmt::arg("interest", words.money(found.interest)), fmt::arg("fee", words.money(found.late_fee))) +
        "\n";
    for (const auto& step : found.steps) {
        reply.json["steps"].push_back(step_text(step));
        const auto said = wording::cost_step(words, step);
        reply.json["in_words"].push_back(said);
        reply.text += "  " + said + "\n";
    }
    const auto standing = found.in_full ? words("It counts as paid in full and in time: the free period is kept.")
                          : found.minimum_met
                              ? words("The minimum is met: nothing is overdue, but the rest bears interest.")
                              : words("The minimum is not met: it would be overdue.");
    reply.text += standing + "\n";
    return reply;
}

struct StatementOptions {
    std::string card, closed, due, balance, minimum;
};

Result<Reply> enter_statement(Context& context, const StatementOptions& o)
{
    Reader in{context};
    CardStatement printed{
        .card = in.account(o.card, "CARD"), .closed = in.date(o.closed, "--date"), .due = in.date(o.due, "--due")};
    const auto currency = in.currency_of(printed.card);
    printed.balance = in.money(o.balance, currency, "--amount");
    printed.minimum = o.minimum.empty() ? Money{0, currency} : in.money(o.minimum, currency, "--minimum");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::enter_statement(s, printed); });
        !problems.empty())
        return problems;
    const auto* bill = app::bill_of_card(context.book(), printed.card);
    return Reply{.json = bill ? current_json(context, bill->id) : Json::object(),
                 .text = context.words.fill("Statement of {date} entered: {amount}.",
                                            fmt::arg("date", context.words.full_date(printed.closed)),
                                            fmt::arg("amount", context.words.money(printed.balance))) +
                         "\n"};
}

}  // namespace

void add_card_cost_commands(CLI::App& group, Context& context)
{
    const auto& words = context.words;
    add_command<CostOptions>(
        group, context, "cost", words("What paying so would cost on a card's next statement"),
        "duewatch-cli bill cost 2 --pay 240@2026-12-05\n  duewatch-cli bill cost 2 --pay none --cash 500@2026-12-01",
        [&](CLI::App& c, CostOptions& o) {
            c.add_option("ID", o.id, words("The bill's number or payee"))->required();
            add_repeated(c, "--pay", o.pay, words("A payment, or `none`; may be given again"))
                ->type_name("AMOUNT@DATE");
            add_repeated(c, "--cash", o.cash,
                         words("Cash taken with the card: its fee, and interest from that day; may be given again"))
                ->type_name("AMOUNT@DATE");
            c.add_option("--on", o.on, words("The occurrence that is due on this day; else the open one"))
                ->type_name("YYYY-MM-DD");
        },
        cost);
    add_command<StatementOptions>(
        group, context, "statement", words("Enters what a card's issuer printed; it wins over the terms"),
        "duewatch-cli bill statement \"ICBC card\" --date 2026-11-05 --due 2026-11-25 --amount 2400 --minimum 240",
        [&](CLI::App& c, StatementOptions& o) {
            c.add_option("CARD", o.card, words("The card account"))->required();
            c.add_option("--date", o.closed, words("Statement date"))->type_name("YYYY-MM-DD")->required();
            c.add_option("--due", o.due, words("Due date"))->type_name("YYYY-MM-DD")->required();
            c.add_option("--amount", o.balance, words("What is owed, positive"))->type_name("AMOUNT")->required();
            c.add_option("--minimum", o.minimum, words("The least to pay"))->type_name("AMOUNT");
        },
        enter_statement);
}

}  // namespace cli
