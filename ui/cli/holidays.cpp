#include "ui/app/journeys/holidays.hpp"

#include <algorithm>

#include "db/seed/presets.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;

namespace {

struct HolidayOptions {
    std::string day, name, region;
};

Json list_json(const Book& book)
{
    Json out = Json::array();
    std::vector<Holiday> days;
    for (const auto& [id, holiday] : book.holidays) days.push_back(holiday);
    std::sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    for (const auto& h : days) out.push_back({{"date", json_of(h.date)}, {"name", h.name}});
    return out;
}

Reply told(Context& context)
{
    Reply reply;
    reply.json["holidays"] = list_json(context.book());
    Table table{{context.words("Day"), context.words("Name")}};
    for (const auto& h : reply.json["holidays"]) table.row({h["date"], h["name"]});
    reply.json["shipped"] = Json::array();
    for (const auto& list : db::load_presets().holidays)
        reply.json["shipped"].push_back({{"region", list.region},
                                         {"name", list.names.in(context.words.language())},
                                         {"years", list.years},
                                         {"source", list.source}});
    reply.text = table.text();
    if (!table.empty()) return reply;
    reply.text =
        context.words(
            "No holidays yet: due dates step over weekends only. Take in a list: duewatch-cli holiday use CN") +
        "\n";
    for (const auto& list : reply.json["shipped"])
        reply.text += "  " + list["region"].get<std::string>() + "  " + list["name"].get<std::string>() + ": " +
                      list["source"].get<std::string>() + "\n";
    return reply;
}

Result<Reply> list_holidays(Context& context, const NoOptions&)
{
    return told(context);
}

Result<Reply> use(Context& context, const HolidayOptions& o)
{
    const auto presets = db::load_presets();
    const auto* found = holidays_for(presets, o.region);
    if (!found) {
        std::string known;
        for (const auto& h : presets.holidays) known += (known.empty() ? "" : "|") + h.region;
        return Problem{.trouble = Trouble::not_a_choice, .field = "REGION", .text = o.region, .detail = known};
    }
    if (auto problems = context.run([&](const app::State& s) { return app::use_holidays(s, *found); });
        !problems.empty())
        return problems;
    auto reply = told(context);
    reply.text += found->source + "\n";
    return reply;
}

Result<Reply> add_holiday(Context& context, const HolidayOptions& o)
{
    Reader in{context};
    const auto day = in.date(o.day, "DAY");
    const auto name = in.text(o.name, "NAME");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::add_holiday(s, day, name); });
        !problems.empty())
        return problems;
    return told(context);
}

Result<Reply> remove_holiday(Context& context, const HolidayOptions& o)
{
    Reader in{context};
    const auto day = in.date(o.day, "DAY");
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::remove_holiday(s, day); });
        !problems.empty())
        return problems;
    return told(context);
}

}  // namespace

void add_holiday_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand(
        "holiday", words("Days on which banks are closed, for bills and incomes that step over them"));
    group->require_subcommand(1);
    add_command<NoOptions>(*group, context, "list", words("Lists the days, and the lists that come with the program"),
                           "duewatch-cli holiday list", no_options, list_holidays);
    add_command<HolidayOptions>(
        *group, context, "use", words("Takes in a list that comes with the program"), "duewatch-cli holiday use CN",
        [&](CLI::App& c, HolidayOptions& o) { c.add_option("REGION", o.region, words("Whose list"))->required(); },
        use);
    add_command<HolidayOptions>(
        *group, context, "add", words("Adds a day"), "duewatch-cli holiday add 2027-02-09 \"Spring Festival\"",
        [&](CLI::App& c, HolidayOptions& o) {
            c.add_option("DAY", o.day, words("The day"))->type_name("YYYY-MM-DD")->required();
            c.add_option("NAME", o.name, words("What it is"));
        },
        add_holiday);
    add_command<HolidayOptions>(
        *group, context, "remove", words("Takes a day away"), "duewatch-cli holiday remove 2027-02-09",
        [&](CLI::App& c, HolidayOptions& o) {
            c.add_option("DAY", o.day, words("The day"))->type_name("YYYY-MM-DD")->required();
        },
        remove_holiday);
}

}  // namespace cli
