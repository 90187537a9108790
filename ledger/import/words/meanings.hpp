#pragma once
#include <cstdint>
#include <string_view>

// What words in headers and cells may mean.
namespace ledger {

/// What a column is for.
enum class Role : std::uint8_t {
    none,
    date,         ///< when it happened
    date_posted,  ///< when the bank booked it
    date_value,   ///< value date, start date: used where the others are blank
    date_other,   ///< printed on, due on, period: never the date of a row
    time,
    amount,
    amount_other,  ///< in the merchant's currency, before discount, …: not what moved on this account
    debit,
    credit,
    direction,  ///< in, out or not counted
    balance,
    currency,
    currency_other,
    fee,
    payee,
    memo,
    category,
    kind,  ///< type of movement
    status,
    id,
    link,     ///< the same in both halves of a transfer inside the file
    account,  ///< the account of the file
    counter_account,
    other,  ///< known, and of no use here
};
std::string_view name(Role);  ///< "date", "counter_account", …
Role role_named(std::string_view);

/// Which way money went, as a cell of a direction column says it.
/// `between`: a transfer, as books kept by category name it; which way, the word does not say.
enum class Side : std::int8_t { none, in, out, neutral, moved_in, moved_out, between };

/// What a status (or a note in a date cell) says about a row.
enum class Standing : std::uint8_t { unknown, booked, pending, pending_counted, failed };

/// What a text that stands for the whole row says: "Opening balance", "合计".
enum class Label : std::uint8_t { none, opening, closing, total };

}  // namespace ledger
