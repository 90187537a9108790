#pragma once
#include <string>
#include <vector>

#include "ledger/facts/book.hpp"
#include "ui/viewmodel/table.hpp"
#include "ui/wording/sentences.hpp"

namespace view {

std::string account_name(const ledger::Book& book, ledger::AccountId account);  ///< empty for none

/// "Food: Groceries"; categories that came with the program in the reader's language; empty for none.
std::string category_name(const ledger::Book& book, ledger::CategoryId category, const wording::Words& words);

/// One of the things a choice offers; `labels` of the Choice stand in the same order.
std::vector<ledger::AccountId> open_accounts(const ledger::Book& book);    ///< in the order in which they were made
std::vector<ledger::AccountId> paying_accounts(const ledger::Book& book);  ///< those that bills can be paid from
std::vector<ledger::CategoryId> categories_by_name(const ledger::Book& book, const wording::Words& words);
std::vector<std::string> account_labels(const ledger::Book& book, const std::vector<ledger::AccountId>& accounts);

/// A day as it was typed: see `ledger::typed_date`, and "today" in the reader's language. `toward` says where a day
/// lies whose year or month was left out.
ledger::Result<ledger::Date> read_day(const std::string& text, ledger::Today today, const wording::Words& words,
                                      ledger::Toward toward = ledger::Toward::either);

/// An amount as it was typed: see `ledger::typed_amount`.
ledger::Result<ledger::Money> read_amount(const std::string& text, ledger::Currency currency);

}  // namespace view
