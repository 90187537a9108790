#include "ui/app/journeys/rules.hpp"

#include "ui/cli/commands.hpp"
#include "ui/cli/entry_view.hpp"
#include "ui/cli/table.hpp"
#include "ui/viewmodel/common.hpp"

namespace cli {

using namespace ledger;

namespace {

struct RuleOptions {
    std::string text, match_payee, account, at_least, at_most, payee, category, transfer;
    std::int64_t id = 0;
    CLI::App* command = nullptr;
    bool given(const char* option) const { return command->count(option) > 0; }
};

Json rule_json(const Book& book, const Rule& r)
{
    return {{"id", r.id.value},
            {"text", r.text},
            {"match_payee", name_or_null(r.payee)},
            {"account", name_or_null(account_name(book, r.account))},
            {"at_least", json_of(r.at_least)},
            {"at_most", json_of(r.at_most)},
            {"payee", name_or_null(r.set_payee)},
            {"category", name_or_null(app::category_path(book, r.set_category))},
            {"transfer", name_or_null(account_name(book, r.set_transfer))}};
}

void bind_rule(CLI::App& c, RuleOptions& o, const wording::Words& words)
{
    o.command = &c;
    c.add_option("--text", o.text, words("Found in payee or memo, letter case aside"))->type_name("TEXT");
    c.add_option("--match-payee", o.match_payee, words("Is the whole payee"))->type_name("NAME");
    c.add_option("--account", o.account, words("Only of this account"))->type_name("ACCOUNT");
    c.add_option("--at-least", o.at_least, words("Only from this signed amount on"))->type_name("AMOUNT");
    c.add_option("--at-most", o.at_most, words("Only up to this signed amount"))->type_name("AMOUNT");
    c.add_option("--payee", o.payee, words("The payee it gets"))->type_name("NAME");
    c.add_option("--category", o.category, words("The category it gets"))->type_name("CATEGORY");
    c.add_option("--transfer", o.transfer, words("It is money moved to or from this account"))->type_name("ACCOUNT");
}

/// The rule with what was given changed; "none" takes a bound or an effect away.
Rule read_rule(Reader& in, const RuleOptions& o, Rule rule)
{
    const auto none = [](const std::string& text) { return text == "none"; };
    if (o.given("--text")) rule.text = in.text(o.text, "--text");
    if (o.given("--match-payee")) rule.payee = in.text(o.match_payee, "--match-payee");
    if (o.given("--account")) rule.account = none(o.account) ? AccountId{} : in.account(o.account);
    if (o.given("--payee")) rule.set_payee = none(o.payee) ? "" : in.text(o.payee, "--payee");
    if (o.given("--category")) rule.set_category = none(o.category) ? CategoryId{} : in.category(o.category);
    if (o.given("--transfer"))
        rule.set_transfer = none(o.transfer) ? AccountId{} : in.account(o.transfer, "--transfer");
    const auto currency = in.currency_of(rule.account);
    const auto bound = [&](const std::string& text, const char* option, std::optional<Money>& to) {
        if (!o.given(option)) return;
        to.reset();
        if (!none(text)) to = in.money(text, currency, option);
    };
    bound(o.at_least, "--at-least", rule.at_least);
    bound(o.at_most, "--at-most", rule.at_most);
    return rule;
}

Result<Reply> add_rule(Context& context, const RuleOptions& o)
{
    Reader in{context};
    const auto wanted = read_rule(in, o, {});
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::add_rule(s, wanted); }); !problems.empty())
        return problems;
    const auto& rule = context.book().rules.rbegin()->second;
    return Reply{.json = rule_json(context.book(), rule),
                 .text = context.words.fill("Rule {id} added.", fmt::arg("id", rule.id.value)) + "\n"};
}

Result<Reply> edit_rule(Context& context, const RuleOptions& o)
{
    Reader in{context};
    const auto* before = find<Rule>(context.book(), RuleId{o.id});
    if (!before) return Problem{.trouble = Trouble::no_such, .field = "rule", .text = std::to_string(o.id)};
    const auto wanted = read_rule(in, o, *before);
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::edit_rule(s, wanted); }); !problems.empty())
        return problems;
    return Reply{.json = rule_json(context.book(), context.book().rules.at({o.id})),
                 .text = context.words.fill("Rule {id} changed.", fmt::arg("id", o.id)) + "\n"};
}

Result<Reply> list_rules(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    const auto& book = context.book();
    Reply reply;
    reply.json["rules"] = Json::array();
    Table table{{">#", words("Text"), words("Account"), words("Amount"), words("Payee"), words("Category")}};
    for (const auto& r : app::rules_in_order(book)) {
        reply.json["rules"].push_back(rule_json(book, r));
        std::string amount;
        if (r.at_least) amount += "≥ " + words.money(*r.at_least);
        if (r.at_most) amount += (amount.empty() ? "≤ " : ", ≤ ") + words.money(*r.at_most);
        table.row({std::to_string(r.id.value),
                   r.payee.empty()  ? r.text
                   : r.text.empty() ? "= " + r.payee
                                    : r.text + ", = " + r.payee,
                   account_name(book, r.account), amount, r.set_payee,
                   r.set_transfer ? "⇄ " + account_name(book, r.set_transfer)
                                  : view::category_name(book, r.set_category, words)});
    }
    reply.text = table.empty() ? words("No rules yet.") + "\n" : table.text();
    return reply;
}

Result<Reply> remove_rule(Context& context, const RuleOptions& o)
{
    if (auto problems = context.run([&](const app::State& s) { return app::remove_rule(s, {o.id}); });
        !problems.empty())
        return problems;
    return Reply{.json = {{"removed", o.id}},
                 .text = context.words.fill("Rule {id} removed.", fmt::arg("id", o.id)) + "\n"};
}

struct MoveOptions {
    std::int64_t id = 0;
    int to = 1;
};

Result<Reply> move(Context& context, const MoveOptions& o)
{
    const auto rules = app::rules_in_order(context.book());
    const auto at = std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id.value == o.id; });
    const int places = o.to - 1 - static_cast<int>(at - rules.begin());
    if (auto problems = context.run([&](const app::State& s) { return app::move_rule(s, {o.id}, places); });
        !problems.empty())
        return problems;
    return list_rules(context, {});
}

struct ApplyOptions {
    std::string account;
    std::int64_t rule = 0;
    bool preview = false, replace = false;
};

Result<Reply> apply(Context& context, const ApplyOptions& o)
{
    Reader in{context};
    const app::RuleWish wish{.account = in.account(o.account), .rule = {o.rule}, .replace = o.replace};
    if (o.rule && !find<Rule>(context.book(), wish.rule))
        in.say({.trouble = Trouble::no_such, .field = "--rule", .text = std::to_string(o.rule)});
    if (!in.ok()) return in.problems();
    const auto& words = context.words;
    const auto& book = context.book();
    // Those of other accounts may be the other side of a transfer.
    const auto entries = context.ask([](const db::Store& store) { return store.entries({}); });
    const auto effects = app::rules_applied(book, entries, wish);
    if (!o.preview && !effects.after.empty())
        if (auto problems = context.run([&](const app::State& s) { return app::apply_rules(s, entries, wish); });
            !problems.empty())
            return problems;
    Reply reply;
    reply.json["changed"] = effects.after.size();
    reply.json["added"] = effects.added.size();
    reply.json["preview"] = o.preview;
    reply.json["entries"] = Json::array();
    Table table{{">#", words("Date"), words("Payee"), words("Category"), words("becomes"), ">" + words("Amount")}};
    for (std::size_t i = 0; i < effects.after.size(); ++i) {
        const auto &before = effects.before[i], &after = effects.after[i];
        reply.json["entries"].push_back(entry_json(book, after, std::nullopt));
        if (!o.preview) continue;
        const auto now = after.transfer ? words("Transfer") : view::category_name(book, after.category, words);
        table.row({std::to_string(after.id.value), iso(after.date), fitted(after.payee, 32),
                   view::category_name(book, before.category, words), now, words.money(after.amount)});
    }
    const auto n = static_cast<std::int64_t>(effects.after.size());
    reply.text = table.empty() ? "" : table.text();
    reply.text += (o.preview ? words.plural("{n} entry would change.", "{n} entries would change.", n)
                             : words.plural("{n} entry changed.", "{n} entries changed.", n)) +
                  "\n";
    return reply;
}

}  // namespace

void add_rule_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("rule", words("\"When an entry looks like this, it is that\""));
    group->require_subcommand(1);
    const auto bind_id = [&](CLI::App& c, auto& o) { c.add_option("ID", o.id, words("Its number"))->required(); };
    add_command<RuleOptions>(
        *group, context, "add", words("Adds a rule; the first that fits wins"),
        "duewatch-cli rule add --text STARBUCKS --payee Starbucks --category Food\n"
        "  duewatch-cli rule add --text ATM --account Checking --at-most -1 --transfer Cash",
        [&](CLI::App& c, RuleOptions& o) { bind_rule(c, o, words); }, add_rule);
    add_command<RuleOptions>(
        *group, context, "edit", words("Changes a rule; `none` takes a condition or an effect away"),
        "duewatch-cli rule edit 2 --category Coffee",
        [&](CLI::App& c, RuleOptions& o) {
            bind_id(c, o);
            bind_rule(c, o, words);
        },
        edit_rule);
    add_command<NoOptions>(*group, context, "list", words("Lists the rules in the order in which they are tried"),
                           "duewatch-cli rule list", no_options, list_rules);
    add_command<MoveOptions>(
        *group, context, "move", words("Moves a rule to another place in the order"), "duewatch-cli rule move 3 --to 1",
        [&](CLI::App& c, MoveOptions& o) {
            bind_id(c, o);
            c.add_option("--to", o.to, words("The place it gets; 1 is tried first"))->type_name("N")->required();
        },
        move);
    add_command<RuleOptions>(*group, context, "remove", words("Removes a rule"), "duewatch-cli rule remove 2", bind_id,
                             remove_rule);
    add_command<ApplyOptions>(
        *group, context, "apply", words("Applies the rules to entries already there"),
        "duewatch-cli rule apply --preview",
        [&](CLI::App& c, ApplyOptions& o) {
            c.add_option("--account", o.account, words("Only of this account"))->type_name("ACCOUNT");
            c.add_option("--rule", o.rule, words("Only this rule, where it is the first that fits"))->type_name("ID");
            c.add_flag("--preview", o.preview, words("Only shows what would change"));
            c.add_flag("--replace", o.replace, words("Also where a category is set already"));
        },
        apply);
}

}  // namespace cli
