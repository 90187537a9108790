#pragma once
#include <string_view>
#include <vector>

#include "ledger/import/words.hpp"

// The word tables behind words.hpp, so that languages can be added without touching code.
namespace ledger {

struct HeaderWords {
    Role role;
    double weight;
    std::string_view words;  ///< parted by '|'
};
const std::vector<HeaderWords>& header_words();

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
std::string_view card_words();
std::string_view spending_header_words();

struct CurrencyWords {
    std::string_view code;   ///< "" for a sign that several currencies share
    std::string_view words;  ///< signs and names, parted by '|'
};
const std::vector<CurrencyWords>& currency_words();
std::string_view currency_codes();  ///< every ISO 4217 code in use or lately in use, parted by blanks

const std::vector<BankHint>& bank_hints();

}  // namespace ledger
