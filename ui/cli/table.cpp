#include "ui/cli/table.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace cli {

namespace {

/// The letter at `at`, and moves on; a byte that is not UTF-8 counts as U+FFFD.
char32_t next_letter(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = byte(at);
    const std::size_t more = lead < 0x80 ? 0 : lead >> 5 == 6 ? 1 : lead >> 4 == 14 ? 2 : lead >> 3 == 30 ? 3 : 9;
    char32_t letter = more == 0 ? lead : lead & (0x3FU >> more);
    for (std::size_t i = 1; i <= more && more < 9; ++i) {
        if (byte(at + i) >> 6 != 2) {
            ++at;
            return 0xFFFD;
        }
        letter = letter << 6 | (byte(at + i) & 0x3FU);
    }
    if (more == 9) letter = 0xFFFD;
    at += more == 9 ? 1 : more + 1;
    return letter;
}

struct Span {
    char32_t from, to;
};
// Source: Unicode 15 EastAsianWidth.txt, classes W and F, joined into broad ranges.
constexpr Span wide[] = {{0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},
                         {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
                         {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Span without_width[] = {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x202A, 0x202E},
                                  {0x2060, 0x2064}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};

template <std::size_t N>
bool within(const Span (&spans)[N], char32_t letter)
{
    return std::any_of(std::begin(spans), std::end(spans),
                       [&](const Span& s) { return letter >= s.from && letter <= s.to; });
}

int width_of(char32_t letter)
{
    if (letter < 0x20 || within(without_width, letter)) return 0;
    return within(wide, letter) ? 2 : 1;
}

}  // namespace

int width(std::string_view utf8)
{
    int columns = 0;
    for (std::size_t at = 0; at < utf8.size();) columns += width_of(next_letter(utf8, at));
    return columns;
}

std::string printable(std::string_view utf8)
{
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto from = at;
        const auto letter = next_letter(utf8, at);
        if (letter < 0x20 || (letter >= 0x7F && letter < 0xA0)) out += ' ';
        else if (letter == 0xFFFD) out += "\xEF\xBF\xBD";
        else out += utf8.substr(from, at - from);
    }
    return out;
}

std::string fitted(std::string_view utf8, int columns)
{
    const auto clean = printable(utf8);
    if (width(clean) <= columns) return clean;
    int used = 0;
    for (std::size_t at = 0; at < clean.size();) {
        const auto from = at;
        used += width_of(next_letter(clean, at));
        if (used > columns - 1) return clean.substr(0, from) + "…";
    }
    return clean;
}

Table::Table(std::vector<std::string> titles) : titles_{std::move(titles)}
{
    for (auto& title : titles_) {
        right_.push_back(title.starts_with('>'));
        if (right_.back()) title.erase(0, 1);
    }
}

void Table::row(std::vector<std::string> cells)
{
    assert(cells.size() == titles_.size());
    for (auto& cell : cells) cell = printable(cell);
    rows_.push_back(std::move(cells));
}

std::string Table::text() const
{
    std::vector<int> widest;
    for (const auto& title : titles_) widest.push_back(width(title));
    for (const auto& cells : rows_)
        for (std::size_t i = 0; i < cells.size(); ++i) widest[i] = std::max(widest[i], width(cells[i]));
    std::string out;
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string gap(static_cast<std::size_t>(widest[i] - width(cells[i])), ' ');
            text += (i ? "  " : "") + (right_[i] ? gap + cells[i] : cells[i] + gap);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + "\n";
    };
    line(titles_);
    for (const auto& cells : rows_) line(cells);
    return out;
}

}  // namespace cli
