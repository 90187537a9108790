#pragma once
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

namespace ledger {

/// One record of a delimited text: cells without their quotes and padding.
struct Record {
    int line = 0;                           ///< line of the file on which it starts, from 1
    std::size_t from = 0, size = 0;         ///< where it stands in the text
    std::vector<std::string_view> cells{};  ///< into the text, or into `unescaped`
    std::forward_list<std::string>
        unescaped{};  ///< cells that held doubled quotes; its strings stay where they are when it is moved

    Record() = default;
    Record(Record&&) = default;
    Record& operator=(Record&&) = default;
    Record(const Record&) = delete;  ///< the cells of a copy would point into the original
    Record& operator=(const Record&) = delete;
};

/// Cuts a text into records, one at a time, so that a long file needs no more memory than its longest record.
/// Forgiving: quotes count only at the start of a cell; a quote that never closes is a letter; line ends may be LF,
/// CRLF, CR or CR CRLF; blank lines are passed over (but counted); cells lose padding, NULs and the ="…" that Excel
/// exports wrap values in.
class RecordReader {
public:
    RecordReader(std::string_view text, char delimiter) : text_{text}, delimiter_{delimiter} {}
    bool next(Record& record);  ///< false at the end
    double done() const { return text_.empty() ? 1.0 : static_cast<double>(at_) / static_cast<double>(text_.size()); }

private:
    void read_cell(Record& record);
    bool read_quoted(Record& record, std::size_t open);
    bool escaped_quote(std::size_t at) const;
    std::size_t skip_line_end(std::size_t at);

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    int line_ = 1;
};

/// A text cut into records and kept: for looking at the first few thousand.
struct Table {
    char delimiter = ',';
    std::vector<Record> records{};
    bool complete = true;  ///< false: the text goes on after the last record
};
Table cut(std::string_view text, char delimiter, std::size_t most_records);

/// The cell in this column (from 0; -1: none), empty where the record is shorter.
inline std::string_view cell_at(const Record& r, int column)
{
    return column >= 0 && static_cast<std::size_t>(column) < r.cells.size() ? r.cells[static_cast<std::size_t>(column)]
                                                                            : std::string_view{};
}

}  // namespace ledger
