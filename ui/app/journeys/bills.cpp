#include "ui/app/journeys/bills.hpp"

#include <algorithm>

#include "ui/app/journeys/payments.hpp"
#include "ui/app/journeys/settle.hpp"

namespace app {

using namespace ledger;

namespace {

template <class T>
void take(const std::optional<T>& from, T& to)
{
    if (from) to = *from;
}

Problem no_bill(BillId id)
{
    return {.trouble = Trouble::no_such, .field = "bill", .text = std::to_string(id.value)};
}

/// The bill with what was named changed, its rule as if it had always been so.
Bill changed(const Bill& before, const EditBill& wanted)
{
    Bill now = before;
    take(wanted.payee, now.payee);
    if (wanted.amount) now.amount = *wanted.amount, now.lowest = wanted.lowest;
    take(wanted.learn_from, now.learn_from);
    take(wanted.due, now.first_due);
    take(wanted.repeat, now.repeat);
    take(wanted.pay_from, now.pay_from);
    take(wanted.autopay, now.autopay);
    take(wanted.estimate, now.estimate);
    take(wanted.essential, now.essential);
    take(wanted.ended, now.ended);
    take(wanted.issuer, now.issuer);
    take(wanted.category, now.category);
    if (wanted.owed_from) now.owed_from = *wanted.owed_from <= now.first_due ? std::nullopt : wanted.owed_from;
    if (wanted.minimum) now.minimum = wanted.minimum->zero() ? std::nullopt : wanted.minimum;
    return now;
}

bool same_rule(const Bill& a, const Bill& b)
{
    return a.amount == b.amount && a.lowest == b.lowest && a.estimate == b.estimate && a.minimum == b.minimum &&
           a.first_due == b.first_due && a.repeat == b.repeat;
}

/// Lets the old rule hold until the day before `from`, and the new one from there on.
std::optional<Problem> keep_the_past(const Bill& before, Bill& now, Date from, const EditBill& wanted)
{
    const auto plain =
        dates({.period = before.repeat.period, .every = before.repeat.every, .nth_weekday = before.repeat.nth_weekday},
              before.first_due, before.first_due, from - Days{1});
    const Date after = before.earlier.empty() ? Date::min() : before.earlier.back().until;
    if (std::none_of(plain.begin(), plain.end(), [&](Date d) { return d > after; }))
        return std::nullopt;  // nothing was before
    now.earlier.push_back({.until = from - Days{1},
                           .amount = before.amount,
                           .lowest = before.lowest,
                           .estimate = before.estimate || before.learn_from > 0,
                           .minimum = before.minimum,
                           .first_due = before.first_due,
                           .repeat = before.repeat});
    if (wanted.due && *wanted.due < from)
        if (const Date last = plain.back(); *wanted.due <= last)
            return Problem{
                .trouble = Trouble::out_of_range, .field = "due", .text = iso(*wanted.due), .detail = "> " + iso(last)};
    if (wanted.due) now.earlier.back().until = std::min(from, *wanted.due) - Days{1};
    const bool anew = wanted.due || now.repeat.period != before.repeat.period ||
                      now.repeat.every != before.repeat.every || now.repeat.nth_weekday != before.repeat.nth_weekday;
    if (!anew) return std::nullopt;
    if (!wanted.due) now.first_due = from;
    if (now.repeat.times)
        now.repeat.times =
            std::max(1, *now.repeat.times - static_cast<int>(plain.size()));  // so many in all, those before counted
    return std::nullopt;
}

/// The first day on which the register knows of an account that could pay this: the day it opened, or its first entry;
/// today where there is none.
Date register_begins(const State& state, const Bill& bill)
{
    Date first = state.today.date;
    for (const auto& [id, account] : state.book.accounts) {
        if (account.currency != bill.amount.currency || !pays_bills(account.type)) continue;
        if (account.opening_date != Date{}) first = std::min(first, account.opening_date);
        const auto past = state.history.accounts.find(id);
        if (past == state.history.accounts.end()) continue;
        if (!past->second.rows.empty() || past->second.first < state.history.from)
            first = std::min(first, past->second.first);
    }
    return first;
}

/// Nobody can tell whether what was due before the register began was paid. One or two are asked for all the same; of a
/// row of them, the last alone where nothing was due since, and none else.
std::optional<Date> asked_from(const State& state, const Bill& bill)
{
    constexpr std::size_t a_row = 3;
    if (bill.repeat.period == Period::once || bill.first_due >= state.today.date) return std::nullopt;
    const Date begins = register_begins(state, bill);
    const auto due = dates(bill.repeat, bill.first_due, bill.first_due, state.today.date - Days{1});
    const auto known = std::find_if(due.begin(), due.end(), [&](Date d) { return d >= begins; });
    const auto before = static_cast<std::size_t>(known - due.begin());
    if (before < a_row) return std::nullopt;
    return known == due.end() ? due.back() : *known;
}

}  // namespace

Result<Change> add_bill(const State& state, Bill wanted)
{
    wanted.id = next_id<Bill>(state.book);
    wanted.source = BillSource::entered;
    if (!wanted.owed_from) wanted.owed_from = asked_from(state, wanted);
    Change change{.deed = Deed::add_bill, .about = wanted.payee, .steps = {Put<Bill>{wanted}}};
    settle_past(state, wanted).into(change);
    return change;
}

Result<Change> edit_bill(const State& state, const EditBill& wanted)
{
    const auto* before = find<Bill>(state.book, wanted.bill);
    if (!before) return no_bill(wanted.bill);
    const bool rule = wanted.payee || wanted.amount || wanted.due || wanted.repeat || wanted.minimum ||
                      wanted.estimate || wanted.learn_from;
    if (before->source != BillSource::entered && rule)
        return Problem{.trouble = Trouble::needs_type, .field = "bill", .text = before->payee, .detail = "bill"};
    Bill now = changed(*before, wanted);
    if (now == *before) return Problem{.trouble = Trouble::nothing_to_do, .field = "bill", .text = before->payee};
    if (!same_rule(*before, now)) {
        const auto duty = wanted.occurrence
                              ? duty_on(state.book, state.history, before->id, *wanted.occurrence, state.today)
                              : current_duty(state.book, state.history, before->id, state.today);
        if (wanted.occurrence && !duty)
            return Problem{.trouble = Trouble::not_scheduled,
                           .field = "bill",
                           .text = before->payee,
                           .detail = iso(*wanted.occurrence)};
        if (wanted.reach == Reach::all) now.earlier.clear();
        else if (duty)
            if (auto problem = keep_the_past(*before, now, duty->occurrence, wanted)) return *problem;
    }
    Change change{.deed = Deed::edit_bill, .about = now.payee, .steps = {Put<Bill>{now}}};
    if (const auto* card = find<Account>(state.book, now.card);
        card && wanted.pay_from) {  // the card says who pays it: one truth, kept in both
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
    if (bill->source == BillSource::card)
        return Problem{.trouble = Trouble::needs_type, .field = "bill", .text = bill->payee, .detail = "bill"};
    if (!wanted.skip && !wanted.due && !wanted.amount)
        return Problem{.trouble = Trouble::nothing_to_do, .field = "bill", .text = bill->payee};
    const auto duty = open_duty(state, wanted.bill, wanted.occurrence);
    if (!duty) return duty.problems();
    Adjustment adjustment{.id = next_id<Adjustment>(state.book), .bill = bill->id, .due = duty->occurrence};
    for (const auto& [id, a] : state.book.adjustments)
        if (a.bill == bill->id && a.due == duty->occurrence) adjustment = a;
    adjustment.skipped = wanted.skip;
    if (wanted.due) adjustment.moved_to = wanted.due;
    if (wanted.amount) adjustment.amount = wanted.amount;
    return Change{.deed = wanted.skip ? Deed::skip_bill : Deed::edit_bill,
                  .about = bill->payee,
                  .steps = {Put<Adjustment>{adjustment}}};
}

Result<Change> add_income(const State& state, Income wanted)
{
    wanted.id = next_id<Income>(state.book);
    return Change{.deed = Deed::add_income, .about = wanted.payer, .steps = {Put<Income>{std::move(wanted)}}};
}

Result<Change> edit_income(const State& state, const EditIncome& wanted)
{
    const auto* before = find<Income>(state.book, wanted.income);
    if (!before)
        return Problem{.trouble = Trouble::no_such, .field = "income", .text = std::to_string(wanted.income.value)};
    Income now = *before;
    take(wanted.payer, now.payer);
    if (wanted.amount) now.amount = *wanted.amount, now.highest = wanted.highest;
    take(wanted.learn_from, now.learn_from);
    take(wanted.next, now.next);
    take(wanted.repeat, now.repeat);
    take(wanted.to, now.to);
    take(wanted.ended, now.ended);
    if (now == *before) return Problem{.trouble = Trouble::nothing_to_do, .field = "income", .text = before->payer};
    return Change{.deed = Deed::edit_income, .about = now.payer, .steps = {Put<Income>{now}}};
}

Result<Change> adjust_income(const State& state, const AdjustIncome& wanted)
{
    const auto* income = find<Income>(state.book, wanted.income);
    if (!income)
        return Problem{.trouble = Trouble::no_such, .field = "income", .text = std::to_string(wanted.income.value)};
    if (!wanted.skip && !wanted.date && !wanted.amount)
        return Problem{.trouble = Trouble::nothing_to_do, .field = "income", .text = income->payer};
    std::optional<Date> which;
    const Date from =
        wanted.occurrence ? *wanted.occurrence - Days{400} : state.today.date;  // a named one may have been moved
    for (const auto& e :
         expected_incomes(state.book, state.history, from, std::max(from, state.today.date) + Days{800}))
        if (e.income == income->id && !which && (!wanted.occurrence || e.occurrence == *wanted.occurrence))
            which = e.occurrence;
    if (!which) return Problem{.trouble = Trouble::not_scheduled, .field = "income", .text = income->payer};
    Adjustment adjustment{.id = next_id<Adjustment>(state.book), .due = *which, .income = income->id};
    for (const auto& [id, a] : state.book.adjustments)
        if (a.income == income->id && a.due == *which) adjustment = a;
    adjustment.skipped = wanted.skip;
    if (wanted.date) adjustment.moved_to = wanted.date;
    if (wanted.amount) adjustment.amount = wanted.amount;
    return Change{.deed = Deed::edit_income, .about = income->payer, .steps = {Put<Adjustment>{adjustment}}};
}

}  // namespace app
