#include "ui/app/journeys/accounts.hpp"

#include <algorithm>
#include <set>

#include "ledger/balances/duties.hpp"

namespace app {

using namespace ledger;

namespace {

Bill card_bill(BillId id, const Account& card)
{
    return {.id = id,
            .source = BillSource::card,
            .payee = card.name,
            .amount = {0, card.currency},
            .first_due = card.opening_date,
            .pay_from = card.pay_from,
            .issuer = card.card->issuer,
            .card = card.id};
}

}  // namespace

const Bill* bill_of_card(const Book& book, AccountId card)
{
    for (const auto& [id, bill] : book.bills)
        if (bill.source == BillSource::card && bill.card == card) return &bill;
    return nullptr;
}

Overdue said_overdue(Date since, Money amount, Date known_from)
{
    return {.since = since, .amount = amount, .as_of = std::max(known_from, since + Days{1})};
}

Result<Change> add_account(const State& state, const AddAccount& wanted)
{
    if (wanted.pay_from && wanted.type != AccountType::card)
        return Problem{.trouble = Trouble::needs_type, .field = "pay-from", .text = wanted.name, .detail = "card"};
    const Account account{.id = next_id<Account>(state.book),
                          .name = wanted.name,
                          .type = wanted.type,
                          .currency = wanted.currency,
                          .opening = wanted.opening,
                          .opening_date = wanted.opening_date,
                          .number = wanted.number,
                          .card = wanted.card,
                          .pay_from = wanted.pay_from,
                          .overdue = wanted.overdue};
    Change change{.deed = Deed::add_account, .about = account.name, .steps = {Put<Account>{account}}};
    if (account.card && account.type == AccountType::card)
        change.steps.push_back(Put<Bill>{card_bill(next_id<Bill>(state.book), account)});
    return change;
}

Result<Change> edit_account(const State& state, const Account& wanted)
{
    const auto* before = find<Account>(state.book, wanted.id);
    if (!before)
        return Problem{.trouble = Trouble::no_such, .field = "account", .text = std::to_string(wanted.id.value)};
    if (wanted.type != before->type && (wanted.type == AccountType::card || before->type == AccountType::card))
        return Problem{.trouble = Trouble::needs_type,
                       .field = "type",
                       .text = wanted.name,
                       .detail = before->type == AccountType::card ? "card" : "checking, savings, cash, wallet, loan"};
    Change change{.deed = Deed::edit_account, .about = wanted.name, .steps = {Put<Account>{wanted}}};
    const auto* bill = bill_of_card(state.book, wanted.id);
    if (wanted.card) {
        Bill now = bill ? *bill : card_bill(next_id<Bill>(state.book), wanted);
        now.payee = wanted.name;
        now.pay_from = wanted.pay_from;
        now.issuer = wanted.card->issuer;
        now.ended = wanted.archived;
        if (!bill || now != *bill) change.steps.push_back(Put<Bill>{now});
    }
    return change;
}

Result<Change> close_account(const State& state, AccountId id, bool closed)
{
    const auto* account = find<Account>(state.book, id);
    if (!account) return Problem{.trouble = Trouble::no_such, .field = "account", .text = std::to_string(id.value)};
    if (account->archived == closed)
        return Problem{.trouble = Trouble::nothing_to_do, .field = "account", .text = account->name};
    if (closed) {
        std::set<std::string> needs_it;
        for (const auto& [bill_id, bill] : state.book.bills)
            if (!bill.ended && bill.pay_from == id && bill.card != id) needs_it.insert(bill.payee);
        for (const auto& [income_id, income] : state.book.incomes)
            if (!income.ended && income.to == id) needs_it.insert(income.payer);
        if (const auto* bill = bill_of_card(state.book, id))
            for (const auto& duty : duties(state.book, state.history, state.today.date - Days{400},
                                           state.today.date + Days{62}, state.today))
                if (duty.bill == bill->id && duty.still_owed.positive())
                    needs_it.insert(duty.payee + " " + iso(duty.due));
        std::string named;
        for (const auto& name : needs_it) named += (named.empty() ? "" : ", ") + name;
        if (!named.empty())
            return Problem{.trouble = Trouble::still_owed, .field = "account", .text = account->name, .detail = named};
    }
    auto now = *account;
    now.archived = closed;
    return edit_account(state, now);
}

Result<Change> enter_statement(const State& state, const CardStatement& printed)
{
    const auto* card = find<Account>(state.book, printed.card);
    if (!card) return Problem{.trouble = Trouble::no_such, .field = "card", .text = std::to_string(printed.card.value)};
    if (!card->card)
        return Problem{.trouble = Trouble::needs_type, .field = "card", .text = card->name, .detail = "card"};
    CardStatement statement = printed;
    statement.id = next_id<CardStatement>(state.book);
    for (const auto& [id, s] : state.book.card_statements)
        if (s.card == printed.card && s.closed == printed.closed) statement.id = id;
    return Change{.deed = Deed::card_statement, .about = card->name, .steps = {Put<CardStatement>{statement}}};
}

}  // namespace app
