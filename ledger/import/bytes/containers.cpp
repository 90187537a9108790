#include "ledger/import/bytes/containers.hpp"

#include <algorithm>
#include <array>

#include "ledger/import/text/text.hpp"

namespace ledger {

Container container_of(std::string_view text)
{
    const auto head = text.substr(0, 4096);
    const auto has = [&](std::string_view mark) { return head.find(mark) != std::string_view::npos; };
    if (has("<OFX>") || has("<ofx>") || (has("OFXHEADER") && text.find("<OFX") != std::string_view::npos))
        return Container::ofx;
    const auto start = trimmed(head);
    if (has("camt.05") && (has("<Document") || has(":Document"))) return Container::camt;
    if (start.starts_with("<") && (has("<table") || has("<TABLE") || has("<html") || has("<HTML")) &&
        (text.find("<tr") != std::string_view::npos || text.find("<TR") != std::string_view::npos))
        return Container::html;
    if (start.starts_with("!Type:") || start.starts_with("!type:") || start.starts_with("!TYPE:") ||
        start.starts_with("!Account") || start.starts_with("!Option:") || start.starts_with("!Clear:"))
        return Container::qif;
    const auto field = [&](std::string_view tag) {
        return head.starts_with(tag) || head.find(std::string{"\n"}.append(tag)) != std::string_view::npos;
    };
    if ((field(":20:") || field(":25:")) && (field(":60F:") || field(":60M:") || field(":61:")))
        return Container::mt940;
    return Container::table;
}

bool overcrowded_xml(std::string_view xml)
{
    const auto tags = static_cast<std::size_t>(std::count(xml.begin(), xml.end(), '<'));
    const auto attributes = static_cast<std::size_t>(std::count(xml.begin(), xml.end(), '='));
    return tags * 60 + attributes * 40 > (std::size_t{180} << 20);
}

bool overcrowded(Container kind, std::string_view text)
{
    const auto count = [&](char c) { return std::count(text.begin(), text.end(), c); };
    switch (kind) {
        case Container::ofx: return count('<') > 2'500'000;
        case Container::html: return count('<') > 1'200'000;
        case Container::mt940: return count(':') > 1'000'000 || count('\n') > 600'000;
        case Container::qif: return count('^') > 200'000 || count('\n') > 2'000'000;
        case Container::camt: return overcrowded_xml(text);
        case Container::table: break;
    }
    return false;
}

bool is_packed(std::string_view bytes)
{
    using namespace std::string_view_literals;
    static constexpr std::array marks{"PK\x03\x04"sv,
                                      "PK\x05\x06"sv,
                                      "\xD0\xCF\x11\xE0"sv,
                                      "%PDF"sv,
                                      "\x1F\x8B"sv,
                                      "Rar!"sv,
                                      "7z\xBC\xAF"sv,
                                      "SQLite format 3"sv,
                                      "\x89PNG"sv,
                                      "\xFF\xD8\xFF"sv,
                                      "\x7F"
                                      "ELF"sv};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view m) { return bytes.starts_with(m); });
}

}  // namespace ledger
