#pragma once
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "ledger/facts/book.hpp"

namespace app {

/// A file of the watched folder that is a statement.
struct FoundStatement {
    std::filesystem::path file{};
    std::string key{};            ///< the file as it is now; what a notice is about, so that it is offered once
    std::string institution{};    ///< as far as the file says; may be empty
    ledger::AccountId account{};  ///< that it surely belongs to; 0 = not known
    int rows = 0;
};

/// What was thought of files that were looked into before, by key: no file is read twice.
using Judged = std::map<std::string, std::optional<FoundStatement>>;

/// Statements that came into the folder in the last days, the newest first. Reads only small files that are named like
/// a statement and were not noticed before; takes only what is surely one. A folder that is not there has none. Never
/// throws.
std::vector<FoundStatement> statements_in(const std::filesystem::path& folder, const ledger::Book& book,
                                          ledger::Today today, Judged& judged, const std::stop_token& stop = {});

}  // namespace app
