#include "ui/app/journeys/bills.hpp"

#include <algorithm>

#include "ui/app/journeys/entries.hpp"

namespace app {

using namespace ledger;

namespace {

template <class T>
void take(const std::optional<T>& from, T& to)
{
    if (from) to = *from;
}

Problem no_bill(BillId id) { return {.trouble = Trouble::no_such, .field = "bill", .text = std::to_string(id.value)}; }

/// The occurrence that a payment made now is for.
Result<Duty> open_duty(const State& state, BillId id)
{
    const auto* bill = find<Bill>(state.book, id);
    if (!bill) return no_bill(id);
    const auto duty = current_duty(state.book, state.history, id, state.today);
    if (!duty) return Problem{.trouble = Trouble::not_scheduled, .field = "bill", .text = bill->payee};
    if (!duty->open()) return Problem{.trouble = Trouble::already_paid, .field = "bill", .text = bill->payee, .detail = iso(duty->due)};
    return *duty;
}

Result<Money> amount_to_pay(const PayBill& wanted, const Duty& duty)
{
    const Money amount = wanted.amount.value_or(duty.still_owed);
    if (amount.currency != duty.still_owed.currency)
        return Problem{.trouble = Trouble::currency_differs, .field = "amount", .text = std::string{amount.currency.text()},
                       .detail = std::string{duty.still_owed.currency.text()}};
    if (amount.zero()) return Problem{.trouble = Trouble::amount_zero, .field = "amount", .text = decimal(amount)};
    if (amount.negative()) return Problem{.trouble = Trouble::wrong_sign, .field = "amount", .text = decimal(amount)};
    return amount;
}

}  // namespace

Result<Change> add_bill(const State& state, Bill wanted)
{
    wanted.id = next_id<Bill>(state.book);
    wanted.source = BillSource::entered;
    return Change{.deed = Deed::add_bill, .about = wanted.payee, .steps = {Put<Bill>{std::move(wanted)}}};
}

Result<Change> edit_bill(const State& state, const EditBill& wanted)
{
    const auto* before = find<Bill>(state.book, wanted.bill);
    if (!before) return no_bill(wanted.bill);
    const bool rule = wanted.payee || wanted.amount || wanted.due || wanted.repeat || wanted.minimum || wanted.estimate;
    if (before->source != BillSource::entered && rule)
        return Problem{.trouble = Trouble::needs_type, .field = "bill", .text = before->payee, .detail = "bill"};
    Bill now = *before;
    take(wanted.payee, now.payee);
    take(wanted.amount, now.amount);
    take(wanted.due, now.first_due);
    take(wanted.repeat, now.repeat);
    take(wanted.pay_from, now.pay_from);
    take(wanted.autopay, now.autopay);
    take(wanted.estimate, now.estimate);
    take(wanted.essential, now.essential);
    take(wanted.ended, now.ended);
    take(wanted.issuer, now.issuer);
    take(wanted.category, now.category);
    if (wanted.minimum) now.minimum = wanted.minimum;
    if (now == *before) return Problem{.trouble = Trouble::nothing_to_do, .field = "bill", .text = before->payee};
    Change change{.deed = Deed::edit_bill, .about = now.payee, .steps = {Put<Bill>{now}}};
    if (const auto* card = find<Account>(state.book, now.card); card && wanted.pay_from) {  // the card says who pays it: one truth, kept in both
        Account owner = *card;
        owner.pay_from = now.pay_from;
        change.steps.push_back(Put<Account>{owner});
    }
    return change;
}

Result<Change> adjust_bill(const State& state, const AdjustBill& wanted)
{
    const auto* bill = find<Bill>(state.book, wanted.bill);
    if (!bill) return no_bill(wanted.bill);
    if (bill->source == BillSource::card) return Problem{.trouble = Trouble::needs_type, .field = "bill", .text = bill->payee, .detail = "bill"};
    if (!wanted.skip && !wanted.due && !wanted.amount) return Problem{.trouble = Trouble::nothing_to_do, .field = "bill", .text = bill->payee};
    const auto duty = open_duty(state, wanted.bill);
    if (!duty) return duty.problems();
    Adjustment adjustment{.id = next_id<Adjustment>(state.book), .bill = bill->id, .due = duty->occurrence};
    for (const auto& [id, a] : state.book.adjustments)
        if (a.bill == bill->id && a.due == duty->occurrence) adjustment = a;
    adjustment.skipped = wanted.skip;
    if (wanted.due) adjustment.moved_to = wanted.due;
    if (wanted.amount) adjustment.amount = wanted.amount;
    return Change{.deed = wanted.skip ? Deed::skip_bill : Deed::edit_bill, .about = bill->payee, .steps = {Put<Adjustment>{adjustment}}};
}

Result<Change> pay_bill(const State& state, const PayBill& wanted)
{
    const auto duty = open_duty(state, wanted.bill);
    if (!duty) return duty.problems();
    const auto amount = amount_to_pay(wanted, *duty);
    if (!amount) return amount.problems();
    const AccountId from = wanted.from ? wanted.from : duty->pay_from;
    const auto* payer = find<Account>(state.book, from);
    if (!payer) return Problem{.trouble = Trouble::no_such, .field = "from", .text = from ? std::to_string(from.value) : ""};
    if (payer->currency != amount->currency)
        return Problem{.trouble = Trouble::currency_differs, .field = "from", .text = std::string{payer->currency.text()},
                       .detail = std::string{amount->currency.text()}};
    if (duty->card && !pays_bills(payer->type))
        return Problem{.trouble = Trouble::needs_type, .field = "from", .text = payer->name, .detail = "checking, savings, cash, wallet"};
    const Date day = wanted.date.value_or(state.today.date);
    Change change{.deed = Deed::pay_bill, .about = duty->payee};
    const auto* bill = find<Bill>(state.book, wanted.bill);
    const auto settled_by = [&](EntryId entry) {
        return Put<Settlement>{{.id = next_id<Settlement>(state.book), .bill = bill->id, .due = duty->occurrence, .entry = entry, .amount = *amount,
                                .paid_on = day}};
    };
    if (duty->card) {  // to the card; what a plan agreed for it is settled as well
        const auto entries = transfer_entries(state, {.from = from, .to = duty->card, .date = day, .amount = *amount});
        for (const auto& entry : entries) change.steps.push_back(Put<Entry>{entry});
        if (duty->source == BillSource::plan) change.steps.push_back(settled_by(entries.front().id));
        return change;
    }
    const Entry entry{.id = {state.book.last_entry.value + 1}, .account = from, .date = day, .amount = -*amount, .payee = duty->payee,
                      .category = bill->category};
    change.steps.push_back(Put<Entry>{entry});
    change.steps.push_back(settled_by(entry.id));
    return change;
}

Result<Change> link_payment(const State& state, BillId id, const Entry& entry)
{
    const auto duty = open_duty(state, id);
    if (!duty) return duty.problems();
    if (duty->source == BillSource::card) return Problem{.trouble = Trouble::needs_type, .field = "bill", .text = duty->payee, .detail = "bill"};
    if (!entry.amount.negative()) return Problem{.trouble = Trouble::wrong_sign, .field = "entry", .text = decimal(entry.amount)};
    if (entry.amount.currency != duty->amount.currency)
        return Problem{.trouble = Trouble::currency_differs, .field = "entry", .text = std::string{entry.amount.currency.text()},
                       .detail = std::string{duty->amount.currency.text()}};
    Money free = abs(entry.amount);
    for (const auto& [sid, s] : state.book.settlements)
        if (s.entry == entry.id) free -= s.amount;
    if (!free.positive()) return Problem{.trouble = Trouble::in_use, .field = "entry", .text = std::to_string(entry.id.value), .detail = "bill"};
    return Change{.deed = Deed::link_payment, .about = duty->payee,
                  .steps = {Put<Settlement>{{.id = next_id<Settlement>(state.book), .bill = id, .due = duty->occurrence, .entry = entry.id,
                                             .amount = std::min(free, duty->still_owed), .paid_on = entry.date}}}};
}

Result<Change> unlink_payment(const State& state, SettlementId id)
{
    const auto* settlement = find<Settlement>(state.book, id);
    if (!settlement) return Problem{.trouble = Trouble::no_such, .field = "settlement", .text = std::to_string(id.value)};
    const auto* bill = find<Bill>(state.book, settlement->bill);
    return Change{.deed = Deed::link_payment, .about = bill ? bill->payee : "", .steps = {Remove<Settlement>{id}}};
}

Result<Change> add_income(const State& state, Income wanted)
{
    wanted.id = next_id<Income>(state.book);
    return Change{.deed = Deed::add_income, .about = wanted.payer, .steps = {Put<Income>{std::move(wanted)}}};
}

Result<Change> edit_income(const State& state, const EditIncome& wanted)
{
    const auto* before = find<Income>(state.book, wanted.income);
    if (!before) return Problem{.trouble = Trouble::no_such, .field = "income", .text = std::to_string(wanted.income.value)};
    Income now = *before;
    take(wanted.payer, now.payer);
    take(wanted.amount, now.amount);
    take(wanted.next, now.next);
    take(wanted.repeat, now.repeat);
    take(wanted.to, now.to);
    take(wanted.ended, now.ended);
    if (now == *before) return Problem{.trouble = Trouble::nothing_to_do, .field = "income", .text = before->payer};
    return Change{.deed = Deed::edit_income, .about = now.payer, .steps = {Put<Income>{now}}};
}

}  // namespace app
