#include "ui/app/journeys/settle.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "ui/app/journeys/text.hpp"

namespace app {

using namespace ledger;

namespace {

/// One possible pairing of a payment with an occurrence; the smallest is the best.
struct Pairing {
    bool inexact = false;
    bool late = false;
    int days_off = 0;
    std::size_t entry = 0, duty = 0;
    auto rank() const { return std::tuple{inexact, late, days_off, entry, duty}; }
};

/// "Rent" pays "RENT 12/2026"; names of a single letter pay nothing by accident.
bool same_payee(const std::string& bill, const std::string& entry)
{
    const auto a = folded(bill), b = folded(entry);
    if (a.size() < 2 || b.size() < 2) return a == b && !a.empty();
    return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

/// More than is owed is some other payment to the same payee, unless the bill's amount is a guess.
bool amount_fits(const Duty& duty, Money paid) { return paid <= duty.still_owed || duty.estimate; }

}  // namespace

std::vector<Settlement> settle(const State& state, const std::vector<Entry>& entries, const SettleWindow& window)
{
    std::vector<const Entry*> payments;
    Date first = Date::max(), last = Date::min();
    for (const auto& e : entries) {
        if (!e.amount.negative() || e.payee.empty()) continue;
        payments.push_back(&e);
        first = std::min(first, e.date);
        last = std::max(last, e.date);
    }
    const bool any_bill = std::any_of(state.book.bills.begin(), state.book.bills.end(), [](const auto& b) { return b.second.source != BillSource::card; });
    if (payments.empty() || !any_bill) return {};

    auto owed = duties(state.book, state.history, first - Days{window.late}, last + Days{window.early}, state.today);
    std::erase_if(owed, [](const Duty& d) { return d.source == BillSource::card || !d.still_owed.positive(); });
    std::vector<Pairing> pairings;
    for (std::size_t e = 0; e < payments.size(); ++e)
        for (std::size_t d = 0; d < owed.size(); ++d) {
            const Money paid = abs(payments[e]->amount);
            const int off = days_between(owed[d].due, payments[e]->date);
            if (off < -window.early || off > window.late || paid.currency != owed[d].still_owed.currency) continue;
            if (!same_payee(owed[d].payee, payments[e]->payee) || !amount_fits(owed[d], paid)) continue;
            if (owed[d].pay_from && find<Bill>(state.book, owed[d].bill)->pay_from && owed[d].pay_from != payments[e]->account) continue;
            pairings.push_back({.inexact = paid != owed[d].still_owed, .late = off > 0, .days_off = std::abs(off), .entry = e, .duty = d});
        }
    std::sort(pairings.begin(), pairings.end(), [](const auto& a, const auto& b) { return a.rank() < b.rank(); });

    std::vector<Settlement> out;
    std::vector<bool> used(payments.size(), false);
    for (const auto& p : pairings) {
        Duty& duty = owed[p.duty];
        const Money paid = abs(payments[p.entry]->amount);
        if (used[p.entry] || !duty.still_owed.positive() || !amount_fits(duty, paid)) continue;
        used[p.entry] = true;
        out.push_back({.id = next_id<Settlement>(state.book, static_cast<int>(out.size())), .bill = duty.bill, .due = duty.occurrence,
                       .entry = payments[p.entry]->id, .amount = paid, .paid_on = payments[p.entry]->date});
        duty.still_owed = paid < duty.still_owed ? duty.still_owed - paid : Money{0, paid.currency};
    }
    return out;
}

}  // namespace app
