#include "ledger/import/tables/table.hpp"

#include <algorithm>

#include "ledger/import/text/text.hpp"

namespace ledger {

namespace {

constexpr std::size_t longest_quoted = 1 << 16;  ///< a quoted cell beyond this is a quote that was never closed
constexpr std::size_t most_cells = 512;          ///< a record's cells beyond this are left in the last one

bool line_end(char c)
{
    return c == '\n' || c == '\r';
}

}  // namespace

std::size_t RecordReader::skip_line_end(std::size_t at)
{
    if (at >= text_.size()) return at;
    if (text_[at] == '\n') {
        ++line_;
        return at + 1;
    }
    auto end = at;
    while (end < text_.size() && text_[end] == '\r') ++end;
    if (end < text_.size() && text_[end] == '\n') {  // CRLF, and CR CRLF as some exports have it
        ++line_;
        return end + 1;
    }
    ++line_;
    return at + 1;
}

/// Is the quote behind a backslash one of the text (\" as some exports escape it)? Not when it ends the cell, nor in an
/// odd run that does.
bool RecordReader::escaped_quote(std::size_t at) const
{
    auto after = at;
    while (after < text_.size() && text_[after] == '"') ++after;
    const bool ends = after >= text_.size() || text_[after] == delimiter_ || line_end(text_[after]);
    return !ends || (after - at) % 2 == 0;
}

/// The quoted cell that opens at `open`; false where the quote turns out to be a letter.
bool RecordReader::read_quoted(Record& record, std::size_t open)
{
    const auto limit = std::min(text_.size(), open + longest_quoted);
    bool doubled = false;
    int lines = 0;
    for (auto i = open + 1; i < limit; ++i) {
        const char c = text_[i];
        if (c == '\n' || (c == '\r' && (i + 1 >= text_.size() || text_[i + 1] != '\n'))) ++lines;
        if (c != '"') continue;
        if (text_[i - 1] == '\\' && escaped_quote(i)) continue;
        if (i + 1 < text_.size() && text_[i + 1] == '"') {
            doubled = true;
            ++i;
            continue;
        }
        auto after = i + 1;
        while (after < text_.size() && (text_[after] == ' ' || (text_[after] == '\t' && delimiter_ != '\t'))) ++after;
        if (after < text_.size() && text_[after] != delimiter_ && !line_end(text_[after]))
            continue;  // a quote inside the text
        const auto body = text_.substr(open + 1, i - open - 1);
        if (doubled) {
            std::string plain;
            plain.reserve(body.size());
            for (std::size_t k = 0; k < body.size(); ++k) {
                plain += body[k];
                if (body[k] == '"' && k + 1 < body.size() && body[k + 1] == '"') ++k;
            }
            record.unescaped.push_front(std::move(plain));
            record.cells.push_back(trimmed(record.unescaped.front()));
        }
        else {
            record.cells.push_back(trimmed(body));
        }
        at_ = after;
        line_ += lines;
        return true;
    }
    return false;
}

void RecordReader::read_cell(Record& record)
{
    auto from = at_;
    while (from < text_.size() && (text_[from] == ' ' || (text_[from] == '\t' && delimiter_ != '\t'))) ++from;
    if (from < text_.size() && text_[from] == '"' && read_quoted(record, from)) return;
    auto end = at_;
    const bool last = record.cells.size() + 1 >= most_cells;
    while (end < text_.size() && !line_end(text_[end]) && (last || text_[end] != delimiter_)) ++end;
    auto cell = trimmed(text_.substr(at_, end - at_));
    // Half a pair of quotes is damage, not text.
    if (cell.size() > 1 && cell.back() == '"' && cell.find('"') == cell.size() - 1)
        cell = trimmed(cell.substr(0, cell.size() - 1));
    record.cells.push_back(cell);
    at_ = end;
}

bool RecordReader::next(Record& record)
{
    for (;;) {
        if (at_ >= text_.size()) return false;
        if (!line_end(text_[at_])) break;
        at_ = skip_line_end(at_);
    }
    record.line = line_;
    record.from = at_;
    record.cells.clear();
    record.unescaped.clear();
    for (;;) {
        read_cell(record);
        if (at_ >= text_.size() || line_end(text_[at_])) break;
        ++at_;  // the delimiter
    }
    record.size = at_ - record.from;
    if (at_ < text_.size()) at_ = skip_line_end(at_);
    return true;
}

Table cut(std::string_view text, char delimiter, std::size_t most_records)
{
    Table table;
    table.delimiter = delimiter;
    RecordReader reader{text, delimiter};
    Record record;
    while (reader.next(record)) {
        if (std::all_of(record.cells.begin(), record.cells.end(), [](std::string_view c) { return c.empty(); }))
            continue;
        if (table.records.size() == most_records) {
            table.complete = false;
            break;
        }
        table.records.push_back(std::move(record));
        record = {};
    }
    return table;
}

}  // namespace ledger
