#pragma once
#include <string_view>
#include <vector>

#include "ledger/import/reading/reading.hpp"

// Whose file this is: the one place that knows banks and apps by name (data/banks.txt).
namespace ledger {

/// Reads lines of `id; institution; mark | mark; country; card` (or `wallet`); the last two may be left out, # begins a
/// remark. A line that is not so is passed over, and told in `problems` with its number.
std::vector<BankHint> read_bank_hints(std::string_view text, Problems* problems = nullptr);

/// Those that come with the program. One id may stand there several times, once for each look of its files.
const std::vector<BankHint>& bank_hints();

/// The first of them whose marks all stand in the head of a file (folded); nullptr where there is none.
const BankHint* bank_in(std::string_view folded_head, const std::vector<BankHint>& banks);

/// What the owner of `Reading::id` keeps: a wallet, a card? Else an account. An id of the user's own says a card by
/// having "card" in it.
bool is_wallet(std::string_view id);
bool is_card(std::string_view id);

}  // namespace ledger
