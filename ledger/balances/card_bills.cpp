#include "ledger/balances/card_bills.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <optional>

#include "ledger/balances/card_cost.hpp"

namespace ledger {

namespace {

constexpr int printed_slack =
    10;  ///< days by which an issuer moves a statement off its day, at most; cycles are 28 days or longer

const CardStatement* printed_for(const Book& book, AccountId card, Date closed)
{
    const CardStatement* nearest = nullptr;
    const auto off = [&](const CardStatement& s) { return std::abs(days_between(s.closed, closed)); };
    for (const auto& [id, s] : book.card_statements)
        if (s.card == card && off(s) <= printed_slack && (!nearest || off(s) < off(*nearest))) nearest = &s;
    return nearest;
}

/// What is usually spent with the card in so many days, from the purchases of the last 90 days; positive.
Money usual_spending(const AccountHistory& past, Currency currency, Today today, int days)
{
    constexpr int window = 90;
    Money spent{0, currency};
    if (days <= 0) return spent;
    for (const auto& row : past.rows)
        if (row.minor < 0 && row.date > today.date - Days{window} && row.date <= today.date) spent.minor -= row.minor;
    const int known = std::clamp(days_between(past.first, today.date), 1, window);
    return times(spent, Rate{Rate::one}, days, known);
}

Money part_of(Money& left, Money wanted)
{
    const Money part = std::max(Money{0, left.currency}, std::min(left, wanted));
    left -= part;
    return part;
}

/// Goes through a card's cycles in order, each with what the one before left behind.
class Statements {
public:
    Statements(const Book& book, const History& history, const Account& card, Today today)
        : book_{book}, history_{history}, card_{card}, terms_{*card.card}, today_{today}, none_{0, card.currency}
    {
        const auto at = history.accounts.find(card.id);
        past_ = at == history.accounts.end() ? &no_rows_ : &at->second;
        before_ = at == history.accounts.end() ? card.opening.minor : at->second.before;
    }

    CardBill next(const CardCycle& rule)
    {
        CardBill bill{.cycle = dated(rule),
                      .balance = none_,
                      .minimum = none_,
                      .paid = none_,
                      .next_closed = dated(next_cycle(terms_, rule)).closed,
                      .formula = {rule.closed, rule.due, none_, none_},
                      .brought_forward = none_};
        bill.projected = bill.cycle.closed > today_.date;
        Money owed = -balance(std::min(bill.cycle.closed, today_.date));
        Asked asked = asked_in(bill.cycle);
        if (last_) {
            last_->paid = paid(last_->cycle, std::min(bill.cycle.closed, today_.date));
            bill.brought_forward = std::max(none_, last_->formula.balance - last_->paid);
            bill.missed_before = missed(*last_) ? last_->missed_before + 1 : 0;
        }
        if (bill.projected) {  // what the statement before still asks for is that statement's business
            if (last_ && last_->cycle.closed <= today_.date) owed -= bill.brought_forward;
            owed += usual_spending(*past_, card_.currency, today_, days_between(today_.date, bill.cycle.closed));
            const Money to_come = std::max(none_, cost_of_last() - asked.charges);
            owed += to_come;
            asked.charges += to_come;
            if (last_)
                asked.instalments = std::max(asked.instalments,
                                             asked_in(last_->cycle).instalments);  // this month's may not be booked yet
        }
        bill.formula.balance = std::max(none_, owed);
        bill.parts = parts(bill, asked);
        bill.formula.minimum = minimum_due(minimum_rule(terms_), bill.parts);
        bill.balance = bill.formula.balance;
        bill.minimum = bill.formula.minimum;
        if (const auto* s = printed_for(book_, card_.id, rule.closed)) {
            bill.balance = s->balance;
            bill.minimum = s->minimum;
            bill.printed = true;
        }
        if (!bill.projected) bill.paid = paid(bill.cycle, std::min(bill.next_closed, today_.date));
        last_ = bill;
        return bill;
    }

private:
    /// The cycle with the issuer's own dates where it printed them.
    CardCycle dated(CardCycle cycle) const
    {
        if (const auto* before = printed_for(book_, card_.id, previous_cycle(terms_, cycle).closed))
            cycle.opened = before->closed + Days{1};
        if (const auto* s = printed_for(book_, card_.id, cycle.closed)) {
            cycle.closed = s->closed;
            cycle.due = s->due;
        }
        return cycle;
    }

    template <class Do>
    void each(Date from, Date to, Do&& with) const
    {
        auto at = std::lower_bound(past_->rows.begin(), past_->rows.end(), from,
                                   [](const HistoryRow& row, Date day) { return row.date < day; });
        for (; at != past_->rows.end() && at->date <= to; ++at) with(*at);
    }

    /// At the end of `day`; days only go forward, so that all cycles together read each row once.
    Money balance(Date day)
    {
        for (; read_ < past_->rows.size() && past_->rows[read_].date <= day; ++read_)
            before_ += past_->rows[read_].minor;
        return {before_, card_.currency};
    }

    /// Payments and refunds (money in) after closing, up to the day on which the next statement takes over.
    Money paid(const CardCycle& cycle, Date until) const
    {
        Money sum = none_;
        each(cycle.closed + Days{1}, until, [&](const HistoryRow& row) {
            if (row.minor > 0) sum.minor += row.minor;
        });
        return sum;
    }

    /// What a cycle's rows ask for in full; both positive.
    struct Asked {
        Money charges{}, instalments{};
    };

    Asked asked_in(const CardCycle& cycle) const
    {
        Asked asked{none_, none_};
        each(cycle.opened, std::min(cycle.closed, today_.date), [&](const HistoryRow& row) {
            if (row.minor >= 0) return;
            const auto kind = card_row(book_, history_, row);
            if (kind == CardRow::interest || kind == CardRow::fee) asked.charges.minor -= row.minor;
            if (kind == CardRow::instalment) asked.instalments.minor -= row.minor;
        });
        return asked;
    }

    /// What the statement before will charge on the one that is open now; nothing while it can still be paid in time.
    Money cost_of_last() const
    {
        if (!last_ || last_->cycle.due + Days{terms_.grace_days} >= today_.date) return none_;
        return card_cost(terms_, owed_statement(book_, history_, card_, *last_),
                         payments_made(history_, card_, *last_, today_))
            .total();
    }

    bool missed(const CardBill& bill) const
    {
        const Date deadline = bill.cycle.due + Days{terms_.grace_days};
        return deadline < today_.date && bill.minimum.positive() && paid(bill.cycle, deadline) < bill.minimum;
    }

    StatementParts parts(const CardBill& bill, const Asked& asked) const
    {
        Money left = bill.formula.balance;
        StatementParts p{none_, none_, none_, none_, none_, none_};
        p.charges = part_of(left, asked.charges);
        p.instalments = part_of(left, asked.instalments);
        if (bill.projected) {
            p.general = left;
            return p;
        }
        if (last_) p.earlier_minimum = part_of(left, std::min(last_->minimum - last_->paid, bill.brought_forward));
        if (terms_.limit) p.over_limit = part_of(left, bill.formula.balance - *terms_.limit);
        p.older = part_of(left, bill.brought_forward - p.earlier_minimum);
        p.general = left;
        return p;
    }

    const Book& book_;
    const History& history_;
    const Account& card_;
    const CardTerms& terms_;
    Today today_;
    Money none_;
    AccountHistory no_rows_{};
    const AccountHistory* past_ = nullptr;
    std::int64_t before_ = 0;
    std::size_t read_ = 0;
    std::optional<CardBill> last_;
};

}  // namespace

std::vector<CardBill> card_bills(const Book& book, const History& history, const Account& card, Date from, Date to,
                                 Today today)
{
    assert(card.card);
    constexpr Days early{
        62 + 186};  // a statement is due at most two months after it closes; six more tell what was missed before
    const CardTerms& terms = *card.card;
    std::vector<CardBill> out;
    Statements statements{book, history, card, today};
    for (auto cycle = cycle_at(terms, from - early); cycle.closed <= to + Days{printed_slack};
         cycle = next_cycle(terms, cycle)) {
        if (cycle.opened > today.date) break;  // nothing has been spent in a cycle that has not begun
        const auto bill = statements.next(cycle);
        if (bill.cycle.due >= from && bill.cycle.due <= to) out.push_back(bill);
    }
    return out;
}

}  // namespace ledger
