#include "ui/desktop/controls/pdf.hpp"

#include <cairo-pdf.h>

#include <memory>

#include <wx/dcgraph.h>
#include <wx/graphics.h>
#include <wx/html/htmprint.h>

namespace desktop {

namespace {

namespace fs = std::filesystem;

// A4 in points of 1/72 inch. Source: ISO 216, 210 × 297 mm.
constexpr double paper_width = 595.28, paper_height = 841.89, margin = 56.7;

void draw(cairo_t* cairo, cairo_surface_t* surface, const wxString& html)
{
    wxGCDC dc;
    dc.SetGraphicsContext(wxGraphicsRenderer::GetDefaultRenderer()->CreateContextFromNativeContext(cairo));
    wxHtmlDCRenderer page;
    page.SetDC(&dc, 1.0, 0.75);  // fonts are asked for in points, at 96 dots an inch; here a dot is a point
    page.SetStandardFonts(11);
    page.SetSize(static_cast<int>(paper_width - 2 * margin), static_cast<int>(paper_height - 2 * margin));
    page.SetHtmlText(html);
    int from = 0;
    for (int to = page.FindNextPageBreak(from); to != wxNOT_FOUND; to = page.FindNextPageBreak(from)) {
        page.Render(static_cast<int>(margin), static_cast<int>(margin), from, to);
        cairo_surface_show_page(surface);
        from = to;
    }
}

}  // namespace

bool save_pdf(const wxString& html, const fs::path& file)
{
    auto part = file;
    part += ".part";
    auto* surface = cairo_pdf_surface_create(part.c_str(), paper_width, paper_height);
    auto* cairo = cairo_create(surface);
    draw(cairo, surface, html);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const bool drawn = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    std::error_code failed;
    if (drawn) {
        fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, failed);
        if (!failed) fs::rename(part, file, failed);
        if (!failed) return true;
    }
    fs::remove(part, failed);
    return false;
}

}  // namespace desktop
