#include "ledger/import/drafts/payee.hpp"

#include <algorithm>
#include <array>

#include "ledger/import/text/folding.hpp"

namespace ledger {

namespace {

using std::string_view;

/// What stands before the payee, letter case aside; the longest that fits is taken off, again and again.
constexpr auto openings = std::to_array<string_view>({"pos purchase",
                                                      "pos debit",
                                                      "pos transaction",
                                                      "pos ",
                                                      "debit card purchase",
                                                      "card purchase",
                                                      "purchase authorized on",
                                                      "checkcard",
                                                      "check card purchase",
                                                      "card payment to",
                                                      "card payment",
                                                      "visa purchase",
                                                      "visa debit",
                                                      "contactless",
                                                      "recurring payment",
                                                      "recurring card purchase",
                                                      "direct debit to",
                                                      "direct debit",
                                                      "purchase",
                                                      "payment to",
                                                      "kartenzahlung",
                                                      "kartenzahlungen",
                                                      "sepa-lastschrift",
                                                      "sepa lastschrift",
                                                      "lastschrift",
                                                      "lastschrift einzug",
                                                      "girocard",
                                                      "ec-kartenzahlung",
                                                      "debitkarte",
                                                      "einkauf",
                                                      "paiement par carte",
                                                      "paiement cb",
                                                      "achat cb",
                                                      "carte x",
                                                      "cb ",
                                                      "prlv sepa",
                                                      "prelevement",
                                                      "pago con tarjeta",
                                                      "compra tarjeta",
                                                      "compra con tarjeta",
                                                      "compra ",
                                                      "pagamento pos",
                                                      "pagamento carta",
                                                      "acquisto",
                                                      "betaalautomaat",
                                                      "bea, betaalpas",
                                                      "bea ",
                                                      "kortköp",
                                                      "kortkøp",
                                                      "kortkøb",
                                                      "varekjøp",
                                                      "card transaction",
                                                      "sq *",
                                                      "sq*",
                                                      "sumup *",
                                                      "sumup*",
                                                      "tst*",
                                                      "tst* ",
                                                      "zettle_*",
                                                      "izettle*",
                                                      "iz *",
                                                      "pp*",
                                                      "paypal *",
                                                      "paypal*",
                                                      "sp * ",
                                                      "sp *",
                                                      "sp ",
                                                      "gocardless "});

/// The same in Chinese and Japanese: the wallet or the way of paying stands before the shop, parted by a dash.
constexpr auto cjk_openings = std::to_array<string_view>(
    {"支付宝-",   "支付寶-",   "财付通-",       "財付通-", "微信支付-",     "微信-",       "银联-",     "快捷支付-",
     "快捷支付",  "网上支付-", "网上快捷支付-", "消费-",   "消费 ",         "跨行消费-",   "pos消费-",  "pos消费 ",
     "美团支付-", "京东支付-", "云闪付-",       "扫码付-", "扫二维码付款-", "一网通支付-", "抖音支付-", "ご利用 "});

/// Legal forms and countries as last words say nothing about a payee.
constexpr auto countries = std::to_array<string_view>(
    {"gb",  "gbr", "uk",  "us",  "usa", "de",  "deu", "fr",  "fra", "es",  "esp", "it",  "ita", "nl",  "nld",
     "be",  "bel", "at",  "aut", "ch",  "che", "ie",  "irl", "pt",  "prt", "se",  "swe", "no",  "nor", "dk",
     "dnk", "fi",  "fin", "pl",  "pol", "cz",  "cze", "lu",  "lux", "ca",  "can", "au",  "aus", "nz",  "nzl",
     "sg",  "sgp", "hk",  "hkg", "cn",  "chn", "tw",  "twn", "jp",  "jpn", "in",  "ind", "br",  "mx",  "mex"});
constexpr auto states = std::to_array<string_view>(
    {"al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky",
     "la", "me", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd",
     "oh", "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy", "dc"});
constexpr auto cities = std::to_array<string_view>(
    {"london",    "manchester", "birmingham", "leeds",       "glasgow",   "edinburgh",  "bristol",   "liverpool",
     "dublin",    "berlin",     "hamburg",    "münchen",     "muenchen",  "munich",     "köln",      "koeln",
     "frankfurt", "stuttgart",  "düsseldorf", "duesseldorf", "leipzig",   "dresden",    "wien",      "vienna",
     "graz",      "zürich",     "zuerich",    "zurich",      "bern",      "basel",      "geneve",    "paris",
     "lyon",      "marseille",  "toulouse",   "lille",       "bordeaux",  "madrid",     "barcelona", "valencia",
     "sevilla",   "lisboa",     "porto",      "roma",        "milano",    "torino",     "napoli",    "amsterdam",
     "rotterdam", "utrecht",    "bruxelles",  "brussels",    "antwerpen", "copenhagen", "stockholm", "oslo",
     "helsinki",  "warszawa",   "krakow",     "praha",       "budapest",  "chicago",    "seattle",   "boston",
     "toronto",   "sydney",     "melbourne",  "singapore",   "kowloon",   "taipei"});
/// First words of names of places in two words: "NEW YORK", "SAN JOSE".
constexpr auto place_starts = std::to_array<string_view>({"new", "san", "los", "las", "santa", "saint", "st", "fort",
                                                          "el", "salt", "bad", "hong", "kuala", "cape", "tel", "palo"});

template <std::size_t N>
bool among(const std::array<string_view, N>& words, string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

std::string lower(string_view s)
{
    std::string out{s};
    for (auto& c : out)
        if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return out;
}

string_view without_padding(string_view s)
{
    constexpr string_view padding = " \t\r\n-*/,;:.#_|";
    const auto first = s.find_first_not_of(" \t\r\n-*/,;:#_|");
    if (first == string_view::npos) return {};
    return s.substr(first, s.find_last_not_of(padding) - first + 1);
}

/// The text after what the bank wrote before it; as it is when nothing else would be left.
string_view without_openings(string_view text)
{
    for (bool found = true; found;) {
        found = false;
        const auto low = lower(text);
        std::size_t longest = 0;
        const auto look = [&](string_view opening) {
            if (low.starts_with(opening) && opening.size() > longest && opening.size() < text.size())
                longest = opening.size();
        };
        for (const auto opening : openings)
            if (!is_letter(opening.back()) || opening.size() >= text.size() || !is_letter(text[opening.size()]))
                look(opening);
        for (const auto opening : cjk_openings) look(opening);
        if (longest == 0) break;
        const auto rest = without_padding(text.substr(longest));
        if (std::count_if(rest.begin(), rest.end(), is_letter) < 2) break;
        text = rest;
        found = true;
    }
    return text;
}

/// Numbers of cards and terminals, dates, times, masks: words in which digits or stars do the talking.
/// `loud`: the text is all in capitals, as terminals print; then four digits are a branch and no part of a name.
bool is_number(string_view word, bool loud)
{
    std::size_t digits = 0, stars = 0, letters = 0, marks = 0;
    for (const char c : word) {
        digits += is_digit(c);
        stars += c == '*' || c == 'X' || c == 'x';
        letters += is_letter(c);
        marks += c == '.' || c == '/' || c == '-' || c == ':';
    }
    if (stars >= 3 && digits > 0 && letters <= stars) return true;       // ****1234, XXXX1234
    if (word.front() == '#' && digits > 0 && letters <= 1) return true;  // #0123
    if (digits >= 4 && marks >= 2 && letters <= 2) return true;          // 2024-03-01, 12:30:00, 2024-03-01T12:30
    if (digits >= 3 && marks >= 1 && letters == 0) return true;          // 12/03, 12:30, 000-123
    if (digits >= 5 && letters <= 3) return true;                        // 5+ digits, T123456, 75001
    if (loud && digits >= 4 && letters == 0) return true;                // 4402
    return digits >= 4 && letters <= 2 && (word.front() == '0' || letters > 0);  // 0042, S1234
}

/// "//BERLIN/DE", "\\London\GB": from here on it is a place.
std::size_t place_mark(string_view text)
{
    for (const string_view mark : {"//", "\\\\", "\\"})
        if (const auto at = text.find(mark); at != string_view::npos && at >= 3) return at;
    return text.size();
}

/// "星巴克（上海南京路店）", "Rossmann (Filiale 12)": what stands in brackets at the end is a branch or a place.
string_view without_branch(string_view text)
{
    const struct {
        string_view open, close;
    } pairs[] = {{"(", ")"}, {"（", "）"}, {"【", "】"}, {"[", "]"}};
    for (const auto& [open, close] : pairs) {
        if (!text.ends_with(close)) continue;
        const auto at = text.rfind(open);
        if (at == string_view::npos || at < 3) continue;
        const auto rest = without_padding(text.substr(0, at));
        if (rest.size() >= 3) return rest;
    }
    return text;
}

/// Names of places at the end: a country or state with the word before it, or a city that is known.
void drop_place(std::vector<string_view>& words)
{
    if (words.size() < 2) return;
    const auto last = lower(words.back());
    const bool capital = std::all_of(words.back().begin(), words.back().end(), is_upper);
    const auto drop_city = [&] {
        if (words.size() < 2) return;
        words.pop_back();
        if (words.size() > 1 && among(place_starts, lower(words.back()))) words.pop_back();
    };
    if (capital && (among(countries, last) || among(states, last))) {
        words.pop_back();
        if (words.size() > 1 && among(states, lower(words.back())) &&
            std::all_of(words.back().begin(), words.back().end(), is_upper))
            words.pop_back();  // NY US
        const auto city = lower(words.back());
        const bool in_capitals =
            std::all_of(words.back().begin(), words.back().end(), is_upper) && words.back().size() >= 3;
        if (words.size() > 1 && (among(cities, city) || (in_capitals && words.size() > 2))) drop_city();
    }
    else if (among(cities, last)) {
        drop_city();
    }
}

}  // namespace

std::string clean_payee(string_view text)
{
    auto rest = without_padding(text);
    if (rest.empty()) return std::string{text};
    rest = without_openings(rest);
    rest = rest.substr(0, place_mark(rest));
    rest = without_branch(rest);
    std::vector<string_view> words;
    const bool loud = std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    for (std::size_t at = 0; at < rest.size();) {
        const auto end = std::min(rest.find_first_of(" \t\r\n", at), rest.size());
        const auto word = rest.substr(at, end - at);
        at = end + 1;
        if (!word.empty() && (!is_number(word, loud) || (words.empty() && at >= rest.size()))) words.push_back(word);
    }
    drop_place(words);
    std::string out;
    for (const auto word : words) out += (out.empty() ? "" : " ") + std::string{word};
    const auto shown = without_padding(out);
    const bool says_something = std::any_of(shown.begin(), shown.end(), is_letter);
    return says_something ? std::string{shown} : std::string{without_padding(text)};
}

namespace {

/// Words that every payee may have, so that they tell nothing.
constexpr auto plain_words = std::to_array<string_view>(
    {"the",  "and",        "und",   "de",     "la",      "le",     "du",    "des",     "der",     "die",      "das",
     "von",  "vom",        "am",    "im",     "el",      "los",    "di",    "van",     "het",     "for",      "to",
     "of",   "at",         "gmbh",  "kg",     "ag",      "ohg",    "ltd",   "limited", "inc",     "llc",      "plc",
     "co",   "corp",       "sa",    "sas",    "sarl",    "srl",    "spa",   "bv",      "nv",      "ab",       "as",
     "oy",   "ek",         "se",    "cie",    "company", "card",   "karte", "carte",   "payment", "purchase", "pos",
     "visa", "mastercard", "debit", "credit", "ref",     "www",    "com",   "net",     "org",     "eur",      "usd",
     "gbp",  "cny",        "rmb",   "store",  "shop",    "online", "sagt",  "danke"});
constexpr auto plain_cjk = std::to_array<string_view>({"有限公司", "有限责任公司", "股份有限公司", "科技", "网络",
                                                       "商贸", "分公司", "股份", "株式会社", "公司", "中国", "集团"});

bool wide(string_view letter)
{
    return letter.size() >= 3;
}  // from U+0800 on: scripts that do not part words, and a few that do

/// The letter of UTF-8 that begins at `at`.
string_view letter_at(string_view s, std::size_t at)
{
    const auto c = static_cast<unsigned char>(s[at]);
    const std::size_t size = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    return s.substr(at, std::min(size, s.size() - at));
}

}  // namespace

std::string payee_key(string_view payee)
{
    std::string out, word;
    const auto flush = [&] {
        if (!word.empty() && (out.empty() || !among(plain_words, word))) out += (out.empty() ? "" : " ") + word;
        word.clear();
    };
    for (const char c : folded(payee)) {
        if (c == ' ') flush();
        else if (!is_digit(c)) word += c;
    }
    flush();
    return out.empty() ? folded(payee) : out;
}

std::vector<std::string> telling_words(string_view text)
{
    std::vector<std::string> out;
    auto rest = folded(text);
    for (const auto plain : plain_cjk)
        for (auto at = rest.find(plain); at != std::string::npos; at = rest.find(plain))
            rest.replace(at, plain.size(), " ");
    std::string word, before;
    const auto flush = [&] {
        const bool counts = std::any_of(word.begin(), word.end(), is_digit);
        if (word.size() >= 3 && !counts && !among(plain_words, word)) out.push_back(word);
        word.clear();
    };
    for (std::size_t at = 0; at < rest.size();) {
        const auto letter = letter_at(rest, at);
        at += letter.size();
        if (wide(letter)) {
            flush();
            if (!before.empty()) out.push_back(before + std::string{letter});
            before = letter;
            continue;
        }
        before.clear();
        if (letter == " ") flush();
        else word += letter;
    }
    flush();
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace ledger
