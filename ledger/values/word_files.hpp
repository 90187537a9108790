#pragma once
#include <string_view>
#include <vector>

// The words that statements are written with are data: one file a language in data/, embedded at build. A file is made
// of sections: `[header date_posted 0.9]`, and below it the words with that meaning, one a line. # begins a remark; a
// word in quotes is taken with its blanks. The README of the import says what sections there are.
namespace ledger {

/// One section of one file.
struct WordSection {
    std::string_view kind{};     ///< "header"
    std::string_view meaning{};  ///< "date_posted"; empty where the kind needs none
    double weight = 1;           ///< what the words are worth as evidence, 0…1
    std::vector<std::string_view> words{};
};

/// Takes a file apart. It is ours: what is malformed asserts.
std::vector<WordSection> read_word_file(std::string_view text);

/// The sections of all files in which this kind stands, files by name, sections as they come.
const std::vector<WordSection>& word_sections(std::string_view kind);

/// The words of all sections of this kind and meaning.
std::vector<std::string_view> words_of(std::string_view kind, std::string_view meaning = {});

}  // namespace ledger
