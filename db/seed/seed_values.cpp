#include "db/seed/seed_values.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace db::seed_values {

using nlohmann::json;

const json* member(const json& from, const char* key)
{
    const auto at = from.find(key);
    return at == from.end() || at->is_null() ? nullptr : &*at;
}

std::string text_of(const json& from, const char* key)
{
    const auto* value = member(from, key);
    return value ? value->get<std::string>() : std::string{};
}

ledger::Text texts(const json& from)
{
    return {from.at("zh_CN").get<std::string>(), from.at("zh_TW").get<std::string>(), from.at("en").get<std::string>()};
}

ledger::Confidence confidence(const json& from)
{
    using enum ledger::Confidence;
    const auto name = text_of(from, "confidence");
    if (name == "high") return high;
    if (name == "medium") return medium;
    if (name == "low") return low;
    if (name == "unconfirmed" || name.empty()) return unconfirmed;
    throw std::logic_error{"seed: no such confidence: " + name};
}

ledger::Rate rate(const std::string& text)
{
    const auto read = ledger::parse_rate(text);
    if (!read) throw std::logic_error{"seed: not a rate: " + text};
    return *read;
}

}  // namespace db::seed_values
