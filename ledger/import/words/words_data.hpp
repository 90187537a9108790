#pragma once
#include <string_view>
#include <vector>

#include "ledger/import/words/meanings.hpp"

// The word tables behind words.hpp, so that languages can be added without touching code.
namespace ledger {

struct HeaderWords {
    Role role;
    double weight;
    std::string_view words;  ///< parted by '|'
};
const std::vector<HeaderWords>& header_words();
const std::vector<std::string_view>&
date_nouns();                                  ///< "date", "dag", "日": what a date column is called in any language
const std::vector<HeaderWords>& date_stems();  ///< beside such a word: which date it is, "book" → date_posted
const std::vector<std::string_view>&
foreign_amount_stems();  ///< beside a word for money: not what moved on this account

struct ValueWords {
    int meaning;  ///< a Side, Standing or Label
    std::string_view words;
};
const std::vector<ValueWords>& side_words();
const std::vector<ValueWords>& standing_words();
const std::vector<ValueWords>& label_words();
const std::vector<ValueWords>& card_text_words();   ///< +1 payment or refund, -1 purchase
const std::vector<ValueWords>& plain_text_words();  ///< +1 income, -1 spending
const std::vector<ValueWords>& month_words();       ///< 1–12
const std::vector<ValueWords>& weekday_words();
std::string_view card_words();         ///< a credit card by its name
std::string_view card_header_words();  ///< what stands in the files of cards, and now and then of banks
std::string_view spending_header_words();

struct CurrencyWords {
    std::string_view code;   ///< "" for a sign that several currencies share
    std::string_view words;  ///< signs and names, parted by '|'
};
const std::vector<CurrencyWords>& currency_words();
std::string_view currency_codes();  ///< every ISO 4217 code in use or lately in use, parted by blanks

}  // namespace ledger
