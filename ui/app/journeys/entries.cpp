#include "ui/app/journeys/entries.hpp"

#include "ui/app/journeys/settle.hpp"

namespace app {

using namespace ledger;

Result<Change> add_entry(const State& state, const AddEntry& wanted, const PayeeMemory& usual)
{
    if (wanted.amount.zero())
        return Problem{.trouble = Trouble::amount_zero, .field = "amount", .text = decimal(wanted.amount)};
    if (wanted.category && !wanted.splits.empty())
        return Problem{
            .trouble = Trouble::ambiguous, .field = "category", .text = "category", .detail = "category | split"};
    Entry entry{.id = {state.book.last_entry.value + 1},
                .account = wanted.account,
                .date = wanted.date,
                .amount = wanted.amount,
                .payee = wanted.payee,
                .memo = wanted.memo,
                .category = wanted.category,
                .chosen = static_cast<bool>(wanted.category),
                .splits = wanted.splits,
                .status = wanted.status};
    if (!entry.category && entry.splits.empty() && usual && !entry.payee.empty()) entry.category = usual(entry.payee);
    Change change{.deed = Deed::add_entry, .about = entry.payee, .steps = {Put<Entry>{entry}}};
    if (find<Account>(state.book, entry.account)) settle(state, {entry}).into(change);
    return change;
}

Result<Change> edit_entry(const State& state, const Entry& before, const Entry& wanted)
{
    if (wanted.amount.zero())
        return Problem{.trouble = Trouble::amount_zero, .field = "amount", .text = decimal(wanted.amount)};
    if (before.transfer &&
        (wanted.amount != before.amount || wanted.account != before.account || wanted.transfer != before.transfer))
        return Problem{.trouble = Trouble::linked_transfer, .field = "entry", .text = std::to_string(before.id.value)};
    Change change{.deed = Deed::edit_entry, .about = wanted.payee};
    Entry entry = wanted;
    if (wanted.category != before.category)
        entry.chosen = static_cast<bool>(wanted.category);  // a correction teaches the next import
    if (wanted.amount == before.amount && wanted.payee == before.payee) {
        change.steps.push_back(Put<Entry>{std::move(entry)});
        return change;
    }
    Book without = state.book;  // a payment that became another one pays what the other one pays
    for (const auto& [id, s] : state.book.settlements)
        if (s.entry == before.id) change.steps.push_back(Remove<Settlement>{id}), without.settlements.erase(id);
    change.steps.push_back(Put<Entry>{entry});
    if (!wanted.transfer && find<Account>(state.book, wanted.account))
        settle(without, state.history, state.today, {entry}).into(change);
    return change;
}

std::vector<Entry> entries_edited(const std::vector<Entry>& entries, const EditEntries& wanted)
{
    std::vector<Entry> out;
    for (const auto& entry : entries) {
        Entry now = entry;
        if (wanted.category && !now.transfer && now.splits.empty() && now.category != *wanted.category)
            now.category = *wanted.category,
            now.chosen = static_cast<bool>(*wanted.category);  // as a correction of one entry does
        if (wanted.payee) now.payee = *wanted.payee;
        if (wanted.memo) now.memo = *wanted.memo;
        if (wanted.status) now.status = *wanted.status;
        if (now != entry) out.push_back(std::move(now));
    }
    return out;
}

Result<Change> edit_entries(const State&, const std::vector<Entry>& entries, const EditEntries& wanted)
{
    auto changed = entries_edited(entries, wanted);
    if (changed.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "entry"};
    Change change{.deed = Deed::edit_entries, .about = std::to_string(changed.size())};
    for (auto& entry : changed) change.steps.push_back(Put<Entry>{std::move(entry)});
    return change;
}

Result<Change> remove_entries(const State& state, const std::vector<Entry>& entries)
{
    if (entries.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "entry"};
    Change change{.deed = Deed::remove_entry, .about = entries.front().payee};
    for (const auto& entry : entries) {
        for (const auto& [id, s] : state.book.settlements)
            if (s.entry == entry.id) change.steps.push_back(Remove<Settlement>{id});
        change.steps.push_back(Remove<Entry>{entry.id});
    }
    return change;
}

std::vector<Entry> transfer_entries(const State& state, const AddTransfer& wanted)
{
    const auto* from = find<Account>(state.book, wanted.from);
    const auto* to = find<Account>(state.book, wanted.to);
    const TransferId link{state.book.last_transfer.value + 1};
    Entry out{.id = {state.book.last_entry.value + 1},
              .account = wanted.from,
              .date = wanted.date,
              .amount = -wanted.amount,
              .payee = to ? to->name : "",
              .memo = wanted.memo,
              .transfer = link};
    Entry in{.id = {state.book.last_entry.value + 2},
             .account = wanted.to,
             .date = wanted.date,
             .amount = wanted.received.value_or(wanted.amount),
             .payee = from ? from->name : "",
             .memo = wanted.memo,
             .transfer = link};
    return {std::move(out), std::move(in)};
}

Result<Change> add_transfer(const State& state, const AddTransfer& wanted)
{
    const auto* from = find<Account>(state.book, wanted.from);
    const auto* to = find<Account>(state.book, wanted.to);
    if (!from || !to) return Problem{.trouble = Trouble::no_such, .field = from ? "to" : "from"};
    if (from == to) return Problem{.trouble = Trouble::same_account, .field = "to", .text = to->name};
    if (wanted.amount.zero())
        return Problem{.trouble = Trouble::amount_zero, .field = "amount", .text = decimal(wanted.amount)};
    if (wanted.amount.negative())
        return Problem{.trouble = Trouble::wrong_sign, .field = "amount", .text = decimal(wanted.amount)};
    if (wanted.received && !wanted.received->positive())
        return Problem{.trouble = Trouble::wrong_sign, .field = "received", .text = decimal(*wanted.received)};
    if (from->currency != to->currency && !wanted.received)
        return Problem{.trouble = Trouble::currency_differs,
                       .field = "to",
                       .text = std::string{to->currency.text()},
                       .detail = std::string{from->currency.text()}};
    Change change{.deed = Deed::add_transfer, .about = from->name + " → " + to->name};
    for (auto& entry : transfer_entries(state, wanted)) change.steps.push_back(Put<Entry>{std::move(entry)});
    return change;
}

}  // namespace app
