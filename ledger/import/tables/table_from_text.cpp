#include "ledger/import/tables/table_from_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <vector>

#include "ledger/import/tables/table.hpp"
#include "ledger/import/text/text.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/values/date.hpp"

namespace ledger {

namespace {

constexpr std::size_t header_search = 60;        ///< records above a header
constexpr std::size_t most_looked_at = 400;      ///< records that must agree
constexpr std::size_t largest_text = 64u << 20;  ///< beyond, a text is not written anew

bool digits_only(std::string_view s)
{
    return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits)
{
    int n = 0;
    for (const char c : digits) n = n * 10 + (c - '0');
    return n;
}

std::string iso_or_nothing(int year, int month, int day)
{
    const auto ymd = date::year{year} / month / day;
    return ymd.ok() ? iso(Date{ymd}) : std::string{};
}

/// Days since the end of 1899, as spreadsheets count them, between 2000 and 2049; a time of day may stand behind the
/// point.
std::string from_serial(std::string_view cell)
{
    const auto whole = cell.substr(0, cell.find_first_of(".,"));
    if (whole.size() != 5 || !digits_only(whole)) return {};
    if (whole.size() < cell.size() && !digits_only(cell.substr(6))) return {};
    const int days = number(whole);
    return days >= 36526 && days < 54789 ? iso(make_date(1899, 12, 30) + Days{days}) : std::string{};
}

std::string from_six(std::string_view cell, bool year_first)
{
    if (cell.size() != 6 || !digits_only(cell)) return {};
    const int a = number(cell.substr(0, 2)), m = number(cell.substr(2, 2)), b = number(cell.substr(4, 2));
    return iso_or_nothing(2000 + (year_first ? a : b), m, year_first ? b : a);
}

/// Seconds or thousandths of a second since 1970, between 2000 and 2049.
std::string from_epoch(std::string_view cell)
{
    if ((cell.size() != 10 && cell.size() != 13) || !digits_only(cell)) return {};
    const auto seconds = std::stoll(std::string{cell.substr(0, 10)});
    return seconds >= 946'684'800 && seconds < 2'493'072'000
               ? iso(make_date(1970, 1, 1) + Days{static_cast<int>(seconds / 86'400)})
               : std::string{};
}

using ReadDay = std::function<std::string(std::string_view)>;

/// The records that may be rows: behind the header, and as wide.
std::vector<const Record*> rows_below(const Table& table, std::size_t header)
{
    std::vector<const Record*> out;
    for (auto i = header + 1; i < table.records.size() && out.size() < most_looked_at; ++i)
        if (table.records[i].cells.size() + 1 >= table.records[header].cells.size()) out.push_back(&table.records[i]);
    return out;
}

bool all_are_days(const std::vector<const Record*>& rows, std::size_t column, const ReadDay& read)
{
    int days = 0, others = 0;
    for (const auto* row : rows) {
        const auto cell = cell_at(*row, static_cast<int>(column));
        if (blank(cell)) continue;
        (read(cell).empty() ? others : days) += 1;
    }
    return days > 0 && others * 10 <= days;
}

bool says_date(std::string_view header)
{
    const auto roles = roles_of_header(header);
    return std::any_of(roles.begin(), roles.end(), [](const RoleScore& r) {
        return (r.role == Role::date || r.role == Role::date_posted || r.role == Role::date_value ||
                r.role == Role::time) &&
               r.score >= 0.5;
    });
}

/// A text written anew, each record on the line where it stood: what is said of a line stays true of the file.
class Rewriter {
public:
    explicit Rewriter(char delimiter) : delimiter_{delimiter} {}

    /// Begins a record that stood on this line, from 1; on the next one where that is taken.
    void begin(int line)
    {
        if (!out_.empty()) end_line();
        while (line_ < line - 1) end_line();
        first_ = true;
    }
    void cell(std::string_view text)
    {
        if (!first_) out_ += delimiter_;
        first_ = false;
        out_ += '"';
        for (const char c : text) {
            out_.append(c == '"' ? 2 : 1, c);
            line_ += c == '\n';
        }
        out_ += '"';
    }
    std::string take() { return std::move(out_ += '\n'); }

private:
    void end_line()
    {
        out_ += '\n';
        ++line_;
    }

    char delimiter_;
    std::string out_{};
    int line_ = 0;  ///< lines that are ended
    bool first_ = true;
};

/// The whole text again; `write` does the cells of one record.
template <class Write>
std::string each_record(std::string_view text, char delimiter, Write write)
{
    Rewriter out{delimiter};
    RecordReader reader{text, delimiter};
    Record record;
    while (reader.next(record)) {
        out.begin(record.line);
        write(out, record);
    }
    return out.take();
}

/// The whole text again, each cell of the columns in `days` as its reader has it.
std::string written(std::string_view text, char delimiter, const std::map<std::size_t, ReadDay>& days)
{
    return each_record(text, delimiter, [&](Rewriter& out, const Record& record) {
        for (std::size_t c = 0; c < record.cells.size(); ++c) {
            const auto known = days.find(c);
            const auto day = known == days.end() ? std::string{} : known->second(record.cells[c]);
            out.cell(day.empty() ? record.cells[c] : std::string_view{day});
        }
    });
}

/// Columns called a date whose cells are numbers that can be days.
std::map<std::size_t, ReadDay> numbered_days(const Table& table)
{
    const std::array<ReadDay, 4> ways{from_serial, from_epoch, [](std::string_view c) { return from_six(c, true); },
                                      [](std::string_view c) { return from_six(c, false); }};
    for (std::size_t h = 0; h < table.records.size() && h < header_search; ++h) {
        std::map<std::size_t, ReadDay> found;
        const auto& header = table.records[h];
        const auto rows = rows_below(table, h);
        for (std::size_t c = 0; c < header.cells.size(); ++c) {
            if (!says_date(header.cells[c])) continue;
            for (const auto& way : ways)
                if (all_are_days(rows, c, way)) {
                    found[c] = way;
                    break;
                }
        }
        if (!found.empty()) return found;
    }
    return {};
}

/// Three neighbouring columns of year, month and day, whatever they are called; the first of them, or nothing.
std::optional<std::size_t> parted_day(const Table& table)
{
    std::vector<const Record*> rows;
    for (std::size_t i = 0; i < table.records.size() && i < most_looked_at; ++i) rows.push_back(&table.records[i]);
    const auto between = [](std::string_view cell, int least, int most) {
        return digits_only(cell) && cell.size() <= 4 && number(cell) >= least && number(cell) <= most;
    };
    for (std::size_t c = 0; c < 8; ++c) {
        int days = 0;
        std::size_t last = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto at = [&](std::size_t k) { return cell_at(*rows[i], static_cast<int>(c + k)); };
            if (between(at(0), 1990, 2099) && between(at(1), 1, 12) && between(at(2), 1, 31)) {
                ++days;
                last = i;
            }
        }
        if (days > 0 && static_cast<std::size_t>(days) * 2 > last) return c;
    }
    return std::nullopt;
}

std::string with_joined_day(std::string_view text, char delimiter, std::size_t first)
{
    return each_record(text, delimiter, [&](Rewriter& out, const Record& record) {
        for (std::size_t c = 0; c < record.cells.size(); ++c) {
            const auto cell = record.cells[c];
            if (c == first && record.cells.size() > first + 2 && digits_only(cell) && cell.size() == 4 &&
                digits_only(record.cells[c + 1]) && digits_only(record.cells[c + 2])) {
                out.cell(iso_or_nothing(number(cell), number(record.cells[c + 1].substr(0, 2)),
                                        number(record.cells[c + 2].substr(0, 2))));
                out.cell("");
                out.cell("");
                c += 2;
            }
            else {
                out.cell(c == first ? "Date" : cell);  // of the header: "year", "操作日(年)"
            }
        }
    });
}

/// "Date: 20/01/2024", "Amount: 4.50", a blank line, and again: a row for each round of the same names.
std::optional<std::string> from_named_lines(std::string_view text)
{
    struct Named {
        std::string name{}, value{};
        int line = 0;
    };
    std::vector<Named> lines;
    std::map<std::string, int> times;
    int number = 0;
    for (std::size_t at = 0; at < text.size();) {
        ++number;
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = trimmed(text.substr(at, end - at));
        at = end + 1;
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0 || colon > 40) continue;
        const auto name = std::string{trimmed(line.substr(0, colon))};
        if (std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
        lines.push_back({name, std::string{trimmed(line.substr(colon + 1))}, number});
        ++times[name];
        if (lines.size() > 200'000 || times.size() > 200) return std::nullopt;
    }
    const auto first = std::find_if(lines.begin(), lines.end(), [&](const Named& l) { return times[l.name] > 1; });
    if (first == lines.end() || !says_date(first->name)) return std::nullopt;
    std::vector<std::string> names;
    for (auto l = first; l != lines.end(); ++l)
        if (times[l->name] > 1 && std::find(names.begin(), names.end(), l->name) == names.end())
            names.push_back(l->name);
    if (names.size() < 3 || names.size() > 24) return std::nullopt;
    Rewriter out{','};
    const auto put = [&](const std::vector<std::string>& cells, int line) {
        out.begin(line);
        for (const auto& cell : cells) out.cell(cell);
    };
    put(names, 1);
    std::vector<std::string> row;
    int begun = 0;
    for (auto l = first; l != lines.end(); ++l) {
        const auto c = static_cast<std::size_t>(std::find(names.begin(), names.end(), l->name) - names.begin());
        if (c == names.size()) continue;
        if (c == 0 && !row.empty()) {
            put(row, begun);
            row.clear();
        }
        if (row.empty()) begun = l->line;
        row.resize(names.size());
        row[c] = l->value;
    }
    if (!row.empty()) put(row, begun);
    return out.take();
}

}  // namespace

std::optional<std::string> rewritten_as_table(std::string_view text)
{
    if (text.size() > largest_text) return std::nullopt;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        if (text.find(delimiter) == std::string_view::npos) continue;
        const auto table = cut(text, delimiter, most_looked_at);
        if (const auto days = numbered_days(table); !days.empty()) return written(text, delimiter, days);
        if (const auto first = parted_day(table)) return with_joined_day(text, delimiter, *first);
    }
    return from_named_lines(text);
}

}  // namespace ledger
