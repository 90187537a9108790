// Plans, talks with a bank and what follows from them. All of it speaks of one bill, in that bill's currency.
#include "ledger/sound/facts.hpp"

namespace ledger {

void check(Checks& c, const Plan& p)
{
    c.in_range(p.due, "due");
    c.in_range(p.accepted, "accepted");
    if (!c.known<Bill>(p.bill, "bill", false)) return;
    const auto currency = find<Bill>(c.book(), p.bill)->amount.currency;
    c.owed(p.total_cost, currency, "cost");
    if (p.schedule.size() > 1200)
        return c.say(Trouble::out_of_range, "schedule", std::to_string(p.schedule.size()), "≤ 1200");
    for (const auto& part : p.schedule)
        if (c.in_range(part.due, "due")) c.owed(part.amount, currency, "amount");
}

namespace {

void check(Checks& c, const Offer& offer)
{
    c.within(offer.months, 1, 120, "months");
    c.at_most(offer.fee, {50'000'000}, "fee");
    if (offer.first) c.in_range(*offer.first, "first");
}

void check(Checks& c, const Promise& promise, Currency currency)
{
    c.in_range(promise.by, "by");
    if (promise.amount) c.owed(*promise.amount, currency, "promised-amount");
}

}  // namespace

void check(Checks& c, const Contact& contact)
{
    c.in_range(contact.due, "due");
    c.in_range(contact.at, "at");
    if (contact.follow_up) c.in_range(*contact.follow_up, "follow-up");
    if (contact.waited) c.within(*contact.waited, 0, 24 * 60, "waited");
    if (contact.offer) check(c, *contact.offer);
    if (c.known<Bill>(contact.bill, "bill", false) && contact.promise)
        check(c, *contact.promise, find<Bill>(c.book(), contact.bill)->amount.currency);
}

void check(Checks& c, const Paper& paper)
{
    c.known<Bill>(paper.bill, "bill", false);
}

void check(Checks& c, const Notice& notice)
{
    c.in_range(notice.at, "at");
}

}  // namespace ledger
