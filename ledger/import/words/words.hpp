#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ledger/import/words/meanings.hpp"

namespace ledger {

struct RoleScore {
    Role role = Role::none;
    double score = 0;  ///< 0…1
};

/// What the words of a header cell say about its column, best first. Knows the words of some thirty languages.
std::vector<RoleScore> roles_of_header(std::string_view cell);

Side side_of(std::string_view cell);  ///< what the whole cell of a direction column says

/// Letters of a direction column that only mean something beside each other.
struct LetterPair {
    std::string_view out{};
    std::string_view in{};
    std::string_view currency{};  ///< only for accounts in it; "" = any
};
const std::vector<LetterPair>& letter_pairs();

Standing standing_of(std::string_view cell);
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

/// A guess at what an entry is, from words in its texts and the bank's own category: the key of a category that comes
/// with the program ("groceries"), empty where nothing fits. The longest word that fits wins. `lower` has ASCII letters
/// lower. It is a first guess for a ledger that knows nothing yet: the user's rules and habits come before it.
std::string_view category_hint(std::string_view lower, bool money_in);

}  // namespace ledger
