#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/values/problem.hpp"

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

/// A file taken out of its wrapping: a sheet as tab-parted text, or the one statement inside a ZIP.
struct Unwrapped {
    std::string bytes{};
    std::string file_name{};
    bool is_sheet = false;  ///< `bytes` is UTF-8 parted by tabs; line n is row n of the sheet
};

/// Opens XLSX, XLS and ZIP: one sheet, or every file of the archive that may be a statement (all of them, at most
/// `most_members`). Trouble: unsupported_container (detail "encrypted" for a workbook with a password), needs_password,
/// wrong_password, too_large.
Result<std::vector<Unwrapped>> unwrap(std::string_view bytes, std::string_view file_name,
                                      const std::optional<std::string>& password = {});

/// The rows of the HTML tables in a page, parted by tabs: many banks' ".xls" is one. Nothing where there is no table.
std::optional<std::string> html_as_text(std::string_view html);

}  // namespace ledger
