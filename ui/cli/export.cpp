#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "ui/app/export/formats.hpp"
#include "ui/app/files/files.hpp"
#include "ui/cli/commands.hpp"

namespace cli {

using namespace ledger;

namespace {

struct ExportOptions {
    std::string format, out;
    int days = 366;
};

Result<Reply> write_export(Context& context, const ExportOptions& o)
{
    std::string text;
    std::size_t entries = 0;
    if (o.format == "ics") {
        const auto& state = context.session().state();
        text = app::calendar(state, state.today.date + Days{o.days}, context.now(), context.words);
    }
    else {
        const auto all = context.ask([](const db::Store& store) { return store.entries({}); });
        entries = all.size();
        text = o.format == "csv"    ? app::csv(context.book(), all)
               : o.format == "json" ? app::json(context.book(), all)
               : o.format == "qif"  ? app::qif(context.book(), all)
                                    : app::hledger(context.book(), all);
    }
    if (o.out.empty()) {
        Reply reply{.json = o.format == "json" ? Json::parse(text) : Json{{"format", o.format}, {"text", text}},
                    .text = text};
        return reply;
    }
    if (auto problems = app::write_file(o.out, text, "--out"); !problems.empty()) return problems;
    Reply reply{
        .json = {{"format", o.format}, {"file", std::filesystem::absolute(o.out).string()}, {"bytes", text.size()}},
        .text = context.words.fill("Written to {file}.", fmt::arg("file", o.out)) + "\n"};
    if (o.format != "ics") reply.json["entries"] = entries;
    return reply;
}

}  // namespace

void add_export_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<ExportOptions>(
        app, context, "export", words("Writes the ledger for other programs; ics is for a phone's calendar"),
        "duewatch-cli export hledger --out ledger.journal\n  duewatch-cli export ics --out due.ics",
        [&](CLI::App& c, ExportOptions& o) {
            c.add_option("FORMAT", o.format, words("Which one"))
                ->type_name("csv|json|ics|qif|hledger")
                ->required()
                ->check(CLI::IsMember({"csv", "json", "ics", "qif", "hledger"}));
            c.add_option("--out", o.out, words("The file; else stdout"))->type_name("FILE");
            c.add_option("--days", o.days, words("ics: so many days ahead"))
                ->type_name("N")
                ->check(CLI::Range(1, 3660))
                ->capture_default_str();
        },
        write_export);
}

}  // namespace cli
