#include "ui/app/journeys/accounts.hpp"
#include "db/seed/knowledge.hpp"
#include "db/seed/presets.hpp"

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

struct AccountOptions {
    std::string name, type, currency, opening, opening_date, last4, pay_from, new_name, overdue_since, overdue_amount;
    // card
    std::string issuer, region, limit, minimum_rate, minimum_older, minimum_floor, daily_rate, interest, interest_from,
        late_rate, late_floor, late_cap, late_steps, tolerance, round, cash_rate, cash_fee_rate, cash_fee_floor;
    int statement_day = 0, due_day = 0, due_after = 0, grace_days = 0;
    CLI::App* command = nullptr;

    bool given(const char* option) const { return command->count(option) > 0; }
};

void bind_card(CLI::App& command, AccountOptions& o, const wording::Words& words)
{
    command.add_option("--issuer", o.issuer, words("Card: its bank, by the key that `banks` lists"))->type_name("ID");
    command
        .add_option("--region", o.region,
                    words("Card: whose customs its terms begin with; else the bank's, else the currency's"))
        ->type_name("CN|TW|HK|SG|US|GB|generic");
    command.add_option("--last4", o.last4, words("The last four digits, no more"))->type_name("NNNN");
    command
        .add_option("--statement-day", o.statement_day, words("Card: day of the month on which the statement is made"))
        ->type_name("1-31");
    command.add_option("--due-day", o.due_day, words("Card: day of the month by which it must be paid"))
        ->type_name("1-31");
    command.add_option("--due-after", o.due_after, words("Card: or so many days after the statement"))
        ->type_name("DAYS");
    command.add_option("--limit", o.limit, words("Card: its limit"))->type_name("AMOUNT");
    command.add_option("--pay-from", o.pay_from, words("Card: the account that usually pays it"))->type_name("ACCOUNT");
    command
        .add_option("--overdue-since", o.overdue_since,
                    words("Card: late when it was entered: the oldest due date that was not met"))
        ->type_name("YYYY-MM-DD");
    command
        .add_option("--overdue-amount", o.overdue_amount,
                    words("Card: … and what of the minimums due by now is not paid; 0 = nothing is overdue"))
        ->type_name("AMOUNT");
    command.add_option("--minimum-rate", o.minimum_rate, words("Card: share of the balance that must be paid, 0.10"))
        ->type_name("RATE");
    command
        .add_option("--minimum-older", o.minimum_older,
                    words("Card: share of what was brought forward, where it is another"))
        ->type_name("RATE");
    command.add_option("--minimum-floor", o.minimum_floor, words("Card: the least that must be paid"))
        ->type_name("AMOUNT");
    command.add_option("--daily-rate", o.daily_rate, words("Card: interest a day, 0.0005"))->type_name("RATE");
    command.add_option("--interest", o.interest, words("Card: on which part interest is charged"))
        ->type_name("full|unpaid|adb");
    command.add_option("--interest-from", o.interest_from, words("Card: from when it runs"))
        ->type_name(wording::choices<InterestStart>());
    command.add_option("--late-rate", o.late_rate, words("Card: late fee as a share of the unpaid minimum, 0.05"))
        ->type_name("RATE");
    command.add_option("--late-floor", o.late_floor, words("Card: the least late fee"))->type_name("AMOUNT");
    command.add_option("--late-cap", o.late_cap, words("Card: the highest late fee"))->type_name("AMOUNT");
    command
        .add_option("--late-steps", o.late_steps,
                    words("Card: fixed late fees for the first, second … miss in a row; `none` for a share"))
        ->type_name("AMOUNT,AMOUNT,…");
    command.add_option("--grace-days", o.grace_days, words("Card: days after the due date that cost nothing yet"))
        ->type_name("DAYS");
    command.add_option("--tolerance", o.tolerance, words("Card: short by no more than this counts as paid"))
        ->type_name("AMOUNT");
    command.add_option("--round", o.round, words("Card: to what each line of interest is rounded, 1 or 0.01"))
        ->type_name("AMOUNT");
    command.add_option("--cash-rate", o.cash_rate, words("Card: interest a day on cash"))->type_name("RATE");
    command.add_option("--cash-fee-rate", o.cash_fee_rate, words("Card: fee for taking cash, 0.01"))->type_name("RATE");
    command.add_option("--cash-fee-floor", o.cash_fee_floor, words("Card: the least fee for taking cash"))
        ->type_name("AMOUNT");
}

/// What makes a card's terms; all but --last4 and --pay-from, which an account has without them too.
constexpr const char* term_options[] = {
    "--issuer",       "--region",        "--statement-day", "--due-day",       "--due-after",  "--limit",
    "--minimum-rate", "--minimum-older", "--minimum-floor", "--daily-rate",    "--interest",   "--interest-from",
    "--late-rate",    "--late-floor",    "--late-cap",      "--late-steps",    "--grace-days", "--tolerance",
    "--round",        "--cash-rate",     "--cash-fee-rate", "--cash-fee-floor"};

bool says_overdue(const AccountOptions& o)
{
    return o.given("--overdue-since") || o.given("--overdue-amount");
}

std::string first_term(const AccountOptions& o)
{
    for (const char* option : term_options)
        if (o.given(option)) return option;
    return {};
}

/// What is said to be overdue; `before` is what was said earlier. Nothing where an amount of zero takes it back.
std::optional<Overdue> overdue_of(Reader& in, const AccountOptions& o, Currency currency,
                                  const std::optional<Overdue>& before, Date known_from)
{
    if (!says_overdue(o)) return before;
    std::optional<Money> amount;
    std::optional<Date> since;
    if (before) amount = before->amount, since = before->since;
    if (o.given("--overdue-amount")) amount = in.money(o.overdue_amount, currency, "--overdue-amount");
    if (o.given("--overdue-since")) since = in.date(o.overdue_since, "--overdue-since");
    if (amount && amount->zero()) return std::nullopt;
    if (!amount || !since) {
        in.say({.trouble = Trouble::out_of_range,
                .field = amount ? "--overdue-since" : "--overdue-amount",
                .detail = "--overdue-since D --overdue-amount A"});
        return std::nullopt;
    }
    return app::said_overdue(*since, *amount, known_from);
}

/// What was said, on top of the terms as they are. An amount of zero takes a bound away.
void change_terms(Reader& in, const AccountOptions& o, Currency currency, CardTerms& terms)
{
    if (o.given("--due-day") && o.given("--due-after"))
        in.say({.trouble = Trouble::out_of_range, .field = "--due-day", .detail = "--due-day | --due-after"});
    if (o.given("--issuer")) terms.issuer = in.issuer(o.issuer, "--issuer");
    if (o.given("--statement-day")) terms.statement_day = o.statement_day;
    if (o.given("--due-day")) terms.due_day = o.due_day, terms.due_after.reset();
    if (o.given("--due-after")) terms.due_after = o.due_after, terms.due_day.reset();
    if (o.given("--grace-days")) terms.grace_days = o.grace_days;
    const auto amount = [&](const std::string& text, const char* option, std::optional<Money>& to) {
        if (!o.given(option)) return;
        to = in.money(text, currency, option);
        if (to->zero()) to.reset();
    };
    amount(o.limit, "--limit", terms.limit);
    amount(o.minimum_floor, "--minimum-floor", terms.minimum_floor);
    amount(o.late_floor, "--late-floor", terms.late_floor);
    amount(o.late_cap, "--late-cap", terms.late_cap);
    amount(o.tolerance, "--tolerance", terms.tolerance);
    amount(o.cash_fee_floor, "--cash-fee-floor", terms.cash_fee_floor);
    if (o.given("--minimum-rate")) terms.minimum_rate = in.rate(o.minimum_rate, "--minimum-rate");
    if (o.given("--minimum-older")) terms.minimum_older = in.rate(o.minimum_older, "--minimum-older");
    if (o.given("--daily-rate"))
        terms.daily_rate = in.rate(o.daily_rate, "--daily-rate"),
        terms.cash_rate = o.given("--cash-rate") ? terms.cash_rate : std::nullopt;
    if (o.given("--late-rate")) terms.late_rate = in.rate(o.late_rate, "--late-rate"), terms.late_steps.clear();
    if (o.given("--cash-rate")) terms.cash_rate = in.rate(o.cash_rate, "--cash-rate");
    if (o.given("--cash-fee-rate")) terms.cash_fee_rate = in.rate(o.cash_fee_rate, "--cash-fee-rate");
    if (o.given("--interest")) terms.interest = in.choice<InterestMethod>(o.interest, "--interest");
    if (o.given("--interest-from")) terms.interest_from = in.choice<InterestStart>(o.interest_from, "--interest-from");
    if (o.given("--round")) terms.round_to = in.money(o.round, currency, "--round").minor;
    if (!o.given("--late-steps")) return;
    terms.late_steps.clear();
    for (std::size_t at = 0; at <= o.late_steps.size() && o.late_steps != "none";) {
        const auto end = std::min(o.late_steps.find(',', at), o.late_steps.size());
        terms.late_steps.push_back(in.money(o.late_steps.substr(at, end - at), currency, "--late-steps"));
        at = end + 1;
    }
}

std::string region_from(Reader& in, const Presets& presets, const AccountOptions& o)
{
    if (o.region.empty() || preset_for(presets, o.region, {}).region == (o.region == "UK" ? "GB" : o.region))
        return o.region;
    std::string known;
    for (const auto& p : presets.cards) known += (known.empty() ? "" : "|") + p.region;
    in.say({.trouble = Trouble::not_a_choice, .field = "--region", .text = o.region, .detail = known});
    return {};
}

/// A new card's terms: those of its region and bank, and what was said on top.
std::optional<CardTerms> new_terms(Reader& in, Context& context, const AccountOptions& o, AccountType type,
                                   Currency currency)
{
    const auto first = first_term(o);
    if (first.empty()) return std::nullopt;
    if (type != AccountType::card) {
        in.say({.trouble = Trouble::needs_type, .field = first, .text = wording::key(type), .detail = "--type card"});
        return std::nullopt;
    }
    if (!o.given("--statement-day"))
        in.say({.trouble = Trouble::out_of_range, .field = "--statement-day", .detail = "--statement-day 1–31"});
    if (!o.given("--due-day") && !o.given("--due-after"))
        in.say({.trouble = Trouble::out_of_range, .field = "--due-day", .detail = "--due-day | --due-after"});
    const auto presets = db::load_presets();
    const auto bank =
        o.issuer.empty() ? std::nullopt : issuer(db::load_knowledge(), context.book().corrections, o.issuer);
    auto terms = starting_terms(presets, bank, region_from(in, presets, o), currency).terms;
    change_terms(in, o, currency, terms);
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
    j["minimum_older"] = t.minimum_older ? Json(decimal(*t.minimum_older)) : Json{};
    j["minimum_floor"] = json_of(t.minimum_floor);
    j["daily_rate"] = decimal(t.daily_rate);
    j["interest"] = wording::key(t.interest);
    j["interest_from"] = wording::key(t.interest_from);
    j["rounding"] = wording::key(t.rounding);
    j["round_to"] = decimal(Money{t.round_to, a.currency});
    j["late_rate"] = decimal(t.late_rate);
    j["late_floor"] = json_of(t.late_floor);
    j["late_cap"] = json_of(t.late_cap);
    j["late_steps"] = Json::array();
    for (const auto& step : t.late_steps) j["late_steps"].push_back(decimal(step));
    j["grace_days"] = t.grace_days;
    j["tolerance"] = json_of(t.tolerance);
    j["cash_rate"] = t.cash_rate ? Json(decimal(*t.cash_rate)) : Json{};
    j["cash_fee_rate"] = decimal(t.cash_fee_rate);
    j["cash_fee_floor"] = json_of(t.cash_fee_floor);
    j["preset"] = name_or_null(t.preset);
    return j;
}

/// An account without entries.
db::AccountTotal empty_total(const Account& account)
{
    return {.account = account.id, .balance = account.opening, .upcoming = {0, account.currency}};
}

Json account_json(const Book& book, const Account& a, const db::AccountTotal& total)
{
    Json j;
    j["id"] = a.id.value;
    j["name"] = a.name;
    j["type"] = wording::key(a.type);
    j["currency"] = a.currency.text();
    j["balance"] = json_of(total.balance);
    j["upcoming"] = json_of(total.upcoming);
    j["entries"] = total.entries;
    j["first_date"] = json_of(total.first);
    j["last_date"] = json_of(total.last);
    if (!a.number.empty() && !a.card) j["last4"] = a.number;
    if (a.archived) j["archived"] = true;
    if (a.card) j["card"] = card_json(book, a);
    if (a.overdue)
        j["card"]["overdue"] = {{"since", json_of(a.overdue->since)},
                                {"amount", json_of(a.overdue->amount)},
                                {"as_of", json_of(a.overdue->as_of)}};
    return j;
}

/// From which customs the terms began, and where those are written down.
std::string preset_said(Context& context, const Account& account)
{
    if (!account.card || account.card->preset.empty()) return {};
    const auto presets = db::load_presets();
    const auto& p = preset_for(presets, account.card->preset, account.currency);
    const auto& t = *account.card;
    return context.words.fill(
               "Its terms begin as is usual for {region}: minimum {minimum}, interest {daily} a day, late fee {late}. "
               "Correct them from the contract: "
               "duewatch-cli account edit. Source: {source}",
               fmt::arg("region", p.names.in(context.words.language())), fmt::arg("minimum", decimal(t.minimum_rate)),
               fmt::arg("daily", decimal(t.daily_rate)),
               fmt::arg("late",
                        t.late_steps.empty() ? decimal(t.late_rate) : context.words.money(t.late_steps.front())),
               fmt::arg("source", p.source)) +
           "\n";
}

Result<Reply> add_account(Context& context, const AccountOptions& o)
{
    Reader in{context};
    app::AddAccount wanted{.name = in.text(o.name, "NAME"), .type = in.choice<AccountType>(o.type, "--type")};
    wanted.currency = o.currency.empty() ? context.book().preferences.currency : in.currency(o.currency);
    wanted.opening = o.opening.empty() ? Money{0, wanted.currency} : in.money(o.opening, wanted.currency, "--opening");
    wanted.opening_date = in.date(o.opening_date, "--opening-date");
    wanted.number = in.text(o.last4, "--last4");
    wanted.pay_from = in.account(o.pay_from, "--pay-from");
    wanted.card = new_terms(in, context, o, wanted.type, wanted.currency);
    if (says_overdue(o) && !wanted.card && wanted.type == AccountType::card)
        in.say({.trouble = Trouble::out_of_range, .field = "--statement-day", .detail = "--statement-day 1–31"});
    wanted.overdue = overdue_of(in, o, wanted.currency, {}, wanted.opening_date);
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& state) { return app::add_account(state, wanted); });
        !problems.empty())
        return problems;
    const auto& account = context.book().accounts.rbegin()->second;
    return Reply{.json = account_json(context.book(), account, empty_total(account)),
                 .text = context.words.fill("Account {name} added; it holds {balance}.", fmt::arg("name", account.name),
                                            fmt::arg("balance", context.words.money(account.opening))) +
                         "\n" + preset_said(context, account)};
}

Result<Reply> edit_account(Context& context, const AccountOptions& o)
{
    Reader in{context};
    const auto id = in.account(o.name, "NAME");
    if (!in.ok()) return in.problems();
    Account wanted = context.book().accounts.at(id);
    if (o.given("--name")) wanted.name = in.text(o.new_name, "--name");
    if (o.given("--opening")) wanted.opening = in.money(o.opening, wanted.currency, "--opening");
    if (o.given("--opening-date")) wanted.opening_date = in.date(o.opening_date, "--opening-date");
    if (o.given("--last4")) wanted.number = in.text(o.last4, "--last4");
    if (o.given("--pay-from")) wanted.pay_from = in.account(o.pay_from, "--pay-from");
    if (const auto first = first_term(o); !first.empty()) {
        if (!wanted.card) {
            wanted.card = new_terms(in, context, o, wanted.type, wanted.currency);
        }
        else {
            const auto presets = db::load_presets();
            const auto region = region_from(in, presets, o);
            if (!region.empty()) {  // begin anew from those customs; the days stay
                auto anew = starting_terms(presets, std::nullopt, region, wanted.currency).terms;
                anew.issuer = wanted.card->issuer, anew.statement_day = wanted.card->statement_day,
                anew.due_day = wanted.card->due_day;
                anew.due_after = wanted.card->due_after, anew.limit = wanted.card->limit;
                wanted.card = anew;
            }
            change_terms(in, o, wanted.currency, *wanted.card);
        }
    }
    wanted.overdue = overdue_of(in, o, wanted.currency, wanted.overdue, context.session().state().today.date);
    if (!in.ok()) return in.problems();
    if (wanted == context.book().accounts.at(id))
        return Problem{.trouble = Trouble::nothing_to_do, .field = "account", .text = wanted.name};
    if (auto problems = context.run([&](const app::State& state) { return app::edit_account(state, wanted); });
        !problems.empty())
        return problems;
    const auto& account = context.book().accounts.at(id);
    auto total = empty_total(account);
    for (const auto& t : context.ask([&](const db::Store& store) { return store.account_totals(context.today()); }))
        if (t.account == id) total = t;
    return Reply{
        .json = account_json(context.book(), account, total),
        .text = context.words.fill("Account {name} changed.", fmt::arg("name", printable(account.name))) + "\n"};
}

Result<Reply> presets(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    const auto known = db::load_presets();
    Reply reply;
    reply.json["presets"] = Json::array();
    for (const auto& p : known.cards) {
        Account sample{.currency = p.currency, .card = p.terms};
        auto terms = card_json({}, sample);
        for (const char* own :
             {"issuer", "last4", "statement_day", "due_day", "due_after", "limit", "pay_from", "preset"})
            terms.erase(own);
        reply.json["presets"].push_back({{"region", p.region},
                                         {"name", p.names.in(words.language())},
                                         {"currency", p.any_currency ? Json{} : Json(p.currency.text())},
                                         {"terms", terms},
                                         {"source", p.source},
                                         {"confidence", wording::key(p.confidence)}});
        reply.text += p.region + "  " + p.names.in(words.language()) + "\n  " +
                      words.fill("minimum {minimum}, interest {daily} a day ({method}), how sure: {confidence}",
                                 fmt::arg("minimum", decimal(p.terms.minimum_rate)),
                                 fmt::arg("daily", decimal(p.terms.daily_rate)),
                                 fmt::arg("method", wording::key(p.terms.interest)),
                                 fmt::arg("confidence", wording::key(p.confidence))) +
                      "\n  " + p.source + "\n";
    }
    return reply;
}

struct AccountsListOptions {
    bool all = false;
};

Result<Reply> list_accounts(Context& context, const AccountsListOptions& o)
{
    const auto& words = context.words;
    const auto& book = context.book();
    Reply reply;
    reply.json["accounts"] = Json::array();
    Table table{{words("Account"), words("Kind"), ">" + words("Balance today"), ">" + words("To come"),
                 ">" + words("Entries"), words("From"), words("To")}};
    std::map<AccountId, db::AccountTotal> totals;
    for (const auto& total : context.ask([&](const db::Store& store) { return store.account_totals(context.today()); }))
        totals.emplace(total.account, total);
    for (const auto& [id, account] : book.accounts) {
        if (account.archived && !o.all) continue;
        const auto at = totals.find(id);
        const auto total = at != totals.end() ? at->second : empty_total(account);
        reply.json["accounts"].push_back(account_json(book, account, total));
        table.row(
            {account.archived ? words.fill("{account} (closed)", fmt::arg("account", account.name)) : account.name,
             wording::account_type_name(words, account.type), words.money(total.balance),
             total.upcoming.zero() ? "–" : words.signed_money(total.upcoming), std::to_string(total.entries),
             total.first ? iso(*total.first) : "–", total.last ? iso(*total.last) : "–"});
    }
    reply.text = table.empty() ? words("No accounts yet. Add one: duewatch-cli account add NAME --type checking") + "\n"
                               : table.text();
    return reply;
}

}  // namespace

void add_account_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("account", words("Where money is or is owed"));
    group->require_subcommand(1);
    add_command<AccountOptions>(
        *group, context, "add", words("Adds an account"),
        "duewatch-cli account add Checking --type checking --opening 3120.55\n"
        "  duewatch-cli account add \"ICBC card\" --type card --statement-day 5 --due-day 25 --pay-from Checking",
        [&](CLI::App& c, AccountOptions& o) {
            o.command = &c;
            c.add_option("NAME", o.name, words("What to call it"))->required();
            c.add_option("--type", o.type, words("What it is"))->type_name(wording::choices<AccountType>())->required();
            c.add_option("--currency", o.currency, words("Three letters; else the preferred one"))->type_name("CNY");
            c.add_option("--opening", o.opening,
                         words("What it held before the first entry; negative where money was owed"))
                ->type_name("AMOUNT");
            c.add_option("--opening-date", o.opening_date, words("When that was; else today"))->type_name("YYYY-MM-DD");
            bind_card(c, o, words);
        },
        add_account);
    add_command<AccountOptions>(
        *group, context, "edit", words("Changes an account, or a card's terms"),
        "duewatch-cli account edit \"ICBC card\" --minimum-rate 0.05 --interest unpaid\n  duewatch-cli account edit "
        "Card --region TW",
        [&](CLI::App& c, AccountOptions& o) {
            o.command = &c;
            c.add_option("NAME", o.name, words("Its name or number"))->required();
            c.add_option("--name", o.new_name, words("What to call it"))->type_name("NAME");
            c.add_option("--opening", o.opening,
                         words("What it held before the first entry; negative where money was owed"))
                ->type_name("AMOUNT");
            c.add_option("--opening-date", o.opening_date, words("When that was"))->type_name("YYYY-MM-DD");
            bind_card(c, o, words);
        },
        edit_account);
    add_command<NoOptions>(*group, context, "presets",
                           words("The customs of each region with which a card's terms can begin, and their sources"),
                           "duewatch-cli account presets", no_options, presets);
    add_command<AccountsListOptions>(
        *group, context, "list", words("Lists the accounts with their balances"), "duewatch-cli account list --json",
        [&](CLI::App& c, AccountsListOptions& o) { c.add_flag("--all", o.all, words("Closed ones too")); },
        list_accounts);
    add_reconcile_commands(*group, context);
}

}  // namespace cli
