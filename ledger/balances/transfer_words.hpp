#pragma once
#include <string>
#include <string_view>

#include "ledger/facts/book.hpp"

namespace ledger {

/// What the words of an entry say about a movement between own accounts. All texts folded by `fold_texts`.
std::string fold_texts(const Entry&);
bool says_movement(std::string_view folded);  ///< a transfer, a card repayment, money put aside
bool says_refund(std::string_view folded);
bool says_top_up(std::string_view folded);  ///< a wallet filled or emptied
bool names(std::string_view folded,
           const Account&);  ///< by its name, its last digits, or the names its wallet goes by in a bank's file

/// Does the text name a card or account by last digits that is not this one? "招商银行(5678)".
bool names_another(std::string_view folded, const Account&);

}  // namespace ledger
