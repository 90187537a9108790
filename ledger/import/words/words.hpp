#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

struct RoleScore {
    Role role = Role::none;
    double score = 0;  ///< 0…1
};

/// What the words of a header cell say about its column, best first. Knows the words of some thirty languages.
std::vector<RoleScore> roles_of_header(std::string_view cell);

/// Which way money went, as a cell of a direction column says it.
/// `between`: a transfer, as books kept by category name it; which way, the word does not say.
enum class Side : std::int8_t { none, in, out, neutral, moved_in, moved_out, between };
Side side_of(std::string_view cell);

/// What a status (or a note in a date cell) says about a row.
enum class Standing : std::uint8_t { unknown, booked, pending, pending_counted, failed };
Standing standing_of(std::string_view cell);

/// What a text that stands for the whole row says: "Opening balance", "合计".
enum class Label : std::uint8_t { none, opening, closing, total };
Label label_of(std::string_view cell);

/// Does the text of a card row say that money came in: a payment, a refund (+1)? Or plainly a purchase (-1)?
int card_text_sign(std::string_view text);
/// Does the text say income (+1) or spending (-1)? For files with unsigned amounts and no direction.
int plain_text_sign(std::string_view text);
/// Does a title, a header or a file name speak of a credit card?
bool speaks_of_card(std::string_view text);
/// Does it call one by its name, not only by words that a bank's own file may have too ("merchant category", "카드")?
bool names_credit_card(std::string_view text);
/// Does the header of an amount column say that it counts spending ("消費金額", "Charge")?
bool counts_spending(std::string_view header);

/// Case, accents, width and punctuation removed: "Débit (EUR)" → "debit eur". Words are parted by single blanks.
std::string folded(std::string_view);
std::string narrow_digits(
    std::string_view);  ///< full-width, Arabic, Persian and Thai digits, and full-width signs, in ASCII
bool has_other_digits(std::string_view);  ///< may `narrow_digits` change it?

unsigned month_named(std::string_view letters);  ///< 1–12; 0 = no month. Full names and abbreviations
bool is_weekday(std::string_view letters);

/// How many header words of our tables stand in the text: evidence that it was decoded with the right encoding.
int known_words_in(std::string_view utf8);

/// The same money under an older or a bank's own code: RUR is RUB, RMB is CNY.
bool same_currency(std::string_view a, std::string_view b);

/// A currency at the start (end) of the text: how many bytes it takes, and its code ("" for signs several currencies
/// share).
std::size_t currency_prefix(std::string_view, std::string& code);
std::size_t currency_suffix(std::string_view, std::string& code);
/// The code of a currency named by the whole cell: "EUR", "人民币", "RUR", "₴", "" if none.
std::string currency_named(std::string_view cell);
/// The code in a header: "Amount (EUR)", "Saldo CHF". "" if none.
std::string currency_in_header(std::string_view cell);
bool known_currency(std::string_view code);

/// "DR", "Cr.", 借 at the start (end) of an amount: how many bytes it takes; `side` becomes -1 or +1.
std::size_t side_prefix(std::string_view, int& side);
std::size_t side_suffix(std::string_view, int& side);

/// A bank or app whose files have a look of their own. Only a hint: names the format, says where it is from.
struct BankHint {
    std::string_view id, institution,
        marks;                ///< marks: words parted by '|', all of which stand in title, header or file name
    std::string_view region;  ///< ISO 3166, decides the date order where the file cannot
    bool card = false;
};
const BankHint* known_bank(std::string_view folded_head);

}  // namespace ledger
