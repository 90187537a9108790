#include <string>
#include <vector>

#include "ledger/import/text/phrases.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/values/word_files.hpp"

namespace ledger {

namespace {

/// The words of one direction, ready to be looked for.
struct Hints {
    std::vector<std::string_view> words{};
    std::vector<std::string_view> keys{};  ///< of the categories, one a word
    Phrases phrases{{}};
};

Hints hints_in(std::string_view kind)
{
    Hints hints;
    for (const auto& section : word_sections(kind))
        for (const auto word : section.words) {
            hints.words.push_back(word);
            hints.keys.push_back(section.meaning);
        }
    hints.phrases = Phrases{std::vector<std::string>(hints.words.begin(), hints.words.end())};
    return hints;
}

}  // namespace

std::string_view category_hint(std::string_view lower, bool money_in)
{
    static const auto ins = hints_in("category_in");
    static const auto outs = hints_in("category_out");
    const auto& all = money_in ? ins : outs;
    std::size_t longest = 0;
    std::string_view key;
    std::vector<std::uint32_t> found;
    for (const auto i : all.phrases.in(lower, found))
        if (all.words[i].size() > longest) {
            longest = all.words[i].size();
            key = all.keys[i];
        }
    return key;
}

}  // namespace ledger
