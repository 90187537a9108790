#include <charconv>

#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;

namespace {

/// One preference: its name for scripts, how it is read, and how it is said.
struct Setting {
    const char* name;
    const char* about;
    std::string (*said)(const Preferences&);
    void (*set)(Reader&, Preferences&, const std::string&);
};

const char* yes_no(bool yes)
{
    return yes ? "yes" : "no";
}

/// Range and sign are checked where every Change is.
int whole(Reader& in, const std::string& text, const char* name)
{
    int n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc{} || end != text.data() + text.size())
        in.say({.trouble = Trouble::not_a_choice, .field = name, .text = text, .detail = "0, 1, 2, …"});
    return n;
}

std::string one_of(Reader& in, const std::string& text, const char* name, std::initializer_list<const char*> choices)
{
    std::string all;
    for (const char* choice : choices) {
        if (text == choice) return text == "system" ? "" : text;
        all += (all.empty() ? "" : "|") + std::string{choice};
    }
    in.say({.trouble = Trouble::not_a_choice, .field = name, .text = text, .detail = all});
    return {};
}

/// Two letters, as banks' countries stand in the directory.
std::string country(Reader& in, const std::string& text)
{
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text == "system") return {};
    if (text.size() != 2 || !letter(text[0]) || !letter(text[1]))
        in.say({.trouble = Trouble::not_a_choice,
                .field = "region",
                .text = text,
                .detail = "system|CN|TW|HK|SG|US|GB|…"});
    return text;
}

std::string or_system(const std::string& text)
{
    return text.empty() ? "system" : text;
}

std::span<const Setting> settings()
{
    using wording::N_;
    using P = Preferences;
    static const Setting all[] = {
        {"language", N_("Language of what is said"), [](const P& p) { return or_system(p.language); },
         [](Reader& in, P& p, const std::string& t) {
             p.language = one_of(in, t, "language", {"system", "en", "zh_CN", "zh_TW"});
         }},
        {"region", N_("Country whose banks, terms and helplines apply"), [](const P& p) { return or_system(p.region); },
         [](Reader& in, P& p, const std::string& t) { p.region = country(in, t); }},
        {"theme", N_("Colours of the window"), [](const P& p) { return or_system(p.theme); },
         [](Reader& in, P& p, const std::string& t) {
             p.theme = one_of(in, t, "theme", {"system", "light", "dark"});
         }},
        {"currency", N_("For new accounts and totals"), [](const P& p) { return std::string{p.currency.text()}; },
         [](Reader& in, P& p, const std::string& t) {
             p.currency = in.currency(t, "currency");
             p.buffer.currency = p.currency;
         }},
        {"buffer", N_("What should stay in the paying account"), [](const P& p) { return decimal(p.buffer); },
         [](Reader& in, P& p, const std::string& t) { p.buffer = in.money(t, p.currency, "buffer"); }},
        {"lead-days", N_("Warns so many days ahead, at most"), [](const P& p) { return std::to_string(p.lead_days); },
         [](Reader& in, P& p, const std::string& t) { p.lead_days = whole(in, t, "lead-days"); }},
        {"quiet-from", N_("From this hour no notification is shown"),
         [](const P& p) { return std::to_string(p.quiet_from); },
         [](Reader& in, P& p, const std::string& t) { p.quiet_from = whole(in, t, "quiet-from"); }},
        {"quiet-to", N_("… until this hour"), [](const P& p) { return std::to_string(p.quiet_to); },
         [](Reader& in, P& p, const std::string& t) { p.quiet_to = whole(in, t, "quiet-to"); }},
        {"notify", N_("Shows a notification when something new is at risk"),
         [](const P& p) { return std::string{yes_no(p.notify)}; },
         [](Reader& in, P& p, const std::string& t) { p.notify = in.yes_or_no(t, "notify"); }},
        {"autostart", N_("Starts with the desktop, out of sight"),
         [](const P& p) { return std::string{yes_no(p.autostart)}; },
         [](Reader& in, P& p, const std::string& t) { p.autostart = in.yes_or_no(t, "autostart"); }},
        {"name", N_("Your name, for letters; it stays on this computer"), [](const P& p) { return p.holder_name; },
         [](Reader& in, P& p, const std::string& t) { p.holder_name = in.text(t, "name"); }},
        {"watched-folder", N_("A folder in which new statements are looked for"),
         [](const P& p) { return p.watched_folder; },
         [](Reader& in, P& p, const std::string& t) { p.watched_folder = in.text(t, "watched-folder"); }},
    };
    return all;
}

std::string names()
{
    std::string out;
    for (const auto& s : settings()) out += (out.empty() ? "" : "|") + std::string{s.name};
    return out;
}

Reply all_of(Context& context)
{
    const auto& p = context.book().preferences;
    Reply reply;
    Table table{{context.words("Setting"), context.words("Value"), context.words("What it does")}};
    for (const auto& s : settings()) {
        reply.json[s.name] = s.said(p);
        table.row({s.name, s.said(p), context.words(s.about)});
    }
    reply.text = table.text();
    return reply;
}

struct SetOptions {
    std::string name, value;
    CLI::App* command = nullptr;
};

Result<Reply> preferences(Context& context, const SetOptions& o)
{
    if (o.name.empty()) return all_of(context);
    for (const auto& s : settings()) {
        if (o.name != s.name) continue;
        if (o.command->count("VALUE")) {
            Reader in{context};
            auto wanted = context.book().preferences;
            s.set(in, wanted, o.value);
            if (!in.ok()) return in.problems();
            if (wanted != context.book().preferences)
                if (auto problems = context.run([&](const app::State&) -> Result<Change> {
                        return Change{Deed::preferences, {}, {wanted}};
                    });
                    !problems.empty())
                    return problems;
        }
        const auto said = s.said(context.book().preferences);
        return Reply{.json = {{s.name, said}}, .text = said + "\n"};
    }
    return Problem{.trouble = Trouble::not_a_choice, .field = "NAME", .text = o.name, .detail = names()};
}

}  // namespace

void add_preference_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<SetOptions>(
        app, context, "preferences", words("Shows or changes how the program behaves"),
        "duewatch-cli preferences\n  duewatch-cli preferences buffer 500",
        [&](CLI::App& c, SetOptions& o) {
            o.command = &c;
            c.add_option("NAME", o.name, words("Which one; without it, all are listed"));
            c.add_option("VALUE", o.value, words("What it shall be; without it, it is only shown"));
        },
        preferences);
}

}  // namespace cli
