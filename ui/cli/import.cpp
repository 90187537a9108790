#include "ui/app/journeys/import.hpp"

#include <algorithm>
#include <set>

#include "ledger/import/tables/cells.hpp"
#include "ledger/import/words/banks.hpp"
#include "ui/app/files/files.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/import_reply.hpp"
#include "ui/cli/password_prompt.hpp"
#include "ui/cli/progress.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;

namespace {

struct ImportOptions {
    std::vector<std::string> files;
    std::string account, format, encoding, delimiter, date_order, decimal, map, transfers, password_file, member;
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
            in.say({.trouble = Trouble::not_a_choice,
                    .field = "--map",
                    .text = pair,
                    .detail = "date=1,payee=2,amount=3"});
        else out[pair.substr(0, equals)] = static_cast<int>(column);
        from = end + 1;
    }
    return out;
}

app::ImportWish read_wish(Reader& in, const ImportOptions& o)
{
    app::ImportWish wish{.account = in.account(o.account)};
    if (!o.encoding.empty()) wish.encoding = o.encoding;
    wish.delimiter = read_mark(in, o.delimiter, "--delimiter");
    if (!o.date_order.empty()) {
        if (!date_order_named(o.date_order))
            in.say({.trouble = Trouble::not_a_choice,
                    .field = "--date-order",
                    .text = o.date_order,
                    .detail = "ymd|dmy|mdy"});
        wish.date_order = o.date_order;
    }
    wish.decimal = read_mark(in, o.decimal, "--decimal");
    if (wish.decimal && *wish.decimal != '.' && *wish.decimal != ',')
        in.say({.trouble = Trouble::not_a_choice, .field = "--decimal", .text = o.decimal, .detail = ".|,"});
    if (!o.format.empty()) wish.format = o.format;
    wish.columns = read_map(in, o.map);
    if (!o.member.empty()) wish.member = o.member;
    if (!o.password_file.empty()) {  // never on the command line itself, where anybody could read it
        auto password = app::read_file(o.password_file, "--password-file");
        if (password) wish.password = password->substr(0, password->find_first_of("\r\n"));
        else
            for (const auto& problem : password.problems()) in.say(problem);
    }
    if (!o.transfers.empty() && o.transfers != "sure" && o.transfers != "all" && o.transfers != "none")
        in.say(
            {.trouble = Trouble::not_a_choice, .field = "--transfers", .text = o.transfers, .detail = "sure|all|none"});
    return wish;
}

/// Which of the transfers that were found are taken as such.
void choose_transfers(const Book& book, const std::string& which, app::ImportPreview& preview)
{
    if (which.empty() || which == "sure") return;
    const auto found = preview.transfers;
    for (const auto& t : found) app::decide(book, preview, t.key(), which == "all");
}

/// A file on its way in: its bytes are given out once. Afterwards they are read again, and what came from stdin is
/// gone.
struct Source {
    std::string file;
    std::optional<std::string> bytes{};
    bool given = false;

    Result<std::string> give()
    {
        if (given && file == "-")
            throw db::StorageError{db::StorageError::Kind::locked, file, "the ledger has changed meanwhile"};
        given = true;
        if (!bytes) return app::read_file(file, "FILE");
        auto all = std::move(*bytes);
        bytes.reset();
        return all;
    }
};

/// One file, read and held against the ledger, and recorded unless it is only looked at.
Result<Reply> import_one(Context& context, const ImportOptions& o, Source source, app::ImportWish wish)
{
    const auto& file = source.file;
    auto& session = context.session_for_import();
    Progress progress{context.words("Reading")};
    wish.progress = [&](double done) { return progress.show(done); };
    wish.banks = context.ask(app::own_banks);
    const auto look = [&](const app::State& state, const db::Store& store) -> Result<app::ImportPreview> {
        auto bytes = source.give();
        if (!bytes) return bytes.problems();
        auto read = app::understand(state.book, state.today, *bytes, wish);
        if (!read && read.problem().trouble == Trouble::needs_password &&
            (wish.password = ask_secret(context.words("Password of the archive:"))))
            read = app::understand(state.book, state.today, *bytes, wish);
        bytes->clear(), bytes->shrink_to_fit();  // a long file stands in memory no longer than it must
        if (!read) return read.problems();
        auto around = app::gather(state, store, *read);
        auto preview = app::compose(state.book, *std::move(read), std::move(around));
        choose_transfers(state.book, o.transfers, preview);
        return preview;
    };
    auto preview = context.ask([&](const db::Store& store) { return look(session.state(), store); });
    progress.clear();
    if (!preview) {
        auto problems = preview.problems();
        for (auto& p : problems)
            if (p.field.empty() && p.line == 0) p.field = file;
        return problems;
    }
    if (preview->account_by > app::AccountBy::format)  // a guess by the kind of file is nothing for a script to rely on
        return Problem{.trouble = Trouble::out_of_range, .field = "--account", .detail = "--account ACCOUNT"};
    app::ImportEffects effects;
    bool recorded = false;
    if (!o.preview) {
        const auto journey = [&](const app::State& state, const db::Store& store) -> Result<Change> {
            if (state.book.revision !=
                preview->revision) {  // somebody else wrote meanwhile: what is a duplicate has to be looked at again
                preview = look(state, store);
                if (!preview) return preview.problems();
            }
            return app::record_import(state, *preview, context.now(), &effects);
        };
        const auto problems = Context::run(session, journey);
        if (!problems.empty() && problems.front().trouble != Trouble::nothing_to_do)
            return problems;  // nothing new is not wrong
        recorded = problems.empty();
    }
    Reply reply{.json = import_json(context.book(), file, *preview, o.preview || o.verbose),
                .text = import_text(context, context.book(), file, *preview, o.preview)};
    reply.json["preview"] = o.preview;
    if (!recorded) return reply;
    if (preview->draft.fresh > 0) reply.json["batch"] = context.book().batches.rbegin()->first.value;
    reply.json["settled"] = effects.settlements.size();
    if (!effects.settlements.empty())
        reply.text += context.words.plural("{n} bill was paid by it.", "{n} bills were paid by it.",
                                           static_cast<std::int64_t>(effects.settlements.size())) +
                      "\n";
    return reply;
}

Result<Reply> import_files(Context& context, const ImportOptions& o)
{
    if (o.files.empty()) return Problem{.trouble = Trouble::out_of_range, .field = "FILE", .detail = "FILE | -"};
    Reader in{context};
    const auto wish = read_wish(in, o);
    if (!in.ok()) return in.problems();
    std::vector<Source> sources;
    for (const auto& file : o.files) {
        auto& source = sources.emplace_back(Source{.file = file});
        if (o.files.size() == 1) break;
        auto read = app::read_file(file, "FILE");  // all of them, before anything is written
        if (!read) return read.problems();
        source.bytes = std::move(*read);
    }
    Reply all;
    all.json["files"] = Json::array();
    for (std::size_t i = 0; i < o.files.size(); ++i) {
        auto own = wish;
        own.file = o.files[i] == "-" ? "stdin" : std::filesystem::path{o.files[i]}.filename().string();
        auto reply = import_one(context, o, std::move(sources[i]), std::move(own));
        if (!reply || o.files.size() == 1) return reply;
        all.json["files"].push_back(std::move(reply->json));
        all.text += reply->text;
    }
    return all;
}

struct ForgetOption {
    std::string format;
};

Result<Reply> forget_format(Context& context, const ForgetOption& o)
{
    if (auto problems = context.run([&](const app::State& s) { return app::forget_format(s, o.format); });
        !problems.empty())
        return problems;
    return Reply{.json = {{"forgotten", o.format}},
                 .text = context.words.fill("{format} is forgotten.", fmt::arg("format", printable(o.format))) + "\n"};
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
            if (role == "flip") continue;  // which way amounts count, kept beside the columns
            columns[role] = column;
            text += (text.empty() ? "" : ", ") + role + "=" + std::to_string(column);
        }
        reply.json["formats"].push_back({{"id", f.name},
                                         {"number", id.value},
                                         {"account", name_or_null(account_name(context.book(), f.account))},
                                         {"encoding", f.encoding},
                                         {"delimiter", std::string(1, f.delimiter)},
                                         {"date_order", f.date_order},
                                         {"decimal", std::string(1, f.decimal)},
                                         {"columns", columns},
                                         {"learned", true}});
        table.row({f.name, account_name(context.book(), f.account), f.date_order, text});
    }
    std::string banks;
    std::set<std::string_view> seen;  // a bank may be known by several looks
    for (const auto& bank : bank_hints()) {
        if (!seen.insert(bank.id).second) continue;
        reply.json["formats"].push_back({{"id", bank.id},
                                         {"institution", bank.institution},
                                         {"region", bank.region},
                                         {"card", bank.card},
                                         {"learned", false}});
        banks += (banks.empty() ? "" : ", ") + std::string{bank.id};
    }
    reply.text = words("Any bank's CSV, OFX, QIF or MT940 is read without settings.") + "\n" +
                 words.fill("Known by their look: {banks}", fmt::arg("banks", banks)) + "\n" +
                 words("Formats you have corrected:") + "\n" +
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
        reply.json["batches"].push_back({{"id", id.value},
                                         {"file", b.file},
                                         {"account", account_name(context.book(), b.account)},
                                         {"at", json_of(b.at)},
                                         {"format", b.format},
                                         {"entries", b.entries}});
        table.row({std::to_string(id.value), iso(b.at), b.file, account_name(context.book(), b.account), b.format,
                   std::to_string(b.entries)});
    }
    reply.text = table.empty() ? words("Nothing imported yet.") + "\n" : table.text();
    return reply;
}

struct BatchOption {
    std::int64_t batch = 0;
};

Result<Reply> undo_batch(Context& context, const BatchOption& o)
{
    auto& session = context.session_for_import();
    session.refresh().or_throw();
    const auto removed = context.ask([&](const db::Store& store) { return store.count({.batch = {o.batch}}); });
    const auto newest = context.ask([](const db::Store& store) { return store.newest_import(); });
    if (newest == BatchId{o.batch} && o.batch > 0) {  // the last thing done: all is put back as it was
        session.undo().or_throw();
    }
    else {
        const auto take_back = [&](const app::State& s, const db::Store& store) {
            return app::undo_import(s, {o.batch}, app::batch_entries(store, {o.batch}));
        };
        if (auto problems = Context::run(session, take_back); !problems.empty()) return problems;
    }
    return Reply{.json = {{"batch", o.batch}, {"removed", removed}},
                 .text = context.words.plural("{n} entry removed.", "{n} entries removed.", removed) + "\n"};
}

}  // namespace

void add_import_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = add_command<ImportOptions>(
        app, context, "import", words("Reads a bank's statement; what is there already is not added again"),
        "duewatch-cli import alipay.csv --account Alipay --preview\n  duewatch-cli import ~/Downloads/*.csv\n  cat "
        "statement.csv | duewatch-cli import - --account Checking",
        [&](CLI::App& c, ImportOptions& o) {
            c.add_option("FILE", o.files, words("The files; - for stdin"));
            c.add_option("--account", o.account,
                         words("The account they belong to; known by itself where the file names it, or once told"))
                ->type_name("ACCOUNT");
            c.add_flag("--preview", o.preview, words("Shows what would come in; nothing is written"));
            c.add_flag("--verbose", o.verbose, words("With --json: lists every row"));
            c.add_option("--format", o.format, words("A known format; else found out"))->type_name("ID");
            c.add_option("--encoding", o.encoding, words("Its encoding; else found out"))->type_name("E");
            c.add_option("--delimiter", o.delimiter, words("What parts the columns; else found out"))->type_name("C");
            c.add_option("--date-order", o.date_order, words("Order of day, month and year; else found out"))
                ->type_name("ymd|dmy|mdy");
            c.add_option("--decimal", o.decimal, words("The decimal mark; else found out"))->type_name(".|,");
            c.add_option("--transfers", o.transfers,
                         words("Which transfers between own accounts are linked; else the sure ones"))
                ->type_name("sure|all|none");
            c.add_option("--password-file", o.password_file,
                         words("Holds the password of a locked archive; else asked for on a terminal"))
                ->type_name("FILE");
            c.add_option("--member", o.member, words("Of an archive with several statements, the one that is meant"))
                ->type_name("NAME");
            c.add_option("--map", o.map, words("Which column is what; else found out"))->type_name("date=1,amount=3");
        },
        import_files);
    group->require_subcommand(0, 1);
    add_command<NoOptions>(*group, context, "formats", words("Lists what is known about file formats"),
                           "duewatch-cli import formats", no_options, list_formats);
    add_command<ForgetOption>(
        *group, context, "forget", words("Forgets what was remembered about a format"),
        "duewatch-cli import forget \"my bank\"",
        [&](CLI::App& c, ForgetOption& o) {
            c.add_option("FORMAT", o.format, words("Its name or number"))->required();
        },
        forget_format);
    add_command<NoOptions>(*group, context, "batches", words("Lists what was imported"), "duewatch-cli import batches",
                           no_options, list_batches);
    add_command<BatchOption>(
        *group, context, "undo", words("Takes one import back"), "duewatch-cli import undo 7",
        [&](CLI::App& c, BatchOption& o) { c.add_option("BATCH", o.batch, words("Its number"))->required(); },
        undo_batch);
}

}  // namespace cli
