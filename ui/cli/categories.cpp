#include "ui/app/journeys/categories.hpp"

#include "ui/cli/commands.hpp"
#include "ui/cli/entry_view.hpp"
#include "ui/cli/table.hpp"
#include "ui/viewmodel/common.hpp"

namespace cli {

using namespace ledger;

namespace {

struct CategoryOptions {
    std::string which, name, parent, kind, essential_text;
    bool essential = false;
};

Json category_json(const Book& book, const Category& c)
{
    return {{"id", c.id.value}, {"name", app::category_path(book, c.id)}, {"parent", name_or_null(app::category_path(book, c.parent))},
            {"kind", wording::key(c.kind)}, {"essential", c.essential}, {"key", name_or_null(c.key)}};
}

Result<Reply> list(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    Reply reply;
    reply.json["categories"] = Json::array();
    Table table{{">#", words("Category"), words("Kind"), words("Essential")}};
    for (const auto& [id, c] : context.book().categories) {
        reply.json["categories"].push_back(category_json(context.book(), c));
        table.row({std::to_string(id.value), view::category_name(context.book(), id, words), words(c.kind == CategoryKind::income ? wording::N_("income") : wording::N_("expense")), c.essential ? words("yes") : ""});
    }
    reply.text = table.text();
    return reply;
}

Reply changed(Context& context, CategoryId id)
{
    return {.json = category_json(context.book(), context.book().categories.at(id)),
            .text = context.words.fill("Category {id}: {name}", fmt::arg("id", id.value),
                                       fmt::arg("name", printable(app::category_path(context.book(), id)))) + "\n"};
}

Result<Reply> add(Context& context, const CategoryOptions& o)
{
    Reader in{context};
    app::AddCategory wanted{.name = in.text(o.name, "NAME"), .parent = in.category(o.parent, "--parent"), .essential = o.essential};
    if (!o.kind.empty()) wanted.kind = in.choice<CategoryKind>(o.kind, "--kind");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::add_category(s, wanted); }); !problems.empty()) return problems;
    return changed(context, context.book().categories.rbegin()->first);
}

Result<Reply> edit(Context& context, const CategoryOptions& o)
{
    Reader in{context};
    app::EditCategory wanted{.category = in.category(o.which, "CATEGORY")};
    if (!o.name.empty()) wanted.name = in.text(o.name, "--name");
    if (!o.parent.empty()) wanted.parent = o.parent == "none" ? CategoryId{} : in.category(o.parent, "--parent");
    if (!o.essential_text.empty()) wanted.essential = in.yes_or_no(o.essential_text, "--essential");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::edit_category(s, wanted); }); !problems.empty()) return problems;
    return changed(context, wanted.category);
}

struct RuleOptions {
    std::string text, account, at_least, at_most, payee, category;
    std::int64_t id = 0;
    bool preview = false, replace = false;
};

Json rule_json(const Book& book, const Rule& r)
{
    return {{"id", r.id.value}, {"text", r.text}, {"account", name_or_null(account_name(book, r.account))}, {"at_least", json_of(r.at_least)},
            {"at_most", json_of(r.at_most)}, {"payee", name_or_null(r.set_payee)}, {"category", name_or_null(app::category_path(book, r.set_category))}};
}

Result<Reply> add_rule(Context& context, const RuleOptions& o)
{
    Reader in{context};
    Rule wanted{.text = in.text(o.text, "--text"), .account = in.account(o.account), .set_payee = in.text(o.payee, "--payee"),
                .set_category = in.category(o.category)};
    const auto currency = in.currency_of(wanted.account);
    if (!o.at_least.empty()) wanted.at_least = in.money(o.at_least, currency, "--at-least");
    if (!o.at_most.empty()) wanted.at_most = in.money(o.at_most, currency, "--at-most");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::add_rule(s, wanted); }); !problems.empty()) return problems;
    const auto& rule = context.book().rules.rbegin()->second;
    return Reply{.json = rule_json(context.book(), rule), .text = context.words.fill("Rule {id} added.", fmt::arg("id", rule.id.value)) + "\n"};
}

Result<Reply> list_rules(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    Reply reply;
    reply.json["rules"] = Json::array();
    Table table{{">#", words("Text"), words("Account"), words("Payee"), words("Category")}};
    for (const auto& [id, r] : context.book().rules) {
        reply.json["rules"].push_back(rule_json(context.book(), r));
        table.row({std::to_string(id.value), r.text, account_name(context.book(), r.account), r.set_payee, view::category_name(context.book(), r.set_category, context.words)});
    }
    reply.text = table.empty() ? words("No rules yet.") + "\n" : table.text();
    return reply;
}

Result<Reply> remove_rule(Context& context, const RuleOptions& o)
{
    if (auto problems = context.run([&](const app::State& s) { return app::remove_rule(s, {o.id}); }); !problems.empty()) return problems;
    return Reply{.json = {{"removed", o.id}}, .text = context.words.fill("Rule {id} removed.", fmt::arg("id", o.id)) + "\n"};
}

Result<Reply> apply_rules(Context& context, const RuleOptions& o)
{
    Reader in{context};
    const db::EntryFilter filter{.account = in.account(o.account)};
    if (!in.ok()) return in.problems();
    const auto entries = context.store().entries(filter);
    const auto now = app::rules_applied(context.book(), entries, o.replace);
    if (!o.preview && !now.empty())
        if (auto problems = context.run([&](const app::State& s) { return app::apply_rules(s, entries, o.replace); }); !problems.empty()) return problems;
    Reply reply;
    reply.json["changed"] = now.size();
    reply.json["preview"] = o.preview;
    reply.json["entries"] = Json::array();
    for (const auto& e : now) reply.json["entries"].push_back(entry_json(context.book(), e, std::nullopt));
    reply.text = o.preview ? context.words.plural("{n} entry would change.", "{n} entries would change.", static_cast<std::int64_t>(now.size()))
                           : context.words.plural("{n} entry changed.", "{n} entries changed.", static_cast<std::int64_t>(now.size()));
    reply.text += "\n";
    return reply;
}

void add_rule_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("rule", words("\"When an entry looks like this, it is that\""));
    group->require_subcommand(1);
    add_command<RuleOptions>(
        *group, context, "add", words("Adds a rule; the first that fits wins"), "duewatch-cli rule add --text STARBUCKS --payee Starbucks --category Food",
        [&](CLI::App& c, RuleOptions& o) {
            c.add_option("--text", o.text, words("Found in payee or memo, letter case aside"))->type_name("TEXT");
            c.add_option("--account", o.account, words("Only of this account"))->type_name("ACCOUNT");
            c.add_option("--at-least", o.at_least, words("Only from this signed amount on"))->type_name("AMOUNT");
            c.add_option("--at-most", o.at_most, words("Only up to this signed amount"))->type_name("AMOUNT");
            c.add_option("--payee", o.payee, words("The payee it gets"))->type_name("NAME");
            c.add_option("--category", o.category, words("The category it gets"))->type_name("CATEGORY");
        },
        add_rule);
    add_command<NoOptions>(*group, context, "list", words("Lists the rules"), "duewatch-cli rule list", no_options, list_rules);
    add_command<RuleOptions>(*group, context, "remove", words("Removes a rule"), "duewatch-cli rule remove 2",
                             [&](CLI::App& c, RuleOptions& o) { c.add_option("ID", o.id, words("Its number"))->required(); }, remove_rule);
    add_command<RuleOptions>(
        *group, context, "apply", words("Applies the rules to entries already there"), "duewatch-cli rule apply --preview",
        [&](CLI::App& c, RuleOptions& o) {
            c.add_option("--account", o.account, words("Only of this account"))->type_name("ACCOUNT");
            c.add_flag("--preview", o.preview, words("Only shows what would change"));
            c.add_flag("--replace", o.replace, words("Also where a category is set already"));
        },
        apply_rules);
}

}  // namespace

void add_category_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("category", words("Kinds of income and spending"));
    group->require_subcommand(1);
    add_command<NoOptions>(*group, context, "list", words("Lists the categories"), "duewatch-cli category list", no_options, list);
    add_command<CategoryOptions>(
        *group, context, "add", words("Adds a category"), "duewatch-cli category add Coffee --parent Food",
        [&](CLI::App& c, CategoryOptions& o) {
            c.add_option("NAME", o.name, words("What to call it"))->required();
            c.add_option("--parent", o.parent, words("The category above it"))->type_name("CATEGORY");
            c.add_option("--kind", o.kind, words("What it is"))->type_name(wording::choices<CategoryKind>());
            c.add_flag("--essential", o.essential, words("Housing, food, power, medicine: never asked to wait"));
        },
        add);
    add_command<CategoryOptions>(
        *group, context, "edit", words("Changes a category"), "duewatch-cli category edit Coffee --essential no",
        [&](CLI::App& c, CategoryOptions& o) {
            c.add_option("CATEGORY", o.which, words("Its path, name or number"))->required();
            c.add_option("--name", o.name, words("What to call it"))->type_name("NAME");
            c.add_option("--parent", o.parent, words("The category above it, or `none`"))->type_name("CATEGORY");
            c.add_option("--essential", o.essential_text, words("Never asked to wait"))->type_name("yes|no");
        },
        edit);
    add_rule_commands(app, context);
}

}  // namespace cli
