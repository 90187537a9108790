#include "ledger/import/statement.hpp"

#include <algorithm>
#include <cctype>

#include "ledger/import/bytes/containers.hpp"
#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/formats/formats.hpp"
#include "ledger/import/tables/delimited.hpp"
#include "ledger/import/text/text.hpp"

namespace ledger {

namespace {

constexpr std::size_t longest_line = 4u << 20;  ///< no bank writes one of more

/// Some line has no end for megabytes: no table, and not worth taking in twice.
bool endless_line(std::string_view bytes)
{
    std::size_t from = 0;
    while (bytes.size() - from > longest_line) {
        const auto end = bytes.find_last_of("\r\n", from + longest_line);
        if (end == std::string_view::npos || end < from) return true;
        from = end + 1;
    }
    return false;
}

bool all_blank(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; });
}

Result<Statement> read_unwrapped(Unwrapped inner, std::string_view file_name, const ReadHints& hints)
{
    if (!inner.is_sheet)
        return is_packed(inner.bytes) ? Result<Statement>{Problem{Trouble::unsupported_container, {}, inner.file_name}}
                                      : read_statement(inner.bytes, inner.file_name, hints);
    auto tabs = hints;
    tabs.delimiter = '\t';
    return read_delimited(inner.bytes, "UTF-8", file_name, tabs);
}

/// Of the files in an archive, the one that is a statement; a second one has to be chosen between.
Result<Statement> read_packed(std::string_view bytes, std::string_view file_name, const ReadHints& hints)
{
    auto members = unwrap(bytes, file_name, hints.password);
    if (!members) return members.problems();
    if (members->size() == 1) return read_unwrapped(std::move(members->front()), file_name, hints);
    std::optional<Result<Statement>> only;
    std::string names;
    int found = 0;
    for (auto& m : *members) {
        const auto name = m.file_name;
        if (hints.member && *hints.member != name) continue;
        auto statement = read_unwrapped(std::move(m), name, hints);
        if (statement) {
            ++found;
            names += (names.empty() ? "" : "\n") + name;
        }
        if (!only || (statement && !only->ok())) only = std::move(statement);
    }
    if (found > 1) return Problem{Trouble::several_statements, "member", std::string{file_name}, names};
    return only ? std::move(*only) : Result<Statement>{Problem{Trouble::no_such, "member", hints.member.value_or("")}};
}

}  // namespace

Result<Statement> read_statement(std::string_view bytes, std::string_view file_name, const ReadHints& hints)
{
    if (bytes.empty()) return Problem{Trouble::empty_file};
    if (bytes.size() > largest_statement) return Problem{Trouble::too_large};
    if (is_packed(bytes)) return read_packed(bytes, file_name, hints);
    if (endless_line(bytes) && !bytes.substr(0, 4096).starts_with('<') &&
        bytes.substr(0, 4096).find("OFX") == std::string_view::npos)
        return Problem{Trouble::no_table_found};
    // Text that is as it should be is read where it stands: a long file never stands in memory twice.
    if (const auto text = hints.encoding ? std::nullopt : plain_utf8(bytes);
        text && container_of(*text) == Container::table && !all_blank(*text)) {
        if (overcrowded(Container::table, *text)) return Problem{Trouble::too_large};
        return read_delimited(*text, "UTF-8", file_name, hints);
    }
    auto decoded = decode(bytes, hints.encoding);
    if (!decoded) return decoded.problems();
    if (all_blank(decoded->text)) return Problem{Trouble::empty_file};
    const auto kind = container_of(decoded->text);
    if (overcrowded(kind, decoded->text)) return Problem{Trouble::too_large};
    const auto without_text = [](Result<Statement> read) {
        if (read) read->text = std::string{beginning(read->text, kept_text)};
        return read;
    };
    switch (kind) {
        case Container::ofx: return without_text(read_ofx(std::move(*decoded), hints));
        case Container::qif: return without_text(read_qif(std::move(*decoded), hints));
        case Container::mt940: return without_text(read_mt940(std::move(*decoded), hints));
        case Container::camt: return without_text(read_camt(std::move(*decoded), hints));
        case Container::html:
            if (auto rows = html_as_text(decoded->text)) {
                auto tabs = hints;
                tabs.delimiter = '\t';
                return read_delimited(*rows, decoded->encoding, file_name, tabs);
            }
            break;
        case Container::table: break;
    }
    return read_delimited(decoded->text, decoded->encoding, file_name, hints);
}

}  // namespace ledger
