// `entry edit` and `entry remove`: one entry or all that a search finds, as one change.
#include <algorithm>
#include <set>

#include "ui/app/journeys/entries.hpp"
#include "ui/app/journeys/rules.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/entry_view.hpp"
#include "ui/cli/table.hpp"
#include "ui/viewmodel/common.hpp"

namespace cli {

using namespace ledger;

std::vector<Entry> with_other_sides(const db::Store& store, std::vector<Entry> entries)
{
    std::set<EntryId> there;
    std::set<TransferId> wanted;
    for (const auto& e : entries) {
        there.insert(e.id);
        if (e.transfer) wanted.insert(e.transfer);
    }
    if (wanted.empty()) return entries;
    const auto [first, last] = std::minmax_element(entries.begin(), entries.end(),
                                                   [](const Entry& a, const Entry& b) { return a.date < b.date; });
    // the other side lies on the same day or, after an import, some days off
    for (auto& other : store.entries({.from = first->date - Days{60}, .to = last->date + Days{60}}))
        if (wanted.contains(other.transfer) && there.insert(other.id).second) entries.push_back(std::move(other));
    return entries;
}

namespace {

struct WhichOptions : FilterOptions {
    std::vector<std::int64_t> ids;
    bool preview = false;
};

/// By number, or all that the filter finds; never everything because nothing was said.
Result<std::vector<Entry>> chosen(Context& context, const WhichOptions& o)
{
    Reader in{context};
    std::vector<Entry> out;
    for (const auto id : o.ids) {
        if (auto entry = context.ask([&](const db::Store& store) { return store.entry({id}); }))
            out.push_back(std::move(*entry));
        else in.say({.trouble = Trouble::no_such, .field = "entry", .text = std::to_string(id)});
    }
    if (o.ids.empty() && !o.any())
        in.say({.trouble = Trouble::out_of_range,
                .field = "ID",
                .detail = "ID | --search | --account | --category | --from | --to"});
    if (!o.ids.empty() && o.any())
        in.say({.trouble = Trouble::ambiguous,
                .field = "ID",
                .text = std::to_string(o.ids.front()),
                .detail = "ID | --search"});
    const auto filter = read_filter(in, context, o);
    if (!in.ok()) return in.problems();
    if (!o.ids.empty()) return out;
    return context.ask([&](const db::Store& store) { return store.entries(filter); });
}

void bind_which(CLI::App& c, WhichOptions& o, const wording::Words& words)
{
    c.add_option("ID", o.ids, words("Its number; or several"));
    bind_filter(c, o, words);
    c.add_flag("--preview", o.preview, words("Only shows what would change"));
}

std::string said(const wording::Words& words, bool preview, std::size_t n)
{
    const auto count = static_cast<std::int64_t>(n);
    return (preview ? words.plural("{n} entry would change.", "{n} entries would change.", count)
                    : words.plural("{n} entry changed.", "{n} entries changed.", count)) +
           "\n";
}

struct EditOptions : WhichOptions {
    std::string set_category, set_payee, set_memo, set_status;
    CLI::App* command = nullptr;
};

Result<Reply> edit_entry(Context& context, const EditOptions& o)
{
    Reader in{context};
    app::EditEntries wanted;
    if (!o.set_category.empty())
        wanted.category = o.set_category == "none" ? CategoryId{} : in.category(o.set_category, "--set-category");
    if (o.command->count("--set-payee")) wanted.payee = in.text(o.set_payee, "--set-payee");
    if (o.command->count("--set-memo")) wanted.memo = in.text(o.set_memo, "--set-memo");
    if (!o.set_status.empty()) wanted.status = in.choice<EntryStatus>(o.set_status, "--set-status");
    if (!wanted.category && !wanted.payee && !wanted.memo && !wanted.status && in.ok())
        in.say({.trouble = Trouble::out_of_range,
                .field = "--set-category",
                .detail = "--set-category | --set-payee | --set-memo | --set-status"});
    if (!in.ok()) return in.problems();
    const auto entries = chosen(context, o);
    if (!entries) return entries.problems();
    const auto changed = app::entries_edited(*entries, wanted);
    if (!o.preview)
        if (auto problems = context.run([&](const app::State& s) { return app::edit_entries(s, *entries, wanted); });
            !problems.empty())
            return problems;
    Reply reply;
    reply.json = {
        {"found", entries->size()}, {"changed", changed.size()}, {"preview", o.preview}, {"entries", Json::array()}};
    Table table{{">#", context.words("Date"), context.words("Payee"), context.words("Category"),
                 ">" + context.words("Amount")}};
    for (const auto& e : changed) {
        reply.json["entries"].push_back(entry_json(context.book(), e, std::nullopt));
        if (o.preview)
            table.row({std::to_string(e.id.value), iso(e.date), fitted(e.payee, 32),
                       view::category_name(context.book(), e.category, context.words), context.words.money(e.amount)});
    }
    reply.text = (table.empty() ? "" : table.text()) + said(context.words, o.preview, changed.size());
    return reply;
}

Result<Reply> remove_entry(Context& context, const WhichOptions& o)
{
    const auto found = chosen(context, o);
    if (!found) return found.problems();
    const auto gone = context.ask([&](const db::Store& store) { return with_other_sides(store, *found); });
    if (!o.preview)
        if (auto problems = context.run([&](const app::State& state) { return app::remove_entries(state, gone); });
            !problems.empty())
            return problems;
    Reply reply;
    reply.json["removed"] = Json::array();
    reply.json["preview"] = o.preview;
    for (const auto& e : gone) reply.json["removed"].push_back(e.id.value);
    const auto n = static_cast<std::int64_t>(gone.size());
    reply.text = (o.preview ? context.words.plural("{n} entry would be removed.", "{n} entries would be removed.", n)
                            : context.words.plural("{n} entry removed.", "{n} entries removed.", n)) +
                 "\n";
    return reply;
}

struct AlwaysOptions {
    std::int64_t id = 0;
};

Result<Reply> always(Context& context, const AlwaysOptions& o)
{
    const auto entry = context.ask([&](const db::Store& store) { return store.entry({o.id}); });
    if (!entry) return Problem{.trouble = Trouble::no_such, .field = "entry", .text = std::to_string(o.id)};
    if (auto problems = context.run([&](const app::State& s) { return app::always_like(s, *entry); });
        !problems.empty())
        return problems;
    Reply reply;
    reply.json = {{"payee", entry->payee}, {"category", app::category_path(context.book(), entry->category)}};
    reply.text =
        context.words.fill("From now on {payee} is {category}.", fmt::arg("payee", printable(entry->payee)),
                           fmt::arg("category", view::category_name(context.book(), entry->category, context.words))) +
        "\n";
    return reply;
}

}  // namespace

void add_entry_edit_commands(CLI::App& entry, Context& context)
{
    const auto& words = context.words;
    add_command<EditOptions>(
        entry, context, "edit", words("Changes an entry, or all that a search finds"),
        "duewatch-cli entry edit 12 --set-category Food\n  duewatch-cli entry edit --search \"uber trip\" "
        "--set-category Transport --preview",
        [&](CLI::App& c, EditOptions& o) {
            o.command = &c;
            bind_which(c, o, words);
            c.add_option("--set-category", o.set_category, words("The category it gets, or `none`"))
                ->type_name("CATEGORY");
            c.add_option("--set-payee", o.set_payee, words("The payee it gets"))->type_name("NAME");
            c.add_option("--set-memo", o.set_memo, words("The note it gets"))->type_name("TEXT");
            c.add_option("--set-status", o.set_status, words("How far the bank has booked it"))
                ->type_name(wording::choices<EntryStatus>());
        },
        edit_entry);
    add_command<WhichOptions>(
        entry, context, "remove", words("Removes an entry, or all that a search finds; of a transfer, both sides"),
        "duewatch-cli entry remove 12\n  duewatch-cli entry remove --search \"test payment\" --preview",
        [&](CLI::App& c, WhichOptions& o) { bind_which(c, o, words); }, remove_entry);
    add_command<AlwaysOptions>(
        entry, context, "always", words("Gives the payee of this entry its category from now on, by a rule"),
        "duewatch-cli entry always 12",
        [&](CLI::App& c, AlwaysOptions& o) { c.add_option("ID", o.id, words("Its number"))->required(); }, always);
}

}  // namespace cli
