#include "ledger/import/tables/layout.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "ledger/import/tables/cells.hpp"
#include "ledger/import/tables/weights.hpp"
#include "ledger/import/text/text.hpp"

namespace ledger {

namespace {

constexpr std::size_t header_search = 200;  ///< a preamble is not longer than this, in records
constexpr std::array orders{DateOrder::ymd, DateOrder::dmy, DateOrder::mdy};

bool any_date(std::string_view cell)
{
    return std::any_of(orders.begin(), orders.end(), [&](DateOrder o) { return read_date(cell, o).has_value(); });
}

bool any_amount(std::string_view cell)
{
    return read_amount(cell, '.') || read_amount(cell, ',');
}

bool money_or_day(Role r)
{
    return r == Role::date || r == Role::date_posted || r == Role::date_value || r == Role::amount ||
           r == Role::debit || r == Role::credit || r == Role::balance;
}

/// How much a record looks like a header: cells with known words, none with a date or an amount.
double header_score(const Record& record, int& hits, bool& anchored)
{
    double score = 0;
    hits = 0;
    anchored = false;
    bool day = false, money = false;
    for (const auto cell : record.cells) {
        if (blank(cell)) continue;
        if (any_date(cell) || any_amount(cell)) {
            score += weights.layout.value_in_header;
            continue;
        }
        if (cell.size() > 90) {
            score += weights.layout.text_in_header;
            continue;
        }
        const auto roles = roles_of_header(cell);
        if (roles.empty()) continue;
        score += roles.front().score;
        hits += roles.front().score >= weights.layout.known_word;
        for (const auto& r : roles) {
            day = day || ((r.role == Role::date || r.role == Role::date_posted || r.role == Role::date_value) &&
                          r.score >= weights.layout.named);
            money = money || ((r.role == Role::amount || r.role == Role::debit || r.role == Role::credit) &&
                              r.score >= weights.layout.named);
        }
        if (money_or_day(roles.front().role) && roles.front().score >= weights.layout.named) anchored = true;
    }
    if (day && money) score += weights.layout.day_and_money;
    return score;
}

void join_second_line(const Table& table, Layout& layout)
{
    const auto next = static_cast<std::size_t>(layout.header) + 1;
    if (next >= table.records.size()) return;
    const auto& second = table.records[next];
    if (looks_like_data(second) || second.cells.size() != table.records[next - 1].cells.size()) return;
    int words = 0, filled = 0;
    for (const auto cell : second.cells) {
        if (blank(cell)) continue;
        ++filled;
        if (any_date(cell) || any_amount(cell)) return;
        const auto roles = roles_of_header(cell);
        words += !roles.empty() && roles.front().score > 0.6;
    }
    if (words < 2 || words * 2 < filled) return;
    for (std::size_t c = 0; c < second.cells.size() && c < layout.names.size(); ++c)
        if (!second.cells[c].empty() && layout.names[c] != second.cells[c])
            layout.names[c].append(layout.names[c].empty() ? "" : " ").append(second.cells[c]);
    layout.header_end = layout.header + 1;
}

/// The upper half of a header may know less than the lower one: "Withdrawal | Deposit" above "Amt. | Amt.".
void join_upper_line(const Table& table, Layout& layout)
{
    if (layout.header < 1) return;
    const auto& upper = table.records[static_cast<std::size_t>(layout.header) - 1];
    const auto& lower = table.records[static_cast<std::size_t>(layout.header)];
    if (upper.cells.size() != lower.cells.size() || upper.line + 1 != lower.line) return;
    int filled = 0, completes = 0;
    for (std::size_t c = 0; c < upper.cells.size(); ++c) {
        const auto cell = upper.cells[c];
        if (blank(cell)) continue;
        if (cell.size() > 40 || any_date(cell) || any_amount(cell)) return;
        ++filled;
        const bool twice = std::count(lower.cells.begin(), lower.cells.end(), lower.cells[c]) > 1;
        completes += blank(lower.cells[c]) || twice;
    }
    if (filled < 2 || completes == 0) return;
    for (std::size_t c = 0; c < upper.cells.size(); ++c)
        if (!blank(upper.cells[c]))
            layout.names[c] = std::string{upper.cells[c]} + (layout.names[c].empty() ? "" : " ") + layout.names[c];
}

void find_header(const Table& table, Layout& layout)
{
    double best = 0;
    int best_at = -1;
    for (std::size_t i = 0; i < table.records.size() && i < header_search; ++i) {
        int hits = 0;
        bool anchored = false;
        const double score = header_score(table.records[i], hits, anchored);
        if (hits < 2 || !anchored || score <= weights.layout.least_header) continue;
        if (score > best + 1e-9) {
            best = score;
            best_at = static_cast<int>(i);
        }
    }
    layout.names_known = best_at >= 0;
    if (best_at < 0) {
        // Words we do not know: a line of plain text, as wide as the data that follows at once.
        for (std::size_t i = 1; i < table.records.size() && i < header_search; ++i) {
            if (!looks_like_data(table.records[i])) continue;
            const auto& above = table.records[i - 1];
            const auto near = above.cells.size() > table.records[i].cells.size()
                                  ? above.cells.size() - table.records[i].cells.size()
                                  : table.records[i].cells.size() - above.cells.size();
            const auto filled = static_cast<std::size_t>(
                std::count_if(above.cells.begin(), above.cells.end(), [](std::string_view c) { return !blank(c); }));
            const bool texts = std::none_of(above.cells.begin(), above.cells.end(),
                                            [](std::string_view c) { return any_date(c) || any_amount(c); });
            if (near <= 1 && texts && filled >= 3 && filled * 2 >= above.cells.size())
                best_at = static_cast<int>(i) - 1;
            break;
        }
    }
    layout.header = layout.header_end = best_at;
    if (best_at < 0) return;
    for (const auto cell : table.records[static_cast<std::size_t>(best_at)].cells) layout.names.emplace_back(cell);
    join_upper_line(table, layout);
    join_second_line(table, layout);
}

bool id_like(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (!std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    return s.size() > 9 || (s.size() > 1 && s.front() == '0');
}

void count(ColumnProfile& p, std::string_view cell)
{
    if (blank(cell)) {
        if (trimmed(cell) == "/") {
            ++p.values["/"];
            ++p.sides;
            ++p.filled;
        }
        p.dashes += trimmed(cell) == "-";
        return;
    }
    ++p.filled;
    p.length += (static_cast<double>(cell.size()) - p.length) / p.filled;
    bool by_order = false, bare = false;
    for (std::size_t o = 0; o < orders.size(); ++o)
        if (const auto d = read_date(cell, orders[o])) {
            ++p.dates[o];
            by_order = by_order || d->by_order;
            bare = bare || d->bare;
        }
    p.by_order += by_order;
    p.bare_dates += bare;
    bool counted = false;
    for (std::size_t m = 0; m < 2; ++m)
        if (const auto a = read_amount(cell, m == 0 ? '.' : ',')) {
            ++p.amounts[m];
            if (counted) continue;
            counted = true;
            p.negative += a->sign < 0;
            p.plus += a->sign > 0;
            p.sided += a->side != 0;
            p.sided_in += a->side > 0;
            p.symbols += a->symbol;
            if (!a->currency.empty()) ++p.codes[a->currency];
        }
    if (const char mark = decimal_mark_of(cell)) {
        ++p.marks[mark == '.' ? 0 : 1];
        ++p.fractional;
    }
    else if (counted) {
        for (std::size_t m = 0; m < 2; ++m)
            if (const auto a = read_amount(cell, m == 0 ? '.' : ','); a && a->decimals == 3) ++p.thousands[m];
    }
    p.id_like += id_like(cell);
    if (cell.size() <= 40) {
        const auto side = side_of(cell);
        p.sides += side != Side::none && side != Side::between;
        p.moves += side == Side::between;
        p.plain_sides += side == Side::in || side == Side::out;
        p.standings += standing_of(cell) != Standing::unknown;
        p.currencies += !currency_named(cell).empty();
        if (p.values.size() < 12 || p.values.contains(std::string{cell})) ++p.values[std::string{cell}];
    }
}

}  // namespace

double ColumnProfile::role(Role r) const
{
    for (const auto& s : roles)
        if (s.role == r) return s.score;
    return 0;
}

double ColumnProfile::date_rate() const
{
    return filled == 0 ? 0 : static_cast<double>(*std::max_element(dates.begin(), dates.end())) / filled;
}
double ColumnProfile::amount_rate() const
{
    return filled == 0 ? 0 : static_cast<double>(std::max(amounts[0], amounts[1])) / filled;
}

bool looks_like_data(const Record& record)
{
    int dates = 0, amounts = 0;
    for (const auto cell : record.cells) {
        if (cell.empty() || cell.size() > 64) continue;
        if (any_date(cell)) ++dates;
        else if (any_amount(cell)) ++amounts;
    }
    return dates >= 1 && amounts >= 1;
}

namespace {

/// Opening and closing balances with cells of their own say nothing about the columns of the rows.
void drop_odd_labels(const Table& table, std::size_t usual_width, std::vector<std::size_t>& data)
{
    std::erase_if(data, [&](std::size_t i) {
        const auto& cells = table.records[i].cells;
        return cells.size() != usual_width && std::any_of(cells.begin(), cells.end(), [](std::string_view c) {
                   return !c.empty() && c.size() <= 60 && label_of(c) != Label::none;
               });
    });
}

}  // namespace

Layout lay_out(const Table& table)
{
    Layout layout;
    find_header(table, layout);
    std::map<std::size_t, int> widths;
    std::size_t below = 0;
    for (auto i = static_cast<std::size_t>(layout.header_end + 1); i < table.records.size(); ++i) {
        ++below;
        if (!looks_like_data(table.records[i])) continue;
        layout.data.push_back(i);
        ++widths[table.records[i].cells.size()];
    }
    if (layout.data.empty()) return layout;
    int usual = 0;
    for (const auto& [w, n] : widths)
        if (n > usual ||
            (n == usual && (layout.names.empty() || w == layout.names.size() || layout.width != layout.names.size()))) {
            usual = n;
            layout.width = w;
        }
    drop_odd_labels(table, layout.width, layout.data);
    // Without a header, a first line of another width is about the account.
    if (layout.names.empty() && layout.data.size() > 2 &&
        table.records[layout.data.front()].cells.size() != layout.width)
        layout.data.erase(layout.data.begin());
    const auto modal = layout.width;
    layout.width = std::max(layout.width, layout.names.size());
    layout.columns.resize(layout.width);
    for (const auto i : layout.data) {
        const auto& cells = table.records[i].cells;
        for (std::size_t c = 0; c < cells.size() && c < layout.width; ++c) count(layout.columns[c], cells[c]);
    }
    for (auto& p : layout.columns)  // a column of signs alone
        if (p.dashes > 0 && p.values.contains("+")) {
            p.values["-"] += p.dashes;
            p.sides += p.dashes;
            p.plain_sides += p.dashes;
            p.filled += p.dashes;
        }
    for (std::size_t c = 0; c < layout.names.size(); ++c) {
        layout.columns[c].roles = roles_of_header(layout.names[c]);
        layout.columns[c].header_currency = currency_in_header(layout.names[c]);
    }
    const double rows = static_cast<double>(layout.data.size());
    const double even = usual / rows;  // the same number of cells in each
    const double dense = rows / static_cast<double>(std::max<std::size_t>(below, 1));
    const double fits = layout.names.empty() || modal + 1 >= layout.names.size() ? 1.0 : weights.layout.short_row;
    layout.quality = std::log2(1 + rows) + weights.layout.even * even + dense + fits;
    if (layout.names_known) layout.quality += weights.layout.header_known;
    if (layout.width >= 3) layout.quality += weights.layout.three_columns;
    return layout;
}

}  // namespace ledger
