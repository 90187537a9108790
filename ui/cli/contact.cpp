#include <cstdio>

#include "alerts/telling/contact_log.hpp"
#include "db/seed/knowledge.hpp"
#include "ui/app/files/files.hpp"
#include "ui/app/journeys/papers.hpp"
#include "ui/app/journeys/rescue.hpp"
#include "ui/cli/proposal.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/follow_up.hpp"
#include "ui/wording/rescue.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;

namespace {

struct ContactOptions {
    std::string bill, reason, channel, out, outcome, note, reference, agent, offer, follow_up;
    std::string since, until, pay_now, income_change;               // why it is hard to pay
    std::string at, promise, amount, by, new_due, conduct, region;  // what was said, and how
    int option = 0, waited = -1;
    bool they_called = false;
    std::int64_t id = 0;
};

Json sheet_json(const wording::ContactSheet& s)
{
    Json j;
    j["issuer"] = name_or_null(s.issuer);
    j["call"] = {{"first", s.call.first},
                 {"hotline", name_or_null(s.call.hotline)},
                 {"ivr", name_or_null(s.call.ivr)},
                 {"confidence", name_or_null(s.call.confidence)},
                 {"source", name_or_null(s.call.source)},
                 {"hours", name_or_null(s.call.hours)},
                 {"avoid", name_or_null(s.call.avoid)},
                 {"best_next_slot", name_or_null(s.call.best_next_slot)},
                 {"checked", name_or_null(s.call.checked)},
                 {"caution", name_or_null(s.call.caution)},
                 {"others", s.call.others},
                 {"learnt", name_or_null(s.call.learnt)},
                 {"best_times", s.call.best_times},
                 {"manner", s.call.manner},
                 {"environment", s.call.environment},
                 {"if_no_answer", s.call.if_no_answer},
                 {"online", s.call.online}};
    j["have_ready"] = s.have_ready;
    j["documents"] = Json::array();
    for (const auto& d : s.documents)
        j["documents"].push_back({{"id", d.id},
                                  {"name", d.name},
                                  {"why", d.why},
                                  {"essential", d.essential},
                                  {"have", d.have},
                                  {"sent", d.sent},
                                  {"file", name_or_null(d.path)},
                                  {"gone", app::file_is_gone(d.path)}});
    j["script"] = s.script;
    j["letter"] = s.letter;
    j["questions"] = s.questions;
    j["warnings"] = s.warnings;
    j["record_after"] = s.record_after;
    j["disclaimer"] = s.disclaimer;
    j["message"] = s.message;
    j["request"] = name_or_null(s.request);
    j["stage"] = name_or_null(s.stage);
    j["helplines"] = s.helplines;
    j["never_give"] = s.never_give;
    j["region"] = s.region;
    j["tone"] = s.tone;
    j["watch"] = name_or_null(s.watch);
    j["what_to_do_now"] = s.what_to_do_now;
    j["what_may_happen"] = s.what_may_happen;
    j["channel_note"] = s.channel_note;
    j["after_agreement"] = s.after_agreement;
    j["care"] = s.care;
    j["ask_income"] = name_or_null(s.ask_income);
    j["reasons"] = Json::array();
    for (const auto& [id, name] : s.reasons) j["reasons"].push_back({{"id", id}, {"name", name}});
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
    if (!s.call.learnt.empty()) text += s.call.learnt + "\n";
    line(words("Where you stand"), s.stage);
    line(words("Now"), s.what_to_do_now);
    line(words("What may happen"), s.what_may_happen);
    list(words("Have ready"), s.have_ready);
    list(words("Never give"), s.never_give);
    std::vector<std::string> papers;
    for (const auto& d : s.documents) {
        papers.push_back((d.sent ? "[>] " : d.have ? "[x] " : "[ ] ") + printable(d.name));
        if (app::file_is_gone(d.path))
            papers.back() += " – " + words.fill("the file is gone: {file}", fmt::arg("file", printable(d.path)));
    }
    list(words("Papers"), papers);
    if (!s.ask_income.empty()) text += "\n" + s.ask_income + " (--income-change)\n";
    text += "\n" + s.script + "\n";
    list(words("Ask"), s.questions);
    list(words("Write down"), s.record_after);
    list(words("Mind"), s.warnings);
    return text + "\n" + s.disclaimer + "\n";
}

/// script.txt, letter.html, letter.txt and budget.html in a folder that is made where it is missing.
Problems write_sheet(Context& context, const wording::ContactSheet& sheet, const alerts::Proposal& p,
                     const std::filesystem::path& folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return {Problem{
            .trouble = Trouble::not_found, .field = "--out", .text = folder.string(), .detail = failed.message()}};
    const auto& state = context.session().state();
    const std::pair<const char*, std::string> files[] = {
        {"script.txt", wording::script_text(context.words, sheet)},
        {"letter.html", wording::letter_html(context.words, sheet)},
        {"letter.txt", wording::letter_text(sheet)},
        {"budget.html", wording::budget_html(context.words, state.book, state.history, p, state.today)}};
    for (const auto& [name, text] : files)
        if (auto problems = app::write_file(folder / name, text, "--out"); !problems.empty()) return problems;
    return {};
}

/// What is kept with the bill, with what the line says anew; nothing where neither says a reason.
std::optional<Hardship> said_hardship(Reader& in, Context& context, BillId id, const ContactOptions& o)
{
    const auto& bill = context.book().bills.at(id);
    const bool more = !o.since.empty() || !o.until.empty() || !o.pay_now.empty() || !o.income_change.empty();
    if (o.reason.empty() && !bill.hardship) {
        if (more) in.say({.trouble = Trouble::out_of_range, .field = "--reason", .detail = "--reason ID"});
        return std::nullopt;
    }
    auto h = bill.hardship.value_or(Hardship{});
    if (!o.reason.empty()) h.reason = o.reason;
    if (!o.since.empty()) h.since = in.date(o.since, "--since");
    if (!o.until.empty()) h.until = in.date(o.until, "--until");
    if (!o.pay_now.empty()) h.pay_now = in.money(o.pay_now, bill.amount.currency, "--pay-now");
    if (!o.income_change.empty()) h.income_change = in.money(o.income_change, bill.amount.currency, "--income-change");
    return h;
}

Result<Reply> contact(Context& context, const ContactOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    if (o.bill.empty()) in.say({.trouble = Trouble::out_of_range, .field = "BILL", .detail = "BILL"});
    const auto id = o.bill.empty() ? BillId{} : in.bill(o.bill);
    check_reason(in, knowledge, o.reason);
    const auto hardship = in.ok() ? said_hardship(in, context, id, o) : std::nullopt;
    if (!in.ok()) return in.problems();
    if (hardship && hardship != context.book().bills.at(id).hardship)  // so that it is asked once
        if (auto problems = context.run([&](const app::State& s) { return app::say_hardship(s, id, *hardship); });
            !problems.empty())
            return problems;
    const auto request = read_request(in, context, knowledge, {}, id);
    wording::ContactAsk ask{.reason = request.reason};
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

Json contact_json(const Book& book, const Contact& c)
{
    Json j{{"id", c.id.value},
           {"bill", c.bill.value},
           {"payee", book.bills.at(c.bill).payee},
           {"due", json_of(c.due)},
           {"at", json_of(c.at)},
           {"channel", wording::key(c.channel)},
           {"outcome", wording::key(c.outcome)},
           {"agent", name_or_null(c.agent)},
           {"reference", name_or_null(c.reference)},
           {"note", name_or_null(c.note)},
           {"offer", nullptr},
           {"follow_up", json_of(c.follow_up)}};
    j["they_called"] = c.they_called;
    j["waited"] = c.waited ? Json(*c.waited) : Json{};
    j["conduct"] = c.conduct;
    j["promise"] = nullptr;
    if (c.promise)
        j["promise"] = {{"kind", wording::key(c.promise->kind)},
                        {"amount", json_of(c.promise->amount)},
                        {"by", json_of(c.promise->by)},
                        {"kept", c.promise->kept}};
    if (c.offer)
        j["offer"] = {{"months", c.offer->months}, {"fee", decimal(c.offer->fee)}, {"first", json_of(c.offer->first)}};
    return j;
}

std::optional<Promise> read_promise(Reader& in, const Bill& bill, const ContactOptions& o)
{
    if (o.promise.empty()) {
        if (!o.amount.empty() || !o.by.empty())
            in.say({.trouble = Trouble::out_of_range, .field = "--promise", .detail = wording::choices<PromiseKind>()});
        return std::nullopt;
    }
    Promise p{.kind = in.choice<PromiseKind>(o.promise, "--promise")};
    if (o.by.empty()) in.say({.trouble = Trouble::out_of_range, .field = "--by", .detail = "--by YYYY-MM-DD"});
    else p.by = in.date(o.by, "--by");
    if (!o.amount.empty()) p.amount = in.money(o.amount, bill.amount.currency, "--amount");
    if (p.amount && !p.amount->positive())
        in.say({.trouble = Trouble::wrong_sign, .field = "--amount", .text = o.amount});
    return p;
}

std::vector<std::string> read_conduct(Reader& in, const Knowledge& knowledge, const std::string& text)
{
    std::vector<std::string> out;
    std::string known;
    for (const auto& r : knowledge.collection_rules) known += (known.empty() ? "" : "|") + r.id;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        out.push_back(text.substr(from, end - from));
        if (!collection_rule(knowledge, out.back()))
            in.say({.trouble = Trouble::not_a_choice, .field = "--conduct", .text = out.back(), .detail = known});
        from = end + 1;
    }
    return out;
}

/// "2026-11-21T23:10"; now where nothing was said. No call lies ahead.
Moment read_moment(Reader& in, Context& context, const std::string& text)
{
    if (text.empty()) return context.now();
    const auto day = in.date(text.substr(0, 10), "--at");
    int hour = 0, minute = 0;
    char rest = 0;
    const bool read = text.size() >= 16 && std::sscanf(text.c_str() + 11, "%2d:%2d%c", &hour, &minute, &rest) == 2 &&
                      hour < 24 && minute < 60 && hour >= 0 && minute >= 0;
    if (!read) in.say({.trouble = Trouble::not_a_choice, .field = "--at", .text = text, .detail = "2026-11-21T23:10"});
    const auto at = moment(day, hour, minute);
    if (read && day > context.today().date)
        in.say({.trouble = Trouble::out_of_range,
                .field = "--at",
                .text = text,
                .detail = "≤ " + iso(context.today().date)});
    return at;
}

/// What those who called may not have kept to, where this talk shows any.
void add_conduct(Context& context, const Knowledge& knowledge, const Contact& logged, Reply& reply)
{
    const auto& state = context.session().state();
    const auto region =
        wording::region_of(knowledge, state.book, current_duty(state.book, state.history, logged.bill, state.today));
    auto found = alerts::breaches(context.book(), knowledge, logged.bill, region);
    std::erase_if(found, [&](const alerts::Breach& b) { return b.contact != logged.id; });
    const auto said = wording::conduct_words(context.words, knowledge, context.book(), found, region,
                                             context.book().bills.at(logged.bill).payee);
    reply.json["not_kept"] = said.found;
    reply.json["may_do"] = said.may_do;
    reply.json["letter"] = name_or_null(said.letter);
    for (const auto& line : said.found) reply.text += printable(line) + "\n";
    for (const auto& line : said.may_do) reply.text += "  · " + line + "\n";
}

Result<Reply> log_contact(Context& context, const ContactOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    const auto id = in.bill(o.bill);
    if (!in.ok()) return in.problems();
    const auto& bill = context.book().bills.at(id);
    Contact wanted{.bill = id,
                   .at = read_moment(in, context, o.at),
                   .channel = in.choice<Channel>(o.channel, "--channel"),
                   .outcome = in.choice<Outcome>(o.outcome, "--outcome"),
                   .agent = in.text(o.agent, "--agent"),
                   .reference = in.text(o.reference, "--reference"),
                   .note = in.text(o.note, "--note"),
                   .offer = read_offer(in, o.offer),
                   .they_called = o.they_called,
                   .promise = read_promise(in, bill, o),
                   .conduct = read_conduct(in, knowledge, o.conduct)};
    if (!wanted.conduct.empty()) wanted.they_called = true;
    if (o.waited >= 0) wanted.waited = o.waited;
    if (!o.follow_up.empty()) wanted.follow_up = in.date(o.follow_up, "--follow-up");
    std::optional<Date> new_due;
    if (!o.new_due.empty()) new_due = in.date(o.new_due, "--new-due");
    if (wanted.outcome == Outcome::counter_offer && o.offer.empty())
        in.say({.trouble = Trouble::out_of_range,
                .field = "--offer",
                .detail = "--offer months=12,fee=0.006,first=2026-12-20"});
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    if (const auto duty = current_duty(state.book, state.history, id, state.today)) wanted.due = duty->occurrence;
    if (auto problems = context.run([&](const app::State& s) { return app::log_contact(s, wanted, new_due); });
        !problems.empty())
        return problems;
    const auto& logged = context.book().contacts.rbegin()->second;
    Reply reply{.json = contact_json(context.book(), logged),
                .text = context.words.fill("Contact {id} noted.", fmt::arg("id", logged.id.value)) + "\n"};
    if (logged.they_called) add_conduct(context, knowledge, logged, reply);
    if (!logged.offer || logged.outcome != Outcome::counter_offer) return reply;
    const auto request = read_request(in, context, knowledge, {}, id);
    const auto p = proposal_for(context, knowledge, id, request);
    if (!p) return reply;  // paid in the meantime: nothing to compare
    const auto theirs = offer_for(context, *p, *logged.offer, request);
    if (!theirs) return reply;
    reply.json["comparison"] = comparison_json(context.book(), *p, *theirs, context.words);
    reply.text += "\n" + comparison_text(*p, *theirs, context.words);
    return reply;
}

Result<Reply> kept(Context& context, const ContactOptions& o)
{
    if (auto problems = context.run([&](const app::State& s) { return app::promise_kept(s, ContactId{o.id}); });
        !problems.empty())
        return problems;
    return Reply{.json = contact_json(context.book(), context.book().contacts.at(ContactId{o.id})),
                 .text = context.words("Noted.") + "\n"};
}

Json sourced_json(const std::vector<wording::Sourced>& lines)
{
    Json j = Json::array();
    for (const auto& line : lines) j.push_back({{"text", line.text}, {"source", line.source}});
    return j;
}

std::string sourced_text(const std::string& title, const std::vector<wording::Sourced>& lines)
{
    if (lines.empty()) return {};
    std::string text = "\n" + title + "\n";
    for (const auto& line : lines)
        text += "  · " + line.text + (line.source.empty() ? "" : " [" + line.source + "]") + "\n";
    return text;
}

std::string region_of(Context& context, const ContactOptions& o)
{
    return o.region.empty() ? wording::region_of(context.book()) : o.region;
}

Result<Reply> guide(Context& context, const ContactOptions& o)
{
    const auto& words = context.words;
    const auto g = wording::guide(words, db::load_knowledge(), region_of(context, o));
    Reply reply{.json = {{"region", g.region},
                         {"stages", Json::array()},
                         {"home_visit", sourced_json(g.home_visit)},
                         {"rules", sourced_json(g.rules)},
                         {"no_rules", name_or_null(g.no_rules)},
                         {"warnings", sourced_json(g.warnings)},
                         {"helplines", sourced_json(g.helplines)},
                         {"disclaimer", g.disclaimer}}};
    reply.json["old_words"] = name_or_null(g.old_words);
    reply.text = words("What may happen when") + "\n";
    for (const auto& s : g.stages) {
        reply.json["stages"].push_back(
            {{"id", s.id}, {"name", s.name}, {"when", s.when}, {"do_now", s.do_now}, {"may_happen", s.may_happen}});
        reply.text += "  " + s.name + ", " + s.when + "\n    " + s.do_now + "\n    " + s.may_happen + "\n";
    }
    if (!g.old_words.empty()) reply.text += "\n" + g.old_words + "\n";
    reply.text += sourced_text(words("If somebody comes to the door"), g.home_visit) +
                  sourced_text(words("What collectors must keep to"), g.rules);
    if (!g.no_rules.empty()) reply.text += "\n" + g.no_rules + "\n";
    reply.text += sourced_text(words("Beware"), g.warnings) + sourced_text(words("Who helps"), g.helplines) + "\n" +
                  g.disclaimer + "\n";
    return reply;
}

Result<Reply> care(Context& context, const ContactOptions& o)
{
    const auto page = wording::care_page(context.words, db::load_knowledge(), region_of(context, o));
    Reply reply{.json = {{"title", page.title},
                         {"paragraphs", page.paragraphs},
                         {"first_things", page.first_things},
                         {"free_advice", sourced_json(page.free_advice)}}};
    reply.text = page.title + "\n\n";
    for (const auto& p : page.paragraphs) reply.text += p + "\n\n";
    for (const auto& line : page.first_things) reply.text += "  · " + line + "\n";
    reply.text += sourced_text(context.words("Free advice"), page.free_advice);
    return reply;
}

Result<Reply> list_contacts(Context& context, const NoOptions&)
{
    const auto& words = context.words;
    Reply reply;
    reply.json["contacts"] = Json::array();
    Table table{{">#", words("When"), words("Payee"), words("Channel"), words("Outcome"), words("Reference"),
                 words("Follow up")}};
    for (const auto& [id, c] : context.book().contacts) {
        reply.json["contacts"].push_back(contact_json(context.book(), c));
        table.row({std::to_string(id.value), iso(c.at), context.book().bills.at(c.bill).payee,
                   wording::channel_name(words, c.channel), wording::outcome_name(words, c.outcome), c.reference,
                   c.follow_up ? iso(*c.follow_up) : ""});
    }
    reply.text = table.empty() ? words("No contacts noted yet.") + "\n" : table.text();
    return reply;
}

}  // namespace

void add_contact_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* talk = add_command<ContactOptions>(
        app, context, "contact", words("Everything needed to talk to the bank about a bill"),
        "duewatch-cli contact 3 --reason job_loss --out letters",
        [&](CLI::App& c, ContactOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"));
            c.add_option("--reason", o.reason, words("Why money is short; `reasons` lists them. Kept with the bill"))
                ->type_name("ID");
            c.add_option("--since", o.since, words("Since when"))->type_name("YYYY-MM-DD");
            c.add_option("--until", o.until, words("When it should be better"))->type_name("YYYY-MM-DD");
            c.add_option("--pay-now", o.pay_now, words("What you can pay at once"))->type_name("AMOUNT");
            c.add_option("--income-change", o.income_change, words("What will come in more or less a month"))
                ->type_name("AMOUNT");
            c.add_option("--channel", o.channel, words("How to talk"))->type_name(wording::choices<Channel>());
            c.add_option("--option", o.option, words("Which way out of `plan BILL` to ask for"))->type_name("N");
            c.add_option("--out", o.out, words("Also writes script, letter and budget into this folder"))
                ->type_name("DIR");
        },
        contact);
    talk->require_subcommand(0, 1);
    add_command<ContactOptions>(
        *talk, context, "log", words("Notes what was said and agreed"),
        "duewatch-cli contact log 3 --channel phone --outcome agreed --reference A123 --promise waiver --amount 35 "
        "--by 2026-12-20",
        [&](CLI::App& c, ContactOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"))->required();
            c.add_option("--channel", o.channel, words("How you talked"))
                ->type_name(wording::choices<Channel>())
                ->required();
            c.add_option("--outcome", o.outcome, words("What came of it"))
                ->type_name(wording::choices<Outcome>())
                ->required();
            c.add_option("--at", o.at, words("When; now by default"))->type_name("YYYY-MM-DDTHH:MM");
            c.add_option("--note", o.note, words("A note"))->type_name("TEXT");
            c.add_option("--reference", o.reference, words("The case number"))->type_name("R");
            c.add_option("--agent", o.agent, words("Who answered"))->type_name("N");
            c.add_option("--waited", o.waited, words("Minutes until somebody answered"))
                ->type_name("N")
                ->check(CLI::Range(0, 1440));
            c.add_option("--offer", o.offer, words("Terms that were offered"))
                ->type_name("months=12,fee=0.006,first=D");
            c.add_option("--new-due", o.new_due, words("The due date that was agreed"))->type_name("YYYY-MM-DD");
            c.add_option("--promise", o.promise, words("What the bank promised"))
                ->type_name(wording::choices<PromiseKind>());
            c.add_option("--amount", o.amount, words("How much was promised back"))->type_name("AMOUNT");
            c.add_option("--by", o.by, words("By when"))->type_name("YYYY-MM-DD");
            c.add_option("--follow-up", o.follow_up, words("When to ask again"))->type_name("YYYY-MM-DD");
            c.add_flag("--they-called", o.they_called, words("They called or came, not you"));
            c.add_option("--conduct", o.conduct,
                         words("Rules for collectors that were not kept; `contact guide` lists them"))
                ->type_name("ID,ID");
        },
        log_contact);
    add_command<NoOptions>(*talk, context, "list", words("Lists the contacts noted"), "duewatch-cli contact list",
                           no_options, list_contacts);
    add_command<ContactOptions>(
        *talk, context, "kept", words("Notes that what was promised has come"), "duewatch-cli contact kept 2",
        [&](CLI::App& c, ContactOptions& o) { c.add_option("ID", o.id, words("The contact's number"))->required(); },
        kept);
    const auto in_region = [&](CLI::App& c, ContactOptions& o) {
        c.add_option("--region", o.region, words("Whose banks and rules: CN, TW, HK …"))->type_name("CC");
    };
    add_command<ContactOptions>(*talk, context, "guide",
                                words("What may happen when, rules for collectors, fraud, and who helps"),
                                "duewatch-cli contact guide --region CN", in_region, guide);
    add_command<ContactOptions>(*talk, context, "care", words("A page for when it feels too much"),
                                "duewatch-cli contact care", in_region, care);
}

}  // namespace cli
