#include "tests/house/source.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace house {
namespace {

enum class In { code, line_comment, block_comment, text, character, raw };

bool part_of_name(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

std::string read(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

Source take_apart(std::string path, const std::string& text)
{
    Source source{std::move(path), {""}, {""}, {""}};
    In in = In::code;
    std::string raw_end;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        const char before = i > 0 ? text[i - 1] : '\0';
        if (c == '\n') {
            if (in == In::line_comment) in = In::code;
            source.lines.emplace_back();
            source.code.emplace_back();
            source.literal.emplace_back();
            continue;
        }
        source.lines.back() += c;
        switch (in) {
            case In::code:
                if (c == '/' && next == '/') in = In::line_comment;
                else if (c == '/' && next == '*') in = In::block_comment;
                else if (c == '"' && before == 'R') {
                    const auto open = text.find('(', i);
                    raw_end = ")" + text.substr(i + 1, open - i - 1) + "\"";
                    source.lines.back() += text.substr(i + 1, open - i);
                    source.code.back() += "\"\"";
                    i = open;
                    in = In::raw;
                }
                else if (c == '"') {
                    source.code.back() += "\"\"";
                    in = In::text;
                }
                else if (c == '\'' && !part_of_name(before)) {  // between digits it only separates them
                    source.code.back() += "''";
                    in = In::character;
                }
                else source.code.back() += c;
                break;
            case In::block_comment:
                if (c == '/' && before == '*') in = In::code;
                break;
            case In::text:
            case In::character:
                if (c == '\\') {
                    source.lines.back() += next;
                    ++i;
                }
                else if (c == (in == In::text ? '"' : '\'')) in = In::code;
                else if (in == In::text) source.literal.back() += c;
                break;
            case In::raw:
                if (text.compare(i, raw_end.size(), raw_end) == 0) {
                    source.lines.back() += raw_end.substr(1);
                    i += raw_end.size() - 1;
                    in = In::code;
                }
                else source.literal.back() += c;
                break;
            case In::line_comment: break;
        }
    }
    return source;
}

std::vector<Source> read_sources(const std::filesystem::path& root)
{
    namespace fs = std::filesystem;
    std::vector<Source> sources;
    for (const auto* wing : {"ledger", "alerts", "db", "ui", "tests"}) {
        if (!fs::exists(root / wing)) continue;
        for (const auto& entry : fs::recursive_directory_iterator{root / wing}) {
            const auto path = entry.path().lexically_relative(root).generic_string();
            const auto kind = entry.path().extension();
            if (kind != ".cpp" && kind != ".hpp" && kind != ".h") continue;
            if (path.starts_with("tests/house/offending/") || path.starts_with("tests/compile_fail/")) continue;
            sources.push_back(take_apart(path, read(entry.path())));
        }
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

}  // namespace house
