#include "ledger/import/words/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <charconv>

#include "ledger/import/words/words.hpp"
#include "ledger/values/folding.hpp"
#include "ledger/values/text.hpp"
#include "ledger/values/word_files.hpp"

namespace ledger {

namespace {

using Byte = unsigned char;

constexpr std::size_t long_label = 6;     ///< bytes from which a label may only begin a cell
constexpr std::size_t long_standing = 5;  ///< the same of a standing

template <class Meaning>
using Named = std::pair<std::string_view, Meaning>;

// A word that stands in two sections has the meaning that comes first here.
constexpr std::array side_names{Named<Side>{"out", Side::out},           Named<Side>{"in", Side::in},
                                Named<Side>{"neutral", Side::neutral},   Named<Side>{"between", Side::between},
                                Named<Side>{"moved_in", Side::moved_in}, Named<Side>{"moved_out", Side::moved_out}};
constexpr std::array standing_names{
    Named<Standing>{"failed", Standing::failed}, Named<Standing>{"pending", Standing::pending},
    Named<Standing>{"pending_counted", Standing::pending_counted}, Named<Standing>{"booked", Standing::booked}};
constexpr std::array label_names{Named<Label>{"opening", Label::opening}, Named<Label>{"closing", Label::closing},
                                 Named<Label>{"total", Label::total}};
constexpr std::array sign_names{Named<int>{"in", 1}, Named<int>{"out", -1}};
constexpr std::array stem_roles{Role::date_other, Role::date_value, Role::date_posted, Role::date};

/// All words of a kind with their meanings, the meanings in the order of `names`.
template <class Meaning, std::size_t N>
MeaningList<Meaning> meanings_of(std::string_view kind, const std::array<Named<Meaning>, N>& names)
{
    MeaningList<Meaning> out;
    for (const auto& [name, meaning] : names)
        for (const auto word : words_of(kind, name)) out.emplace_back(folded(word), meaning);
    for ([[maybe_unused]] const auto& section : word_sections(kind))
        assert(std::any_of(names.begin(), names.end(), [&](const auto& n) { return n.first == section.meaning; }));
    return out;
}

template <class Meaning>
Meanings<Meaning> first_meanings(const MeaningList<Meaning>& list)
{
    Meanings<Meaning> out;
    for (const auto& [word, meaning] : list)
        if (!word.empty()) out.emplace(word, meaning);
    return out;
}

/// The words long enough to begin a cell, the longest first: it explains most of the cell.
template <class Meaning>
MeaningList<Meaning> long_ones(const Meanings<Meaning>& all, std::size_t least)
{
    MeaningList<Meaning> out;
    for (const auto& [word, meaning] : all)
        if (word.size() >= least) out.emplace_back(word, meaning);
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first < b.first;
    });
    return out;
}

std::vector<std::string> folded_words(std::string_view kind)
{
    std::vector<std::string> out;
    for (const auto word : words_of(kind)) out.push_back(folded(word));
    return out;
}

void add_headers(Vocabulary& v)
{
    for (const auto& section : word_sections("header")) {
        const auto role = role_named(section.meaning);
        assert(role != Role::none);
        for (const auto word : section.words) {
            HeaderWord entry{folded(word), role, section.weight};
            assert(!entry.word.empty());
            v.headers[entry.word].push_back(entry);
            v.header_list.push_back(std::move(entry));
        }
    }
    for (const auto role : stem_roles)
        for (const auto& section : word_sections("date_stem"))
            if (section.meaning == name(role))
                for (const auto word : section.words) v.date_stems.push_back({folded(word), role, section.weight});
    for ([[maybe_unused]] const auto& section : word_sections("date_stem"))
        assert(std::ranges::find(stem_roles, role_named(section.meaning)) != stem_roles.end());
}

Meanings<unsigned> months()
{
    Meanings<unsigned> out;
    for (unsigned month = 1; month <= 12; ++month) {
        std::array<char, 2> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), month).ptr;
        const std::string_view number{digits.data(), static_cast<std::size_t>(end - digits.data())};
        for (const auto word : words_of("month", number)) out.emplace(folded(word), month);
    }
    return out;
}

Vocabulary build()
{
    Vocabulary v;
    add_headers(v);
    v.date_nouns = folded_words("date_noun");
    v.foreign_amounts = words_of("foreign_amount");
    v.sides = first_meanings(meanings_of("side", side_names));
    v.standings = first_meanings(meanings_of("standing", standing_names));
    v.labels = first_meanings(meanings_of("label", label_names));
    v.long_standings = long_ones(v.standings, long_standing);
    v.long_labels = long_ones(v.labels, long_label);
    for (const auto& [word, meaning] : meanings_of("label_whole", label_names)) v.labels.emplace(word, meaning);
    v.card_texts = meanings_of("card_text", sign_names);
    v.plain_texts = meanings_of("plain_text", sign_names);
    v.months = months();
    for (auto& word : folded_words("weekday")) v.weekdays.insert(std::move(word));
    v.credit_cards = folded_words("credit_card");
    v.card_files = folded_words("card_file");
    v.spending_headers = folded_words("spending_header");
    return v;
}

}  // namespace

const Vocabulary& vocabulary()
{
    static const Vocabulary v = build();
    return v;
}

bool stands_in(std::string_view text, std::string_view word)
{
    const bool parted = is_ascii(word);
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (!parted) return true;
        const bool left = at == 0 || !std::isalnum(static_cast<Byte>(text[at - 1]));
        const auto end = at + word.size();
        const bool right = end == text.size() || !std::isalnum(static_cast<Byte>(text[end]));
        if (left && right) return true;
    }
    return false;
}

bool equal_lower(std::string_view text, std::string_view lower)
{
    return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
               return static_cast<Byte>(a) < 0x80 ? std::tolower(static_cast<Byte>(a)) == static_cast<Byte>(b) : a == b;
           });
}

std::string upper(std::string_view text)
{
    std::string out{text};
    for (auto& c : out) c = static_cast<char>(std::toupper(static_cast<Byte>(c)));
    return out;
}

}  // namespace ledger
