#include "ui/viewmodel/contact.hpp"

#include <filesystem>

namespace view {

namespace {

using ledger::Channel;
using ledger::Trouble;
using wording::N_;
using wording::Words;

constexpr Channel ways[] = {Channel::phone,  Channel::chat, Channel::email,
                            Channel::letter, Channel::app,  Channel::visit};

void reasons(const ContactInputs& in, ContactModel& model, const Words& words)
{
    model.reason_ids.push_back({});
    model.reason.labels.push_back(words("I would rather not say"));
    model.reason.chosen = in.choice.reason.empty() && in.choice.rather_not ? 0 : -1;
    for (const auto& reason : in.knowledge.reasons) {
        if (reason.id == in.choice.reason) model.reason.chosen = static_cast<int>(model.reason_ids.size());
        model.reason_ids.push_back(reason.id);
        model.reason.labels.push_back(reason.names.in(words.language()));
    }
    model.reason_missing =
        words("Choose why the money is short, or that you would rather not say. Duewatch never guesses it.");
    if (!in.choice.reason.empty() && !in.sheet.tone.empty())
        model.reason_note = words.fill("How to put it: {tone}", fmt::arg("tone", in.sheet.tone));
    if (in.choice.reason.empty()) return;
    auto& form = model.hardship;
    form.note =
        in.sheet.ask_income.empty()
            ? words("What you say here goes into the words to the bank; what you leave empty stays out of them.")
            : in.sheet.ask_income;
    const auto* bill = ledger::find<ledger::Bill>(in.state.book, in.choice.duty.bill);
    if (!bill || !bill->hardship) return;
    const auto& said = *bill->hardship;
    if (said.since) form.since = ledger::iso(*said.since);
    if (said.until) form.until = ledger::iso(*said.until);
    if (said.pay_now) form.pay_now = ledger::decimal(*said.pay_now);
    if (said.income_change) form.less = ledger::decimal(-*said.income_change);
}

void requests(const ContactInputs& in, ContactModel& model, const Words& words)
{
    const auto& sheet = in.sheet;
    model.option_numbers.push_back(0);
    model.option.labels.push_back(
        sheet.request_name.empty() || in.choice.option > 0
            ? words("what fits best")
            : words.fill("what fits best: {request}", fmt::arg("request", sheet.request_name)));
    model.option_notes.push_back(sheet.what_to_do_now);
    model.option.chosen = 0;
    for (const auto& option : in.proposal.options) {
        if (!option.needs_bank) continue;
        if (option.n == in.choice.option) model.option.chosen = static_cast<int>(model.option_numbers.size());
        const auto said = wording::option_words(words, in.state.book, option);
        model.option_numbers.push_back(option.n);
        model.option.labels.push_back(said.title);
        model.option_notes.push_back(
            said.holds.empty() || said.cost.empty()
                ? said.cost + said.holds
                : words.fill("{cost}; {holds}", fmt::arg("cost", said.cost), fmt::arg("holds", said.holds)));
    }
}

void papers(const ContactInputs& in, ContactModel& model, const Words& words)
{
    for (const auto& paper : in.sheet.documents) {
        PaperLine line{paper.id, paper.name, paper.why, paper.essential,
                       paper.sent   ? ledger::PaperState::sent
                       : paper.have ? ledger::PaperState::have
                                    : ledger::PaperState::to_get};
        for (const auto& [id, kept] : in.state.book.papers)
            if (kept.bill == in.choice.duty.bill && kept.document == paper.id) line.state = kept.state;
        if (!paper.path.empty()) line.file = std::filesystem::path{paper.path}.filename().string();
        if (!paper.path.empty() && in.gone && in.gone(paper.path))
            line.gone = words.fill("The file is not there any more: {file}", fmt::arg("file", paper.path));
        model.papers.push_back(std::move(line));
    }
    model.paper_states = {words("still to get"), words("have it"), words("sent")};
    model.papers_note =
        in.choice.reason.empty()
            ? words(
                  "Without a reason, these are the papers that help with any. A file can be dropped on its paper; it "
                  "stays where it is.")
            : words("Those in bold matter most. A file can be dropped on its paper; it stays where it is.");
}

void channels(const ContactInputs& in, ContactModel& model, const Words& words)
{
    const auto& sheet = in.sheet;
    for (const auto channel : ways) {
        if (channel == in.choice.channel) model.channel.chosen = static_cast<int>(model.channels.size());
        model.channels.push_back(channel);
        model.channel.labels.push_back(wording::channel_name(words, channel));
    }
    const auto reach = [&](const char* name, const std::string& value) {
        if (!value.empty()) model.reach.emplace_back(words(name), value);
    };
    reach(N_("Good for"), sheet.channel_note);
    if (in.choice.channel == Channel::phone) {
        const auto& call = sheet.call;
        reach(N_("First"), call.first);
        reach(N_("Hotline"),
              call.hotline.empty() || call.hours.empty()
                  ? call.hotline
                  : words.fill("{number}, {hours}", fmt::arg("number", call.hotline), fmt::arg("hours", call.hours)));
        reach(N_("Caution"), call.caution);
        reach(N_("In the menu"), call.ivr);
        reach(N_("Avoid"), call.avoid);
        reach(N_("Best time"), call.best_next_slot.empty() ? call.best_times : call.best_next_slot);
        reach(N_("Your own calls"), call.learnt);
        reach(N_("Before you call"), call.environment);
        reach(N_("How"), call.manner);
        reach(N_("If nobody answers"), call.if_no_answer);
        reach(N_("Source"), call.source.empty() || call.checked.empty()
                                ? call.source
                                : words.fill("{source}; read on {checked}", fmt::arg("source", call.source),
                                             fmt::arg("checked", call.checked)));
        model.ready_title = words("Have ready");
        model.have_ready = sheet.have_ready;
    }
    else {
        for (const auto& online : sheet.call.online) reach(N_("Online"), online);
    }
    if (sheet.issuer.empty()) {
        const bool debt = in.proposal.duty.source != ledger::BillSource::entered;
        model.bank_unknown = debt ? words(
                                        "Duewatch does not know which bank this is. Name it, and its number, menu and "
                                        "hours come up; until then dial the number on the card.")
                                  : words(
                                        "No bank is known behind this bill. Where there is one, name it, and its "
                                        "number comes up; else dial the number on the bill or contract.");
    }
    else {
        model.bank = sheet.issuer_name;
        model.number_note = words(
            "Is the number wrong? Note it, and it is said wherever it stands. The right one, from the card, comes "
            "first from then on.");
    }
}

void words_to_say(const ContactInputs& in, ContactModel& model, const Words& words)
{
    const auto& sheet = in.sheet;
    model.say_title = in.choice.channel == Channel::phone ? words("What to say") : words("What to send");
    model.say = text_for(sheet, in.choice.channel);
    model.file_name = "duewatch-" + ledger::iso(in.proposal.duty.due) + ".txt";
    model.questions = sheet.questions;
    model.questions_title = words("Ask before you agree");
    model.disclaimer = sheet.disclaimer;
    model.budget = words("Income and spending sheet…");
}

/// To what the bank may have agreed: what was asked for is chosen.
void agreements(const ContactInputs& in, ContactModel& model, const Words& words)
{
    auto& form = model.follow_up;
    const int asked = in.choice.option > 0 ? in.choice.option : in.sheet.option;
    for (const auto& option : in.proposal.options) {
        if (!option.needs_bank) continue;
        if (option.n == asked) form.agreed.chosen = static_cast<int>(form.agreed_options.size());
        form.agreed_options.push_back(option.n);
        form.agreed.labels.push_back(wording::option_words(words, in.state.book, option).title);
    }
    form.agreed_options.push_back(FollowUpFormModel::another_day);
    form.agreed.labels.push_back(words("another due date"));
    form.agreed_options.push_back(FollowUpFormModel::only_noted);
    form.agreed.labels.push_back(words("something else: only note it"));
    if (form.agreed.chosen < 0) form.agreed.chosen = static_cast<int>(form.agreed_options.size()) - 1;
}

std::vector<std::string> step_titles(const Words& words)
{
    const std::string what[] = {words("Why the money is short. Only you know; it shapes what you say."),
                                words("What you ask for."),
                                words("Papers. Say what you have."),
                                words("By what way."),
                                words("What to say. Change it until it sounds like you."),
                                words("Afterwards: note what came of it.")};
    std::vector<std::string> out;
    for (const auto& w : what)
        out.push_back(words.fill("Step {n} of {all}: {what}", fmt::arg("n", out.size() + 1),
                                 fmt::arg("all", std::size(what)), fmt::arg("what", w)));
    return out;
}

}  // namespace

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

ContactModel contact(const ContactInputs& in, const Words& words)
{
    const auto& duty = in.proposal.duty;
    const auto& sheet = in.sheet;
    const auto whom = sheet.issuer_name.empty() ? duty.payee : sheet.issuer_name;
    ContactModel model{.duty = in.choice.duty};
    model.title = words.fill("Talk to {whom} about {amount}, due {date}", fmt::arg("whom", whom),
                             fmt::arg("amount", words.money(duty.still_owed)), fmt::arg("date", words.date(duty.due)));
    model.step_titles = step_titles(words);
    reasons(in, model, words);
    requests(in, model, words);
    papers(in, model, words);
    channels(in, model, words);
    words_to_say(in, model, words);
    model.beware = words(
        "Beware: negotiating is free, and only through the number on the card or the official app. No bank asks for a "
        "password or a one-time code.");
    model.warnings = sheet.warnings;
    for (const auto& what : sheet.never_give)
        model.warnings.push_back(words.fill("Never hand over: {what}", fmt::arg("what", what)));
    model.follow_up =
        follow_up_form(in.state, in.knowledge, duty.bill, sheet.region, whom, in.choice.channel, in.now, words);
    agreements(in, model, words);
    model.after_agreement = sheet.after_agreement;
    return model;
}

ContactModel contact_afterwards(const app::State& state, const ledger::Knowledge& knowledge, DutyKey duty,
                                const std::string& region, ledger::Moment now, const Words& words)
{
    ContactModel model{.duty = duty, .only_after = true};
    const auto* bill = ledger::find<ledger::Bill>(state.book, duty.bill);
    const auto whom = bill ? bill->payee : std::string{};
    model.title = words.fill("Talks with {whom}", fmt::arg("whom", whom));
    model.step_titles = step_titles(words);
    model.closed =
        words("Nothing is open on this bill, so there is nothing to ask for. What was said can still be noted.");
    model.follow_up = follow_up_form(state, knowledge, duty.bill, region, whom, Channel::phone, now, words);
    return model;
}

ledger::Result<ledger::Hardship> read_hardship(const SaveHardship& typed, const app::State& state, const Words& words)
{
    using ledger::Problem;
    const auto* bill = ledger::find<ledger::Bill>(state.book, typed.choice.duty.bill);
    if (!bill) return Problem{.trouble = Trouble::no_such, .field = "bill"};
    if (typed.choice.reason.empty())
        return Problem{.trouble = Trouble::out_of_range, .field = "reason", .detail = words("a reason")};
    ledger::Hardship said{.reason = typed.choice.reason};
    const auto day = [&](const std::string& text, ledger::Toward toward,
                         std::optional<ledger::Date>& to) -> ledger::Problems {
        if (text.empty()) return {};
        const auto read = read_day(text, state.today, words, toward);
        if (!read) return read.problems();
        to = *read;
        return {};
    };
    const auto amount = [&](const std::string& text, std::optional<ledger::Money>& to) -> ledger::Problems {
        if (text.empty()) return {};
        const auto read = read_amount(text, bill->amount.currency);
        if (!read) return read.problems();
        if (read->negative()) return {Problem{.trouble = Trouble::wrong_sign, .field = "amount", .text = text}};
        if (!read->zero()) to = *read;
        return {};
    };
    std::optional<ledger::Money> less;
    for (auto problems :
         {day(typed.since, ledger::Toward::past, said.since), day(typed.until, ledger::Toward::future, said.until),
          amount(typed.pay_now, said.pay_now), amount(typed.less, less)})
        if (!problems.empty()) return problems;
    if (said.since && said.until && *said.until < *said.since)
        return Problem{.trouble = Trouble::end_before_start,
                       .field = "until",
                       .text = ledger::iso(*said.until),
                       .detail = ledger::iso(*said.since)};
    if (less) said.income_change = -*less;
    return said;
}

}  // namespace view
