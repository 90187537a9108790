#pragma once
#include <filesystem>
#include <string>

#include <wx/frame.h>
#include <wx/html/htmlwin.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// Writes a text for the user alone, whole or not at all; false when it could not be written.
bool save_private(const std::filesystem::path& file, const std::string& text);

/// A letter or sheet as it will be on paper: to look at, print, or save as PDF or HTML.
class DocumentWindow : public wxFrame {
public:
    /// `name`: what the file is called without its ending.
    DocumentWindow(wxWindow* parent, const wording::Words& words, const std::string& title, const std::string& html,
                   const std::string& name);

    bool save_as_pdf(const std::filesystem::path& file);
    bool save_as_html(const std::filesystem::path& file);
    wxHtmlWindow& page() { return *page_; }

private:
    void print();
    void ask(const char* ending);

    wording::Words words_;
    std::string html_, name_;
    wxHtmlWindow* page_;
    Paragraph* said_;
};

}  // namespace desktop
