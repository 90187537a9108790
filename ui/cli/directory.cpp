#include "db/knowledge.hpp"
#include "ui/app/journeys/rescue.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;

namespace {

std::string confidence_name(Confidence c) { return wording::key(c); }

Result<Reply> reasons(Context& context, const NoOptions&)
{
    const auto knowledge = db::load_knowledge();
    const auto& language = context.words.language();
    Reply reply;
    reply.json["reasons"] = Json::array();
    Table table{{"ID", context.words("Reason")}};
    for (const auto& r : knowledge.reasons) {
        reply.json["reasons"].push_back({{"id", r.id}, {"name", r.names.in(language)}, {"documents", r.documents}, {"essential", r.essential},
                                         {"requests", r.requests}});
        table.row({r.id, r.names.in(language)});
    }
    reply.text = table.text();
    return reply;
}

struct BanksOptions {
    std::string search;
};

Json hotline_json(const Knowledge& knowledge, const Hotline& h, const std::string& language)
{
    return {{"number", h.number}, {"purpose", name_or_null(h.purpose.in(language))}, {"confidence", confidence_name(h.confidence)},
            {"sources", in_words(knowledge, h.sources)}, {"checked", name_or_null(h.checked)}, {"corrected", h.corrected}};
}

Result<Reply> banks(Context& context, const BanksOptions& o)
{
    const auto knowledge = db::load_knowledge();
    const auto& language = context.words.language();
    Reply reply;
    reply.json["banks"] = Json::array();
    Table table{{"ID", context.words("Bank"), context.words("Hotline"), context.words("How sure")}};
    for (const auto& i : search_issuers(knowledge, context.book().corrections, o.search)) {
        Json bank{{"id", i.id}, {"name", i.names.in(language)}, {"country", i.country}, {"hotlines", Json::array()}, {"checked", name_or_null(i.checked)}};
        for (const auto& h : i.hotlines) bank["hotlines"].push_back(hotline_json(knowledge, h, language));
        reply.json["banks"].push_back(bank);
        table.row({i.id, i.names.in(language), i.hotlines.empty() ? "–" : i.hotlines.front().number,
                   i.hotlines.empty() ? "" : context.words(confidence_name(i.hotlines.front().confidence).c_str())});
    }
    reply.text = table.empty() ? context.words("None is known by that name. The number on the back of the card is the one to call.") + "\n" : table.text();
    return reply;
}

struct DocumentsOptions {
    std::string bill, have, sent;
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
    if (!in.ok()) return in.problems();
    for (const auto& [text, paper_state] : {std::pair{o.have, PaperState::have}, {o.sent, PaperState::sent}}) {
        if (listed(text).empty()) continue;
        if (auto problems = context.run([&](const app::State& s) { return app::set_papers(s, id, listed(text), paper_state); }); !problems.empty())
            return problems;
    }
    Reply reply{.json = {{"bill", id.value}, {"documents", Json::array()}}};
    Table table{{"ID", context.words("Paper"), context.words("State")}};
    for (const auto& [paper_id, p] : context.book().papers) {
        if (p.bill != id) continue;
        const auto at = knowledge.documents.find(p.document);
        const auto name = at == knowledge.documents.end() ? p.document : at->second.names.in(language);
        reply.json["documents"].push_back({{"id", p.document}, {"name", name}, {"why", at == knowledge.documents.end() ? "" : at->second.why.in(language)},
                                           {"state", wording::key(p.state)}, {"have", p.state != PaperState::to_get}});
        table.row({p.document, name, context.words(wording::key(p.state).c_str())});
    }
    reply.text = table.empty() ? context.words("No papers noted yet.") + "\n" : table.text();
    return reply;
}

}  // namespace

void add_directory_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<NoOptions>(app, context, "reasons", words("Lists the reasons for which banks help"), "duewatch-cli reasons", no_options, reasons);
    add_command<BanksOptions>(app, context, "banks", words("The directory of banks, each number with its source"), "duewatch-cli banks --search 工商",
                              [&](CLI::App& c, BanksOptions& o) { c.add_option("--search", o.search, words("In key, names or numbers"))->type_name("TEXT"); },
                              banks);
    add_command<DocumentsOptions>(
        app, context, "documents", words("Which papers are at hand for a bill"), "duewatch-cli documents 3 --have income_proof,bank_flow",
        [&](CLI::App& c, DocumentsOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"))->required();
            c.add_option("--have", o.have, words("Papers at hand, by key, parted by commas"))->type_name("ID,ID");
            c.add_option("--sent", o.sent, words("Papers sent to the bank"))->type_name("ID,ID");
        },
        documents);
}

}  // namespace cli
