#pragma once
#include "alerts/assess.hpp"
#include "ui/app/journeys/journey.hpp"

/// What to do with a recurring payment or income that was found in the entries (`Assessment::learnt`).
namespace app {

/// Makes a bill of what goes out and an income of what comes in, with the rule, the usual amount, the account and the
/// category that were found. From then on it is known: the same money is not learnt a second time. Trouble: no_such
/// where the stream has ended, needs_type where the money only moves between own accounts, empty_name without a name.
ledger::Result<ledger::Change> confirm_stream(const State& state, const alerts::RecurringFound& found);

/// "This does not come again": it is not expected, nor offered, any more.
ledger::Result<ledger::Change> dismiss_stream(const State& state, const alerts::RecurringFound& found);

/// Takes a dismissal back: what it hid may be found again.
ledger::Result<ledger::Change> restore_stream(const State& state, ledger::DismissalId dismissal);

/// The one of `learnt` that is meant: by its number in the list, from 1, else by the only one whose payee holds the
/// text, letter case aside. Trouble: no_such with what there is as detail; ambiguous.
ledger::Result<alerts::RecurringFound> stream_called(const std::vector<alerts::RecurringFound>& learnt,
                                                     std::string_view text);

}  // namespace app
