#include "ui/app/journeys/rescue.hpp"

#include "db/knowledge.hpp"
#include "ui/cli/bill_view.hpp"
#include "ui/cli/commands.hpp"
#include "ui/app/files.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/sentences.hpp"
#include "ui/wording/rescue.hpp"

namespace cli {

using namespace ledger;

namespace {

struct PlanOptions {
    std::string bill, reason, income_change, keep;
    bool all = false;
    int option = 0;
    std::int64_t id = 0;
};

Json strings(const std::vector<std::string>& lines) { return lines; }

Json option_json(const Book& book, const alerts::Option& o, const wording::Words& words)
{
    const auto said = wording::option_words(words, book, o);
    Json j{{"n", o.n}, {"kind", wording::key(o.kind)}, {"title", said.title}, {"holds", probability(o.holds)}, {"total_cost", json_of(o.total_cost)},
           {"apr", probability(o.apr)}, {"months", o.months}, {"monthly", json_of(o.monthly)}, {"first_payment", json_of(o.first_payment)},
           {"schedule", Json::array()}, {"needs_bank", o.needs_bank}, {"why", said.why}, {"risks", strings(said.risks)}};
    for (const auto& part : o.schedule) j["schedule"].push_back({{"due", json_of(part.due)}, {"amount", json_of(part.amount)}});
    return j;
}

Json proposal_json(const Book& book, const alerts::Proposal& p, const wording::Words& words)
{
    Json j{{"bill", p.duty.bill.value}, {"payee", p.duty.payee}, {"due", json_of(p.duty.due)}, {"shortfall", json_of(p.shortfall)},
           {"p_short", probability(p.p_short)}, {"affordable", p.afford.income_seen ? json_of(p.afford.amount()) : Json{}}, {"options", Json::array()}};
    for (const auto& o : p.options) j["options"].push_back(option_json(book, o, words));
    j["advice"] = wording::advice_words(words, p);
    return j;
}

std::string proposal_text(const Book& book, const alerts::Proposal& p, const wording::Words& words)
{
    std::string text = words.fill("{payee}, {owed} due on {date}", fmt::arg("payee", printable(p.duty.payee)),
                                  fmt::arg("owed", words.money(p.duty.still_owed)), fmt::arg("date", words.date(p.duty.due)));
    if (p.shortfall.positive()) text += words.fill("; about {short} may be missing", fmt::arg("short", words.money(p.shortfall)));
    text += "\n" + wording::advice_words(words, p) + "\n";
    for (const auto& o : p.options) {
        const auto said = wording::option_words(words, book, o);
        text += "\n" + std::to_string(o.n) + ". " + printable(said.title) + "\n";
        for (const auto& line : {said.holds, said.cost, said.why})
            if (!line.empty()) text += "   " + printable(line) + "\n";
        for (const auto& risk : said.risks) text += "   · " + printable(risk) + "\n";
    }
    return text;
}

/// The fees that the issuer is said to charge, for the planner.
std::map<int, Rate> fees_of(const Knowledge& knowledge, const Book& book, const Duty& duty)
{
    const auto issuer = wording::issuer_of(knowledge, book, duty);
    return issuer ? issuer->terms.instalment_fees : std::map<int, Rate>{};
}

alerts::PlanRequest read_request(Reader& in, Context& context, const Knowledge& knowledge, const PlanOptions& o)
{
    alerts::PlanRequest request{.reason = o.reason};
    const auto currency = context.book().preferences.currency;
    if (!o.income_change.empty()) request.income_change = in.money(o.income_change, currency, "--income-change");
    if (!o.keep.empty()) request.keep = in.money(o.keep, currency, "--keep");
    if (in.ok() && request.keep && request.keep->negative()) in.say({.trouble = Trouble::wrong_sign, .field = "--keep", .text = o.keep});
    if (!o.reason.empty() && !reason(knowledge, o.reason)) {
        std::string known;
        for (const auto& r : knowledge.reasons) known += (known.empty() ? "" : "|") + r.id;
        in.say({.trouble = Trouble::not_a_choice, .field = "--reason", .text = o.reason, .detail = known});
    }
    return request;
}

/// The ways out for the open occurrence of one bill.
Result<alerts::Proposal> proposal_for(Context& context, const Knowledge& knowledge, BillId bill, alerts::PlanRequest request)
{
    const auto& state = context.session().state();
    const auto duty = current_duty(state.book, state.history, bill, state.today);
    const auto& payee = state.book.bills.at(bill).payee;
    if (!duty) return Problem{.trouble = Trouble::not_scheduled, .field = "bill", .text = payee};
    if (!duty->open()) return Problem{.trouble = Trouble::already_paid, .field = "bill", .text = payee};
    request.instalment_fees = fees_of(knowledge, state.book, *duty);
    return alerts::options(state.book, state.history, state.today, *duty, request);
}

Result<Reply> plan(Context& context, const PlanOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    const auto request = read_request(in, context, knowledge, o);
    if (o.bill.empty() == !o.all) in.say({.trouble = Trouble::out_of_range, .field = "BILL", .detail = "BILL | --all"});
    const auto id = o.bill.empty() ? BillId{} : in.bill(o.bill);
    if (!in.ok()) return in.problems();
    const auto& book = context.book();
    const auto& words = context.words;
    if (!o.all) {
        const auto p = proposal_for(context, knowledge, id, request);
        if (!p) return p.problems();
        return Reply{.json = proposal_json(book, *p, words), .text = proposal_text(book, *p, words)};
    }
    const auto& state = context.session().state();
    Reply reply;
    reply.json["plans"] = Json::array();
    for (const auto& p : alerts::options_for_all(state.book, state.history, state.today, request)) {
        reply.json["plans"].push_back(proposal_json(book, p, words));
        reply.text += (reply.text.empty() ? "" : "\n") + proposal_text(book, p, words);
    }
    if (reply.text.empty()) reply.text = words("No due date is at risk.") + "\n";
    return reply;
}

Json plan_json(const app::State& state, const Plan& p)
{
    Json j{{"id", p.id.value}, {"bill", p.bill.value}, {"payee", state.book.bills.at(p.bill).payee}, {"due", json_of(p.due)}, {"kind", wording::key(p.kind)},
           {"status", wording::key(p.status)}, {"total_cost", json_of(p.total_cost)}, {"reason", name_or_null(p.reason)}, {"accepted", json_of(p.accepted)},
           {"plan_bill", nullptr}, {"schedule", Json::array()}};
    const auto* bill = app::bill_of_plan(state.book, p.id);
    if (bill) j["plan_bill"] = bill->id.value;
    std::map<Date, Duty> parts;
    if (bill && !p.schedule.empty())
        for (auto& d : duties(state.book, state.history, p.schedule.front().due - Days{366}, p.schedule.back().due + Days{366}, state.today))
            if (d.bill == bill->id) parts.emplace(d.occurrence, d);
    for (const auto& part : p.schedule) {
        const auto at = parts.find(part.due);
        j["schedule"].push_back({{"due", json_of(part.due)}, {"amount", json_of(part.amount)},
                                 {"status", at == parts.end() ? Json{} : Json(wording::key(at->second.status))}});
    }
    return j;
}

std::string plan_line(const app::State& state, const Plan& p, const wording::Words& words)
{
    return words.fill("Plan {id} for {payee}: {kind}, {status}", fmt::arg("id", p.id.value), fmt::arg("payee", printable(state.book.bills.at(p.bill).payee)),
                      fmt::arg("kind", words(wording::key(p.kind).c_str())), fmt::arg("status", words(wording::key(p.status).c_str()))) + "\n";
}

Result<Reply> accept(Context& context, const PlanOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    const auto request = read_request(in, context, knowledge, o);
    const auto id = in.bill(o.bill);
    if (!in.ok()) return in.problems();
    const auto p = proposal_for(context, knowledge, id, request);
    if (!p) return p.problems();
    if (auto problems = context.run([&](const app::State& s) { return app::accept_plan(s, *p, o.option, o.reason); }); !problems.empty()) return problems;
    const auto& accepted = context.book().plans.rbegin()->second;
    const auto& state = context.session().state();
    Reply reply{.json = plan_json(state, accepted), .text = plan_line(state, accepted, context.words)};
    if (accepted.status == PlanStatus::proposed_to_bank)
        reply.text += context.words("The bank has to agree first. Note its answer: duewatch-cli contact log BILL --channel phone --outcome agreed") + "\n";
    return reply;
}

Result<Reply> list_plans(Context& context, const NoOptions&)
{
    const auto& state = context.session().state();
    Reply reply;
    reply.json["plans"] = Json::array();
    for (const auto& [id, p] : state.book.plans) {
        reply.json["plans"].push_back(plan_json(state, p));
        reply.text += plan_line(state, p, context.words);
    }
    if (reply.text.empty()) reply.text = context.words("No plans yet.") + "\n";
    return reply;
}

Result<Reply> plan_status(Context& context, const PlanOptions& o)
{
    const auto& state = context.session().state();
    const auto* p = find<Plan>(state.book, PlanId{o.id});
    if (!p) return Problem{.trouble = Trouble::no_such, .field = "plan", .text = std::to_string(o.id)};
    Reply reply{.json = plan_json(state, *p), .text = plan_line(state, *p, context.words)};
    for (const auto& part : reply.json["schedule"])
        reply.text += "  " + part["due"].get<std::string>() + "  " + part["amount"].get<std::string>() + "  " +
                      (part["status"].is_null() ? "" : context.words(part["status"].get<std::string>().c_str())) + "\n";
    return reply;
}

struct ContactOptions {
    std::string bill, reason, channel, out, outcome, note, reference, agent, offer, follow_up;
    int option = 0;
};

Json sheet_json(const wording::ContactSheet& s)
{
    Json j;
    j["issuer"] = name_or_null(s.issuer);
    j["call"] = {{"first", s.call.first}, {"hotline", name_or_null(s.call.hotline)}, {"ivr", name_or_null(s.call.ivr)},
                 {"confidence", name_or_null(s.call.confidence)}, {"source", name_or_null(s.call.source)}, {"hours", name_or_null(s.call.hours)},
                 {"avoid", name_or_null(s.call.avoid)}, {"best_next_slot", name_or_null(s.call.best_next_slot)},
                 {"checked", name_or_null(s.call.checked)}, {"caution", name_or_null(s.call.caution)}};
    j["have_ready"] = strings(s.have_ready);
    j["documents"] = Json::array();
    for (const auto& d : s.documents) j["documents"].push_back({{"id", d.id}, {"name", d.name}, {"why", d.why}, {"essential", d.essential}, {"have", d.have}});
    j["script"] = s.script;
    j["letter"] = s.letter;
    j["questions"] = strings(s.questions);
    j["warnings"] = strings(s.warnings);
    j["record_after"] = strings(s.record_after);
    j["disclaimer"] = s.disclaimer;
    j["message"] = s.message;
    j["request"] = name_or_null(s.request);
    j["stage"] = name_or_null(s.stage);
    j["helplines"] = strings(s.helplines);
    j["never_give"] = strings(s.never_give);
    return j;
}

std::string sheet_text(const wording::ContactSheet& s, const wording::Words& words)
{
    std::string text;
    const auto line = [&](const std::string& title, const std::string& value) {
        if (!value.empty()) text += title + ": " + value + "\n";
    };
    const auto list = [&](const std::string& title, const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        text += "\n" + title + "\n";
        for (const auto& l : lines) text += "  · " + l + "\n";
    };
    line(words("Bank"), s.issuer_name);
    line(words("Call first"), s.call.first);
    line(words("Hotline"), s.call.hotline);
    line(words("Caution"), s.call.caution);
    line(words("Menu"), s.call.ivr);
    line(words("Best time"), s.call.best_next_slot);
    line(words("Avoid"), s.call.avoid);
    list(words("Have ready"), s.have_ready);
    list(words("Never give"), s.never_give);
    std::vector<std::string> papers;
    for (const auto& d : s.documents) papers.push_back((d.have ? "[x] " : "[ ] ") + d.name);
    list(words("Papers"), papers);
    text += "\n" + s.script + "\n";
    list(words("Ask"), s.questions);
    list(words("Write down"), s.record_after);
    list(words("Mind"), s.warnings);
    return text + "\n" + s.disclaimer + "\n";
}

/// script.txt, letter.html, letter.txt and budget.html in a folder that is made where it is missing.
Problems write_sheet(Context& context, const wording::ContactSheet& sheet, const alerts::Proposal& p, const std::filesystem::path& folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return {Problem{.trouble = Trouble::not_found, .field = "--out", .text = folder.string(), .detail = failed.message()}};
    const auto& state = context.session().state();
    const std::pair<const char*, std::string> files[] = {{"script.txt", wording::script_text(context.words, sheet)},
                                                         {"letter.html", wording::letter_html(context.words, sheet)},
                                                         {"letter.txt", wording::letter_text(sheet)},
                                                         {"budget.html", wording::budget_html(context.words, state.book, state.history, p, state.today)}};
    for (const auto& [name, text] : files)
        if (auto problems = app::write_file(folder / name, text, "--out"); !problems.empty()) return problems;
    return {};
}

Result<Reply> contact(Context& context, const ContactOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    if (o.bill.empty()) in.say({.trouble = Trouble::out_of_range, .field = "BILL", .detail = "BILL"});
    const auto id = o.bill.empty() ? BillId{} : in.bill(o.bill);
    PlanOptions asked;
    asked.reason = o.reason;
    const auto request = read_request(in, context, knowledge, asked);
    wording::ContactAsk ask{.reason = o.reason};
    if (!o.channel.empty()) ask.channel = in.choice<Channel>(o.channel, "--channel");
    if (o.option) ask.option = o.option;
    if (!in.ok()) return in.problems();
    const auto p = proposal_for(context, knowledge, id, request);
    if (!p) return p.problems();
    if (auto problems = wording::check_contact(knowledge, *p, ask); !problems.empty()) return problems;
    const auto sheet = wording::contact_sheet(context.words, knowledge, context.book(), *p, ask, context.now());
    Reply reply{.json = sheet_json(sheet), .text = sheet_text(sheet, context.words)};
    if (o.out.empty()) return reply;
    if (auto problems = write_sheet(context, sheet, *p, o.out); !problems.empty()) return problems;
    reply.json["out"] = o.out;
    reply.text += context.words.fill("Written to {file}.", fmt::arg("file", o.out)) + "\n";
    return reply;
}

/// "months=12,fee=0.006,first=2026-12-20".
std::optional<Offer> read_offer(Reader& in, const std::string& text)
{
    if (text.empty()) return std::nullopt;
    Offer offer;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        const auto pair = text.substr(from, end - from);
        const auto value = pair.find('=') == std::string::npos ? "" : pair.substr(pair.find('=') + 1);
        if (pair.starts_with("months=")) offer.months = static_cast<int>(app::number_of(value));
        else if (pair.starts_with("fee=")) offer.fee = in.rate(value, "--offer");
        else if (pair.starts_with("first=")) offer.first = in.date(value, "--offer");
        else in.say({.trouble = Trouble::not_a_choice, .field = "--offer", .text = pair, .detail = "months=12,fee=0.006,first=2026-12-20"});
        from = end + 1;
    }
    if (in.ok() && offer.months < 1) in.say({.trouble = Trouble::out_of_range, .field = "--offer", .text = std::to_string(offer.months), .detail = "months=1–120"});
    return offer;
}

Json contact_json(const Book& book, const Contact& c)
{
    Json j{{"id", c.id.value}, {"bill", c.bill.value}, {"payee", book.bills.at(c.bill).payee}, {"due", json_of(c.due)}, {"at", json_of(c.at)},
           {"channel", wording::key(c.channel)}, {"outcome", wording::key(c.outcome)}, {"agent", name_or_null(c.agent)},
           {"reference", name_or_null(c.reference)}, {"note", name_or_null(c.note)}, {"offer", nullptr}, {"follow_up", json_of(c.follow_up)}};
    if (c.offer) j["offer"] = {{"months", c.offer->months}, {"fee", decimal(c.offer->fee)}, {"first", json_of(c.offer->first)}};
    return j;
}

Result<Reply> log_contact(Context& context, const ContactOptions& o)
{
    Reader in{context};
    const auto id = in.bill(o.bill);
    if (!in.ok()) return in.problems();
    Contact wanted{.bill = id, .at = context.now(), .channel = in.choice<Channel>(o.channel, "--channel"),
                   .outcome = in.choice<Outcome>(o.outcome, "--outcome"), .agent = in.text(o.agent, "--agent"),
                   .reference = in.text(o.reference, "--reference"), .note = in.text(o.note, "--note"), .offer = read_offer(in, o.offer)};
    if (!o.follow_up.empty()) wanted.follow_up = in.date(o.follow_up, "--follow-up");
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    if (const auto duty = current_duty(state.book, state.history, id, state.today)) wanted.due = duty->occurrence;
    if (auto problems = context.run([&](const app::State& s) { return app::log_contact(s, wanted); }); !problems.empty()) return problems;
    const auto& logged = context.book().contacts.rbegin()->second;
    return Reply{.json = contact_json(context.book(), logged),
                 .text = context.words.fill("Contact {id} noted.", fmt::arg("id", logged.id.value)) + "\n"};
}

Result<Reply> list_contacts(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    Reply reply;
    reply.json["contacts"] = Json::array();
    Table table{{">#", words("When"), words("Payee"), words("Channel"), words("Outcome"), words("Reference"), words("Follow up")}};
    for (const auto& [id, c] : context.book().contacts) {
        reply.json["contacts"].push_back(contact_json(context.book(), c));
        table.row({std::to_string(id.value), iso(c.at), context.book().bills.at(c.bill).payee, wording::channel_name(words, c.channel),
                   wording::outcome_name(words, c.outcome), c.reference, c.follow_up ? iso(*c.follow_up) : ""});
    }
    reply.text = table.empty() ? words("No contacts noted yet.") + "\n" : table.text();
    return reply;
}

void add_plan_options(CLI::App& c, PlanOptions& o, const wording::Words& words)
{
    c.add_option("--reason", o.reason, words("Why money is short; `reasons` lists them"))->type_name("ID");
    c.add_option("--income-change", o.income_change, words("What will come in more or less a month"))->type_name("AMOUNT");
    c.add_option("--keep", o.keep, words("What shall stay in the account"))->type_name("AMOUNT");
}

}  // namespace

void add_rescue_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = add_command<PlanOptions>(
        app, context, "plan", words("Ways out for a bill, the cheapest that holds first"), "duewatch-cli plan 3 --reason job_loss",
        [&](CLI::App& c, PlanOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"));
            c.add_flag("--all", o.all, words("For every bill at risk"));
            add_plan_options(c, o, words);
        },
        plan);
    group->require_subcommand(0, 1);
    add_command<PlanOptions>(
        *group, context, "accept", words("Accepts a way out"), "duewatch-cli plan accept 3 1",
        [&](CLI::App& c, PlanOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"))->required();
            c.add_option("OPTION", o.option, words("Its number in `plan BILL`"))->required();
            add_plan_options(c, o, words);
        },
        accept);
    add_command<NoOptions>(*group, context, "list", words("Lists the plans accepted"), "duewatch-cli plan list", no_options, list_plans);
    add_command<PlanOptions>(*group, context, "status", words("How a plan goes"), "duewatch-cli plan status 1",
                             [&](CLI::App& c, PlanOptions& o) { c.add_option("ID", o.id, words("Its number"))->required(); }, plan_status);

    auto* talk = add_command<ContactOptions>(
        app, context, "contact", words("Everything needed to talk to the bank about a bill"), "duewatch-cli contact 3 --reason job_loss --out letters",
        [&](CLI::App& c, ContactOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"));
            c.add_option("--reason", o.reason, words("Why money is short; `reasons` lists them"))->type_name("ID");
            c.add_option("--channel", o.channel, words("How to talk"))->type_name(wording::choices<Channel>());
            c.add_option("--option", o.option, words("Which way out of `plan BILL` to ask for"))->type_name("N");
            c.add_option("--out", o.out, words("Also writes script, letter and budget into this folder"))->type_name("DIR");
        },
        contact);
    talk->require_subcommand(0, 1);
    add_command<ContactOptions>(
        *talk, context, "log", words("Notes what was said and agreed"),
        "duewatch-cli contact log 3 --channel phone --outcome agreed --reference A123 --follow-up 2026-12-01",
        [&](CLI::App& c, ContactOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"))->required();
            c.add_option("--channel", o.channel, words("How you talked"))->type_name(wording::choices<Channel>())->required();
            c.add_option("--outcome", o.outcome, words("What came of it"))->type_name(wording::choices<Outcome>())->required();
            c.add_option("--note", o.note, words("A note"))->type_name("TEXT");
            c.add_option("--reference", o.reference, words("The case number"))->type_name("R");
            c.add_option("--agent", o.agent, words("Who answered"))->type_name("N");
            c.add_option("--offer", o.offer, words("Terms that were offered"))->type_name("months=12,fee=0.006,first=D");
            c.add_option("--follow-up", o.follow_up, words("When to ask again"))->type_name("YYYY-MM-DD");
        },
        log_contact);
    add_command<NoOptions>(*talk, context, "list", words("Lists the contacts noted"), "duewatch-cli contact list", no_options, list_contacts);
    add_directory_commands(app, context);
}

}  // namespace cli
