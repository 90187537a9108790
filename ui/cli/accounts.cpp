#include "ui/app/journeys/accounts.hpp"

#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;

std::string account_name(const Book& book, AccountId id)
{
    const auto* account = find<Account>(book, id);
    return account ? account->name : "";
}

namespace {

struct AddOptions {
    std::string name, type, currency, opening, opening_date, last4, pay_from;
    // card
    std::string issuer, limit, minimum_rate, minimum_floor, daily_rate, interest, late_rate, late_floor, late_cap, tolerance;
    int statement_day = 0, due_day = 0, due_after = 0, grace_days = 0;
    CLI::App* command = nullptr;

    bool given(const char* option) const { return command->count(option) > 0; }
};

void bind_card(CLI::App& command, AddOptions& o, const wording::Words& words)
{
    command.add_option("--issuer", o.issuer, words("Card: its bank, by the key that `banks` lists"))->type_name("ID");
    command.add_option("--last4", o.last4, words("The last four digits, no more"))->type_name("NNNN");
    command.add_option("--statement-day", o.statement_day, words("Card: day of the month on which the statement is made"))->type_name("1-31");
    command.add_option("--due-day", o.due_day, words("Card: day of the month by which it must be paid"))->type_name("1-31");
    command.add_option("--due-after", o.due_after, words("Card: or so many days after the statement"))->type_name("DAYS");
    command.add_option("--limit", o.limit, words("Card: its limit"))->type_name("AMOUNT");
    command.add_option("--pay-from", o.pay_from, words("Card: the account that usually pays it"))->type_name("ACCOUNT");
    command.add_option("--minimum-rate", o.minimum_rate, words("Card: share of the balance that must be paid, 0.10"))->type_name("RATE");
    command.add_option("--minimum-floor", o.minimum_floor, words("Card: the least that must be paid"))->type_name("AMOUNT");
    command.add_option("--daily-rate", o.daily_rate, words("Card: interest a day, 0.0005"))->type_name("RATE");
    command.add_option("--interest", o.interest, words("Card: on which part interest is charged"))->type_name("full|unpaid|adb");
    command.add_option("--late-rate", o.late_rate, words("Card: late fee as a share of the unpaid minimum, 0.05"))->type_name("RATE");
    command.add_option("--late-floor", o.late_floor, words("Card: the least late fee"))->type_name("AMOUNT");
    command.add_option("--late-cap", o.late_cap, words("Card: the highest late fee"))->type_name("AMOUNT");
    command.add_option("--grace-days", o.grace_days, words("Card: days after the due date that cost nothing yet"))->type_name("DAYS");
    command.add_option("--tolerance", o.tolerance, words("Card: short by no more than this counts as paid"))->type_name("AMOUNT");
}

/// What makes a card's terms; all but --last4 and --pay-from, which an account has without them too.
constexpr const char* term_options[] = {"--issuer",     "--statement-day", "--due-day",   "--due-after", "--limit",    "--minimum-rate", "--minimum-floor",
                                        "--daily-rate", "--interest",      "--late-rate", "--late-floor", "--late-cap", "--grace-days",   "--tolerance"};

std::optional<CardTerms> read_terms(Reader& in, const AddOptions& o, AccountType type, Currency currency)
{
    std::string first;
    for (const char* option : term_options)
        if (o.given(option) && first.empty()) first = option;
    if (first.empty()) return std::nullopt;
    if (type != AccountType::card) {
        in.say({.trouble = Trouble::needs_type, .field = first, .text = wording::key(type), .detail = "--type card"});
        return std::nullopt;
    }
    if (!o.given("--statement-day")) in.say({.trouble = Trouble::out_of_range, .field = "--statement-day", .detail = "--statement-day 1–31"});
    if (o.given("--due-day") == o.given("--due-after"))
        in.say({.trouble = Trouble::out_of_range, .field = "--due-day", .detail = "--due-day | --due-after"});
    CardTerms terms{.issuer = in.text(o.issuer, "--issuer"), .statement_day = o.statement_day, .grace_days = o.grace_days};
    if (o.given("--due-day")) terms.due_day = o.due_day;
    if (o.given("--due-after")) terms.due_after = o.due_after;
    const auto amount = [&](const std::string& text, const char* option, std::optional<Money>& to) {
        if (o.given(option)) to = in.money(text, currency, option);
    };
    amount(o.limit, "--limit", terms.limit);
    amount(o.minimum_floor, "--minimum-floor", terms.minimum_floor);
    amount(o.late_floor, "--late-floor", terms.late_floor);
    amount(o.late_cap, "--late-cap", terms.late_cap);
    amount(o.tolerance, "--tolerance", terms.tolerance);
    if (o.given("--minimum-rate")) terms.minimum_rate = in.rate(o.minimum_rate, "--minimum-rate");
    if (o.given("--daily-rate")) terms.daily_rate = in.rate(o.daily_rate, "--daily-rate");
    if (o.given("--late-rate")) terms.late_rate = in.rate(o.late_rate, "--late-rate");
    if (o.given("--interest")) terms.interest = in.choice<InterestMethod>(o.interest, "--interest");
    return terms;
}

Json card_json(const Book& book, const Account& a)
{
    const CardTerms& t = *a.card;
    Json j;
    j["issuer"] = name_or_null(t.issuer);
    j["last4"] = name_or_null(a.number);
    j["statement_day"] = t.statement_day;
    j["due_day"] = t.due_day ? Json(*t.due_day) : Json{};
    j["due_after"] = t.due_after ? Json(*t.due_after) : Json{};
    j["limit"] = json_of(t.limit);
    j["pay_from"] = name_or_null(account_name(book, a.pay_from));
    j["minimum_rate"] = decimal(t.minimum_rate);
    j["minimum_floor"] = json_of(t.minimum_floor);
    j["daily_rate"] = decimal(t.daily_rate);
    j["interest"] = wording::key(t.interest);
    j["late_rate"] = decimal(t.late_rate);
    j["late_floor"] = json_of(t.late_floor);
    j["late_cap"] = json_of(t.late_cap);
    j["grace_days"] = t.grace_days;
    j["tolerance"] = json_of(t.tolerance);
    return j;
}

Json account_json(const Book& book, const Account& a, const db::AccountTotal& total)
{
    Json j;
    j["id"] = a.id.value;
    j["name"] = a.name;
    j["type"] = wording::key(a.type);
    j["currency"] = a.currency.text();
    j["balance"] = json_of(total.balance);
    j["entries"] = total.entries;
    j["first_date"] = json_of(total.first);
    j["last_date"] = json_of(total.last);
    if (!a.number.empty() && !a.card) j["last4"] = a.number;
    if (a.archived) j["archived"] = true;
    if (a.card) j["card"] = card_json(book, a);
    return j;
}

Result<Reply> add(Context& context, const AddOptions& o)
{
    Reader in{context};
    app::AddAccount wanted{.name = in.text(o.name, "NAME"), .type = in.choice<AccountType>(o.type, "--type")};
    wanted.currency = o.currency.empty() ? context.book().preferences.currency : in.currency(o.currency);
    wanted.opening = o.opening.empty() ? Money{0, wanted.currency} : in.money(o.opening, wanted.currency, "--opening");
    wanted.opening_date = in.date(o.opening_date, "--opening-date");
    wanted.number = in.text(o.last4, "--last4");
    wanted.pay_from = in.account(o.pay_from, "--pay-from");
    wanted.card = read_terms(in, o, wanted.type, wanted.currency);
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& state) { return app::add_account(state, wanted); }); !problems.empty()) return problems;
    const auto& account = context.book().accounts.rbegin()->second;
    return Reply{.json = account_json(context.book(), account, {.account = account.id, .balance = account.opening}),
                 .text = context.words.fill("Account {name} added; it holds {balance}.", fmt::arg("name", account.name),
                                            fmt::arg("balance", context.words.money(account.opening))) + "\n"};
}

struct ListOptions {
    bool all = false;
};

Result<Reply> list(Context& context, const ListOptions& o)
{
    const auto& words = context.words;
    const auto& book = context.book();
    Reply reply;
    reply.json["accounts"] = Json::array();
    Table table{{words("Account"), words("Kind"), ">" + words("Balance"), ">" + words("Entries"), words("From"), words("To")}};
    std::map<AccountId, db::AccountTotal> totals;
    for (auto& total : context.store().account_totals()) totals.emplace(total.account, total);
    for (const auto& [id, account] : book.accounts) {
        if (account.archived && !o.all) continue;
        const auto at = totals.find(id);
        const auto total = at != totals.end() ? at->second : db::AccountTotal{.account = id, .balance = account.opening};
        reply.json["accounts"].push_back(account_json(book, account, total));
        table.row({account.archived ? words.fill("{account} (closed)", fmt::arg("account", account.name)) : account.name, wording::account_type_name(words, account.type), words.money(total.balance), std::to_string(total.entries),
                   total.first ? iso(*total.first) : "–", total.last ? iso(*total.last) : "–"});
    }
    reply.text = table.empty() ? words("No accounts yet. Add one: duewatch-cli account add NAME --type checking") + "\n" : table.text();
    return reply;
}

}  // namespace

void add_account_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("account", words("Where money is or is owed"));
    group->require_subcommand(1);
    add_command<AddOptions>(
        *group, context, "add", words("Adds an account"),
        "duewatch-cli account add Checking --type checking --opening 3120.55\n"
        "  duewatch-cli account add \"ICBC card\" --type card --statement-day 5 --due-day 25 --pay-from Checking",
        [&](CLI::App& c, AddOptions& o) {
            o.command = &c;
            c.add_option("NAME", o.name, words("What to call it"))->required();
            c.add_option("--type", o.type, words("What it is"))->type_name(wording::choices<AccountType>())->required();
            c.add_option("--currency", o.currency, words("Three letters; else the preferred one"))->type_name("CNY");
            c.add_option("--opening", o.opening, words("What it held before the first entry; negative where money was owed"))->type_name("AMOUNT");
            c.add_option("--opening-date", o.opening_date, words("When that was; else today"))->type_name("YYYY-MM-DD");
            bind_card(c, o, words);
        },
        add);
    add_command<ListOptions>(*group, context, "list", words("Lists the accounts with their balances"), "duewatch-cli account list --json",
                             [&](CLI::App& c, ListOptions& o) { c.add_flag("--all", o.all, words("Closed ones too")); }, list);
    add_reconcile_commands(*group, context);
}

}  // namespace cli
