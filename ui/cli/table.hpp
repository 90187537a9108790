#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// How many columns of a terminal the text takes: two for wide letters (CJK, emoji), none for combining ones.
int width(std::string_view utf8);

/// The text without control characters, so that a payee cannot steer the terminal.
std::string printable(std::string_view utf8);

/// Shortened to so many columns, with an ellipsis.
std::string fitted(std::string_view utf8, int columns);

/// Rows of cells in aligned columns, two blanks between. A title that starts with '>' is right-aligned, as amounts are.
class Table {
public:
    explicit Table(std::vector<std::string> titles);
    void row(std::vector<std::string> cells);
    bool empty() const { return rows_.empty(); }
    std::string text() const;

private:
    std::vector<bool> right_;
    std::vector<std::string> titles_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace cli
