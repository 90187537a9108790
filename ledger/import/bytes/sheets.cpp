#include "ledger/import/bytes/sheets.hpp"

#include <zip.h>
#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <vector>

#include "ledger/import/bytes/containers.hpp"
#include "ledger/import/bytes/encoding.hpp"
#include "ledger/values/date.hpp"

namespace ledger {

namespace {

constexpr std::uint64_t largest_unpacked = 96u << 20;
constexpr std::size_t most_members = 50;
constexpr std::uint32_t most_rows = 1'100'000, most_columns = 512;

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Archive open_archive(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (source && !archive) zip_source_free(source);
    zip_error_fini(&error);
    return {archive, zip_discard};
}

bool ends_with_any(std::string name, std::initializer_list<std::string_view> endings)
{
    for (auto& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return name.ends_with(e); });
}

/// One file of the archive. Trouble: too_large, needs_password, wrong_password, unsupported_container (damaged).
Result<std::string> member(zip_t* archive, zip_uint64_t index, const std::optional<std::string>& password = {})
{
    zip_stat_t info;
    if (zip_stat_index(archive, index, 0, &info) != 0 || (info.valid & ZIP_STAT_SIZE) == 0)
        return Problem{Trouble::unsupported_container};
    if (info.size > largest_unpacked) return Problem{Trouble::too_large};
    const bool locked = (info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && info.encryption_method != ZIP_EM_NONE;
    if (locked && !password) return Problem{Trouble::needs_password};
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file{
        locked ? zip_fopen_index_encrypted(archive, index, 0, password->c_str()) : zip_fopen_index(archive, index, 0),
        zip_fclose};
    const Problem spoilt{locked ? Trouble::wrong_password : Trouble::unsupported_container};
    if (!file) return spoilt;
    // Grown as it comes: an archive that only claims to hold a gigabyte costs nothing.
    std::string out;
    std::vector<char> piece(1 << 16);
    for (;;) {
        const auto n = zip_fread(file.get(), piece.data(), piece.size());
        if (n < 0) return spoilt;  // the checksum differs: for old ciphers the only proof that a password is wrong
        if (n == 0) return out;
        out.append(piece.data(), static_cast<std::size_t>(n));
    }
}

std::optional<std::string> member_named(zip_t* archive, const char* name)
{
    const auto index = zip_name_locate(archive, name, ZIP_FL_NOCASE);
    if (index < 0) return std::nullopt;
    auto found = member(archive, static_cast<zip_uint64_t>(index));
    return found ? std::optional{std::move(*found)} : std::nullopt;
}

/// The text of all <t> below a shared or inline string, phonetic readings left out.
std::string rich_text(const pugi::xml_node& node)
{
    std::string out;
    for (const auto& child : node.children()) {
        const std::string_view name = child.name();
        if (name == "t") out += child.text().get();
        else if (name == "r") out += child.child("t").text().get();
    }
    return out;
}

struct Styles {
    std::vector<bool> is_date{};  ///< by style number
};

Styles styles_of(zip_t* archive)
{
    Styles out;
    pugi::xml_document doc;
    const auto xml = member_named(archive, "xl/styles.xml");
    if (!xml || overcrowded_xml(*xml) || !doc.load_buffer(xml->data(), xml->size())) return out;
    std::map<int, std::string> codes;
    const auto root = doc.document_element();
    for (const auto& f : root.child("numFmts").children("numFmt"))
        codes[f.attribute("numFmtId").as_int()] = f.attribute("formatCode").as_string();
    for (const auto& xf : root.child("cellXfs").children("xf")) {
        const int id = xf.attribute("numFmtId").as_int();
        const auto code = codes.find(id);
        out.is_date.push_back(is_date_format(id, code == codes.end() ? std::string_view{} : code->second));
    }
    return out;
}

/// "BC12" → column 54; the row is counted by the rows themselves.
std::optional<std::uint32_t> column_of(std::string_view reference)
{
    std::uint32_t n = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        n = n * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
        if (n > most_columns) return std::nullopt;
    }
    return n == 0 ? std::nullopt : std::optional{n - 1};
}

Sheet sheet_of(const std::string& xml, const std::vector<std::string>& strings, const Styles& styles, bool since_1904)
{
    Sheet out;
    pugi::xml_document doc;
    if (overcrowded_xml(xml) || !doc.load_buffer(xml.data(), xml.size())) return out;
    std::uint32_t next_row = 0;
    for (const auto& row : doc.document_element().child("sheetData").children("row")) {
        const auto at = row.attribute("r") ? row.attribute("r").as_uint() - 1 : next_row;
        if (at >= most_rows) break;
        next_row = at + 1;
        std::uint32_t next_column = 0;
        for (const auto& cell : row.children("c")) {
            const auto column = column_of(cell.attribute("r").as_string()).value_or(next_column);
            next_column = column + 1;
            if (column >= most_columns) continue;
            const std::string_view type = cell.attribute("t").as_string();
            const char* value = cell.child("v").text().get();
            std::string text;
            if (type == "s") {
                const auto index = static_cast<std::size_t>(std::strtoul(value, nullptr, 10));
                if (index < strings.size()) text = strings[index];
            }
            else if (type == "inlineStr") text = rich_text(cell.child("is"));
            else if (type == "str" || type == "b" || type == "e" || type == "d") text = value;
            else if (*value != '\0') {
                const auto style = cell.attribute("s").as_uint();
                const double number = std::strtod(value, nullptr);
                text = style < styles.is_date.size() && styles.is_date[style] ? date_of_serial(number, since_1904)
                                                                              : number_text(number);
            }
            if (!text.empty()) out[at][column] = std::move(text);
        }
    }
    return out;
}

std::optional<Sheet> read_xlsx(zip_t* archive)
{
    std::vector<std::string> strings;
    if (const auto xml = member_named(archive, "xl/sharedStrings.xml")) {
        pugi::xml_document doc;
        if (!overcrowded_xml(*xml) && doc.load_buffer(xml->data(), xml->size()))
            for (const auto& si : doc.document_element().children("si")) strings.push_back(rich_text(si));
    }
    bool since_1904 = false;
    if (const auto xml = member_named(archive, "xl/workbook.xml"))
        since_1904 =
            xml->find("date1904=\"1\"") != std::string::npos || xml->find("date1904=\"true\"") != std::string::npos;
    const auto styles = styles_of(archive);
    std::optional<Sheet> best;
    const auto count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
        if (!name || !std::string_view{name}.starts_with("xl/worksheets/") || !std::string_view{name}.ends_with(".xml"))
            continue;
        const auto xml = member(archive, static_cast<zip_uint64_t>(i));
        if (!xml) continue;
        auto sheet = sheet_of(*xml, strings, styles, since_1904);
        if (!best || sheet.size() > best->size()) best = std::move(sheet);
    }
    return best;
}

/// The name of a file in the archive; those that Windows wrote in its own encoding are decoded like any other text.
std::string name_of(zip_t* archive, zip_uint64_t index)
{
    const char* raw = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
    if (!raw) return {};
    const auto decoded = decode(raw);
    return decoded ? decoded->text : std::string{raw};
}

using Members = Result<std::vector<Unwrapped>>;

Members open_any(std::string_view bytes, std::string_view file_name, const std::optional<std::string>& password,
                 int depth);

/// The statements inside a ZIP, as wallets send them by mail.
Members statements_inside(zip_t* archive, std::string_view file_name, const std::optional<std::string>& password,
                          int depth)
{
    std::vector<Unwrapped> out;
    Problem last{Trouble::unsupported_container, {}, std::string{file_name}};
    const auto count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count && out.size() < most_members; ++i) {
        const auto at = static_cast<zip_uint64_t>(i);
        const auto name = name_of(archive, at);
        const bool hidden =
            name.starts_with("__MACOSX/") || name.find("/.") != std::string::npos || name.starts_with(".");
        if (hidden || !ends_with_any(name, {".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ofx", ".qfx", ".qif", ".sta",
                                            ".940", ".mt940", ".xml", ".zip", ".htm", ".html"}))
            continue;
        auto inner = member(archive, at, password);
        if (!inner) {
            last = {inner.problem().trouble, {}, name};
            if (last.trouble == Trouble::needs_password || last.trouble == Trouble::wrong_password) return last;
            continue;
        }
        if (!inner->starts_with("PK") && !inner->starts_with("\xD0\xCF\x11\xE0")) {
            out.push_back({std::move(*inner), name, false});
            continue;
        }
        auto deeper = depth > 0 ? Members{last} : open_any(*inner, name, password, depth + 1);
        if (!deeper) last = deeper.problem();
        else std::move(deeper->begin(), deeper->end(), std::back_inserter(out));
    }
    if (out.empty()) return last;
    return out;
}

Members one_sheet(const std::optional<Sheet>& sheet, std::string_view file_name)
{
    if (!sheet || sheet->empty()) return Problem{Trouble::unsupported_container, {}, std::string{file_name}};
    return std::vector<Unwrapped>{{as_text(*sheet), std::string{file_name}, true}};
}

Members open_any(std::string_view bytes, std::string_view file_name, const std::optional<std::string>& password,
                 int depth)
{
    using namespace std::string_view_literals;
    const Problem unsupported{Trouble::unsupported_container, {}, std::string{file_name}};
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        static constexpr auto locked = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
        if (bytes.find(locked) != std::string_view::npos || locked_xls(bytes))
            return Problem{Trouble::unsupported_container, {}, std::string{file_name}, "encrypted"};
        return one_sheet(read_xls(bytes), file_name);
    }
    if (!bytes.starts_with("PK")) return unsupported;
    const auto archive = open_archive(bytes);
    if (!archive) return unsupported;
    if (zip_name_locate(archive.get(), "xl/workbook.xml", ZIP_FL_NOCASE) < 0)
        return statements_inside(archive.get(), file_name, password, depth);
    return one_sheet(read_xlsx(archive.get()), file_name);
}

}  // namespace

Members unwrap(std::string_view bytes, std::string_view file_name, const std::optional<std::string>& password)
{
    return open_any(bytes, file_name, password, 0);
}

std::string as_text(const Sheet& sheet)
{
    std::string out;
    std::uint32_t line = 0;
    for (const auto& [row, cells] : sheet) {
        for (; line < row; ++line) out += '\n';
        std::uint32_t column = 0;
        for (const auto& [at, text] : cells) {
            for (; column < at; ++column) out += '\t';
            if (text.find_first_of("\t\"\n\r") == std::string::npos) {
                out += text;
                continue;
            }
            out += '"';
            for (const char c : text) {
                if (c == '"') out += '"';
                out += c == '\n' || c == '\r' ? ' ' : c;  // so that line n stays row n
            }
            out += '"';
        }
    }
    out += '\n';
    return out;
}

std::string date_of_serial(double serial, bool since_1904)
{
    if (!(serial >= 0 && serial < 110000)) return number_text(serial);
    auto days = static_cast<std::int64_t>(std::floor(serial + 1e-9));
    auto seconds = static_cast<std::int64_t>(std::llround((serial - static_cast<double>(days)) * 86400));
    if (seconds >= 86400) {
        ++days;
        seconds = 0;
    }
    // Day 1 is 1900-01-01, and 1900 is taken for a leap year; 1904 files count from 1904-01-01.
    const auto date = since_1904 ? make_date(1904, 1, 1) + Days{days} : make_date(1899, 12, 30) + Days{days};
    std::string out = iso(date);
    if (seconds > 0) {
        std::array<char, 16> time{};
        std::snprintf(time.data(), time.size(), " %02d:%02d:%02d", static_cast<int>(seconds / 3600),
                      static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
        out += time.data();
    }
    return out;
}

std::string number_text(double number)
{
    std::array<char, 64> text{};
    if (std::fabs(number) < 1e15 && number == std::floor(number))
        std::snprintf(text.data(), text.size(), "%.0f", number);
    else {
        std::snprintf(text.data(), text.size(), "%.10f", number);
        std::string out{text.data()};
        while (out.ends_with('0')) out.pop_back();
        return out;
    }
    return text.data();
}

bool is_date_format(int id, std::string_view code)
{
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
        return true;
    bool quoted = false, bracket = false, day = false, year = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\') ++i;
        else if (c == '"') quoted = !quoted;
        else if (c == '[') bracket = true;
        else if (c == ']') bracket = false;
        else if (!quoted && !bracket) {
            day = day || c == 'd' || c == 'D';
            year = year || c == 'y' || c == 'Y';
        }
    }
    return day || year;
}

}  // namespace ledger
