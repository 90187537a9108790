#include "ledger/import/words/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

#include "ledger/import/text/folding.hpp"
#include "ledger/import/text/text.hpp"
#include "ledger/import/words/words_data.hpp"
#include "ledger/values/text.hpp"

namespace ledger {

namespace {

using Byte = unsigned char;

template <class Use>
void each_word(std::string_view list, Use use)
{
    while (!list.empty()) {
        const auto end = std::min(list.find('|'), list.size());
        if (end > 0) use(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

struct HeaderEntry {
    std::string word;
    Role role;
    double weight;
};

/// The tables, folded, ready to be looked up. Built once; never changes.
struct Vocabulary {
    std::unordered_map<std::string, std::vector<HeaderEntry>> headers;
    std::vector<HeaderEntry> header_list, date_stems;
    std::vector<std::string> date_nouns;
    std::unordered_map<std::string, int> sides, standings, labels, months, weekdays, currencies;
    std::vector<std::pair<std::string, int>> long_labels, standing_list, card_texts, plain_texts;
    std::vector<std::string> card_words, card_header_words, spending_words;
    std::vector<std::pair<std::string, std::string>> signs;  ///< as written → code, longest first
    std::vector<std::string> signs_codes;
};

void fill(std::unordered_map<std::string, int>& into, const std::vector<ValueWords>& from)
{
    for (const auto& entry : from)
        each_word(entry.words, [&](std::string_view w) { into.emplace(folded(w), entry.meaning); });
}

Vocabulary build()
{
    Vocabulary v;
    for (const auto& entry : header_words())
        each_word(entry.words, [&](std::string_view w) {
            HeaderEntry e{folded(w), entry.role, entry.weight};
            if (e.word.empty()) return;
            v.headers[e.word].push_back(e);
            v.header_list.push_back(std::move(e));
        });
    for (const auto& entry : date_stems())
        each_word(entry.words, [&](std::string_view w) {
            v.date_stems.push_back({folded(w), entry.role, entry.weight});
        });
    for (const auto& noun : date_nouns()) v.date_nouns.push_back(folded(noun));
    fill(v.sides, side_words());
    fill(v.standings, standing_words());
    fill(v.labels, label_words());
    fill(v.months, month_words());
    fill(v.weekdays, weekday_words());
    v.sides.erase("");
    for (const auto& [word, meaning] : v.labels)
        if (word.size() >= 6 && word != "saldo" && word != "report") v.long_labels.emplace_back(word, meaning);
    for (const auto& [word, meaning] : v.standings)
        if (word.size() >= 5) v.standing_list.emplace_back(word, meaning);
    const auto list = [](const std::vector<ValueWords>& from, auto& to) {
        for (const auto& entry : from)
            each_word(entry.words, [&](std::string_view w) { to.emplace_back(folded(w), entry.meaning); });
    };
    list(card_text_words(), v.card_texts);
    list(plain_text_words(), v.plain_texts);
    each_word(card_words(), [&](std::string_view w) { v.card_words.push_back(folded(w)); });
    each_word(card_header_words(), [&](std::string_view w) { v.card_header_words.push_back(folded(w)); });
    each_word(spending_header_words(), [&](std::string_view w) { v.spending_words.push_back(folded(w)); });
    for (const auto& entry : currency_words())
        each_word(entry.words, [&](std::string_view w) {
            std::string lower;
            for (const char c : w)
                lower += static_cast<char>(static_cast<Byte>(c) < 0x80 ? std::tolower(static_cast<Byte>(c)) : c);
            v.signs.emplace_back(std::move(lower), std::string{entry.code});
        });
    std::stable_sort(v.signs.begin(), v.signs.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    return v;
}

const Vocabulary& vocabulary()
{
    static const Vocabulary v = build();
    return v;
}

/// Does `word` stand in `text` as whole words (or anywhere, for scripts that do not part words)?
bool stands_in(std::string_view text, std::string_view word)
{
    const bool parted = is_ascii(word);
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (!parted) return true;
        const bool left = at == 0 || !std::isalnum(static_cast<Byte>(text[at - 1]));
        const auto end = at + word.size();
        const bool right = end == text.size() || !std::isalnum(static_cast<Byte>(text[end]));
        if (left && right) return true;
    }
    return false;
}

/// How well a header is explained by a word that stands in it, 0…1.
double partial_match(std::string_view header, std::string_view word)
{
    if (word.size() >= header.size() || word.size() < 2) return 0;
    const double covers = static_cast<double>(word.size()) / static_cast<double>(header.size());
    if (stands_in(header, word)) return word.size() < 3 && is_ascii(word) ? 0 : 0.45 + 0.5 * covers;
    // Compounds: "Buchungsbetrag" ends in "betrag".
    if (word.size() >= 5 && header.ends_with(word) && is_ascii(word)) return 0.4 + 0.45 * covers;
    if (word.size() >= 6 && header.starts_with(word) && is_ascii(word)) return 0.3 + 0.4 * covers;
    return 0;
}

/// Does a word of the text begin with the stem (or hold it anywhere, for scripts that do not part words and for
/// compounds)?
bool has_stem(std::string_view text, std::string_view stem)
{
    if (!is_ascii(stem)) return text.find(stem) != std::string_view::npos;
    for (auto at = text.find(stem); at != std::string_view::npos; at = text.find(stem, at + 1))
        if (at == 0 || text[at - 1] == ' ') return true;
    return false;
}

/// "Bogføringsdato", "Data zaksięgowania", "Tanggal Efektif": a word for a day, and beside it what kind of day.
RoleScore composed_date(const Vocabulary& v, std::string_view header)
{
    if (header.size() > 60) return {};
    const bool day = std::any_of(v.date_nouns.begin(), v.date_nouns.end(), [&](const std::string& noun) {
        return is_ascii(noun) ? stands_in(header, noun) ||
                                    (noun.size() >= 3 && header.size() > noun.size() + 2 && header.ends_with(noun))
                              : header.find(noun) != std::string_view::npos;
    });
    if (!day) return {};
    for (const auto& stem : v.date_stems)
        if (has_stem(header, stem.word)) return {stem.role, stem.weight};
    return {};
}

std::size_t letters_at_start(std::string_view s)
{
    std::size_t n = 0;
    while (n < s.size() && std::isalpha(static_cast<Byte>(s[n])) != 0) ++n;
    return n;
}

bool equal_lower(std::string_view s, std::string_view lower)
{
    return s.size() == lower.size() && std::equal(s.begin(), s.end(), lower.begin(), [](char a, char b) {
               return static_cast<Byte>(a) < 0x80 ? std::tolower(static_cast<Byte>(a)) == static_cast<Byte>(b) : a == b;
           });
}

std::string upper(std::string_view s)
{
    std::string out{s};
    for (auto& c : out) c = static_cast<char>(std::toupper(static_cast<Byte>(c)));
    return out;
}

std::string settled(std::string code)
{
    return code == "RUR" ? "RUB" : code == "CNH" || code == "RMB" ? "CNY" : code;
}

/// The currency in a header is not part of its name: "Amount (EUR)", "Amount in EUR", but "Paid in (EUR)".
std::string without_currency(std::string_view header, const std::string& code, bool bracketed)
{
    std::string kept, last;
    const auto put = [&](std::string_view token) { kept.append(kept.empty() ? "" : " ").append(token); };
    for (std::size_t from = 0; from < header.size();) {
        const auto end = std::min(header.find(' ', from), header.size());
        const auto token = std::string{header.substr(from, end - from)};
        from = end + 1;
        if (upper(token) == code) {
            if (last == "in" && (bracketed || kept.empty())) put("in");
            last.clear();
            continue;
        }
        if (last == "in") put(last);
        if (token != "in") put(token);
        last = token;
    }
    if (last == "in") put(last);
    return kept.empty() ? std::string{header} : kept;
}

}  // namespace

std::vector<RoleScore> roles_of_header(std::string_view cell)
{
    const auto& v = vocabulary();
    auto header = folded(cell);
    if (const auto plain = trimmed(cell); plain == "+/-" || plain == "-/+")
        return {{Role::direction, 0.9}, {Role::amount, 0.5}};
    if (const auto code = currency_in_header(cell); !code.empty() && header.size() > 4)
        header = without_currency(header, code, cell.find("(" + code) != std::string_view::npos);
    std::array<double, 32> best{};
    const auto put = [&](Role role, double score) {
        best[static_cast<std::size_t>(role)] = std::max(best[static_cast<std::size_t>(role)], score);
    };
    if (header.empty() || header.size() > 120) return {};
    if (const auto hit = v.headers.find(header); hit != v.headers.end()) {
        for (const auto& e : hit->second) put(e.role, e.weight);
    }
    else {
        for (const auto& e : v.header_list)
            if (const double m = partial_match(header, e.word); m > 0) put(e.role, e.weight * m);
        if (const auto which = composed_date(v, header); which.role != Role::none) {
            best[static_cast<std::size_t>(Role::date)] = 0;
            best[static_cast<std::size_t>(Role::date_posted)] = 0;
            best[static_cast<std::size_t>(Role::date_value)] = 0;
            for (const Role r : {Role::amount, Role::currency, Role::debit, Role::credit, Role::kind})
                best[static_cast<std::size_t>(r)] = std::min(best[static_cast<std::size_t>(r)], 0.35);
            put(which.role, which.score);
        }
        const bool money = std::max(best[static_cast<std::size_t>(Role::amount)],
                                    best[static_cast<std::size_t>(Role::amount_other)]) > 0.3;
        if (money && std::any_of(foreign_amount_stems().begin(), foreign_amount_stems().end(),
                                 [&](std::string_view stem) { return header.find(stem) != std::string::npos; })) {
            best[static_cast<std::size_t>(Role::amount)] = std::min(best[static_cast<std::size_t>(Role::amount)], 0.35);
            put(Role::amount_other, 0.8);
        }
    }
    // "Soll/Haben", "Accredito o addebito": one column for both ways, of words or of signed amounts.
    const auto at = [&](Role r) -> double& { return best[static_cast<std::size_t>(r)]; };
    if (!v.headers.contains(header) && at(Role::debit) >= 0.5 && at(Role::credit) >= 0.5) {
        put(Role::direction, 0.75), put(Role::amount, 0.6);
        at(Role::debit) = at(Role::credit) = 0.3;
    }
    std::vector<RoleScore> out;
    for (std::size_t i = 1; i < best.size(); ++i)
        if (best[i] > 0.3) out.push_back({static_cast<Role>(i), best[i]});
    std::stable_sort(out.begin(), out.end(), [](const RoleScore& a, const RoleScore& b) { return a.score > b.score; });
    return out;
}

namespace {

constexpr std::array<std::string_view, 26> role_names{
    "none",  "date",     "date_posted", "date_value", "date_other", "time",           "amount",  "amount_other",
    "debit", "credit",   "direction",   "balance",    "currency",   "currency_other", "fee",     "payee",
    "memo",  "category", "type",        "status",     "id",         "link",           "account", "counter_account",
    "other", ""};

int exact(const std::unordered_map<std::string, int>& map, std::string_view cell)
{
    if (cell.size() > 64) return -1;
    const auto hit = map.find(folded(cell));
    return hit == map.end() ? -1 : hit->second;
}

int text_sign(const std::vector<std::pair<std::string, int>>& words, std::string_view text)
{
    const auto t = folded(text.substr(0, 256));
    int sign = 0;
    std::size_t longest = 0;
    for (const auto& [word, meaning] : words)
        if (word.size() > longest && stands_in(t, word)) {
            sign = meaning;
            longest = word.size();
        }
    return sign;
}

}  // namespace

std::string_view name(Role role)
{
    return role_names[static_cast<std::size_t>(role)];
}

Role role_named(std::string_view text)
{
    for (std::size_t i = 0; i < role_names.size(); ++i)
        if (role_names[i] == text && !text.empty()) return static_cast<Role>(i);
    if (text == "kind") return Role::kind;
    return Role::none;
}

Side side_of(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s == "/") return Side::neutral;
    if (s == "+") return Side::in;
    if (s == "-") return Side::out;
    const int m = exact(vocabulary().sides, s);
    return m < 0 ? Side::none : static_cast<Side>(m);
}

Standing standing_of(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s.empty() || s.size() > 80) return Standing::unknown;
    const auto f = folded(s);
    const auto& v = vocabulary();
    if (const auto hit = v.standings.find(f); hit != v.standings.end()) return static_cast<Standing>(hit->second);
    for (const auto& [word, meaning] : v.standing_list)
        if (f.starts_with(word) && (f.size() == word.size() || !is_ascii(word) || f[word.size()] == ' '))
            return static_cast<Standing>(meaning);
    return Standing::unknown;
}

Label label_of(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s.empty() || s.size() > 120) return Label::none;
    const auto f = folded(s);
    const auto& v = vocabulary();
    if (const auto hit = v.labels.find(f); hit != v.labels.end()) return static_cast<Label>(hit->second);
    for (const auto& [word, meaning] : v.long_labels)
        if (f.starts_with(word) && (!is_ascii(word) || f[word.size()] == ' ') && f.size() <= word.size() + 24 &&
            static_cast<Label>(meaning) != Label::none)
            return static_cast<Label>(meaning);
    return Label::none;
}

int card_text_sign(std::string_view text)
{
    return text_sign(vocabulary().card_texts, text);
}
int plain_text_sign(std::string_view text)
{
    return text_sign(vocabulary().plain_texts, text);
}

bool names_credit_card(std::string_view text)
{
    const auto t = folded(text);
    return std::any_of(vocabulary().card_words.begin(), vocabulary().card_words.end(),
                       [&](const std::string& w) { return stands_in(t, w); });
}

bool speaks_of_card(std::string_view text)
{
    const auto t = folded(text);
    return names_credit_card(text) ||
           std::any_of(vocabulary().card_header_words.begin(), vocabulary().card_header_words.end(),
                       [&](const std::string& w) { return stands_in(t, w); });
}

bool counts_spending(std::string_view header)
{
    const auto t = folded(header);
    return std::any_of(vocabulary().spending_words.begin(), vocabulary().spending_words.end(),
                       [&](const std::string& w) { return t == w || (w.size() > 5 && stands_in(t, w)); });
}

unsigned month_named(std::string_view letters)
{
    if (letters.size() < 3 || letters.size() > 40) return 0;
    const int m = exact(vocabulary().months, letters);
    return m < 0 ? 0 : static_cast<unsigned>(m);
}

bool is_weekday(std::string_view letters)
{
    return exact(vocabulary().weekdays, letters) >= 0;
}

int known_words_in(std::string_view utf8)
{
    int n = 0;
    std::string cell;
    const auto count = [&] {
        if (!is_ascii(cell)) {
            const auto f = folded(trimmed(cell));
            const auto& v = vocabulary();
            // What is left of a wrongly decoded word, a letter or two, is no word.
            n += f.size() * 2 >= cell.size() && f.size() > 2 &&
                 (v.headers.contains(f) || v.sides.contains(f) || v.standings.contains(f) || v.labels.contains(f) ||
                  v.currencies.contains(f));
        }
        cell.clear();
    };
    for (const char c : utf8.substr(0, 1 << 14)) {
        if (c == ',' || c == ';' || c == '\t' || c == '|' || c == '\n' || c == '\r' || c == '"' || c == ':') count();
        else if (cell.size() < 100) cell += c;
    }
    count();
    return n;
}

bool known_currency(std::string_view code)
{
    return code.size() == 3 && currency_codes().find(code) != std::string_view::npos &&
           code.find(' ') == std::string_view::npos;
}

std::size_t currency_prefix(std::string_view s, std::string& code)
{
    if (const auto n = letters_at_start(s); n == 3 && known_currency(upper(s.substr(0, 3)))) {
        code = settled(upper(s.substr(0, 3)));
        return 3;
    }
    for (const auto& [sign, of] : vocabulary().signs)
        if (sign.size() <= s.size() && equal_lower(s.substr(0, sign.size()), sign)) {
            if (is_ascii(sign) && std::isalpha(static_cast<Byte>(sign.back())) != 0 && sign.size() < s.size() &&
                std::isalpha(static_cast<Byte>(s[sign.size()])) != 0)
                continue;
            if (!of.empty()) code = of;
            return sign.size();
        }
    return 0;
}

std::size_t currency_suffix(std::string_view s, std::string& code)
{
    if (s.size() >= 3 && known_currency(upper(s.substr(s.size() - 3))) &&
        (s.size() == 3 || std::isalpha(static_cast<Byte>(s[s.size() - 4])) == 0)) {
        code = settled(upper(s.substr(s.size() - 3)));
        return 3;
    }
    // "(CN)" and the like: a country behind the amount.
    if (s.size() > 4 && s.back() == ')') {
        const auto open = s.rfind('(');
        if (open != std::string_view::npos && open > 0 && s.size() - open <= 5 &&
            letters_at_start(s.substr(open + 1)) == s.size() - open - 2 && s.size() - open > 2)
            return s.size() - open;
    }
    for (const auto& [sign, of] : vocabulary().signs)
        if (sign.size() < s.size() && equal_lower(s.substr(s.size() - sign.size()), sign)) {
            if (is_ascii(sign) && std::isalpha(static_cast<Byte>(sign.front())) != 0 &&
                std::isalpha(static_cast<Byte>(s[s.size() - sign.size() - 1])) != 0)
                continue;
            if (!of.empty()) code = of;
            return sign.size();
        }
    return 0;
}

bool same_currency(std::string_view a, std::string_view b)
{
    return settled(std::string{a}) == settled(std::string{b});
}

std::string currency_named(std::string_view cell)
{
    const auto s = trimmed(cell);
    if (s.empty() || s.size() > 40) return {};
    const bool one_case =
        upper(s) == s || std::none_of(s.begin(), s.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (one_case && known_currency(upper(s))) return settled(upper(s));  // "BOB", "bob", but not the name "Bob"
    for (const auto& [sign, of] : vocabulary().signs)
        if (equal_lower(s, sign)) return of;
    return {};
}

std::string currency_in_header(std::string_view cell)
{
    const auto s = trimmed(cell);
    // A code of three capitals, standing alone: "(EUR)", "in CHF", "SALDO CHF".
    for (std::size_t i = 0; i + 3 <= s.size(); ++i) {
        if (i > 0 && std::isalnum(static_cast<Byte>(s[i - 1])) != 0) continue;
        if (i + 3 < s.size() && std::isalnum(static_cast<Byte>(s[i + 3])) != 0) continue;
        if (known_currency(s.substr(i, 3)) && s.size() > 3 && s.substr(i, 3) != "ALL" && s.substr(i, 3) != "TOP")
            return settled(std::string{s.substr(i, 3)});
    }
    for (const auto& [sign, code] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"\xE2\x82\xAC", "EUR"},
             {"\xC2\xA3", "GBP"},
             {"R$", "BRL"},
             {"\xE4\xBA\xBA\xE6\xB0\x91\xE5\xB8\x81", "CNY"},
             {"\xE2\x82\xBD", "RUB"},
             {"\xE2\x82\xB4", "UAH"},
             {"\xE2\x82\xB9", "INR"}})
        if (s.find(sign) != std::string_view::npos && s.size() > sign.size()) return std::string{code};
    return {};
}

namespace {

struct SideMark {
    std::string_view text;
    int side;
};
constexpr std::array side_marks{SideMark{"\xE6\x94\xAF\xE5\x87\xBA", -1},
                                SideMark{"\xE6\x94\xB6\xE5\x85\xA5", 1},  // 支出, 收入
                                SideMark{"\xE5\x80\x9F", -1},
                                SideMark{"\xE8\xB4\xB7", 1},
                                SideMark{"\xE8\xB2\xB8", 1},
                                SideMark{"haben", 1},
                                SideMark{"soll", -1},
                                SideMark{"credit", 1},
                                SideMark{"debit", -1},
                                SideMark{"cr.", 1},
                                SideMark{"dr.", -1},
                                SideMark{"cr", 1},
                                SideMark{"dr", -1},
                                SideMark{"db", -1},
                                SideMark{"k", 1},
                                SideMark{"h", 1},
                                SideMark{"s", -1},
                                SideMark{"c", 1},
                                SideMark{"d", -1}};

}  // namespace

std::size_t side_prefix(std::string_view s, int& side)
{
    for (const auto& m : side_marks)
        if (m.text.size() < s.size() && equal_lower(s.substr(0, m.text.size()), m.text) &&
            !(m.text.size() == 1 && s[1] != ' ')) {
            if (is_ascii(m.text) && std::isalpha(static_cast<Byte>(s[m.text.size()])) != 0) continue;
            side = m.side;
            return m.text.size();
        }
    return 0;
}

std::size_t side_suffix(std::string_view s, int& side)
{
    for (const auto& m : side_marks)
        if (m.text.size() < s.size() && equal_lower(s.substr(s.size() - m.text.size()), m.text)) {
            if (is_ascii(m.text) && std::isalpha(static_cast<Byte>(s[s.size() - m.text.size() - 1])) != 0) continue;
            side = m.side;
            return m.text.size();
        }
    return 0;
}

}  // namespace ledger
