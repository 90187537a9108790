#include "ui/app/journeys/payments.hpp"
#include "ui/cli/bill_view.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;

std::optional<Date> occurrence_due(Reader& in, Context& context, BillId bill, const std::string& day)
{
    const Date due = in.date(day, "--on");
    if (!in.ok()) return std::nullopt;
    const auto& state = context.session().state();
    std::string known;
    for (const auto& d : duties(state.book, state.history, due - Days{400}, due + Days{400}, state.today)) {
        if (d.bill != bill) continue;
        if (d.due == due) return d.occurrence;
        if (d.due >= due - Days{40} && d.due <= due + Days{40}) known += (known.empty() ? "" : ", ") + iso(d.due);
    }
    in.say({.trouble = Trouble::no_such, .field = "--on", .text = day, .detail = known});
    return std::nullopt;
}

namespace {

struct PayOptions {
    std::string id, amount, date, from, on;
};

Result<Reply> pay(Context& context, const PayOptions& o)
{
    Reader in{context};
    app::PayBill wanted{.bill = in.bill(o.id), .from = in.account(o.from, "--from")};
    if (!in.ok()) return in.problems();
    if (!o.amount.empty())
        wanted.amount = in.money(o.amount, context.book().bills.at(wanted.bill).amount.currency, "--amount");
    if (!o.date.empty()) wanted.date = in.date(o.date, "--date");
    if (!o.on.empty()) wanted.occurrence = occurrence_due(in, context, wanted.bill, o.on);
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    const auto before = wanted.occurrence
                            ? duty_on(state.book, state.history, wanted.bill, *wanted.occurrence, state.today)
                            : current_duty(state.book, state.history, wanted.bill, state.today);
    if (auto problems = context.run([&](const app::State& s) { return app::pay_bill(s, wanted); }); !problems.empty())
        return problems;
    Reply reply{.json = current_json(context, wanted.bill)};
    for (const auto& d : duties(state.book, state.history, before->due, before->due,
                                state.today))  // the occurrence just paid, not the next one
        if (d.bill == wanted.bill && d.occurrence == before->occurrence) {
            reply.json = duty_json(state, d);
            reply.text =
                context.words.fill("{payee}: {paid} paid, {rest} still owed.", fmt::arg("payee", printable(d.payee)),
                                   fmt::arg("paid", context.words.money(d.paid)),
                                   fmt::arg("rest", context.words.money(d.still_owed))) +
                "\n";
        }
    reply.json["entry"] = context.book().last_entry.value;
    return reply;
}

struct PaymentsOptions {
    std::string id, entry, on;
};

Json payment_json(Context& context, const Settlement& s)
{
    const auto entry = context.ask([&](const db::Store& store) { return store.entry(s.entry); });
    return {{"entry", s.entry.value},
            {"due", json_of(s.due)},
            {"date", json_of(s.paid_on)},
            {"amount", json_of(s.amount)},
            {"payee", entry ? Json(entry->payee) : Json{}},
            {"account", entry ? name_or_null(account_name(context.book(), entry->account)) : Json{}}};
}

Result<Reply> payments(Context& context, const PaymentsOptions& o)
{
    Reader in{context};
    const auto id = in.bill(o.id);
    if (!in.ok()) return in.problems();
    Reply reply;
    reply.json["payments"] = Json::array();
    Table table{{">" + context.words("Entry"), context.words("Paid on"), ">" + context.words("Amount"),
                 context.words("Payee"), context.words("For the one due on")}};
    for (const auto& [sid, s] : context.book().settlements) {
        if (s.bill != id) continue;
        const auto j = payment_json(context, s);
        reply.json["payments"].push_back(j);
        table.row({std::to_string(s.entry.value), iso(s.paid_on), context.words.money(s.amount),
                   j["payee"].is_string() ? j["payee"].get<std::string>() : "", iso(s.due)});
    }
    reply.text = table.empty() ? context.words("No payment is linked to it.") + "\n" : table.text();
    return reply;
}

Result<Reply> match(Context& context, const PaymentsOptions& o)
{
    Reader in{context};
    const auto id = in.bill(o.id);
    if (!in.ok()) return in.problems();
    const auto entry = context.ask([&](const db::Store& store) { return store.entry({app::number_of(o.entry)}); });
    if (!entry) return Problem{.trouble = Trouble::no_such, .field = "--entry", .text = o.entry};
    std::optional<Date> which;
    if (!o.on.empty()) which = occurrence_due(in, context, id, o.on);
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    const auto before = which ? duty_on(state.book, state.history, id, *which, state.today)
                              : current_duty(state.book, state.history, id, state.today);
    if (auto problems = context.run([&](const app::State& s) { return app::link_payment(s, id, *entry, which); });
        !problems.empty())
        return problems;
    Reply reply{.json = current_json(context, id)};
    if (const auto now = duty_on(state.book, state.history, id, before->occurrence, state.today)) {
        reply.json = duty_json(state, *now);
        reply.text =
            context.words.fill("{payee}: {paid} paid, {rest} still owed.", fmt::arg("payee", printable(now->payee)),
                               fmt::arg("paid", context.words.money(now->paid)),
                               fmt::arg("rest", context.words.money(now->still_owed))) +
            "\n";
    }
    return reply;
}

Result<Reply> unmatch(Context& context, const PaymentsOptions& o)
{
    Reader in{context};
    const auto id = in.bill(o.id);
    std::optional<Date> which;
    if (in.ok() && !o.on.empty()) which = occurrence_due(in, context, id, o.on);
    if (!in.ok()) return in.problems();
    std::vector<SettlementId> links;
    Money freed{0, context.book().bills.at(id).amount.currency};
    for (const auto& [sid, s] : context.book().settlements) {
        const bool meant =
            o.entry.empty() ? false : s.entry.value == app::number_of(o.entry) && (!which || s.due == *which);
        if (s.bill == id && meant) links.push_back(sid), freed += s.amount;
    }
    if (o.entry.empty())
        for (const auto& s : app::payments_of(context.book(), id, which)) links.push_back(s.id), freed += s.amount;
    if (auto problems = context.run([&](const app::State& s) { return app::unlink_payments(s, links); });
        !problems.empty())
        return problems;
    Reply reply{.json = current_json(context, id)};
    reply.json["unmatched"] = links.size();
    reply.text =
        context.words.fill("{amount} is no longer counted as paid for {payee}; the entries stay in the register.",
                           fmt::arg("amount", context.words.money(freed)),
                           fmt::arg("payee", printable(context.book().bills.at(id).payee))) +
        "\n";
    return reply;
}

}  // namespace

void add_payment_commands(CLI::App& group, Context& context)
{
    const auto& words = context.words;
    const auto bill = [&words](CLI::App& c, std::string& id) {
        c.add_option("ID", id, words("The bill's number or payee"))->required();
    };
    const auto on = [&words](CLI::App& c, std::string& day) {
        c.add_option("--on", day, words("The occurrence that is due on this day; else the open one"))
            ->type_name("YYYY-MM-DD");
    };
    add_command<PayOptions>(
        group, context, "pay", words("Books a payment of the occurrence that is open"),
        "duewatch-cli bill pay 3 --amount 500 --from Checking",
        [&](CLI::App& c, PayOptions& o) {
            bill(c, o.id);
            c.add_option("--amount", o.amount, words("How much; else all that is owed"))->type_name("AMOUNT");
            c.add_option("--date", o.date, words("The day; else today"))->type_name("YYYY-MM-DD");
            c.add_option("--from", o.from, words("The account that pays; else the usual one"))->type_name("ACCOUNT");
            on(c, o.on);
        },
        pay);
    add_command<PaymentsOptions>(
        group, context, "payments", words("Lists the payments that are linked to a bill"),
        "duewatch-cli bill payments 3", [&](CLI::App& c, PaymentsOptions& o) { bill(c, o.id); }, payments);
    add_command<PaymentsOptions>(
        group, context, "match", words("Says that an entry paid a bill"), "duewatch-cli bill match 3 --entry 412",
        [&](CLI::App& c, PaymentsOptions& o) {
            bill(c, o.id);
            c.add_option("--entry", o.entry, words("The entry's number, as `entry list` shows it"))
                ->type_name("N")
                ->required();
            on(c, o.on);
        },
        match);
    add_command<PaymentsOptions>(
        group, context, "unmatch", words("Says that a payment was not for this bill; the entry stays"),
        "duewatch-cli bill unmatch 3 --entry 412",
        [&](CLI::App& c, PaymentsOptions& o) {
            bill(c, o.id);
            c.add_option("--entry", o.entry, words("Only this entry; else all that paid the occurrence"))
                ->type_name("N");
            c.add_option("--on", o.on, words("The occurrence that is due on this day; else the last one that was paid"))
                ->type_name("YYYY-MM-DD");
        },
        unmatch);
}

}  // namespace cli
