#pragma once
#include "ledger/facts/presets.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// The dialog of an account, new or not: texts as they stand in the boxes, and what its choices offer.
struct AccountForm {
    std::string title{};
    SaveAccount wanted{};
    std::vector<std::string> types{}, methods{};
    std::vector<ledger::AccountId> payers{};
    std::vector<std::string> payer_labels{};              ///< "the usual one" and then the payers
    std::vector<std::string> regions{}, region_labels{};  ///< where a card's terms may begin
};

AccountForm account_form(const ledger::Book& book, ledger::AccountId account, const wording::Words& words);

/// The boxes of a card's terms as these customs have them, and where they are written down.
struct TermsFilled {
    SaveAccount wanted{};
    std::string source{};
};
TermsFilled begin_terms(SaveAccount wanted, const std::string& region, ledger::Currency currency,
                        const wording::Words& words);

/// The account as the boxes say; a box left empty keeps what was there, or what the region has.
ledger::Result<ledger::Account> read_account(const SaveAccount& wanted, const ledger::Book& book, ledger::Today today,
                                             const wording::Words& words);

/// "12"; nothing for what is no whole number.
std::optional<int> whole_number(const std::string& text);

}  // namespace view
