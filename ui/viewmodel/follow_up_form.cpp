#include "ui/viewmodel/follow_up_form.hpp"

#include <algorithm>
#include <cstdio>

#include "alerts/telling/contact_log.hpp"
#include "ledger/values/typed_amount.hpp"
#include "ui/app/journeys/text.hpp"
#include "ui/wording/follow_up.hpp"
#include "ui/wording/rescue.hpp"
#include "ui/wording/script_words.hpp"
#include "ui/wording/sources.hpp"

namespace view {

namespace {

using ledger::Channel;
using ledger::Contact;
using ledger::Outcome;
using ledger::Problem;
using ledger::PromiseKind;
using ledger::Trouble;
using wording::Words;

constexpr Outcome outcomes[] = {Outcome::agreed, Outcome::counter_offer, Outcome::pending, Outcome::refused,
                                Outcome::no_answer};
constexpr Channel all_channels[] = {Channel::phone,  Channel::chat, Channel::app,  Channel::email,
                                    Channel::letter, Channel::sms,  Channel::visit};
constexpr int most_months = 120;                 ///< as `app::log_contact` allows
constexpr ledger::Rate highest_fee{50'000'000};  ///< 5 % a period, likewise
constexpr int longest_wait = 24 * 60;            ///< minutes

std::string promise_name(const Words& words, PromiseKind kind)
{
    switch (kind) {
        case PromiseKind::waiver: return words("to take a fee or interest back");
        case PromiseKind::confirmation: return words("to send the terms in writing");
        case PromiseKind::call_back: return words("to call back");
        case PromiseKind::other: break;
    }
    return words("something else");
}

std::string moment_text(ledger::Moment at)
{
    return ledger::iso(at).replace(10, 1, " ");
}

/// "2026-11-21 23:10 · by phone · counter-offer: 12 months · Ms Li · A123".
std::string contact_line(const Contact& c, const Words& words)
{
    std::vector<std::string> parts{moment_text(c.at), wording::channel_name(words, c.channel),
                                   wording::outcome_name(words, c.outcome)};
    if (c.they_called) parts.insert(parts.begin() + 1, words("they called"));
    if (c.offer) parts.push_back(words.plural("{n} month", "{n} months", c.offer->months));
    if (c.promise && c.promise->amount)
        parts.push_back(words.fill("{amount} promised by {date}", fmt::arg("amount", words.money(*c.promise->amount)),
                                   fmt::arg("date", words.date(c.promise->by))));
    else if (c.promise) parts.push_back(words.fill("promised by {date}", fmt::arg("date", words.date(c.promise->by))));
    for (const auto* more : {&c.agent, &c.reference, &c.note})
        if (!more->empty()) parts.push_back(*more);
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : " · ") + part;
    return out;
}

Problem missing(const char* field, std::string what)
{
    return {.trouble = Trouble::out_of_range, .field = field, .detail = std::move(what)};
}

/// A whole number from 0 on; -1 where it is none.
int whole(const std::string& typed)
{
    const auto read = read_amount(typed, ledger::Currency{{'J', 'P', 'Y'}});
    return read && !read->negative() && read->minor <= 100'000 ? static_cast<int>(read->minor) : -1;
}

ledger::Result<ledger::Offer> read_offer(const LogContact& typed, const app::State& state, const Words& words)
{
    if (typed.months.empty())
        return missing("months", words("over how many months, and the fee a month in per cent (0 for none)"));
    ledger::Offer offer{.months = whole(typed.months)};
    if (offer.months < 1 || offer.months > most_months)
        return Problem{.trouble = Trouble::out_of_range,
                       .field = "months",
                       .text = words.fill("{n} months", fmt::arg("n", typed.months)),
                       .detail = "1–" + std::to_string(most_months)};
    if (!typed.fee.empty()) {
        const auto fee = read_per_cent(typed.fee);
        if (!fee) return fee.problems();
        if (*fee > highest_fee || *fee < ledger::Rate{})
            return Problem{.trouble = Trouble::out_of_range,
                           .field = "fee",
                           .text = words.fill("a fee of {fee} % a month",
                                              fmt::arg("fee", ledger::decimal(ledger::Rate{fee->nano * 100}))),
                           .detail = "0–5 %"};
        offer.fee = *fee;
    }
    if (!typed.first.empty()) {
        const auto first = read_day(typed.first, state.today, words, ledger::Toward::future);
        if (!first) return first.problems();
        if (*first <= state.today.date)
            return Problem{.trouble = Trouble::out_of_range,
                           .field = "first",
                           .text = ledger::iso(*first),
                           .detail = "> " + ledger::iso(state.today.date)};
        offer.first = *first;
    }
    return offer;
}

ledger::Result<ledger::Promise> read_promise(const LogContact& typed, const app::State& state,
                                             ledger::Currency currency, const Words& words)
{
    ledger::Promise promise{.kind = *typed.promise};
    if (typed.promise_by.empty()) return missing("by", words("the day by which it was promised"));
    const auto by = read_day(typed.promise_by, state.today, words, ledger::Toward::future);
    if (!by) return by.problems();
    promise.by = *by;
    if (typed.promise_amount.empty()) return promise;
    const auto amount = read_amount(typed.promise_amount, currency);
    if (!amount) return amount.problems();
    if (!amount->positive())
        return Problem{.trouble = Trouble::wrong_sign, .field = "amount", .text = typed.promise_amount};
    promise.amount = *amount;
    return promise;
}

/// What depends on how the talk ended.
ledger::Problems read_terms(const LogContact& typed, const app::State& state, const Words& words, ReadContact& out)
{
    if (typed.outcome == Outcome::counter_offer) {
        const auto offer = read_offer(typed, state, words);
        if (!offer) return offer.problems();
        out.contact.offer = *offer;
    }
    if (typed.outcome == Outcome::agreed && !typed.new_due.empty()) {
        const auto day = read_day(typed.new_due, state.today, words, ledger::Toward::future);
        if (!day) return day.problems();
        out.new_due = *day;
    }
    if (typed.promise) {
        const auto* bill = ledger::find<ledger::Bill>(state.book, typed.duty.bill);
        const auto promise = read_promise(typed, state, bill->amount.currency, words);
        if (!promise) return promise.problems();
        out.contact.promise = *promise;
    }
    return {};
}

}  // namespace

const Contact* standing_offer(const ledger::Book& book, DutyKey duty)
{
    const Contact* offer = nullptr;
    const Contact* answer = nullptr;
    for (const auto& [id, c] : book.contacts) {
        if (c.bill != duty.bill || c.due != duty.occurrence) continue;
        const bool later_offer = c.offer && (!offer || c.at >= offer->at);
        if (c.outcome == Outcome::counter_offer && later_offer) offer = &c;
        if ((c.outcome == Outcome::agreed || c.outcome == Outcome::refused) && (!answer || c.at >= answer->at))
            answer = &c;
    }
    return offer && (!answer || answer->at < offer->at || (answer->at == offer->at && answer->id < offer->id))
               ? offer
               : nullptr;
}

OfferModel offer_model(const Contact& contact, const alerts::Proposal& proposal, const alerts::Comparison& comparison,
                       const ledger::Book& book, const Words& words)
{
    const auto said = wording::comparison_words(words, comparison);
    const DutyKey duty{proposal.duty.bill, proposal.duty.occurrence};
    OfferModel model;
    model.title = words("What they offered, beside ours");
    model.when = words.fill("As you noted it on {when}", fmt::arg("when", moment_text(contact.at)));
    model.theirs_title = words("their offer");
    model.ours_title = words("ours");
    model.differs_title = words("theirs differs by");
    for (const auto& row : said.rows) model.rows.push_back({row.what, row.theirs, row.ours, row.differs});
    if (proposal.afford.income_seen)
        model.affordable = words.fill("Affordable a month, reckoned from your ledger: {amount}.",
                                      fmt::arg("amount", words.money(proposal.afford.amount())));
    model.verdict = said.verdict;
    model.actions.push_back({words("Accept their offer"), AcceptOffer{duty}});
    if (comparison.ours) {
        model.ours_is.push_back(
            words.fill("Ours: {title}", fmt::arg("title", wording::option_words(words, book, *comparison.ours).title)));
        model.actions.push_back(
            {comparison.ours->needs_bank ? words("Stay with ours and ask again") : words("Do ours instead"),
             AcceptOption{duty, comparison.ours->n}});
    }
    model.actions.push_back({words("Ask for something else…"), ContactStep{duty, 1}});
    return model;
}

FollowUpFormModel follow_up_form(const app::State& state, const ledger::Knowledge& knowledge, ledger::BillId bill,
                                 const std::string& region, const std::string& bank, Channel channel,
                                 ledger::Moment now, const Words& words)
{
    FollowUpFormModel model;
    model.title = words("What came of it");
    for (const auto outcome : outcomes) {
        model.outcomes.push_back(outcome);
        model.outcome.labels.push_back(wording::outcome_name(words, outcome));
    }
    model.outcome.chosen = 2;
    for (const auto c : all_channels) {
        if (c == channel) model.channel.chosen = static_cast<int>(model.channels.size());
        model.channels.push_back(c);
        model.channel.labels.push_back(wording::channel_name(words, c));
    }
    model.now = moment_text(now);
    model.promises.push_back(std::nullopt);
    model.promise = {{words("no promise")}, 0};
    for (const auto& [kind, word] : wording::keys<PromiseKind>()) {
        model.promises.push_back(kind);
        model.promise.labels.push_back(promise_name(words, kind));
    }
    const auto guide = wording::guide(words, knowledge, region);
    model.rules_title = words("What they must keep to; mark what was not kept");
    model.no_rules = guide.no_rules;
    for (const auto& rule : knowledge.collection_rules)
        if (rule.region == region)
            model.rules.push_back({rule.id, rule.text.in(words.language()), wording::source_name(words, rule.source)});
    for (const auto& field : knowledge.call.record) model.record.push_back(field.names.in(words.language()));
    std::vector<const Contact*> before;
    for (const auto& [id, c] : state.book.contacts)
        if (c.bill == bill) before.push_back(&c);
    std::stable_sort(before.begin(), before.end(), [](const Contact* a, const Contact* b) { return a->at > b->at; });
    for (const auto* c : before) model.before.push_back(contact_line(*c, words));
    if (!before.empty())
        model.before_title =
            words.plural("{n} talk noted so far", "{n} talks noted so far", static_cast<std::int64_t>(before.size()));
    const auto conduct = wording::conduct_words(words, knowledge, state.book,
                                                alerts::breaches(state.book, knowledge, bill, region), region, bank);
    if (!conduct.found.empty()) model.conduct_title = words("How you were spoken to");
    model.not_kept = conduct.found;
    model.may_do = conduct.may_do;
    model.complaint = conduct.letter;
    return model;
}

ledger::Result<ledger::Rate> read_per_cent(const std::string& typed)
{
    auto text = ledger::plain_name(ledger::narrowed(typed));
    if (text.ends_with('%')) text = ledger::plain_name(text.substr(0, text.size() - 1));
    const auto rate = ledger::parse_rate(text);
    if (!rate || rate->nano % 100 != 0)
        return Problem{.trouble = Trouble::not_a_choice, .field = "fee", .text = typed, .detail = "0, 0.6, 0.75 …"};
    return ledger::Rate{rate->nano / 100};
}

ledger::Result<ledger::Moment> read_moment(const std::string& typed, ledger::Moment now, const Words& words)
{
    const auto text = ledger::plain_name(ledger::narrowed(typed));
    if (text.empty()) return now;
    const ledger::Today today{ledger::day_of(now)};
    const auto blank = text.rfind(' ');
    const auto time = blank == std::string::npos ? text : text.substr(blank + 1);
    int hour = 0, minute = 0;
    char rest = 0;
    if (std::sscanf(time.c_str(), "%2d:%2d%c", &hour, &minute, &rest) != 2 || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59)
        return Problem{.trouble = Trouble::not_a_choice, .field = "when", .text = typed, .detail = moment_text(now)};
    auto day = ledger::Result<ledger::Date>{today.date};
    if (blank != std::string::npos) day = read_day(text.substr(0, blank), today, words, ledger::Toward::past);
    if (!day) return day.problems();
    const auto at = ledger::moment(*day, hour, minute);
    if (at > now)
        return Problem{.trouble = Trouble::out_of_range,
                       .field = "when",
                       .text = moment_text(at),
                       .detail = "≤ " + moment_text(now)};
    return at;
}

ledger::Result<ReadContact> read_contact(const LogContact& typed, const app::State& state, ledger::Moment now,
                                         const Words& words)
{
    if (!ledger::find<ledger::Bill>(state.book, typed.duty.bill))
        return Problem{.trouble = Trouble::no_such, .field = "bill"};
    ReadContact out;
    auto& c = out.contact;
    c = {.bill = typed.duty.bill,
         .due = typed.duty.occurrence,
         .channel = typed.channel,
         .outcome = typed.outcome,
         .agent = typed.agent,
         .reference = typed.reference,
         .note = typed.note,
         .they_called = typed.they_called || !typed.conduct.empty(),
         .conduct = typed.conduct};
    const auto at = read_moment(typed.when, now, words);
    if (!at) return at.problems();
    c.at = *at;
    if (!typed.waited.empty()) {
        c.waited = whole(typed.waited);
        if (*c.waited < 0 || *c.waited > longest_wait)
            return Problem{.trouble = Trouble::out_of_range,
                           .field = "waited",
                           .text = typed.waited,
                           .detail = words.fill("0–{n} minutes", fmt::arg("n", longest_wait))};
    }
    if (auto problems = read_terms(typed, state, words, out); !problems.empty()) return problems;
    if (!typed.follow_up.empty()) {
        const auto day = read_day(typed.follow_up, state.today, words, ledger::Toward::future);
        if (!day) return day.problems();
        c.follow_up = *day;
    }
    return out;
}

}  // namespace view
