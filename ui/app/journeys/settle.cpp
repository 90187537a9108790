#include "ui/app/journeys/settle.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "ledger/balances/duties.hpp"
#include "ledger/facts/payee.hpp"

namespace app {

using namespace ledger;

namespace {

enum class Fit { exact, part, more, none };

/// One possible pairing of a payment with an occurrence; the smallest is the best.
struct Pairing {
    Fit fit = Fit::none;
    bool elsewhere = false;  ///< from another account than the bill is paid from
    bool late = false;
    int days_off = 0;
    std::size_t entry = 0, duty = 0;
    auto rank() const { return std::tuple{fit, elsewhere, late, days_off, entry, duty}; }
};

/// Far more than is owed is some other payment to the same payee, unless the bill's amount is a guess.
Fit fit(const Duty& duty, Money paid)
{
    if (!duty.still_owed.positive() || paid.currency != duty.still_owed.currency) return Fit::none;
    if (paid == duty.still_owed) return Fit::exact;
    if (paid < duty.still_owed) return Fit::part;
    return duty.estimate || paid <= times(duty.still_owed, Rate{1'500'000'000}) ? Fit::more : Fit::none;
}

bool names_digits(const std::string& text, const std::string& digits)
{
    return digits.size() == 4 && text.find(digits) != std::string::npos;
}

bool names_card(const Entry& payment, const Account& card)
{
    return same_payee(card.name, payment.payee) || names_digits(payment.payee + " " + payment.memo, card.number);
}

class Settling {
public:
    Settling(const Book& book, const History& history, const SettleWindow& window)
        : book_{book}, history_{history}, window_{window}
    {
    }

    std::vector<Settlement> run(const std::vector<const Entry*>& payments, std::vector<Duty> owed) const
    {
        std::vector<Pairing> pairings;
        for (std::size_t e = 0; e < payments.size(); ++e)
            for (std::size_t d = 0; d < owed.size(); ++d)
                if (auto p = pairing(*payments[e], owed[d]); p.fit != Fit::none) {
                    p.entry = e, p.duty = d;
                    pairings.push_back(p);
                }
        std::sort(pairings.begin(), pairings.end(), [](const auto& a, const auto& b) { return a.rank() < b.rank(); });
        std::vector<Settlement> out;
        std::vector<bool> used(payments.size(), false);
        for (const auto& p : pairings) {
            Duty& duty = owed[p.duty];
            const Money paid = abs(payments[p.entry]->amount);
            if (used[p.entry] || fit(duty, paid) == Fit::none) continue;
            used[p.entry] = true;
            out.push_back({.id = next_id<Settlement>(book_, static_cast<int>(out.size())),
                           .bill = duty.bill,
                           .due = duty.occurrence,
                           .entry = payments[p.entry]->id,
                           .amount = paid,
                           .paid_on = payments[p.entry]->date});
            duty.still_owed =
                paid < duty.still_owed && !duty.estimate ? duty.still_owed - paid : Money{0, paid.currency};
        }
        return out;
    }

private:
    Pairing pairing(const Entry& payment, const Duty& duty) const
    {
        const int off = days_between(duty.due, payment.date);
        if (off < -window_.early || off > window_.late) return {};
        if (duty.source == BillSource::card ? !pays_card(payment, duty) : !same_payee(duty.payee, payment.payee))
            return {};
        const auto& bill = book_.bills.at(duty.bill);
        return {.fit = fit(duty, abs(payment.amount)),
                .elsewhere = bill.pay_from && bill.pay_from != payment.account,
                .late = off > 0,
                .days_off = std::abs(off)};
    }

    /// Named after the card, from an account that can pay, and not yet told by the card's own file.
    bool pays_card(const Entry& payment, const Duty& duty) const
    {
        const auto* card = find<Account>(book_, duty.card);
        const auto* payer = find<Account>(book_, payment.account);
        if (!card || !payer || !pays_bills(payer->type) || payment.transfer || duty.projected) return false;
        if (!names_card(payment, *card)) return false;
        const auto at = history_.accounts.find(card->id);
        return at == history_.accounts.end() ||
               std::none_of(at->second.rows.begin(), at->second.rows.end(), [&](const HistoryRow& row) {
                   return row.minor == -payment.amount.minor && std::abs(days_between(row.date, payment.date)) <= 10;
               });
    }

    const Book& book_;
    const History& history_;
    const SettleWindow& window_;
};

}  // namespace

bool could_settle(const Book& book, const Entry& payment)
{
    return std::any_of(book.bills.begin(), book.bills.end(), [&](const auto& b) {
        const auto* card = b.second.source == BillSource::card ? find<Account>(book, b.second.card) : nullptr;
        return card ? names_card(payment, *card) : same_payee(b.second.payee, payment.payee);
    });
}

std::vector<Settlement> settle(const Book& book, const History& history, Today today, const std::vector<Entry>& entries,
                               const SettleWindow& window)
{
    std::vector<const Entry*> payments;
    Date first = Date::max(), last = Date::min();
    for (const auto& e : entries) {
        if (!e.amount.negative() || (e.payee.empty() && e.memo.empty())) continue;
        payments.push_back(&e);
        first = std::min(first, e.date);
        last = std::max(last, e.date);
    }
    if (payments.empty() || book.bills.empty()) return {};
    auto owed = duties(book, history, first - Days{window.late}, last + Days{window.early}, today);
    std::erase_if(owed, [](const Duty& d) { return !d.still_owed.positive(); });
    return Settling{book, history, window}.run(payments, std::move(owed));
}

std::vector<Settlement> settle(const State& state, const std::vector<Entry>& entries, const SettleWindow& window)
{
    return settle(state.book, state.history, state.today, entries, window);
}

}  // namespace app
