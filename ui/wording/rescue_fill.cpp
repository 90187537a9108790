#include <algorithm>

#include "ui/wording/rescue.hpp"

namespace wording {

namespace {

/// The text with its placeholders filled, or nothing where one is unknown.
std::optional<std::string> filled(const std::string& text, const std::map<std::string, std::string>& values)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto open = text.find('{', at);
        if (open == std::string::npos) return out + text.substr(at);
        const auto close = text.find('}', open);
        if (close == std::string::npos) return std::nullopt;
        out += text.substr(at, open - at);
        auto name = text.substr(open + 1, close - open - 1);
        const bool only_asks = name.starts_with('?');
        if (only_asks) name.erase(0, 1);
        const auto value = values.find(name);
        if (value == values.end()) return std::nullopt;
        if (!only_asks) out += value->second;
        at = close + 1;
    }
    return out;
}

}  // namespace

std::vector<std::string> fill_lines(const std::vector<ledger::TemplateLine>& lines,
                                    const std::map<std::string, std::string>& values)
{
    std::vector<std::string> out;
    for (const auto& alternatives : lines)
        for (const auto& text : alternatives)
            if (auto line = filled(text, values)) {
                out.push_back(std::move(*line));
                break;
            }
    return out;
}

}  // namespace wording
