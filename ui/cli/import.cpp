#include "ui/app/journeys/import.hpp"

#include <set>

#include "ledger/import/cells.hpp"
#include "ledger/import/words_data.hpp"
#include "ui/cli/commands.hpp"
#include "ui/app/files.hpp"
#include "ui/cli/progress.hpp"
#include "ui/cli/table.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/wording/problems.hpp"

namespace cli {

using namespace ledger;

namespace {

struct ImportOptions {
    std::string file, account, format, encoding, delimiter, date_order, decimal, map;
    bool preview = false, verbose = false;
};

std::optional<char> read_mark(Reader& in, const std::string& text, const char* option)
{
    if (text.empty()) return std::nullopt;
    if (text == "tab" || text == "\\t" || text == "\t") return '\t';
    if (text.size() == 1) return text.front();
    in.say({.trouble = Trouble::not_a_choice, .field = option, .text = text, .detail = ", | ; | tab | '|'"});
    return std::nullopt;
}

/// "date=1,amount=3".
std::map<std::string, int> read_map(Reader& in, const std::string& text)
{
    std::map<std::string, int> out;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        const auto pair = text.substr(from, end - from);
        const auto equals = pair.find('=');
        const auto column = equals == std::string::npos ? 0 : app::number_of(pair.substr(equals + 1));
        if (equals == 0 || column < 1 || column > 1000)
            in.say({.trouble = Trouble::not_a_choice, .field = "--map", .text = pair, .detail = "date=1,payee=2,amount=3"});
        else out[pair.substr(0, equals)] = static_cast<int>(column);
        from = end + 1;
    }
    return out;
}

app::ImportWish read_wish(Reader& in, const ImportOptions& o)
{
    app::ImportWish wish{.account = in.account(o.account), .file = o.file == "-" ? "stdin" : std::filesystem::path{o.file}.filename().string()};
    if (!o.encoding.empty()) wish.encoding = o.encoding;
    wish.delimiter = read_mark(in, o.delimiter, "--delimiter");
    if (!o.date_order.empty()) {
        if (!date_order_named(o.date_order))
            in.say({.trouble = Trouble::not_a_choice, .field = "--date-order", .text = o.date_order, .detail = "ymd|dmy|mdy"});
        wish.date_order = o.date_order;
    }
    wish.decimal = read_mark(in, o.decimal, "--decimal");
    if (wish.decimal && *wish.decimal != '.' && *wish.decimal != ',')
        in.say({.trouble = Trouble::not_a_choice, .field = "--decimal", .text = o.decimal, .detail = ".|,"});
    if (!o.format.empty()) wish.format = o.format;
    wish.columns = read_map(in, o.map);
    return wish;
}

Json format_json(const Reading& r)
{
    Json j;
    j["id"] = r.id;
    j["encoding"] = r.encoding;
    j["delimiter"] = r.delimiter ? Json(std::string(1, r.delimiter)) : Json{};
    j["header_line"] = r.header_line;
    j["date_order"] = r.date_order;
    j["decimal"] = std::string(1, r.decimal);
    j["columns"] = Json::object();
    for (const auto& [role, column] : r.columns) j["columns"][role] = column;
    j["confidence"] = probability(r.confidence);
    j["ambiguous"] = Json::array();
    for (const auto& q : r.ambiguous) j["ambiguous"].push_back({{"what", q.what}, {"chosen", q.chosen}, {"otherwise", q.otherwise}, {"example", q.example}});
    if (!r.institution.empty()) j["institution"] = r.institution;
    return j;
}

const char* rejected_kind(Trouble trouble)
{
    switch (trouble) {
    case Trouble::row_too_short: return "too_short";
    case Trouble::amount_too_large: return "too_large";
    case Trouble::too_many_decimals: return "too_many_decimals";
    case Trouble::date_out_of_range: return "out_of_range";
    default: return "unreadable";
    }
}

Json row_json(const Book& book, const DraftRow& r)
{
    Json j{{"line", r.row.line}, {"date", json_of(r.row.date)}, {"amount", json_of(r.row.amount)}, {"payee", r.payee}, {"memo", r.row.memo},
           {"category", name_or_null(app::category_path(book, r.category))}, {"duplicate_of", r.duplicate_of ? Json(r.duplicate_of.value) : Json{}},
           {"status", name(r.mark)}};
    if (r.similar_to) j["similar_to"] = r.similar_to.value;
    if (r.why) j["why"] = name(*r.why);
    return j;
}

Json draft_json(const Book& book, const std::string& file, const Draft& d, bool with_rows)
{
    Json j;
    j["file"] = file;
    j["format"] = format_json(d.reading);
    j["rows"] = d.rows.size() + d.neutral.size() + d.needs_review.size() + d.rejected.size();
    j["imported"] = d.fresh;
    j["duplicates"] = d.duplicates;
    j["neutral"] = d.neutral.size();
    j["rejected"] = Json::array();
    for (const auto& p : d.rejected)
        j["rejected"].push_back({{"line", p.line}, {"column", name_or_null(p.field)}, {"kind", rejected_kind(p.trouble)}, {"text", p.text}});
    j["needs_review"] = Json::array();
    for (const auto& r : d.rows)
        if (r.mark == RowMark::review) j["needs_review"].push_back({{"line", r.row.line}, {"why", r.why ? name(*r.why) : "review"}});
    for (const auto& s : d.needs_review) j["needs_review"].push_back({{"line", s.line}, {"why", name(s.why)}});
    j["first_date"] = json_of(d.first);
    j["last_date"] = json_of(d.last);
    j["sum_in"] = json_of(d.sum_in);
    j["sum_out"] = json_of(d.sum_out);
    j["batch"] = nullptr;
    if (!with_rows) return j;
    j["transactions"] = Json::array();
    for (const auto& r : d.rows) j["transactions"].push_back(row_json(book, r));
    j["neutral_rows"] = Json::array();
    for (const auto& s : d.neutral) j["neutral_rows"].push_back({{"line", s.line}, {"why", name(s.why)}, {"text", s.raw}});
    return j;
}

std::string draft_text(const Context& context, const Book& book, const std::string& file, const Draft& d, bool preview)
{
    const auto& words = context.words;
    std::string text = words.fill("{file}: {format}, {encoding}", fmt::arg("file", printable(file)),
                                  fmt::arg("format", d.reading.institution.empty() ? d.reading.id : d.reading.institution),
                                  fmt::arg("encoding", d.reading.encoding)) + "\n";
    const auto fill = [&](const char* sentence) {
        return words.fill(sentence, fmt::arg("new", d.fresh), fmt::arg("known", d.duplicates), fmt::arg("neutral", d.neutral.size()),
                          fmt::arg("rejected", d.rejected.size())) + "\n";
    };
    text += preview ? fill("{new} would be new, {known} are there already, {neutral} move no money, {rejected} could not be read.")
                    : fill("{new} new, {known} there already, {neutral} move no money, {rejected} could not be read.");
    if (d.first)
        text += words.fill("{first} to {last}: in {in}, out {out}.", fmt::arg("first", iso(*d.first)), fmt::arg("last", iso(*d.last)),
                           fmt::arg("in", words.money(d.sum_in)), fmt::arg("out", words.money(d.sum_out))) + "\n";
    for (const auto& q : d.reading.ambiguous)
        text += words.fill("Not sure about {what}: “{example}” was read as {chosen}; it could be {otherwise}.", fmt::arg("what", q.what),
                           fmt::arg("example", printable(q.example)), fmt::arg("chosen", q.chosen), fmt::arg("otherwise", q.otherwise)) + "\n";
    for (const auto& p : d.rejected) text += "  " + printable(wording::sentence(p, words)) + "\n";
    if (!preview) return text;
    Table table{{">" + words("Line"), words("Date"), ">" + words("Amount"), words("Payee"), words("Category"), ""}};
    for (const auto& r : d.rows)
        table.row({std::to_string(r.row.line), iso(r.row.date), words.money(r.row.amount), fitted(r.payee, 36), view::category_name(book, r.category, words),
                   r.mark == RowMark::fresh ? "+" : r.mark == RowMark::duplicate ? "=" : "?"});
    return text + table.text();
}

/// What the user said about the file is remembered for the next one with the same header.
void remember_format(const app::State& state, const app::ImportPreview& preview, Change& change)
{
    const auto& wish = preview.wish;
    if (wish.columns.empty() && !wish.date_order && !wish.decimal && !wish.delimiter) return;
    FormatId id = next_id<StatementFormat>(state.book);
    for (const auto& [known, format] : state.book.formats)
        if (format.signature == preview.draft.reading.signature) id = known;
    change.steps.push_back(Put<StatementFormat>{format_to_remember(preview.draft.reading, wish.account, id, wish.file)});
}

Result<Reply> import_file(Context& context, const ImportOptions& o)
{
    if (o.file.empty()) return Problem{.trouble = Trouble::out_of_range, .field = "FILE", .detail = "FILE | -"};
    Reader in{context};
    if (o.account.empty()) in.say({.trouble = Trouble::out_of_range, .field = "--account", .detail = "--account ACCOUNT"});
    auto wish = read_wish(in, o);
    if (!in.ok()) return in.problems();
    const auto bytes = app::read_file(o.file, "FILE");
    if (!bytes) return bytes.problems();
    auto& session = context.session();
    Progress progress{context.words("Reading")};
    wish.progress = [&](double done) { return progress.show(done); };
    auto preview = app::preview_import(session.state(), session.store(), *bytes, wish);
    progress.clear();
    if (!preview) {
        auto problems = preview.problems();
        for (auto& p : problems)
            if (p.field.empty() && p.line == 0) p.field = o.file;
        return problems;
    }
    const auto revision = context.book().revision;
    app::ImportEffects effects;
    bool recorded = false;
    if (!o.preview) {
        const auto journey = [&](const app::State& state) -> Result<Change> {
            if (state.book.revision != revision) {  // somebody else wrote meanwhile: what is a duplicate has to be looked at again
                preview = app::preview_import(state, session.store(), *bytes, wish);
                if (!preview) return preview.problems();
            }
            auto change = app::record_import(state, *preview, context.now(), &effects);
            if (change) remember_format(state, *preview, *change);
            return change;
        };
        const auto problems = context.run(journey);
        if (!problems.empty() && problems.front().trouble != Trouble::nothing_to_do) return problems;  // nothing new is not wrong
        recorded = problems.empty();
    }
    Reply reply{.json = draft_json(context.book(), o.file, preview->draft, o.preview || o.verbose),
                .text = draft_text(context, context.book(), o.file, preview->draft, o.preview)};
    reply.json["preview"] = o.preview;
    if (!recorded) return reply;
    if (!context.book().batches.empty() && preview->draft.fresh > 0) reply.json["batch"] = context.book().batches.rbegin()->first.value;
    reply.json["transfers"] = effects.transfers.size();
    reply.json["settled"] = effects.settlements.size();
    if (!effects.settlements.empty())
        reply.text += context.words.plural("{n} bill was paid by it.", "{n} bills were paid by it.", static_cast<std::int64_t>(effects.settlements.size())) + "\n";
    return reply;
}

Result<Reply> list_formats(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    Reply reply;
    reply.json["formats"] = Json::array();
    Table table{{words("Name"), words("Account"), words("Dates"), words("Columns")}};
    for (const auto& [id, f] : context.book().formats) {
        Json columns = Json::object();
        std::string text;
        for (const auto& [role, column] : f.columns) {
            columns[role] = column;
            text += (text.empty() ? "" : ", ") + role + "=" + std::to_string(column);
        }
        reply.json["formats"].push_back({{"id", f.name}, {"account", name_or_null(account_name(context.book(), f.account))}, {"encoding", f.encoding},
                                         {"delimiter", std::string(1, f.delimiter)}, {"date_order", f.date_order}, {"decimal", std::string(1, f.decimal)},
                                         {"columns", columns}, {"learned", true}});
        table.row({f.name, account_name(context.book(), f.account), f.date_order, text});
    }
    std::string banks;
    std::set<std::string_view> seen;  // a bank may be known by several looks
    for (const auto& bank : bank_hints()) {
        if (!seen.insert(bank.id).second) continue;
        reply.json["formats"].push_back({{"id", bank.id}, {"institution", bank.institution}, {"region", bank.region}, {"card", bank.card}, {"learned", false}});
        banks += (banks.empty() ? "" : ", ") + std::string{bank.id};
    }
    reply.text = words("Any bank's CSV, OFX, QIF or MT940 is read without settings.") + "\n" +
                 words.fill("Known by their look: {banks}", fmt::arg("banks", banks)) + "\n" + words("Formats you have corrected:") + "\n" +
                 (table.empty() ? words("none yet") + "\n" : table.text());
    return reply;
}

Result<Reply> list_batches(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    Reply reply;
    reply.json["batches"] = Json::array();
    Table table{{">#", words("When"), words("File"), words("Account"), words("Format"), ">" + words("Entries")}};
    for (const auto& [id, b] : context.book().batches) {
        reply.json["batches"].push_back({{"id", id.value}, {"file", b.file}, {"account", account_name(context.book(), b.account)}, {"at", json_of(b.at)},
                                         {"format", b.format}, {"entries", b.entries}});
        table.row({std::to_string(id.value), iso(b.at), b.file, account_name(context.book(), b.account), b.format, std::to_string(b.entries)});
    }
    reply.text = table.empty() ? words("Nothing imported yet.") + "\n" : table.text();
    return reply;
}

struct BatchOption {
    std::int64_t batch = 0;
};

Result<Reply> undo_batch(Context& context, const BatchOption& o)
{
    const auto& store = context.store();
    auto entries = store.entries({.batch = {o.batch}});
    const auto removed = entries.size();
    if (!entries.empty()) {  // the other sides of its transfers lie a few days around it
        const Date from = entries.front().date - Days{60}, to = entries.back().date + Days{60};
        const auto own = entries;
        for (auto& e : store.entries({.from = from, .to = to}))
            for (const auto& mine : own)
                if (e.transfer && e.transfer == mine.transfer && e.batch != mine.batch) entries.push_back(e);
    }
    if (auto problems = context.run([&](const app::State& s) { return app::undo_import(s, {o.batch}, entries); }); !problems.empty()) return problems;
    return Reply{.json = {{"batch", o.batch}, {"removed", removed}},
                 .text = context.words.plural("{n} entry removed.", "{n} entries removed.", static_cast<std::int64_t>(removed)) + "\n"};
}

}  // namespace

void add_import_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = add_command<ImportOptions>(
        app, context, "import", words("Reads a bank's statement; what is there already is not added again"),
        "duewatch-cli import alipay.csv --account Alipay --preview\n  cat statement.csv | duewatch-cli import - --account Checking",
        [&](CLI::App& c, ImportOptions& o) {
            c.add_option("FILE", o.file, words("The file; - for stdin"));
            c.add_option("--account", o.account, words("The account it belongs to"))->type_name("ACCOUNT");
            c.add_flag("--preview", o.preview, words("Shows what would come in; nothing is written"));
            c.add_flag("--verbose", o.verbose, words("With --json: lists every row"));
            c.add_option("--format", o.format, words("A known format; else found out"))->type_name("ID");
            c.add_option("--encoding", o.encoding, words("Its encoding; else found out"))->type_name("E");
            c.add_option("--delimiter", o.delimiter, words("What parts the columns; else found out"))->type_name("C");
            c.add_option("--date-order", o.date_order, words("Order of day, month and year; else found out"))->type_name("ymd|dmy|mdy");
            c.add_option("--decimal", o.decimal, words("The decimal mark; else found out"))->type_name(".|,");
            c.add_option("--map", o.map, words("Which column is what; else found out"))->type_name("date=1,amount=3");
        },
        import_file);
    group->require_subcommand(0, 1);
    add_command<NoOptions>(*group, context, "formats", words("Lists what is known about file formats"), "duewatch-cli import formats", no_options, list_formats);
    add_command<NoOptions>(*group, context, "batches", words("Lists what was imported"), "duewatch-cli import batches", no_options, list_batches);
    add_command<BatchOption>(*group, context, "undo", words("Takes one import back"), "duewatch-cli import undo 7",
                             [&](CLI::App& c, BatchOption& o) { c.add_option("BATCH", o.batch, words("Its number"))->required(); }, undo_batch);
}

}  // namespace cli
