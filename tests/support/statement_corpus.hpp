#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ledger/import/statement.hpp"

// Judges the reading of a folder of statements against the expected.json beside each. Knows what the owner of the
// account would have told the program: the account's currency and whether it is a card.
namespace test_support {

struct CorpusOptions {
    bool blind = false;
    bool bank_hints = true;
};

struct Verdict {
    std::string name{}, summary{};
    std::vector<std::string> wrong{};  ///< empty = right
};

inline std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// "12.30" and "12.3" are the same amount, "0" and "0.00" too.
inline std::string plain_amount(std::string s)
{
    if (s.find('.') != std::string::npos) {
        while (s.ends_with('0')) s.pop_back();
        if (s.ends_with('.')) s.pop_back();
    }
    return s == "-0" ? "0" : s;
}

inline ledger::ReadHints hints_for(const nlohmann::json& expected, const CorpusOptions& options)
{
    ledger::ReadHints hints;
    hints.bank_hints = options.bank_hints;
    if (options.blind) return hints;
    const auto& format = expected["format"];
    hints.card = format.value("type", "").find("credit card") != std::string::npos;
    if (expected.contains("currency") && expected["currency"].is_string())
        if (const auto c = ledger::parse_currency(expected["currency"].get<std::string>()); c.ok()) hints.currency = *c;
    return hints;
}

inline Verdict judge(const std::filesystem::path& folder, const CorpusOptions& options)
{
    Verdict v{folder.filename().string()};
    const auto expected = nlohmann::json::parse(bytes_of(folder / "expected.json"));
    const auto file = expected["file"].get<std::string>();
    const auto result = ledger::read_statement(bytes_of(folder / file), file, hints_for(expected, options));
    if (!result) {
        v.wrong.push_back("not read: trouble " + std::to_string(static_cast<int>(result.problem().trouble)));
        return v;
    }
    const auto& s = *result;
    std::int64_t in = 0, out = 0;
    std::optional<ledger::Date> first, last;
    ledger::Currency currency = s.rows.empty() ? ledger::Currency{} : s.rows.front().amount.currency;
    for (const auto& r : s.rows) {
        (r.amount.minor > 0 ? in : out) += std::abs(r.amount.minor);
        first = first ? std::min(*first, r.date) : r.date;
        last = last ? std::max(*last, r.date) : r.date;
    }
    v.summary = s.reading.id + " " + s.reading.encoding + " line " + std::to_string(s.reading.header_line) + " " +
                s.reading.date_order + " '" + s.reading.decimal + "'";
    for (const auto& [role, c] : s.reading.columns) v.summary += " " + role + "=" + std::to_string(c);
    v.summary += std::string{s.reading.flipped ? " flipped" : ""} + " links " +
                 std::to_string(s.reading.balance_proved) + "/" + std::to_string(s.reading.balance_links) + " rows " +
                 std::to_string(s.rows.size()) + " neutral " + std::to_string(s.neutral.size()) + " furniture " +
                 std::to_string(s.furniture.size()) + " review " + std::to_string(s.needs_review.size()) +
                 " rejected " + std::to_string(s.rejected.size()) + " acct[" + s.account_hint + "]";
    for (const auto& q : s.reading.ambiguous) v.summary += " ?" + q.what + ":" + q.chosen;
    const auto check = [&](const char* what, const std::string& got, const nlohmann::json& want) {
        if (want.is_null()) return;
        const auto text = want.is_string() ? want.get<std::string>() : want.dump();
        if (plain_amount(got) != plain_amount(text))
            v.wrong.push_back(std::string{what} + ": " + got + ", not " + text);
    };
    check("n", std::to_string(s.rows.size()), expected["n_transactions"]);
    check("in", ledger::decimal(ledger::Money{in, currency}), expected["sum_in"]);
    check("out", ledger::decimal(ledger::Money{out, currency}), expected["sum_out"]);
    check("first_date", first ? ledger::iso(*first) : "", expected["first_date"]);
    check("last_date", last ? ledger::iso(*last) : "", expected["last_date"]);
    if (!s.rows.empty() && expected.contains("first_row") && expected["first_row"].is_object()) {
        check("first row's date", ledger::iso(s.rows.front().date),
              expected["first_row"].value("date", nlohmann::json{}));
        check("first row's amount", ledger::decimal(s.rows.front().amount),
              expected["first_row"].value("amount", nlohmann::json{}));
    }
    const auto parts =
        s.rows.size() + s.neutral.size() + s.furniture.size() + s.needs_review.size() + s.rejected.size();
    if (parts != static_cast<std::size_t>(s.records))
        v.wrong.push_back("rows do not add up: " + std::to_string(parts) + " of " + std::to_string(s.records));
    return v;
}

inline std::vector<Verdict> judge_corpus(const std::filesystem::path& folder, const CorpusOptions& options)
{
    std::vector<Verdict> out;
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (std::filesystem::exists(entry.path() / "expected.json")) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    for (const auto& f : folders) out.push_back(judge(f, options));
    return out;
}

}  // namespace test_support
