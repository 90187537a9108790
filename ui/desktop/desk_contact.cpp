// The talk with a bank: what it is prepared with, what is noted of it, and the pages beside it.
#include "ui/app/journeys/bills.hpp"
#include "ui/app/journeys/issuers.hpp"
#include "ui/app/journeys/papers.hpp"
#include "ui/app/journeys/rescue.hpp"
#include "ui/app/journeys/text.hpp"
#include "ui/desktop/desk_rescue.hpp"
#include "ui/viewmodel/follow_ups.hpp"
#include "ui/wording/follow_up.hpp"
#include "ui/wording/rescue.hpp"

namespace desktop {

using ledger::Problem;
using ledger::Trouble;

Answer Desk::keep_reason(const view::ContactChoice& chosen)
{
    const auto* bill = ledger::find<ledger::Bill>(state().book, chosen.duty.bill);
    if (!bill || chosen.reason.empty() || (bill->hardship && bill->hardship->reason == chosen.reason))
        return {true, {}, {}};
    auto hardship = bill->hardship.value_or(ledger::Hardship{});
    hardship.reason = chosen.reason;
    return run([&](const app::State& s) { return app::say_hardship(s, chosen.duty.bill, hardship); });
}

Answer Desk::save(const view::SaveHardship& typed)
{
    const auto said = view::read_hardship(typed, state(), words_);
    if (!said) return refused(said.problems());
    return run([&](const app::State& s) { return app::say_hardship(s, typed.choice.duty.bill, *said); });
}

std::string Desk::region_for(ledger::BillId bill)
{
    return wording::region_of(rescue().knowledge, state().book,
                              ledger::current_duty(state().book, state().history, bill, state().today));
}

std::optional<view::ContactModel> Desk::contact(const view::ContactChoice& asked)
{
    auto choice = asked;
    const auto* bill = ledger::find<ledger::Bill>(state().book, choice.duty.bill);
    if (!bill) return std::nullopt;
    if (choice.reason.empty() && !choice.rather_not && bill->hardship)
        choice.reason = bill->hardship->reason;  // said before
    const auto& knowledge = rescue().knowledge;
    const auto* proposed = proposal(choice.duty);
    if (!proposed)
        return view::contact_afterwards(state(), knowledge, choice.duty, region_for(choice.duty.bill), now_(), words_);
    wording::ContactAsk ask{choice.reason, choice.channel, {}};
    if (choice.option > 0) ask.option = choice.option;
    for (const auto& problem : wording::check_contact(
             knowledge, *proposed, ask)) {  // the facts have changed since it was chosen: then it is asked anew
        if (problem.field == "option") ask.option.reset(), choice.option = 0;
        if (problem.field == "reason") ask.reason.clear(), choice.reason.clear();
    }
    const auto sheet = wording::contact_sheet(words_, knowledge, state().book, *proposed, ask, now_());
    auto model = view::contact({state(), knowledge, *proposed, sheet, choice, now_(), app::file_is_gone}, words_);
    if (const auto theirs = their_offer(choice.duty)) {
        const auto chosen = choice.option > 0 ? std::optional{choice.option} : std::nullopt;
        model.offer = view::offer_model(*view::standing_offer(state().book, choice.duty), *proposed,
                                        alerts::compare(*theirs, *proposed, chosen), state().book, words_);
    }
    return model;
}

Answer Desk::set_paper(const view::SetPaper& wanted)
{
    return run([&](const app::State& s) {
        return app::set_papers(s, wanted.choice.duty.bill, {wanted.document}, wanted.state);
    });
}

Answer Desk::attach(const view::AttachPaper& wanted)
{
    std::string path;
    if (!wanted.file.empty()) {
        path = app::whole_path(wanted.file.string());
        if (path.empty())
            return refused(Problem{.trouble = Trouble::not_found, .field = "file", .text = wanted.file.string()});
    }
    return run(
        [&](const app::State& s) { return app::attach_paper(s, wanted.choice.duty.bill, wanted.document, path); });
}

namespace {

std::string issuer_key(const ledger::Knowledge& knowledge, const app::State& state, const view::DutyKey& duty)
{
    const auto of = ledger::duty_on(state.book, state.history, duty.bill, duty.occurrence, state.today);
    const auto issuer = of ? wording::issuer_of(knowledge, state.book, *of) : std::nullopt;
    return issuer ? issuer->id : std::string{};
}

std::string name_in(const ledger::Issuer& issuer, const std::string& language)
{
    const auto& name = issuer.names.in(language);
    return name.empty() ? issuer.id : name;
}

}  // namespace

Answer Desk::name_bank(const view::NameBank& wanted)
{
    const auto& knowledge = rescue().knowledge;
    const auto typed = ledger::plain_name(wanted.bank);
    if (typed.empty()) return refused(Problem{.trouble = Trouble::empty_name, .field = "bank"});
    const auto found = ledger::search_issuers(knowledge, state().book.corrections, typed);
    if (found.empty())
        return {
            false,
            words_.fill(
                "Duewatch does not know “{bank}”. Give its number too, from the card or its letters, and it is kept.",
                fmt::arg("bank", wanted.bank)),
            {}};
    const ledger::Issuer* chosen = found.size() == 1 ? &found.front() : nullptr;
    std::string names;
    for (const auto& issuer : found) {
        for (const auto* name : {&issuer.id, &issuer.names.en, &issuer.names.zh_CN, &issuer.names.zh_TW})
            if (ledger::plain_name(*name) == typed) chosen = &issuer;
        if (names.size() < 160) names += (names.empty() ? "" : ", ") + name_in(issuer, words_.language());
    }
    if (!chosen)
        return refused(Problem{.trouble = Trouble::ambiguous, .field = "bank", .text = wanted.bank, .detail = names});
    return run([&](const app::State& s) {
        return app::edit_bill(s, {.bill = wanted.choice.duty.bill, .issuer = chosen->id});
    });
}

Answer Desk::correct_number(const view::CorrectNumber& wanted)
{
    const auto& knowledge = rescue().knowledge;
    auto key = issuer_key(knowledge, state(), wanted.choice.duty);
    const bool known = !key.empty();
    if (!known) key = ledger::plain_name(wanted.bank);
    const ledger::IssuerCorrection correction{
        .issuer = key, .name = known ? std::string{} : wanted.bank, .hotline = wanted.number, .note = wanted.note};
    if (wanted.number.empty())
        return refused(
            Problem{.trouble = Trouble::out_of_range, .field = "number", .detail = words_("the right number")});
    return run([&](const app::State& s) -> ledger::Result<ledger::Change> {
        auto change = app::correct_issuer(s, knowledge, correction);
        if (!change || known) return change;
        auto whole = *change;  // a bank of one's own: the bill is owed to it from now on
        const auto bill = app::edit_bill(s, {.bill = wanted.choice.duty.bill, .issuer = key});
        if (!bill) return bill;
        whole.steps.insert(whole.steps.end(), bill->steps.begin(), bill->steps.end());
        return whole;
    });
}

Answer Desk::report_number(const view::ReportNumber& wanted)
{
    const auto& knowledge = rescue().knowledge;
    return run([&](const app::State& s) {
        return app::report_issuer(s, knowledge, issuer_key(knowledge, s, wanted.choice.duty), wanted.note);
    });
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
    return Document{words_("Income, spending and debts"),
                    wording::budget_html(words_, state().book, state().history, *proposed, state().today),
                    "duewatch-budget-" + day};
}

Answer Desk::log(const view::LogContact& wanted)
{
    const auto read = view::read_contact(wanted, state(), now_(), words_);
    if (!read) return refused(read.problems());
    const auto* proposed =
        wanted.outcome == ledger::Outcome::agreed && wanted.agreed_option > 0 ? proposal(wanted.duty) : nullptr;
    if (proposed)
        return run(
            [&](const app::State& s) { return app::log_agreement(s, read->contact, *proposed, wanted.agreed_option); });
    return run([&](const app::State& s) { return app::log_contact(s, read->contact, read->new_due); });
}

Answer Desk::seen(const view::PromiseSeen& promise)
{
    return run([&](const app::State& s) { return app::promise_kept(s, promise.contact); });
}

view::GuideModel Desk::guide(const view::ShowGuide& wanted)
{
    const auto& knowledge = rescue().knowledge;
    const auto duty =
        ledger::duty_on(state().book, state().history, wanted.duty.bill, wanted.duty.occurrence, state().today);
    const auto region = wording::region_of(knowledge, state().book, duty);
    if (wanted.kind == view::GuideKind::care) return view::care(knowledge, region, wanted.duty, words_);
    const auto days = duty && duty->open() ? std::optional{duty->days_after_due(state().today)} : std::nullopt;
    return view::guide(knowledge, region, days, wanted.duty, words_);
}

}  // namespace desktop
