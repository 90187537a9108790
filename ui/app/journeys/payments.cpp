#include "ui/app/journeys/payments.hpp"

#include <algorithm>

#include "ledger/balances/duties.hpp"
#include "ui/app/journeys/entries.hpp"

namespace app {

using namespace ledger;

namespace {

Result<Money> amount_to_pay(const PayBill& wanted, const Duty& duty)
{
    const Money amount = wanted.amount.value_or(duty.still_owed);
    if (amount.currency != duty.still_owed.currency)
        return Problem{.trouble = Trouble::currency_differs,
                       .field = "amount",
                       .text = std::string{amount.currency.text()},
                       .detail = std::string{duty.still_owed.currency.text()}};
    if (amount.zero()) return Problem{.trouble = Trouble::amount_zero, .field = "amount", .text = decimal(amount)};
    if (amount.negative()) return Problem{.trouble = Trouble::wrong_sign, .field = "amount", .text = decimal(amount)};
    return amount;
}

/// The account that pays, when it can pay this.
Result<AccountId> payer_of(const State& state, const PayBill& wanted, const Duty& duty, Money amount)
{
    const AccountId from = wanted.from ? wanted.from : duty.pay_from;
    const auto* payer = find<Account>(state.book, from);
    if (!payer)
        return Problem{.trouble = Trouble::no_such, .field = "from", .text = from ? std::to_string(from.value) : ""};
    if (payer->currency != amount.currency)
        return Problem{.trouble = Trouble::currency_differs,
                       .field = "from",
                       .text = std::string{payer->currency.text()},
                       .detail = std::string{amount.currency.text()}};
    if (duty.card && !pays_bills(payer->type))
        return Problem{.trouble = Trouble::needs_type,
                       .field = "from",
                       .text = payer->name,
                       .detail = "checking, savings, cash, wallet"};
    return from;
}

}  // namespace

Result<Duty> open_duty(const State& state, BillId id, std::optional<Date> occurrence)
{
    const auto* bill = find<Bill>(state.book, id);
    if (!bill) return Problem{.trouble = Trouble::no_such, .field = "bill", .text = std::to_string(id.value)};
    const auto duty = occurrence ? duty_on(state.book, state.history, id, *occurrence, state.today)
                                 : current_duty(state.book, state.history, id, state.today);
    if (!duty) return Problem{.trouble = Trouble::not_scheduled, .field = "bill", .text = bill->payee};
    if (!duty->open())
        return Problem{
            .trouble = Trouble::already_paid, .field = "bill", .text = bill->payee, .detail = iso(duty->due)};
    return *duty;
}

Result<Change> pay_bill(const State& state, const PayBill& wanted)
{
    const auto duty = open_duty(state, wanted.bill, wanted.occurrence);
    if (!duty) return duty.problems();
    const auto amount = amount_to_pay(wanted, *duty);
    if (!amount) return amount.problems();
    const auto from = payer_of(state, wanted, *duty, *amount);
    if (!from) return from.problems();
    const Date day = wanted.date.value_or(state.today.date);
    Change change{.deed = Deed::pay_bill, .about = duty->payee};
    const auto* bill = find<Bill>(state.book, wanted.bill);
    const auto settled_by = [&](EntryId entry) {
        return Put<Settlement>{{.id = next_id<Settlement>(state.book),
                                .bill = bill->id,
                                .due = duty->occurrence,
                                .entry = entry,
                                .amount = *amount,
                                .paid_on = day,
                                .chosen = true}};
    };
    if (duty->card) {  // to the card; what a plan agreed for it is settled as well
        const auto entries = transfer_entries(state, {.from = *from, .to = duty->card, .date = day, .amount = *amount});
        for (const auto& entry : entries) change.steps.push_back(Put<Entry>{entry});
        if (duty->source == BillSource::plan) change.steps.push_back(settled_by(entries.front().id));
        return change;
    }
    const Entry entry{.id = {state.book.last_entry.value + 1},
                      .account = *from,
                      .date = day,
                      .amount = -*amount,
                      .payee = duty->payee,
                      .category = bill->category};
    change.steps.push_back(Put<Entry>{entry});
    change.steps.push_back(settled_by(entry.id));
    return change;
}

Result<Change> link_payment(const State& state, BillId id, const Entry& entry, std::optional<Date> occurrence)
{
    const auto duty = open_duty(state, id, occurrence);
    if (!duty) return duty.problems();
    if (!entry.amount.negative())
        return Problem{.trouble = Trouble::wrong_sign, .field = "entry", .text = decimal(entry.amount)};
    if (entry.amount.currency != duty->amount.currency)
        return Problem{.trouble = Trouble::currency_differs,
                       .field = "entry",
                       .text = std::string{entry.amount.currency.text()},
                       .detail = std::string{duty->amount.currency.text()}};
    if (duty->source == BillSource::card && (entry.transfer || entry.account == duty->card))
        return Problem{.trouble = Trouble::needs_type,
                       .field = "entry",
                       .text = std::to_string(entry.id.value),
                       .detail = "checking, savings, cash, wallet"};
    for (const auto& [sid, s] : state.book.settlements)
        if (s.entry == entry.id)
            return Problem{.trouble = Trouble::in_use,
                           .field = "entry",
                           .text = std::to_string(entry.id.value),
                           .detail = state.book.bills.at(s.bill).payee};
    return Change{.deed = Deed::link_payment,
                  .about = duty->payee,
                  .steps = {Put<Settlement>{{.id = next_id<Settlement>(state.book),
                                             .bill = id,
                                             .due = duty->occurrence,
                                             .entry = entry.id,
                                             .amount = abs(entry.amount),
                                             .paid_on = entry.date,
                                             .chosen = true}}}};
}

Result<Change> unlink_payments(const State& state, const std::vector<SettlementId>& links)
{
    if (links.empty()) return Problem{.trouble = Trouble::no_such, .field = "payment"};
    Change change{.deed = Deed::unlink_payment};
    for (const auto id : links) {
        const auto* settlement = find<Settlement>(state.book, id);
        if (!settlement)
            return Problem{.trouble = Trouble::no_such, .field = "payment", .text = std::to_string(id.value)};
        change.about = state.book.bills.at(settlement->bill).payee;
        change.steps.push_back(Remove<Settlement>{id});
    }
    return change;
}

std::vector<Settlement> payments_of(const Book& book, BillId bill, std::optional<Date> occurrence)
{
    if (!occurrence)
        for (const auto& [id, s] : book.settlements)
            if (s.bill == bill) occurrence = std::max(occurrence.value_or(s.due), s.due);
    std::vector<Settlement> out;
    for (const auto& [id, s] : book.settlements)
        if (s.bill == bill && s.due == occurrence) out.push_back(s);
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.paid_on < b.paid_on; });
    return out;
}

}  // namespace app
