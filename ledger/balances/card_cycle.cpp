#include "ledger/balances/card_cycle.hpp"

#include <algorithm>
#include <cassert>

namespace ledger {

namespace {

Date due_of(const CardTerms& terms, Date closed)
{
    if (terms.due_after) return closed + Days{*terms.due_after};
    const auto day = static_cast<unsigned>(terms.due_day.value_or(1));
    const Date same_month = add_months(closed, 0, day);
    return same_month > closed ? same_month : add_months(closed, 1, day);
}

CardCycle closing_in(const CardTerms& terms, Date month)
{
    const auto day = static_cast<unsigned>(terms.statement_day);
    const Date closed = add_months(month, 0, day);
    return {.opened = add_months(month, -1, day) + Days{1}, .closed = closed, .due = due_of(terms, closed)};
}

const CardStatement* printed_for(const Book& book, AccountId card, Date closed)
{
    for (const auto& [id, s] : book.card_statements)
        if (s.card == card && s.closed == closed) return &s;
    return nullptr;
}

/// Payments and refunds (money in) after closing, up to the day before the next statement takes over.
Money paid_since(const Book& book, const History& history, const Account& card, const CardCycle& cycle, Date until)
{
    Money paid{0, card.currency};
    const auto at = history.accounts.find(card.id);
    if (at == history.accounts.end()) return paid;
    for (const auto& row : at->second.rows)
        if (row.minor > 0 && row.date > cycle.closed && row.date <= until) paid.minor += row.minor;
    (void)book;
    return paid;
}

/// What is usually spent with the card in so many days, from the purchases of the last 90 days; positive.
Money usual_spending(const History& history, const Account& card, Today today, int days)
{
    constexpr int window = 90;
    Money spent{0, card.currency};
    const auto at = history.accounts.find(card.id);
    if (at == history.accounts.end() || days <= 0) return spent;
    for (const auto& row : at->second.rows)
        if (row.minor < 0 && row.date > today.date - Days{window} && row.date <= today.date) spent.minor -= row.minor;
    const int known = std::clamp(days_between(at->second.first, today.date), 1, window);
    return times(spent, Rate{Rate::one}, days, known);
}

}  // namespace

CardCycle cycle_at(const CardTerms& terms, Date day)
{
    const auto this_month = closing_in(terms, day);
    return this_month.closed >= day ? this_month : closing_in(terms, add_months(day, 1, 1));
}

CardCycle next_cycle(const CardTerms& terms, const CardCycle& cycle) { return cycle_at(terms, cycle.closed + Days{1}); }
CardCycle previous_cycle(const CardTerms& terms, const CardCycle& cycle) { return cycle_at(terms, cycle.opened - Days{1}); }

Money minimum_due(const CardTerms& terms, Money balance)
{
    if (!balance.positive()) return {0, balance.currency};
    Money least = times(balance, terms.minimum_rate);
    if (terms.minimum_floor) least = std::max(least, *terms.minimum_floor);
    return std::min(least, balance);
}

Money minimum_due(const MinimumRule& rule, const StatementParts& p)
{
    const Money in_full = p.instalments + p.earlier_minimum + p.over_limit + p.charges;
    Money share = times(p.general, rule.general) + times(p.older, rule.older);
    if (rule.floor && rule.floor_on_share) share = std::max(share, *rule.floor);
    Money least = share + in_full;
    if (rule.floor && !rule.floor_on_share) least = std::max(least, *rule.floor);
    return std::min(least, p.general + p.older + in_full);
}

std::vector<CardBill> card_bills(const Book& book, const History& history, const Account& card, Date from, Date to, Today today)
{
    assert(card.card);
    const CardTerms& terms = *card.card;
    std::vector<CardBill> out;
    auto cycle = cycle_at(terms, from - Days{62});
    for (; cycle.closed <= to; cycle = next_cycle(terms, cycle)) {
        if (cycle.due < from || cycle.due > to) continue;
        if (cycle.opened > today.date) break;  // nothing has been spent in a cycle that has not begun
        CardBill bill{.cycle = cycle, .balance = {0, card.currency}, .minimum = {0, card.currency}, .paid = {0, card.currency}};
        bill.projected = cycle.closed > today.date;
        const Date end_of_next = next_cycle(terms, cycle).closed;
        Money closing = -balance_on(book, history, card.id, std::min(cycle.closed, today.date));
        if (bill.projected) {  // what the statement before still asks for is that statement's business
            const auto before = previous_cycle(terms, cycle);
            const Money earlier = -balance_on(book, history, card.id, before.closed) - paid_since(book, history, card, before, today.date);
            if (earlier.positive()) closing -= earlier;
            closing += usual_spending(history, card, today, days_between(today.date, cycle.closed));
        }
        bill.balance = closing.positive() ? closing : Money{0, card.currency};
        bill.minimum = minimum_due(terms, bill.balance);
        if (const auto* s = printed_for(book, card.id, cycle.closed)) {
            bill.balance = s->balance;
            bill.minimum = s->minimum;
            bill.cycle.due = s->due;
            bill.printed = true;
        }
        if (!bill.projected) bill.paid = paid_since(book, history, card, cycle, std::min(end_of_next, today.date));
        out.push_back(bill);
    }
    return out;
}

}  // namespace ledger
