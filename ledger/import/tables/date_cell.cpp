#include <array>
#include <cctype>
#include <string>

#include "ledger/import/tables/cells.hpp"
#include "ledger/import/text/text.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/values/folding.hpp"
#include "ledger/values/text.hpp"

namespace ledger {

namespace {

using Byte = unsigned char;
/// What is left of the cell while it is read from the left.
struct Cursor {
    std::string_view s;
    bool done() const { return s.empty(); }
    bool take(std::string_view piece)
    {
        if (!s.starts_with(piece)) return false;
        s.remove_prefix(piece.size());
        return true;
    }
    void blanks()
    {
        while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
    }
    std::string_view digits(std::size_t most = 20)
    {
        std::size_t n = 0;
        while (n < s.size() && n < most && digit(s[n])) ++n;
        const auto d = s.substr(0, n);
        s.remove_prefix(n);
        return d;
    }
    std::string_view letters()
    {
        std::size_t n = 0;
        const auto high = [&](std::size_t i) { return i < s.size() && static_cast<Byte>(s[i]) >= 0x80; };
        while (n < s.size() && (std::isalpha(static_cast<Byte>(s[n])) != 0 || high(n) ||
                                (s[n] == '.' && n > 0 && high(n - 1) && high(n + 1))))
            ++n;  // "ม.ค."
        const auto l = s.substr(0, n);
        s.remove_prefix(n);
        return l;
    }
};

int number(std::string_view digits)
{
    int n = 0;
    for (const char c : digits) n = n * 10 + (c - '0');
    return n;
}

/// Years of three digits are of the Republic of China: 113 is 2024.
int n_roc(int year)
{
    return year < 200 ? year + 1911 : year;
}

int full_year(int two)
{
    return two < 70 ? 2000 + two : 1900 + two;
}

unsigned days_in(int year, unsigned month)
{
    constexpr std::array<unsigned, 13> days{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return month == 2 && leap ? 29 : days[month];
}

std::optional<DateCell> checked(DateCell d)
{
    if (d.month < 1 || d.month > 12 || d.day < 1 || d.year < 0) return std::nullopt;
    if (d.year >= 2400 && d.year <= 2700) d.year -= 543;  // the Buddhist era, as Thai banks write it
    if (d.year != 0 && (d.year < 1900 || d.year > 2199)) return std::nullopt;
    if (d.day > days_in(d.year, d.month)) return std::nullopt;
    return d;
}

/// "上午", "às", "um", "kl.": what stands between a day and its time.
void skip_time_word(Cursor& c)
{
    static constexpr std::array<std::string_view, 18> words{"\xE4\xB8\x8A\xE5\x8D\x88",
                                                            "\xE4\xB8\x8B\xE5\x8D\x88",
                                                            "\xE5\x8D\x88\xE5\x89\x8D",
                                                            "\xE5\x8D\x88\xE5\xBE\x8C",
                                                            "\xEC\x98\xA4\xEC\xA0\x84",
                                                            "\xEC\x98\xA4\xED\x9B\x84",
                                                            "\xC3\xA0s",
                                                            "\xC3\xA0",
                                                            "as",
                                                            "at",
                                                            "um",
                                                            "kl.",
                                                            "kl",
                                                            "klo",
                                                            "ore",
                                                            "ora",
                                                            "alle",
                                                            "o"};
    for (const auto word : words)
        if (c.s.size() > word.size() && c.s.starts_with(word) &&
            (static_cast<Byte>(word.front()) >= 0xE0 || c.s[word.size()] == ' ')) {
            c.take(word);
            c.blanks();
            return;
        }
}

/// What may stand behind a date: nothing, a time, a zone, a weekday in brackets.
bool is_time_tail(std::string_view tail)
{
    Cursor c{tail};
    c.blanks();
    if (c.done()) return true;
    if (c.take("as of ")) return true;  // "01/15/2024 as of 01/12/2024"
    if (c.s.front() == '[' || c.s.front() == '(') return c.s.back() == ']' || c.s.back() == ')';
    if (c.take("\xEF\xBC\x88")) return true;                                  // （ weekday ）
    if (c.s == "\xD0\xB3." || c.s == "\xD0\xB3" || c.s == "r.") return true;  // г.
    const bool dashed = c.take("-");
    if (!dashed && (c.take("T") || c.take(",") || c.take(":") || c.take("."))) c.blanks();
    c.blanks();
    if (c.done()) return !dashed;
    if (!digit(c.s.front())) skip_time_word(c);
    if (!digit(c.s.front()))
        return !dashed && c.s.size() <= 12 && c.s.find_first_of("0123456789") == std::string_view::npos &&
                       tail.front() == ' '
                   ? is_weekday(c.s)
                   : false;
    const auto hour = c.digits(2);
    if (number(hour) > 24) return false;
    const auto colon = c.s.empty() ? ' ' : c.s.front();
    if (dashed) {  // "2024.01.05-12:30", "2024-01-05-12.30.11.123456"; a period of two days is none
        if (colon == ':') return tail.size() <= 48;
        if (colon != '.' || hour.size() != 2) return false;
        c.take(".");
        const bool minutes = c.digits().size() == 2 && c.take(".");
        const auto seconds = c.digits();
        return minutes && seconds.size() == 2 && (c.done() || c.s.front() == '.') && !tail.starts_with(" ");
    }
    if (colon != ':' && colon != '.' && colon != 'h' && !c.s.starts_with("\xE6\x97\xB6") &&
        !c.s.starts_with("\xE6\x99\x82") && !c.s.starts_with("\xEC\x8B\x9C") && !(hour.size() == 2 && digit(colon)))
        return false;
    return tail.size() <= 48;
}

std::optional<DateCell> by_order(int a, int b, int c, std::size_t widest_first, std::size_t widest_last,
                                 DateOrder order)
{
    DateCell d;
    d.by_order = true;
    const auto year = [](int n, std::size_t width) { return width >= 3 ? n : full_year(n); };
    d.short_year = (order == DateOrder::ymd ? widest_first : widest_last) <= 2;
    if (order == DateOrder::ymd) {
        d.year = widest_first == 3 ? n_roc(a) : year(a, widest_first);
        d.month = static_cast<unsigned>(b);
        d.day = static_cast<unsigned>(c);
        if (widest_last > 2 || widest_first < 2) return std::nullopt;
    }
    else {
        if (widest_last == 3 || widest_first > 2) return std::nullopt;
        d.year = year(c, widest_last);
        d.month = static_cast<unsigned>(order == DateOrder::dmy ? b : a);
        d.day = static_cast<unsigned>(order == DateOrder::dmy ? a : b);
    }
    return checked(d);
}

/// 20240131, 31012024, 20240131120000…: digits alone; 1130131 counts from the Republic of China.
std::optional<DateCell> from_bare(std::string_view digits, DateOrder order)
{
    if (digits.size() == 7) {
        DateCell d;
        d.bare = true;
        d.year = number(digits.substr(0, 3)) + 1911;
        d.month = static_cast<unsigned>(number(digits.substr(3, 2)));
        d.day = static_cast<unsigned>(number(digits.substr(5, 2)));
        return d.year >= 2000 && d.year < 2060 ? checked(d) : std::nullopt;
    }
    if (digits.size() != 8 && digits.size() != 12 && digits.size() != 14 && digits.size() != 17) return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t n) { return number(digits.substr(at, n)); };
    DateCell d;
    d.bare = true;
    d.year = part(0, 4);
    d.month = static_cast<unsigned>(part(4, 2));
    d.day = static_cast<unsigned>(part(6, 2));
    if (d.year >= 1970 && d.year < 2100)
        if (auto ok = checked(d)) return ok;
    if (digits.size() != 8) return std::nullopt;
    d.year = part(4, 4);
    d.by_order = true;
    d.day = static_cast<unsigned>(part(order == DateOrder::mdy ? 2 : 0, 2));
    d.month = static_cast<unsigned>(part(order == DateOrder::mdy ? 0 : 2, 2));
    if (d.year < 1970 || d.year >= 2100 || order == DateOrder::ymd) return std::nullopt;
    return checked(d);
}

/// 2024年1月31日, 1月31日, 2024년 1월 31일 and 令和6年1月31日 after the era was taken.
std::optional<DateCell> ideographic(int first, Cursor c, int era_offset)
{
    using Marks = std::array<std::string_view, 2>;
    static constexpr Marks year_marks{"\xE5\xB9\xB4", "\xEB\x85\x84"};
    static constexpr Marks month_marks{"\xE6\x9C\x88", "\xEC\x9B\x94"};
    static constexpr Marks day_marks{"\xE6\x97\xA5", "\xEC\x9D\xBC"};
    const auto mark = [&](const auto& marks) { return c.take(marks[0]) || c.take(marks[1]); };
    DateCell d;
    int month = first;
    if (mark(year_marks)) {
        d.year = first;
        if (era_offset != 0) d.year = first + era_offset;
        else if (first < 100) d.year = full_year(first);
        else if (first < 1000) d.year = n_roc(first);
        c.blanks();
        const auto m = c.digits(2);
        if (m.empty()) return std::nullopt;
        month = number(m);
    }
    if (!mark(month_marks)) return std::nullopt;
    c.blanks();
    const auto day = c.digits(2);
    if (day.empty()) return std::nullopt;
    mark(day_marks);
    d.month = static_cast<unsigned>(month);
    d.day = static_cast<unsigned>(number(day));
    if (!is_time_tail(c.s)) return std::nullopt;
    return checked(d);
}

/// Letters first: "Jan 31, 2024", "Mon, 31 Jan 2024", "令和6年1月31日", "R6.1.31".
std::optional<DateCell> lettered(Cursor c, DateOrder order);

std::optional<DateCell> after_day_then_letters(std::string_view first, Cursor c)
{
    c.take(".");
    c.take(",");
    for (const auto suffix : {"st", "nd", "rd", "th", "er"})
        if (c.s.starts_with(suffix) && (c.s.size() == 2 || c.s[2] == ' ')) c.take(suffix);
    const auto glue = [&] {
        while (c.take(" ") || c.take("-") || c.take("/") || c.take(".") || c.take(",") || c.take("'")) {
        }
    };
    glue();
    for (const auto of : {"de ", "of ", "d'", "di "}) c.take(of);
    const auto word = c.letters();
    auto month = month_named(word);
    if (month == 0) {  // "1 tháng 11, 2023"
        const auto f = folded(word);
        if (f != "thang" && f != "thg") return std::nullopt;
        glue();
        month = static_cast<unsigned>(number(c.digits(2)));
    }
    glue();
    for (const auto of : {"de ", "del ", "of "}) c.take(of);
    const auto year = c.digits(4);
    DateCell d;
    d.month = month;
    d.day = static_cast<unsigned>(number(first));
    if (first.size() == 4) {  // 2024-Jan-31
        d.year = number(first);
        d.day = static_cast<unsigned>(number(year));
    }
    else if (!year.empty()) {
        d.year = year.size() <= 2 ? full_year(number(year)) : number(year);
        d.short_year = year.size() <= 2;
    }
    c.blanks();
    c.take("\xD0\xB3.");  // г.
    c.take("r.");
    if (!c.done() && digit(c.s.front()))
        c.s = std::string_view{c.s.data() - 1, c.s.size() + 1};  // the blank before a time
    if (!is_time_tail(c.s)) return std::nullopt;
    return checked(d);
}

std::optional<DateCell> lettered(Cursor c, DateOrder order)
{
    struct Era {
        std::string_view mark;
        int offset;
    };
    static constexpr std::array eras{Era{"\xE4\xBB\xA4\xE5\x92\x8C", 2018}, Era{"\xE5\xB9\xB3\xE6\x88\x90", 1988},
                                     Era{"\xE6\xB0\x91\xE5\x9C\x8B", 1911}, Era{"R", 2018}, Era{"H", 1988}};
    for (const auto& era : eras) {
        Cursor e = c;
        if (!e.take(era.mark)) continue;
        e.blanks();
        e.take(".");
        const bool first_year = e.take("\xE5\x85\x83");  // 元
        const auto year = first_year ? std::string_view{"1"} : e.digits(3);
        if (year.empty()) continue;
        if (auto d = ideographic(number(year), e, era.offset)) return d;
        const char sep = e.s.empty() ? ' ' : e.s.front();
        if (sep != '.' && sep != '/' && sep != '-') continue;
        e.s.remove_prefix(1);
        const auto month = e.digits(2);
        if (!e.take(std::string_view{&sep, 1})) continue;
        const auto day = e.digits(2);
        if (month.empty() || day.empty() || !is_time_tail(e.s)) continue;
        DateCell d;
        d.year = number(year) + era.offset;
        d.month = static_cast<unsigned>(number(month));
        d.day = static_cast<unsigned>(number(day));
        return checked(d);
    }
    const auto word = c.letters();
    const auto month = month_named(word);
    if (month == 0) {
        if (!is_weekday(word)) return std::nullopt;
        c.take(".");
        c.take(",");
        c.blanks();
        if (c.done()) return std::nullopt;
        if (digit(c.s.front())) return read_date(c.s, order);
        return month_named(Cursor{c}.letters()) != 0 ? lettered(c, order) : std::nullopt;
    }
    c.take(".");
    while (c.take(" ") || c.take("-") || c.take("/")) {
    }
    const auto day = c.digits(2);
    if (day.empty()) return std::nullopt;
    for (const auto suffix : {"st", "nd", "rd", "th"}) c.take(suffix);
    while (c.take(" ") || c.take("-") || c.take("/") || c.take(",") || c.take("'")) {
    }
    DateCell d;
    d.month = month;
    d.day = static_cast<unsigned>(number(day));
    Cursor before_year = c;
    const auto year = c.digits(4);
    if (year.size() == 4) d.year = number(year);
    else if (year.size() == 2 && (c.done() || c.s.front() == ' ')) d.year = full_year(number(year));
    else c = before_year;
    if (!is_time_tail(c.s)) return std::nullopt;
    return checked(d);
}

}  // namespace

std::string_view name(DateOrder order)
{
    switch (order) {
        case DateOrder::ymd: return "ymd";
        case DateOrder::dmy: return "dmy";
        case DateOrder::mdy: return "mdy";
    }
    return "";
}

std::optional<DateOrder> date_order_named(std::string_view text)
{
    for (const auto order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy})
        if (name(order) == text) return order;
    return std::nullopt;
}

std::optional<DateCell> read_date(std::string_view cell, DateOrder order)
{
    Cursor c{trimmed(cell)};
    if (c.s.size() < 3 || c.s.size() > 64) return std::nullopt;
    std::string plain;
    if (has_other_digits(c.s)) {
        plain = narrow_digits(c.s);
        c.s = plain;
    }
    if (!digit(c.s.front())) return lettered(c, order);
    const auto first = c.digits();
    if (first.size() > 4) return is_time_tail(c.s) || c.s.starts_with(".") ? from_bare(first, order) : std::nullopt;
    if (c.done()) return std::nullopt;
    c.blanks();
    if (auto d = ideographic(number(first), c, 0)) return d;
    const char sep = c.s.empty() ? '\0' : c.s.front();
    const bool separated = sep == '-' || sep == '/' || sep == '.' || sep == ':' || sep == '_' || sep == '\'';
    Cursor after = c;
    if (separated) after.s.remove_prefix(1);
    after.blanks();
    if (after.done()) return std::nullopt;
    if (!digit(after.s.front())) return after_day_then_letters(first, c);
    if (!separated && first.size() > 2 && first.size() != 4) return std::nullopt;
    const auto second = after.digits();
    if (second.size() > 2) return std::nullopt;
    const auto mark = separated ? std::string_view{&sep, 1} : std::string_view{" "};
    DateCell d;
    if (!after.take(mark) && !(separated && after.take(" "))) {  // no year
        if (first.size() > 2 || !after.done() || (sep != '/' && sep != '-')) return std::nullopt;
        d.by_order = true;
        d.month = static_cast<unsigned>(number(order == DateOrder::dmy ? second : first));
        d.day = static_cast<unsigned>(number(order == DateOrder::dmy ? first : second));
        return checked(d);
    }
    after.blanks();
    if (after.done() && sep == '.') {  // "31.12."
        d.by_order = true;
        d.month = static_cast<unsigned>(number(order == DateOrder::mdy ? first : second));
        d.day = static_cast<unsigned>(number(order == DateOrder::mdy ? second : first));
        return first.size() <= 2 ? checked(d) : std::nullopt;
    }
    after.take("'");
    const auto third = after.digits(4);
    if (!after.s.starts_with(".") || after.s.size() < 2 || !digit(after.s[1])) after.take(".");
    if (third.empty() || !is_time_tail(after.s)) return std::nullopt;
    if (sep == ':' && (first.size() != 4 || third.size() > 2)) return std::nullopt;
    if (first.size() == 4) {
        d.year = number(first);
        d.month = static_cast<unsigned>(number(second));
        d.day = static_cast<unsigned>(number(third));
        return third.size() <= 2 ? checked(d) : std::nullopt;
    }
    return by_order(number(first), number(second), number(third), first.size(), third.size(), order);
}

}  // namespace ledger
