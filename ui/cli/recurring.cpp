#include "ui/app/journeys/recurring.hpp"
#include "ui/app/journeys/lookup.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/foresight_view.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;
using alerts::RecurringFound;

namespace {

struct RecurringListOptions {
    bool dismissed = false;
};

std::string standing(const RecurringFound& l, const wording::Words& words)
{
    if (l.ended) return words("ended");
    if (l.transfer) return words("between own accounts");
    return l.late ? words("late") : "";
}

Reply dismissed(Context& context)
{
    Reply reply{.json = {{"dismissed", Json::array()}}};
    Table table{{">#", context.words("Payee"), ">" + context.words("Usually"), context.words("Account")}};
    for (const auto& [id, d] : context.book().dismissals) {
        const auto name = d.payee.empty() ? app::category_path(context.book(), d.category) : d.payee;
        reply.json["dismissed"].push_back({{"id", id.value},
                                           {"payee", name},
                                           {"amount", json_of(d.amount)},
                                           {"account", account_name(context.book(), d.account)}});
        table.row({std::to_string(id.value), fitted(name, 32), context.words.money(d.amount),
                   account_name(context.book(), d.account)});
    }
    reply.text = table.empty() ? context.words("Nothing has been dismissed.") + "\n" : table.text();
    return reply;
}

Result<Reply> list_recurring(Context& context, const RecurringListOptions& o)
{
    if (o.dismissed) return dismissed(context);
    const auto& words = context.words;
    const auto& learnt = context.session().assessment().recurring;
    Reply reply{.json = {{"recurring", Json::array()}}};
    Table table{{">#", words("Payee"), ">" + words("Usually"), words("Comes"), words("Next"), words("Account"),
                 ">" + words("Seen"), ""}};
    for (std::size_t i = 0; i < learnt.size(); ++i) {
        const auto& l = learnt[i];
        reply.json["recurring"].push_back(recurring_json(context.book(), l, static_cast<int>(i) + 1));
        table.row({std::to_string(i + 1), fitted(l.payee, 32), (l.varies ? "≈ " : "") + words.money(l.amount),
                   wording::repeat_name(words, l.repeat), l.ended ? "–" : iso(l.next),
                   account_name(context.book(), l.account), std::to_string(l.times), standing(l, words)});
    }
    reply.text =
        table.empty() ? words("Nothing was found that comes again and is not known already.") + "\n" : table.text();
    return reply;
}

struct WhichOptions {
    std::string which;
};

using Deciding = Result<Change> (*)(const app::State&, const RecurringFound&);

Result<Reply> decide(Context& context, const WhichOptions& o, Deciding decide)
{
    const auto found = app::stream_called(context.session().assessment().recurring, o.which);
    if (!found) return found.problems();
    if (auto problems = context.run([&](const app::State& s) { return decide(s, *found); }); !problems.empty())
        return problems;
    const auto& book = context.book();
    const bool confirmed = decide == &app::confirm_stream;
    Reply reply{.json = {{"payee", found->payee}, {"amount", json_of(found->amount)}, {"next", json_of(found->next)}}};
    if (confirmed && found->amount.positive()) reply.json["income"] = book.incomes.rbegin()->first.value;
    if (confirmed && found->amount.negative()) reply.json["bill"] = book.bills.rbegin()->first.value;
    if (!confirmed) reply.json["dismissed"] = book.dismissals.rbegin()->first.value;
    reply.text =
        wording::deed_done(context.words, confirmed ? Deed::confirm_stream : Deed::dismiss_stream, found->payee) + "\n";
    return reply;
}

struct RestoreOptions {
    std::int64_t id = 0;
};

Result<Reply> restore_recurring(Context& context, const RestoreOptions& o)
{
    if (auto problems = context.run([&](const app::State& s) { return app::restore_stream(s, DismissalId{o.id}); });
        !problems.empty())
        return problems;
    return Reply{.json = {{"restored", o.id}}, .text = context.words("What it hid may be found again.") + "\n"};
}

}  // namespace

void add_recurring_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("recurring", words("What was found to come again, to be confirmed or dismissed"));
    group->require_subcommand(1);
    add_command<RecurringListOptions>(
        *group, context, "list", words("Lists what was found and is not a bill or income yet"),
        "duewatch-cli recurring list",
        [&](CLI::App& c, RecurringListOptions& o) {
            c.add_flag("--dismissed", o.dismissed, words("What was dismissed instead"));
        },
        list_recurring);
    const auto which = [&words](CLI::App& c, WhichOptions& o) {
        c.add_option("WHICH", o.which, words("Its number in the list, or its payee"))->required();
    };
    add_command<WhichOptions>(*group, context, "confirm", words("Makes a bill or an income of it"),
                              "duewatch-cli recurring confirm 1", which,
                              [](Context& c, const WhichOptions& o) { return decide(c, o, &app::confirm_stream); });
    add_command<WhichOptions>(*group, context, "dismiss", words("It does not come again, and is not offered any more"),
                              "duewatch-cli recurring dismiss Gym", which,
                              [](Context& c, const WhichOptions& o) { return decide(c, o, &app::dismiss_stream); });
    add_command<RestoreOptions>(
        *group, context, "restore", words("Takes a dismissal back"), "duewatch-cli recurring restore 1",
        [&words](CLI::App& c, RestoreOptions& o) {
            c.add_option("ID", o.id, words("Its number in `recurring list --dismissed`"))->required();
        },
        restore_recurring);
}

}  // namespace cli
