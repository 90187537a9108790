#pragma once
#include "ui/app/journeys/import.hpp"
#include "ui/viewmodel/import_model.hpp"

// The sentences about how a file was read; parts of the import's model.
namespace view {

/// "A statement of ICBC", "An Alipay statement".
std::string format_name(const ledger::Reading& reading, const wording::Words& words);

/// Both readings, the one that was taken first, each as what it would make of the example.
ImportQuestion question(const ledger::OpenQuestion& open, const ledger::Reading& reading, const wording::Words& words);

/// Why a line moves no money, or has to be looked at.
std::string reason(ledger::RowReason why, const wording::Words& words);

ImportReading reading_choices(const app::ImportPreview& preview, const wording::Words& words);

}  // namespace view
