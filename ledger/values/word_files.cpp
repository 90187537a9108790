#include "ledger/values/word_files.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <map>
#include <span>

std::string_view duewatch_words(std::string_view file);  // made at build time from data/*.txt
std::span<const std::string_view> duewatch_words_files();

namespace ledger {

namespace {

/// The next piece of `text` before `mark`, taken from its front.
std::string_view take(std::string_view& text, char mark)
{
    const auto end = std::min(text.find(mark), text.size());
    const auto piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return piece;
}

/// "[header date_posted 0.9]": kind, and where they are needed meaning and weight.
WordSection section_of(std::string_view heading)
{
    assert(heading.size() > 2 && heading.ends_with(']'));
    heading = heading.substr(1, heading.size() - 2);
    WordSection section;
    section.kind = take(heading, ' ');
    section.meaning = take(heading, ' ');
    if (!heading.empty()) {
        const auto read = std::from_chars(heading.data(), heading.data() + heading.size(), section.weight);
        assert(read.ec == std::errc{} && read.ptr == heading.data() + heading.size());
        assert(section.weight > 0 && section.weight <= 1);
    }
    assert(!section.kind.empty());
    return section;
}

std::string_view unquoted(std::string_view word)
{
    if (!word.starts_with('"')) {
        assert(word.front() != ' ' && word.back() != ' ' && word.front() != '\t' && word.back() != '\r');
        return word;
    }
    assert(word.size() > 2 && word.ends_with('"'));
    return word.substr(1, word.size() - 2);
}

using Sections = std::map<std::string_view, std::vector<WordSection>>;

Sections read_all()
{
    Sections all;
    for (const auto file : duewatch_words_files()) {
        if (file == "banks.txt") continue;  // of its own form, which the user's own has too
        for (auto& section : read_word_file(duewatch_words(file))) all[section.kind].push_back(std::move(section));
    }
    return all;
}

}  // namespace

std::vector<WordSection> read_word_file(std::string_view text)
{
    std::vector<WordSection> sections;
    while (!text.empty()) {
        const auto line = take(text, '\n');
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with('[')) {
            sections.push_back(section_of(line));
            continue;
        }
        assert(!sections.empty());
        sections.back().words.push_back(unquoted(line));
    }
    for ([[maybe_unused]] const auto& section : sections) assert(!section.words.empty());
    return sections;
}

const std::vector<WordSection>& word_sections(std::string_view kind)
{
    static const Sections all = read_all();
    const auto found = all.find(kind);
    assert(found != all.end());
    return found->second;
}

std::vector<std::string_view> words_of(std::string_view kind, std::string_view meaning)
{
    std::vector<std::string_view> out;
    for (const auto& section : word_sections(kind))
        if (section.meaning == meaning) out.insert(out.end(), section.words.begin(), section.words.end());
    return out;
}

}  // namespace ledger
