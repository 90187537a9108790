#include <algorithm>
#include <cassert>

#include "ledger/import/text/text.hpp"
#include "ledger/import/words/vocabulary.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/values/folding.hpp"
#include "ledger/values/text.hpp"
#include "ledger/values/word_files.hpp"

// What the words of cells and titles say.
namespace ledger {

namespace {

constexpr std::size_t more_than_label = 24;  ///< bytes behind "Opening balance" that may still be its date and amount
constexpr std::size_t longest_word = 64;     ///< bytes; what is longer is a text, not a word

template <class Meaning>
Meaning meaning_of(const Meanings<Meaning>& known, std::string_view cell, Meaning otherwise)
{
    if (cell.size() > longest_word) return otherwise;
    const auto hit = known.find(folded(cell));
    return hit == known.end() ? otherwise : hit->second;
}

/// Does the cell begin with this word, as a word?
bool begins_with(std::string_view folded_cell, std::string_view word)
{
    return folded_cell.starts_with(word) &&
           (folded_cell.size() == word.size() || !is_ascii(word) || folded_cell[word.size()] == ' ');
}

/// What the longest of these words says that stands in the text; 0 where none does.
int text_sign(const MeaningList<int>& words, std::string_view text)
{
    const auto t = folded(text.substr(0, 256));
    int sign = 0;
    std::size_t longest = 0;
    for (const auto& [word, meaning] : words)
        if (word.size() > longest && stands_in(t, word)) {
            sign = meaning;
            longest = word.size();
        }
    return sign;
}

std::vector<LetterPair> read_letter_pairs()
{
    std::vector<LetterPair> pairs;
    for (const auto& section : word_sections("letters"))
        for (const auto word : section.words) {
            const auto blank_at = word.find(' ');
            assert(blank_at != std::string_view::npos);
            pairs.push_back({word.substr(0, blank_at), word.substr(blank_at + 1), section.meaning});
        }
    return pairs;
}

}  // namespace

const std::vector<LetterPair>& letter_pairs()
{
    static const auto all = read_letter_pairs();
    return all;
}

Side side_of(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s == "/") return Side::neutral;
    if (s == "+") return Side::in;
    if (s == "-") return Side::out;
    return meaning_of(vocabulary().sides, s, Side::none);
}

Standing standing_of(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s.empty() || s.size() > 80) return Standing::unknown;
    const auto f = folded(s);
    const auto& v = vocabulary();
    if (const auto hit = v.standings.find(f); hit != v.standings.end()) return hit->second;
    for (const auto& [word, meaning] : v.long_standings)
        if (begins_with(f, word)) return meaning;
    return Standing::unknown;
}

Label label_of(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s.empty() || s.size() > 120) return Label::none;
    const auto f = folded(s);
    const auto& v = vocabulary();
    if (const auto hit = v.labels.find(f); hit != v.labels.end()) return hit->second;
    for (const auto& [word, meaning] : v.long_labels)
        if (begins_with(f, word) && f.size() <= word.size() + more_than_label) return meaning;
    return Label::none;
}

int card_text_sign(std::string_view text)
{
    return text_sign(vocabulary().card_texts, text);
}
int plain_text_sign(std::string_view text)
{
    return text_sign(vocabulary().plain_texts, text);
}

bool names_credit_card(std::string_view text)
{
    const auto t = folded(text);
    return std::any_of(vocabulary().credit_cards.begin(), vocabulary().credit_cards.end(),
                       [&](const std::string& w) { return stands_in(t, w); });
}

bool speaks_of_card(std::string_view text)
{
    const auto t = folded(text);
    return names_credit_card(text) || std::any_of(vocabulary().card_files.begin(), vocabulary().card_files.end(),
                                                  [&](const std::string& w) { return stands_in(t, w); });
}

bool counts_spending(std::string_view header)
{
    const auto t = folded(header);
    return std::any_of(vocabulary().spending_headers.begin(), vocabulary().spending_headers.end(),
                       [&](const std::string& w) { return t == w || (w.size() > 5 && stands_in(t, w)); });
}

unsigned month_named(std::string_view letters)
{
    if (letters.size() < 3 || letters.size() > 40) return 0;
    return meaning_of(vocabulary().months, letters, 0u);
}

bool is_weekday(std::string_view letters)
{
    return letters.size() <= longest_word && vocabulary().weekdays.contains(folded(letters));
}

int known_words_in(std::string_view utf8)
{
    int n = 0;
    std::string cell;
    const auto count = [&] {
        if (!is_ascii(cell)) {
            const auto f = folded(trimmed(cell));
            const auto& v = vocabulary();
            // What is left of a wrongly decoded word, a letter or two, is no word.
            n += f.size() * 2 >= cell.size() && f.size() > 2 &&
                 (v.headers.contains(f) || v.sides.contains(f) || v.standings.contains(f) || v.labels.contains(f));
        }
        cell.clear();
    };
    for (const char c : utf8.substr(0, 1 << 14)) {
        if (c == ',' || c == ';' || c == '\t' || c == '|' || c == '\n' || c == '\r' || c == '"' || c == ':') count();
        else if (cell.size() < 100) cell += c;
    }
    count();
    return n;
}

}  // namespace ledger
