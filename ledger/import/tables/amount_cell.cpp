#include <algorithm>
#include <array>
#include <cctype>

#include "ledger/import/tables/cells.hpp"
#include "ledger/import/text/text.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/values/folding.hpp"
#include "ledger/values/text.hpp"

namespace ledger {

namespace {

using Byte = unsigned char;
/// The cell with every blank, minus and apostrophe of the world written in ASCII: ' ', '-', '\''.
std::string plain(std::string_view s)
{
    struct Swap {
        std::string_view from;
        char to;
    };
    static constexpr std::array swaps{
        Swap{"\xC2\xA0", ' '},     Swap{"\xE2\x80\xAF", ' '}, Swap{"\xE2\x80\x89", ' '},  Swap{"\xE3\x80\x80", ' '},
        Swap{"\xE2\x88\x92", '-'}, Swap{"\xE2\x80\x93", '-'}, Swap{"\xE2\x80\x94", '-'},  Swap{"\xEF\xBC\x8D", '-'},
        Swap{"\xE2\x80\x90", '-'}, Swap{"\xE2\x80\x91", '-'}, Swap{"\xE2\x80\x99", '\''}, Swap{"\xE2\x80\x98", '\''},
        Swap{"\xC2\xB4", '\''},    Swap{"\xEF\xBC\x8B", '+'}, Swap{"\xEF\xBC\x8C", ','},  Swap{"\xEF\xBC\x8E", '.'},
        Swap{"\xEF\xBC\x88", '('}, Swap{"\xEF\xBC\x89", ')'}, Swap{"\xD9\xAB", '.'},      Swap{"\xD9\xAC", ','},
        Swap{"\xE2\x80\x8E", ' '}, Swap{"\xE2\x80\x8F", ' '}, Swap{"\xE2\x96\xB2", '-'},  Swap{"\xE2\x96\xB3", '-'},
        Swap{"`", '\''},
    };
    std::string out;
    out.reserve(s.size());
    for (std::size_t i = 0; i < s.size();) {
        if (static_cast<Byte>(s[i]) < 0x80 && s[i] != '`') {
            out += s[i] == '\t' ? ' ' : s[i];
            ++i;
            continue;
        }
        const auto hit =
            std::find_if(swaps.begin(), swaps.end(), [&](const Swap& w) { return s.substr(i).starts_with(w.from); });
        if (hit != swaps.end()) {
            out += hit->to;
            i += hit->from.size();
        }
        else {
            out += s[i++];
        }
    }
    return has_other_digits(s) ? narrow_digits(out) : out;
}

void strip(std::string_view& s)
{
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
}

/// Digits and the marks between them: "1.234,56".
struct Number {
    std::string_view text;
    std::size_t dots = 0, commas = 0, spaces = 0, ticks = 0;
};

bool mark(char c)
{
    return c == '.' || c == ',' || c == ' ' || c == '\'';
}

/// "R12.50", "P1,200.00": a letter for a currency, but only before what is surely money: "R1234" is a reference.
bool lone_letter(std::string_view s)
{
    if (s.size() < 5 || (s[0] != 'R' && s[0] != 'N' && s[0] != 'P' && s[0] != 'K')) return false;
    const auto mark = s.find_last_of(".,");
    const auto rest = s.substr(1);
    return mark != std::string_view::npos && mark + 3 == s.size() && std::all_of(rest.begin(), rest.end(), [](char c) {
               return digit(c) || c == '.' || c == ',' || c == ' ' || c == '-';
           });
}

enum class Peeled { yes, nothing, never };

/// Takes brackets, a footnote or a sign off.
Peeled peel_marks(std::string_view& s, AmountCell& out)
{
    if (s.size() > 2 && s.front() == '(' && s.back() == ')') {
        out.sign = -1;
        s = s.substr(1, s.size() - 2);
        return Peeled::yes;
    }
    if (s.size() > 1 && s.back() == '*' && digit(s.front())) {  // a footnote
        s.remove_suffix(1);
        return Peeled::yes;
    }
    if (out.symbol && s.size() > 1 && (s.back() == '/' || s.front() == '/')) {  // "12.00/CNY"
        s.back() == '/' ? s.remove_suffix(1) : s.remove_prefix(1);
        return Peeled::yes;
    }
    if (out.side != 0 && s.size() > 1 && s.front() == ':') {
        s.remove_prefix(1);
        return Peeled::yes;
    }
    if (s.back() == ')' && digit(s.front())) {  // a note: "45.80(已全额退款)"
        const auto open = s.find('(');
        if (open == std::string_view::npos || s.substr(open).find_first_of("0123456789") != std::string_view::npos)
            return Peeled::never;
        s = s.substr(0, open);
        return Peeled::yes;
    }
    if (s.front() == '-' || s.front() == '+') {
        if (out.sign == 0 || s.front() == '-') out.sign = s.front() == '-' ? -1 : 1;
        s.remove_prefix(1);
        return Peeled::yes;
    }
    if (s.back() == '-' || s.back() == '+') {
        out.sign = s.back() == '-' ? -1 : 1;
        s.remove_suffix(1);
        return Peeled::yes;
    }
    return Peeled::nothing;
}

/// Takes a currency or DR/CR off.
Peeled peel_words(std::string_view& s, AmountCell& out)
{
    const bool fraction = (s.front() == '.' || s.front() == ',') && s.size() > 1 && digit(s[1]);
    if (!digit(s.front()) && !fraction) {
        auto n = currency_prefix(s, out.currency);
        const auto side = n == 0 ? side_prefix(s, out.side) : 0;
        if (n + side == 0 && lone_letter(s)) n = 1;
        if (n + side == 0) return Peeled::never;
        out.symbol = out.symbol || n != 0;
        s.remove_prefix(n + side);
        return Peeled::yes;
    }
    const bool letter_before = s.size() > 1 && (std::isalpha(static_cast<Byte>(s[s.size() - 2])) != 0 ||
                                                static_cast<Byte>(s[s.size() - 2]) >= 0x80);
    if (digit(s.back()) || s.back() == ',' || (s.back() == '.' && !letter_before)) return Peeled::nothing;
    const auto n = currency_suffix(s, out.currency);
    const auto side = n == 0 ? side_suffix(s, out.side) : 0;
    if (n + side == 0) return Peeled::never;
    out.symbol = out.symbol || n != 0;
    s.remove_suffix(n + side);
    return Peeled::yes;
}

/// Peels signs, brackets, currency and DR/CR off both ends; what remains must be digits and marks.
std::optional<Number> peel(std::string_view s, AmountCell& out)
{
    for (auto peeled = Peeled::yes; peeled == Peeled::yes;) {
        strip(s);
        if (s.empty()) return std::nullopt;
        peeled = peel_marks(s, out);
        if (peeled == Peeled::nothing) peeled = peel_words(s, out);
        if (peeled == Peeled::never) return std::nullopt;
    }
    Number n{s};
    for (const char c : s) {
        if (!digit(c) && !mark(c)) return std::nullopt;
        n.dots += c == '.';
        n.commas += c == ',';
        n.spaces += c == ' ';
        n.ticks += c == '\'';
    }
    return n;
}

/// Are the digits before the decimal mark grouped as somebody would write them (3, or 2 as in India, 4 as in old
/// Chinese books)?
bool well_grouped(std::string_view whole)
{
    std::size_t run = 0, groups = 0;
    for (auto i = whole.size(); i-- > 0;) {
        if (digit(whole[i])) {
            ++run;
            continue;
        }
        ++groups;
        if (groups == 1 ? run != 3 : run < 2 || run > 3) return false;
        run = 0;
    }
    return groups == 0 || (run >= 1 && run <= 3);
}

}  // namespace

std::optional<AmountCell> read_amount(std::string_view cell, char decimal)
{
    const auto s = trimmed(cell);
    if (s.empty() || s.size() > 48) return std::nullopt;
    if (std::none_of(s.begin(), s.end(), digit) && !has_other_digits(s)) return std::nullopt;
    AmountCell out;
    const auto text = plain(s);
    const auto number = peel(text, out);
    if (!number) return std::nullopt;
    auto whole = number->text;
    std::string_view fraction;
    const auto at = whole.rfind(decimal);
    if (at != std::string_view::npos) {
        fraction = whole.substr(at + 1);
        whole = whole.substr(0, at);
        if (whole.find(decimal) != std::string_view::npos || !std::all_of(fraction.begin(), fraction.end(), digit)) {
            // "1.234.567" with '.' as mark: only grouping, when nothing else is there.
            return std::nullopt;
        }
    }
    if (!well_grouped(whole)) return std::nullopt;
    if (whole.empty() && fraction.empty()) return std::nullopt;
    int count = 0;
    for (const auto part : {whole, fraction})
        for (const char c : part) {
            if (!digit(c)) continue;
            if (count > 0 || c != '0') ++count;
            if (count > 18) return std::nullopt;
            out.digits = out.digits * 10 + (c - '0');
        }
    out.decimals = static_cast<int>(fraction.size());
    return out;
}

char decimal_mark_of(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s.empty() || s.size() > 48 || s.find_first_of(".,") == std::string_view::npos) return 0;
    AmountCell ignored;
    const auto text = plain(s);
    const auto number = peel(text, ignored);
    if (!number) return 0;
    const auto dot = number->text.rfind('.'), comma = number->text.rfind(',');
    if (dot != std::string_view::npos && comma != std::string_view::npos) return dot > comma ? '.' : ',';
    const bool is_dot = comma == std::string_view::npos;
    const auto at = is_dot ? dot : comma;
    const char here = is_dot ? '.' : ',', other = is_dot ? ',' : '.';
    if ((is_dot ? number->dots : number->commas) > 1) return other;
    if (number->text.size() - at - 1 != 3) return here;
    return number->spaces + number->ticks > 0 || at == 0 || (at == 1 && number->text[0] == '0') ? here : 0;
}

std::optional<std::int64_t> minor_units(const AmountCell& a, int places)
{
    std::int64_t n = a.digits;
    int decimals = a.decimals;
    for (; decimals < places; ++decimals) {
        if (n > Money::largest) return std::nullopt;
        n *= 10;
    }
    const bool noise = decimals - places >= 5;
    std::int64_t last = 0;
    for (; decimals > places; --decimals) {
        last = n % 10;
        n /= 10;
        if (last != 0 && !noise) return std::nullopt;
    }
    if (noise && last >= 5) ++n;
    if (n > Money::largest) return std::nullopt;
    return n;
}

}  // namespace ledger
