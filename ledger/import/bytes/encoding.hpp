#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "ledger/values/problem.hpp"

namespace ledger {

/// Text as UTF-8, and what it was before.
struct Decoded {
    std::string text{};      ///< valid UTF-8, no byte order mark
    std::string encoding{};  ///< IANA or WHATWG name: "UTF-8", "GB18030", "windows-1252"
    double confidence = 1;   ///< 0…1
};

/// Finds the encoding and converts. A byte order mark wins, then valid UTF-8, then the candidate whose text looks most
/// like a statement: few undecodable bytes, common characters, header words. Bytes that fit nothing become U+FFFD.
/// Trouble: not_text (mostly control bytes), unreadable_encoding (`forced` is unknown).
Result<Decoded> decode(std::string_view bytes, const std::optional<std::string>& forced = {});

/// The text, where the bytes are sound UTF-8 already; without its byte order mark. A view on `bytes`: nothing is
/// copied.
std::optional<std::string_view> plain_utf8(std::string_view bytes);

/// Converts all of `bytes` from the encoding named; undecodable bytes become U+FFFD. Empty when the name is unknown.
std::optional<std::string> convert(std::string_view bytes, const std::string& encoding);

/// The other way round, for tests and exports: characters the encoding lacks become its substitute.
std::string encode(std::string_view utf8, const std::string& encoding);

bool valid_utf8(std::string_view);

}  // namespace ledger
