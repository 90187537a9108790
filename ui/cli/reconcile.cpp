// `account reconcile`, `account close`, `account reopen`.
#include "ui/app/journeys/reconcile.hpp"

#include "ui/app/journeys/accounts.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/entry_view.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;

namespace {

struct ReconcileOptions {
    std::string account, balance, date;
    std::vector<std::int64_t> leave;
    bool accept = false, adjust = false;
};

Json found_json(const Book& book, const app::Reconciliation& found)
{
    Json j{{"account", account_name(book, found.account)},
           {"date", json_of(found.date)},
           {"balance", json_of(found.statement)},
           {"booked", json_of(found.booked)},
           {"difference", json_of(found.difference)},
           {"agrees", found.difference.zero()},
           {"entries", Json::array()}};
    for (const auto& e : found.open)
        if (!found.left_out.contains(e.id)) j["entries"].push_back(entry_json(book, e, std::nullopt));
    return j;
}

Result<Reply> reconcile(Context& context, const ReconcileOptions& o)
{
    Reader in{context};
    const auto account = in.account(o.account, "ACCOUNT");
    const auto date = in.date(o.date, "--date");
    const auto balance = in.money(o.balance, in.currency_of(account), "--balance");
    if (o.adjust && !o.accept)
        in.say({.trouble = Trouble::out_of_range, .field = "--adjust", .detail = "--accept --adjust"});
    if (!in.ok()) return in.problems();
    std::set<EntryId> leave;
    for (const auto id : o.leave) leave.insert({id});
    const auto& words = context.words;
    const auto& state = context.session().state();
    const auto found = context.ask(
        [&](const db::Store& store) { return app::reconciliation(state, store, account, balance, date, leave); });
    const auto payee = o.adjust ? words("Balance adjustment") : std::string{};
    if (o.accept)
        if (auto problems = context.run([&](const app::State& s) { return app::reconcile(s, found, payee); });
            !problems.empty())
            return problems;
    Reply reply{.json = found_json(context.book(), found)};
    reply.json["accepted"] = o.accept;
    Table table{{">#", words("Date"), words("Payee"), ">" + words("Amount")}};
    for (const auto& e : found.open)
        table.row({std::to_string(e.id.value), iso(e.date),
                   fitted(e.payee, 32) + (found.left_out.contains(e.id) ? " " + words("(left out)") : ""),
                   words.money(e.amount)});
    if (!o.accept) reply.text = table.empty() ? "" : table.text();
    const auto n = static_cast<std::int64_t>(found.open.size() - found.left_out.size());
    if (o.accept) reply.text += words.plural("{n} entry reconciled.", "{n} entries reconciled.", n) + "\n";
    else if (found.difference.zero())
        reply.text +=
            words("The ledger and the statement agree. Add --accept to mark these entries as reconciled.") + "\n";
    else
        reply.text +=
            words.fill("The ledger has {booked}, the statement {balance}: {difference} is missing.",
                       fmt::arg("booked", words.money(found.booked)), fmt::arg("balance", words.money(found.statement)),
                       fmt::arg("difference", words.signed_money(found.difference))) +
            "\n";
    return reply;
}

struct AccountOptions {
    std::string account;
};

Result<Reply> set_closed(Context& context, const AccountOptions& o, bool closed)
{
    Reader in{context};
    const auto id = in.account(o.account, "ACCOUNT");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::close_account(s, id, closed); });
        !problems.empty())
        return problems;
    const auto& words = context.words;
    const auto& account = context.book().accounts.at(id);
    Money balance = account.opening;
    for (const auto& total : context.ask([&](const db::Store& store) { return store.account_totals(context.today()); }))
        if (total.account == id) balance = total.balance;
    Reply reply{.json = {{"account", account.name}, {"archived", account.archived}, {"balance", json_of(balance)}}};
    reply.text = closed ? words.fill("{account} is closed. It stays in reports; `account list --all` shows it.",
                                     fmt::arg("account", account.name))
                        : words.fill("{account} is open again.", fmt::arg("account", account.name));
    if (closed && !balance.zero())
        reply.text += " " + words.fill("It still holds {balance}.", fmt::arg("balance", words.money(balance)));
    reply.text += "\n";
    return reply;
}

}  // namespace

void add_reconcile_commands(CLI::App& account, Context& context)
{
    const auto& words = context.words;
    add_command<ReconcileOptions>(
        account, context, "reconcile", words("Compares an account with its statement, and marks what agrees"),
        "duewatch-cli account reconcile Checking --balance 3120.55 --date 2026-10-31 --accept",
        [&](CLI::App& c, ReconcileOptions& o) {
            c.add_option("ACCOUNT", o.account, words("The account"))->required();
            c.add_option("--balance", o.balance,
                         words("The closing balance on the statement; negative where money is owed"))
                ->type_name("AMOUNT")
                ->required();
            c.add_option("--date", o.date, words("The statement's last day; else today"))->type_name("YYYY-MM-DD");
            c.add_option("--leave", o.leave, words("An entry that is not on the statement; may be given again"))
                ->type_name("ID")
                ->allow_extra_args(false);
            c.add_flag("--accept", o.accept, words("Marks the entries as reconciled, where both agree"));
            c.add_flag("--adjust", o.adjust, words("With --accept: adds an entry for what is missing"));
        },
        reconcile);
    const auto bind = [&](CLI::App& c, AccountOptions& o) {
        c.add_option("ACCOUNT", o.account, words("The account"))->required();
    };
    add_command<AccountOptions>(account, context, "close", words("Puts an account away; it stays in reports"),
                                "duewatch-cli account close \"Old card\"", bind,
                                [](Context& c, const AccountOptions& o) { return set_closed(c, o, true); });
    add_command<AccountOptions>(account, context, "reopen", words("Brings a closed account back"),
                                "duewatch-cli account reopen \"Old card\"", bind,
                                [](Context& c, const AccountOptions& o) { return set_closed(c, o, false); });
}

}  // namespace cli
