#include "ledger/balances/card_credits.hpp"

#include <algorithm>
#include <cstdlib>

#include "ledger/balances/card_cycle.hpp"
#include "ledger/balances/returns.hpp"
#include "ledger/balances/transfer_words.hpp"
#include "ledger/facts/payee.hpp"

namespace ledger {

namespace {

constexpr Days bought_within{185};  ///< a purchase and its refund lie no farther apart
constexpr Days sides_within{10};    ///< … nor the two sides of one payment

class Crediting {
public:
    Crediting(const Book& book, const History& history, const Account& card, Today today)
        : book_{book}, history_{history}, card_{card}, today_{today}
    {
    }

    CardCredits run()
    {
        for (const auto& [id, s] : book_.settlements)
            if (const auto* bill = find<Bill>(book_, s.bill); bill && bill->source == BillSource::plan)
                plan_payments_.insert(s.entry);
        if (const auto at = history_.accounts.find(card_.id); at != history_.accounts.end()) {
            rows_ = &at->second.rows;
            for (const auto& row : *rows_)
                if (row.minor > 0 && row.date <= today_.date) from_row(row);
        }
        seen_elsewhere();
        const auto earlier = [](const CardCredit& a, const CardCredit& b) { return a.booked < b.booked; };
        std::stable_sort(out_.all.begin(), out_.all.end(), earlier);
        std::stable_sort(out_.beside.begin(), out_.beside.end(), earlier);
        return std::move(out_);
    }

private:
    void from_row(const HistoryRow& row)
    {
        CardCredit credit{row.date, row.date, {row.minor, card_.currency}, false, false, row.date};
        if (const auto by = taken_back_by(history_, card_.id, row, today_)) {
            out_.undone.insert(*by);
            return;
        }
        if (const auto* other = other_side(row)) {
            if (taken_back_by(history_, other_account_, *other, today_)) {  // only the payer's bank told so far
                credit.amount.minor = -credit.amount.minor;
                out_.beside.push_back(credit);
                return;
            }
            credit.left = std::min(row.date, other->date);
            credit.plan = plan_payments_.contains(other->id);
        }
        if (is_refund(row)) {
            credit.refund = true;
            if (const auto* bought = purchase_of(row)) credit.of = bought->date;
        }
        out_.all.push_back(credit);
    }

    /// What left the payer's account for this, where the two are linked.
    const HistoryRow* other_side(const HistoryRow& row)
    {
        if (!row.transfer) return nullptr;
        for (const auto& [id, account] : history_.accounts) {
            if (id == card_.id) continue;
            auto at = std::lower_bound(account.rows.begin(), account.rows.end(), row.date - sides_within,
                                       [](const HistoryRow& r, Date d) { return r.date < d; });
            for (; at != account.rows.end() && at->date <= row.date + sides_within; ++at)
                if (at->transfer == row.transfer) {
                    other_account_ = id;
                    return &*at;
                }
        }
        return nullptr;
    }

    bool is_refund(const HistoryRow& row) const
    {
        if (row.transfer) return false;
        const auto words = fold_texts({.payee = history_.payees[row.payee]});
        const auto* category = find<Category>(book_, row.category);
        if (says_refund(words) || (category && category->key == "refund")) return true;
        if (says_movement(words) || paid_elsewhere(row)) return false;
        return (category && category->kind == CategoryKind::expense) || purchase_of(row);
    }

    /// Did as much leave an own account that pays bills at that time?
    bool paid_elsewhere(const HistoryRow& row) const
    {
        for (const auto& [id, past] : history_.accounts) {
            const auto* account = find<Account>(book_, id);
            if (id == card_.id || !account || !pays_bills(account->type) || account->currency != card_.currency)
                continue;
            auto at = std::lower_bound(past.rows.begin(), past.rows.end(), row.date - sides_within,
                                       [](const HistoryRow& r, Date d) { return r.date < d; });
            for (; at != past.rows.end() && at->date <= row.date; ++at)
                if (at->minor == -row.minor) return true;
        }
        return false;
    }

    /// The purchase that this may take back: of the same amount where there is one, else the latest that is larger.
    const HistoryRow* purchase_of(const HistoryRow& row) const
    {
        if (!row.payee) return nullptr;
        const HistoryRow* found = nullptr;
        for (auto at = rows_->rbegin(); at != rows_->rend(); ++at) {
            if (at->date > row.date || at->minor > -row.minor) continue;
            if (at->date < row.date - bought_within) break;
            if (at->payee != row.payee && !same_payee(history_.payees[at->payee], history_.payees[row.payee])) continue;
            if (at->minor == -row.minor) return &*at;
            if (!found) found = &*at;
        }
        return found;
    }

    /// Payments that were linked to the card's bill on the paying account, and that no row of the card tells yet.
    void seen_elsewhere()
    {
        std::set<EntryId> met;
        for (const auto& [id, s] : book_.settlements) {
            const auto* bill = find<Bill>(book_, s.bill);
            if (!bill || bill->source != BillSource::card || bill->card != card_.id) continue;
            if (s.amount.currency != card_.currency || s.paid_on > today_.date) continue;
            const HistoryRow* same = nullptr;
            if (rows_)
                for (const auto& row : *rows_)
                    if (row.minor == s.amount.minor &&
                        std::abs(days_between(row.date, s.paid_on)) <= sides_within.count() && !met.contains(row.id))
                        same = &row;
            if (same) met.insert(same->id);
            if (same || !stands(history_, s, today_)) continue;
            const Date booked = std::min(std::max(s.paid_on, first_day_for(s.due)), today_.date);
            const CardCredit credit{booked, s.paid_on, s.amount, false, false, booked};
            out_.all.push_back(credit);
            out_.beside.push_back(credit);
        }
    }

    /// What is linked to a statement counts from the day after it closed.
    Date first_day_for(Date due) const
    {
        auto cycle = cycle_at(*card_.card, due - Days{62});
        while (cycle.due < due) cycle = next_cycle(*card_.card, cycle);
        return cycle.due == due ? cycle.closed + Days{1} : Date::min();
    }

    const Book& book_;
    const History& history_;
    const Account& card_;
    Today today_;
    const std::vector<HistoryRow>* rows_ = nullptr;
    AccountId other_account_{};
    std::set<EntryId> plan_payments_;
    CardCredits out_;
};

}  // namespace

CardCredits card_credits(const Book& book, const History& history, const Account& card, Today today)
{
    return Crediting{book, history, card, today}.run();
}

}  // namespace ledger
