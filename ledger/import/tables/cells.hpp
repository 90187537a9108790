#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/values/date.hpp"
#include "ledger/values/money.hpp"

namespace ledger {

enum class DateOrder : std::uint8_t { ymd, dmy, mdy };
std::string_view name(DateOrder);  ///< "ymd"
std::optional<DateOrder> date_order_named(std::string_view);

/// A date as a cell writes it.
struct DateCell {
    int year = 0;  ///< 0 = not written
    unsigned month = 0, day = 0;
    bool by_order = false;    ///< which number is the month was taken from the order, not from the cell
    bool short_year = false;  ///< the year was written with two digits
    bool bare = false;        ///< digits without any separator: could be a number
};

/// The date that the whole cell is, with or without a time behind it. `order` says what 01/02/03 means; a year of four
/// digits in front or a month in letters need no order. Nothing when the cell is not a date, or when there is no such
/// day under this order. Knows: 2024-01-31, 31/01/2024, 31.1.24, 20240131, 20240131120000[0:GMT], 2024年1月31日,
/// 1月31日, 31 Jan 24, Jan 31, 2024, 14JAN24, 2012:03:01, 113/01/31 (Republic of China), R6.1.31 (Japanese era),
/// 31/01/2567 (Buddhist era).
std::optional<DateCell> read_date(std::string_view cell, DateOrder order);

/// An amount as a cell writes it.
struct AmountCell {
    std::int64_t digits = 0;  ///< all digits as one number
    int decimals = 0;         ///< how many of them stand after the decimal mark
    int sign = 0;             ///< -1 or +1 where a sign is written (also trailing, in parentheses), else 0
    int side = 0;             ///< -1: DR, Soll, 借; +1: CR, Haben, 贷; else 0
    std::string currency{};   ///< ISO code, where one stands in the cell
    bool symbol = false;      ///< there was a currency sign or code
};

/// The amount that the whole cell is, with `decimal` ('.' or ',') as the decimal mark. Nothing when it is not one.
std::optional<AmountCell> read_amount(std::string_view cell, char decimal);

/// What this cell says about the decimal mark: '.' or ',' when only that can be, 0 when it says nothing.
char decimal_mark_of(std::string_view cell);

/// In minor units of the currency, without sign. Digits beyond the currency's places are rounded half up when they are
/// the noise of a binary fraction (12.3400000001); otherwise nothing. Nothing when beyond `Money::largest`.
std::optional<std::int64_t> minor_units(const AmountCell&, int places);

}  // namespace ledger
