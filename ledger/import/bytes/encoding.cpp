#include "ledger/import/bytes/encoding.hpp"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "ledger/import/words/words.hpp"

namespace ledger {

namespace {

using Byte = unsigned char;

/// An encoding that statements come in, and what its ordinary text is made of.
struct Candidate {
    const char* name;
    bool multibyte;
    double prior;  ///< how willing we are to take it when the text says little
};

/// The order breaks ties: what banks use most comes first.
constexpr std::array candidates{
    Candidate{"GB18030", true, 0.30},       Candidate{"Shift_JIS", true, 0.25},
    Candidate{"Big5", true, 0.25},          Candidate{"EUC-KR", true, 0.15},
    Candidate{"EUC-JP", true, 0.10},        Candidate{"windows-1252", false, 0.30},
    Candidate{"windows-1250", false, 0.10}, Candidate{"windows-1251", false, 0.15},
    Candidate{"windows-1257", false, 0.05}, Candidate{"windows-1254", false, 0.05},
    Candidate{"windows-1253", false, 0.05}, Candidate{"windows-1255", false, 0.05},
    Candidate{"windows-1256", false, 0.02}, Candidate{"windows-874", false, 0.02},
    Candidate{"KOI8-R", false, 0.02},       Candidate{"ISO-8859-2", false, 0.04},
    Candidate{"ISO-8859-15", false, 0.04},  Candidate{"IBM850", false, 0.01},
    Candidate{"IBM852", false, 0.01},       Candidate{"IBM866", false, 0.01},
    Candidate{"macintosh", false, 0.01},
};

std::size_t utf8_length(Byte lead)
{
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    return lead < 0xF5 ? 4 : 0;
}

/// Length of the well-formed sequence at `i`, 0 where there is none.
std::size_t sequence(std::string_view s, std::size_t i)
{
    const auto at = [&](std::size_t k) { return static_cast<Byte>(s[k]); };
    const auto n = utf8_length(at(i));
    if (n == 0 || i + n > s.size()) return 0;
    for (std::size_t k = 1; k < n; ++k)
        if ((at(i + k) & 0xC0) != 0x80) return 0;
    if (n == 3 && ((at(i) == 0xE0 && at(i + 1) < 0xA0) || (at(i) == 0xED && at(i + 1) >= 0xA0))) return 0;
    if (n == 4 && ((at(i) == 0xF0 && at(i + 1) < 0x90) || (at(i) == 0xF4 && at(i + 1) >= 0x90))) return 0;
    return n;
}

/// How many bytes above ASCII, and how many of them are part of no sequence.
struct Utf8Census {
    std::size_t high = 0, bad = 0;
};

Utf8Census census(std::string_view s)
{
    Utf8Census c;
    for (std::size_t i = 0; i < s.size();) {
        if (static_cast<Byte>(s[i]) < 0x80) {
            ++i;
            continue;
        }
        const auto n = sequence(s, i);
        c.high += std::max<std::size_t>(n, 1);
        c.bad += n == 0;
        i += std::max<std::size_t>(n, 1);
    }
    return c;
}

std::string repaired_utf8(std::string_view s)
{
    std::string out;
    out.reserve(s.size());
    for (std::size_t i = 0; i < s.size();) {
        const auto n = sequence(s, i);
        if (n == 0) {
            out += "\xEF\xBF\xBD";
            ++i;
        }
        else {
            out.append(s, i, n);
            i += n;
        }
    }
    return out;
}

/// UTF-16 without a mark: nearly every second byte is 0, always on the same side.
const char* bare_utf16(std::string_view s)
{
    const auto n = std::min<std::size_t>(s.size() & ~std::size_t{1}, 4096);
    if (n < 8) return nullptr;
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < n; i += 2) {
        even += s[i] == 0;
        odd += s[i + 1] == 0;
    }
    if (odd > n / 5 && even < n / 50) return "UTF-16LE";
    if (even > n / 5 && odd < n / 50) return "UTF-16BE";
    return nullptr;
}

bool binary(std::string_view s)
{
    const auto n = std::min<std::size_t>(s.size(), 1 << 16);
    std::size_t control = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const auto c = static_cast<Byte>(s[i]);
        control += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A;
    }
    return control * 20 > n;
}

/// The lines that hold bytes above ASCII, up to `limit`: all that speaks about the encoding, and the header among them.
std::string telling_lines(std::string_view s, std::size_t limit)
{
    std::string out;
    for (std::size_t from = 0; from < s.size() && out.size() < limit;) {
        const auto end = std::min(s.find('\n', from), s.size());
        const auto line = s.substr(from, std::min(end - from, limit));
        if (std::any_of(line.begin(), line.end(), [](char c) { return static_cast<Byte>(c) >= 0x80; }))
            out.append(line).push_back('\n');
        from = end + 1;
    }
    return out;
}

/// Of the characters above ASCII: the share that ordinary text in this encoding is made of, minus what it never holds.
double plausibility(std::string_view raw, std::string_view utf8, const Candidate& c);

bool between(Byte b, Byte least, Byte most)
{
    return b >= least && b <= most;
}

// How common a character of two bytes is in texts of its encoding, about 1 for the commonest; less than 0 for what
// hardly stands anywhere.

double common_in_shift_jis(Byte a, Byte b)
{
    if ((a == 0x82 || a == 0x83) && b >= 0x40) return 1.0;  // kana
    if (a == 0x81) return 0.6;                              // signs
    if (between(a, 0x88, 0x97)) return 0.9;                 // its first level
    return between(a, 0x98, 0x9F) ? 0.4 : -0.2;
}

double common_in_big5(Byte a, Byte b)
{
    if (between(a, 0xA4, 0xC6)) return b >= 0x40 ? 0.9 : 0;
    if (between(a, 0xA1, 0xA3)) return 0.5;
    return between(a, 0xC9, 0xF9) ? 0.2 : -0.5;
}

double common_in_euc_kr(Byte a, Byte b)
{
    if (between(a, 0xB0, 0xC8) && b >= 0xA1) return 0.85;
    return between(a, 0xA1, 0xAC) && b >= 0xA1 ? 0.4 : -0.3;
}

double common_in_euc_jp(Byte a, Byte b)
{
    if (a == 0xA4 || a == 0xA5) return 1.0;
    if (between(a, 0xB0, 0xCF) && b >= 0xA1) return 0.75;
    return a == 0xA1 ? 0.5 : -0.2;
}

/// Its first level holds the common characters.
double common_in_gb18030(Byte a, Byte b)
{
    if (b < 0xA1) return -0.2;
    if (between(a, 0xB0, 0xD7)) return 0.95;
    if (between(a, 0xA1, 0xA3)) return 0.7;
    return between(a, 0xD8, 0xF7) ? 0.3 : -0.2;
}

double plausible_multibyte(std::string_view raw, const std::string& name)
{
    auto common = common_in_gb18030;
    if (name == "Shift_JIS") common = common_in_shift_jis;
    else if (name == "Big5") common = common_in_big5;
    else if (name == "EUC-KR") common = common_in_euc_kr;
    else if (name == "EUC-JP") common = common_in_euc_jp;
    double good = 0, all = 0;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const auto a = static_cast<Byte>(raw[i]);
        if (a < 0x80) continue;
        all += 1;
        if (name == "Shift_JIS" && between(a, 0xA1, 0xDF)) {  // half-width kana, of one byte
            good += 0.6;
            continue;
        }
        good += common(a, i + 1 < raw.size() ? static_cast<Byte>(raw[i + 1]) : Byte{0});
        ++i;
    }
    return all == 0 ? 0 : good / all;
}

bool ascii_letter(char c)
{
    return std::isalpha(static_cast<Byte>(c)) != 0;
}

/// One-byte encodings: a character above ASCII should be a letter, and stand among letters of its own script.
double plausible_single(std::string_view utf8, const std::string& name)
{
    const bool latin = name == "windows-1252" || name == "windows-1250" || name == "windows-1257" ||
                       name == "windows-1254" || name.starts_with("ISO-8859") || name == "IBM850" || name == "IBM852" ||
                       name == "macintosh";
    double good = 0, all = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto n = std::max<std::size_t>(sequence(utf8, i), 1);
        if (n == 1) {
            ++i;
            continue;
        }
        const auto lead = static_cast<Byte>(utf8[i]);
        const auto next = static_cast<Byte>(utf8[i + 1]);
        const bool after_letter = i > 0 && ascii_letter(utf8[i - 1]);
        const bool before_letter = i + n < utf8.size() && ascii_letter(utf8[i + n]);
        const bool before_high = i + n < utf8.size() && static_cast<Byte>(utf8[i + n]) >= 0xC3;
        all += 1;
        // Blanks that do not break, dashes, quotes, the euro: at home in any text. Frames and blocks are not.
        const auto third = n == 3 ? static_cast<Byte>(utf8[i + 2]) : Byte{0};
        const bool everywhere =
            (lead == 0xC2 && next == 0xA0) ||
            (lead == 0xE2 && (next == 0x80 || (next == 0x82 && third == 0xAC) || next == 0x84 || next == 0x88));
        if (everywhere) {
            good += 0.5;
            i += n;
            continue;
        }
        const bool latin_letter = (lead == 0xC3 && next != 0x97 && next != 0xB7) || lead == 0xC4 || lead == 0xC5 ||
                                  (lead == 0xC8 && next >= 0x98);
        if (latin) {
            if (latin_letter && (after_letter || before_letter)) good += 1.0;
            else if (latin_letter) good += before_high ? 0.1 : 0.4;
            else good += lead == 0xC2 && (next == 0xA3 || next == 0xA7 || next == 0xB0 || next == 0xB4) ? 0.5 : -0.5;
            // A capital in the middle of a word is a sign of the wrong code page.
            const bool capital = lead == 0xC3 ? next < 0xA0 : false;
            if (capital && i > 0 && std::islower(static_cast<Byte>(utf8[i - 1])) != 0) good -= 0.8;
        }
        else {
            const bool own = lead == 0xD0 || lead == 0xD1 || lead == 0xCE || lead == 0xCF || lead == 0xD7 ||
                             lead == 0xD8 || lead == 0xD9 || (lead == 0xE0 && name == "windows-874");
            const bool among_latin = after_letter || before_letter;
            if (!own) good -= 0.5;
            else good += among_latin ? 0.2 : 0.9;
        }
        i += n;
    }
    return all == 0 ? 0 : good / all;
}

double plausibility(std::string_view raw, std::string_view utf8, const Candidate& c)
{
    std::size_t lost = 0, high = 0;
    for (std::size_t i = 0; i + 2 < utf8.size(); ++i) lost += utf8.substr(i, 3) == "\xEF\xBF\xBD";
    for (const char ch : raw) high += static_cast<Byte>(ch) >= 0x80;
    const double damage = high == 0 ? 0 : static_cast<double>(lost) / static_cast<double>(high);
    return (c.multibyte ? plausible_multibyte(raw, c.name) : plausible_single(utf8, c.name)) - 6 * damage;
}

std::string detector_says(std::string_view bytes)
{
    const std::unique_ptr<uchardet, void (*)(uchardet*)> detector{uchardet_new(), uchardet_delete};
    if (uchardet_handle_data(detector.get(), bytes.data(), std::min<std::size_t>(bytes.size(), 1 << 18)) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

bool same_name(const std::string& detected, const std::string& ours)
{
    const auto upper = [](std::string s) {
        for (auto& c : s) c = static_cast<char>(std::toupper(static_cast<Byte>(c)));
        return s;
    };
    const auto d = upper(detected), o = upper(ours);
    return d == o || (o == "EUC-KR" && d == "UHC") || (o == "WINDOWS-1252" && d == "ISO-8859-1") ||
           (o == "SHIFT_JIS" && d == "CP932") || (o == "BIG5" && d == "CP950");
}

Decoded best_guess(std::string_view bytes)
{
    const auto lines = telling_lines(bytes, 1 << 15);
    const auto detected = detector_says(bytes);
    const Candidate* best = nullptr;
    double best_score = -1e9, second = -1e9;
    for (const auto& c : candidates) {
        const auto text = convert(lines, c.name);
        if (!text) continue;
        const double score = plausibility(lines, *text, c) + c.prior * 0.5 +
                             (same_name(detected, c.name) ? 0.35 : 0.0) + std::min(1.2, 0.3 * known_words_in(*text));
        if (score > best_score) {
            second = best_score;
            best_score = score;
            best = &c;
        }
        else {
            second = std::max(second, score);
        }
    }
    const std::string name = best ? best->name : "windows-1252";
    auto text = convert(bytes, name);
    return {text ? std::move(*text) : repaired_utf8(bytes), name, std::clamp(0.5 + (best_score - second), 0.3, 0.99)};
}

}  // namespace

bool valid_utf8(std::string_view s)
{
    return census(s).bad == 0;
}

namespace {

/// ICU's Shift_JIS turns the backslash into a yen sign; banks mean Windows' own (code page 932), which keeps it.
std::string icu_name(const std::string& encoding)
{
    if (encoding == "Shift_JIS" || encoding == "cp932") return "ibm-943_P15A-2003";
    return encoding == "EUC-KR" ? "windows-949-2000" : encoding;
}

std::optional<std::string> recode(std::string_view bytes, const std::string& source_name,
                                  const std::string& target_name)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> from{ucnv_open(icu_name(source_name).c_str(), &status),
                                                                  ucnv_close};
    const std::unique_ptr<UConverter, void (*)(UConverter*)> to{ucnv_open(icu_name(target_name).c_str(), &status),
                                                                ucnv_close};
    if (U_FAILURE(status)) return std::nullopt;
    std::string out;
    std::array<UChar, 4096> pivot{};
    std::array<char, 16384> piece{};
    UChar *pivot_from = pivot.data(), *pivot_to = pivot.data();
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    out.reserve(bytes.size() + bytes.size() / 4);
    for (bool first = true;; first = false) {
        char* target = piece.data();
        status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, end, pivot.data(),
                       &pivot_from, &pivot_to, pivot.data() + pivot.size(), first, true, &status);
        out.append(piece.data(), static_cast<std::size_t>(target - piece.data()));
        if (status != U_BUFFER_OVERFLOW_ERROR) break;
    }
    if (U_FAILURE(status) && status != U_TRUNCATED_CHAR_FOUND) return std::nullopt;
    return out;
}

}  // namespace

std::optional<std::string> convert(std::string_view bytes, const std::string& encoding)
{
    auto out = recode(bytes, encoding, "UTF-8");
    if (out && out->starts_with("\xEF\xBB\xBF")) out->erase(0, 3);
    return out;
}

std::string encode(std::string_view utf8, const std::string& encoding)
{
    return recode(utf8, "UTF-8", encoding).value_or(std::string{utf8});
}

Result<Decoded> decode(std::string_view bytes, const std::optional<std::string>& forced)
{
    if (forced && !forced->empty()) {
        auto text = convert(bytes, *forced);
        if (!text) return Problem{Trouble::unreadable_encoding, "encoding", *forced};
        return Decoded{std::move(*text), *forced, 1};
    }
    const auto marked = [&](const char* name) -> Result<Decoded> {
        return Decoded{convert(bytes, name).value_or(std::string{}), name, 1};
    };
    if (bytes.starts_with("\xFF\xFE")) return marked("UTF-16LE");
    if (bytes.starts_with("\xFE\xFF")) return marked("UTF-16BE");
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const char* wide = bare_utf16(bytes)) return marked(wide);
    if (binary(bytes)) return Problem{Trouble::not_text};
    const auto count = census(bytes);
    if (count.bad == 0) return Decoded{std::string{bytes}, "UTF-8", 1};
    if (count.bad * 12 < count.high) return Decoded{repaired_utf8(bytes), "UTF-8", 0.8};  // damaged, but nothing else
    return best_guess(bytes);
}

std::optional<std::string_view> plain_utf8(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return std::nullopt;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bare_utf16(bytes) || binary(bytes) || !valid_utf8(bytes)) return std::nullopt;
    return bytes;
}

}  // namespace ledger
