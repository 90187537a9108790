#pragma once
#include <string_view>

#include "ledger/values/money.hpp"
#include "ledger/values/problem.hpp"

namespace ledger {

/// Reads an amount as a person types it, whatever country the person is from: "12,50" and "12.50" are twelve and a
/// half, "1.234,56", "1,234.56", "1'234.56", "1 234,56" and "1,23,456.00" are grouped, and "12+3.5*2" is reckoned. The
/// signs of the currency ("¥12", "12 €", "12 EUR") and full-width letters may stand in it.
///
/// What can be read in two ways is not read: "1,234" and "1.234" in a currency of two places may mean twelve hundred or
/// one and a bit. A dot with exactly the currency's places is a decimal point, as scripts write it.
/// A result that is reckoned is rounded half up to the smallest unit; what is typed as it is must not have more places.
/// Trouble: not_an_amount, too_many_decimals, amount_too_large, ambiguous (detail: the two readings, parted by a blank,
/// a bar and a blank).
Result<Money> typed_amount(std::string_view text, Currency currency);

/// A rate as it is typed: "0.05", "0,05". Trouble: not_a_rate.
Result<Rate> typed_rate(std::string_view text);

/// Full-width digits, letters and signs, as a Chinese keyboard gives them, as plain ones; all kinds of blank as a
/// blank, all kinds of minus as "-".
std::string narrowed(std::string_view text);

}  // namespace ledger
