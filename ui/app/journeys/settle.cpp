#include "ui/app/journeys/settle.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "ledger/balances/duties.hpp"
#include "ledger/balances/returns.hpp"
#include "ledger/facts/payee.hpp"

namespace app {

using namespace ledger;

namespace {

/// In the order of preference.
enum class Fit { exact, several, part, more, none };

/// One occurrence of a bill, and what pays it so far.
struct Occurrence {
    Duty duty{};
    Money guessed{};                  ///< what of its payments was only guessed, and may make room
    std::vector<std::size_t> ours{};  ///< guesses made just now, by their place among the new links
    bool open() const { return duty.still_owed.positive(); }
    bool may_make_room() const
    {
        return guessed.positive() && guessed == duty.paid && duty.paid != duty.amount && !duty.estimate;
    }
};

/// One possible use of a payment: for so many occurrences in a row from `first` on. The smallest is the best.
struct Use {
    Fit fit = Fit::none;
    bool elsewhere = false;  ///< from another account than the bill is paid from
    int days_off = 0;
    std::vector<Occurrence>* of = nullptr;
    std::size_t first = 0, count = 1;
    auto rank() const { return std::tuple{fit, elsewhere, days_off}; }
};

constexpr std::size_t most_at_once = 3;  ///< occurrences that one payment pays; more may as well be something else

class Settling {
public:
    Settling(const Book& book, const History& history, const SettleWindow& window, std::vector<Duty> owed)
        : book_{book}, history_{history}, window_{window}, names_{book}
    {
        std::map<std::pair<BillId, Date>, Money> guessed;
        for (const auto& [id, s] : book.settlements)
            if (!s.chosen) {
                const auto [at, added] = guessed.try_emplace({s.bill, s.due}, s.amount);
                if (!added) at->second += s.amount;
            }
        for (auto& duty : owed) {
            const auto at = guessed.find({duty.bill, duty.occurrence});
            const Money of_guesses = at == guessed.end() ? Money{0, duty.amount.currency} : at->second;
            bills_[duty.bill].push_back({std::move(duty), of_guesses, {}});
        }
    }

    Settled run(std::vector<const Entry*> payments)
    {
        std::stable_sort(payments.begin(), payments.end(), [](const Entry* a, const Entry* b) {
            return std::tuple{a->date, a->id} < std::tuple{b->date, b->id};
        });
        for (const auto* payment : payments) {
            Use best;
            for (auto& [id, occurrences] : bills_) {
                auto use = best_use(*payment, book_.bills.at(id), occurrences);
                if (use.fit != Fit::none && (best.fit == Fit::none || use.rank() < best.rank())) best = use;
            }
            if (best.fit != Fit::none) take(*payment, best);
        }
        Settled out;
        for (auto& link : links_)
            if (link.amount.positive()) {
                link.id = next_id<Settlement>(book_, static_cast<int>(out.links.size()));
                out.links.push_back(link);
            }
        out.instead_of = std::move(instead_of_);
        return out;
    }

private:
    bool fits(const Entry& payment, const Bill& bill) const
    {
        return names_.fits(bill.id, payment) && (bill.source != BillSource::card || pays_card(payment, bill));
    }

    /// From an account that can pay, and not yet told by the card's own file.
    bool pays_card(const Entry& payment, const Bill& bill) const
    {
        const auto* card = find<Account>(book_, bill.card);
        const auto* payer = find<Account>(book_, payment.account);
        if (!card || !payer || !pays_bills(payer->type) || payment.transfer) return false;
        const auto at = history_.accounts.find(card->id);
        return at == history_.accounts.end() ||
               std::none_of(at->second.rows.begin(), at->second.rows.end(), [&](const HistoryRow& row) {
                   return row.minor == -payment.amount.minor && std::abs(days_between(row.date, payment.date)) <= 10;
               });
    }

    bool in_window(const Entry& payment, const Duty& duty) const
    {
        const int off = days_between(duty.due, payment.date);
        return off >= -window_.early && off <= window_.late;
    }

    /// Far more than is owed is some other payment to the same payee, unless the bill's amount is a guess.
    static Fit fit(const Occurrence& o, Money paid)
    {
        const auto& duty = o.duty;
        if (paid.currency != duty.amount.currency) return Fit::none;
        if (o.may_make_room() && paid == duty.amount) return Fit::exact;
        if (!o.open()) return Fit::none;
        if (paid == duty.still_owed) return Fit::exact;
        if (paid < duty.still_owed) return Fit::part;
        return duty.estimate || paid <= times(duty.still_owed, Rate{1'500'000'000}) ? Fit::more : Fit::none;
    }

    Use best_use(const Entry& payment, const Bill& bill, std::vector<Occurrence>& all) const
    {
        Use best{.elsewhere = bill.pay_from && bill.pay_from != payment.account, .of = &all};
        std::optional<std::size_t> nearest;
        const auto off = [&](std::size_t i) { return std::abs(days_between(all[i].duty.due, payment.date)); };
        for (std::size_t i = 0; i < all.size(); ++i)
            if (in_window(payment, all[i].duty) && (!nearest || off(i) < off(*nearest))) nearest = i;
        if (!nearest || !fits(payment, bill)) return best;
        const Money paid = abs(payment.amount);
        const auto consider = [&](std::size_t i, bool any_part) {
            const auto found = fit(all[i], paid);
            if (found == Fit::none || (!any_part && found != Fit::exact) || found >= best.fit) return;
            best.fit = found, best.first = i, best.count = 1, best.days_off = off(i);
        };
        consider(*nearest, true);
        if (best.fit == Fit::exact) return best;
        // For one that was missed, the oldest first; else for the next.
        for (std::size_t i = 0; i < all.size(); ++i)
            if (in_window(payment, all[i].duty) && i != *nearest)
                consider(i, all[i].duty.due < payment.date && !all[*nearest].open());
        if (best.fit != Fit::exact) several(payment, all, *nearest, best);
        return best;
    }

    /// As much as several in a row ask together: what is overdue is paid first, then what is nearest.
    void several(const Entry& payment, const std::vector<Occurrence>& all, std::size_t nearest, Use& best) const
    {
        const Money paid = abs(payment.amount);
        for (std::size_t first = 0; first < all.size(); ++first) {
            if (!in_window(payment, all[first].duty) || first > nearest + 1) continue;
            Money sum{0, paid.currency};
            for (std::size_t n = 0; first + n < all.size() && n < most_at_once; ++n) {
                const auto& o = all[first + n];
                if (!o.open() || o.duty.estimate || o.duty.amount.currency != paid.currency) break;
                sum += o.duty.still_owed;
                if (sum > paid) break;
                if (sum != paid || n == 0 || first + n < nearest) continue;
                best.fit = Fit::several, best.first = first, best.count = n + 1;
                best.days_off = std::abs(days_between(all[first].duty.due, payment.date));
                return;
            }
        }
    }

    void take(const Entry& payment, const Use& use)
    {
        Money rest = abs(payment.amount);
        for (std::size_t n = 0; n < use.count; ++n) {
            auto& o = (*use.of)[use.first + n];
            if (use.fit == Fit::exact && rest != o.duty.still_owed) make_room(o);
            const Money part = use.count == 1 ? rest : std::min(rest, o.duty.still_owed);
            rest -= part;
            o.ours.push_back(links_.size());
            links_.push_back({.bill = o.duty.bill,
                              .due = o.duty.occurrence,
                              .entry = payment.id,
                              .amount = part,
                              .paid_on = payment.date});
            o.duty.paid += part, o.guessed += part;
            o.duty.still_owed =
                part < o.duty.still_owed && !o.duty.estimate ? o.duty.still_owed - part : Money{0, part.currency};
        }
    }

    void make_room(Occurrence& o)
    {
        for (const auto& [id, s] : book_.settlements)
            if (s.bill == o.duty.bill && s.due == o.duty.occurrence && !s.chosen) instead_of_.push_back(id);
        for (const auto i : o.ours) links_[i].amount.minor = 0;
        o.ours.clear();
        o.duty.paid = o.guessed = {0, o.duty.amount.currency};
        o.duty.still_owed = o.duty.amount;
    }

    const Book& book_;
    const History& history_;
    const SettleWindow& window_;
    BillNames names_;
    std::map<BillId, std::vector<Occurrence>> bills_;
    std::vector<Settlement> links_;
    std::vector<SettlementId> instead_of_;
};

bool may_pay(const Entry& e)
{
    return e.amount.negative() && !(e.payee.empty() && e.memo.empty()) && !says_returned(e.payee) &&
           !says_returned(e.memo);
}

/// What a payment can be for: no statement that is still open, none that a later one took over.
std::vector<Duty> payable(const Book& book, const History& history, Date from, Date to, Today today)
{
    auto owed = duties(book, history, from, to, today);
    std::erase_if(owed, [&](const Duty& d) {
        return d.source == BillSource::card && (d.projected || !d.still_owed.positive() || d.superseded);
    });
    return owed;
}

constexpr Days ahead{370};  ///< one payment may be for a year of them

}  // namespace

void Settled::into(Change& change) const
{
    for (const auto id : instead_of) change.steps.push_back(Remove<Settlement>{id});
    for (const auto& link : links) change.steps.push_back(Put<Settlement>{link});
}

BillNames::BillNames(const Book& book)
{
    for (const auto& [id, bill] : book.bills) {
        const auto* card = bill.source == BillSource::card ? find<Account>(book, bill.card) : nullptr;
        known_[id] = {PayeeName{card ? card->name : bill.payee},
                      card && card->number.size() == 4 ? card->number : std::string{}};
    }
}

bool BillNames::Known::fits(const PayeeName& payee, const Entry& payment) const
{
    if (name.fits(payee)) return true;
    return !digits.empty() && (payment.payee + " " + payment.memo).find(digits) != std::string::npos;
}

bool BillNames::any_fits(const Entry& payment) const
{
    const PayeeName payee{payment.payee};
    return std::any_of(known_.begin(), known_.end(), [&](const auto& k) { return k.second.fits(payee, payment); });
}

bool BillNames::fits(BillId bill, const Entry& payment) const
{
    return known_.at(bill).fits(PayeeName{payment.payee}, payment);
}

Settled settle(const Book& book, const History& history, Today today, const std::vector<Entry>& entries,
               const SettleWindow& window)
{
    std::vector<const Entry*> payments;
    Date first = Date::max(), last = Date::min();
    for (const auto& e : entries) {
        if (!may_pay(e)) continue;
        payments.push_back(&e);
        first = std::min(first, e.date);
        last = std::max(last, e.date);
    }
    if (payments.empty() || book.bills.empty()) return {};
    return Settling{book, history, window,
                    payable(book, history, first - Days{window.late}, last + Days{window.early} + ahead, today)}
        .run(std::move(payments));
}

Settled settle(const State& state, const std::vector<Entry>& entries, const SettleWindow& window)
{
    return settle(state.book, state.history, state.today, entries, window);
}

Settled settle_past(const State& state, const Bill& bill)
{
    std::set<EntryId> used;
    for (const auto& [id, s] : state.book.settlements) used.insert(s.entry);
    std::vector<bool> is_payee(state.history.payees.size());
    const PayeeName name{bill.payee};
    for (std::size_t i = 1; i < is_payee.size(); ++i) is_payee[i] = name.fits(PayeeName{state.history.payees[i]});
    std::vector<Entry> paid;
    for (const auto& [id, past] : state.history.accounts) {
        const auto* account = find<Account>(state.book, id);
        if (!account || account->currency != bill.amount.currency) continue;
        for (const auto& row : past.rows)
            if (row.minor < 0 && row.date <= state.today.date && is_payee[row.payee] && !row.transfer &&
                !used.contains(row.id) && !taken_back_by(state.history, id, row, state.today))
                paid.push_back({.id = row.id,
                                .account = id,
                                .date = row.date,
                                .amount = {row.minor, account->currency},
                                .payee = state.history.payees[row.payee]});
    }
    Book alone = state.book;  // payments that were left to other bills stay theirs
    alone.bills = {{bill.id, bill}};
    return settle(alone, state.history, state.today, paid);
}

}  // namespace app
