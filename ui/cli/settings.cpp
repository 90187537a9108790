#include <algorithm>

#include "ui/cli/commands.hpp"

namespace cli {

using namespace ledger;

namespace {

struct SettingsOptions {
    std::string region, name, buffer;
    int lead_days = 0;
};

Result<Change> with(const app::State& state, const Preferences& wanted)
{
    if (wanted == state.book.preferences) return Problem{.trouble = Trouble::nothing_to_do, .field = "settings"};
    return Change{.deed = Deed::preferences, .about = {}, .steps = {wanted}};
}

/// Two letters, as banks' countries stand in the directory; empty takes the currency's.
std::string read_region(Reader& in, const std::string& text)
{
    const bool letters = text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!letters) in.say({.trouble = Trouble::not_a_choice, .field = "--region", .text = text, .detail = "CN|TW|HK|SG|US|GB|…"});
    return text;
}

Result<Reply> settings(Context& context, const SettingsOptions& o)
{
    Reader in{context};
    auto wanted = context.book().preferences;
    if (!o.region.empty()) wanted.region = read_region(in, o.region);
    if (!o.name.empty()) wanted.holder_name = in.text(o.name, "--name");
    if (!o.buffer.empty()) wanted.buffer = in.money(o.buffer, wanted.currency, "--buffer");
    if (o.lead_days) wanted.lead_days = o.lead_days;
    if (!in.ok()) return in.problems();
    const bool asked = !o.region.empty() || !o.name.empty() || !o.buffer.empty() || o.lead_days;
    if (asked && wanted != context.book().preferences)
        if (auto problems = context.run([&](const app::State& s) { return with(s, wanted); }); !problems.empty()) return problems;
    const auto& now = context.book().preferences;
    const auto& words = context.words;
    Reply reply{.json = {{"region", name_or_null(now.region)}, {"language", words.language()}, {"name", name_or_null(now.holder_name)}, {"currency", now.currency.text()},
                         {"buffer", json_of(now.buffer)}, {"lead_days", now.lead_days}}};
    reply.text = words.fill("Region: {region}; script: {language}", fmt::arg("region", now.region.empty() ? words("as the currency") : now.region),
                            fmt::arg("language", words.language())) + "\n" +
                 words.fill("Name in letters: {name}; buffer: {buffer}; warns {days} ahead", fmt::arg("name", now.holder_name.empty() ? "–" : now.holder_name),
                            fmt::arg("buffer", words.money(now.buffer)), fmt::arg("days", words.days(now.lead_days))) + "\n";
    return reply;
}

}  // namespace

void add_settings_command(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<SettingsOptions>(
        app, context, "settings", words("Region, name and buffer; the script is chosen with --lang"), "duewatch-cli --lang zh_TW settings --region CN",
        [&](CLI::App& c, SettingsOptions& o) {
            c.add_option("--region", o.region, words("Whose banks, rules and helplines apply where a bank does not say so: CN, TW, HK …"))->type_name("CC");
            c.add_option("--name", o.name, words("Your name, for letters; it stays on this machine"))->type_name("TEXT");
            c.add_option("--buffer", o.buffer, words("What should stay in the paying account"))->type_name("AMOUNT");
            c.add_option("--lead-days", o.lead_days, words("Warn so many days ahead"))->type_name("N");
        },
        settings);
}

}  // namespace cli
