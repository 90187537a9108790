#pragma once
#include <string>
#include <string_view>

#include "ui/app/journeys/journey.hpp"

/// What somebody called a thing, found in the Book. Trouble: no_such, with what there is as detail; ambiguous.
namespace app {

/// By name, letter case aside, else by number.
ledger::Result<ledger::AccountId> account_called(const ledger::Book&, std::string_view name,
                                                 const std::string& field = "account");
/// By path ("Food:Groceries"), bare name or key, else by number.
ledger::Result<ledger::CategoryId> category_called(const ledger::Book&, std::string_view name,
                                                   const std::string& field = "category");
/// By number, else by payee where only one bill has it.
ledger::Result<ledger::BillId> bill_called(const ledger::Book&, std::string_view name,
                                           const std::string& field = "bill");
ledger::Result<ledger::IncomeId> income_called(const ledger::Book&, std::string_view name,
                                               const std::string& field = "income");

/// "Food:Groceries"; empty for no category.
std::string category_path(const ledger::Book&, ledger::CategoryId);

/// A whole number that is the whole text; 0 when it is not one.
std::int64_t number_of(std::string_view text);

}  // namespace app
