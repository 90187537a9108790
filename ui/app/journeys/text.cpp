#include "ui/app/journeys/text.hpp"

namespace app {

std::string folded(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    std::string out{text.substr(first, text.find_last_not_of(" \t") - first + 1)};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool contains_folded(std::string_view text, std::string_view part)
{
    return folded(text).find(folded(part)) != std::string::npos;
}

}  // namespace app
