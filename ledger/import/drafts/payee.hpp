#pragma once
#include <string>
#include <string_view>
#include <vector>

// Who was paid, out of what banks print: "KARTENZAHLUNG REWE MARKT 4711//BERLIN/DE 2024-03-01T12:00" is REWE MARKT.
// Nothing here knows a shop: it goes by the shapes of words, and by the words with which banks, processors and places
// are named.
namespace ledger {

/// The payee without card and terminal numbers, dates, times, the bank's own words around it, branches and cities.
/// Where nothing would be left, the text as it is. Never longer than the text.
std::string clean_payee(std::string_view);

/// What two spellings of one payee have in common: folded, without digits and legal forms. For comparing, not for
/// showing.
std::string payee_key(std::string_view payee);

/// The words of a text that may tell a category: folded, each once; pairs of neighbouring letters for scripts that do
/// not part words.
std::vector<std::string> telling_words(std::string_view text);

}  // namespace ledger
