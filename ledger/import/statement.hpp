#pragma once
#include <cstddef>
#include <string_view>

#include "ledger/import/reading/reading.hpp"

// The door of the import wing, first half: bytes in, Statement out.
//
// Nothing here knows a bank. A file is decoded, cut into records, and read in every way that its cells allow; each
// reading is scored against proofs (does every row yield a date and an amount? does the balance column chain? do the
// header's words agree?) and the best one wins. What the file cannot say, the account (card or not, its currency) and
// the region may.
namespace ledger {

/// Bytes of the longest file that is read; a statement of a million rows has a quarter of it.
inline constexpr std::size_t largest_statement = std::size_t{160} << 20;

/// Reads a statement of any bank from its bytes. `file_name` is only a hint (a year, a container).
/// Trouble: empty_file, too_large, not_text, unreadable_encoding, no_table_found, no_date_column, no_amount_column,
/// unsupported_container, needs_password, wrong_password, several_statements (name one in `hints.member`), cancelled.
/// Never throws, whatever the bytes.
Result<Statement> read_statement(std::string_view bytes, std::string_view file_name, const ReadHints& hints = {});

}  // namespace ledger
