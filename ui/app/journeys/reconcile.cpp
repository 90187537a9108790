#include "ui/app/journeys/reconcile.hpp"

namespace app {

using namespace ledger;

Reconciliation reconciliation(const State& state, const db::Store& store, AccountId id, Money statement, Date date,
                              const std::set<EntryId>& left_out)
{
    const auto& account = state.book.accounts.at(id);
    Reconciliation out{.account = id, .date = date, .statement = statement, .booked = account.opening};
    const auto last = store.page({.account = id, .to = date}, 0, 1, true);
    if (!last.empty()) out.booked = last.front().balance;
    for (auto& entry : store.entries({.account = id, .to = date, .unreconciled = true})) {
        if (entry.status == EntryStatus::pending || entry.posted.value_or(entry.date) > date) {
            out.booked -= entry.amount;
            continue;
        }
        if (left_out.contains(entry.id)) {
            out.booked -= entry.amount;
            out.left_out.insert(entry.id);
        }
        out.open.push_back(std::move(entry));
    }
    out.difference = statement - out.booked;
    return out;
}

Result<Change> reconcile(const State& state, const Reconciliation& found, const std::string& adjusting_payee)
{
    if (!found.difference.zero() && adjusting_payee.empty())
        return Problem{.trouble = Trouble::does_not_balance, .field = "balance", .text = decimal(found.difference)};
    Change change{.deed = Deed::reconcile, .about = state.book.accounts.at(found.account).name};
    for (Entry entry : found.open) {
        if (found.left_out.contains(entry.id)) continue;
        entry.status = EntryStatus::reconciled;
        change.steps.push_back(Put<Entry>{std::move(entry)});
    }
    if (!found.difference.zero())
        change.steps.push_back(Put<Entry>{{.id = {state.book.last_entry.value + 1},
                                           .account = found.account,
                                           .date = found.date,
                                           .amount = found.difference,
                                           .payee = adjusting_payee,
                                           .status = EntryStatus::reconciled}});
    if (change.steps.empty())
        return Problem{.trouble = Trouble::nothing_to_do, .field = "account", .text = change.about};
    return change;
}

}  // namespace app
