#include "ledger/values/folding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "ledger/values/text.hpp"

namespace ledger {

namespace {

using Byte = unsigned char;

void squeeze(std::string& out, char c)
{
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
}

/// Letters and digits in lower case, everything else a blank.
constexpr std::array<char, 128> plain_letters = [] {
    std::array<char, 128> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        const char c = static_cast<char>(i);
        out[i] = ' ';
        if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out[i] = c;
    }
    return out;
}();

std::string fold_ascii(std::string_view s)
{
    std::string out(s.size(), ' ');
    std::size_t n = 0;
    for (const char c : s) {
        const char plain = plain_letters[static_cast<Byte>(c) & 0x7F];
        if (plain != ' ' || (n > 0 && out[n - 1] != ' ')) out[n++] = plain;
    }
    while (n > 0 && out[n - 1] == ' ') --n;
    out.resize(n);
    return out;
}

/// Latin letters inside Cyrillic words ("Cума", "Дата i час"), as some exports have them, become the letters they look
/// like.
void use_own_script(icu::UnicodeString& s)
{
    static constexpr std::array<std::pair<UChar, UChar>, 11> twins{{{'a', 0x430},
                                                                    {'c', 0x441},
                                                                    {'e', 0x435},
                                                                    {'i', 0x456},
                                                                    {'k', 0x43A},
                                                                    {'m', 0x43C},
                                                                    {'h', 0x43D},
                                                                    {'o', 0x43E},
                                                                    {'p', 0x440},
                                                                    {'t', 0x442},
                                                                    {'x', 0x445}}};
    bool cyrillic = false;
    for (int32_t i = 0; i < s.length(); ++i) cyrillic = cyrillic || (s[i] >= 0x400 && s[i] < 0x500);
    if (!cyrillic) return;
    for (int32_t from = 0; from < s.length();) {
        auto end = s.indexOf(UChar{' '}, from);
        if (end < 0) end = s.length();
        bool own = end - from == 1;
        for (auto i = from; i < end; ++i) own = own || s[i] >= 0x400;
        for (auto i = from; own && i < end; ++i)
            for (const auto& [latin, twin] : twins)
                if (s[i] == latin) s.setCharAt(i, twin);
        from = end + 1;
    }
}

/// Letters, digits, and what scripts that do not part words are made of; their blanks and full stops part words.
bool stays(UChar32 c)
{
    const bool part = (c >= 0x3000 && c <= 0x3002) || (c >= 0xFF00 && c < 0xFF10);
    return !part && (u_isalnum(c) || c >= 0x2E80 || (c >= 0x0E00 && c < 0x0E80));
}

std::string fold_unicode(std::string_view s)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* decompose = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) return std::string{s};
    const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece{s.data(), static_cast<int32_t>(s.size())});
    const auto flat = decompose->normalize(casefold->normalize(wide, status), status);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < flat.length();) {
        const UChar32 c = flat.char32At(i);
        i += U16_LENGTH(c);
        if (u_charType(c) == U_NON_SPACING_MARK && !(c >= 0x0E00 && c < 0x0E80)) continue;
        if (c == 0x142) kept.append(UChar32{'l'});       // ł
        else if (c == 0x111) kept.append(UChar32{'d'});  // đ
        else if (c == 0xF8) kept.append(UChar32{'o'});   // ø
        else if (c == 0xF0) kept.append(UChar32{'d'});   // ð
        else if (c == 0xFE) kept.append(UChar32{'t'}).append(UChar32{'h'});
        else if (c == 0x131) kept.append(UChar32{'i'});  // ı
        else if (c == 0xE6) kept.append(UChar32{'a'}).append(UChar32{'e'});
        else kept.append(stays(c) ? c : UChar32{' '});
    }
    use_own_script(kept);
    std::string utf8;
    kept.toUTF8String(utf8);
    std::string out;
    for (const char c : utf8) squeeze(out, c);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace

std::string folded(std::string_view s)
{
    return is_ascii(s) ? fold_ascii(s) : fold_unicode(s);
}

bool has_other_digits(std::string_view s)
{
    return s.find_first_of("\xEF\xD9\xDB\xE0") != std::string_view::npos;
}

std::string narrow_digits(std::string_view s)
{
    std::string out;
    out.reserve(s.size());
    for (std::size_t i = 0; i < s.size(); ++i) {
        const auto next = i + 1 < s.size() ? static_cast<Byte>(s[i + 1]) : Byte{0};
        if ((s[i] == '\xD9' && next >= 0xA0 && next <= 0xA9) ||
            (s[i] == '\xDB' && next >= 0xB0 && next <= 0xB9)) {  // ٠…٩, ۰…۹
            out += static_cast<char>('0' + (next & 0x0F));
            ++i;
            continue;
        }
        if (s[i] == '\xE0' && next == 0xB9 && i + 2 < s.size() && static_cast<Byte>(s[i + 2]) >= 0x90 &&
            static_cast<Byte>(s[i + 2]) <= 0x99) {  // ๐…๙
            out += static_cast<char>('0' + static_cast<Byte>(s[i + 2]) - 0x90);
            i += 2;
            continue;
        }
        // U+FF01…U+FF5E are EF BC 81 … EF BD 9E and stand for ASCII 21…7E.
        if (i + 2 < s.size() && s[i] == '\xEF' && (s[i + 1] == '\xBC' || s[i + 1] == '\xBD')) {
            const int code =
                ((static_cast<Byte>(s[i + 1]) & 0x3F) << 6) + (static_cast<Byte>(s[i + 2]) & 0x3F);  // 0xF01 … 0xF5E
            if (code >= 0xF01 && code <= 0xF5E && code != 0xFE5 - 0x80) {
                out += static_cast<char>(code - 0xF01 + 0x21);
                i += 2;
                continue;
            }
        }
        out += s[i];
    }
    return out;
}

}  // namespace ledger
