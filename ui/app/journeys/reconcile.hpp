#pragma once
#include <set>
#include <string>
#include <vector>

#include "db/store.hpp"
#include "ui/app/journeys/journey.hpp"

namespace app {

/// An account beside its statement: what the ledger says of that day, and what no statement has confirmed yet.
struct Reconciliation {
    ledger::AccountId account{};
    ledger::Date date{};
    ledger::Money statement{};             ///< the balance the statement gives
    ledger::Money booked{};                ///< opening and every entry that is in the statement
    ledger::Money difference{};            ///< statement − booked; zero = they agree
    std::vector<ledger::Entry> open{};     ///< booked by that day and not confirmed yet, by date
    std::set<ledger::EntryId> left_out{};  ///< of these, what is not on this statement
};

/// Pending entries, those posted after the day, and those the user leaves out are not on the statement.
Reconciliation reconciliation(const State& state, const db::Store& store, ledger::AccountId account,
                              ledger::Money statement, ledger::Date date,
                              const std::set<ledger::EntryId>& left_out = {});

/// Marks what is on the statement as reconciled. Where they differ: refused as does_not_balance, unless an adjusting
/// entry of that payee is asked for.
ledger::Result<ledger::Change> reconcile(const State& state, const Reconciliation& found,
                                         const std::string& adjusting_payee = {});

}  // namespace app
