#pragma once
#include <array>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/statement.hpp"
#include "tests/support/statement_locales.hpp"

// Statements written in every shape that banks use, in the words of every country of `statement_locales`, with what is
// in them known.
namespace test_support {

enum class MoneyAs {
    signed_amount,
    debit_credit,
    credit_debit,
    zeros,
    negative_debit,
    direction,
    trailing_minus,
    sided,
    with_currency,
    parentheses,
    card_positive,
    card_two_columns,
    card_negative
};
enum class DatesAs {
    plain,
    booked_and_value,
    value_and_booked,
    posted_and_transacted,
    transacted_and_posted,
    with_time,
    month_names,
    short_year,
    iso_with_zone,
    digits
};
enum class HeaderAs { plain, none, split, repeated };

/// One way to lay a statement out.
struct StatementShape {
    std::string_view when;
    MoneyAs money = MoneyAs::signed_amount;
    DatesAs dates = DatesAs::plain;
    HeaderAs header = HeaderAs::plain;
    bool balance = true, newest_first = false, preamble = false, ends = false, quoted = false, numbered = false,
         original = false, fee = false, currency = false, payee = false, plain_numbers = false;
    bool grouped = true;
};

inline const std::vector<StatementShape>& statement_shapes()
{
    using M = MoneyAs;
    using D = DatesAs;
    using H = HeaderAs;
    static const std::vector<StatementShape> all{
        {.when = "one signed amount and a balance"},
        {.when = "newest first", .newest_first = true},
        {.when = "no balance", .balance = false},
        {.when = "everything in quotes", .quoted = true},
        {.when = "debit, credit, balance", .money = M::debit_credit},
        {.when = "credit, debit, balance, newest first", .money = M::credit_debit, .newest_first = true},
        {.when = "debit and credit without a balance", .money = M::debit_credit, .balance = false},
        {.when = "zeros in the unused column", .money = M::zeros},
        {.when = "debits with a minus in their column", .money = M::negative_debit},
        {.when = "a direction beside an unsigned amount", .money = M::direction},
        {.when = "a direction and no balance", .money = M::direction, .balance = false, .payee = true},
        {.when = "a minus behind the number", .money = M::trailing_minus},
        {.when = "CR and DR behind the number", .money = M::sided, .balance = false},
        {.when = "the currency in every cell", .money = M::with_currency, .quoted = true},
        {.when = "brackets for money out", .money = M::parentheses, .quoted = true},
        {.when = "booking day and value day", .dates = D::booked_and_value},
        {.when = "value day and booking day", .money = M::debit_credit, .dates = D::value_and_booked},
        {.when = "posted and transacted", .dates = D::posted_and_transacted},
        {.when = "transacted and posted", .money = M::debit_credit, .dates = D::transacted_and_posted},
        {.when = "a time behind the day", .dates = D::with_time, .newest_first = true},
        {.when = "ISO 8601 with a zone", .dates = D::iso_with_zone, .currency = true},
        {.when = "months by name", .money = M::debit_credit, .dates = D::month_names},
        {.when = "two digits of the year", .dates = D::short_year},
        {.when = "a day as eight digits", .money = M::debit_credit, .dates = D::digits},
        {.when = "no header, signed", .header = H::none},
        {.when = "no header, two columns", .money = M::negative_debit, .header = H::none},
        {.when = "no header, no balance", .header = H::none, .balance = false},
        {.when = "a header in two lines", .money = M::debit_credit, .header = H::split},
        {.when = "the header again on each page", .money = M::debit_credit, .header = H::repeated},
        {.when = "a preamble, and totals below", .money = M::debit_credit, .preamble = true, .ends = true},
        {.when = "opening and closing rows around signed amounts", .preamble = true, .ends = true, .currency = true},
        {.when = "a number before each row", .money = M::debit_credit, .numbered = true},
        {.when = "what it was in another currency",
         .money = M::signed_amount,
         .balance = false,
         .original = true,
         .currency = true,
         .payee = true},
        {.when = "an amount, a fee, a balance", .fee = true},
        {.when = "numbers without grouping", .money = M::debit_credit, .plain_numbers = true},
        {.when = "a card with spending positive", .money = M::card_positive, .balance = false},
        {.when = "a card with a preamble and what was posted",
         .money = M::card_positive,
         .dates = D::transacted_and_posted,
         .balance = false,
         .preamble = true,
         .ends = true},
        {.when = "a card with spending and payments apart",
         .money = M::card_two_columns,
         .balance = false,
         .payee = true},
        {.when = "a card with spending negative", .money = M::card_negative, .balance = false},
        {.when = "a card with the original amount",
         .money = M::card_positive,
         .balance = false,
         .original = true,
         .currency = true},
    };
    return all;
}

struct Movement {
    int day;  ///< after 1 November 2023
    std::int64_t hundredths;
    int text;  ///< 0 shop, 1 employer, 2 payment
};

/// What a statement says, and what must come of it.
struct WrittenStatement {
    std::string bytes{}, text{};
    ledger::ReadHints hints{};
    std::vector<std::pair<std::string, std::int64_t>> rows{};  ///< day and minor units, in file order
};

class StatementWriter {
public:
    StatementWriter(const StatementLocale& locale, const StatementShape& shape, std::size_t variant)
        : l_{locale}, s_{shape}, v_{variant}
    {
        places_ = ledger::parse_currency(l_.currency)->places();
        card_ = s_.money == MoneyAs::card_positive || s_.money == MoneyAs::card_two_columns ||
                s_.money == MoneyAs::card_negative;
        lay_columns();
    }

    WrittenStatement write()
    {
        WrittenStatement out;
        std::vector<Movement> moves{{0, 250000, 1},  {1, -1250, 0},   {3, -6530, 0},   {3, -6530, 0},
                                    {8, -123456, 0}, {14, -300, 0},   {19, -98765, 0}, {26, -4999, 0},
                                    {30, 250000, 1}, {33, -20000, 0}, {40, -1599, 0}};
        if (card_)
            moves = {{0, -1250, 0},   {1, -6530, 0},  {3, -123456, 0}, {8, -300, 0},  {14, 131536, 2},
                     {19, -98765, 0}, {26, -4999, 0}, {33, -20000, 0}, {40, -1599, 0}};
        if (places_ == 0)
            for (auto& m : moves) m.hundredths *= 100;
        std::int64_t balance = 500000;
        if (places_ == 0) balance *= 100;
        const auto opening = balance;
        std::vector<std::string> lines;
        int n = 0;
        for (const auto& m : moves) {
            balance += m.hundredths - (s_.fee && m.text == 0 ? fee() : 0);
            lines.push_back(row(m, balance, ++n));
            out.rows.emplace_back(ledger::iso(date(m.day)), minor(m.hundredths - (s_.fee && m.text == 0 ? fee() : 0)));
        }
        if (s_.newest_first) std::reverse(lines.begin(), lines.end()), std::reverse(out.rows.begin(), out.rows.end());
        std::string& t = out.text;
        if (s_.preamble) t += preamble(opening, balance);
        if (s_.header != HeaderAs::none) t += header();
        if (s_.ends && !card_) t += label_row(l_.opening, opening, true);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (s_.header == HeaderAs::repeated && i == 5) t += header();
            t += lines[i];
        }
        if (s_.ends) t += card_ ? total_row(moves) : label_row(l_.closing, balance, true);
        out.bytes = l_.encoding == "UTF-8" ? t : ledger::encode(t, std::string{l_.encoding});
        out.hints.card = card_;
        out.hints.currency = *ledger::parse_currency(l_.currency);
        out.hints.today = ledger::make_date(2024, 6, 1);
        return out;
    }

private:
    enum class Column {
        number,
        booked,
        transacted,
        value,
        payee,
        text,
        original,
        original_money,
        amount,
        debit,
        credit,
        direction,
        fee,
        balance,
        money
    };

    std::int64_t fee() const { return places_ == 0 ? 15000 : 150; }

    std::string_view word(std::string_view both) const
    {
        const auto bar = both.find('|');
        return v_ == 0 || bar == std::string_view::npos ? both.substr(0, bar) : both.substr(bar + 1);
    }

    void lay_columns()
    {
        const auto put = [&](Column c) { columns_.push_back(c); };
        if (s_.numbered) put(Column::number);
        switch (s_.dates) {
            case DatesAs::booked_and_value: put(Column::booked), put(Column::value); break;
            case DatesAs::value_and_booked: put(Column::value), put(Column::booked); break;
            case DatesAs::posted_and_transacted: put(Column::booked), put(Column::transacted); break;
            case DatesAs::transacted_and_posted: put(Column::transacted), put(Column::booked); break;
            default: put(s_.header == HeaderAs::none || card_ || v_ == 0 ? Column::transacted : Column::booked);
        }
        if (s_.payee) put(Column::payee);
        put(Column::text);
        if (s_.original) put(Column::original), put(Column::original_money);
        switch (s_.money) {
            case MoneyAs::debit_credit:
            case MoneyAs::zeros:
            case MoneyAs::negative_debit:
            case MoneyAs::card_two_columns: put(Column::debit), put(Column::credit); break;
            case MoneyAs::credit_debit: put(Column::credit), put(Column::debit); break;
            case MoneyAs::direction: put(Column::direction), put(Column::amount); break;
            default: put(Column::amount);
        }
        if (s_.fee) put(Column::fee);
        if (s_.balance) put(Column::balance);
        if (s_.currency) put(Column::money);
    }

    std::string_view name(Column c) const
    {
        switch (c) {
            case Column::number: return "#";
            case Column::booked: return word(l_.booked);
            case Column::transacted: return card_ ? word(l_.card_date) : word(l_.transacted);
            case Column::value: return word(l_.value_date);
            case Column::payee: return card_ ? word(l_.card_shop) : word(l_.payee);
            case Column::text: return card_ && !s_.payee ? word(l_.card_shop) : word(l_.text);
            case Column::original: return original_;
            case Column::original_money: return original_money_;
            case Column::amount: return card_ ? word(l_.card_amount) : word(l_.amount);
            case Column::debit: return word(l_.debit);
            case Column::credit: return word(l_.credit);
            case Column::direction: return word(l_.direction);
            case Column::fee: return "Fee";
            case Column::balance: return word(l_.balance);
            case Column::money: return word(l_.money);
        }
        return "";
    }

    static ledger::Date date(int day) { return ledger::make_date(2023, 11, 1) + ledger::Days{day}; }
    std::int64_t minor(std::int64_t hundredths) const
    {
        return places_ == 0 ? hundredths / 100 : places_ == 3 ? hundredths * 10 : hundredths;
    }

    std::string number(std::int64_t hundredths) const
    {
        const auto size = hundredths < 0 ? -hundredths : hundredths;
        std::string whole = std::to_string(size / 100), out;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            if (i > 0 && (whole.size() - i) % 3 == 0 && l_.grouping != 0 && !s_.plain_numbers)
                out += l_.grouping == ' ' ? "\xC2\xA0" : std::string(1, l_.grouping);
            out += whole[i];
        }
        if (places_ == 0) return out;
        return out + l_.decimal + (size % 100 < 10 ? "0" : "") + std::to_string(size % 100);
    }
    std::string with_sign(std::int64_t h) const { return (h < 0 ? "-" : "") + number(h); }

    std::string day_text(ledger::Date d, bool timed) const
    {
        const date::year_month_day ymd{d};
        const int y = static_cast<int>(ymd.year());
        const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        const unsigned m = static_cast<unsigned>(ymd.month()), dd = static_cast<unsigned>(ymd.day());
        if (s_.dates == DatesAs::iso_with_zone) return ledger::iso(d) + "T09:15:00+01:00";
        if (s_.dates == DatesAs::digits) return std::to_string(y) + two(m) + two(dd);
        if (s_.dates == DatesAs::month_names) return month_text(y, m, dd);
        std::string out;
        const auto f = l_.dates;
        for (std::size_t i = 0; i < f.size(); ++i) {
            if (f[i] != '%') {
                out += f[i];
                continue;
            }
            switch (f[++i]) {
                case 'd': out += two(dd); break;
                case 'm': out += two(m); break;
                case 'Y':
                    out += s_.dates == DatesAs::short_year && f[0] == '%' && f[1] != 'Y'
                               ? two(static_cast<unsigned>(y % 100))
                               : std::to_string(y);
                    break;
                case 'E': out += std::to_string(y + 543); break;
                case 'R': out += std::to_string(y - 1911); break;
                default: break;
            }
        }
        return timed ? out + " 09:15:00" : out;
    }

    std::string month_text(int y, unsigned m, unsigned d) const
    {
        auto names = l_.months;
        for (unsigned i = 1; i < m; ++i) names.remove_prefix(names.find(',') + 1);
        const auto month = std::string{names.substr(0, names.find(','))};
        if (month.find_first_of("0123456789") != std::string::npos) {  // 1月, 1월, tháng 1
            if (l_.currency == "VND") return std::to_string(d) + " " + month + ", " + std::to_string(y);
            const bool korean = l_.currency == "KRW";
            return std::to_string(y) + (korean ? "년 " : "年") + month + (korean ? " " : "") + std::to_string(d) +
                   (korean ? "일" : "日");
        }
        if (l_.name == "US")
            return v_ == 0 ? month + " " + std::to_string(d) + ", " + std::to_string(y)
                           : month.substr(0, 3) + "-" + std::to_string(d) + "-" + std::to_string(y);
        const auto parts = l_.dates.starts_with("%Y") && l_.currency == "HUF"
                               ? std::to_string(y) + ". " + month + " " + std::to_string(d) + "."
                               : std::string{};
        if (!parts.empty()) return parts;
        return std::to_string(d) + (v_ == 0 || l_.decimal == ',' ? " " : "-") + month +
               (v_ == 0 || l_.decimal == ',' ? " " : "-") + std::to_string(y);
    }

    std::string cell(std::string text) const
    {
        const bool quote =
            s_.quoted || text.find(l_.delimiter) != std::string::npos || text.find('"') != std::string::npos;
        if (!quote) return text;
        std::string out = "\"";
        for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
        return out + '"';
    }

    std::string line(const std::vector<std::string>& cells) const
    {
        std::string out;
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += (i == 0 ? "" : std::string(1, l_.delimiter)) + cell(cells[i]);
        return out + "\r\n";
    }

    std::string row(const Movement& m, std::int64_t balance, int n) const
    {
        std::vector<std::string> cells;
        const auto size = m.hundredths < 0 ? -m.hundredths : m.hundredths;
        const bool out = m.hundredths < 0;
        const auto words = std::string{m.text == 0 ? l_.shop : m.text == 1 ? l_.employer : l_.payment};
        for (const auto c : columns_) switch (c) {
                case Column::number: cells.push_back(std::to_string(n)); break;
                case Column::transacted: cells.push_back(day_text(date(m.day), s_.dates == DatesAs::with_time)); break;
                case Column::booked: {
                    const bool later =
                        s_.dates == DatesAs::posted_and_transacted || s_.dates == DatesAs::transacted_and_posted;
                    cells.push_back(day_text(date(m.day + (later ? 2 : 0)), s_.dates == DatesAs::with_time));
                    break;
                }
                case Column::value: cells.push_back(day_text(date(m.day + (m.day % 3)), false)); break;
                case Column::payee: cells.push_back(words); break;
                case Column::text: cells.push_back(s_.payee ? "ref " + std::to_string(n) : words); break;
                case Column::original:
                    cells.push_back(
                        m.text != 0 || n % 3 != 0
                            ? with_sign(s_.money == MoneyAs::card_positive ? -m.hundredths : m.hundredths)
                            : with_sign((s_.money == MoneyAs::card_positive ? -m.hundredths : m.hundredths) / 100 *
                                        90));
                    break;
                case Column::original_money:
                    cells.emplace_back(m.text != 0 || n % 3 != 0 ? l_.currency : l_.currency == "USD" ? "EUR" : "USD");
                    break;
                case Column::amount: cells.push_back(amount(m.hundredths)); break;
                case Column::debit:
                    cells.push_back(out ? (s_.money == MoneyAs::negative_debit ? "-" : "") + number(size)
                                    : s_.money == MoneyAs::zeros ? number(0)
                                                                 : "");
                    break;
                case Column::credit:
                    cells.push_back(!out ? number(size) : s_.money == MoneyAs::zeros ? number(0) : "");
                    break;
                case Column::direction: cells.emplace_back(out ? word(l_.out) : word(l_.in)); break;
                case Column::fee: cells.push_back(m.text == 0 ? number(fee()) : number(0)); break;
                case Column::balance: cells.push_back(with_sign(balance)); break;
                case Column::money: cells.emplace_back(l_.currency); break;
            }
        return line(cells);
    }

    std::string amount(std::int64_t h) const
    {
        switch (s_.money) {
            case MoneyAs::direction: return number(h);
            case MoneyAs::trailing_minus: return number(h) + (h < 0 ? "-" : "");
            case MoneyAs::sided: return number(h) + (h < 0 ? " DR" : " CR");
            case MoneyAs::with_currency:
                return v_ == 0 ? with_sign(h) + " " + std::string{l_.currency}
                               : std::string{l_.currency} + " " + with_sign(h);
            case MoneyAs::parentheses: return h < 0 ? "(" + number(h) + ")" : number(h);
            case MoneyAs::card_positive: return with_sign(-h);
            default: return with_sign(h);
        }
    }

    std::string header() const
    {
        std::vector<std::string> first, second;
        for (const auto c : columns_) {
            const auto text = std::string{name(c)};
            const auto blank = text.find(' ');
            const bool cut = s_.header == HeaderAs::split && blank != std::string::npos;
            first.push_back(cut ? text.substr(0, blank) : text);
            second.push_back(cut ? text.substr(blank + 1) : "");
        }
        const bool two = std::any_of(second.begin(), second.end(), [](const auto& t) { return !t.empty(); });
        return line(first) + (two ? line(second) : "");
    }

    std::string preamble(std::int64_t opening, std::int64_t closing) const
    {
        std::string out = line({std::string{l_.text.substr(0, l_.text.find('|'))} + " 2023"});
        if (!card_) {
            out += line({std::string{word(l_.opening)}, with_sign(opening), std::string{l_.currency}});
            out += line({std::string{word(l_.closing)}, with_sign(closing), std::string{l_.currency}});
        }
        return out + "\r\n";
    }

    std::string label_row(std::string_view label, std::int64_t balance, bool dated) const
    {
        std::vector<std::string> cells;
        for (const auto c : columns_) switch (c) {
                case Column::transacted:
                case Column::booked:
                    cells.push_back(dated && v_ == 0 ? day_text(date(balance == 500000 ? 0 : 40), false) : "");
                    break;
                case Column::text: cells.emplace_back(word(label)); break;
                case Column::balance: cells.push_back(with_sign(balance)); break;
                default: cells.emplace_back();
            }
        return line(cells);
    }

    std::string total_row(const std::vector<Movement>& moves) const
    {
        std::int64_t sum = 0;
        for (const auto& m : moves) sum -= m.hundredths;
        std::vector<std::string> cells;
        for (const auto c : columns_)
            cells.push_back(c == Column::text     ? std::string{word(l_.total)}
                            : c == Column::amount ? with_sign(sum)
                                                  : "");
        return line(cells);
    }

    const StatementLocale& l_;
    const StatementShape& s_;
    std::size_t v_;
    int places_ = 2;
    bool card_ = false;
    std::vector<Column> columns_{};
    std::string_view original_ = "Original amount", original_money_ = "Original currency";
};

/// "" when the statement is read as it was written.
inline std::string misread(const WrittenStatement& w)
{
    const auto result = ledger::read_statement(w.bytes, "statement.csv", w.hints);
    if (!result) return "not read: trouble " + std::to_string(static_cast<int>(result.problem().trouble));
    const auto& s = *result;
    std::ostringstream out;
    if (s.rows.size() != w.rows.size()) out << "rows " << s.rows.size() << " not " << w.rows.size() << "; ";
    for (std::size_t i = 0; i < s.rows.size() && i < w.rows.size(); ++i) {
        if (ledger::iso(s.rows[i].date) != w.rows[i].first) {
            out << "date " << ledger::iso(s.rows[i].date) << " not " << w.rows[i].first << "; ";
            break;
        }
        if (s.rows[i].amount.minor != w.rows[i].second) {
            out << "amount " << s.rows[i].amount.minor << " not " << w.rows[i].second << "; ";
            break;
        }
    }
    if (s.reading.encoding != "UTF-8" && out.str().empty()) return "";
    if (!out.str().empty()) {
        out << s.reading.encoding << " " << s.reading.date_order << " '" << s.reading.decimal << "'";
        for (const auto& [role, c] : s.reading.columns) out << " " << role << "=" << c;
        if (s.reading.flipped) out << " flipped";
        out << " furniture " << s.furniture.size() << " rejected " << s.rejected.size() << " review "
            << s.needs_review.size();
    }
    return out.str();
}

}  // namespace test_support
