#include "ui/app/journeys/categories.hpp"

#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/viewmodel/common.hpp"

namespace cli {

using namespace ledger;

namespace {

struct RemoveOptions {
    std::string which;
};

Result<Reply> remove_category(Context& context, const RemoveOptions& o)
{
    Reader in{context};
    const auto id = in.category(o.which, "CATEGORY");
    if (!in.ok()) return in.problems();
    const auto name = app::category_path(context.book(), id);
    const auto entries = context.ask([&](const db::Store& store) { return store.count({.category = id}); });
    if (entries > 0)
        return Problem{.trouble = Trouble::in_use,
                       .field = "CATEGORY",
                       .text = name,
                       .detail = context.words.plural("{n} entry", "{n} entries", entries)};
    if (auto problems = context.run([&](const app::State& s) { return app::remove_category(s, id); });
        !problems.empty())
        return problems;
    return Reply{.json = {{"removed", id.value}},
                 .text = context.words.fill("Category {name} removed.", fmt::arg("name", printable(name))) + "\n"};
}

struct CategoryOptions {
    std::string which, name, parent, kind, essential_text;
    bool essential = false;
};

Json category_json(const Book& book, const Category& c)
{
    return {{"id", c.id.value},
            {"name", app::category_path(book, c.id)},
            {"parent", name_or_null(app::category_path(book, c.parent))},
            {"kind", wording::key(c.kind)},
            {"essential", c.essential},
            {"key", name_or_null(c.key)}};
}

Result<Reply> list_categories(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    Reply reply;
    reply.json["categories"] = Json::array();
    Table table{{">#", words("Category"), words("Kind"), words("Essential")}};
    for (const auto& [id, c] : context.book().categories) {
        reply.json["categories"].push_back(category_json(context.book(), c));
        table.row({std::to_string(id.value), view::category_name(context.book(), id, words),
                   words(c.kind == CategoryKind::income ? wording::N_("income") : wording::N_("expense")),
                   c.essential ? words("yes") : ""});
    }
    reply.text = table.text();
    return reply;
}

Reply changed(Context& context, CategoryId id)
{
    return {.json = category_json(context.book(), context.book().categories.at(id)),
            .text = context.words.fill("Category {id}: {name}", fmt::arg("id", id.value),
                                       fmt::arg("name", printable(app::category_path(context.book(), id)))) +
                    "\n"};
}

Result<Reply> add_category(Context& context, const CategoryOptions& o)
{
    Reader in{context};
    app::AddCategory wanted{
        .name = in.text(o.name, "NAME"), .parent = in.category(o.parent, "--parent"), .essential = o.essential};
    if (!o.kind.empty()) wanted.kind = in.choice<CategoryKind>(o.kind, "--kind");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::add_category(s, wanted); });
        !problems.empty())
        return problems;
    return changed(context, context.book().categories.rbegin()->first);
}

Result<Reply> edit_category(Context& context, const CategoryOptions& o)
{
    Reader in{context};
    app::EditCategory wanted{.category = in.category(o.which, "CATEGORY")};
    if (!o.name.empty()) wanted.name = in.text(o.name, "--name");
    if (!o.parent.empty()) wanted.parent = o.parent == "none" ? CategoryId{} : in.category(o.parent, "--parent");
    if (!o.essential_text.empty()) wanted.essential = in.yes_or_no(o.essential_text, "--essential");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::edit_category(s, wanted); });
        !problems.empty())
        return problems;
    return changed(context, wanted.category);
}

}  // namespace

void add_category_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("category", words("Kinds of income and spending"));
    group->require_subcommand(1);
    add_command<NoOptions>(*group, context, "list", words("Lists the categories"), "duewatch-cli category list",
                           no_options, list_categories);
    add_command<CategoryOptions>(
        *group, context, "add", words("Adds a category"), "duewatch-cli category add Coffee --parent Food",
        [&](CLI::App& c, CategoryOptions& o) {
            c.add_option("NAME", o.name, words("What to call it"))->required();
            c.add_option("--parent", o.parent, words("The category above it"))->type_name("CATEGORY");
            c.add_option("--kind", o.kind, words("What it is"))->type_name(wording::choices<CategoryKind>());
            c.add_flag("--essential", o.essential, words("Housing, food, power, medicine: never asked to wait"));
        },
        add_category);
    add_command<CategoryOptions>(
        *group, context, "edit", words("Changes a category"), "duewatch-cli category edit Coffee --essential no",
        [&](CLI::App& c, CategoryOptions& o) {
            c.add_option("CATEGORY", o.which, words("Its path, name or number"))->required();
            c.add_option("--name", o.name, words("What to call it"))->type_name("NAME");
            c.add_option("--parent", o.parent, words("The category above it, or `none`"))->type_name("CATEGORY");
            c.add_option("--essential", o.essential_text, words("Never asked to wait"))->type_name("yes|no");
        },
        edit_category);
    add_command<RemoveOptions>(
        *group, context, "remove", words("Removes a category that nothing uses"), "duewatch-cli category remove Coffee",
        [&](CLI::App& c, RemoveOptions& o) {
            c.add_option("CATEGORY", o.which, words("Its path, name or number"))->required();
        },
        remove_category);
}

}  // namespace cli
