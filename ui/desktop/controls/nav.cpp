#include "ui/desktop/controls/nav.hpp"

#include <gtk/gtk.h>

#include <array>

#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/controls/appearance.hpp"
#include "ui/desktop/controls/text.hpp"

namespace desktop {

namespace {

/// Drawn by us: 24 by 24, lines in the colour of the text.
constexpr std::array<const char*, view::pages> icons{
    R"(<path d="M4 11 L12 4 L20 11 M6 10 V20 H18 V10 M10 20 V14 H14 V20"/>)",
    R"(<path d="M5 4 H19 V20 H5 Z M8 8 H16 M8 12 H16 M8 16 H13"/>)",
    R"(<path d="M4 6 H20 V20 H4 Z M4 10 H20 M8 3 V7 M16 3 V7 M8 14 H12"/>)",
    R"(<path d="M12 4 L21 20 H3 Z M12 10 V14.5 M12 17 V17.6"/>)",
    R"(<path d="M4 18 L9 12 L13 15 L20 6 M20 6 V11 M20 6 H15"/>)",
    R"(<path d="M12 3 V14 M8 10 L12 14 L16 10 M4 16 V20 H20 V16"/>)",
    R"(<path d="M4 20 H20 M7 20 V11 M12 20 V5 M17 20 V14"/>)",
    R"(<path d="M4 5 H11 L20 14 L13 21 L4 12 Z M8 9 V9.6"/>)",
    R"(<path d="M4 7 H20 M4 12 H20 M4 17 H20 M9 5 V9 M15 10 V14 M8 15 V19"/>)"};

wxBitmapBundle icon(int page)
{
    const auto ink = palette().ink.GetAsString(wxC2S_HTML_SYNTAX);
    const auto svg =
        wxString{
            R"(<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><g fill="none" stroke=")"} +
        ink + R"(" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">)" +
        icons[static_cast<std::size_t>(page)] + "</g></svg>";
    const auto bytes = svg.utf8_str();
    return wxBitmapBundle::FromSVG(bytes.data(), {20, 20});
}

}  // namespace

std::string page_name(const wording::Words& words, view::PageId page)
{
    switch (page) {
        case view::PageId::home: return words("Home");
        case view::PageId::entries: return words("Register");
        case view::PageId::bills: return words("Bills");
        case view::PageId::warnings: return words("Warnings");
        case view::PageId::outlook: return words("Outlook");
        case view::PageId::import: return words("Import");
        case view::PageId::reports: return words("Reports");
        case view::PageId::rules: return words("Categories and rules");
        case view::PageId::settings: break;
    }
    return words("Settings");
}

Nav::Nav(wxWindow* parent, view::Send send, const wording::Words& words)
    : wxDataViewListCtrl{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                         wxDV_SINGLE | wxDV_NO_HEADER | wxBORDER_NONE},
      words_{words}
{
    auto* column = AppendIconTextColumn(wx(words_("Page")), wxDATAVIEW_CELL_INERT, FromDIP(168));
    g_object_set(column->GetRenderer()->GetGtkHandle(), "ypad", FromDIP(9),
                 nullptr);  // SetRowHeight() does nothing for text on GTK
    for (int i = 0; i < view::pages; ++i) {
        wxVector<wxVariant> row;
        wxVariant value;
        value << wxDataViewIconText{label(i), icon(i)};
        row.push_back(value);
        AppendItem(row);
    }
    SetMinSize(FromDIP(wxSize{176, -1}));
    set_accessible(*this, wx(words_("Pages")));
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this, send = std::move(send)](wxDataViewEvent&) {
        const int row = GetSelectedRow();
        if (row >= 0 && row < view::pages) CallAfter([send, row] { send(view::GoTo{static_cast<view::PageId>(row)}); });
    });
}

wxString Nav::label(int page) const
{
    const auto name = page_name(words_, static_cast<view::PageId>(page));
    if (page != static_cast<int>(view::PageId::warnings) || warnings_ == 0) return wx("  " + name);
    return wx("  " + words_.fill("{page} ({n})", fmt::arg("page", name), fmt::arg("n", warnings_)));
}

void Nav::choose(view::PageId page)
{
    const int row = static_cast<int>(page);
    if (GetSelectedRow() != row) SelectRow(static_cast<unsigned>(row));
}

void Nav::show_count(int warnings)
{
    if (warnings == warnings_) return;
    warnings_ = warnings;
    const auto row = static_cast<unsigned>(view::PageId::warnings);
    wxVariant value;
    value << wxDataViewIconText{label(static_cast<int>(row)), icon(static_cast<int>(row))};
    SetValue(value, row, 0);
}

}  // namespace desktop
