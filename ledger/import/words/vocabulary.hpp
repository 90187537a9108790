#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ledger/import/words/meanings.hpp"

// The word files, folded and ready to be looked up. For the room alone: others ask words.hpp.
namespace ledger {

struct HeaderWord {
    std::string word{};
    Role role = Role::none;
    double weight = 0;
};

/// Folded words and what they mean.
template <class Meaning>
using Meanings = std::unordered_map<std::string, Meaning>;
template <class Meaning>
using MeaningList = std::vector<std::pair<std::string, Meaning>>;

struct Vocabulary {
    std::unordered_map<std::string, std::vector<HeaderWord>> headers{};  ///< a word may speak for several roles
    std::vector<HeaderWord> header_list{};
    std::vector<HeaderWord> date_stems{};   ///< what is due or printed first: it is never the day of a movement
    std::vector<std::string> date_nouns{};  ///< "date", "dag", "日": what a date column is called
    std::vector<std::string_view> foreign_amounts{};  ///< beside a word for money: not what moved on this account
    Meanings<Side> sides{};
    Meanings<Standing> standings{};
    Meanings<Label> labels{};
    MeaningList<Standing> long_standings{};  ///< those that may only begin a cell, the longest first
    MeaningList<Label> long_labels{};        ///< likewise
    MeaningList<int> card_texts{};           ///< +1 payment or refund, -1 purchase
    MeaningList<int> plain_texts{};          ///< +1 income, -1 spending
    Meanings<unsigned> months{};             ///< 1–12
    std::unordered_set<std::string> weekdays{};
    std::vector<std::string> credit_cards{};  ///< a credit card by its name
    std::vector<std::string> card_files{};    ///< what stands in the files of cards, and now and then of banks
    std::vector<std::string> spending_headers{};
};

/// Built once; never changes.
const Vocabulary& vocabulary();

/// Does `word` stand in `text` as whole words (or anywhere, for scripts that do not part words)? Both folded.
bool stands_in(std::string_view text, std::string_view word);

bool equal_lower(std::string_view text, std::string_view lower);  ///< ASCII letter case aside
std::string upper(std::string_view text);                         ///< ASCII letters only

}  // namespace ledger
