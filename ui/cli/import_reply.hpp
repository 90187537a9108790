#pragma once
#include <string>

#include "ui/app/journeys/import.hpp"
#include "ui/cli/context.hpp"

namespace cli {

/// The preview as the document that CONTRACT promises; `with_rows` lists every row.
Json import_json(const ledger::Book& book, const std::string& file, const app::ImportPreview& preview, bool with_rows);

/// The same for people. `preview`: nothing was written, and every row is shown.
std::string import_text(const Context& context, const ledger::Book& book, const std::string& file,
                        const app::ImportPreview& shown, bool preview);

}  // namespace cli
