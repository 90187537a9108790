#pragma once
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "ledger/import/statement.hpp"

// tests/fixtures/statements: NAME.csv and NAME.expected, a list of key=value. An import bug report is such a pair.
namespace test_support {

using Expected = std::map<std::string, std::string>;

inline std::string file_bytes(const std::filesystem::path& path)
{
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

inline Expected read_expected(const std::filesystem::path& path)
{
    Expected out;
    std::ifstream in{path};
    for (std::string line; std::getline(in, line);)
        if (const auto eq = line.find('='); eq != std::string::npos) out[line.substr(0, eq)] = line.substr(eq + 1);
    return out;
}

inline std::vector<std::filesystem::path> expectations(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".expected") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

/// What the reading of one fixture says, under the same keys.
inline Expected read_fixture(const std::filesystem::path& expected_file, bool bank_hints = true)
{
    const auto want = read_expected(expected_file);
    const auto value = [&](const char* key) { return want.contains(key) ? want.at(key) : std::string{}; };
    ledger::ReadHints hints;
    hints.bank_hints = bank_hints;
    hints.card = value("card") == "1";
    if (!value("currency").empty()) hints.currency = *ledger::parse_currency(value("currency"));
    if (!value("today").empty()) hints.today = *ledger::parse_date(value("today"));
    const auto name = value("file");
    const auto result = ledger::read_statement(file_bytes(expected_file.parent_path() / name), name, hints);
    if (!result) return {{"trouble", std::to_string(static_cast<int>(result.problem().trouble))}};
    std::int64_t in = 0, out = 0;
    const auto& s = *result;
    auto first = s.rows.empty() ? ledger::Date{} : s.rows.date(0), last = first;
    for (const auto& r : s.rows) {
        (r.amount.minor > 0 ? in : out) += std::abs(r.amount.minor);
        first = std::min(first, r.date);
        last = std::max(last, r.date);
    }
    const auto currency = s.rows.empty() ? ledger::Currency{} : s.rows.front().amount.currency;
    Expected got{{"n", std::to_string(s.rows.size())},
                 {"in", ledger::decimal(ledger::Money{in, currency})},
                 {"out", ledger::decimal(ledger::Money{out, currency})},
                 {"neutral", std::to_string(s.neutral.size())},
                 {"review", std::to_string(s.needs_review.size())},
                 {"rejected", std::to_string(s.rejected.size())},
                 {"order", s.reading.date_order},
                 {"encoding", s.reading.encoding}};
    if (!s.rows.empty()) {
        got["first"] = ledger::iso(first), got["last"] = ledger::iso(last);
        got["row"] = ledger::iso(s.rows.front().date) + " " + ledger::decimal(s.rows.front().amount);
    }
    std::string columns;
    for (const auto& [role, c] : s.reading.columns) columns += role + "=" + std::to_string(c) + " ";
    got["columns"] = columns + (s.reading.flipped ? "flipped" : "");
    return got;
}

/// What differs, one line each; empty when the fixture is read right. "in" of whole currencies is compared as a number.
inline std::string difference(const std::filesystem::path& expected_file, bool bank_hints = true)
{
    const auto want = read_expected(expected_file);
    const auto got = read_fixture(expected_file, bank_hints);
    std::ostringstream out;
    for (const auto& key :
         {"n", "in", "out", "first", "last", "row", "neutral", "review", "rejected", "order", "encoding"}) {
        if (!want.contains(key)) continue;
        const auto have = got.contains(key)         ? got.at(key)
                          : got.contains("trouble") ? "trouble " + got.at("trouble")
                                                    : std::string{};
        if (have != want.at(key)) out << "  " << key << ": " << have << ", not " << want.at(key) << '\n';
    }
    if (!out.str().empty() && got.contains("columns")) out << "  " << got.at("columns") << '\n';
    return out.str();
}

}  // namespace test_support
