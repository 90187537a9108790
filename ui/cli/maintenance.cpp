#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "ui/cli/commands.hpp"
#include "ui/cli/progress.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;
namespace fs = std::filesystem;

namespace {

/// Copies without a name of their own go beside the ledger, with the moment in the name, so that they sort by age.
fs::path backup_folder(const Context& context)
{
    return context.file().parent_path() / "backups";
}

struct FileOption {
    std::string file;
};

Result<Reply> backup(Context& context, const FileOption& o)
{
    fs::path to = o.file;
    if (o.file.empty()) {
        auto stamp = iso(context.now());
        std::erase(stamp, ':');
        fs::create_directories(backup_folder(context));
        fs::permissions(backup_folder(context), fs::perms::owner_all);
        const auto stem = context.file().stem().string() + "-" + stamp;
        to = backup_folder(context) / (stem + ".duewatch");
        for (int n = 2; fs::exists(to); ++n)
            to = backup_folder(context) / (stem + "-" + std::to_string(n) + ".duewatch");
    }
    else if (fs::is_directory(to)) {
        return Problem{
            .trouble = Trouble::not_found, .field = "FILE", .text = o.file, .detail = context.words("it is a folder")};
    }
    Progress progress{context.words("Copying")};
    try {
        context.ask(
            [&](const db::Store& store) { return store.backup(to, [&](double done) { return progress.show(done); }); });
    }
    catch (const db::StorageError& error) {
        if (error.kind() != db::StorageError::Kind::not_a_ledger) throw;
        return Problem{.trouble = Trouble::name_taken,
                       .field = "FILE",
                       .text = o.file};  // a file that is no ledger is not written over
    }
    progress.clear();
    Reply reply;
    reply.json = {{"file", fs::absolute(to).string()}, {"bytes", fs::file_size(to)}, {"verified", true}};
    reply.text =
        context.words.fill("Copied to {file}, and the copy was verified.", fmt::arg("file", to.string())) + "\n";
    return reply;
}

Result<Reply> backups(Context& context, const NoOptions&)
{
    std::vector<fs::path> found;
    std::error_code none;
    for (const auto& folder :
         {backup_folder(context), context.file().parent_path().empty() ? fs::path{"."} : context.file().parent_path()})
        for (const auto& item : fs::directory_iterator(folder, none)) {
            const auto name = item.path().filename().string();
            const bool ours = name.ends_with(".duewatch") || name.find(".duewatch.") != std::string::npos;
            const bool side = name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with("-journal");
            if (item.is_regular_file(none) && ours && !side && item.path().filename() != context.file().filename())
                found.push_back(item.path());
        }
    std::sort(found.rbegin(), found.rend());
    Reply reply;
    reply.json["backups"] = Json::array();
    Table table{{context.words("File"), ">" + context.words("Bytes")}};
    for (const auto& file : found) {
        reply.json["backups"].push_back(
            {{"file", fs::absolute(file).lexically_normal().string()}, {"bytes", fs::file_size(file, none)}});
        table.row({file.string(), std::to_string(fs::file_size(file, none))});
    }
    reply.text = table.empty() ? context.words("No backups yet. Make one: duewatch-cli backup") + "\n" : table.text();
    return reply;
}

Result<Reply> restore_ledger_file(Context& context, const FileOption& o)
{
    std::error_code none;
    if (!fs::exists(o.file, none)) return Problem{.trouble = Trouble::not_found, .field = "FILE", .text = o.file};
    if (!fs::is_regular_file(o.file, none))
        return Problem{.trouble = Trouble::not_found,
                       .field = "FILE",
                       .text = o.file,
                       .detail = context.words("it is not a file")};
    if (fs::equivalent(o.file, context.file(), none))
        return Problem{.trouble = Trouble::nothing_to_do, .field = "FILE", .text = o.file};
    try {
        const auto kept = db::restore(o.file, context.file());
        Reply reply;
        reply.json = {{"restored", o.file}, {"kept", kept.empty() ? Json{} : Json(kept.string())}};
        reply.text = context.words.fill("Restored from {file}.", fmt::arg("file", o.file)) + "\n";
        if (!kept.empty())
            reply.text +=
                context.words.fill("The ledger that was there is now {file}.", fmt::arg("file", kept.string())) + "\n";
        return reply;
    }
    catch (const db::StorageError& error) {
        using Kind = db::StorageError::Kind;  // a bad copy is bad input: the ledger was not touched
        const auto refused_for = [&](Trouble trouble) {
            return Problem{.trouble = trouble, .field = "FILE", .text = o.file};
        };
        if (error.kind() == Kind::not_a_ledger) return refused_for(Trouble::not_a_ledger);
        if (error.kind() == Kind::newer_version) return refused_for(Trouble::newer_ledger);
        if (error.kind() == Kind::damaged) return refused_for(Trouble::damaged);
        throw;
    }
}

Result<Reply> verify(Context& context, const NoOptions&)
{
    const auto wrong = context.ask([](const db::Store& store) { return store.verify(); });
    Reply reply;
    reply.json["sound"] = wrong.empty();
    reply.json["findings"] = wrong;
    reply.text = wrong.empty() ? context.words("The ledger is sound.") + "\n" : "";
    for (const auto& line : wrong) reply.text += printable(line) + "\n";
    if (!wrong.empty()) reply.exit = Exit::disk;
    return reply;
}

Result<Reply> compact(Context& context, const NoOptions&)
{
    const auto before = context.info().bytes;
    context.compact();
    const auto after = context.info().bytes;
    return Reply{.json = {{"bytes_before", before}, {"bytes_after", after}},
                 .text = context.words.fill("{before} bytes before, {after} now.", fmt::arg("before", before),
                                            fmt::arg("after", after)) +
                         "\n"};
}

Result<Reply> info(Context& context, const NoOptions&)
{
    const auto i = context.info();
    const auto& book = context.book();
    Reply reply;
    reply.json = {{"file", i.file.string()},
                  {"bytes", i.bytes},
                  {"schema", i.schema},
                  {"entries", i.entries},
                  {"accounts", book.accounts.size()},
                  {"bills", book.bills.size()},
                  {"revision", i.revision},
                  {"sqlite", i.sqlite}};
    Table table{{context.words("What"), context.words("Value")}};
    table.row({context.words("File"), i.file.string()});
    table.row({context.words("Bytes"), std::to_string(i.bytes)});
    table.row({context.words("Entries"), std::to_string(i.entries)});
    table.row({context.words("Accounts"), std::to_string(book.accounts.size())});
    table.row({context.words("Changes recorded"), std::to_string(i.revision)});
    table.row({context.words("Schema"), std::to_string(i.schema)});
    table.row({"SQLite", i.sqlite});
    reply.text = table.text();
    return reply;
}

}  // namespace

void add_care_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<FileOption>(
        app, context, "backup", words("Makes a verified copy of the ledger"),
        "duewatch-cli backup /media/stick/ledger.duewatch",
        [&](CLI::App& c, FileOption& o) { c.add_option("FILE", o.file, words("Where to; else beside the ledger")); },
        backup);
    add_command<NoOptions>(app, context, "backups", words("Lists the copies beside the ledger, newest first"),
                           "duewatch-cli backups", no_options, backups);
    add_command<FileOption>(
        app, context, "restore", words("Puts a copy in place of the ledger; the one that was there is kept"),
        "duewatch-cli restore backups/ledger-2026-11-22T0930.duewatch",
        [&](CLI::App& c, FileOption& o) { c.add_option("FILE", o.file, words("The copy"))->required(); },
        restore_ledger_file);
    add_command<NoOptions>(app, context, "verify", words("Checks the file and recounts every balance"),
                           "duewatch-cli verify", no_options, verify);
    add_command<NoOptions>(app, context, "compact", words("Gives unused space in the file back"),
                           "duewatch-cli compact", no_options, compact);
    add_command<NoOptions>(app, context, "info", words("What the ledger file is and holds"), "duewatch-cli info",
                           no_options, info);
}

}  // namespace cli
