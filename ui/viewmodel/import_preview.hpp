#pragma once
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// Where the page of the import stands.
enum class ImportStage { choose, reading, preview, failed, done };

struct ImportModel {
    ImportStage stage = ImportStage::choose;
    std::string file{};                     ///< name without folder
    std::string sentence{};                 ///< what was recognised: "An Alipay statement, 120 rows from … to …"
    std::vector<std::string> remarks{};     ///< open questions and what was set aside
    std::string account_label{};
    std::vector<ledger::AccountId> accounts{};  ///< 0 = "a new account…"
    Choice account{};
    std::string counts{};                   ///< "112 new, 5 already there, 2 move no money, 1 to look at"
    std::vector<Column> columns{};
    std::vector<Row> rows{};
    Action import{};                        ///< "Import 112 rows"
    bool can_import = false;
    Action other{};                         ///< "Choose a file…"
    Action drop{};                          ///< "Put away"
};

/// What stands on the page before a file is chosen.
ImportModel import_start(const wording::Words& words);
ImportModel import_reading(const wording::Words& words, const std::string& file);
ImportModel import_failed(const wording::Words& words, const std::string& file, const std::vector<std::string>& why);

}  // namespace view
