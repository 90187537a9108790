#include "ui/app/journeys/entries.hpp"

#include "ui/app/journeys/categories.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/entry_view.hpp"
#include "ui/cli/table.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/search.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;

Json entry_json(const Book& book, const Entry& e, const std::optional<Money>& balance)
{
    Json j;
    j["id"] = e.id.value;
    j["date"] = json_of(e.date);
    j["account"] = account_name(book, e.account);
    j["amount"] = json_of(e.amount);
    j["payee"] = e.payee;
    j["category"] = name_or_null(app::category_path(book, e.category));
    j["memo"] = e.memo;
    if (balance) j["balance"] = json_of(*balance);
    j["status"] = wording::key(e.status);
    j["splits"] = Json::array();
    for (const auto& part : e.splits) {
        Json split{{"category", name_or_null(app::category_path(book, part.category))},
                   {"amount", json_of(part.amount)}};
        if (!part.memo.empty()) split["memo"] = part.memo;
        j["splits"].push_back(split);
    }
    j["currency"] = e.amount.currency.text();
    j["transfer"] = e.transfer ? Json(e.transfer.value) : Json{};
    j["batch"] = e.batch ? Json(e.batch.value) : Json{};
    return j;
}

void bind_filter(CLI::App& c, FilterOptions& o, const wording::Words& words)
{
    c.add_option("--account", o.account, words("Only of this account"))->type_name("ACCOUNT");
    c.add_option("--from", o.from, words("From this day on"))->type_name("YYYY-MM-DD");
    c.add_option("--to", o.to, words("Up to this day"))->type_name("YYYY-MM-DD");
    c.add_option("--category", o.category, words("Only this category and those below it"))->type_name("CATEGORY");
    c.add_option("--search", o.search,
                 words("Only with each of these words in payee, memo, category or account, or as the amount"))
        ->type_name("TEXT");
}

db::EntryFilter read_filter(Reader& in, Context& context, const FilterOptions& o)
{
    db::EntryFilter filter{.account = in.account(o.account),
                           .category = in.category(o.category),
                           .words = view::search_words(in.text(o.search, "--search"), context.book(), context.words)};
    if (!o.from.empty()) filter.from = in.date(o.from, "--from");
    if (!o.to.empty()) filter.to = in.date(o.to, "--to");
    if (filter.from && filter.to && *filter.to < *filter.from)
        in.say({.trouble = Trouble::end_before_start,
                .field = "--to",
                .text = iso(*filter.to),
                .detail = iso(*filter.from)});
    return filter;
}

namespace {

struct AddOptions {
    std::string account, date, amount, payee, category, memo, status;
    std::vector<std::string> splits;
};

/// "Food:Groceries=-12.30": the part after the last '=' is the amount.
EntrySplit read_split(Reader& in, const std::string& text, Currency currency)
{
    const auto at = text.rfind('=');
    if (at == std::string::npos) {
        in.say({.trouble = Trouble::not_a_choice, .field = "--split", .text = text, .detail = "CATEGORY=AMOUNT"});
        return {.amount = {0, currency}};
    }
    return {.category = in.category(text.substr(0, at), "--split"),
            .amount = in.money(text.substr(at + 1), currency, "--split")};
}

Result<Reply> add_entry(Context& context, const AddOptions& o)
{
    Reader in{context};
    app::AddEntry wanted{.account = in.account(o.account),
                         .date = in.date(o.date, "--date"),
                         .payee = in.text(o.payee, "--payee"),
                         .category = in.category(o.category),
                         .memo = in.text(o.memo, "--memo")};
    const auto currency = in.currency_of(wanted.account);
    wanted.amount = in.money(o.amount, currency, "--amount");
    for (const auto& split : o.splits) wanted.splits.push_back(read_split(in, split, currency));
    if (!o.status.empty()) wanted.status = in.choice<EntryStatus>(o.status, "--status");
    if (!in.ok()) return in.problems();
    const auto add = [&](const app::State& state, const db::Store& store) {
        return app::add_entry(state, wanted, [&](const std::string& payee) { return store.usual_category(payee); });
    };
    if (auto problems = context.run(add); !problems.empty()) return problems;
    const auto entry = context.ask([&](const db::Store& store) { return store.entry(context.book().last_entry); });
    return Reply{.json = entry_json(context.book(), *entry, std::nullopt),
                 .text = context.words.fill("Entry {id} added: {payee} {amount}", fmt::arg("id", entry->id.value),
                                            fmt::arg("payee", printable(entry->payee)),
                                            fmt::arg("amount", context.words.signed_money(entry->amount))) +
                         "\n"};
}

struct EntriesListOptions : FilterOptions {
    std::int64_t limit = -1, offset = 0;
};

Result<Reply> list_entries(Context& context, const EntriesListOptions& o)
{
    Reader in{context};
    const auto filter = read_filter(in, context, o);
    if (o.offset < 0)
        in.say({.trouble = Trouble::out_of_range,
                .field = "--offset",
                .text = std::to_string(o.offset),
                .detail = "0, 1, 2, …"});
    if (!in.ok()) return in.problems();
    const auto& words = context.words;
    const auto& book = context.book();
    const auto total = context.ask([&](const db::Store& store) { return store.count(filter); });
    const auto rows = context.ask(
        [&](const db::Store& store) { return store.page(filter, o.offset, o.limit < 0 ? total : o.limit); });
    Reply reply;
    reply.json["total"] = total;
    reply.json["entries"] = Json::array();
    Table table{{">#", words("Date"), words("Account"), words("Payee"), words("Category"), ">" + words("Amount"),
                 ">" + words("Balance")}};
    for (const auto& row : rows) {
        const auto& e = row.entry;
        if (context.json) reply.json["entries"].push_back(entry_json(book, e, row.balance));
        else
            table.row({std::to_string(e.id.value), iso(e.date), account_name(book, e.account), fitted(e.payee, 32),
                       e.transfer         ? "⇄"
                       : e.splits.empty() ? view::category_name(book, e.category, words)
                                          : "…",
                       words.money(e.amount), words.money(row.balance)});
    }
    reply.text = table.empty() ? words("No entries.") + "\n" : table.text();
    return reply;
}

struct TransferOptions {
    std::string from, to, date, amount, received, memo;
};

Result<Reply> add_transfer(Context& context, const TransferOptions& o)
{
    Reader in{context};
    app::AddTransfer wanted{.from = in.account(o.from, "--from"),
                            .to = in.account(o.to, "--to"),
                            .date = in.date(o.date, "--date"),
                            .memo = in.text(o.memo, "--memo")};
    wanted.amount = in.money(o.amount, in.currency_of(wanted.from), "--amount");
    if (!o.received.empty()) wanted.received = in.money(o.received, in.currency_of(wanted.to), "--received");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& state) { return app::add_transfer(state, wanted); });
        !problems.empty())
        return problems;
    const auto& book = context.book();
    Reply reply;
    reply.json["transfer"] = book.last_transfer.value;
    reply.json["from"] = account_name(book, wanted.from);
    reply.json["to"] = account_name(book, wanted.to);
    reply.json["date"] = json_of(wanted.date);
    reply.json["amount"] = json_of(wanted.amount);
    reply.json["entries"] = {book.last_entry.value - 1, book.last_entry.value};
    reply.text = context.words.fill(
                     "{amount} moved from {from} to {to}.", fmt::arg("amount", context.words.money(wanted.amount)),
                     fmt::arg("from", account_name(book, wanted.from)), fmt::arg("to", account_name(book, wanted.to))) +
                 "\n";
    return reply;
}

struct UndoOptions {
    bool list = false;
};

Json undoable_json(const db::Undoable& u)
{
    return {{"number", u.number}, {"deed", wording::key(u.deed)}, {"about", u.about}, {"at", json_of(u.at)}};
}

Result<Reply> undo(Context& context, const UndoOptions& o)
{
    Reply reply;
    if (o.list) {
        reply.json["changes"] = Json::array();
        Table table{{">#", context.words("When"), context.words("What")}};
        for (const auto& u : context.ask([](const db::Store& store) { return store.undo_list(); })) {
            reply.json["changes"].push_back(undoable_json(u));
            table.row({std::to_string(u.number), iso(u.at), wording::deed_done(context.words, u.deed, u.about)});
        }
        reply.text = table.empty() ? context.words("Nothing to take back.") + "\n" : table.text();
        return reply;
    }
    const auto undone = context.session().undo().or_throw();
    if (!undone) return Problem{.trouble = Trouble::nothing_to_do, .field = "undo"};
    reply.json["undone"] = undoable_json(*undone);
    reply.text = printable(wording::deed_undone(context.words, undone->deed, undone->about)) + "\n";
    return reply;
}

}  // namespace

void add_entry_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* entry = app.add_subcommand("entry", words("The lines of the registers"));
    entry->require_subcommand(1);
    add_command<AddOptions>(
        *entry, context, "add", words("Adds an entry; negative = money out"),
        "duewatch-cli entry add --account Checking --date 2026-11-22 --amount -12.30 --payee Bakery --category Food",
        [&](CLI::App& c, AddOptions& o) {
            c.add_option("--account", o.account, words("The account"))->type_name("ACCOUNT")->required();
            c.add_option("--date", o.date, words("The day; else today"))->type_name("YYYY-MM-DD");
            c.add_option("--amount", o.amount, words("Negative for money out"))->type_name("AMOUNT")->required();
            c.add_option("--payee", o.payee, words("Who was paid, or who paid"))->type_name("NAME");
            c.add_option("--category", o.category, words("Its category; else the payee's usual one"))
                ->type_name("CATEGORY");
            c.add_option("--memo", o.memo, words("A note"))->type_name("TEXT");
            c.add_option("--status", o.status, words("How far the bank has booked it"))
                ->type_name(wording::choices<EntryStatus>());
            add_repeated(c, "--split", o.splits, words("A part of it; may be given again"))
                ->type_name("CATEGORY=AMOUNT");
        },
        add_entry);
    add_command<EntriesListOptions>(
        *entry, context, "list", words("Lists entries, oldest first"),
        "duewatch-cli entry list --account Checking --from 2026-11-01 --search coffee",
        [&](CLI::App& c, EntriesListOptions& o) {
            bind_filter(c, o, words);
            c.add_option("--limit", o.limit, words("At most so many"))->type_name("N");
            c.add_option("--offset", o.offset, words("Pass over so many first"))->type_name("N");
        },
        list_entries);
    add_entry_edit_commands(*entry, context);

    auto* transfer = app.add_subcommand("transfer", words("Money moved between your accounts"));
    transfer->require_subcommand(1);
    add_command<TransferOptions>(
        *transfer, context, "add", words("Moves money"),
        "duewatch-cli transfer add --from Savings --to Checking --amount 500",
        [&](CLI::App& c, TransferOptions& o) {
            c.add_option("--from", o.from, words("The account it leaves"))->type_name("ACCOUNT")->required();
            c.add_option("--to", o.to, words("The account it reaches"))->type_name("ACCOUNT")->required();
            c.add_option("--date", o.date, words("The day; else today"))->type_name("YYYY-MM-DD");
            c.add_option("--amount", o.amount, words("How much, positive"))->type_name("AMOUNT")->required();
            c.add_option("--received", o.received, words("What arrives, where the currency is another"))
                ->type_name("AMOUNT");
            c.add_option("--memo", o.memo, words("A note"))->type_name("TEXT");
        },
        add_transfer);

    add_command<UndoOptions>(
        app, context, "undo", words("Takes the last change back, an import included"), "duewatch-cli undo --list",
        [&](CLI::App& c, UndoOptions& o) {
            c.add_flag("--list", o.list, words("Only lists what could be taken back"));
        },
        undo);
}

}  // namespace cli
