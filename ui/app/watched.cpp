#include "ui/app/watched.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "ui/app/files/files.hpp"
#include "ui/app/journeys/import.hpp"
#include "ui/app/journeys/notices.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr int days_back = 7;
constexpr std::uintmax_t largest_offered = 8u << 20;  ///< bytes; larger ones are opened by hand
constexpr double sure_enough = 0.75;
constexpr std::size_t most_files = 50;  ///< read in one look
constexpr std::array endings{".csv", ".tsv", ".xlsx", ".xls", ".zip", ".ofx", ".qfx", ".qif", ".sta", ".940", ".xml"};

std::string ending(const fs::path& file)
{
    auto out = file.extension().string();
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

struct Candidate {
    fs::path file;
    std::string key;
    fs::file_time_type changed;
};

std::vector<Candidate> candidates(const fs::path& folder, const ledger::Book& book, ledger::Today today)
{
    std::vector<Candidate> out;
    std::error_code error;
    for (fs::directory_iterator at{folder, fs::directory_options::skip_permission_denied, error}, end;
         !error && at != end; at.increment(error)) {
        if (std::find(endings.begin(), endings.end(), ending(at->path())) == endings.end()) continue;
        std::error_code own;
        if (!at->is_regular_file(own)) continue;
        const auto size = at->file_size(own);
        const auto changed = at->last_write_time(own);
        if (own || size == 0 || size > largest_offered) continue;
        const auto day = std::chrono::floor<ledger::Days>(std::chrono::file_clock::to_sys(changed));
        if (day < today.date - ledger::Days{days_back}) continue;
        const auto key = "statement:" + at->path().filename().string() + ":" + std::to_string(size) + ":" +
                         std::to_string(changed.time_since_epoch().count());
        if (!told(book, key)) out.push_back({at->path(), key, changed});
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.changed > b.changed; });
    if (out.size() > most_files) out.resize(most_files);
    return out;
}

/// Nothing when it is not surely a statement.
std::optional<FoundStatement> judge(const Candidate& c, const ledger::Book& book, ledger::Today today,
                                    const std::stop_token& stop)
{
    const auto bytes = read_plain_file(c.file, stop);
    if (!bytes) return std::nullopt;
    const auto read =
        understand(book, today, *bytes,
                   {.file = c.file.filename().string(), .progress = [&](double) { return !stop.stop_requested(); }});
    if (!read || read->statement.rows.empty()) return std::nullopt;
    const auto& r = read->statement.reading;
    const bool known = read->account_by <= AccountBy::format;
    if (!known && r.institution.empty() && r.confidence < sure_enough) return std::nullopt;
    return FoundStatement{c.file, c.key, r.institution, known ? read->wish.account : ledger::AccountId{},
                          static_cast<int>(read->statement.rows.size())};
}

}  // namespace

std::vector<FoundStatement> statements_in(const fs::path& folder, const ledger::Book& book, ledger::Today today,
                                          Judged& judged, const std::stop_token& stop)
{
    std::vector<FoundStatement> out;
    for (const auto& c : candidates(folder, book, today)) {
        if (stop.stop_requested()) break;
        auto at = judged.find(c.key);
        if (at == judged.end()) at = judged.emplace(c.key, judge(c, book, today, stop)).first;
        if (at->second) out.push_back(*at->second);
    }
    return out;
}

}  // namespace app
