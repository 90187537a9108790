// Ways out of a bill that is at risk, and the talk with a bank.
#include <algorithm>

#include "alerts/planner.hpp"
#include "db/knowledge.hpp"
#include "ui/app/journeys/rescue.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/wording/rescue.hpp"

namespace desktop {

using ledger::Channel;
using ledger::Outcome;
using view::Action;

/// What is proposed for one duty, kept while the facts stay as they are: the proof of every option costs a forecast.
struct Desk::Rescue {
    view::DutyKey duty{};
    std::int64_t revision = -1;
    ledger::Today today{};
    alerts::Proposal proposal{};
    ledger::Knowledge knowledge = db::load_knowledge();
};

const alerts::Proposal* Desk::proposal(view::DutyKey duty)
{
    const auto* finding = view::finding_of(session_.assessment(), duty);
    if (!finding || !finding->duty.open()) return nullptr;
    if (!rescue_) rescue_ = std::make_shared<Rescue>();
    auto& r = *rescue_;
    if (r.duty == duty && r.revision == state().book.revision && r.today == state().today) return &r.proposal;
    alerts::PlanRequest request;
    if (const auto issuer = wording::issuer_of(r.knowledge, state().book, finding->duty)) request.instalment_fees = issuer->terms.instalment_fees;
    r.proposal = alerts::options(state().book, state().history, state().today, finding->duty, request);
    r.duty = duty;
    r.revision = state().book.revision;
    r.today = state().today;
    return &r.proposal;
}

std::optional<view::WarningDetail> Desk::warning(view::DutyKey duty)
{
    const auto* finding = view::finding_of(session_.assessment(), duty);
    const auto* proposed = proposal(duty);
    if (!finding || !proposed) return std::nullopt;
    std::vector<view::Way> ways;
    for (const auto& option : proposed->options) {
        const auto said = wording::option_words(words_, state().book, option);
        view::Way way{option.n, said.title, {}, said.why, said.risks, option.needs_bank};
        way.figures = said.cost.empty()    ? said.holds
                      : said.holds.empty() ? said.cost
                                           : words_.fill("{cost}; {holds}", fmt::arg("cost", said.cost), fmt::arg("holds", said.holds));
        ways.push_back(std::move(way));
    }
    return view::warning_detail(state(), *finding, std::move(ways), wording::advice_words(words_, *proposed), words_);
}

Answer Desk::accept(const view::AcceptOption& wanted)
{
    const auto* proposed = proposal(wanted.duty);
    if (!proposed) return {false, words_("Nothing was changed."), {}};
    const auto* bill = ledger::find<ledger::Bill>(state().book, wanted.duty.bill);
    const auto reason = bill && bill->hardship ? bill->hardship->reason : std::string{};
    return run([&](const app::State& s) { return app::accept_plan(s, *proposed, wanted.option, reason); });
}

namespace {

constexpr Channel channels[] = {Channel::phone, Channel::chat, Channel::email, Channel::letter, Channel::app, Channel::visit};
constexpr Outcome outcomes[] = {Outcome::agreed, Outcome::refused, Outcome::pending, Outcome::no_answer, Outcome::counter_offer};

/// What is to be said or sent by this way.
const std::string& text_for(const wording::ContactSheet& sheet, Channel channel)
{
    switch (channel) {
        case Channel::letter:
        case Channel::visit: return sheet.letter.empty() ? sheet.script : sheet.letter;
        case Channel::email: return sheet.letter.empty() ? sheet.message : sheet.letter;
        case Channel::chat:
        case Channel::app:
        case Channel::sms: return sheet.message.empty() ? sheet.script : sheet.message;
        case Channel::phone: break;
    }
    return sheet.script;
}

}  // namespace

Answer Desk::keep_reason(const view::ContactChoice& chosen)
{
    const auto* bill = ledger::find<ledger::Bill>(state().book, chosen.duty.bill);
    if (!bill || chosen.reason.empty() || (bill->hardship && bill->hardship->reason == chosen.reason)) return {true, {}, {}};
    auto hardship = bill->hardship.value_or(ledger::Hardship{});
    hardship.reason = chosen.reason;
    return run([&](const app::State& s) { return app::say_hardship(s, chosen.duty.bill, hardship); });
}

std::optional<view::ContactModel> Desk::contact(const view::ContactChoice& asked)
{
    auto choice = asked;
    if (const auto* bill = ledger::find<ledger::Bill>(state().book, choice.duty.bill); choice.reason.empty() && bill && bill->hardship)
        choice.reason = bill->hardship->reason;  // said before
    const auto* proposed = proposal(choice.duty);
    if (!proposed) return std::nullopt;
    const auto& knowledge = rescue_->knowledge;
    wording::ContactAsk ask{choice.reason, choice.channel, {}};
    if (choice.option > 0) ask.option = choice.option;
    if (!wording::check_contact(knowledge, *proposed, ask).empty()) return std::nullopt;
    const auto sheet = wording::contact_sheet(words_, knowledge, state().book, *proposed, ask, now_());

    view::ContactModel model;
    model.duty = choice.duty;
    const auto whom = sheet.issuer_name.empty() ? proposed->duty.payee : sheet.issuer_name;
    model.title = words_.fill("Talk to {whom} about {amount}, due {date}", fmt::arg("whom", whom), fmt::arg("amount", words_.money(proposed->duty.still_owed)),
                              fmt::arg("date", words_.date(proposed->duty.due)));
    model.step_titles = {words_("Step 1 of 5: why the money is short. Only you know; it shapes what you say."), words_("Step 2 of 5: what you ask for."),
                         words_("Step 3 of 5: papers. Say what you have; those in bold matter most."), words_("Step 4 of 5: by what way."),
                         words_("Step 5 of 5: what to say. Change it until it sounds like you.")};
    model.reason_ids.push_back({});
    model.reason.labels.push_back(words_("I would rather not say"));
    model.reason.chosen = 0;
    for (const auto& reason : knowledge.reasons) {
        if (reason.id == choice.reason) model.reason.chosen = static_cast<int>(model.reason_ids.size());
        model.reason_ids.push_back(reason.id);
        model.reason.labels.push_back(reason.names.in(words_.language()));
    }
    if (!choice.reason.empty() && !sheet.tone.empty()) model.reason_note = words_.fill("How to put it: {tone}", fmt::arg("tone", sheet.tone));
    model.stage_title = words_("Where things stand, and what may come");
    for (const auto* line : {&sheet.stage, &sheet.what_may_happen, &sheet.watch})
        if (!line->empty()) model.stage.push_back(*line);
    model.care_title = words_("When it is too much");
    if (!sheet.care.empty()) model.care.push_back(sheet.care);
    for (const auto& line : sheet.helplines) model.care.push_back("•  " + line);
    model.option_numbers.push_back(0);
    model.option.labels.push_back(sheet.request_name.empty() || choice.option > 0 ? words_("what fits best") : words_.fill("what fits best: {request}", fmt::arg("request", sheet.request_name)));
    model.option_notes.push_back(sheet.what_to_do_now);
    model.option.chosen = 0;
    for (const auto& option : proposed->options) {
        if (!option.needs_bank) continue;
        if (option.n == choice.option) model.option.chosen = static_cast<int>(model.option_numbers.size());
        const auto said = wording::option_words(words_, state().book, option);
        model.option_numbers.push_back(option.n);
        model.option.labels.push_back(said.title);
        model.option_notes.push_back(said.cost);
    }
    for (const auto& paper : sheet.documents) {
        auto state_now = paper.have ? ledger::PaperState::have : ledger::PaperState::to_get;
        for (const auto& [id, kept] : state().book.papers)
            if (kept.bill == choice.duty.bill && kept.document == paper.id) state_now = kept.state;
        model.papers.push_back({paper.id, paper.name, paper.why, paper.essential, state_now});
    }
    model.paper_states = {words_("still to get"), words_("have it"), words_("sent")};
    model.papers_note = sheet.documents.empty() ? words_("Choose a reason first; the papers follow from it.") : std::string{};
    for (const auto channel : channels) {
        if (channel == choice.channel) model.channel.chosen = static_cast<int>(model.channels.size());
        model.channels.push_back(channel);
        model.channel.labels.push_back(wording::channel_name(words_, channel));
    }
    const auto reach = [&](const char* name, const std::string& value) {
        if (!value.empty()) model.reach.emplace_back(words_(name), value);
    };
    using wording::N_;
    if (choice.channel == Channel::phone) {
        reach(N_("First"), sheet.call.first);
        reach(N_("Hotline"), sheet.call.hotline);
        reach(N_("Caution"), sheet.call.caution);
        reach(N_("In the menu"), sheet.call.ivr);
        reach(N_("Avoid"), sheet.call.avoid);
        reach(N_("Best time"), sheet.call.best_next_slot.empty() ? sheet.call.best_times : sheet.call.best_next_slot);
        reach(N_("How"), sheet.call.manner);
        reach(N_("Source"), sheet.call.source);
    } else {
        for (const auto& online : sheet.call.online) reach(N_("Online"), online);
    }
    reach(N_("Good for"), sheet.channel_note);
    if (choice.channel == Channel::phone) {
        model.ready_title = words_("Have ready");
        model.have_ready = sheet.have_ready;
    }
    model.warnings = sheet.warnings;
    for (const auto& what : sheet.never_give) model.warnings.push_back(words_.fill("Never hand over: {what}", fmt::arg("what", what)));
    model.say_title = choice.channel == Channel::phone ? words_("What to say") : words_("What to send");
    model.say = text_for(sheet, choice.channel);
    model.file_name = "duewatch-" + ledger::iso(proposed->duty.due) + ".txt";
    model.questions = sheet.questions;
    model.questions_title = words_("Ask before you agree");
    model.disclaimer = sheet.disclaimer;
    model.budget = words_("Income and spending sheet…");
    model.record = sheet.record_after;
    if (!sheet.after_agreement.empty()) model.record.push_back(sheet.after_agreement);
    model.log_title = words_("Afterwards: note what came of it");
    for (const auto outcome : outcomes) {
        model.outcomes.push_back(outcome);
        model.outcome.labels.push_back(wording::outcome_name(words_, outcome));
    }
    model.outcome.chosen = 2;
    return model;
}

Answer Desk::set_paper(const view::SetPaper& wanted)
{
    return run([&](const app::State& s) { return app::set_papers(s, wanted.choice.duty.bill, {wanted.document}, wanted.state); });
}

std::optional<Desk::Document> Desk::document(const view::ShowDocument& wanted)
{
    const auto day = ledger::iso(state().today.date);
    if (wanted.kind == view::DocumentKind::text) {
        const auto* bill = ledger::find<ledger::Bill>(state().book, wanted.duty.bill);
        const auto title = bill ? bill->payee : std::string{};
        return Document{title, wording::text_html(words_, title, wanted.text), "duewatch-letter-" + day};
    }
    const auto* proposed = proposal(wanted.duty);
    if (!proposed) return std::nullopt;
    return Document{words_("Income, spending and debts"), wording::budget_html(words_, state().book, state().history, *proposed, state().today),
                    "duewatch-budget-" + day};
}

Answer Desk::log(const view::LogContact& wanted)
{
    const auto* bill = ledger::find<ledger::Bill>(state().book, wanted.duty.bill);
    if (!bill) return {false, words_("Nothing was changed."), {}};
    ledger::Contact contact;
    contact.bill = wanted.duty.bill;
    contact.due = wanted.duty.occurrence;
    contact.at = now_();
    contact.channel = wanted.channel;
    contact.outcome = wanted.outcome;
    contact.agent = wanted.agent;
    contact.reference = wanted.reference;
    contact.note = wanted.note;
    if (!wanted.follow_up.empty()) {
        const auto day = view::read_day(wanted.follow_up, state().today, words_);
        if (!day) return refused(day.problems());
        contact.follow_up = *day;
    }
    return run([&](const app::State& s) { return app::log_contact(s, contact); });
}

}  // namespace desktop
