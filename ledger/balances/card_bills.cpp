#include "ledger/balances/card_bills.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <deque>
#include <set>

#include "ledger/balances/card_cost.hpp"
#include "ledger/balances/card_credits.hpp"

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

/// A minimum that is not covered yet.
struct Unmet {
    Date due{};
    Money left{};
    std::size_t bill = 0;  ///< which statement added it; none of them where the holder told it
    bool told = false;
};

/// Goes through a card's cycles in order, each with what the ones before left behind.
class Statements {
public:
    Statements(const Book& book, const History& history, const Account& card, Today today)
        : book_{book},
          history_{history},
          card_{card},
          terms_{*card.card},
          today_{today},
          none_{0, card.currency},
          credits_{card_credits(book, history, card, today)},
          untold_{none_}
    {
        const auto at = history.accounts.find(card.id);
        past_ = at == history.accounts.end() ? &no_rows_ : &at->second;
        before_ = at == history.accounts.end() ? card.opening.minor : at->second.before;
        begins_ = card.opening_date;
        if (!past_->rows.empty() || past_->first < history.from) begins_ = std::min(begins_, past_->first);
        begins_ = std::max(begins_, history.from);
        for (const auto& [id, bill] : book.bills)
            if (bill.source == BillSource::card && bill.card == card.id) plans_of(bill.id);
    }

    /// All that closed, oldest first, and the one that is open now.
    std::vector<CardBill> run()
    {
        auto cycle = first_cycle();
        for (; dated(cycle).closed <= today_.date; cycle = next_cycle(terms_, cycle))
            if (dated(cycle).closed >= begins_ || printed_for(book_, card_.id, cycle.closed)) add(cycle);
        reach(today_.date);
        if (bills_.empty()) ask_what_was_told(cycle);
        finish();
        if (cycle.opened <= today_.date) add(cycle);  // nothing has been spent in a cycle that has not begun
        return std::move(bills_);
    }

private:
    /// What a cycle's rows ask for in full; both positive.
    struct Asked {
        Money charges{}, instalments{};
    };

    // --- which statements there are ---

    CardCycle first_cycle() const
    {
        Date day = begins_;
        for (const auto& [id, s] : book_.card_statements)
            if (s.card == card_.id && s.closed >= history_.from) day = std::min(day, s.closed);
        const auto cycle = cycle_at(terms_, day), before = previous_cycle(terms_, cycle);
        return printed_for(book_, card_.id, before.closed) ? before : cycle;  // it may be off the day of the rule
    }

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

    void add(const CardCycle& rule)
    {
        CardBill bill{.cycle = dated(rule),
                      .balance = none_,
                      .minimum = none_,
                      .paid = none_,
                      .refunded = none_,
                      .next_closed = dated(next_cycle(terms_, rule)).closed,
                      .formula = {rule.closed, rule.due, none_, none_},
                      .brought_forward = none_,
                      .unmet = none_,
                      .arrears = none_,
                      .undone = credits_.undone};
        bill.projected = bill.cycle.closed > today_.date;
        const auto* printed = printed_for(book_, card_.id, rule.closed);
        const bool known_from_paper = bill.cycle.closed < begins_;  // the ledger has nothing to reckon with yet
        reach(std::min(bill.cycle.closed, today_.date));
        Money owed = known_from_paper ? printed->balance
                                      : untold_ - balance(std::min(bill.cycle.closed, today_.date)) - planned_;
        Asked asked = asked_in(bill.cycle);
        if (auto* last = this->last()) {
            note_credits(*last, std::min(bill.cycle.closed, today_.date));
            bill.brought_forward = std::max(none_, stated(*last) - last->paid - last->refunded);
            bill.missed_before = missed(*last) ? last->missed_before + 1 : 0;
        }
        else if (told_) {
            bill.missed_before = 1 + days_between(card_.overdue->since, card_.overdue->as_of) / 31;
        }
        if (bill.projected) foresee(bill, owed, asked);
        bill.formula.balance = std::max(none_, owed);
        const Money late = std::min(uncovered(), bill.formula.balance);
        bill.parts = parts(bill, asked, late);
        bill.formula.minimum = minimum_due(minimum_rule(terms_), bill.parts);
        bill.balance = bill.formula.balance;
        bill.minimum = bill.formula.minimum;
        if (printed) take_printed(bill, *printed, owed, known_from_paper);
        if (!bill.projected) ask(bill);
        bills_.push_back(std::move(bill));
        plan_from(bills_.back());
    }

    void take_printed(CardBill& bill, const CardStatement& s, Money owed, bool known_from_paper)
    {
        bill.balance = s.balance;
        bill.minimum = s.minimum;
        bill.printed = true;
        // A minimum below what is in arrears does not contain it.
        const Money late = std::min(uncovered(), bill.balance);
        if (bill.minimum < late) bill.minimum = std::min(bill.minimum + late, bill.balance);
        if (!known_from_paper) untold_ = std::max(none_, untold_ + bill.balance - owed);
    }

    Money stated(const CardBill& bill) const { return std::max(bill.balance, bill.formula.balance); }

    /// What the open cycle will most likely ask for. What the statement before still asks is that statement's business.
    void foresee(CardBill& bill, Money& owed, Asked& asked)
    {
        auto* last = this->last();
        if (last && !last->projected) owed -= bill.brought_forward;
        owed += usual_spending(*past_, card_.currency, today_, days_between(today_.date, bill.cycle.closed));
        const Money to_come = std::max(none_, cost_of_last() - asked.charges);
        owed += to_come;
        asked.charges += to_come;
        if (last)  // this month's may not be booked yet
            asked.instalments = std::max(asked.instalments, asked_in(last->cycle).instalments);
    }

    CardBill* last() { return bills_.empty() ? nullptr : &bills_.back(); }

    // --- what is not covered ---

    Money uncovered() const
    {
        Money sum = none_;
        for (const auto& u : unmet_) sum += u.left;
        return sum;
    }

    /// From its closing on a statement asks for what its minimum adds to the arrears.
    void ask(const CardBill& bill)
    {
        const Money least = bill.minimum.positive() ? bill.minimum : bill.balance;  // none is printed: all of it
        const Money own = least - std::min(uncovered(), least);
        if (own.positive()) unmet_.push_back({bill.cycle.due, own, bills_.size()});
    }

    /// What came by that day, and what the holder said by then, is taken into account.
    void reach(Date day)
    {
        if (card_.overdue && !told_ && card_.overdue->as_of <= day) {
            const auto& said = *card_.overdue;
            cover(said.as_of - Days{1});
            told_ = true;  // it takes the place of all that fell due before
            std::erase_if(unmet_, [&](const Unmet& u) { return u.due < said.as_of; });
            unmet_.push_front({said.since, said.amount, 0, true});
        }
        cover(day);
    }

    /// Payments cover the oldest first; what a plan pays is the plan's.
    void cover(Date day)
    {
        for (; covered_ < credits_.all.size() && credits_.all[covered_].booked <= day; ++covered_) {
            const auto& credit = credits_.all[covered_];
            if (credit.refund || credit.plan) continue;
            Money rest = credit.amount;
            while (!unmet_.empty() && rest.positive()) {
                const Money part = std::min(rest, unmet_.front().left);
                rest -= part;
                unmet_.front().left -= part;
                if (!unmet_.front().left.positive()) unmet_.pop_front();
            }
        }
    }

    /// No statement closed since the card was typed in: what is overdue asks by itself.
    void ask_what_was_told(const CardCycle& open)
    {
        if (!told_) return;
        const auto& said = *card_.overdue;
        CardBill bill{.cycle = {said.as_of, said.as_of - Days{1}, said.since},
                      .balance = said.amount,
                      .minimum = said.amount,
                      .paid = none_,
                      .refunded = none_,
                      .printed = true,
                      .next_closed = dated(open).closed,
                      .formula = {said.as_of - Days{1}, said.since, said.amount, said.amount},
                      .parts = {none_, none_, none_, said.amount, none_, none_},
                      .brought_forward = none_,
                      .unmet = none_,
                      .arrears = none_};
        bills_.push_back(std::move(bill));
    }

    /// How it all stands today.
    void finish()
    {
        for (auto& bill : bills_) bill.superseded = &bill != &bills_.back();
        for (const auto& u : unmet_)
            if (!u.told) bills_[u.bill].unmet += u.left;
        if (bills_.empty()) return;
        auto& asking = bills_.back();
        note_credits(asking, today_.date);
        Money owed = stated(asking) - asking.paid - asking.refunded;
        for (const auto& u : unmet_) {
            const Money left = part_of(owed, u.left);
            if (!left.positive()) break;
            if (u.due < today_.date) {
                asking.arrears += left;
                asking.late_since = asking.late_since.value_or(u.due);
            }
            else if (u.due < asking.cycle.due && !asking.earlier_due) {
                asking.earlier_due = u.due;
            }
        }
        if (told_ && card_.overdue->as_of > asking.cycle.closed) asking.minimum = asking.paid + uncovered();
    }

    // --- what a plan with the bank has taken over ---

    void plans_of(BillId bill)
    {
        for (const auto& [id, plan] : book_.plans)
            if (plan.bill == bill && plan.status == PlanStatus::active && !plan.schedule.empty())
                plans_.push_back(&plan);
    }

    bool by_plan(const CardBill& bill) const
    {
        return std::any_of(plans_.begin(), plans_.end(),
                           [&](const Plan* plan) { return plan->due == bill.formula.due; });
    }

    /// A statement that is paid by a plan asks for nothing, nor does anything before it; later ones do not contain what
    /// the plan still has to pay.
    void plan_from(const CardBill& bill)
    {
        for (const auto* plan : plans_) {
            if (plan->due != bill.formula.due) continue;
            unmet_.clear();
            for (const auto& part : plan->schedule) planned_ += part.amount;
            for (const auto& [id, s] : book_.settlements)
                if (const auto* paid = find<Bill>(book_, s.bill); paid && paid->plan == plan->id) planned_ -= s.amount;
            planned_ = std::max(none_, std::min(planned_, stated(bill)));
        }
    }

    // --- what came, and what a cycle's rows ask ---

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
        for (; beside_ < credits_.beside.size() && credits_.beside[beside_].booked <= day; ++beside_)
            before_ += credits_.beside[beside_].amount.minor;
        return {before_, card_.currency};
    }

    /// Payments and refunds after closing, up to the day on which the next statement takes over.
    void note_credits(CardBill& bill, Date until) const
    {
        bill.paid = bill.refunded = none_;
        bill.credits.clear();
        for (const auto& credit : credits_.all) {
            if (credit.booked <= bill.cycle.closed || credit.booked > until) continue;
            if (credit.refund && credit.of > bill.cycle.closed) continue;  // of what was bought since
            if (credit.plan && !by_plan(bill)) continue;
            (credit.refund ? bill.refunded : bill.paid) += credit.amount;
            bill.credits.push_back({std::max(credit.left, bill.cycle.closed + Days{1}), credit.amount, credit.refund});
        }
    }

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
    Money cost_of_last()
    {
        const auto* last = this->last();
        if (!last || last->cycle.due + Days{terms_.grace_days} >= today_.date) return none_;
        return card_cost(terms_, owed_statement(book_, history_, card_, *last), last->credits).total();
    }

    bool missed(const CardBill& bill) const
    {
        const Date deadline = bill.cycle.due + Days{terms_.grace_days};
        Money in_time = none_;
        for (const auto& p : bill.credits)
            if (!p.refund && p.on <= deadline) in_time += p.amount;
        return deadline < today_.date && bill.minimum.positive() && in_time < bill.minimum;
    }

    StatementParts parts(const CardBill& bill, const Asked& asked, Money late) const
    {
        Money left = bill.formula.balance;
        StatementParts p{none_, none_, none_, none_, none_, none_};
        p.charges = part_of(left, asked.charges);
        p.instalments = part_of(left, asked.instalments);
        if (bill.projected) {
            p.general = left;
            return p;
        }
        p.earlier_minimum = part_of(left, late);
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
    CardCredits credits_;
    Money untold_;  ///< printed as owed, and not among the card's rows
    Money planned_ = none_;
    Date begins_{};  ///< the ledger knows the card from this day on
    AccountHistory no_rows_{};
    const AccountHistory* past_ = nullptr;
    std::int64_t before_ = 0;
    std::size_t read_ = 0, beside_ = 0, covered_ = 0;
    std::deque<Unmet> unmet_;  ///< oldest first
    bool told_ = false;
    std::vector<const Plan*> plans_;
    std::vector<CardBill> bills_;
};

}  // namespace

std::vector<CardBill> card_bills(const Book& book, const History& history, const Account& card, Date from, Date to,
                                 Today today)
{
    assert(card.card);
    auto all = Statements{book, history, card, today}.run();
    std::erase_if(all, [&](const CardBill& bill) { return bill.cycle.due < from || bill.cycle.due > to; });
    return all;
}

std::optional<CardBill> card_bill_on(const Book& book, const History& history, const Account& card, Date occurrence,
                                     Today today)
{
    assert(card.card);
    for (auto& bill : Statements{book, history, card, today}.run())
        if (bill.formula.due == occurrence) return std::move(bill);
    return std::nullopt;
}

}  // namespace ledger
