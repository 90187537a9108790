#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace house {

/// A source file as the rules see it: every line three times, with the same numbers.
struct Source {
    std::string path;                  ///< from the root, with '/'
    std::vector<std::string> lines;    ///< as written
    std::vector<std::string> code;     ///< without comments; literals are emptied to "" and ''
    std::vector<std::string> literal;  ///< the text of the string literals that begin or go on in the line

    bool below(const std::string& folder) const { return path.starts_with(folder + "/"); }
    bool header() const { return path.ends_with(".hpp") || path.ends_with(".h"); }
};

/// Takes `text` apart. Knows comments, raw strings, escapes and digit separators; not trigraphs or line splices.
Source take_apart(std::string path, const std::string& text);

/// Every C++ file below the wings and the tests, in order of path. What is written to offend is left out.
std::vector<Source> read_sources(const std::filesystem::path& root);

}  // namespace house
