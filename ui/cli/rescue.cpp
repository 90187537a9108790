#include "ui/app/journeys/rescue.hpp"

#include "db/seed/knowledge.hpp"
#include "ui/cli/proposal.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/follow_up.hpp"
#include "ui/wording/rescue.hpp"

namespace cli {

using namespace ledger;

namespace {

std::string advice_key(alerts::AdviceKind kind)
{
    switch (kind) {
        case alerts::AdviceKind::not_needed: return "not_needed";
        case alerts::AdviceKind::choose: return "choose";
        case alerts::AdviceKind::none_holds: return "none_holds";
        case alerts::AdviceKind::talk_to_somebody: break;
    }
    return "talk_to_somebody";
}

Json proposal_json(const Book& book, const alerts::Proposal& p, const wording::Words& words)
{
    Json j{
        {"bill", p.duty.bill.value},         {"payee", p.duty.payee},
        {"due", json_of(p.duty.due)},        {"shortfall", json_of(p.shortfall)},
        {"p_short", probability(p.p_short)}, {"affordable", p.afford.income_seen ? json_of(p.afford.amount()) : Json{}},
        {"options", Json::array()}};
    for (const auto& o : p.options) j["options"].push_back(option_json(book, o, words));
    j["advice"] = wording::advice_words(words, p);
    j["advice_kind"] = advice_key(p.advice.kind);
    return j;
}

Json joint_plan_json(const Book& book, const alerts::JointPlan& t, const wording::Words& words)
{
    const auto said = wording::joint_plan_words(words, book, t);
    Json j{{"currency", t.currency.text()},
           {"moves", t.moves()},
           {"holds", probability(t.holds)},
           {"total_cost", json_of(t.total_cost)},
           {"affordable", json_of(t.affordable)},
           {"advice", said.advice},
           {"advice_kind", advice_key(t.advice.kind)},
           {"steps", said.steps},
           {"moving", Json::array()},
           {"bills", Json::array()}};
    for (const auto& m : t.moving)
        j["moving"].push_back(
            {{"from", find<Account>(book, m.from)->name}, {"on", json_of(m.on)}, {"amount", json_of(m.amount)}});
    for (const auto& part : t.parts)
        j["bills"].push_back({{"bill", part.duty.bill.value},
                              {"payee", part.duty.payee},
                              {"due", json_of(part.duty.due)},
                              {"owed", json_of(part.duty.still_owed)},
                              {"essential", part.duty.essential},
                              {"option", part.option ? option_json(book, *part.option, words) : Json{}}});
    return j;
}

std::string joint_plan_text(const Book& book, const alerts::JointPlan& t, const wording::Words& words)
{
    const auto said = wording::joint_plan_words(words, book, t);
    std::string text = words("All bills together:") + "\n" + said.advice + "\n";
    int n = 0;
    for (const auto& step : said.steps) text += "  " + std::to_string(++n) + ". " + printable(step) + "\n";
    return text + "  " + said.holds + "; " + said.cost + "\n";
}

/// Said to whoever has nothing left to pay with.
std::string care_line(const wording::Words& words)
{
    return words("If it feels too much: duewatch-cli contact care");
}

std::string proposal_text(const Book& book, const alerts::Proposal& p, const wording::Words& words)
{
    std::string text =
        words.fill("{payee}, {owed} due on {date}", fmt::arg("payee", printable(p.duty.payee)),
                   fmt::arg("owed", words.money(p.duty.still_owed)), fmt::arg("date", words.date(p.duty.due)));
    if (p.shortfall.positive())
        text += words.fill("; about {short} may be missing", fmt::arg("short", words.money(p.shortfall)));
    text += "\n" + wording::advice_words(words, p) + "\n";
    for (const auto& o : p.options) {
        const auto said = wording::option_words(words, book, o);
        text += "\n" + std::to_string(o.n) + ". " + printable(said.title) + "\n";
        for (const auto& line : {said.holds, said.cost, said.why})
            if (!line.empty()) text += "   " + printable(line) + "\n";
        for (const auto& risk : said.risks) text += "   · " + printable(risk) + "\n";
    }
    if (p.advice.kind == alerts::AdviceKind::talk_to_somebody) text += "\n" + care_line(words) + "\n";
    return text;
}

Result<Reply> plan(Context& context, const PlanOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    if (o.bill.empty() == !o.all) in.say({.trouble = Trouble::out_of_range, .field = "BILL", .detail = "BILL | --all"});
    const auto id = o.bill.empty() ? BillId{} : in.bill(o.bill);
    const auto request = read_request(in, context, knowledge, o, id);
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
    for (const auto& p : alerts::propose_for_all(state.book, state.history, state.today, request)) {
        reply.json["plans"].push_back(proposal_json(book, p, words));
        reply.text += (reply.text.empty() ? "" : "\n") + proposal_text(book, p, words);
    }
    reply.json["together"] = Json::array();
    for (const auto& t : alerts::joint_plans(state.book, state.history, state.today, request)) {
        reply.json["together"].push_back(joint_plan_json(book, t, words));
        if (t.advice.kind != alerts::AdviceKind::not_needed)
            reply.text += (reply.text.empty() ? "" : "\n") + joint_plan_text(book, t, words);
    }
    if (reply.text.empty()) reply.text = words("No due date is at risk.") + "\n";
    return reply;
}

Json plan_json(const app::State& state, const Plan& p)
{
    Json j{{"id", p.id.value},
           {"bill", p.bill.value},
           {"payee", state.book.bills.at(p.bill).payee},
           {"due", json_of(p.due)},
           {"kind", wording::key(p.kind)},
           {"status", wording::key(p.status)},
           {"total_cost", json_of(p.total_cost)},
           {"reason", name_or_null(p.reason)},
           {"accepted", json_of(p.accepted)},
           {"plan_bill", nullptr},
           {"schedule", Json::array()}};
    const auto* bill = app::bill_of_plan(state.book, p.id);
    if (bill) j["plan_bill"] = bill->id.value;
    std::map<Date, Duty> parts;
    if (bill && !p.schedule.empty())
        for (auto& d : duties(state.book, state.history, p.schedule.front().due - Days{366},
                              p.schedule.back().due + Days{366}, state.today))
            if (d.bill == bill->id) parts.emplace(d.occurrence, d);
    for (const auto& part : p.schedule) {
        const auto at = parts.find(part.due);
        j["schedule"].push_back({{"due", json_of(part.due)},
                                 {"amount", json_of(part.amount)},
                                 {"status", at == parts.end() ? Json{} : Json(wording::key(at->second.status))}});
    }
    return j;
}

std::string plan_line(const app::State& state, const Plan& p, const wording::Words& words)
{
    return words.fill("Plan {id} for {payee}: {kind}, {status}", fmt::arg("id", p.id.value),
                      fmt::arg("payee", printable(state.book.bills.at(p.bill).payee)),
                      fmt::arg("kind", words(wording::key(p.kind).c_str())),
                      fmt::arg("status", words(wording::key(p.status).c_str()))) +
           "\n";
}

/// The plan for all bills, as `plan --all` shows it: one Change for each currency.
Result<Reply> accept_all(Context& context, const PlanOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    const auto request = read_request(in, context, knowledge, o, {});
    if (!in.ok()) return in.problems();
    const auto before = context.book().plans.empty() ? PlanId{} : context.book().plans.rbegin()->first;
    const auto& state = context.session().state();
    for (const auto& t : alerts::joint_plans(state.book, state.history, state.today, request)) {
        if (t.moves() == 0) continue;
        if (auto problems = context.run([&](const app::State& s) { return app::accept_joint_plan(s, t); });
            !problems.empty())
            return problems;
    }
    Reply reply;
    reply.json["plans"] = Json::array();
    for (const auto& [id, plan] : state.book.plans) {
        if (id <= before) continue;
        reply.json["plans"].push_back(plan_json(state, plan));
        reply.text += plan_line(state, plan, context.words);
    }
    if (reply.text.empty()) reply.text = context.words("No due date is at risk.") + "\n";
    return reply;
}

Result<Reply> accept(Context& context, const PlanOptions& o)
{
    if (o.all && o.bill.empty()) return accept_all(context, o);
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    if (o.bill.empty() || o.all)
        return Problem{.trouble = Trouble::out_of_range, .field = "BILL", .detail = "BILL | --all"};
    const auto id = in.bill(o.bill);
    const auto request = read_request(in, context, knowledge, o, id);
    const auto offer = o.offer.empty() || o.offer == "last"
                           ? (o.offer.empty() ? std::nullopt : last_offer(context.book(), id))
                           : read_offer(in, o.offer);
    if (in.ok() && !o.offer.empty() && !offer)
        in.say({.trouble = Trouble::no_such,
                .field = "--offer",
                .text = o.offer,
                .detail = "months=12,fee=0.006,first=2026-12-20"});
    if (in.ok() && o.offer.empty() && o.option == 0)
        in.say({.trouble = Trouble::out_of_range, .field = "OPTION", .detail = "OPTION | --offer"});
    if (!in.ok()) return in.problems();
    const auto p = proposal_for(context, knowledge, id, request);
    if (!p) return p.problems();
    const auto take = [&](const app::State& s) {
        return offer ? app::accept_offer(s, *p,
                                         alerts::offered_option(s.book, s.history, s.today, p->duty, *offer, request),
                                         request.reason)
                     : app::accept_plan(s, *p, o.option, request.reason);
    };
    if (auto problems = context.run(take); !problems.empty()) return problems;
    const auto& accepted = context.book().plans.rbegin()->second;
    const auto& state = context.session().state();
    Reply reply{.json = plan_json(state, accepted), .text = plan_line(state, accepted, context.words)};
    if (accepted.status == PlanStatus::proposed_to_bank)
        reply.text += context.words(
                          "The bank has to agree first. Note its answer: duewatch-cli contact log BILL --channel phone "
                          "--outcome agreed") +
                      "\n";
    return reply;
}

Result<Reply> compare(Context& context, const PlanOptions& o)
{
    const auto knowledge = db::load_knowledge();
    Reader in{context};
    const auto id = in.bill(o.bill);
    const auto request = read_request(in, context, knowledge, o, id);
    const auto offer = o.offer.empty() ? last_offer(context.book(), id) : read_offer(in, o.offer);
    if (in.ok() && !offer)
        in.say({.trouble = Trouble::out_of_range,
                .field = "--offer",
                .detail = "--offer months=12,fee=0.006,first=2026-12-20"});
    if (!in.ok()) return in.problems();
    const auto p = proposal_for(context, knowledge, id, request);
    if (!p) return p.problems();
    const auto theirs = offer_for(context, *p, *offer, request);
    if (!theirs) return theirs.problems();
    return Reply{.json = comparison_json(context.book(), *p, *theirs, context.words),
                 .text = comparison_text(*p, *theirs, context.words)};
}

Result<Reply> end(Context& context, const PlanOptions& o, PlanStatus how)
{
    if (auto problems = context.run([&](const app::State& s) { return app::end_plan(s, PlanId{o.id}, how); });
        !problems.empty())
        return problems;
    const auto& state = context.session().state();
    const auto& ended = state.book.plans.at(PlanId{o.id});
    return Reply{.json = plan_json(state, ended), .text = plan_line(state, ended, context.words)};
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

}  // namespace

void add_rescue_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    auto* group = add_command<PlanOptions>(
        app, context, "plan", words("Ways out for a bill, the cheapest that holds first"),
        "duewatch-cli plan 3 --reason job_loss",
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
            c.add_option("BILL", o.bill, words("The bill's number or payee"));
            c.add_option("OPTION", o.option, words("Its number in `plan BILL`"));
            c.add_flag("--all", o.all, words("Instead: the plan for all bills that `plan --all` shows"));
            c.add_option("--offer", o.offer, words("Instead: the terms the bank offered; `last` for those noted last"))
                ->type_name("months=12,fee=0.006,first=D|last");
            add_plan_options(c, o, words);
        },
        accept);
    add_command<PlanOptions>(
        *group, context, "compare", words("A bank's offer beside the best of ours"),
        "duewatch-cli plan compare 3 --offer months=12,fee=0.006,first=2026-12-20",
        [&](CLI::App& c, PlanOptions& o) {
            c.add_option("BILL", o.bill, words("The bill's number or payee"))->required();
            c.add_option("--offer", o.offer, words("Terms that were offered; without it, those noted last"))
                ->type_name("months=12,fee=0.006,first=D");
            add_plan_options(c, o, words);
        },
        compare);
    const auto by_id = [&](CLI::App& c, PlanOptions& o) { c.add_option("ID", o.id, words("Its number"))->required(); };
    add_command<PlanOptions>(*group, context, "keep", words("Notes that a plan was paid to its end"),
                             "duewatch-cli plan keep 1", by_id,
                             [](Context& c, const PlanOptions& o) { return end(c, o, PlanStatus::kept); });
    add_command<PlanOptions>(*group, context, "withdraw", words("Ends a plan that does not go on"),
                             "duewatch-cli plan withdraw 1", by_id,
                             [](Context& c, const PlanOptions& o) { return end(c, o, PlanStatus::withdrawn); });
    add_command<NoOptions>(*group, context, "list", words("Lists the plans accepted"), "duewatch-cli plan list",
                           no_options, list_plans);
    add_command<PlanOptions>(
        *group, context, "status", words("How a plan goes"), "duewatch-cli plan status 1",
        [&](CLI::App& c, PlanOptions& o) { c.add_option("ID", o.id, words("Its number"))->required(); }, plan_status);

    add_contact_commands(app, context);
    add_directory_commands(app, context);
}

}  // namespace cli
