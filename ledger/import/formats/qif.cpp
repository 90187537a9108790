#include <algorithm>
#include <array>
#include <cmath>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/formats/formats.hpp"
#include "ledger/import/tables/cells.hpp"
#include "ledger/import/text/text.hpp"

namespace ledger {

namespace {

struct Item {
    int line = 0;
    std::size_t from = 0, end = 0;
    std::string date{}, amount{}, payee{}, memo{}, category{}, number{}, cleared{};
    bool any = false;
};

/// QIF writes 1/ 5'2007 and the like.
std::string tidy_date(std::string_view s)
{
    std::string out;
    for (const char c : s)
        if (c != ' ') out += c == '\'' ? '/' : c;
    return out;
}

std::vector<Item> items_of(std::string_view text, std::string& type)
{
    std::vector<Item> items;
    Item item;
    int line = 0;
    bool money = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of("\r\n", at), text.size());
        auto next = end;
        if (next < text.size() && text[next] == '\r' && next + 1 < text.size() && text[next + 1] == '\n') ++next;
        if (next < text.size()) ++next;
        ++line;
        const auto s = trimmed(text.substr(at, end - at));
        const auto value = s.empty() ? std::string{} : std::string{trimmed(s.substr(1))};
        if (s.starts_with("!")) {
            if (s.size() > 6 && (s.starts_with("!Type:") || s.starts_with("!type:"))) type = s.substr(6);
            money = !(s.starts_with("!Account") || type == "Cat" || type == "Class" || type == "Memorized");
        }
        else if (!s.empty() && money) {
            if (!item.any) {
                item.line = line;
                item.from = at;
            }
            if (s.front() != '^') item.any = true;
            switch (s.front()) {
                case 'D': item.date = tidy_date(value); break;
                case 'T': item.amount = value; break;
                case 'U':
                    if (item.amount.empty()) item.amount = value;
                    break;
                case 'P': item.payee = value; break;
                case 'M': item.memo = value; break;
                case 'L': item.category = value; break;
                case 'N': item.number = value; break;
                case 'C': item.cleared = value; break;
                default: break;
            }
        }
        if (!s.empty() && s.front() == '^') {
            item.end = end;
            if (item.any && money) items.push_back(item);
            item = {};
        }
        at = next;
    }
    if (item.any && money) {
        item.end = text.size();
        items.push_back(item);
    }
    return items;
}

/// The order under which all rows are dates, lie sorted and close together.
DateOrder order_of(const std::vector<Item>& items, const ReadHints& hints, std::vector<OpenQuestion>& questions)
{
    if (hints.date_order)
        if (const auto o = date_order_named(*hints.date_order)) return *o;
    std::array<double, 3> score{-2.0, 0.0, 0.0};
    const bool american =
        hints.region == "US" || (hints.region.empty() && (!hints.currency || hints.currency->text() == "USD"));
    score[static_cast<std::size_t>(DateOrder::mdy)] += american ? 1.0 : -0.6;
    for (const auto order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
        auto& s = score[static_cast<std::size_t>(order)];
        std::optional<Date> first, last;
        for (const auto& i : items) {
            const auto d = read_date(i.date, order);
            if (!d || d->year == 0) {
                s -= 40.0 / static_cast<double>(items.size());
                continue;
            }
            const auto day = make_date(d->year, d->month, d->day);
            first = first ? std::min(*first, day) : day;
            last = last ? std::max(*last, day) : day;
        }
        if (first) s -= std::log2(1 + days_between(*first, *last) / 30.0);
    }
    const auto best = static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
    auto rest = score;
    rest[best] = -1e9;
    const auto second = static_cast<std::size_t>(std::max_element(rest.begin(), rest.end()) - rest.begin());
    if (!items.empty() && score[best] - score[second] < 3) {
        const auto d = read_date(items.front().date, static_cast<DateOrder>(second));
        if (d && d->by_order)
            questions.push_back({"date_order", std::string{name(static_cast<DateOrder>(best))},
                                 std::string{name(static_cast<DateOrder>(second))}, items.front().date});
    }
    return static_cast<DateOrder>(best);
}

}  // namespace

Result<Statement> read_qif(Decoded decoded, const ReadHints& hints)
{
    Statement out;
    out.text = std::move(decoded.text);
    std::string type;
    const auto items = items_of(out.text, type);
    const auto currency = hints.currency.value_or(Currency{});
    out.reading.id = "qif";
    out.reading.encoding = decoded.encoding;
    out.reading.signature = "qif:" + type;
    const auto order = order_of(items, hints, out.reading.ambiguous);
    out.reading.date_order = name(order);
    std::array<int, 2> marks{};
    for (const auto& i : items)
        if (const char m = decimal_mark_of(i.amount)) ++marks[m == '.' ? 0 : 1];
    out.reading.decimal = hints.decimal.value_or(marks[1] > marks[0] ? ',' : '.');
    out.reading.confidence = out.reading.ambiguous.empty() ? 0.95 : 0.8;
    for (const auto& i : items) {
        ++out.records;
        const auto d = read_date(i.date, order);
        const auto a = read_amount(i.amount, out.reading.decimal);
        std::optional<std::int64_t> minor;
        if (a) minor = minor_units(*a, currency.places());
        if (!d || d->year == 0) {
            out.rejected.push_back({Trouble::unreadable_cell, "date", i.date, {}, i.line, 0});
        }
        else if (!minor) {
            out.rejected.push_back({Trouble::unreadable_cell, "amount", i.amount, {}, i.line, 0});
        }
        else if (i.payee == "Opening Balance") {
            out.opening = Money{a->sign < 0 ? -minor.value() : minor.value(), currency};
            out.furniture.push_back({i.line, RowReason::balance, out.text.substr(i.from, i.end - i.from)});
        }
        else {
            StatementRow row;
            row.line = i.line;
            row.date = make_date(d->year, d->month, d->day);
            row.amount = {a->sign < 0 ? -minor.value() : minor.value(), currency};
            row.payee = i.payee.empty() ? i.memo : i.payee;
            if (!i.payee.empty()) row.memo = i.memo;
            row.category = i.category;
            out.rows.push_back(std::move(row));
        }
    }
    if (hints.flip && *hints.flip)
        for (std::size_t i = 0; i < out.rows.size(); ++i) out.rows.set_minor(i, -out.rows.amount(i).minor);
    if (out.records == 0) return Problem{Trouble::no_table_found};
    return out;
}

}  // namespace ledger
