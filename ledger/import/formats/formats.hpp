#pragma once
#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/reading/reading.hpp"

// The formats that are no tables: one function and one file each. A new one is a file here, a line below, and a kind of
// `Container`.
namespace ledger {

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

}  // namespace ledger
