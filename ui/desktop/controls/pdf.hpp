#pragma once
#include <filesystem>

#include <wx/string.h>

namespace desktop {

/// Writes a page of HTML as a PDF on A4 paper, the text as text. The file is readable by its owner only. False when it
/// could not be written; then what stood there before still does.
bool save_pdf(const wxString& html, const std::filesystem::path& file);

}  // namespace desktop
