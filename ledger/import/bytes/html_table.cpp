#include <algorithm>
#include <cctype>

#include "ledger/import/bytes/containers.hpp"
#include "ledger/import/bytes/sheets.hpp"
#include "ledger/import/text/text.hpp"

namespace ledger {

namespace {

/// A tag's name in lower case: "td" of "<TD align=…>", "/tr" of "</tr>".
std::string tag_name(std::string_view tag)
{
    std::string out;
    for (const char c : tag) {
        if (c == ' ' || c == '>' || c == '\t' || c == '\n' || c == '\r' || (c == '/' && !out.empty()) || out.size() > 8)
            break;
        out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

void append_text(std::string& out, std::string_view s)
{
    for (std::size_t i = 0; i < s.size(); ++i) {
        const auto rest = s.substr(i);
        if (rest.starts_with("&nbsp;")) {
            out += ' ';
            i += 5;
        }
        else if (rest.starts_with("&amp;")) {
            out += '&';
            i += 4;
        }
        else if (rest.starts_with("&lt;")) {
            out += '<';
            i += 3;
        }
        else if (rest.starts_with("&gt;")) {
            out += '>';
            i += 3;
        }
        else if (rest.starts_with("&quot;")) {
            out += '"';
            i += 5;
        }
        else if (rest.starts_with("&#39;")) {
            out += '\'';
            i += 4;
        }
        else out += s[i] == '\n' || s[i] == '\r' || s[i] == '\t' ? ' ' : s[i];
    }
}

}  // namespace

std::optional<std::string> html_as_text(std::string_view html)
{
    Sheet sheet;
    std::uint32_t row = 0, column = 0;
    bool in_cell = false, any = false;
    std::string cell;
    const auto close = [&] {
        if (in_cell && column < 512) {
            if (const auto t = trimmed(cell); !t.empty()) sheet[row][column] = t;
            ++column;
        }
        in_cell = false;
        cell.clear();
    };
    for (std::size_t at = 0; at < html.size();) {
        const auto open = std::min(html.find('<', at), html.size());
        if (in_cell) append_text(cell, html.substr(at, open - at));
        if (open == html.size()) break;
        const auto end = html.find('>', open);
        if (end == std::string_view::npos) break;
        const auto tag = tag_name(html.substr(open + 1, end - open));
        if (tag == "tr") {
            close();
            row += any;
            column = 0;
            any = true;
        }
        else if (tag == "td" || tag == "th") {
            close();
            in_cell = true;
        }
        else if (tag == "/td" || tag == "/th" || tag == "/tr" || tag == "/table") close();
        else if (tag == "br" && in_cell) cell += ' ';
        at = end + 1;
    }
    close();
    return sheet.size() < 2 ? std::nullopt : std::optional{as_text(sheet)};
}

}  // namespace ledger
