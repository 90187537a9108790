#pragma once
#include <nlohmann/json.hpp>

#include <optional>
#include <string>

#include "ledger/values/date.hpp"
#include "ledger/values/money.hpp"

namespace cli {

/// Keys in the order in which they are written, as people read them.
using Json = nlohmann::ordered_json;

inline Json json_of(ledger::Money m)
{
    return ledger::decimal(m);
}
inline Json json_of(ledger::Date d)
{
    return ledger::iso(d);
}
inline Json json_of(ledger::Moment m)
{
    return ledger::iso(m);
}

/// null where there is nothing.
template <class T>
Json json_of(const std::optional<T>& value)
{
    return value ? json_of(*value) : Json{};
}

/// A name, null where it is empty.
inline Json name_or_null(const std::string& name)
{
    return name.empty() ? Json{} : Json(name);
}

/// A probability, rounded to four places so that it reads well and stays the same on every machine.
inline Json probability(const std::optional<double>& p)
{
    if (!p) return {};
    return static_cast<double>(static_cast<std::int64_t>(*p * 10000 + 0.5)) / 10000;
}

/// One document, and never an exception about bytes that are not UTF-8.
inline std::string document(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cli
