#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ledger {

/// The cells of one sheet as text: row and column from 0. Dates are ISO 8601, numbers have a dot.
using Sheet = std::map<std::uint32_t, std::map<std::uint32_t, std::string>>;

/// The fullest sheet of an XLS workbook (BIFF8 or BIFF5 in an OLE2 file). Source: [MS-CFB], [MS-XLS].
std::optional<Sheet> read_xls(std::string_view bytes);

/// Is it locked with a password? Then all that `read_xls` would find is noise.
bool locked_xls(std::string_view bytes);

/// Tabs between the cells, quotes where they are needed, empty lines for empty rows.
std::string as_text(const Sheet&);

/// A number of days since the end of 1899 as a date, with its time when it has one.
std::string date_of_serial(double serial, bool since_1904);

/// A number as Excel would show it in a cell without a format.
std::string number_text(double);

/// Does this number format show a date? Built-in formats by their number, others by their letters.
bool is_date_format(int id, std::string_view code);

}  // namespace ledger
