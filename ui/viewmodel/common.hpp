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

/// "2026-12-05", "12-05", "5", "+3" (days from today), "today" and its translation. A day without a year is the one
/// closest to today. Trouble: not_a_date, date_out_of_range.
ledger::Result<ledger::Date> read_day(const std::string& text, ledger::Today today, const wording::Words& words);

/// Full-width digits, letters and signs, as a Chinese keyboard gives them, as plain ones.
std::string narrowed(const std::string& text);

/// "12", "12.30", "1,234.50", "１２", "¥12", "+12", "-12". Trouble: as parse_money.
ledger::Result<ledger::Money> read_amount(const std::string& text, ledger::Currency currency);

}  // namespace view
