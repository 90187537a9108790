#pragma once
#include <string>
#include <vector>

#include "ui/app/session.hpp"
#include "ui/wording/words.hpp"

/// The ledger as other programs read it. Amounts are exact; the sums of what is written are the sums of the register.
/// `entries` are by (date, id).
namespace app {

/// One row an entry, RFC 4180 with LF: id,date,account,payee,memo,category,amount,currency,status,transfer,splits.
std::string csv(const ledger::Book& book, const std::vector<ledger::Entry>& entries);

/// Every fact and every entry as one document: nothing that was told to the program is left out.
std::string json(const ledger::Book& book, const std::vector<ledger::Entry>& entries);

/// Quicken's format, an account after the other, with its opening balance; transfers name the other account in
/// brackets.
std::string qif(const ledger::Book& book, const std::vector<ledger::Entry>& entries);

/// A journal that `hledger` and `ledger` read and that balances; opening balances come from equity, a transfer is one
/// transaction.
std::string hledger(const ledger::Book& book, const std::vector<ledger::Entry>& entries);

/// iCalendar (RFC 5545): a day event for each open due date up to `until`, with alarms a week and a day before.
std::string calendar(const State& state, ledger::Date until, ledger::Moment now, const wording::Words& words);

}  // namespace app
