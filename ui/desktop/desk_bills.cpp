// What is written of accounts, bills and incomes: the part of the Desk that reads their forms.
#include "ui/app/journeys/accounts.hpp"
#include "ui/app/journeys/bills.hpp"
#include "ui/app/journeys/payments.hpp"
#include "ui/app/journeys/recurring.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/viewmodel/account_form.hpp"

namespace desktop {

using ledger::Problem;
using ledger::Trouble;

namespace {

/// "120", or "80..120" for what varies.
struct Range {
    ledger::Money low{}, high{};
    bool varies = false;
};

ledger::Result<Range> read_range(const std::string& text, ledger::Currency currency)
{
    const auto at = text.find("..");
    const auto low = view::read_amount(text.substr(0, at), currency);
    if (!low) return low.problems();
    if (at == std::string::npos) return Range{*low, *low, false};
    const auto high = view::read_amount(text.substr(at + 2), currency);
    if (!high) return high.problems();
    return Range{std::min(*low, *high), std::max(*low, *high), true};
}

ledger::Result<int> read_count(const std::string& text, const char* field, int low, int high)
{
    if (text.empty()) return 0;
    const auto n = view::whole_number(text);
    if (!n || *n < low || *n > high)
        return Problem{.trouble = Trouble::out_of_range,
                       .field = field,
                       .text = text,
                       .detail = std::to_string(low) + "–" + std::to_string(high)};
    return *n;
}

/// The repetition as the form has it.
ledger::Result<ledger::Recurrence> read_repeat(const view::SaveBill& wanted, ledger::Date due,
                                               const ledger::Recurrence& now, ledger::Today today,
                                               const wording::Words& words)
{
    auto repeat = view::repeat_of(wanted.repeat, due, now);
    repeat.shift = static_cast<ledger::Shift>(wanted.shift);
    repeat.until.reset(), repeat.times.reset();
    if (repeat.period == ledger::Period::once) return repeat;
    if (!wanted.until.empty()) {
        const auto until = view::read_day(wanted.until, today, words);
        if (!until) return until.problems();
        repeat.until = *until;
    }
    const auto times = read_count(wanted.times, "times", 1, 1200);
    if (!times) return times.problems();
    if (*times > 0) repeat.times = *times;
    return repeat;
}

}  // namespace

Answer Desk::save(const view::SaveAccount& wanted)
{
    const auto read = view::read_account(wanted, state().book, state().today, words_);
    if (!read) return refused(read.problems());
    if (wanted.account) return run([&](const app::State& s) { return app::edit_account(s, *read); });
    const app::AddAccount account{.name = read->name,
                                  .type = read->type,
                                  .currency = read->currency,
                                  .opening = read->opening,
                                  .opening_date = read->opening_date,
                                  .number = read->number,
                                  .card = read->card,
                                  .pay_from = read->pay_from,
                                  .overdue = read->overdue};
    auto out = run([&](const app::State& s) { return app::add_account(s, account); });
    if (out.done) shown_account_ = state().book.accounts.rbegin()->first;
    return out;
}

Answer Desk::save(const view::SaveBill& wanted)
{
    if (wanted.is_income) return save_income(wanted);
    const auto* before = ledger::find<ledger::Bill>(state().book, wanted.bill);
    const auto* account = ledger::find<ledger::Account>(state().book, wanted.pay_from);
    const auto currency = before    ? before->amount.currency
                          : account ? account->currency
                                    : state().book.preferences.currency;
    const auto amount = read_range(wanted.amount, currency);
    if (!amount) return refused(amount.problems());
    const auto due = view::read_day(wanted.due, state().today, words_);
    if (!due) return refused(due.problems());
    const bool moved = before && *due != wanted.occurrence;
    if (before && wanted.reach == view::Reach::this_one) {
        app::AdjustBill one{.bill = wanted.bill, .occurrence = wanted.occurrence, .amount = amount->high};
        if (moved) one.due = *due;
        return run([&](const app::State& s) { return app::adjust_bill(s, one); });
    }
    const auto minimum = view::read_amount(wanted.minimum.empty() ? "0" : wanted.minimum, currency);
    if (!minimum) return refused(minimum.problems());
    const auto learn = read_count(wanted.learn, "learn", 1, 24);
    if (!learn) return refused(learn.problems());
    const auto repeat = read_repeat(wanted, before && !moved ? before->first_due : *due,
                                    before ? before->repeat : ledger::Recurrence{}, state().today, words_);
    if (!repeat) return refused(repeat.problems());
    app::EditBill edit{.bill = wanted.bill,
                       .reach = wanted.reach == view::Reach::all ? app::Reach::all : app::Reach::following,
                       .payee = wanted.payee,
                       .amount = amount->high,
                       .learn_from = *learn,
                       .repeat = *repeat,
                       .pay_from = wanted.pay_from,
                       .minimum = *minimum,
                       .autopay = wanted.autopay,
                       .estimate = wanted.estimate,
                       .essential = wanted.essential};
    if (amount->varies) edit.lowest = amount->low;
    if (before) {
        if (wanted.occurrence != ledger::Date{}) edit.occurrence = wanted.occurrence;
        if (moved) edit.due = *due;
        return run([&](const app::State& s) { return app::with_holidays(s, app::edit_bill(s, edit), *repeat); });
    }
    ledger::Bill bill{.payee = wanted.payee,
                      .amount = amount->high,
                      .estimate = wanted.estimate,
                      .first_due = *due,
                      .repeat = *repeat,
                      .pay_from = wanted.pay_from,
                      .autopay = wanted.autopay,
                      .essential = wanted.essential,
                      .lowest = edit.lowest,
                      .learn_from = *learn};
    if (minimum->positive()) bill.minimum = *minimum;
    return run([&](const app::State& s) { return app::with_holidays(s, app::add_bill(s, bill), *repeat); });
}

Answer Desk::save_income(const view::SaveBill& wanted)
{
    const auto* before = ledger::find<ledger::Income>(state().book, wanted.income);
    const auto* account = ledger::find<ledger::Account>(state().book, wanted.pay_from);
    const auto currency = before    ? before->amount.currency
                          : account ? account->currency
                                    : state().book.preferences.currency;
    const auto amount = read_range(wanted.amount, currency);
    if (!amount) return refused(amount.problems());
    const auto next = view::read_day(wanted.due, state().today, words_);
    if (!next) return refused(next.problems());
    if (before && wanted.reach == view::Reach::this_one) {
        app::AdjustIncome one{.income = wanted.income, .occurrence = wanted.occurrence, .amount = amount->low};
        if (*next != wanted.occurrence) one.date = *next;
        return run([&](const app::State& s) { return app::adjust_income(s, one); });
    }
    const auto learn = read_count(wanted.learn, "learn", 1, 24);
    if (!learn) return refused(learn.problems());
    const bool moved = !before || *next != wanted.occurrence;
    const auto repeat = read_repeat(wanted, moved ? *next : before->next,
                                    before ? before->repeat : ledger::Recurrence{}, state().today, words_);
    if (!repeat) return refused(repeat.problems());
    const auto highest = amount->varies ? std::optional{amount->high} : std::nullopt;
    if (before) {
        app::EditIncome edit{.income = wanted.income,
                             .payer = wanted.payee,
                             .amount = amount->low,
                             .repeat = *repeat,
                             .to = wanted.pay_from,
                             .highest = highest,
                             .learn_from = *learn};
        if (moved) edit.next = *next;
        return run([&](const app::State& s) { return app::with_holidays(s, app::edit_income(s, edit), *repeat); });
    }
    const ledger::Income income{.payer = wanted.payee,
                                .amount = amount->low,
                                .next = *next,
                                .repeat = *repeat,
                                .to = wanted.pay_from,
                                .highest = highest,
                                .learn_from = *learn};
    return run([&](const app::State& s) { return app::with_holidays(s, app::add_income(s, income), *repeat); });
}

Answer Desk::save(const view::SaveStatement& wanted)
{
    const auto* card = ledger::find<ledger::Account>(state().book, wanted.card);
    if (!card) return refused(Problem{.trouble = Trouble::no_such, .field = "account"});
    const auto closed = view::read_day(wanted.closed, state().today, words_),
               due = view::read_day(wanted.due, state().today, words_);
    if (!closed) return refused(closed.problems());
    if (!due) return refused(due.problems());
    const auto amount = view::read_amount(wanted.amount, card->currency);
    if (!amount) return refused(amount.problems());
    const auto minimum = view::read_amount(wanted.minimum.empty() ? "0" : wanted.minimum, card->currency);
    if (!minimum) return refused(minimum.problems());
    const ledger::CardStatement printed{
        .card = wanted.card, .closed = *closed, .due = *due, .balance = *amount, .minimum = *minimum};
    return run([&](const app::State& s) { return app::enter_statement(s, printed); });
}

Answer Desk::pay(const view::PayBill& wanted)
{
    const auto* bill = ledger::find<ledger::Bill>(state().book, wanted.duty.bill);
    const auto* account = ledger::find<ledger::Account>(state().book, wanted.from);
    if (!bill || !account) return refused(Problem{Trouble::no_such, account ? "bill" : "account", {}, {}});
    const auto amount = view::read_amount(wanted.amount, account->currency);
    if (!amount) return refused(amount.problems());
    const auto date = view::read_day(wanted.date, state().today, words_);
    if (!date) return refused(date.problems());
    const app::PayBill payment{
        .bill = bill->id, .amount = *amount, .date = *date, .from = wanted.from, .occurrence = wanted.duty.occurrence};
    return run([&](const app::State& s) { return app::pay_bill(s, payment); });
}

Answer Desk::skip(view::DutyKey duty)
{
    return run([&](const app::State& s) {
        return app::adjust_bill(s, {.bill = duty.bill, .occurrence = duty.occurrence, .skip = true});
    });
}

Answer Desk::skip(ledger::IncomeId income, ledger::Date occurrence)
{
    return run([&](const app::State& s) {
        return app::adjust_income(s, {.income = income, .occurrence = occurrence, .skip = true});
    });
}

Answer Desk::end(ledger::BillId bill)
{
    return run([&](const app::State& s) { return app::edit_bill(s, {.bill = bill, .ended = true}); });
}

Answer Desk::end(ledger::IncomeId income)
{
    return run([&](const app::State& s) { return app::edit_income(s, {.income = income, .ended = true}); });
}

Answer Desk::confirm(const alerts::RecurringFound& found)
{
    return run([&](const app::State& s) { return app::confirm_stream(s, found); });
}

Answer Desk::dismiss(const alerts::RecurringFound& found)
{
    return run([&](const app::State& s) { return app::dismiss_stream(s, found); });
}

Answer Desk::unmatch(view::DutyKey duty)
{
    std::vector<ledger::SettlementId> links;
    for (const auto& s : app::payments_of(state().book, duty.bill, duty.occurrence)) links.push_back(s.id);
    return run([&](const app::State& s) { return app::unlink_payments(s, links); });
}

}  // namespace desktop
