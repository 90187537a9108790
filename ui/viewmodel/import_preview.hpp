#pragma once
#include <string>
#include <vector>

#include "ui/app/journeys/import.hpp"
#include "ui/viewmodel/import_model.hpp"

namespace view {

/// What stands on the page before a file is chosen.
ImportModel import_start(const wording::Words& words);
ImportModel import_reading(const wording::Words& words, const std::string& file, std::size_t waiting = 0);
ImportModel import_failed(const wording::Words& words, const std::string& file, const std::vector<std::string>& why,
                          std::size_t waiting = 0, bool locked = false);

/// The file as it would come in.
ImportModel import_preview(const app::ImportPreview& preview, const ledger::Book& book, const wording::Words& words,
                           ImportFilter filter = ImportFilter::all, std::size_t waiting = 0);

/// The cells of one line, as in ImportModel::columns.
Row import_row(const app::ImportPreview& preview, const ImportLine& line, const ledger::Book& book,
               const wording::Words& words);

/// One file that came in.
struct ImportDone {
    std::string file{};
    ledger::AccountId account{};
    int fresh = 0, known = 0, neutral = 0, look = 0, left_out = 0;
    int transfers = 0, settled = 0;
};
ImportModel import_done(const std::vector<ImportDone>& files, const ledger::Book& book, const wording::Words& words);

/// A new account as the file describes it: name, kind, currency, last digits, and the balance before its first row.
SaveAccount account_for(const app::ImportPreview& preview, const ledger::Book& book, const wording::Words& words);

}  // namespace view
