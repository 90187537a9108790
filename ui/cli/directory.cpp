#include "db/seed/knowledge.hpp"
#include "ui/app/journeys/issuers.hpp"
#include "ui/app/journeys/papers.hpp"
#include "ui/app/journeys/rescue.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;

namespace {

std::string confidence_name(Confidence c)
{
    return wording::key(c);
}

Result<Reply> reasons(Context& context, const NoOptions&)
{
    const auto knowledge = db::load_knowledge();
    const auto& language = context.words.language();
    Reply reply;
    reply.json["reasons"] = Json::array();
    Table table{{"ID", context.words("Reason")}};
    for (const auto& r : knowledge.reasons) {
        reply.json["reasons"].push_back({{"id", r.id},
                                         {"name", r.names.in(language)},
                                         {"documents", r.documents},
                                         {"essential", r.essential},
                                         {"requests", r.requests}});
        table.row({r.id, r.names.in(language)});
    }
    reply.text = table.text();
    return reply;
}

struct BanksOptions {
    std::string search, issuer, hotline, name, source, note;
};

Json hotline_json(const Knowledge& knowledge, const Hotline& h, const std::string& language)
{
    return {{"number", h.number},
            {"purpose", name_or_null(h.purpose.in(language))},
            {"confidence", confidence_name(h.confidence)},
            {"sources", in_words(knowledge, h.sources)},
            {"checked", name_or_null(h.checked)},
            {"corrected", h.corrected},
            {"doubted", h.doubted}};
}

Result<Reply> banks(Context& context, const BanksOptions& o)
{
    const auto knowledge = db::load_knowledge();
    const auto& language = context.words.language();
    Reply reply;
    reply.json["banks"] = Json::array();
    Table table{{"ID", context.words("Bank"), context.words("Hotline"), context.words("How sure")}};
    for (const auto& i : search_issuers(knowledge, context.book().corrections, o.search)) {
        Json bank{{"id", i.id},
                  {"name", i.names.in(language)},
                  {"country", i.country},
                  {"hotlines", Json::array()},
                  {"checked", name_or_null(i.checked)}};
        for (const auto& h : i.hotlines) bank["hotlines"].push_back(hotline_json(knowledge, h, language));
        reply.json["banks"].push_back(bank);
        table.row({i.id, i.names.in(language), i.hotlines.empty() ? "–" : i.hotlines.front().number,
                   i.hotlines.empty() ? "" : context.words(confidence_name(i.hotlines.front().confidence).c_str())});
    }
    reply.text =
        table.empty()
            ? context.words("None is known by that name. The number on the back of the card is the one to call.") + "\n"
            : table.text();
    return reply;
}

Result<Reply> bank(Context& context, const Knowledge& knowledge, const std::string& id)
{
    const auto& language = context.words.language();
    const auto i = *issuer(knowledge, context.book().corrections, id);
    Reply reply{.json = {{"id", i.id}, {"name", i.names.in(language)}, {"hotlines", Json::array()}}};
    reply.text = printable(i.names.in(language)) + "\n";
    for (const auto& h : i.hotlines) {
        reply.json["hotlines"].push_back(hotline_json(knowledge, h, language));
        const auto from = in_words(knowledge, h.sources);
        reply.text += "  " + printable(h.number) + "  " +
                      (h.corrected ? context.words("your own correction")
                                   : context.words(confidence_name(h.confidence).c_str())) +
                      (from.empty() ? "" : " · " + printable(from.front())) +
                      (h.checked.empty() ? "" : " · " + h.checked) +
                      (h.doubted ? " · " + context.words("noted as wrong") : "") + "\n";
    }
    return reply;
}

Result<Reply> correct_bank(Context& context, const BanksOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    const IssuerCorrection wanted{.issuer = in.text(o.issuer, "ISSUER"),
                                  .name = in.text(o.name, "--name"),
                                  .hotline = in.text(o.hotline, "--hotline"),
                                  .note = in.text(o.note, "--note"),
                                  .source = in.text(o.source, "--source")};
    if (!in.ok()) return in.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::correct_issuer(s, knowledge, wanted); });
        !problems.empty())
        return problems;
    return bank(context, knowledge, o.issuer);
}

Result<Reply> report_bank(Context& context, const BanksOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    const auto note = in.text(o.note, "--note");
    if (!in.ok()) return in.problems();
    if (auto problems =
            context.run([&](const app::State& s) { return app::report_issuer(s, knowledge, o.issuer, note); });
        !problems.empty())
        return problems;
    return bank(context, knowledge, o.issuer);
}

struct DocumentsOptions {
    std::string bill, have, sent;
    std::vector<std::string> files;
};

std::vector<std::string> listed(const std::string& text)
{
    std::vector<std::string> out;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        if (end > from) out.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

Result<Reply> documents(Context& context, const DocumentsOptions& o)
{
    const auto knowledge = db::load_knowledge();
    const auto& language = context.words.language();
    Reader in{context};
    const auto id = in.bill(o.bill);
    for (const auto& [text, option] : {std::pair{o.have, "--have"}, {o.sent, "--sent"}})
        for (const auto& document : listed(text))
            if (!knowledge.documents.contains(document)) {
                std::string known;
                for (const auto& [key, d] : knowledge.documents) known += (known.empty() ? "" : ", ") + key;
                in.say({.trouble = Trouble::no_such, .field = option, .text = document, .detail = known});
            }
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& text : o.files) {
        const auto equals = text.find('=');
        const auto document = text.substr(0, equals),
                   path = equals == std::string::npos ? std::string{} : app::whole_path(text.substr(equals + 1));
        if (equals == std::string::npos || !knowledge.documents.contains(document))
            in.say({.trouble = Trouble::not_a_choice, .field = "--file", .text = text, .detail = "ID=FILE"});
        else if (path.empty())
            in.say({.trouble = Trouble::not_found, .field = "--file", .text = text.substr(equals + 1)});
        files.emplace_back(document, path);
    }
    if (!in.ok()) return in.problems();
    for (const auto& [document, path] : files)
        if (auto problems = context.run([&](const app::State& s) { return app::attach_paper(s, id, document, path); });
            !problems.empty())
            return problems;
    for (const auto& [text, paper_state] : {std::pair{o.have, PaperState::have}, {o.sent, PaperState::sent}}) {
        if (listed(text).empty()) continue;
        if (auto problems =
                context.run([&](const app::State& s) { return app::set_papers(s, id, listed(text), paper_state); });
            !problems.empty())
            return problems;
    }
    Reply reply{.json = {{"bill", id.value}, {"documents", Json::array()}}};
    Table table{{"ID", context.words("Paper"), context.words("State"), context.words("File")}};
    for (const auto& [paper_id, p] : context.book().papers) {
        if (p.bill != id) continue;
        const auto at = knowledge.documents.find(p.document);
        const auto name = at == knowledge.documents.end() ? p.document : at->second.names.in(language);
        reply.json["documents"].push_back({{"id", p.document},
                                           {"name", name},
                                           {"why", at == knowledge.documents.end() ? "" : at->second.why.in(language)},
                                           {"state", wording::key(p.state)},
                                           {"have", p.state != PaperState::to_get},
                                           {"file", name_or_null(p.path)},
                                           {"gone", app::file_is_gone(p.path)}});
        table.row({p.document, name, context.words(wording::key(p.state).c_str()),
                   p.path.empty()              ? ""
                   : app::file_is_gone(p.path) ? context.words("gone: ") + p.path
                                               : p.path});
    }
    reply.text = table.empty() ? context.words("No papers noted yet.") + "\n" : table.text();
    return reply;
}

}  // namespace

void add_directory_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<NoOptions>(app, context, "reasons", words("Lists the reasons for which banks help"),
                           "duewatch-cli reasons", no_options, reasons);
    auto* directory = add_command<BanksOptions>(
        app, context, "banks", words("The directory of banks, each number with its source"),
        "duewatch-cli banks --search 工商",
        [&](CLI::App& c, BanksOptions& o) {
            c.add_option("--search", o.search, words("In key, names or numbers"))->type_name("TEXT");
        },
        banks);
    directory->require_subcommand(0, 1);
    add_command<BanksOptions>(
        *directory, context, "correct", words("Your own number of a bank, shown beside the stored one"),
        "duewatch-cli banks correct icbc --hotline 95588 --source \"back of the card\"",
        [&](CLI::App& c, BanksOptions& o) {
            c.add_option("ISSUER", o.issuer, words("The bank's key, or a new one"))->required();
            c.add_option("--hotline", o.hotline, words("The number"))->type_name("NUMBER");
            c.add_option("--source", o.source, words("Where you have it from"))->type_name("TEXT");
            c.add_option("--name", o.name, words("The bank's name; needed for a new one"))->type_name("TEXT");
            c.add_option("--note", o.note, words("A note"))->type_name("TEXT");
        },
        correct_bank);
    add_command<BanksOptions>(
        *directory, context, "report", words("Notes that the stored number is wrong"),
        "duewatch-cli banks report icbc --note \"nobody answers\"",
        [&](CLI::App& c, BanksOptions& o) {
            c.add_option("ISSUER", o.issuer, words("The bank's key"))->required();
            c.add_option("--note", o.note, words("What is wrong"))->type_name("TEXT");
        },
        report_bank);
    add_command<DocumentsOptions>(
        app, context, "documents", words("Which papers are at hand for a bill"),
        "duewatch-cli documents 3 --have income_proof,bank_flow",
        [&](CLI::App& c, DocumentsOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"))->required();
            c.add_option("--have", o.have, words("Papers at hand, by key, parted by commas"))->type_name("ID,ID");
            c.add_option("--sent", o.sent, words("Papers sent to the bank"))->type_name("ID,ID");
            add_repeated(c, "--file", o.files, words("The file that holds a paper; it stays where it is"))
                ->type_name("ID=FILE");
        },
        documents);
}

}  // namespace cli
