#pragma once
#include <string>
#include <vector>

#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// The categories as a tree of rows, the rules in their order, the rates by date.
struct RulesModel {
    std::vector<Column> category_columns{}, rule_columns{}, rate_columns{};
    std::vector<Row> category_rows{}, rule_rows{}, rate_rows{};
    std::vector<SaveCategory> categories{};  ///< as they are, in the order of the rows
    std::vector<SaveRule> rules{};
    std::vector<ledger::ExchangeRateId> rates{};
    std::vector<ledger::CategoryId> parents{}, targets{};  ///< the first of each is "none"
    std::vector<std::string> parent_labels{}, target_labels{};
    std::vector<ledger::AccountId> accounts{};
    std::vector<std::string> account_labels{}, transfer_labels{};  ///< the first is "any", or "none"
    std::string explain_rules{}, explain_rates{};
    std::string currency{};  ///< the preferred one, to begin a rate with
};

RulesModel rules(const ledger::Book& book, ledger::Today today, const wording::Words& words);

/// "12 entries would change, and 2 would be added." or that none would.
std::string rules_preview(std::size_t changed, std::size_t added, const wording::Words& words);

}  // namespace view
