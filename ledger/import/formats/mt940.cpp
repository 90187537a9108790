#include <algorithm>
#include <cctype>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/formats/formats.hpp"
#include "ledger/import/tables/cells.hpp"
#include "ledger/import/text/text.hpp"

namespace ledger {

namespace {

/// One tagged field: ":61:" and everything up to the next tag.
struct Field {
    std::string tag{};
    std::string value{};  ///< lines parted by '\n'
    int line = 0;
    std::size_t from = 0, end = 0;
};

std::vector<Field> fields_of(std::string_view text)
{
    std::vector<Field> out;
    int line = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto stop = std::min(text.find_first_of("\r\n", at), text.size());
        auto next = stop;
        if (next < text.size() && text[next] == '\r' && next + 1 < text.size() && text[next + 1] == '\n') ++next;
        if (next < text.size()) ++next;
        ++line;
        const auto s = text.substr(at, stop - at);
        const auto close = s.size() > 3 && s[0] == ':' ? s.find(':', 1) : std::string_view::npos;
        if (close != std::string_view::npos && close <= 4 && std::isdigit(static_cast<unsigned char>(s[1])) != 0) {
            out.push_back({std::string{s.substr(1, close - 1)}, std::string{s.substr(close + 1)}, line, at, stop});
        }
        else if (s.starts_with("-}") || s.starts_with("{1:") || s == "-") {
            out.push_back({"end", {}, line, at, stop});
        }
        else if (!out.empty() && out.back().tag != "end") {
            out.back().value.append("\n").append(s);
            out.back().end = stop;
        }
        at = next;
    }
    return out;
}

bool digits(std::string_view s)
{
    return !s.empty() &&
           std::all_of(s.begin(), s.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
}

/// ":60F:C200101EUR444,29": the balance and its currency.
std::optional<Money> balance_in(std::string_view v)
{
    if (v.size() < 11) return std::nullopt;
    const auto currency = parse_currency(v.substr(7, 3));
    if (!currency.ok()) return std::nullopt;
    const auto a = read_amount(v.substr(10, v.substr(10).find('\n')), ',');
    const auto m = a ? minor_units(*a, currency->places()) : std::nullopt;
    if (!m) return std::nullopt;
    return Money{v[0] == 'D' ? -*m : *m, *currency};
}

/// ":61:2001010101D65,00NOVBNL47…": value date, entry date, mark, amount, type, reference.
bool read_61(const Field& f, Currency currency, StatementRow& row, Problem& why)
{
    std::string_view v = f.value;
    const auto bad = [&](const char* field) {
        why = {Trouble::unreadable_cell, field, f.value.substr(0, 100), {}, f.line, 0};
        return false;
    };
    if (v.size() < 10 || !digits(v.substr(0, 6))) return bad("date");
    const auto day = read_date("20" + std::string{v.substr(0, 6)}, DateOrder::ymd);
    if (!day) return bad("date");
    row.date = make_date(day->year, day->month, day->day);
    v.remove_prefix(6);
    if (v.size() > 4 && digits(v.substr(0, 4))) v.remove_prefix(4);
    bool reversal = false;
    if (v.starts_with("R")) {
        reversal = true;
        v.remove_prefix(1);
    }
    if (v.empty() || (v[0] != 'C' && v[0] != 'D')) return bad("direction");
    const bool out = (v[0] == 'D') != reversal;
    v.remove_prefix(1);
    if (!v.empty() && std::isalpha(static_cast<unsigned char>(v[0])) != 0) v.remove_prefix(1);  // funds code
    std::size_t n = 0;
    while (n < v.size() && (std::isdigit(static_cast<unsigned char>(v[n])) != 0 || v[n] == ',' || v[n] == '.')) ++n;
    auto text = std::string{v.substr(0, n)};
    if (text.ends_with(',')) text += '0';
    const auto a = read_amount(text, ',');
    const auto m = a ? minor_units(*a, currency.places()) : std::nullopt;
    if (!m) return bad("amount");
    row.amount = {out ? -*m : *m, currency};
    v.remove_prefix(n);
    if (v.size() > 4) {
        v.remove_prefix(4);  // type of movement
        const auto stop = v.find('\n');
        const auto reference = v.substr(0, std::min(v.find("//"), stop));
        if (reference != "NONREF" && reference.starts_with("NONREF") == false) row.bank_id = trimmed(reference);
        if (stop != std::string_view::npos) row.payee = trimmed(v.substr(stop + 1));
    }
    return true;
}

/// Field 86, free or structured with ?20 … ?33 as German banks do.
void read_86(std::string_view v, StatementRow& row)
{
    std::string text, name;
    if (v.size() > 4 && digits(v.substr(0, 3)) && v.find('?') != std::string_view::npos) {
        std::string flat;
        for (const char c : v)
            if (c != '\n') flat += c;
        for (auto at = flat.find('?'); at != std::string::npos;) {
            const auto end = std::min(flat.find('?', at + 1), flat.size());
            const auto code = flat.substr(at + 1, 2);
            const auto value = at + 3 <= end ? flat.substr(at + 3, end - at - 3) : std::string{};
            if (code == "32" || code == "33") name += value;
            else if (code == "31") row.counter_account = value;
            else if (code == "00") row.category = value;
            else if (code >= "20" && code <= "29") text += value;
            at = end < flat.size() ? end : std::string::npos;
        }
    }
    else {
        for (std::size_t at = 0; at <= v.size();) {
            const auto end = std::min(v.find('\n', at), v.size());
            const auto line = trimmed(v.substr(at, end - at));
            if (!line.empty()) text.append(text.empty() ? "" : " ").append(line);
            at = end + 1;
        }
    }
    if (!name.empty()) row.payee = name;
    if (row.payee.empty()) row.payee = std::move(text);
    else row.memo = std::move(text);
}

}  // namespace

Result<Statement> read_mt940(Decoded decoded, const ReadHints& hints)
{
    Statement out;
    out.text = std::move(decoded.text);
    out.reading.id = "mt940";
    out.reading.encoding = decoded.encoding;
    out.reading.date_order = "ymd";
    out.reading.decimal = ',';
    out.reading.signature = "mt940";
    Currency currency = hints.currency.value_or(Currency{});
    bool last_was_row = false;
    std::int64_t running = 0;
    for (const auto& f : fields_of(out.text)) {
        if (f.tag == "25" && out.account_hint.empty()) out.account_hint = trimmed(f.value);
        else if (f.tag == "60F" || f.tag == "60M") {
            if (const auto b = balance_in(f.value)) {
                currency = b->currency;
                out.currency = b->currency;
                running = b->minor;
                if (!out.opening) out.opening = *b;
            }
        }
        else if (f.tag == "62F" || f.tag == "62M") {
            if (const auto b = balance_in(f.value)) {
                out.closing = *b;
                ++out.reading.balance_links;
                out.reading.balance_proved += running == b->minor;
            }
        }
        else if (f.tag == "61") {
            ++out.records;
            StatementRow row;
            row.line = f.line;
            Problem why;
            last_was_row = read_61(f, currency, row, why);
            if (last_was_row) {
                running += row.amount.minor;
                out.rows.push_back(std::move(row));
            }
            else {
                out.rejected.push_back(std::move(why));
            }
            continue;
        }
        else if (f.tag == "86" && last_was_row) {
            auto row = out.rows.back();
            read_86(f.value, row);
            out.rows.set(out.rows.size() - 1, row);
        }
        last_was_row = false;
    }
    out.reading.confidence = out.reading.balance_links == out.reading.balance_proved ? 0.98 : 0.8;
    return out;
}

}  // namespace ledger
