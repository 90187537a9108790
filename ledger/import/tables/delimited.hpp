#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ledger/import/reading/reading.hpp"

namespace ledger {

/// Reads a delimited text, in UTF-8 by now, in every way that its cells allow, and takes the best: for each delimiter
/// it is cut (`table`), laid out (`layout`) and planned (`plan`); then all rows are read by the best plan (`rows`). A
/// text in which no table is found is first written as one (`table_from_text`). `encoding`: what it was in, to be told.
/// Trouble: no_table_found, cancelled.
Result<Statement> read_delimited(std::string_view text, const std::string& encoding, std::string_view file_name,
                                 const ReadHints& hints);

/// The cells of the first records from `line` on, each cut short: for showing them as they are.
std::vector<std::vector<std::string>> first_cells(std::string_view text, char delimiter, int line, std::size_t most);

}  // namespace ledger
