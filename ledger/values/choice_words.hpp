#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace ledger {

/// The words for the values of one choice (an enum), in `list`: what the file and scripts write. A word never changes
/// its meaning, is never translated, and where an enumerator stands in C++ does not matter.
template <class Choice>
struct ChoiceWords;

template <class Choice, std::size_t n>
using WordList = std::array<std::pair<Choice, std::string_view>, n>;

/// The word for a choice; empty for one that nobody named, which is a bug.
template <class Choice>
constexpr std::string_view word_of(Choice choice)
{
    for (const auto& [value, word] : ChoiceWords<Choice>::list)
        if (value == choice) return word;
    return {};
}

/// The choice a word stands for; nothing for a word that this program does not know.
template <class Choice>
constexpr std::optional<Choice> choice_of(std::string_view word)
{
    for (const auto& [value, known] : ChoiceWords<Choice>::list)
        if (known == word) return value;
    return std::nullopt;
}

}  // namespace ledger
