#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "ledger/facts/knowledge.hpp"
#include "ledger/values/money.hpp"

// How the data files that come with the program (`db/seed`) write single values. What cannot be read is our own bug:
// std::logic_error.
namespace db::seed_values {

/// The member of this name; nothing where it is not there or null.
const nlohmann::json* member(const nlohmann::json& from, const char* key);

/// The text of this name; empty where it is not there or null.
std::string text_of(const nlohmann::json& from, const char* key);

/// A sentence in the three languages: `{"zh_CN": …, "zh_TW": …, "en": …}`.
ledger::Text texts(const nlohmann::json& from);

/// Its `confidence`; unconfirmed where nothing is said.
ledger::Confidence confidence(const nlohmann::json& from);

/// "0.05" as a rate.
ledger::Rate rate(const std::string& text);

}  // namespace db::seed_values
