// The call: the numbers with how sure they are, and when to dial them.
#include <algorithm>

#include "alerts/telling/contact_log.hpp"
#include "ui/wording/rescue_writer.hpp"
#include "ui/wording/sources.hpp"

namespace wording {

namespace {

std::string confidence_key(ledger::Confidence c)
{
    switch (c) {
        case ledger::Confidence::high: return "high";
        case ledger::Confidence::medium: return "medium";
        case ledger::Confidence::low: return "low";
        case ledger::Confidence::unconfirmed: break;
    }
    return "unconfirmed";
}

std::string clock(int minute)
{
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

}  // namespace

void Writer::call()
{
    const Words& words = words_;
    auto& c = sheet_.call;
    c.first = values_.contains("card") ? words("the number on the back of the card")
                                       : words("the number on the bill or contract");
    c.best_times = in(k_.call.best_times);
    c.manner = in(k_.call.manner);
    c.environment = in(k_.call.environment);
    c.if_no_answer = in(k_.call.if_no_answer);
    std::vector<std::string> avoid;
    for (const auto& a : k_.call.avoid) avoid.push_back(clock(a.from_minute) + "–" + clock(a.to_minute));
    c.avoid = joined(avoid, ", ");
    bool all_day = false;
    if (issuer_) {
        numbers(c);
        all_day = !issuer_->hotlines.empty() && issuer_->hotlines.front().h24.value_or(false);
        c.online = in(issuer_->online_channels);
        if (issuer_->ivr) c.ivr = in(issuer_->ivr->path);
    }
    const auto hour = alerts::best_hour(book_, bills_of_this_bank());
    if (hour)
        c.learnt = words.fill("By your own notes of {n} calls, about {hour} was answered soonest: {wait} minutes.",
                              fmt::arg("n", hour->calls), fmt::arg("hour", clock(hour->hour * 60)),
                              fmt::arg("wait", hour->wait));
    c.best_next_slot = next_slot(all_day, hour ? hour->hour * 60 : 11 * 60);
}

std::vector<ledger::BillId> Writer::bills_of_this_bank() const
{
    std::vector<ledger::BillId> out{duty_.bill};
    for (const auto& [id, bill] : book_.bills) {
        const auto* card = find<ledger::Account>(book_, bill.card);
        const auto& issuer = card && card->card ? card->card->issuer : bill.issuer;
        if (id != duty_.bill && !sheet_.issuer.empty() && issuer == sheet_.issuer) out.push_back(id);
    }
    return out;
}

void Writer::numbers(CallWords& c) const
{
    const Words& words = words_;
    if (issuer_->hotlines.empty()) {
        c.caution =
            words("No number of this bank is known here, and none is guessed: use the one on the card or in its app.");
        return;
    }
    const auto& best = issuer_->hotlines.front();
    c.hotline = best.number;
    c.purpose = in(best.purpose);
    c.confidence = confidence_key(best.confidence);
    std::vector<std::string> sources;
    for (const auto& source : in_words(k_, best.sources)) sources.push_back(source_name(words, source));
    c.source = joined(sources, "; ");
    if (best.corrected)
        c.source = c.source.empty() ? words("your own correction")
                                    : words.fill("your own correction: {source}", fmt::arg("source", c.source));
    c.checked = best.checked;
    c.hours = best.h24.value_or(false) ? words("day and night") : words("hours not known");
    if (best.doubted) c.caution = words("You noted that this number is wrong: use the one on the card.");
    else if (best.confidence >= ledger::Confidence::low)
        c.caution = words("This number is not well confirmed: compare it with the card before you call.");
    for (auto at = issuer_->hotlines.begin() + 1; at != issuer_->hotlines.end(); ++at) {
        c.others.push_back(at->purpose.empty() ? at->number
                                               : words.fill("{number} ({purpose})", fmt::arg("number", at->number),
                                                            fmt::arg("purpose", in(at->purpose))));
        if (at->doubted) c.others.back() = words.fill("{number}: noted as wrong", fmt::arg("number", c.others.back()));
        else if (best.corrected)
            c.others.back() = words.fill("{number}: as stored, read on {checked}", fmt::arg("number", c.others.back()),
                                         fmt::arg("checked", at->checked));
    }
}

/// From `from` on (eleven, or the hour the user's own log likes best), on a working day; where somebody answers day and
/// night, any day until nine in the evening.
std::string Writer::next_slot(bool all_day, int from) const
{
    const Words& words = words_;
    const int minute = static_cast<int>(now_.minutes - ledger::moment(today_, 0, 0).minutes);
    const int to = std::max(from + 60, all_day ? 21 * 60 : 17 * 60 + 30);
    const auto open = [&](ledger::Date day) { return all_day || ledger::weekday_of(day) <= 5; };
    if (open(today_) && minute >= from && minute < to) return words("now");
    ledger::Date day = minute < from ? today_ : today_ + ledger::Days{1};
    while (!open(day)) day += ledger::Days{1};
    if (day == today_) return words.fill("today from {time}", fmt::arg("time", clock(from)));
    return words.fill("{date} from {time}", fmt::arg("date", words_.date(day)), fmt::arg("time", clock(from)));
}

}  // namespace wording
