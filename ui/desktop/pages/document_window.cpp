#include "ui/desktop/pages/document_window.hpp"

#include <wx/filedlg.h>
#include <wx/html/htmprint.h>
#include <wx/stdpaths.h>

#include "db/store.hpp"
#include "ui/app/files/files.hpp"
#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/controls/pdf.hpp"

namespace desktop {

namespace fs = std::filesystem;

DocumentWindow::DocumentWindow(wxWindow* parent, const wording::Words& words, const std::string& title,
                               const std::string& html, const std::string& name)
    : wxFrame{parent, wxID_ANY, wx(title)}, words_{words}, html_{html}, name_{name}
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    auto* root = new wxPanel{this};
    page_ = new wxHtmlWindow{root, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHW_SCROLLBAR_AUTO | wxBORDER_THEME};
    page_->SetBorders(FromDIP(24));
    page_->SetStandardFonts(GetFont().GetPointSize());
    page_->SetPage(wx(html));
    set_accessible(*page_, wx(title), page_->ToText());
    said_ = faint(root);
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    const auto add = [&](const char* label, std::function<void()> pressed) {
        buttons->Add(button(root, words_(label), std::move(pressed)), 0, wxRIGHT, near);
    };
    using wording::N_;
    add(N_("Print…"), [this] { print(); });
    add(N_("Save as PDF…"), [this] { ask("pdf"); });
    add(N_("Save as a web page…"), [this] { ask("html"); });
    buttons->AddStretchSpacer();
    buttons->Add(button(root, words_("Close"), [this] { Close(); }));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(page_, 1, wxEXPAND | wxALL, gap);
    all->Add(said_, 0, wxEXPAND | wxLEFT | wxRIGHT, gap);
    all->Add(buttons, 0, wxEXPAND | wxALL, gap);
    root->SetSizer(all);
    SetSize(FromDIP(wxSize{720, 760}));
    CentreOnParent();
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE) Close();
        else if (event.GetKeyCode() == 'P' && event.ControlDown()) print();
        else event.Skip();
    });
}

void DocumentWindow::print()
{
    wxHtmlEasyPrinting printing{GetTitle(), this};
    printing.SetStandardFonts(11);
    printing.PrintText(wx(html_));
}

void DocumentWindow::ask(const char* ending)
{
    const wxString pattern = wxString{"*."} + ending;
    wxFileDialog dialog{this,
                        wx(words_("Save the text")),
                        wxStandardPaths::Get().GetDocumentsDir(),
                        wx(name_ + "." + ending),
                        pattern + "|" + pattern,
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK) return;
    const auto file = utf8(dialog.GetPath());
    const bool saved = std::string{ending} == "pdf" ? save_as_pdf(file) : save_as_html(file);
    said_->set(saved ? words_.fill("Saved in {file}.", fmt::arg("file", file))
                     : words_.fill("{file} could not be written.", fmt::arg("file", file)));
}

bool DocumentWindow::save_as_pdf(const fs::path& file)
{
    return save_pdf(wx(html_), file);
}

bool DocumentWindow::save_as_html(const fs::path& file)
{
    return save_private(file, html_);
}

bool save_private(const fs::path& file, const std::string& text)
{
    try {
        return app::write_file(file, text, "file").empty();
    }
    catch (const db::StorageError&) {
        return false;
    }
}

}  // namespace desktop
