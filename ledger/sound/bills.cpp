// Bills and incomes, how they come again, what differs from the rule, and what pays them.
#include "ledger/sound/facts.hpp"

namespace ledger {

void check(Checks& c, const Recurrence& r, Date first)
{
    c.within(r.every, 1, 120, "repeat");
    if (r.nth_weekday != Recurrence::month_end) c.within(r.nth_weekday, -1, 4, "repeat");
    if (r.until && c.in_range(*r.until, "until") && *r.until < first)
        c.say(Trouble::end_before_start, "until", iso(*r.until), iso(first));
    if (r.times) c.within(*r.times, 1, 1200, "times");
}

namespace {

/// The least that may be asked of a bill of this amount: its minimum, or the low end of its range.
void check_part_of(Checks& c, Money part, Money whole, const char* field, Trouble where_larger)
{
    if (c.owed(part, whole.currency, field) && part > whole)
        c.say(where_larger, field, decimal(part),
              where_larger == Trouble::out_of_range ? "≤ " + decimal(whole) : decimal(whole));
}

void check(Checks& c, const Hardship& h, Currency currency)
{
    if (h.reason.empty()) c.say_when_entered(Trouble::empty_name, "reason");
    const bool dated = (!h.since || c.in_range(*h.since, "since")) & (!h.until || c.in_range(*h.until, "until"));
    if (dated && h.since && h.until && *h.until < *h.since)
        c.say_when_entered(Trouble::end_before_start, "until", iso(*h.until), iso(*h.since));
    if (h.income_change && c.in_currency(*h.income_change, currency, "income-change"))
        c.in_range(*h.income_change, "income-change");
    if (h.pay_now) c.owed(*h.pay_now, currency, "pay-now");
}

void check(Checks& c, const EarlierRule& rule, Currency currency)
{
    c.in_range(rule.until, "until");
    if (c.owed(rule.amount, currency, "amount")) {
        if (rule.minimum) check_part_of(c, *rule.minimum, rule.amount, "minimum", Trouble::minimum_above_balance);
        if (rule.lowest) check_part_of(c, *rule.lowest, rule.amount, "amount", Trouble::out_of_range);
    }
    if (c.in_range(rule.first_due, "due")) check(c, rule.repeat, rule.first_due);
}

/// What a bill follows, a card's statements or a plan, gives it its currency.
void check_source(Checks& c, const Bill& b)
{
    if (c.known<Account>(b.card, "card", b.source != BillSource::card) && b.card) {
        const auto& card = *find<Account>(c.book(), b.card);
        if (!card.card) c.say(Trouble::needs_type, "card", card.name, "card");
        else if (b.source == BillSource::card) c.in_currency(b.amount, card.currency, "amount");
    }
    c.known<Plan>(b.plan, "plan", b.source != BillSource::plan);
}

}  // namespace

void check(Checks& c, const Bill& b)
{
    if (b.payee.empty()) c.say_when_entered(Trouble::empty_name, "payee");
    const auto currency = b.amount.currency;
    if (c.not_negative(b.amount, "amount")) {
        if (b.source == BillSource::entered && b.amount.zero()) c.say_when_entered(Trouble::amount_zero, "amount");
        if (b.minimum) check_part_of(c, *b.minimum, b.amount, "minimum", Trouble::minimum_above_balance);
        if (b.lowest) check_part_of(c, *b.lowest, b.amount, "amount", Trouble::out_of_range);
    }
    if (c.in_range(b.first_due, "due")) check(c, b.repeat, b.first_due);
    check_payer(c, b.pay_from, currency);
    c.known_category(b.category, "category");
    check_source(c, b);
    c.within(b.learn_from, 0, 24, "learn");
    for (const auto& rule : b.earlier) check(c, rule, currency);
    for (const auto& part : b.schedule)
        if (c.in_range(part.due, "due")) c.owed(part.amount, currency, "amount");
    if (b.owed_from) c.in_range(*b.owed_from, "owed-from");
    if (b.hardship) check(c, *b.hardship, currency);
}

void check(Checks& c, const Income& i)
{
    if (i.payer.empty()) c.say_when_entered(Trouble::empty_name, "payer");
    if (i.amount.zero()) c.say_when_entered(Trouble::amount_zero, "amount");
    if (c.not_negative(i.amount, "amount") && i.highest && c.owed(*i.highest, i.amount.currency, "amount") &&
        *i.highest < i.amount)
        c.say(Trouble::out_of_range, "amount", decimal(*i.highest), "≥ " + decimal(i.amount));
    if (c.in_range(i.next, "next")) check(c, i.repeat, i.next);
    c.within(i.learn_from, 0, 24, "learn");
    if (c.known<Account>(i.to, "to", true) && i.to)
        c.in_currency(i.amount, find<Account>(c.book(), i.to)->currency, "to");
    c.known_category(i.category, "category");
}

void check(Checks& c, const Settlement& s)
{
    c.in_range(s.due, "due");
    c.in_range(s.paid_on, "date");
    if (c.known<Bill>(s.bill, "bill", false)) c.owed(s.amount, find<Bill>(c.book(), s.bill)->amount.currency, "amount");
}

void check(Checks& c, const Adjustment& a)
{
    c.in_range(a.due, "due");
    if (a.moved_to) c.in_range(*a.moved_to, "due");
    const bool of_income{a.income};
    if (!c.known<Bill>(a.bill, "bill", of_income) || !c.known<Income>(a.income, "income", !of_income)) return;
    if (!a.amount) return;
    const auto currency =
        of_income ? find<Income>(c.book(), a.income)->amount.currency : find<Bill>(c.book(), a.bill)->amount.currency;
    c.owed(*a.amount, currency, "amount");
}

}  // namespace ledger
