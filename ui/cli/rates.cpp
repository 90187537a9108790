#include "ui/app/journeys/rates.hpp"

#include <algorithm>

#include "ui/app/files/files.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;

namespace {

Json rate_json(const ExchangeRate& r)
{
    return {{"id", r.id.value},
            {"date", json_of(r.date)},
            {"from", r.from.text()},
            {"to", r.to.text()},
            {"rate", decimal(r.rate)}};
}

struct AddOptions {
    std::string from, to, rate, date;
};

Result<Reply> add_rate(Context& context, const AddOptions& o)
{
    Reader in{context};
    const ExchangeRate wanted{.date = in.date(o.date, "--date"),
                              .from = in.currency(o.from, "FROM"),
                              .to = in.currency(o.to, "TO"),
                              .rate = in.rate(o.rate, "RATE")};
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::add_rates(s, {wanted}); });
        !problems.empty())
        return problems;
    for (const auto& [id, r] : context.book().rates)
        if (r.date == wanted.date && r.from == wanted.from && r.to == wanted.to)
            return Reply{
                .json = rate_json(r),
                .text = fmt::format("{}: 1 {} = {} {}\n", iso(r.date), r.from.text(), decimal(r.rate), r.to.text())};
    return Reply{};
}

Result<Reply> list_rates(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    std::vector<ExchangeRate> rates;
    for (const auto& [id, r] : context.book().rates) rates.push_back(r);
    std::sort(rates.begin(), rates.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.from, a.to, a.date) < std::tuple(b.from, b.to, b.date);
    });
    Reply reply;
    reply.json["rates"] = Json::array();
    Table table{{">#", words("Date"), words("From"), words("To"), ">" + words("Rate")}};
    for (const auto& r : rates) {
        reply.json["rates"].push_back(rate_json(r));
        table.row({std::to_string(r.id.value), iso(r.date), std::string{r.from.text()}, std::string{r.to.text()},
                   decimal(r.rate)});
    }
    reply.text = table.empty()
                     ? words("No rates yet. Add one: duewatch-cli rate add USD CNY 7.12 --date 2026-11-01") + "\n"
                     : table.text();
    return reply;
}

struct FileOptions {
    std::string file;
};

Result<Reply> import(Context& context, const FileOptions& o)
{
    const auto bytes = app::read_file(o.file, "FILE");
    if (!bytes) return bytes.problems();
    const auto rates = app::read_rates(*bytes);
    if (!rates) return rates.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::add_rates(s, *rates); }); !problems.empty())
        return problems;
    return Reply{.json = {{"imported", rates->size()}},
                 .text = context.words.plural("{n} rate imported.", "{n} rates imported.",
                                              static_cast<std::int64_t>(rates->size())) +
                         "\n"};
}

struct RemoveOptions {
    std::int64_t id = 0;
};

Result<Reply> remove_rate(Context& context, const RemoveOptions& o)
{
    if (auto problems = context.run([&](const app::State& s) { return app::remove_rate(s, {o.id}); });
        !problems.empty())
        return problems;
    return Reply{.json = {{"removed", o.id}},
                 .text = context.words.fill("Rate {id} removed.", fmt::arg("id", o.id)) + "\n"};
}

}  // namespace

void add_rate_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = app.add_subcommand("rate", words("What currencies are worth in each other, for reports"));
    group->require_subcommand(1);
    add_command<AddOptions>(
        *group, context, "add", words("Notes a rate; it holds until the next one"),
        "duewatch-cli rate add USD CNY 7.12 --date 2026-11-01",
        [&](CLI::App& c, AddOptions& o) {
            c.add_option("FROM", o.from, words("One of this currency …"))->type_name("USD")->required();
            c.add_option("TO", o.to, words("… in this one"))->type_name("CNY")->required();
            c.add_option("RATE", o.rate, words("… is so much"))->type_name("RATE")->required();
            c.add_option("--date", o.date, words("From this day on; else today"))->type_name("YYYY-MM-DD");
        },
        add_rate);
    add_command<NoOptions>(*group, context, "list", words("Lists the rates"), "duewatch-cli rate list", no_options,
                           list_rates);
    add_command<FileOptions>(
        *group, context, "import", words("Takes rates from a file of lines like 2026-11-01,USD,CNY,7.12"),
        "duewatch-cli rate import rates.csv",
        [&](CLI::App& c, FileOptions& o) {
            c.add_option("FILE", o.file, words("The file, or - for what is piped in"))->required();
        },
        import);
    add_command<RemoveOptions>(
        *group, context, "remove", words("Removes a rate"), "duewatch-cli rate remove 3",
        [&](CLI::App& c, RemoveOptions& o) { c.add_option("ID", o.id, words("Its number"))->required(); }, remove_rate);
}

}  // namespace cli
