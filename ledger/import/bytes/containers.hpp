#pragma once
#include <string_view>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/statement.hpp"

namespace ledger {

/// Kinds of text that are not tables.
enum class Container { table, ofx, qif, mt940, camt, html };
Container container_of(std::string_view text);

/// ZIP (and so XLSX), XLS, PDF, gzip, …: by their first bytes.
bool is_packed(std::string_view bytes);

/// So many tags or fields that the file is no statement, and would cost more memory than we take. Asked before it is
/// taken apart.
bool overcrowded(Container, std::string_view text);
/// The same for one XML document: a node costs some twenty times its tag.
bool overcrowded_xml(std::string_view xml);

/// OFX 1 (SGML, values without closing tags) and OFX 2 (XML), bank and card statements. Our own reader of a few dozen
/// lines: the files in the wild break both grammars, and libofx wants a file on disk and keeps its results in
/// callbacks.
Result<Statement> read_ofx(Decoded, const ReadHints&);
/// Quicken's interchange format: the date order is judged over all rows, as for tables.
Result<Statement> read_qif(Decoded, const ReadHints&);
/// SWIFT MT940. Source: SWIFT Standards, Category 9, field 61 and 86.
Result<Statement> read_mt940(Decoded, const ReadHints&);

/// ISO 20022 camt.052, .053 and .054.
Result<Statement> read_camt(Decoded, const ReadHints&);
/// The rows of the HTML tables in a page, parted by tabs: many banks' ".xls" is one. Nothing where there is no table.
std::optional<std::string> html_as_text(std::string_view html);

}  // namespace ledger
