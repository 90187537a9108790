#include "ledger/import/drafts/payee.hpp"

#include <algorithm>
#include <unordered_set>

#include "ledger/values/folding.hpp"
#include "ledger/values/text.hpp"
#include "ledger/values/word_files.hpp"

namespace ledger {

namespace {

using std::string_view;

using WordSet = std::unordered_set<string_view>;

WordSet set_of(string_view kind)
{
    const auto words = words_of(kind);
    return {words.begin(), words.end()};
}

/// The words by which banks, processors and places are named.
struct PayeeWords {
    std::vector<string_view> openings = words_of("payee_opening");  ///< what stands before the payee, in lower case
    WordSet fillers = set_of("payee_filler");  ///< words that every payee may have, so that they tell nothing
    std::vector<string_view> wide_fillers =
        words_of("payee_filler_wide");  ///< the same in scripts that do not part words
    WordSet countries = set_of("country");
    WordSet states = set_of("state");
    WordSet cities = set_of("city");
    WordSet place_starts = set_of("place_start");
};

const PayeeWords& payee_words()
{
    static const PayeeWords all;
    return all;
}

bool ascii_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_letter(char c)
{
    return ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

string_view without_padding(string_view s)
{
    constexpr string_view padding = " \t\r\n-*/,;:.#_|";
    const auto first = s.find_first_not_of(" \t\r\n-*/,;:#_|");
    if (first == string_view::npos) return {};
    return s.substr(first, s.find_last_not_of(padding) - first + 1);
}

/// The text after what the bank wrote before it; as it is when nothing else would be left.
string_view without_openings(string_view text)
{
    for (bool found = true; found;) {
        found = false;
        const auto low = lower(text);
        std::size_t longest = 0;
        for (const auto opening : payee_words().openings) {
            const bool in_word =
                ascii_letter(opening.back()) && opening.size() < text.size() && is_letter(text[opening.size()]);
            if (!in_word && low.starts_with(opening) && opening.size() > longest && opening.size() < text.size())
                longest = opening.size();
        }
        if (longest == 0) break;
        const auto rest = without_padding(text.substr(longest));
        if (std::count_if(rest.begin(), rest.end(), is_letter) < 2) break;
        text = rest;
        found = true;
    }
    return text;
}

/// Numbers of cards and terminals, dates, times, masks: words in which digits or stars do the talking.
/// `loud`: the text is all in capitals, as terminals print; then four digits are a branch and no part of a name.
bool is_number(string_view word, bool loud)
{
    std::size_t digits = 0, stars = 0, letters = 0, marks = 0;
    for (const char c : word) {
        digits += digit(c);
        stars += c == '*' || c == 'X' || c == 'x';
        letters += is_letter(c);
        marks += c == '.' || c == '/' || c == '-' || c == ':';
    }
    if (stars >= 3 && digits > 0 && letters <= stars) return true;       // ****1234, XXXX1234
    if (word.front() == '#' && digits > 0 && letters <= 1) return true;  // #0123
    if (digits >= 4 && marks >= 2 && letters <= 2) return true;          // 2024-03-01, 12:30:00, 2024-03-01T12:30
    if (digits >= 3 && marks >= 1 && letters == 0) return true;          // 12/03, 12:30, 000-123
    if (digits >= 5 && letters <= 3) return true;                        // 5+ digits, T123456, 75001
    if (loud && digits >= 4 && letters == 0) return true;                // 4402
    return digits >= 4 && letters <= 2 && (word.front() == '0' || letters > 0);  // 0042, S1234
}

/// "//BERLIN/DE", "\\London\GB": from here on it is a place.
std::size_t place_mark(string_view text)
{
    for (const string_view mark : {"//", "\\\\", "\\"})
        if (const auto at = text.find(mark); at != string_view::npos && at >= 3) return at;
    return text.size();
}

/// "星巴克（上海南京路店）", "Rossmann (Filiale 12)": what stands in brackets at the end is a branch or a place.
string_view without_branch(string_view text)
{
    const struct {
        string_view open, close;
    } pairs[] = {{"(", ")"}, {"（", "）"}, {"【", "】"}, {"[", "]"}};
    for (const auto& [open, close] : pairs) {
        if (!text.ends_with(close)) continue;
        const auto at = text.rfind(open);
        if (at == string_view::npos || at < 3) continue;
        const auto rest = without_padding(text.substr(0, at));
        if (rest.size() >= 3) return rest;
    }
    return text;
}

/// Names of places at the end: a country or state with the word before it, or a city that is known.
void drop_place(std::vector<string_view>& words)
{
    if (words.size() < 2) return;
    const auto last = lower(words.back());
    const bool capital = std::all_of(words.back().begin(), words.back().end(), is_upper);
    const auto drop_city = [&] {
        if (words.size() < 2) return;
        words.pop_back();
        if (words.size() > 1 && payee_words().place_starts.contains(lower(words.back()))) words.pop_back();
    };
    if (capital && (payee_words().countries.contains(last) || payee_words().states.contains(last))) {
        words.pop_back();
        if (words.size() > 1 && payee_words().states.contains(lower(words.back())) &&
            std::all_of(words.back().begin(), words.back().end(), is_upper))
            words.pop_back();  // NY US
        const auto city = lower(words.back());
        const bool in_capitals =
            std::all_of(words.back().begin(), words.back().end(), is_upper) && words.back().size() >= 3;
        if (words.size() > 1 && (payee_words().cities.contains(city) || (in_capitals && words.size() > 2))) drop_city();
    }
    else if (payee_words().cities.contains(last)) {
        drop_city();
    }
}

}  // namespace

std::string clean_payee(string_view text)
{
    auto rest = without_padding(text);
    if (rest.empty()) return std::string{text};
    rest = without_openings(rest);
    rest = rest.substr(0, place_mark(rest));
    rest = without_branch(rest);
    std::vector<string_view> words;
    const bool loud = std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    for (std::size_t at = 0; at < rest.size();) {
        const auto end = std::min(rest.find_first_of(" \t\r\n", at), rest.size());
        const auto word = rest.substr(at, end - at);
        at = end + 1;
        if (!word.empty() && (!is_number(word, loud) || (words.empty() && at >= rest.size()))) words.push_back(word);
    }
    drop_place(words);
    std::string out;
    for (const auto word : words) out += (out.empty() ? "" : " ") + std::string{word};
    const auto shown = without_padding(out);
    const bool says_something = std::any_of(shown.begin(), shown.end(), is_letter);
    return says_something ? std::string{shown} : std::string{without_padding(text)};
}

namespace {

bool wide(string_view letter)
{
    return letter.size() >= 3;  // from U+0800 on: scripts that do not part words, and a few that do
}

/// The letter of UTF-8 that begins at `at`.
string_view letter_at(string_view s, std::size_t at)
{
    const auto c = static_cast<unsigned char>(s[at]);
    std::size_t size = 4;
    if (c < 0x80) size = 1;
    else if (c < 0xE0) size = 2;
    else if (c < 0xF0) size = 3;
    return s.substr(at, std::min(size, s.size() - at));
}

}  // namespace

std::string payee_key(string_view payee)
{
    std::string out, word;
    const auto flush = [&] {
        if (!word.empty() && (out.empty() || !payee_words().fillers.contains(word)))
            out += (out.empty() ? "" : " ") + word;
        word.clear();
    };
    for (const char c : folded(payee)) {
        if (c == ' ') flush();
        else if (!digit(c)) word += c;
    }
    flush();
    return out.empty() ? folded(payee) : out;
}

std::vector<std::string> telling_words(string_view text)
{
    std::vector<std::string> out;
    auto rest = folded(text);
    for (const auto plain : payee_words().wide_fillers)
        for (auto at = rest.find(plain); at != std::string::npos; at = rest.find(plain))
            rest.replace(at, plain.size(), " ");
    std::string word, before;
    const auto flush = [&] {
        const bool counts = std::any_of(word.begin(), word.end(), digit);
        if (word.size() >= 3 && !counts && !payee_words().fillers.contains(word)) out.push_back(word);
        word.clear();
    };
    for (std::size_t at = 0; at < rest.size();) {
        const auto letter = letter_at(rest, at);
        at += letter.size();
        if (wide(letter)) {
            flush();
            if (!before.empty()) out.push_back(before + std::string{letter});
            before = letter;
            continue;
        }
        before.clear();
        if (letter == " ") flush();
        else word += letter;
    }
    flush();
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace ledger
